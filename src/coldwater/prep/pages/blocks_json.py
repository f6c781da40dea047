"""Blocks as JSON."""

from __future__ import annotations

from coldwater.prep.pages.json_parts import (
    answer_data,
    asked_data,
    document,
    left_out_data,
    premises_data,
    standing_data,
    weight_data,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from coldwater.prep.material.blocks import Block, File, Reply
    from coldwater.prep.material.preparation import Preparation


def blocks_json(prep: Preparation, file: File) -> str:
    """Give the blocks of a side by contention of the other: head first, then what is behind it."""
    return document(
        prep,
        {
            "without_answer": [prep.names[node] for node, block in file.blocks.items() if block.is_empty],
            "contentions": [
                {
                    "id": prep.names[one.head],
                    "blocks": [block_data(prep, file.blocks[node]) for node in (one.head, *one.behind)],
                }
                for one in file.contentions
            ],
            "countered": [
                {
                    "id": prep.names[one.claim],
                    "text": prep.map.claims[prep.names[one.claim]].text,
                    "answers": [_reply(prep, reply) for reply in one.replies],
                }
                for one in file.countered
            ],
        },
    )


def block_data(prep: Preparation, block: Block) -> dict[str, Any]:
    """Give a block: an argument of theirs, our answers to it, and what comes then."""
    return {
        **{key: value for key, value in standing_data(prep, block.standing).items() if key != "answers"},
        "live": block.is_live,
        **weight_data(block.weight),
        "premises": premises_data(prep, block.standing.argument),
        "answers": [_reply(prep, reply) for reply in block.replies],
        "questions": [asked_data(asked) for asked in block.questions],
        **left_out_data(block.more),
    }


def _reply(prep: Preparation, reply: Reply) -> dict[str, Any]:
    return {
        **answer_data(prep, reply.answer),
        "premises": premises_data(prep, reply.answer.node),
        "frontlines": [
            {
                **answer_data(prep, one.objection),
                "replies": [answer_data(prep, reply) for reply in one.replies],
                **left_out_data(one.more),
            }
            for one in reply.frontlines
        ],
        **left_out_data(reply.more),
    }

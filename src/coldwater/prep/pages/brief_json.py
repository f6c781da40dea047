"""A brief as JSON."""

from __future__ import annotations

from coldwater.prep.pages.blocks_json import block_data
from coldwater.prep.pages.held import held_data, tags_data
from coldwater.prep.pages.json_parts import citation_data, crux_data, document, premises_data, weight_data
from coldwater.semantics.labelling import WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from coldwater.model.models import Citation
    from coldwater.prep.material.brief import Brief
    from coldwater.prep.material.contentions import Contention
    from coldwater.prep.material.preparation import Preparation


def brief_json(prep: Preparation, brief: Brief) -> str:
    """Give the brief of a side. What the other side will say is in the blocks, in full."""
    return document(
        prep,
        {
            "rests_on": None if prep.decision.resting is None else prep.decision.resting.as_data(),
            "issues": [crux_data(prep, crux) for crux in brief.issues],
            "case": [_contention(prep, one) for one in brief.case],
            "contraries": [prep.names[node] for node in brief.contraries],
            "opposition": [
                block_data(prep, brief.file.blocks[node])
                for one in brief.file.contentions
                for node in (one.head, *one.behind)
            ],
            "concessions": {
                "certain": brief.is_certain,
                "found": [prep.names[node] for node in brief.concessions],
                "kept": [prep.names[node] for node in brief.kept],
            },
            "turns": [
                {
                    "id": prep.names[turn.claim],
                    "ours": [prep.names[node] for node in turn.ours],
                    "theirs": [prep.names[node] for node in turn.theirs],
                }
                for turn in brief.turns
            ],
            "evidence": [_evidence(prep, prep.names[one.node], one.citation) for one in brief.evidence],
        },
    )


def _evidence(prep: Preparation, name: str, citation: Citation) -> dict[str, Any]:
    held = held_data(prep.holders, name)
    return {"id": name, **citation_data(prep, name, citation), **held, **tags_data(prep.map, name)}


def _contention(prep: Preparation, one: Contention) -> dict[str, Any]:
    name = prep.names[one.head]
    return {
        "id": name,
        "title": prep.graph.arguments[name].title,
        "verdict": WORDS[prep.labels[one.head]],
        **weight_data(prep.weight(one.head)),
        "premises": premises_data(prep, one.head),
        "behind": [prep.names[node] for node in one.behind],
    }

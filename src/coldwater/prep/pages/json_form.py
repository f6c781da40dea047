"""Debate material as JSON, version 1: the form that scripts may rely on. ASCII only; nothing is left out for length."""

from __future__ import annotations

from functools import lru_cache

from coldwater.prep.material.cross_examination import in_order
from coldwater.prep.pages.held import held_data, speaking_data, tags_data
from coldwater.prep.setting.json_text import json_text
from coldwater.prep.upshot.json_form import threshold_data
from coldwater.prep.upshot.rank_words import reason
from coldwater.semantics.evaluation import GRADUAL
from coldwater.semantics.labelling import WORDS
from coldwater.semantics.positions import view_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from coldwater.model.graph import Side
    from coldwater.model.models import Citation
    from coldwater.prep.deciding.answers import Answer, Standing
    from coldwater.prep.deciding.cruxes import Crux
    from coldwater.prep.material.assumptions import Assumption, Assumptions
    from coldwater.prep.material.blocks import Block, File
    from coldwater.prep.material.brief import Brief
    from coldwater.prep.material.contentions import Contention
    from coldwater.prep.material.cross_examination import Examined
    from coldwater.prep.material.gaps import Gap, Gaps, Unsourced
    from coldwater.prep.material.preparation import Preparation, Weight
    from coldwater.schemes.asking import Asked


def gaps_json(prep: Preparation, gaps: Gaps) -> str:
    """Give the gaps of a side, with a line end."""
    return document(
        prep,
        {
            "unanswered": _gaps(prep, gaps.unanswered),
            "beaten": _gaps(prep, gaps.beaten),
            "contested": _gaps(prep, gaps.contested),
            "unanswered_cruxes": [prep.names[gap.standing.argument] for gap in gaps.unanswered_cruxes],
            "unsourced": [_bare(prep, one) for one in gaps.unsourced],
            "unstated": [_bare(prep, one) for one in gaps.unstated],
        },
    )


def questions_json(prep: Preparation, examined: tuple[Examined, ...]) -> str:
    """Give all questions in one row, the order in which it pays to ask them; each names the argument it is put to."""
    weights = {prep.names[one.standing.argument]: one for one in examined}
    rows = [
        {
            **_asked(asked),
            "live": weights[asked.argument].is_live,
            **_weight(weights[asked.argument].weight),
        }
        for asked in in_order(prep, examined)
    ]
    return document(prep, {"questions": rows})


def _asked(asked: Asked) -> dict[str, Any]:
    return {
        "argument": asked.argument,
        "scheme": asked.scheme,
        "name": asked.name,
        "hits": asked.hits,
        "slot": asked.slot,
        "claim": asked.claim,
        "burden": asked.burden,
        "text": asked.text,
    }


def blocks_json(prep: Preparation, file: File) -> str:
    """Give the blocks of a side by contention of the other: head first, then what is behind it."""
    return document(
        prep,
        {
            "without_answer": [prep.names[node] for node, block in file.blocks.items() if block.is_empty],
            "contentions": [
                {
                    "id": prep.names[one.head],
                    "blocks": [_block(prep, file.blocks[node]) for node in (one.head, *one.behind)],
                }
                for one in file.contentions
            ],
        },
    )


def _block(prep: Preparation, block: Block) -> dict[str, Any]:
    return {
        **{key: value for key, value in _standing(prep, block.standing).items() if key != "answers"},
        "live": block.is_live,
        **_weight(block.weight),
        "premises": _premises(prep, block.standing.argument),
        "answers": [
            {
                **_answer(prep, reply.answer),
                "premises": _premises(prep, reply.answer.node),
                "frontlines": [
                    {
                        **_answer(prep, one.objection),
                        "replies": [_answer(prep, reply) for reply in one.replies],
                        **_left_out(one.more),
                    }
                    for one in reply.frontlines
                ],
                **_left_out(reply.more),
            }
            for reply in block.replies
        ],
        "questions": [_asked(asked) for asked in block.questions],
        **_left_out(block.more),
    }


def _left_out(more: int) -> dict[str, int]:
    return {"left_out": more} if more else {}


def _premises(prep: Preparation, node: int) -> list[dict[str, Any]]:
    """Give the premises of an argument, or the claim itself, each with its text and citations."""
    name = prep.names[node]
    claims = prep.graph.premises(name) if name in prep.graph.arguments else (name,)
    return [
        {"id": one, "text": prep.map.claims[one].text, "cites": _cites(prep, one), **held_data(prep.holders, one)}
        for one in claims
    ]


def _cites(prep: Preparation, name: str) -> list[dict[str, Any]]:
    return [_citation(prep, name, one) for one in prep.map.claims[name].cites]


def _citation(prep: Preparation, name: str, one: Citation) -> dict[str, Any]:
    told: dict[str, Any] = {"source": one.source, "locator": one.locator, "quote": one.quote}
    if one.quotes:
        told["quotes"] = list(one.quotes)
    if one.passage is not None:
        told["passage"] = one.passage
    return {**told, **speaking_data(prep.holders, name, one.source)}


def brief_json(prep: Preparation, brief: Brief) -> str:
    """Give the brief of a side. What the other side will say is in the blocks, in full."""
    return document(
        prep,
        {
            "rests_on": None if prep.decision.resting is None else prep.decision.resting.as_data(),
            "issues": [_crux(prep, crux) for crux in brief.issues],
            "case": [_contention(prep, one) for one in brief.case],
            "contraries": [prep.names[node] for node in brief.contraries],
            "opposition": [
                _block(prep, brief.file.blocks[node])
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
    return {"id": name, **_citation(prep, name, citation), **held, **tags_data(prep.map, name)}


def _contention(prep: Preparation, one: Contention) -> dict[str, Any]:
    name = prep.names[one.head]
    return {
        "id": name,
        "title": prep.graph.arguments[name].title,
        "verdict": WORDS[prep.labels[one.head]],
        **_weight(prep.weight(one.head)),
        "premises": _premises(prep, one.head),
        "behind": [prep.names[node] for node in one.behind],
    }


def assumptions_json(prep: Preparation, sides: Sequence[Side], found: Assumptions) -> str:
    """Give the key assumptions of one side or of both, ``critical`` by itself or with others first."""
    rows = [
        {"critical": critical, **_assumption(prep, one)}
        for critical, group in (("alone", found.alone), ("together", found.together), ("no", found.others))
        for one in group
    ]
    return document(
        prep,
        {
            "side": sides[0] if len(sides) == 1 else "both",
            "assumptions": rows,
            "idle": [prep.names[one.claim] for one in found.idle],
            "idle_is_certain": not found.is_sampled,
            "fallen": [prep.names[one.claim] for one in found.fallen],
            "rivals_only": [prep.names[one.claim] for one in found.elsewhere],
            "load_error": max((one.error for one in prep.decision.loads.found), default=0.0),
        },
    )


def _assumption(prep: Preparation, one: Assumption) -> dict[str, Any]:
    name = prep.names[one.claim]
    claim = prep.map.claims[name]
    return {
        "id": name,
        "text": claim.text,
        "sides": sorted(prep.graph.sides(name), reverse=True),
        "kind": claim.kind,
        "unstated": bool(claim.implicit),
        "verdict_without": None if one.without is None else WORDS[one.without],
        "cruxes": one.cruxes,
        "smallest_crux": None if one.crux is None else _crux(prep, one.crux),
        "load": one.load and one.load.share,
        "uses": list(prep.graph.uses(name)),
        "thresholds": [{"argument": prep.names[tip.argument], **threshold_data(tip)} for tip in one.thresholds],
        "credence": _credence(one),
    }


def _credence(one: Assumption) -> dict[str, Any] | None:
    if one.credence is None:
        return None
    told = threshold_data(one.credence)
    return {("credence" if key == "strength" else key): value for key, value in told.items()}


def _crux(prep: Preparation, crux: Crux) -> dict[str, Any]:
    return {
        "verdict": WORDS[crux.label],
        "gains": crux.gainer,
        "reject": [{"any_of": [prep.names[leaf] for leaf in one.leaves]} for one in crux.handles],
        "rank": prep.ranks[crux].rank,
        "why": reason(prep.map, prep.ranks[crux]),
    }


def document(prep: Preparation, data: dict[str, Any]) -> str:
    """Put what was found below what it holds for."""
    return json_text({"version": 1, **_head(prep), **data}) + "\n"


def _head(prep: Preparation) -> dict[str, Any]:
    return {
        "side": prep.side,
        "thesis": {"id": prep.map.thesis, "verdict": None if prep.inquiry.is_void else WORDS[prep.inquiry.label]},
        "semantics": prep.decision.semantics,
        "standard": None if prep.decision.semantics in GRADUAL else prep.decision.standard or prep.map.standard,
        "weighing": None if prep.decision.semantics in GRADUAL else prep.map.weighing,
        "cut": bool(prep.decision.cut_by),
        **view_data(prep.map),
    }


def _gaps(prep: Preparation, gaps: Iterable[Gap]) -> list[dict[str, Any]]:
    return [{**_standing(prep, gap.standing), "live": gap.is_live, **_weight(gap.weight)} for gap in gaps]


def _bare(prep: Preparation, one: Unsourced) -> dict[str, Any]:
    claim = prep.map.claims[prep.names[one.claim]]
    return {"id": prep.names[one.claim], "text": claim.text, "kind": claim.kind, **_weight(one.weight)}


def _standing(prep: Preparation, one: Standing) -> dict[str, Any]:
    name = prep.names[one.argument]
    return {
        "id": name,
        "title": prep.graph.arguments[name].title,
        "verdict": WORDS[one.label],
        "state": one.state,
        "answers": [_answer(prep, answer) for answer in one.answers],
        "rebuttals": _rebuttals(prep, one.rebuttals),
    }


@lru_cache(maxsize=8)
def _rebuttals(prep: Preparation, nodes: tuple[int, ...]) -> list[dict[str, str]]:
    """Give arguments for the opposite: one list for all that have the same. On a broad map each has a thousand."""
    return [{"id": prep.names[node], "verdict": WORDS[prep.labels[node]]} for node in nodes]


def _answer(prep: Preparation, answer: Answer) -> dict[str, Any]:
    premise = None if answer.premise is None else prep.names[answer.premise]
    return {
        "id": prep.names[answer.node],
        "does": answer.kind,
        "premise": premise,
        "verdict": WORDS[answer.label],
    }


def _weight(weight: Weight) -> dict[str, Any]:
    return {"cruxes": weight.cruxes, "smallest_crux": weight.smallest, "load": weight.load}

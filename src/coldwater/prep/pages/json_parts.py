"""What the JSON of all debate material has in common, version 1: head, arguments, answers, weights, cruxes.

It is the form that scripts may rely on: ASCII only, and nothing is left out for length.
"""

from __future__ import annotations

from functools import lru_cache

from coldwater.prep.pages.held import held_data, speaking_data
from coldwater.prep.setting.json_text import json_text
from coldwater.prep.upshot.rank_words import reason
from coldwater.semantics.evaluation import GRADUAL
from coldwater.semantics.labelling import WORDS
from coldwater.semantics.positions import view_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from coldwater.model.models import Citation
    from coldwater.prep.deciding.answers import Answer, Standing
    from coldwater.prep.deciding.cruxes import Crux
    from coldwater.prep.material.preparation import Preparation, Weight
    from coldwater.schemes.asking import Asked


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


def standing_data(prep: Preparation, one: Standing) -> dict[str, Any]:
    """Give an argument of the other side, how it stands, what answers it and what speaks for the opposite."""
    name = prep.names[one.argument]
    return {
        "id": name,
        "title": prep.graph.arguments[name].title,
        "verdict": WORDS[one.label],
        "state": one.state,
        "answers": [answer_data(prep, answer) for answer in one.answers],
        "rebuttals": _rebuttals(prep, one.rebuttals),
    }


@lru_cache(maxsize=8)
def _rebuttals(prep: Preparation, nodes: tuple[int, ...]) -> list[dict[str, str]]:
    """Give arguments for the opposite: one list for all that have the same. On a broad map each has a thousand."""
    return [{"id": prep.names[node], "verdict": WORDS[prep.labels[node]]} for node in nodes]


def answer_data(prep: Preparation, answer: Answer) -> dict[str, Any]:
    """Give an answer: what it does, and to which premise."""
    premise = None if answer.premise is None else prep.names[answer.premise]
    return {
        "id": prep.names[answer.node],
        "does": answer.kind,
        "premise": premise,
        "verdict": WORDS[answer.label],
    }


def weight_data(weight: Weight) -> dict[str, Any]:
    """Give how much hangs on something."""
    return {"cruxes": weight.cruxes, "smallest_crux": weight.smallest, "load": weight.load}


def premises_data(prep: Preparation, node: int) -> list[dict[str, Any]]:
    """Give the premises of an argument, or the claim itself, each with its text and citations."""
    name = prep.names[node]
    claims = prep.graph.premises(name) if name in prep.graph.arguments else (name,)
    return [
        {"id": one, "text": prep.map.claims[one].text, "cites": _cites(prep, one), **held_data(prep.holders, one)}
        for one in claims
    ]


def _cites(prep: Preparation, name: str) -> list[dict[str, Any]]:
    return [citation_data(prep, name, one) for one in prep.map.claims[name].cites]


def citation_data(prep: Preparation, name: str, one: Citation) -> dict[str, Any]:
    """Give a citation of a claim or an argument, and who speaks in its source."""
    told: dict[str, Any] = {"source": one.source, "locator": one.locator, "quote": one.quote}
    if one.quotes:
        told["quotes"] = list(one.quotes)
    if one.passage is not None:
        told["passage"] = one.passage
    return {**told, **speaking_data(prep.holders, name, one.source)}


def crux_data(prep: Preparation, crux: Crux) -> dict[str, Any]:
    """Give a crux: what has to be rejected, and how disputed that is."""
    return {
        "verdict": WORDS[crux.label],
        "gains": crux.gainer,
        "reject": [{"any_of": [prep.names[leaf] for leaf in one.leaves]} for one in crux.handles],
        "rank": prep.ranks[crux].rank,
        "why": reason(prep.map, prep.ranks[crux]),
    }


def asked_data(asked: Asked) -> dict[str, Any]:
    """Give a question."""
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


def left_out_data(more: int) -> dict[str, int]:
    """Say how many are left out, if any."""
    return {"left_out": more} if more else {}

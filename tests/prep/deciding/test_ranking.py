"""The order of dispute: what positions dispute comes first, then what is contested, assumed, the rest."""

from __future__ import annotations

from typing import Any

import pytest

import coldwater
from coldwater.model import from_accepted_data
from coldwater.prep.deciding.ranking import RANKS
from coldwater.prep.upshot.rank_words import reason

CLAIMS: dict[str, Any] = {
    "t": "T.",
    "plain": "Plain.",
    "unstated": {"text": "Unstated.", "implicit": True},
    "unsure": {"text": "Unsure.", "credence": 0.9},
    "attacked": "Attacked.",
    "left": "Left standing.",
    "word": "Word against word.",
}
POSITIONS: dict[str, Any] = {
    "anna": {"name": "Anna", "accepts": ["word"], "rejects": ["left"]},
    "ben": {"name": "Ben", "rejects": ["word"]},
}


def ranked(positions: dict[str, Any], seen: str | None = None) -> list[tuple[str, str, str]]:
    """Rank the single cruxes of a map on which each claim holds off an attack on the thesis."""
    needed = list(CLAIMS)[1:]
    data = {
        "argmap": 1,
        "title": "T",
        "thesis": "t",
        "shape": "graph",
        "claims": {
            **CLAIMS,
            "weak": {"text": "Weak.", "status": "rejected"},
            "base": "Base.",
            **{f"no-{name}": f"No {name}." for name in needed},
        },
        "arguments": {
            "up": {"premises": ["base"], "supports": "t"},
            **{f"against-{name}": {"premises": [f"no-{name}"], "attacks": "t"} for name in needed},
            **{f"held-{name}": {"premises": [name], "attacks": f"against-{name}"} for name in needed},
            "hit": {"premises": ["weak"], "attacks": "attacked"},
        },
        "positions": positions,
    }
    map_ = from_accepted_data(data)
    decision = coldwater.cruxes(map_, position=seen, most_size=1)
    names = decision.inquiry.framework.names
    found = [(names[one.crux.handles[0].first], one) for one in decision.ranking.found]
    return [(name, one.rank, reason(map_, one)) for name, one in found if name in needed]


def test_cruxes_come_in_the_order_of_dispute_each_with_its_reason() -> None:
    assert ranked(POSITIONS) == [
        ("word", "disputed", "rejected by Ben, accepted by Anna"),
        ("left", "disputed", "rejected by Anna, left standing by Ben"),
        ("attacked", "contested", "hit speaks against it"),
        ("unstated", "assumed", "unstated"),
        ("unsure", "assumed", "credence 0.9"),
        ("plain", "undisputed", "nothing on the map disputes it"),
    ]
    assert RANKS == ("disputed", "contested", "assumed", "undisputed")


def test_what_one_position_alone_rejects_is_contested() -> None:
    found = ranked({"ben": {"name": "Ben", "rejects": ["word"]}})
    assert ("word", "contested", "rejected by Ben") in found
    assert ("left", "undisputed", "nothing on the map disputes it") in found


def test_without_positions_the_map_alone_decides_the_order() -> None:
    assert [rank for _, rank, _ in ranked({})] == [
        "contested", "assumed", "assumed", "undisputed", "undisputed", "undisputed"
    ]  # fmt: skip


def test_who_looks_does_not_change_who_disputes() -> None:
    carl = {"name": "Carl", "accepts": ["word", "plain"]}
    found = ranked({**POSITIONS, "carl": carl}, seen="carl")
    assert ("word", "disputed", "rejected by Ben, accepted by Anna and Carl") in found


@pytest.mark.parametrize("semantics", ["grounded", "preferred", "df-quad"])
def test_every_semantics_ranks_every_crux(semantics: str) -> None:
    claims = {"t": "T.", "a": "A.", "b": {"text": "B.", "implicit": True}}
    arguments = {"up": {"premises": ["a"], "supports": "t"}, "no": {"premises": ["b"], "attacks": "up"}}
    map_ = from_accepted_data({"argmap": 1, "title": "T", "thesis": "t", "claims": claims, "arguments": arguments})
    decision = coldwater.cruxes(map_, semantics)
    assert {one.crux for one in decision.ranking.found} == set(decision.cruxes.found)
    assert len(decision.ranking.larger) == len(decision.cruxes.larger)


def test_a_crux_of_several_ranks_as_the_most_disputed_of_its_claims_does() -> None:
    claims = {"t": "T.", "a": "A.", "b": {"text": "B.", "implicit": True}, "c": "C."}
    arguments = {one: {"premises": [one], "supports": "t"} for one in ("a", "b")}
    arguments["c"] = {"premises": ["c"], "supports": "t"}
    renamed = {f"for-{name}": argument for name, argument in arguments.items()}
    data = {"argmap": 1, "title": "T", "thesis": "t", "claims": claims, "arguments": renamed}
    held = {"p": {"name": "Pat", "rejects": ["c"]}, "q": {"name": "Quinn", "accepts": ["c"]}}
    for positions, rank, why in (
        (held, "disputed", "c: rejected by Pat, accepted by Quinn"),
        ({}, "assumed", "b: unstated"),
    ):
        map_ = from_accepted_data({**data, "positions": positions})
        (one,) = coldwater.cruxes(map_).ranking.found
        assert (one.rank, reason(map_, one)) == (rank, why)


def test_many_that_are_alike_are_told_together() -> None:
    names = ["a", "b", "c", "d", "e"]
    claims: dict[str, Any] = {"t": "T."} | {name: {"text": f"{name}.", "implicit": True} for name in names}
    arguments = {"up": {"premises": names, "supports": "t"}}
    map_ = from_accepted_data({"argmap": 1, "title": "T", "thesis": "t", "claims": claims, "arguments": arguments})
    (one,) = coldwater.cruxes(map_).ranking.found
    assert reason(map_, one) == "a, b, c and 2 more: unstated"

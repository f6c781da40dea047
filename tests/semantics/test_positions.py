"""A map as a position sees it: the same as the map with the statuses that the position gives its claims."""

from __future__ import annotations

from typing import Any

import pytest

import coldwater
from coldwater.errors import UsageError
from coldwater.model import from_accepted_data
from coldwater.semantics.positions import as_written, seen_by, seer_of, view_data, view_told

SQUARE: dict[str, Any] = {
    "argmap": 1,
    "title": "Should cars be banned from the market square?",
    "thesis": "ban",
    "claims": {
        "ban": "Cars should be banned from the market square.",
        "quiet": "Without cars the square is quieter.",
        "empty": "Without cars the shops lose their customers.",
        "trams": {"text": "Trams bring customers.", "status": "open"},
    },
    "arguments": {
        "calm": {"premises": ["quiet"], "supports": "ban"},
        "trade": {"premises": ["empty"], "attacks": "ban", "strength": 0.5},
        "rails": {"premises": ["trams"], "attacks": "empty"},
    },
    "positions": {
        "mayor": {"name": "The mayor", "accepts": ["trams"]},
        "grocer": {"name": "The grocer", "accepts": ["empty"], "rejects": ["quiet", "trams"]},
        "torn": {"name": "Somebody torn", "accepts": ["quiet", "empty"], "rejects": ["quiet"]},
        "mute": {"name": "Nobody"},
    },
}


def square() -> Any:
    return from_accepted_data(SQUARE)


def with_statuses(**statuses: str) -> Any:
    claims = {
        name: {
            **({"text": claim} if isinstance(claim, str) else claim),
            **({"status": statuses[name]} if name in statuses else {}),
        }
        for name, claim in SQUARE["claims"].items()
    }
    return from_accepted_data({**SQUARE, "claims": claims})


@pytest.mark.parametrize(
    ("position", "statuses"),
    [
        ("mayor", {"trams": "accepted"}),
        ("grocer", {"empty": "accepted", "quiet": "rejected", "trams": "rejected"}),
        ("torn", {"empty": "accepted", "quiet": "rejected"}),
        ("mute", {}),
    ],
)
@pytest.mark.parametrize("semantics", ["grounded", "preferred", "stable", "complete"])
def test_a_view_is_the_map_with_the_statuses_of_the_position(
    position: str, statuses: dict[str, str], semantics: str
) -> None:
    seen = coldwater.evaluate(square(), semantics, position=position)
    assert seen.verdicts == coldwater.evaluate(with_statuses(**statuses), semantics).verdicts


@pytest.mark.parametrize("position", ["mayor", "grocer", "torn", "mute"])
def test_models_and_plain_twins_are_seen_alike(position: str) -> None:
    model = coldwater.Map.model_validate(SQUARE)
    assert (
        coldwater.evaluate(model, position=position).verdicts
        == coldwater.evaluate(square(), position=position).verdicts
    )
    degrees = [coldwater.degrees(map_, position=position) for map_ in (model, square())]
    assert degrees[0] == degrees[1]


def test_verbs_take_a_view_as_they_take_a_map() -> None:
    seen = coldwater.seen_by(square(), "grocer")
    assert coldwater.evaluate(seen).verdicts == coldwater.evaluate(square(), position="grocer").verdicts
    assert coldwater.explain(seen) == coldwater.explain(square(), position="grocer")
    assert coldwater.cruxes(seen).inquiry.label == coldwater.cruxes(square(), position="grocer").inquiry.label
    assert coldwater.prepare(square(), "pro", position="grocer").map.claims["quiet"].status == "rejected"
    assert coldwater.render(seen, "dot") != b""
    assert '"status": "rejected"' in coldwater.dump(seen)


def test_the_map_itself_stays_as_it_is_and_a_view_is_seen_anew() -> None:
    map_ = square()
    seen = seen_by(map_, "grocer")
    assert map_.claims["quiet"].status is None
    assert as_written(seen) is map_
    assert as_written(map_) is map_
    assert seer_of(map_) is None
    anew = seen_by(seen, "mayor")
    assert anew.claims["quiet"].status is None
    assert anew.claims["trams"].status == "accepted"


def test_a_view_says_whose_it_is() -> None:
    assert view_told(square()) == ""
    assert view_data(square()) == {}
    assert (
        view_told(seen_by(square(), "grocer")) == "As seen by The grocer, accepting empty, rejecting quiet and trams."
    )
    assert view_told(seen_by(square(), "mute")) == "As seen by Nobody, accepting and rejecting nothing."
    assert view_data(seen_by(square(), "torn")) == {
        "position": {"id": "torn", "name": "Somebody torn", "accepts": ["empty"], "rejects": ["quiet"]}
    }


def test_many_claims_are_counted() -> None:
    claims = {f"c{one}": f"C {one}." for one in range(30)}
    data = {
        "argmap": 1,
        "title": "T",
        "thesis": "c0",
        "claims": claims,
        "positions": {"p": {"name": "P", "accepts": list(claims)}},
    }
    assert view_told(seen_by(from_accepted_data(data), "p")).endswith("c10, c11 and 18 more.")


def test_a_position_that_is_not_there_is_refused_with_what_was_meant() -> None:
    with pytest.raises(UsageError, match=r"no position `mayo` in this map\. Did you mean `mayor`"):
        coldwater.seen_by(square(), "mayo")
    with pytest.raises(UsageError, match="There are `mayor`, `grocer`, `torn` and `mute`"):
        coldwater.evaluate(square(), position="xyz-17")
    with pytest.raises(UsageError, match="it has none at all"):
        coldwater.evaluate(from_accepted_data({**SQUARE, "positions": {}}), position="mayor")


@pytest.mark.parametrize(
    ("position", "overrides", "message"),
    [
        ("grocer", {"rejected": ("empty",)}, "cannot be rejected as seen by The grocer"),
        ("grocer", {"accepted": ("quiet",)}, "cannot be accepted as seen by The grocer"),
        ("torn", {"accepted": ("quiet",)}, "the position `torn` rejects it"),
    ],
)
def test_overrides_against_the_position_are_refused(position: str, overrides: Any, message: str) -> None:
    given = coldwater.Overrides(**overrides)
    with pytest.raises(UsageError, match=message):
        coldwater.evaluate(square(), overrides=given, position=position)
    with pytest.raises(UsageError, match=message):
        coldwater.degrees(square(), overrides=given, position=position)


def test_overrides_add_to_the_position() -> None:
    given = coldwater.Overrides(rejected=("quiet",), accepted=("ban",))
    assert coldwater.evaluate(square(), overrides=given, position="mayor").verdicts["ban"] == ("in", "granted")

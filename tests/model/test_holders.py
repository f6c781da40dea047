"""Who holds a claim: by the mayor, the treasurer and the author of a report that a newspaper tells of."""

from __future__ import annotations

import pytest

from coldwater.model import Map
from coldwater.model.holders import NOBODY, Held, Holders

MAP = Map.model_validate(
    {
        "argmap": 1,
        "title": "Should the bridge be rebuilt?",
        "thesis": "rebuild",
        "sources": {"paper": {"title": "The Bridge Paper"}, "survey": {"title": "Survey"}},
        "claims": {"rebuild": "Rebuild it.", "costly": "It is costly.", "safe": "It is safe.", "old": "It is old."},
        "positions": {
            "mayor": {"name": "The mayor", "accepts": ["rebuild", "old"], "rejects": ["costly"]},
            "treasurer": {"name": "The treasurer", "accepts": ["costly", "old"], "rejects": ["rebuild"]},
            "engineer": {"name": "The engineer", "accepts": ["old"], "speaks_in": ["paper"]},
        },
    }
)
HOLDERS = Holders(MAP)


def test_a_claim_is_accepted_and_rejected_in_the_order_of_the_file() -> None:
    assert HOLDERS.of("rebuild") == Held(("mayor",), ("treasurer",))
    assert HOLDERS.of("old") == Held(("mayor", "treasurer", "engineer"), ())


@pytest.mark.parametrize("name", ["safe", "nowhere"])
def test_nobody_holds_what_no_position_names(name: str) -> None:
    assert HOLDERS.of(name) == NOBODY
    assert HOLDERS.words(name) == ""


def test_it_is_said_in_words() -> None:
    assert HOLDERS.words("rebuild") == "accepted by The mayor; rejected by The treasurer"
    assert HOLDERS.words("old") == "accepted by The mayor, The treasurer and The engineer"


def test_of_many_the_first_are_named_and_the_others_counted() -> None:
    assert HOLDERS.words("old", most=2) == "accepted by The mayor and 2 more"


def test_who_speaks_in_a_source_is_told_from_who_agrees_with_it() -> None:
    assert HOLDERS.speakers("old", "paper") == ("engineer",)
    assert HOLDERS.speakers("old", "survey") == ()
    assert HOLDERS.speakers("rebuild", "paper") == ()

"""Cards: what an argument says makes its digest, and nothing else does."""

from __future__ import annotations

from typing import Any

import pytest

from coldwater.prep.practice.cards import said_by
from prep.preparations import prepared
from prep.small_maps import model


def digest(**changes: Any) -> str:
    """Give the digest of the argument ``x`` on a small map, some of which is otherwise."""
    data: dict[str, Any] = {
        "argmap": 1, "title": "T", "thesis": "t",
        "claims": {"t": "The thesis.", "p": "A premise.", "q": "An answer."},
        "arguments": {
            "x": {"premises": ["p"], "attacks": "t"}, "y": {"premises": ["q"], "attacks": "x"},
        },
    }  # fmt: skip
    data["claims"] |= changes.get("claims", {})
    data["arguments"]["x"] = changes.get("argument", data["arguments"]["x"])
    return said_by(prepared(model(data), "pro"), "x")


@pytest.mark.parametrize(
    "changes",
    [
        {"claims": {"p": "Another premise."}},
        {"claims": {"t": "Another thesis."}},
        {"argument": {"premises": ["p"], "supports": "t"}},
        {"argument": {"premises": ["p", "q"], "attacks": "t"}},
    ],
)
def test_other_words_another_aim_or_another_deed_make_another_card(changes: dict[str, Any]) -> None:
    assert digest(**changes) != digest()


@pytest.mark.parametrize(
    "changes",
    [
        {"claims": {"q": "Another answer."}},
        {"claims": {"p": "A  premise. "}},
        {"argument": {"premises": ["p"], "attacks": "t", "title": "A title", "strength": 0.5}},
    ],
)
def test_answers_blanks_and_titles_make_none(changes: dict[str, Any]) -> None:
    assert digest(**changes) == digest()

"""CW210: numbers that are never weighed, since nothing stands on the other side, or the standard asks for none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Find

CLAIMS = {
    "t": "This is the thesis.",
    "a": {"text": "This is a.", "credence": 0.9},
    "b": {"text": "This is b.", "credence": 0.7},
}


@pytest.mark.parametrize(
    ("standard", "idle"),
    [
        ("preponderance", []),
        ("clear-and-convincing", []),
        ("beyond-reasonable-doubt", []),
        ("scintilla", ["CW210 a", "CW210 b"]),
        ("dialectical-validity", ["CW210 a", "CW210 b"]),
    ],
)
def test_a_standard_that_weighs_nothing_leaves_numbers_idle(find: Find, standard: str, idle: list[str]) -> None:
    assert find("", "x: a -> t; y: b -| t", claims=CLAIMS, standard=standard) == idle
    of_the_thesis = {**CLAIMS, "t": {"text": "This is the thesis.", "standard": standard}}
    assert find("", "x: a -> t; y: b -| t", claims=of_the_thesis) == idle


def test_a_step_is_weighed_by_preponderance_whatever_the_standard(find: Find) -> None:
    arguments = {
        "x": {"premises": ["a"], "supports": "t", "strength": 0.6},
        "u": {"premises": ["b"], "attacks": "x"},
    }
    claims = {**CLAIMS, "a": "This is a."}
    assert find("", claims=claims, arguments=arguments, standard="dialectical-validity") == []

"""A map in so many characters: what is left out is told."""

from __future__ import annotations

from coldwater.render.condensed import condensed
from render.drawing_samples import make_map, supports


def test_marks_that_are_left_out_are_told() -> None:
    claims = {"t": "The thesis.", "a": {"text": "A reason. " + "It is a long one. " * 12, "implicit": True}}
    map_ = make_map(claims, {"x": supports("t", "a")})
    whole = condensed(map_, {}, 10_000)
    assert "[unstated]" in whole
    assert "without marks" not in whole
    short = condensed(map_, {}, 240)
    assert short.count("[unstated]") == 1  # in the note alone
    assert "without marks such as" in short
    assert len(short) <= 240
    plain = condensed(make_map({"t": "The thesis.", "a": "A reason. " * 40}, {"x": supports("t", "a")}), {}, 240)
    assert "without marks" not in plain

"""The marks of the drawing code: what tells a drawing of this code from one of another."""

from __future__ import annotations

import pytest

from coldwater.generated import stale
from coldwater.render import drawn, generate
from coldwater.render.svg import boxes

pytest.importorskip("typst")


def test_the_marks_of_the_drawing_code_are_current() -> None:
    """If this fails, a drawing comes out otherwise: ``make generate``, and commit the drawings with the code."""
    assert not stale(generate.generated())


def test_a_drawing_that_comes_out_otherwise_has_another_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boxes, "_BOX_CORNER", 7.5)
    assert generate.mark_of("svg") != drawn.DRAWN["svg"]
    assert generate.mark_of("dot") == drawn.DRAWN["dot"]

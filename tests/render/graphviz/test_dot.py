"""DOT: read by Graphviz for any text, and without HTML-like labels."""

from __future__ import annotations

import re

import pytest

from coldwater.render import draw
from coldwater.render.graphviz.sandbox import run_graphviz
from render.hostile_texts import HOSTILE, in_every_field


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_dot_is_read_by_graphviz_for_any_text_and_has_no_html(text: str) -> None:
    dot = draw(in_every_field(text), "dot").decode("utf-8")
    assert not re.search(r"label=<", dot)
    assert b"CONTRADICTS" in run_graphviz(dot, "json0")

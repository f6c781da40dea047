"""DOT: read by Graphviz for any text, and without HTML-like labels."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from coldwater.api import load
from coldwater.render import Options, draw
from coldwater.render.graphviz.sandbox import run_graphviz
from render.hostile_texts import HOSTILE, in_every_field
from render.shapes import long_texts
from render.verdict_samples import every_reason


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_dot_is_read_by_graphviz_for_any_text_and_has_no_html(text: str) -> None:
    for options in (Options(), Options(verdicts=True)):
        dot = draw(in_every_field(text), "dot", options).decode("utf-8")
        assert not re.search(r"label=<", dot)
        assert b"CONTRADICTS" in run_graphviz(dot, "json0")


def test_verdicts_are_words_in_labels_and_broad_lines() -> None:
    dot = draw(every_reason(), "dot", Options(verdicts=True)).decode("utf-8")
    assert "? UNDECIDED\\nIt depends on what is undecided" in dot
    labels = re.findall(r'^\t+n\d+ \[label=(".*?(?<!\\)") ', dot, re.MULTILINE)
    assert len(labels) == len(every_reason().claims) + len(every_reason().arguments)
    assert all(re.search("✓ stands|✗ falls|\\? undecided|UNDECIDED", label) for label in labels)
    assert "Semantics: grounded." in dot
    assert "penwidth=3.8" in dot
    assert b'"penwidth": "3.8"' in run_graphviz(dot, "json0")


@pytest.mark.parametrize("name", ["library", "every reason", "long texts"])
def test_a_real_graphviz_makes_its_boxes_as_wide_as_its_words(name: str) -> None:
    """Whatever font it has: the width that it gives each line of a label is that by which it draws."""
    map_ = {
        "library": load(str(Path(__file__).parents[3] / "arguments/library-evenings.argmap.yaml")),
        "every reason": every_reason(),
        "long texts": long_texts(),
    }[name]
    drawn = json.loads(run_graphviz(draw(map_, "dot", Options(verdicts=True)).decode(), "json"))
    boxes = [one for one in drawn["objects"] if "width" in one and "_ldraw_" in one]
    assert len(boxes) >= len(map_.claims) + len(map_.arguments)
    for one in boxes:
        lines = [part for part in one["_ldraw_"] if part["op"] == "T"]
        assert max(part["width"] for part in lines) <= 72 * float(one["width"]) + 0.5, one["label"]

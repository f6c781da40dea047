"""JSON Canvas: places without overlap, edges between what is there, texts that show as they are."""

from __future__ import annotations

import json
import re
from itertools import combinations
from typing import Any

from coldwater.model import from_accepted_data
from coldwater.render.exchange.canvas import canvas_text
from coldwater.render.reading.verdicts import judge
from coldwater.semantics.labelling import PLAIN_WORDS
from render.format_samples import BRIDGE, hostile_map
from render.verdict_samples import every_reason


def test_it_has_the_fields_of_the_format() -> None:
    canvas = json.loads(canvas_text(from_accepted_data(BRIDGE)))
    for node in canvas["nodes"]:
        assert node["type"] in ("text", "group")
        assert all(isinstance(node[field], int) for field in ("x", "y", "width", "height"))
        assert re.fullmatch("#[0-9A-F]{6}", node.get("color", "#000000"))
    ids = [node["id"] for node in canvas["nodes"]]
    assert len(set(ids)) == len(ids)
    for edge in canvas["edges"]:
        assert {edge["fromNode"], edge["toNode"]} <= set(ids)
        assert {edge["fromSide"], edge["toSide"]} <= {"top", "right", "bottom", "left"}


def test_no_two_texts_overlap() -> None:
    nodes = [node for node in json.loads(canvas_text(hostile_map()))["nodes"] if node["type"] == "text"]
    assert not [(one["id"], two["id"]) for one, two in combinations(nodes, 2) if _overlap(one, two)]


def _overlap(one: dict[str, Any], two: dict[str, Any]) -> bool:
    return bool(
        one["x"] + 1 < two["x"] + two["width"] and two["x"] + 1 < one["x"] + one["width"]
        and one["y"] + 1 < two["y"] + two["height"] and two["y"] + 1 < one["y"] + one["height"]
    )  # fmt: skip


def test_verdicts_are_words_and_nothing_overlaps() -> None:
    map_ = every_reason()
    verdicts = judge(map_, map_.thesis)
    nodes = [node for node in json.loads(canvas_text(map_, verdicts=verdicts))["nodes"] if node["type"] == "text"]
    assert not [(one["id"], two["id"]) for one, two in combinations(nodes, 2) if _overlap(one, two)]
    assert "grounded" in nodes.pop()["text"]
    words = [re.search(r"\n\n\*\*(✓|✗|\?) (stands|falls|undecided)\*\*", node["text"]) for node in nodes]
    assert all(words)
    found = sorted(match[2] for match in words if match)
    assert found == sorted(PLAIN_WORDS[verdict] for verdict, _ in verdicts.of.values())


def test_markdown_in_texts_is_escaped() -> None:
    texts = "\n".join(node.get("text", "") for node in json.loads(canvas_text(hostile_map()))["nodes"])
    assert r"&lt;script>alert(1)&lt;/script>" in texts
    assert not re.search(r"<|(?<!\\)\[", texts)

"""Every call that is refused leads on: to calls that can be made, as data, or to why there is none."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from coldwater.mcp.tools import TOOLS, call
from coldwater.workshop import Workshop
from editing.moves.done import BRIDGE, SURVEY

NAME = "town.argmap.yaml"
NOW = "the version that it has now"
BROKEN = "argmap: 1\ntitle: T\nthesis: a\nclaims: [\n"
MOVES = [{"move": "turn", "id": "money"}]
#: The tool, what it is given, the text of the map, and whether a call is given that may be made instead.
WRONG: list[tuple[str, dict[str, Any], str, bool]] = [
    ("shows", {}, BRIDGE, True),
    ("nothing", {}, BRIDGE, False),
    ("move", {"moves": MOVES}, BRIDGE, True),
    ("move", {"version": NOW, "moves": []}, BRIDGE, False),
    ("move", {"version": NOW, "moves": MOVES[0]}, BRIDGE, True),
    ("move", {"version": "0" * 16, "moves": MOVES}, BRIDGE, True),
    ("move", {"version": NOW, "moves": json.loads("[" * 26 + "]" * 26)}, BRIDGE, False),
    ("move", {"version": NOW, "moves": [{"move": "claim", "text": "\ud800"}]}, BRIDGE, False),
    ("show", {"mpa": NAME}, BRIDGE, True),
    ("show", {"chars": 10}, BRIDGE, True),
    ("show", {"chars": "900"}, BRIDGE, True),
    ("show", {"chars": "many"}, BRIDGE, True),
    ("show", {"id": "craks"}, BRIDGE, True),
    ("show", {"id": "qqq"}, BRIDGE, True),
    ("show", {"map": "twon"}, BRIDGE, True),
    ("show", {"map": "../town"}, BRIDGE, True),
    ("show", {"map": "x" * 600}, BRIDGE, True),
    ("show", {"map": "x.yaml"}, BRIDGE, True),
    ("show", {"id": "a"}, BROKEN, True),
    ("explain", {"id": "craks"}, BRIDGE, True),
    ("explain", {}, BROKEN, True),
    ("render", {"id": "craks"}, BRIDGE, True),
    ("render", {"verdicts": "true"}, BRIDGE, True),
    ("evaluate", {"map": 7}, BRIDGE, True),
    ("cruxes", {}, BROKEN, True),
    ("gaps", {}, BRIDGE, True),
    ("gaps", {"side": "left"}, BRIDGE, True),
    ("find", {}, BRIDGE, False),
    ("find", {"text": " "}, BRIDGE, False),
    ("fields", {"of": "turns"}, BRIDGE, True),
    ("check", {"of": "x"}, BRIDGE, True),
    ("source", {"id": "surve"}, BRIDGE, True),
    ("source", {"id": "survey"}, BRIDGE.replace(", text: survey.txt", ""), False),
    ("source", {"id": "survey"}, BRIDGE.replace("survey.txt", "nowhere.txt"), False),
    ("source", {"id": "survey"}, BRIDGE.partition("sources:")[0].replace(", cites: [{source: survey}]", ""), False),
    ("source", {}, BRIDGE, True),
    ("fix", {"version": NOW}, BRIDGE, False),
    ("fix", {"version": NOW, "finding": 99}, BRIDGE, True),
    ("fix", {"version": NOW, "finding": 0}, BRIDGE.replace("supports:", "suports:"), True),
    ("fix", {"version": NOW, "finding": 1}, BRIDGE.replace("  grant: The", "  lost: It is old.\n  grant: The"), False),
    ("undo", {"version": NOW}, BRIDGE, False),
    ("create", {"map": "town", "title": "T?", "thesis": "T is so."}, BRIDGE, True),
    ("create", {"map": "no/new", "title": "T?", "thesis": "T is so."}, BRIDGE, True),
    ("create", {"map": "../new", "title": "T?", "thesis": "T is so."}, BRIDGE, True),
    ("create", {"map": "new", "title": "T?"}, BRIDGE, False),
]


@pytest.mark.parametrize(("tool", "given", "text", "leads_on"), WRONG, ids=[f"{one[0]} {one[1]}"[:60] for one in WRONG])
def test_a_refused_call_leads_on_by_calls_that_can_be_made_or_says_why_not(
    tool: str, given: dict[str, Any], text: str, leads_on: bool, tmp_path: Path
) -> None:
    (tmp_path / "survey.txt").write_text(SURVEY, encoding="utf-8")
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    shop = Workshop(str(tmp_path))
    now = re.search(r"version ([0-9a-f]{16})", call(shop, "show", {}).text)
    assert now
    given = {name: now[1] if value == NOW else value for name, value in given.items()}
    reply = call(shop, tool, given)
    assert reply.is_error
    calls = re.findall(r"^call instead: (\w+) (\{.*\})$", reply.text, re.MULTILINE)
    why = re.findall(r"^no other call: (?!None$)(.+)$", reply.text, re.MULTILINE)
    assert (bool(calls), bool(why)) == (leads_on, not leads_on), reply.text
    assert (tmp_path / NAME).read_text(encoding="utf-8") == text
    for other, data in calls:
        assert not call(shop, other, json.loads(data)).is_error, (other, data)


def test_every_tool_is_asked_wrongly_here() -> None:
    assert {tool for tool, *_ in WRONG} >= {tool.name for tool in TOOLS} - {"maps"}


def test_a_server_of_one_map_says_why_it_makes_no_other(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(BRIDGE, encoding="utf-8")
    reply = call(Workshop(str(tmp_path / NAME)), "create", {"map": "new", "title": "T?", "thesis": "T is so."})
    assert reply.is_error
    assert "no other call: " in reply.text


def test_a_folder_without_a_map_leads_to_the_first(tmp_path: Path) -> None:
    reply = call(Workshop(str(tmp_path)), "show", {})
    assert reply.text.splitlines()[-1].startswith("no other call: `create` makes one")


@pytest.mark.parametrize("tool", ["show", "explain", "check", "source", "gaps", "cruxes", "evaluate"])
def test_an_answer_that_is_cut_says_what_to_set_to_what(tool: str, tmp_path: Path) -> None:
    library = Path(__file__).parents[2] / "arguments" / "library-evenings.argmap.yaml"
    text = library.read_text(encoding="utf-8")
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    shop = Workshop(str(tmp_path))
    more: dict[str, Any] = {"side": "con"} if tool == "gaps" else {}
    if tool == "source":
        (tmp_path / NAME).write_text(BRIDGE, encoding="utf-8")
        (tmp_path / "survey.txt").write_text("\n".join(f"Line {n} of the survey." for n in range(99)), encoding="utf-8")
        more = {"id": "survey"}
    reply = call(shop, tool, {**more, "chars": 400})
    assert len(reply.text) <= 400
    if tool == "source":
        going_on = re.search(r"… set `block` to (\d+) to go on; the last is 99$", reply.text)
        assert going_on
        assert f"block {going_on[1]}: " in call(shop, tool, {**more, "block": int(going_on[1])}).text
    elif tool not in ("show", "check"):  # show folds, and there is nothing to say of this map
        to = re.search(r"… [\d,]+ characters more: set `chars` to (\d+) for all of it, or (.+)$", reply.text)
        assert to, reply.text
        assert "more: set `chars`" not in call(shop, tool, {**more, "chars": int(to[1])}).text

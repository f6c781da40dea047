"""The skill and ``llms.txt`` are true to the tools: what they name is there, and the example goes as it is shown."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from coldwater.formats.native.move_table import BY_NAME, MOVES
from coldwater.mcp.prompts import PROMPTS
from coldwater.mcp.tools import TOOLS, call
from coldwater.workshop import Workshop
from test_docs_commands import OPTIONS, shown

ROOT = Path(__file__).parents[2]
SKILL = (ROOT / "skill" / "SKILL.md").read_text(encoding="utf-8")
MOVES_PAGE = (ROOT / "skill" / "references" / "moves.md").read_text(encoding="utf-8")
COMMANDS_PAGE = (ROOT / "skill" / "references" / "commands.md").read_text(encoding="utf-8")
LLMS = (ROOT / "llms.txt").read_text(encoding="utf-8")
ASSISTANTS = (ROOT / "docs" / "assistants.md").read_text(encoding="utf-8")
#: A call in the example: the tool, what it takes, and what it answers.
CALL = re.compile(r"^```\n([a-z]+) (\{.*?\})\n\n(.*?)\n```$", re.DOTALL | re.MULTILINE)
FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)


def test_the_example_goes_as_it_is_shown(tmp_path: Path) -> None:
    shop = Workshop(str(tmp_path))
    calls = CALL.findall(SKILL)
    assert len(calls) == 6
    for tool, given, answer in calls:
        reply = call(shop, tool, json.loads(given))
        assert not reply.is_error
        assert reply.text == answer


def test_a_skill_says_what_it_is_for_and_is_short() -> None:
    head = re.match(r"---\nname: ([a-z-]+)\ndescription: (.+?)\n---\n", SKILL)
    assert head
    assert len(head[2]) <= 1_024
    assert len(SKILL) < 10_000


def test_what_the_skill_names_is_there() -> None:
    words = FENCED.sub("", SKILL)
    known = {tool.name for tool in TOOLS} | {*BY_NAME} | {field.name for kind in MOVES for field in kind.fields}
    known |= {name for kind in MOVES for name in kind.further()}
    known |= {"fact", "chars", "implicit", "version", "text", "shape", "graph", "contradicts"}
    named = set(re.findall(r"`([a-z_]+)`", words))
    assert named <= known, named - known
    for target in re.findall(r"\]\(([^)#]+)\)", SKILL):
        assert (ROOT / "skill" / target).exists()


def test_the_page_of_moves_lists_all_with_what_they_take() -> None:
    examples = [json.loads(text) for text in re.findall(r"```json\n(.*?)\n```", MOVES_PAGE)]
    assert examples == [kind.example for kind in MOVES]
    for kind in MOVES:
        part = MOVES_PAGE.partition(f"## {kind.name}\n")[2].partition("\n## ")[0]
        assert kind.says in part
        for field in kind.fields:
            assert f"* `{field.name}`{'' if field.is_needed else ' (may be left out)'}: {field.says}" in part
        assert set(kind.further()) <= set(re.findall(r"`([a-z_A-Z-]+)`", part))


@pytest.mark.parametrize("page", [COMMANDS_PAGE, LLMS, ASSISTANTS], ids=["commands", "llms", "assistants"])
def test_commands_that_are_named_are_there(page: str) -> None:
    for name, options in shown(page):
        assert name in OPTIONS
        assert set(options) <= OPTIONS[name]


def test_every_tool_and_prompt_is_told() -> None:
    for page in (COMMANDS_PAGE, ASSISTANTS):
        assert {tool.name for tool in TOOLS} <= set(re.findall(r"`([a-z]+)`", page))
    assert {prompt.name for prompt in PROMPTS} <= set(re.findall(r"`([a-z-]+)`", ASSISTANTS))


def test_links_of_llms_txt_are_there_and_it_names_the_main_pages() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", LLMS)
    assert {"skill/SKILL.md", "docs/assistants.md", "docs/format.md"} <= {*targets}
    assert all((ROOT / target).exists() for target in targets)

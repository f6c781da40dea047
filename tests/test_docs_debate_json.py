"""docs/debate-json.md names every key that the schemas of ``coldwater prep`` declare and none besides, and every state.

That the schemas declare what is printed is tested with them.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from coldwater.prep.material import exchange
from coldwater.prep.speeches import points
from coldwater.schemas import schema_text

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "debate-json.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE))
COMMON = SECTIONS["In all of them"]
#: The schemas of what a section tells.
TOLD = {
    "gaps": ["gaps"],
    "questions": ["questions"],
    "blocks": ["blocks"],
    "brief": ["brief"],
    "flow": ["flow"],
    "plan": ["plan"],
    "overview": ["overview"],
    "drill --stats and formats": ["drill", "formats"],
}
#: What a section holds in the words of others.
BORROWS = {
    "blocks": ["questions"],
    "brief": ["blocks", "questions"],
    "overview": ["brief"],
    "drill --stats and formats": ["flow"],
}


def keys(name: str) -> set[str]:
    """Give every key that a schema declares, at any depth."""
    return set(_keys(json.loads(schema_text(name))))


def _keys(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        yield from node.get("properties", {})
        for inner in node.values():
            yield from _keys(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from _keys(inner)


def named(text: str) -> set[str]:
    """Give what stands in backticks in a text and may be a key."""
    return set(re.findall(r"`([a-z_]+)`", text))


@pytest.mark.parametrize("section", TOLD)
def test_every_key_is_named_and_every_one_named_is_there(section: str) -> None:
    found = set[str]().union(*map(keys, TOLD[section]))
    found |= {"format"} if "formats" in TOLD[section] else set()
    texts = [COMMON, *(SECTIONS[one] for one in (section, *BORROWS.get(section, ())))]
    assert found <= named(" ".join(texts))
    in_table = re.findall(r"^\| (`.*)", SECTIONS[section], re.MULTILINE)
    assert named("\n".join(in_table) or SECTIONS[section]) <= found, section


def test_what_is_in_all_of_them_is_in_the_blocks() -> None:
    assert named("\n".join(re.findall(r"^\| (`.*)", COMMON, re.MULTILINE))) <= keys("blocks")


@pytest.mark.parametrize(
    ("module", "kind", "section"),
    [(exchange, "Mark", "flow"), (exchange, "Origin", "flow"), (points, "Kind", "plan")],
)
def test_every_word_is_told(module: Any, kind: str, section: str) -> None:
    listed = re.search(rf"{kind} = Literal\[(.*?)\]", Path(module.__file__).read_text(encoding="utf-8"), re.DOTALL)
    assert listed
    for word in re.findall(r'"([a-z-]+)"', listed[1]):
        assert re.search(rf"[|,;(] ?{word}\b|\b{word} or |or {word}\b", SECTIONS[section]), word


def test_lines_are_short_and_links_are_there() -> None:
    assert max(len(line) for line in PAGE.splitlines()) <= 130
    for target in re.findall(r"\]\(([^)#]+)\)", PAGE):
        assert (ROOT / "docs" / target).exists(), target

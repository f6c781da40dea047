"""docs/debate-json.md names every key that the JSON of ``coldwater prep`` has and none besides, and every state."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from coldwater.cli import main
from coldwater.prep.material import exchange, points

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "debate-json.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE))
COMMON = SECTIONS["In all of them"]
MAPS = (
    "arguments/library-evenings.argmap.yaml",
    "arguments/china-russia-alliance.argmap.yaml",
    "tests/maps/double-edged-premise.argmap.yaml",
)
COMMANDS = {
    "gaps": "gaps MAP --side con",
    "questions": "questions MAP --side con",
    "blocks": "blocks MAP --side con",
    "brief": "brief MAP --side con",
    "flow": "flow MAP --side con --debate-format public-forum",
    "plan": "plan MAP --side con --minutes 1",
    "drill --stats and formats": "drill MAP --side con --stats",
}
#: What a section holds in the words of others.
BORROWS = {"blocks": ["questions"], "brief": ["blocks", "questions"], "drill --stats and formats": ["flow"]}


def keys(data: Any) -> Iterator[str]:
    """Give every key at any depth."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from keys(value)
    elif isinstance(data, list):
        for one in data:
            yield from keys(one)


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Give a function that runs a command of ``prep`` and gives the keys of its JSON."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLDWATER_STATE", str(tmp_path))

    def run(command: str) -> set[str]:
        with pytest.raises(SystemExit) as stop:
            main(["prep", *command.split(), "--output-format", "json"])
        assert stop.value.code == 0, command
        return set(keys(json.loads(capsys.readouterr().out)))

    return run


def named(text: str) -> set[str]:
    """Give what stands in backticks in a text and may be a key."""
    return set(re.findall(r"`([a-z_]+)`", text))


@pytest.mark.parametrize("section", COMMANDS)
def test_every_key_is_named_and_every_one_named_is_there(section: str, printed: Any) -> None:
    found: set[str] = set()
    for map_ in MAPS:
        found |= printed(COMMANDS[section].replace("MAP", map_))
    if section.startswith("drill"):
        found |= printed("formats") | {"format"}
    texts = [COMMON, *(SECTIONS[one] for one in (section, *BORROWS.get(section, ())))]
    assert found <= named(" ".join(texts))
    in_table = re.findall(r"^\| (`.*)", SECTIONS[section], re.MULTILINE)
    assert named("\n".join(in_table) or SECTIONS[section]) <= found | {"team"}, section


def test_what_is_in_all_of_them_is_in_the_blocks(printed: Any) -> None:
    found: set[str] = set()
    for map_ in MAPS:
        found |= printed(f"blocks {map_} --side con")
    assert named("\n".join(re.findall(r"^\| (`.*)", COMMON, re.MULTILINE))) <= found


@pytest.mark.parametrize(
    ("module", "kind", "section"),
    [(exchange, "Mark", "flow"), (exchange, "Origin", "flow"), (points, "Kind", "plan")],
)
def test_every_word_is_told(module: Any, kind: str, section: str) -> None:
    listed = re.search(rf"{kind} = Literal\[(.*?)\]", Path(module.__file__).read_text(encoding="utf-8"))
    assert listed
    for word in re.findall(r'"([a-z-]+)"', listed[1]):
        assert re.search(rf"[|,;(] ?{word}\b|\b{word} or |or {word}\b", SECTIONS[section]), word


def test_lines_are_short_and_links_are_there() -> None:
    assert max(len(line) for line in PAGE.splitlines()) <= 130
    for target in re.findall(r"\]\(([^)#]+)\)", PAGE):
        assert (ROOT / "docs" / target).exists(), target

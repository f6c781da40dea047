"""docs/editing.md shows what the commands print, one after the other on the map in it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from coldwater.cli import main
from coldwater.rules import RULES

ROOT = Path(__file__).parents[1]
EDITING = (ROOT / "docs" / "editing.md").read_text(encoding="utf-8")
#: A command that is run unseen, or one that is shown with what it prints.
STEP = re.compile(r"<!-- runs: coldwater (.+?) -->|^```\n\$ coldwater (.+?)\n(.*?)```", re.DOTALL | re.MULTILINE)
STEPS = STEP.findall(EDITING)


def outputs(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Run the commands of the page in a folder with its map; give what each prints, stdout before stderr."""
    map_ = re.findall(r"```yaml\n(.*?)```", EDITING, re.DOTALL)[0]
    (folder / "town.argmap.yaml").write_text(map_, encoding="utf-8")
    found = []
    for unseen, command, _ in STEPS:
        with pytest.raises(SystemExit):
            main(shlex.split(unseen or command))
        found.append("".join(capsys.readouterr()))
    return found


def test_the_page_on_editing_shows_what_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    assert len(STEPS) == 11
    for (unseen, command, shown), printed in zip(STEPS, outputs(tmp_path, capsys), strict=True):
        if not unseen:
            assert (command, printed) == (command, shown)


def test_the_page_names_the_rules_that_offer_fixes() -> None:
    safe = re.findall(r"^\| (CW\d{3}) \|", EDITING, re.MULTILINE)
    assert safe == ["CW003", *(rule.CODE for rule in RULES if hasattr(rule, "fix"))]
    (unsafe,) = re.findall(r"`--unsafe-fixes` adds .*?\n\n", EDITING, re.DOTALL)
    assert re.findall(r"CW\d{3}", unsafe) == [rule.CODE for rule in RULES if hasattr(rule, "guess")]


def test_links_are_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", EDITING):
        assert (ROOT / "docs" / target).exists(), target

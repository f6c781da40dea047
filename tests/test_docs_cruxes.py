"""docs/cruxes.md shows what is printed, and names every key and every state there is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from coldwater.cli import main
from coldwater.prep.deciding import answers, load

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "cruxes.md").read_text(encoding="utf-8")
STATES = ("unanswered", "answered", "answered-but-beaten", "contested", "fallen")


def printed(command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("NO_COLOR", "1")
    with pytest.raises(SystemExit):
        main(command.split()[1:])
    return capsys.readouterr().out


def test_what_the_page_shows_is_printed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    [(command, shown)] = re.findall(r"```\n\$ (coldwater .+?)\n(.*?)```", PAGE, re.DOTALL)
    assert printed(command, capsys, monkeypatch) == shown


def test_every_key_is_named(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    command = "coldwater cruxes arguments/library-evenings.argmap.yaml --output-format json"
    data = json.loads(printed(command, capsys, monkeypatch))
    rows = {key: row for row in re.findall(r"^\| `.*$", PAGE, re.MULTILINE) for key in re.findall(r"`(\w+)`", row)}
    assert set(data) <= set(rows)
    for key in ("cruxes", "thresholds", "load", "free_concessions"):
        inner = data[key].get("found") or data[key].get("claims")
        assert {*data[key], *(inner[0] if inner else ())} - {"claims", "argument", "id", "most_size"} <= set(rows), key


def test_every_state_is_explained() -> None:
    assert tuple(re.findall(r"^\| ([a-z-]+) \| (?!meaning|what)", PAGE, re.MULTILINE)) == STATES
    named = re.search(r"State = Literal\[(.*?)\]", Path(answers.__file__).read_text(encoding="utf-8"))
    assert named
    assert tuple(re.findall(r'"([a-z-]+)"', named[1])) == STATES


def test_its_numbers_are_those_of_the_program() -> None:
    assert f"Up to {load.MOST_COUNTED} leaves all ways are counted ({load.MOST_SEARCHED} where" in PAGE
    assert f"that {load.DRAWS:,} are" in PAGE
    assert f"({load.FEWER_DRAWS:,} for more than {load.MANY} leaves)" in " ".join(PAGE.split())

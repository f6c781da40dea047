"""docs/hypotheses.md shows what is printed, names every key, and has the figures of the program."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from coldwater.cli import main
from coldwater.prep.material import credibility

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "hypotheses.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```\n\$ (coldwater .+?)\n(.*?)```", PAGE, re.DOTALL)


def printed(command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("NO_COLOR", "1")
    with pytest.raises(SystemExit):
        main(command.split()[1:])
    return capsys.readouterr().out


@pytest.mark.parametrize(("command", "shown"), SHOWN, ids=["assumptions", "ach"])
def test_what_the_page_shows_is_printed(
    command: str, shown: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert printed(command, capsys, monkeypatch) == shown


@pytest.mark.parametrize(
    ("command", "parts"),
    [
        ("coldwater prep assumptions arguments/library-evenings.argmap.yaml", ["assumptions"]),
        ("coldwater prep ach tests/maps/outage.argmap.yaml", ["hypotheses", "evidence", "hinges"]),
    ],
)
def test_every_key_is_named(
    command: str, parts: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = json.loads(printed(f"{command} --output-format json", capsys, monkeypatch))
    named = set(re.findall(r"`(\w+)`", PAGE[PAGE.index("## JSON") :]))
    assert set(data) <= named
    for part in parts:
        assert set(data[part][0]) <= named, part
    for row in data.get("evidence", ()):
        assert {*row["cells"][0]} <= named
        assert {cell["bearing"] for cell in row["cells"]} <= {"consistent", "inconsistent", "both", "unknown"}


def test_its_figures_are_those_of_the_program() -> None:
    text = " ".join(PAGE.split())
    assert f"count {credibility.UNGRADED:g}; a claim without a source {credibility.UNSOURCED:g}." in text
    steps = ", ".join(f"{credibility.grade_value(letter):g}" for letter in "ABCDE")
    assert f"A, B, C, D, E of the admiralty code ({steps})" in text
    for word in ("high", "medium", "low"):
        assert f"{word} ({credibility.grade_value(word):g})" in text
    assert f"cannot be judged ({credibility.grade_value('F'):g})" in text

"""docs/migrating.md: every line of it runs, in order, and what was brought in is a map without a finding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coldwater import api, exchange
from coldwater.cli import main

PAGE = (Path(__file__).parents[1] / "docs" / "migrating.md").read_text(encoding="utf-8")
SECTIONS: dict[str, str] = dict(re.findall(r"^## From ([^\n]+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
#: The file that a section begins with, where it shows one.
NAMES = {
    "Argdown": "cars.argdown", "Kialo": "cars.kialo.txt", "Rationale, or any outline": "cars.outline",
    "a spreadsheet": "cars.csv", "GSN": "bridge.gsn.yaml",
}  # fmt: skip


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def prepare(title: str, body: str, here: Path) -> None:
    """Put the file that a section is about into the folder."""
    if title == "Word":
        text = re.findall(r"```kialo\n(.*?)```", PAGE, re.DOTALL)[0]
        (here / "cars.kialo.txt").write_text(text, encoding="utf-8")
        (here / "blocks.docx").write_bytes(exchange.convert(here / "cars.kialo.txt", "word-blocks").data)
        return
    ((kind, text),) = re.findall(r"```(argdown|kialo|outline|csv|yaml)\n(.*?)```", body, re.DOTALL)
    assert kind
    (here / NAMES[title]).write_text(text, encoding="utf-8")


def test_there_is_a_section_for_each_user() -> None:
    assert list(SECTIONS) == ["Argdown", "Kialo", "Rationale, or any outline", "Word", "a spreadsheet", "GSN"]


@pytest.mark.parametrize("title", SECTIONS)
def test_its_five_lines_run(title: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    prepare(title, SECTIONS[title], here)
    lines = re.findall(r"^\$ coldwater (.+)$", SECTIONS[title], re.MULTILINE)
    assert len(lines) == 5
    for line in lines:
        with pytest.raises(SystemExit) as stop:
            main(line.split())
        assert stop.value.code in (0, None), (line, capsys.readouterr())
    (made,) = here.glob("*.argmap.yaml")
    assert [finding for finding in api.check_file(made).findings if finding.severity != "info"] == []


@pytest.mark.parametrize("title", ["Argdown", "Kialo", "Rationale, or any outline", "a spreadsheet"])
def test_the_same_argument_comes_in_the_same(title: str, here: Path) -> None:
    prepare(title, SECTIONS[title], here)
    brought = exchange.read(here / NAMES[title])
    assert brought.counts._asdict() == {
        "claims": 4, "arguments": 3, "supports": 1, "attacks": 2, "on_arguments": 0, "linked": 0
    }  # fmt: skip
    assert brought.losses == ()
    assert {claim.text for claim in brought.map.claims.values()} == {
        "The old town should be free of cars.",
        "Cars make the air bad.",
        "Shops would lose customers.",
        "Most customers come on foot.",
    }

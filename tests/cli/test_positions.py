"""``coldwater positions`` as a user calls it: who says what, what follows, and what is disputed, in every form."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from .conftest import BRIDGE, Run

HELD = (
    BRIDGE
    + """\
positions:
  mayor: {name: The mayor, accepts: [cracks, rebuild], rejects: [costly]}
  clerk: {name: The clerk, accepts: [cracks, costly], rejects: [rebuild, unsafe], note: Asked on 3 May.}
  torn: {name: Somebody torn, accepts: [unsafe], rejects: [rebuild, unsafe]}
"""
)


@pytest.fixture
def bridge(here: Path) -> Path:
    path = here / "bridge.argmap.yaml"
    path.write_text(HELD, encoding="utf-8")
    return path


@pytest.fixture
def told(run: Run, bridge: Path) -> str:
    outcome = run("positions", bridge.name)
    assert (outcome.code, outcome.err) == (0, "")
    return " ".join(outcome.out.split())


@pytest.mark.parametrize(
    "said",
    [
        "Positions: Should the bridge be rebuilt?",
        "The mayor [mayor] accepts 2, rejects 1 accepts it make it stand",
        "The clerk [clerk] accepts 2, rejects 2 rejects it make it fall",
        "Disputed (2) • The town should rebuild the bridge. [rebuild] • Rejected by: The clerk and Somebody torn",
        "Rejected by: The mayor • Accepted by: The clerk • Left standing by: Somebody torn",
        "Rejected by some, left standing by others (1)",
        "It accepts the thesis. Leaving that aside, this stands: reasons for it stand and nothing against it.",
        "Note. Asked on 3 May.",
        "Does not hang together by its own lights • Both accepts and rejects:",
    ],
)
def test_the_page_says(told: str, said: str) -> None:
    assert said in told


def test_what_a_position_is_open_to_is_told_with_what_it_follows_from(run: Run, here: Path) -> None:
    text = BRIDGE + "positions: {mayor: {name: The mayor, accepts: [cracks], rejects: [rebuild, costly]}}\n"
    (here / "m.yaml").write_text(text, encoding="utf-8")
    told = " ".join(run("positions", "m.yaml").out.split())
    assert "Open to what it rejects (1)" in told
    assert "For it: Unsafe girder: it accepts cracks; it says nothing of unsafe. [safety]" in told
    assert "Disputed" not in told  # there is nobody to dispute with


def test_a_map_without_positions_says_so(run: Run, here: Path) -> None:
    (here / "m.yaml").write_text(BRIDGE, encoding="utf-8")
    assert "This map has no positions" in run("positions", "m.yaml").out
    assert json.loads(run("positions", "m.yaml", "--output-format", "json").out)["positions"] == []
    assert "rebuild" in run("positions", "m.yaml", "--output-format", "csv").out


def test_json_holds_all_of_it(run: Run, bridge: Path) -> None:
    data: Any = json.loads(run("positions", bridge.name, "--output-format", "json").out)
    mayor, clerk, torn = data["positions"]
    assert (mayor["stance"], mayor["entailed"]["verdict"], mayor["coherent"]) == ("accepts", "in", True)
    assert (clerk["stance"], clerk["entailed"]["verdict"], clerk["open_to"]) == ("rejects", "out", [])
    assert (torn["both"], torn["coherent"]) == (["unsafe"], False)
    assert [(one["claim"], one["held"]) for one in data["disputes"]] == [
        ("rebuild", "accepts"),
        ("costly", "accepts"),
        ("unsafe", "granted"),
    ]


def test_the_sheet_has_a_row_for_each_claim_and_a_column_for_each_position(run: Run, bridge: Path) -> None:
    text = run("positions", bridge.name, "--output-format", "csv").out.removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == ["Claim", "Text", "The mayor, mayor", "The clerk, clerk", "Somebody torn, torn", "Disputed"]
    by_id = {row[0]: row[2:] for row in rows[1:]}
    assert by_id["rebuild"] == ["accepts", "rejects", "rejects", "yes"]
    assert by_id["cracks"] == ["accepts", "accepts", "", ""]
    assert by_id["unsafe"] == ["leaves standing", "rejects", "accepts and rejects", "left standing"]
    assert by_id[""] == ["in", "out", "out", ""]


@pytest.mark.parametrize("form", ["md", "html", "docx", "txt", "json", "csv"])
def test_the_name_of_a_file_tells_the_form(run: Run, bridge: Path, form: str) -> None:
    outcome = run("positions", bridge.name, "-o", f"out.{form}")
    assert (outcome.code, outcome.out) == (0, f"out.{form}\n")
    path = Path(f"out.{form}")
    data = zipfile.ZipFile(path).read("word/document.xml") if form == "docx" else path.read_bytes()
    assert "The clerk" in data.decode()


def test_a_standard_is_said(run: Run, bridge: Path) -> None:
    assert "standard of proof: scintilla" in " ".join(
        run("positions", bridge.name, "--standard", "scintilla").out.split()
    )


def test_many_positions_are_counted_and_json_holds_all(run: Run, here: Path) -> None:
    held = "".join(f"  p{one}: {{name: Person {one}, rejects: [costly]}}\n" for one in range(60))
    (here / "m.yaml").write_text(f"{BRIDGE}positions:\n{held}", encoding="utf-8")
    told = run("positions", "m.yaml").out
    assert "And 10 more positions, which the sheet (csv) and JSON hold." in told
    assert "[p49]" in told
    assert "[p50]" not in told
    assert len(json.loads(run("positions", "m.yaml", "--output-format", "json").out)["positions"]) == 60

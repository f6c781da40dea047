"""``coldwater prep flow``, ``plan`` and ``formats`` as a user calls them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from work import ends

from .conftest import BRIDGE, Run
from .hash_seeds import assert_same_bytes
from .test_prep import ARTICLE, large_map

FLOW = ("prep", "flow")
FORMATS = ("policy", "lincoln-douglas", "public-forum", "world-schools", "british-parliamentary")


@pytest.fixture
def bridge(here: Path) -> str:
    (here / "bridge.argmap.yaml").write_text(BRIDGE, encoding="utf-8")
    return "bridge.argmap.yaml"


@pytest.mark.parametrize("debate", FORMATS)
@pytest.mark.parametrize("side", ["pro", "con"])
def test_a_flow_in_each_format_for_each_side(run: Run, bridge: str, debate: str, side: str) -> None:
    for form in ("full", "markdown", "json"):
        outcome = run(*FLOW, bridge, "--side", side, "--debate-format", debate, "--output-format", form)
        assert (outcome.code, outcome.err) == (0, ""), form
        assert outcome.out.endswith("\n")
        if form == "json":
            data = json.loads(outcome.out)
            assert (data["version"], data["side"], data["format"]["name"]) == (1, side, debate)
        else:
            assert "Unsafe girder" in outcome.out
            assert "DROPPED" in outcome.out
            assert all(len(line) <= 100 for line in outcome.out.splitlines()) or form == "markdown"


def test_a_flow_as_csv_and_as_a_workbook(run: Run, here: Path, bridge: str) -> None:
    words = (*FLOW, bridge, "--side", "con", "--debate-format", "ld")
    assert run(*words, "-o", "flow.csv").out == "flow.csv\n"
    data = (here / "flow.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    assert {len(row) for row in rows} == {7}
    assert rows[0][1].startswith("AC, Affirmative constructive, pro, them, 6:00")
    assert rows[2][:2] == ["Pro 1 Unsafe girder", "Unsafe girder (safety)"]
    assert run(*words, "-o", "flow.xlsx").out == "flow.xlsx\n"
    book = load_workbook(here / "flow.xlsx")
    assert book.sheetnames == ["Flow", "Pro 1", "Con 1", "Drops"]
    assert [cell.value or "" for cell in book["Flow"][3]] == rows[2]
    assert book["Drops"]["C2"].value == "safety"


def test_what_would_be_a_formula_is_text(run: Run, here: Path) -> None:
    hostile = BRIDGE.replace("title: Cost,", 'title: "=HYPERLINK(1)",').replace(
        "title: Unsafe girder", 'title: "@SUM(1)"'
    )
    (here / "hostile.argmap.yaml").write_text(hostile, encoding="utf-8")
    words = (*FLOW, "hostile.argmap.yaml", "--side", "con", "--debate-format", "ld")
    assert "\r\nCon 1 =HYPERLINK(1),,'=HYPERLINK(1) (money)," in _with(run(*words, "--output-format", "csv").out)
    run(*words, "-o", "flow.xlsx")
    cells = [cell for row in load_workbook(here / "flow.xlsx")["Flow"].iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert "@SUM(1) (safety)" in [cell.value for cell in cells]


def _with(text: str) -> str:
    """Give text as it was written: reading it in the test has made all line ends alike."""
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


@pytest.mark.parametrize(
    "words",
    [("flow", "--debate-format", "bp"), ("plan", "--minutes", "7"), ("plan", "--minutes", "60", "--wpm", "300")],
)
def test_a_map_of_two_thousand_claims(run: Run, here: Path, words: tuple[str, ...]) -> None:
    (here / "large.argmap.json").write_text(json.dumps(large_map()), encoding="utf-8")
    for side in ("pro", "con"):
        with ends():
            outcome = run("prep", words[0], "large.argmap.json", "--side", side, *words[1:])
            assert (outcome.code, outcome.err) == (0, "")
        assert 10 < len(outcome.out.splitlines()) < 1500


def test_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    given = (str(ARTICLE), "--side", "con", "--seconds", "60")
    sheet = ("prep", "flow", *given, "--debate-format", "policy")
    commands: dict[str, tuple[str, ...]] = {f"flow.{ending}": sheet for ending in ("txt", "md", "json", "csv", "xlsx")}
    commands |= {f"plan.{ending}": ("prep", "plan", *given, "--minutes", "3") for ending in ("txt", "md", "json")}
    assert_same_bytes(tmp_path, commands)


def test_who_speaks_first_is_a_matter_of_the_coin(run: Run, bridge: str) -> None:
    words = (*FLOW, bridge, "--side", "con", "--output-format", "json")
    forum = json.loads(run(*words, "--debate-format", "pf", "--first", "con").out)
    assert forum["format"]["speeches"][0]["side"] == "con"
    outcome = run(*words, "--debate-format", "policy", "--first", "con")
    assert (outcome.code, outcome.err) == (2, "coldwater: in policy pro speaks first; no coin decides it\n")


def test_a_flow_without_a_format_lists_them(run: Run, bridge: str) -> None:
    outcome = run("prep", "flow", bridge, "--side", "pro")
    assert (outcome.code, outcome.out) == (2, "")
    assert "--debate-format policy|lincoln-douglas|public-forum|world-schools|british-parliamentary" in outcome.err


def test_an_unknown_format_is_told_with_what_was_meant(run: Run, bridge: str) -> None:
    outcome = run(*FLOW, bridge, "--side", "con", "--debate-format", "polcy")
    assert outcome.code == 2
    assert "Did you mean `policy`?" in outcome.err
    assert run(*FLOW, bridge, "--side", "con", "--debate-format", "none.yaml").code == 2


def test_formats_are_listed_and_printed_as_files_to_start_from(run: Run, here: Path, bridge: str) -> None:
    listed = run("prep", "formats").out
    assert all(name in listed for name in FORMATS)
    assert "AC 6:00, NC 7:00, 1AR 4:00, NR 6:00, 2AR 3:00" in listed
    (here / "own.yaml").write_text(run("prep", "formats", "ld").out, encoding="utf-8")
    words = (*FLOW, bridge, "--side", "pro", "--debate-format")
    assert run(*words, "own.yaml").out == run(*words, "ld").out
    (here / "own.json").write_text(run("prep", "formats", "ld", "--output-format", "json").out, encoding="utf-8")
    assert run(*words, "own.json").out == run(*words, "ld").out
    (here / "own.yaml").write_text("name: x\ntitle: y\nspeeches: [{}]\n", encoding="utf-8")
    outcome = run(*words, "own.yaml")
    assert outcome.code == 2
    assert outcome.err.startswith("coldwater: own.yaml: line 3, column 12: `code`, `name`, `side`")


def test_a_plan_for_a_time_or_for_a_speech(run: Run, bridge: str) -> None:
    words = ("prep", "plan", bridge, "--side", "pro")
    assert "2 minutes 30 seconds at 120 words a minute" in run(*words, "--minutes", "2.5", "--wpm", "120").out
    speech = json.loads(run(*words, "--debate-format", "ld", "--speech", "1ar", "--output-format", "json").out)
    assert speech["minutes"] == 4
    for wrong, told in (
        ((), "say how long the speech is"),
        (("--speech", "1AC"), "go together"),
        (("--debate-format", "ld", "--speech", "2AC"), "lincoln-douglas has no speech 2AC"),
        (("--debate-format", "ld", "--speech", "NC"), "NC is a speech of con, not of pro"),
    ):
        outcome = run(*words, *wrong)
        assert outcome.code == 2
        assert told in outcome.err


def test_the_name_of_a_file_tells_the_form(run: Run, here: Path, bridge: str) -> None:
    outcome = run("prep", "plan", bridge, "--side", "pro", "--minutes", "3", "-o", "plan.xlsx")
    assert outcome.code == 2
    assert not (here / "plan.xlsx").exists()
    assert run("prep", "plan", bridge, "--side", "pro", "--minutes", "3", "-o", "plan.md").code == 0
    assert (here / "plan.md").read_text(encoding="utf-8").startswith("# Speech for pro")


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_filled_sheet_is_read_back_and_the_next_speech_planned_from_it(
    run: Run, here: Path, bridge: str, ending: str
) -> None:
    words = ("--side", "pro", "--debate-format", "policy")
    sheet = f"flow.{ending}"
    assert run("prep", "flow", bridge, *words, "-o", sheet).code == 0
    assert "new to the map" not in run("prep", "flow", bridge, *words, "--filled", sheet, "--speech", "2AC").out
    if ending == "xlsx":
        book = load_workbook(here / sheet)
        page = book["Con 1"]
        assert page.freeze_panes == "D2"
        page["C5"] = "A bridge ruins the view."
        book.save(here / sheet)
    else:
        text = (here / sheet).read_text(encoding="utf-8")
        (here / sheet).write_text(f"{text},,A bridge ruins the view.\r\n", encoding="utf-8")
    again = run("prep", "flow", bridge, *words, "--filled", sheet, "--speech", "2AC", "--patch", "round.yaml")
    assert again.code == 0
    assert "1NC (con), new to the map: A bridge ruins the view. (against “The town should rebuild" in " ".join(
        again.out.split()
    )
    plan = run("prep", "plan", bridge, *words, "--filled", sheet, "--speech", "2AC")
    assert "A bridge ruins the view" in plan.out[plan.out.index("Not answered") :]
    assert run("apply", bridge, "round.yaml").code == 0


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--filled", "flow.csv"), "--filled needs  --speech CODE"),
        (("--speech", "2AC"), "--speech and --patch go with --filled"),
        (("--filled", "flow.txt", "--speech", "2AC"), "must end in .xlsx or .csv"),
        (("--filled", "none.csv", "--speech", "2AC"), "none.csv"),
        (("--filled", "other.csv", "--speech", "2AC"), "is it a sheet of this flow?"),
        (("--filled", "bad.xlsx", "--speech", "2AC"), "bad.xlsx"),
        (("--filled", "other.csv", "--speech", "9AC"), "has no speech 9AC"),
    ],
)
def test_a_sheet_that_is_none_is_refused(run: Run, here: Path, bridge: str, given: tuple[str, ...], said: str) -> None:
    (here / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (here / "flow.txt").write_text("x", encoding="utf-8")
    (here / "bad.xlsx").write_bytes(b"PK nothing")
    outcome = run("prep", "flow", bridge, "--side", "pro", "--debate-format", "policy", *given)
    assert outcome.code == 2
    assert said in outcome.err

"""``coldwater prep`` as a user calls it."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest

import coldwater
from coldwater import judge
from coldwater.errors import UsageError
from work import ALL, ends

from .conftest import BRIDGE, BROKEN, Run
from .hash_seeds import assert_same_bytes

ARTICLE = Path(__file__).parents[2] / "arguments" / "china-russia-alliance.argmap.yaml"
OUTAGE = Path(__file__).parents[1] / "maps" / "outage.argmap.yaml"
KINDS = ("gaps", "questions", "blocks", "brief", "assumptions")
FORMATS = ("full", "markdown", "html", "json")
#: What the names of files end in, by form.
ENDINGS = {"full": "txt", "markdown": "md", "html": "html", "json": "json", "docx": "docx"}


@pytest.fixture
def bridge(here: Path) -> str:
    (here / "bridge.argmap.yaml").write_text(BRIDGE, encoding="utf-8")
    return "bridge.argmap.yaml"


def large_map(number: int = 2000) -> dict[str, Any]:
    """Make a map of so many claims: long lines, broad ones, and answers to arguments."""
    random = Random(number)  # noqa: S311 - a sample, no secret
    claims, arguments, nodes = {"t": "The thesis."}, dict[str, Any](), ["t"]
    while len(claims) < number:
        target = random.choice(nodes[-200:] if random.random() < 0.5 else nodes)
        premises = [f"c{len(claims)}", f"c{len(claims) + 1}"]
        claims |= {name: f"Claim {name} holds." for name in premises}
        name = f"a{len(arguments)}"
        does = "supports" if random.random() < 0.6 and not target.startswith("a") else "attacks"
        arguments[name] = {"premises": premises, does: target}
        nodes += [*premises, name]
    return {"argmap": 1, "title": "Large", "thesis": "t", "claims": claims, "arguments": arguments}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("side", ["pro", "con"])
def test_each_kind_for_each_side_in_each_form(run: Run, bridge: str, kind: str, side: str) -> None:
    for form in FORMATS:
        notes = ("--notes",) if (kind, form) == ("blocks", "html") else ()  # what is handed on holds answers alone
        outcome = run("prep", kind, bridge, "--side", side, "--output-format", form, *notes)
        assert (outcome.code, outcome.err) == (0, ""), form
        assert outcome.out.endswith("\n")
        assert not outcome.out.endswith("\n\n")
        if form == "json":
            data = json.loads(outcome.out)
            assert (data["version"], data["side"]) == (1, side)
            assert data["thesis"] == {"id": "rebuild", "verdict": "undecided"}
        else:
            assert "The town should rebuild the bridge." in outcome.out
            assert all(len(line) <= 100 for line in outcome.out.splitlines()) or form in ("markdown", "html")


@pytest.mark.parametrize("kind", KINDS)
def test_a_map_of_two_thousand_claims(run: Run, here: Path, kind: str) -> None:
    (here / "large.argmap.json").write_text(json.dumps(large_map()), encoding="utf-8")
    for side in ("pro", "con"):
        with ends():
            outcome = run("prep", kind, "large.argmap.json", "--side", side)
            assert (outcome.code, outcome.err) == (0, "")
        assert 10 < len(outcome.out.splitlines()) < 1500


def test_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    # five kinds and five forms: every second of them holds each kind and each form
    written = list(product(KINDS, ENDINGS.values()))[:: 1 if ALL else 2]
    commands = {
        f"{kind}.{ending}": ("prep", kind, str(ARTICLE), "--side", "con", "--seconds", "60") for kind, ending in written
    }
    assert_same_bytes(tmp_path, commands)


@pytest.mark.parametrize("kind", KINDS)
def test_the_python_verb_gives_what_the_command_writes(run: Run, bridge: str, kind: str) -> None:
    con = coldwater.prepare(coldwater.load(bridge), "con")
    for form, ending in ENDINGS.items():
        assert run("prep", kind, bridge, "--side", "con", "-o", f"made.{ending}").code == 0
        made: str | bytes = judge.material(con, kind, form)  # type: ignore[call-overload]
        assert Path(f"made.{ending}").read_bytes() == (made if isinstance(made, bytes) else made.encode()), form


def test_the_python_verb_names_the_kinds_and_forms_there_are(bridge: str) -> None:
    pro = coldwater.prepare(coldwater.load(bridge), "pro")
    with pytest.raises(UsageError, match=r"blocks, brief, assumptions\. Did you mean `brief`\?"):
        coldwater.material(pro, "breif")
    with pytest.raises(UsageError, match="there are full, markdown, html, docx, json"):
        coldwater.material(pro, "brief", "pdf")  # type: ignore[call-overload]


def test_ci_fails_on_an_unanswered_crux(run: Run, here: Path, bridge: str) -> None:
    outcome = run("prep", "gaps", bridge, "--side", "pro", "--fail-on", "unanswered-crux")
    assert outcome.code == 1
    assert "Cost" in outcome.out
    assert outcome.err == "coldwater: pro leaves unanswered at a crux: money\n"
    answered = BRIDGE + "  funded: {premises: [grant], attacks: money}\n"
    answered = answered.replace("arguments:", "  grant: The state pays four fifths of the cost.\narguments:")
    (here / "answered.argmap.yaml").write_text(answered, encoding="utf-8")
    assert run("prep", "gaps", "answered.argmap.yaml", "--side", "pro", "--fail-on", "unanswered-crux").code == 0
    assert run("prep", "gaps", "answered.argmap.yaml", "--side", "con", "--fail-on", "unanswered-crux").code == 1


def test_a_map_that_cannot_be_used(run: Run, here: Path) -> None:
    (here / "broken.argmap.yaml").write_text(BROKEN, encoding="utf-8")
    outcome = run("prep", "gaps", "broken.argmap.yaml", "--side", "pro")
    assert (outcome.code, outcome.out) == (2, "")
    assert "costli" in outcome.err


def test_semantics_and_standard_are_said(run: Run, bridge: str) -> None:
    words = ("prep", "gaps", bridge, "--side", "con")
    told = " ".join(run(*words, "--standard", "scintilla").out.split())
    assert "the thesis stands: con is behind (grounded semantics, standard of proof: scintilla)" in told
    told = " ".join(run(*words, "--semantics", "df-quad").out.split())
    assert "df-quad semantics, by our convention" in told
    data = json.loads(run(*words, "--semantics", "df-quad", "--output-format", "json").out)
    assert (data["semantics"], data["standard"]) == ("df-quad", None)


def test_a_side_must_be_named(run: Run, bridge: str) -> None:
    assert run("prep", "gaps", bridge).code == 2
    assert run("prep", "gaps", bridge, "--side", "both").code == 2


def test_nothing_in_a_map_gets_out_of_its_line(run: Run, here: Path) -> None:
    hostile = BRIDGE.replace("Rebuilding costs three", '"# \\e[31m|`x` <b> @team\\n- three').replace(
        "budgets.", 'budgets."'
    )
    (here / "hostile.argmap.yaml").write_text(hostile, encoding="utf-8")
    text = run("prep", "gaps", "hostile.argmap.yaml", "--side", "pro").out
    assert "\x1b" not in text
    markdown = run("prep", "gaps", "hostile.argmap.yaml", "--side", "pro", "--output-format", "markdown").out
    assert "<b>" not in markdown
    assert "@team" not in markdown.replace("`@team`", "")  # as code it calls nobody
    assert "\n- three" not in markdown


@pytest.mark.parametrize("kind", KINDS)
def test_the_name_of_a_file_tells_its_form(run: Run, here: Path, bridge: str, kind: str) -> None:
    for name, begins in (("b.docx", b"PK\x03\x04"), ("b.html", b"<!doctype html>"), ("b.md", b"# ")):
        outcome = run("prep", kind, bridge, "--side", "con", "-o", name)
        assert (outcome.code, outcome.out, outcome.err) == (0, f"{name}\n", "")
        assert (here / name).read_bytes().startswith(begins)


def test_a_word_file_is_nothing_for_a_terminal(
    run: Run, here: Path, bridge: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = [sys.executable, "-m", "coldwater", "prep", "brief", bridge, "--side", "pro", "--output-format", "docx"]
    piped = subprocess.run(command, capture_output=True, check=True, cwd=here)
    assert piped.stdout.startswith(b"PK")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    outcome = run(*command[3:])
    assert (outcome.code, outcome.out) == (2, "")
    assert "-o NAME.docx" in outcome.err


@pytest.mark.parametrize("form", ["html", "docx"])
def test_a_map_of_two_thousand_claims_in_print(run: Run, here: Path, form: str) -> None:
    (here / "large.argmap.json").write_text(json.dumps(large_map()), encoding="utf-8")
    for kind in ("brief", "blocks"):
        with ends():
            assert run("prep", kind, "large.argmap.json", "--side", "pro", "-o", f"large.{form}").code == 0


def test_assumptions_are_those_of_both_sides_unless_a_side_is_named(run: Run, bridge: str) -> None:
    words = ("prep", "assumptions", bridge, "--output-format", "json")
    both, pro, con = (json.loads(run(*words, *side).out) for side in ((), ("--side", "pro"), ("--side", "con")))
    assert [one["side"] for one in (both, pro, con)] == ["both", "pro", "con"]
    ids = [{row["id"] for row in one["assumptions"]} for one in (both, pro, con)]
    assert ids[0] == ids[1] | ids[2]
    assert ids[1]
    assert ids[2]


def test_competing_hypotheses(run: Run, here: Path) -> None:
    outage = OUTAGE.read_bytes()
    (here / "outage.argmap.yaml").write_bytes(outage)
    text = run("prep", "ach", "outage.argmap.yaml")
    assert (text.code, text.err) == (0, "")
    assert all(len(line) <= 100 for line in text.out.splitlines())
    data = json.loads(run("prep", "ach", "outage.argmap.yaml", "--output-format", "json").out)
    assert [one["id"] for one in data["hypotheses"]] == ["update", "overload", "intrusion"]
    assert run("prep", "ach", "outage.argmap.yaml", "-o", "ach.md").out == "ach.md\n"
    assert run("prep", "ach", "outage.argmap.yaml", "-o", "ach.csv").code == 0
    sheet = list(csv.reader((here / "ach.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert sheet[0][2].startswith("A [update] ")
    assert [row[2:] for row in sheet if row[1] == "rolled-back"] == [
        ["consistent 1", "inconsistent 1", "", "0.80", "1.00"]
    ]
    assert [row[4] for row in sheet if row[1] == "no-logins; recorded"] == ["inconsistent, but it falls"]
    assert "| Evidence | A | B | C | Cred. | Diagn. |" in (here / "ach.md").read_text(encoding="utf-8")


def test_competing_hypotheses_are_for_no_side_and_want_rivals(run: Run, bridge: str) -> None:
    assert run("prep", "ach", bridge, "--side", "pro").code == 2
    outcome = run("prep", "ach", bridge)
    assert (outcome.code, outcome.out) == (2, "")
    assert "rivals: [id, id]" in outcome.err


def test_competing_hypotheses_have_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    assert_same_bytes(
        tmp_path, {f"ach.{ending}": ("prep", "ach", str(OUTAGE)) for ending in (*ENDINGS.values(), "csv")}
    )


def test_blocks_that_are_sent_say_beside_them_which_answers_they_leave_out(here: Path, run: Run) -> None:
    assert run("init", "town.argmap.yaml", "--example", "privacy").code == 0
    call = ("prep", "blocks", "town.argmap.yaml", "--side", "con")
    left = "coldwater: not in what is sent, since it falls on the map (--notes has it): "
    assert run(*call, "-o", "a.html").err == f"{left}A ban, Habit\n"
    assert run(*call, "--notes", "-o", "b.html").err == ""
    assert run(*call).err == ""

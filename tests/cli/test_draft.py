"""A draft with several roots and sixty loose claims: every command that takes a map takes it, and loses nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from .conftest import Run

LOOSE = [f"s{number}" for number in range(60)]
TALK = """\
argmap: 1
title: A long talk about the square
thesis: cars
draft: true
shape: graph
claims:
  cars: Cars should leave the square.
  loud: Cars are loud.
  shops: Shops need cars.
  trees: The square needs trees.
  shade: {text: Trees give shade., kind: fact}
""" + "".join(f"  {name}: Somebody said a thing of the kind {name}.\n" for name in LOOSE)
TALK += """\
arguments:
  noise: {premises: [loud], supports: cars}
  trade: {premises: [shops], attacks: cars}
  cool: {premises: [shade], supports: trees}
"""


@pytest.fixture
def talk(here: Path) -> str:
    (here / "talk.argmap.yaml").write_text(TALK, encoding="utf-8")
    return "talk.argmap.yaml"


def test_a_check_passes_and_counts(run: Run, talk: str) -> None:
    outcome = run("check", talk, "--output-format", "concise")
    assert outcome.code == 0
    assert "CW902" in outcome.out
    assert "60 claims hang on nothing yet (CW103), 1 chain of arguments leads to no thesis yet (CW104)" in outcome.out
    assert outcome.out.count("CW902") == 1
    shown = run("check", talk, "--select", "CW103", "--output-format", "concise")
    assert (shown.code, shown.out.count("CW103")) == (1, 60)


def test_programs_are_told_the_same(run: Run, talk: str) -> None:
    [finding] = json.loads(run("check", talk, "--output-format", "json").out)["findings"]
    assert (finding["rule"], finding["severity"], finding["line"]) == ("CW902", "info", 4)
    rules = json.loads(run("check", talk, "--output-format", "sarif").out)["runs"][0]["results"]
    assert [result["ruleId"] for result in rules] == ["CW902"]


def test_a_baseline_holds_the_one_finding_however_much_it_counts(run: Run, talk: str) -> None:
    run("check", talk, "--write-baseline")
    Path(talk).write_text(TALK.replace("  loud:", "  more: And one thing more.\n  loud:"), encoding="utf-8")
    outcome = run("check", talk, "--error-on", "info")
    assert (outcome.code, outcome.out) == (0, "1 map checked: no findings; 1 held back by the baseline\n")


@pytest.mark.parametrize(
    "words", [["show"], ["show", "--by", "tags"], ["evaluate"], ["evaluate", "--semantics", "df-quad"]]
)
def test_none_is_lost_in_a_list(run: Run, talk: str, words: list[str]) -> None:
    outcome = run(words[0], talk, *words[1:])
    assert (outcome.code, outcome.err) == (0, "")
    assert {*LOOSE, "trees", "shade"} <= set(re.findall(r"[a-z]+\d*", outcome.out))


@pytest.mark.parametrize(
    "words",
    [
        ["explain", "s7"],
        ["explain", "trees"],
        ["cruxes"],
        ["prep", "gaps", "--side", "pro"],
        ["prep", "blocks", "--side", "con"],
        ["prep", "brief", "--side", "pro"],
        ["prep", "questions", "--side", "pro"],
        ["prep", "assumptions"],
        ["prep", "plan", "--side", "pro", "--minutes", "3"],
        ["prep", "flow", "--side", "pro", "--debate-format", "policy"],
        ["positions"],
    ],
    ids=" ".join,
)
def test_what_asks_about_the_thesis_takes_it(run: Run, talk: str, words: list[str]) -> None:
    place = 2 if words[0] == "prep" else 1
    outcome = run(*words[:place], talk, *words[place:])
    assert (outcome.code, outcome.err) == (0, "") or "names no positions" in outcome.err
    assert outcome.out or outcome.err


@pytest.mark.parametrize("ending", ["svg", "html", "mmd", "graphml", "canvas", "dot"])
def test_none_is_lost_in_a_drawing(run: Run, talk: str, ending: str) -> None:
    layout = ("--layout", "map") if ending == "svg" else ()  # a picture of the sides counts them
    assert run("render", talk, "-o", f"talk.{ending}", *layout).code == 0
    text = Path(f"talk.{ending}").read_text(encoding="utf-8")
    assert [name for name in LOOSE if not re.search(rf"\b{name}\b", text)] == []


def test_a_picture_of_the_sides_says_how_many_are_not_on_it(run: Run, talk: str) -> None:
    assert run("render", talk, "-o", "talk.svg").code == 0
    assert "Not shown: 62 claims" in Path("talk.svg").read_text(encoding="utf-8")

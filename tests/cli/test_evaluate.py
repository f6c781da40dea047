"""``coldwater evaluate`` and ``explain`` as a user calls them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .conftest import BRIDGE, Run

GRANTED = BRIDGE + "  funded: {title: Grant, premises: [grant], attacks: money}\n"
GRANTED = GRANTED.replace("arguments:\n", "  grant: The state pays.\narguments:\n")


@pytest.fixture
def bridge(here: Path) -> Path:
    path = here / "bridge.argmap.yaml"
    path.write_text(GRANTED, encoding="utf-8")
    return path


@pytest.fixture
def verdicts(run: Run, bridge: Path) -> Any:
    """Give a function that evaluates the bridge with options and gives the JSON."""

    def evaluate(*options: str) -> Any:
        outcome = run("evaluate", bridge.name, "--output-format", "json", *options)
        assert (outcome.code, outcome.err) == (0, "")
        return json.loads(outcome.out)

    return evaluate


def test_the_thesis_comes_first_then_what_decides_it_then_the_table(run: Run, bridge: Path) -> None:
    outcome = run("evaluate", bridge.name)
    assert outcome.code == 0
    lines = outcome.out.splitlines()
    assert lines[:4] == [
        "Should the bridge be rebuilt?",
        "",
        "✓ The thesis stands: 1 argument for it stands and nothing against it.",
        "  The town should rebuild the bridge. [rebuild]",
    ]
    assert "  ✓ for:     Unsafe girder [safety] stands: its premises stand and its step holds" in lines
    at = lines.index("What it rests on:")
    assert lines[at + 1 : at + 3] == [
        "  for it       1 of 1 stands",
        "  against it   0 of 1 stand, 1 falls to an undercut",
    ]
    assert "  ✗ falls     undercut   money    Cost: attacks rebuild" in lines
    assert "5 claims: 5 stand, 0 fall, 0 undecided; 3 arguments: 2 stand, 1 fall, 0 undecided" in lines


def test_json_has_version_semantics_thesis_and_all_verdicts(verdicts: Any) -> None:
    data = verdicts()
    assert data["version"] == 1
    assert data["semantics"] == "grounded"
    assert data["thesis"] == {"id": "rebuild", "verdict": "in", "reason": "supported"}
    assert data["verdicts"]["money"] == {"verdict": "out", "reason": "undercut"}
    assert list(data["verdicts"]) == ["rebuild", "cracks", "unsafe", "costly", "grant", "safety", "money", "funded"]
    assert data["parameters"] == {"alpha": 0.5, "beta": 0.3, "gamma": 0.2}


@pytest.mark.parametrize(
    ("options", "thesis"),
    [
        (["--reject", "grant"], ("undecided", "tied")),
        (["--reject", "grant", "--reject", "cracks"], ("out", "refuted")),
        (["--reject", "funded"], ("undecided", "tied")),
        (["--reject", "grant", "--strength", "money=0.4"], ("in", "outweighs")),
        (["--reject", "grant", "--strength", "safety=0.4"], ("out", "outweighed")),
        (["--reject", "grant", "--standard", "scintilla"], ("in", "outweighs")),
        (["--reject", "safety"], ("out", "unsupported")),
        (["--reject", "safety", "--accept", "rebuild"], ("in", "granted")),
    ],
)
def test_what_is_overruled_changes_the_verdict(verdicts: Any, options: list[str], thesis: tuple[str, str]) -> None:
    data = verdicts(*options)
    assert (data["thesis"]["verdict"], data["thesis"]["reason"]) == thesis


def test_what_is_overruled_is_said(run: Run, bridge: Path) -> None:
    out = run("evaluate", bridge.name, "--reject", "grant", "--accept", "costly", "--strength", "money=0.4").out
    assert "Otherwise than the map says: `grant` rejected, `costly` accepted, strength of `money` 0.4." in out


def test_standards_says_under_which_the_thesis_passes(run: Run, bridge: Path) -> None:
    outcome = run("evaluate", bridge.name, "--standards", "--reject", "grant", "--output-format", "json")
    found = {name: verdict["verdict"] for name, verdict in json.loads(outcome.out)["standards"].items()}
    assert found == {
        "scintilla": "in",
        "preponderance": "undecided",
        "clear-and-convincing": "out",
        "beyond-reasonable-doubt": "out",
        "dialectical-validity": "out",
    }
    told = run("evaluate", bridge.name, "--standards").out
    assert "so that all claims without a standard of their own are held to it" in " ".join(told.split())
    assert told.count("✓ stands") == 5
    assert "preponderance (the map’s)" in told


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--reject", "gramt"], "there is no claim or argument `gramt` in this map. Did you mean `grant`?"),
        (["--accept", "moneyy"], "there is no claim `moneyy` in this map."),
        (["--accept", "money"], "there is no claim `money` in this map."),
        (["--strength", "mony=0.4"], "there is no argument `mony` in this map. Did you mean `money`?"),
        (["--strength", "money"], "--strength takes ID=NUMBER, such as money=0.4; this is 'money'"),
        (["--strength", "money=much"], "--strength takes ID=NUMBER, such as money=0.4; this is 'money=much'"),
        (["--strength", "money=2"], "the strength of `money` must lie between 0 and 1; this is 2.0"),
        (["--strength", "money=nan"], "the strength of `money` must lie between 0 and 1; this is nan"),
        (["--reject", "grant", "--accept", "grant"], "`grant` cannot be both rejected and accepted"),
        (["--standards", "--standard", "scintilla"], "--standards tries every standard"),
    ],
)
def test_what_makes_no_sense_is_refused_with_the_way_out(
    run: Run, bridge: Path, options: list[str], message: str
) -> None:
    outcome = run("evaluate", bridge.name, *options)
    assert outcome.code == 2
    assert outcome.out == ""
    assert message in outcome.err


@pytest.mark.parametrize("command", ["evaluate", "explain"])
def test_a_map_that_is_no_graph_is_not_evaluated_and_says_why(run: Run, here: Path, command: str) -> None:
    (here / "broken.argmap.yaml").write_text(GRANTED.replace("[grant]", "[gramt]"), encoding="utf-8")
    outcome = run(command, "broken.argmap.yaml")
    assert outcome.code == 2
    assert "broken.argmap.yaml:13:37: error: CW101" in outcome.err


def test_other_findings_do_not_stand_in_the_way(run: Run, here: Path) -> None:
    circular = GRANTED + "  again: {premises: [rebuild], supports: cracks}\n"
    (here / "odd.argmap.yaml").write_text(circular.replace("claims:\n", "claims:\n  orphan: Alone.\n"), "utf-8")
    outcome = run("evaluate", "odd.argmap.yaml", "--output-format", "json")
    assert outcome.code == 0
    assert json.loads(outcome.out)["thesis"]["verdict"] == "undecided"


def test_explain_goes_from_the_thesis_to_granted_claims(run: Run, bridge: Path) -> None:
    outcome = run("explain", bridge.name)
    assert outcome.code == 0
    assert outcome.out.splitlines() == [
        "✓ “The town should rebuild the bridge.” [rebuild] stands: 1 argument for it stands and nothing",
        "  against it.",
        "  ✓ for it, the argument “Unsafe girder” [safety] stands: its premises stand and its step holds.",
        "    ✓ “The main girder is cracked.” [cracks] stands: it is granted.",
        "    ✓ “A bridge with a cracked main girder is unsafe.” [unsafe] stands: it is granted.",
        "  ✗ against it, the argument “Cost” [money] falls: its step is undercut.",
        "    ✓ against its step, the argument “Grant” [funded] stands: its premises stand and its step holds.",
        "      ✓ “The state pays.” [grant] stands: it is granted.",
        "",
        "What it rests on:",
        "  for it       1 of 1 stands",
        "  against it   0 of 1 stand, 1 falls to an undercut",
        "  unstated     1 premise that nobody states and nothing supports: [unsafe]; without it this would",
        "               fall",
    ]


def test_explain_tells_an_argument_without_a_title_by_its_premise_where_that_is_not_told_anyway(
    run: Run, tmp_path: Path
) -> None:
    leak = tmp_path / "leak.argmap.yaml"
    leak.write_text(
        "argmap: 1\ntitle: Leak\nthesis: t\nclaims: {t: He knew., a: She saw him., b: He was there., z: It was dark.}\n"
        "arguments:\n  saw: {premises: [a, b], supports: t}\n  dark: {premises: [z], attacks: saw}\n"
    )
    out = " ".join(run("explain", str(leak)).out.split())
    assert "for it, the argument from “She saw him” and 1 more [saw] falls: its step is undercut." in out
    assert "against its step, the argument [dark] stands" in out


def test_explain_as_json_says_what_hangs_on_what(run: Run, bridge: Path) -> None:
    data = json.loads(run("explain", bridge.name, "money", "--output-format", "json").out)
    assert data["id"] == "money"
    assert [(step["id"], step["role"], step["above"]) for step in data["steps"]] == [
        ("money", "asked", None),
        ("funded", "against", 0),
        ("grant", "premise", 1),
    ]


def test_explain_an_unknown_id_says_what_was_meant(run: Run, bridge: Path) -> None:
    outcome = run("explain", bridge.name, "mony")
    assert outcome.code == 2
    assert "there is no claim or argument `mony` in this map. Did you mean `money`?" in outcome.err


def test_the_bytes_are_the_same_under_another_hash_seed(bridge: Path) -> None:
    for words in (["evaluate", bridge.name], ["explain", bridge.name], ["evaluate", bridge.name, "--standards"]):
        outputs = {
            subprocess.run(
                [sys.executable, "-m", "coldwater", *words],
                capture_output=True,
                check=True,
                cwd=bridge.parent,
                env={"PYTHONHASHSEED": seed, "PATH": ""},
            ).stdout
            for seed in ("0", "1", "77")
        }
        assert len(outputs) == 1


CIRCLE = """\
argmap: 1
title: Which of the two?
thesis: go
shape: graph
claims:
  go: We should go.
  stay: We should stay.
  late: It is late.
arguments:
  one: {premises: [go], attacks: stay}
  other: {premises: [stay], attacks: go}
"""


@pytest.mark.parametrize(
    ("semantics", "labellings", "credulous"),
    [("complete", 3, True), ("preferred", 2, True), ("stable", 2, True)],
)
def test_several_labellings_and_what_holds_in_some_of_them(
    run: Run, here: Path, semantics: str, labellings: int, credulous: bool
) -> None:
    (here / "circle.argmap.yaml").write_text(CIRCLE, encoding="utf-8")
    data = json.loads(run("evaluate", "circle.argmap.yaml", "--semantics", semantics, "--output-format", "json").out)
    assert data["thesis"]["verdict"] == "undecided"
    assert len(data["labellings"]) == labellings
    assert data["complete"] is True
    assert data["statuses"]["go"]["credulous"] is credulous
    assert data["statuses"]["go"]["sceptical"] is False
    assert data["statuses"]["late"]["sceptical"] is True
    told = run("evaluate", "circle.argmap.yaml", "--semantics", semantics).out
    assert f"? The thesis stands in some and falls in some {semantics} labellings." in told
    assert f"There are {labellings} labellings in all." in told
    assert "? undecided stands or falls  go " in told
    assert "✓ stands    in all           late " in told


def test_what_is_undecided_in_every_labelling_is_not_said_to_be_so_in_none(run: Run, here: Path) -> None:
    text = CIRCLE.replace("late: It is late.", "late: {text: It is late., status: open}")
    (here / "open.argmap.yaml").write_text(text, encoding="utf-8")
    assert "? undecided in all           late " in run("evaluate", "open.argmap.yaml", "--semantics", "preferred").out
    assert "undecided no labelling" not in run("evaluate", "open.argmap.yaml", "--semantics", "stable").out


def test_a_limit_that_is_reached_is_said(run: Run, here: Path) -> None:
    (here / "circle.argmap.yaml").write_text(CIRCLE, encoding="utf-8")
    words = ("evaluate", "circle.argmap.yaml", "--semantics", "complete", "--most", "1")
    outcome = run(*words, "--output-format", "json")
    data = json.loads(outcome.out)
    assert outcome.code == 0
    assert (data["complete"], data["cut_by"], data["certain"]) == (False, "count", True)
    assert data["statuses"]["go"]["credulous"] is True
    assert "1 labelling found before a limit was reached (--most): there may be more." in run(*words).out


def test_without_a_stable_labelling_there_is_no_verdict(run: Run, here: Path) -> None:
    odd = CIRCLE + "  third: {premises: [late], attacks: third}\n"
    (here / "odd.argmap.yaml").write_text(odd, encoding="utf-8")
    outcome = run("evaluate", "odd.argmap.yaml", "--semantics", "stable")
    assert outcome.code == 0
    assert "The thesis has no verdict: there is no stable labelling." in outcome.out
    assert "Claims" not in outcome.out
    data = json.loads(run("evaluate", "odd.argmap.yaml", "--semantics", "stable", "--output-format", "json").out)
    assert data["thesis"] == {"id": "go", "verdict": None, "reason": "no-labelling"}
    assert (data["rests_on"], data["verdicts"], data["statuses"], data["labellings"]) == (None, {}, {}, [])
    told = run("cruxes", "odd.argmap.yaml", "--semantics", "stable").out
    assert "The thesis has no verdict: there is no stable labelling." in told
    data = json.loads(run("cruxes", "odd.argmap.yaml", "--semantics", "stable", "--output-format", "json").out)
    assert (data["thesis"]["verdict"], data["rests_on"]) == (None, None)
    told = run("prep", "brief", "odd.argmap.yaml", "--side", "pro", "--semantics", "stable").out
    assert "the thesis has no verdict: there is no stable labelling" in " ".join(told.split())


def test_degrees_show_the_base_they_came_from(run: Run, bridge: Path) -> None:
    told = run("evaluate", bridge.name, "--semantics", "df-quad", "--reject", "grant").out.splitlines()
    assert told[2] == "The thesis has degree 0.50; it began at 0.50."
    assert "  0.50 for      Unsafe girder [safety]" in told
    data = json.loads(run("evaluate", bridge.name, "--semantics", "df-quad", "--output-format", "json").out)
    assert data["converged"] is True
    assert data["thesis"]["degree"] > data["thesis"]["base"] == 0.5
    assert data["degrees"]["money"] == {"degree": 0.25, "base": 0.5}
    stronger = ("--strength", "grant=1", "--output-format", "json")
    data = json.loads(run("evaluate", bridge.name, "--semantics", "df-quad", *stronger).out)
    assert data["degrees"]["money"]["degree"] == 0


def test_a_circle_that_never_rests_has_no_degrees(run: Run, here: Path) -> None:
    lines = ["argmap: 1", "title: Ring", "thesis: a", "shape: graph", "claims:"]
    lines += [
        f"  {name}: {{text: A claim., credence: {credence}}}" for name, credence in (("a", 1), ("b", 0.9), ("c", 0.95))
    ]
    lines += ["arguments:"]
    lines += [f"  {a}{n}: {{premises: [{a}], attacks: {b}}}" for a, b in ("ab", "bc", "ca") for n in "123"]
    text = "\n".join(lines)
    (here / "ring.argmap.yaml").write_text(text, encoding="utf-8")
    outcome = run("evaluate", "ring.argmap.yaml", "--semantics", "df-quad", "--output-format", "json")
    data = json.loads(outcome.out)
    assert outcome.code == 0
    assert data["converged"] is False
    assert set(data["moving"]) >= {"a", "b", "c"}
    told = run("evaluate", "ring.argmap.yaml", "--semantics", "df-quad").out
    assert "There are no degrees: going round its circles, the map never comes to rest." in told


def test_a_standard_means_nothing_to_degrees(run: Run, bridge: Path) -> None:
    outcome = run("evaluate", bridge.name, "--semantics", "euler", "--standard", "scintilla")
    assert outcome.code == 2
    assert "proof standards play no part under gradual semantics: take --standard away" in outcome.err

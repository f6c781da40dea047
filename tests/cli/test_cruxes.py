"""``coldwater cruxes`` as a user calls it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from coldwater.prep.deciding import decision as decision_module
from coldwater.prep.deciding.clock import Clock

from .conftest import BRIDGE, BROKEN, Run

FUNDED = BRIDGE + "  funded: {title: State grant, premises: [grant], attacks: money}\n"
FUNDED = FUNDED.replace("arguments:", "  grant: The state pays four fifths of the cost.\narguments:")
ARTICLE = Path(__file__).parents[2] / "arguments" / "china-russia-alliance.argmap.yaml"


@pytest.fixture
def bridge(here: Path) -> str:
    (here / "bridge.argmap.yaml").write_text(FUNDED, encoding="utf-8")
    return "bridge.argmap.yaml"


def data(run: Run, *words: str) -> Any:
    outcome = run("cruxes", *words, "--output-format", "json")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.isascii()
    return json.loads(outcome.out)


TOLD = """\
Should the bridge be rebuilt?

✓ The thesis {verdict}.
  The town should rebuild the bridge. [rebuild]

What it rests on
  For it: 1 of 1 stands.
  Against it: 0 of 1 stand, 1 falls to an undercut.
  Unstated: 1 premise that nobody states and nothing supports: [unsafe]; without it this would fall.

What the verdict hangs on
  In part unstated. The thesis would fall if this were given up:
    • The main girder is cracked. [cracks]
      or, to the same effect: A bridge with a cracked main girder is unsafe. [unsafe; unstated]
      (unsafe: unstated)
  Undisputed. The thesis would be undecided if this were given up:
    • The state pays four fifths of the cost. [grant]

Winning lines
  Pro makes it stand with this alone:
    • Unsafe girder (cracks, unsafe) + State grant (grant)

Free concessions
  Pro can give up nothing without a loss.

Fewest new answers
  Con must answer this argument to make it fall:
    • Unsafe girder [safety], unanswered
  Con must answer this argument to make it undecided:
    • State grant [funded], unanswered

Strengths
  No strength would change the verdict, whatever it were by itself.

How much hangs on each claim
  The share of all ways to keep or give up the other claims in which it tips the verdict, and the
  cruxes of up to 3 it is in:
   50%  in 1, size 1  The main girder is cracked. [cracks]; likewise unsafe
   12%  in 1, size 1  The state pays four fifths of the cost. [grant]
   12%  in none       Rebuilding costs three yearly budgets. [costly] (free: it tips only with
                      others)

Semantics: grounded. Proof standard: preponderance (alpha 0.5, beta 0.3, gamma 0.2 for the stricter
ones).
Cruxes and lines hold for the map as it is; a new argument may turn them.
"""


def test_the_verdict_comes_first_then_what_it_hangs_on_then_what_each_side_can_do(run: Run, bridge: str) -> None:
    assert run("cruxes", bridge) == (
        0,
        TOLD.format(verdict="stands: 1 argument for it stands and nothing against it"),
        "",
    )


def test_json_has_the_promised_shape(run: Run, bridge: str) -> None:
    found = data(run, bridge)
    rests_on = found.pop("rests_on")
    assert rests_on["pros"] == {"standing": 1, "undecided": 0, "fallen": {}, "force": 1.0, "may_have": None}
    assert rests_on["unstated"] == {"claims": ["unsafe"], "without": "out", "turning": ["unsafe"]}
    assert data(run, bridge, "--semantics", "df-quad")["rests_on"]["verdict"] == "in"
    assert found.pop("load")["claims"][0] == {
        "id": "cracks",
        "cruxes": 1,
        "smallest": 1,
        "share": 0.5,
        "error": 0.0,
        "free": False,
    }
    need = {"verdict": "out", "answer": [{"id": "safety", "state": "unanswered"}]}
    draw = {"verdict": "undecided", "answer": [{"id": "funded", "state": "unanswered"}]}
    nobody = {
        "rejects": [], "accepts": [], "follows": [], "granted": [], "against": [], "open": False, "credence": None
    }  # fmt: skip
    searched = {"complete_to": 3, "cut_by": None, "hopeless": False}
    assert found == {
        "version": 1,
        "semantics": "grounded",
        "standard": "preponderance",
        "weighing": "weakest-link",
        "parameters": {"alpha": 0.5, "beta": 0.3, "gamma": 0.2},
        "thesis": {"id": "rebuild", "verdict": "in", "degree": None},
        "cut": False,
        "cruxes": {
            "most_size": 3,
            "complete_to": 3,
            "cut_by": None,
            "found": [
                {
                    "size": 1,
                    "verdict": "out",
                    "gains": "con",
                    "reject": [{"any_of": ["cracks", "unsafe"]}],
                    "rank": "assumed",
                    "why": "unsafe: unstated",
                    "doubts": [{"claim": "unsafe", **nobody, "unstated": True}],
                },
                {
                    "size": 1,
                    "verdict": "undecided",
                    "gains": "con",
                    "reject": [{"any_of": ["grant"]}],
                    "rank": "undisputed",
                    "why": "nothing on the map disputes it",
                    "doubts": [],
                },
            ],
            "larger": [],
            "safe_from": [],
        },
        "lines": [
            {"side": "pro", "complete_to": None, "cut_by": None, "found": [["cracks", "unsafe", "grant"]]}
        ],
        "free_concessions": {"certain": True, "found": [{"id": "costly", "sides": ["con"], "load": 0.125}]},
        "new_answers": [
            {"side": "con", "outright": False, **searched, "found": [need, draw]},
            {"side": "con", "outright": True, **searched, "found": [need]},
        ],
        "thresholds": {"cut_by": None, "found": []},
        "open": [],
    }  # fmt: skip


def test_options_change_what_is_asked(run: Run, bridge: str) -> None:
    found = data(run, bridge, "--standard", "dialectical-validity", "--most-size", "2", "--semantics", "stable")
    assert (found["standard"], found["semantics"], found["cruxes"]["most_size"]) == (
        "dialectical-validity",
        "stable",
        2,
    )
    assert found["cruxes"]["found"][1]["verdict"] == "out"


def test_the_article_hangs_on_ten_claims_to_stand_and_on_six_to_fall(run: Run) -> None:
    found = data(run, str(ARTICLE))
    assert found["cruxes"]["found"] == []
    larger = sorted((one["size"], one["gains"]) for one in found["cruxes"]["larger"])
    assert larger == [(6, "con"), (10, "pro")]
    text = run("cruxes", str(ARTICLE)).out
    assert "No set of up to 3 claims makes it fall; these 6 together will:" in text
    assert max(map(len, text.splitlines())) <= 100
    assert len(text.splitlines()) < 150


# --- limits -------------------------------------------------------------------------------------------------------


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the time be over before anything is searched."""

    def over(seconds: float) -> Clock:
        assert seconds > 0
        return Clock(-1.0)

    monkeypatch.setattr(decision_module, "Clock", over)


@pytest.mark.usefixtures("stopped")
def test_a_limit_of_time_is_said_in_words_and_is_no_failure(run: Run) -> None:
    outcome = run("cruxes", str(ARTICLE))
    assert (outcome.code, outcome.err) == (0, "")
    assert "The limit of time was reached: this is complete up to size 0, not 3." in outcome.out
    assert outcome.out.endswith("A limit was reached, so there may be more than is said; --seconds allows more time.\n")


@pytest.mark.usefixtures("stopped")
def test_a_limit_of_time_is_said_in_json(run: Run) -> None:
    found = data(run, str(ARTICLE))
    assert found["cut"] is True
    assert (found["cruxes"]["complete_to"], found["cruxes"]["cut_by"], found["cruxes"]["found"]) == (0, "time", [])
    assert [lines["cut_by"] for lines in found["lines"]] == ["time", "time"]
    assert found["thresholds"] == {"cut_by": "time", "found": []}
    assert found["load"]["cut_by"] == "time"
    assert found["free_concessions"]["certain"] is False


# --- bad input ----------------------------------------------------------------------------------------------------


def test_a_map_that_is_no_graph_is_not_evaluated_and_says_why(run: Run, here: Path) -> None:
    (here / "broken.argmap.yaml").write_text(BROKEN, encoding="utf-8")
    outcome = run("cruxes", "broken.argmap.yaml")
    assert (outcome.code, outcome.out) == (2, "")
    assert "CW101" in outcome.err
    assert "Did you mean `costly`?" in outcome.err


def test_any_other_finding_does_not_stand_in_the_way(run: Run, here: Path) -> None:
    odd = FUNDED.replace("arguments:", "  noise: The bridge hums.\narguments:") + (
        "  one: {premises: [cracks], supports: unsafe}\n  two: {premises: [unsafe], supports: cracks}\n"
    )
    (here / "odd.argmap.yaml").write_text(odd, encoding="utf-8")
    found = data(run, "odd.argmap.yaml")
    assert found["thesis"]["verdict"] == "undecided"
    assert "noise" not in json.dumps(found)


@pytest.mark.parametrize("option", [["--most-size", "0"], ["--seconds", "0"], ["--semantics", "best"]])
def test_what_makes_no_sense_is_refused(run: Run, bridge: str, option: list[str]) -> None:
    assert run("cruxes", bridge, *option).code == 2


def test_nothing_of_a_map_can_drive_the_terminal(run: Run, here: Path) -> None:
    evil = FUNDED.replace("The state pays", '"\\e[31mThe \\a state\\u202e pays').replace(
        "the cost.\nargu", 'the cost."\nargu'
    )
    (here / "evil.argmap.yaml").write_text(evil, encoding="utf-8")
    for words in (["cruxes", "evil.argmap.yaml"], ["cruxes", "evil.argmap.yaml", "--output-format", "json"]):
        out = run(*words).out
        assert "state" in out
        assert all(sign.isprintable() or sign == "\n" for sign in out)


def test_colour_marks_headings_and_the_verdict(run: Run, bridge: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = run("cruxes", bridge).out
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = run("cruxes", bridge).out
    assert "\x1b[1mWinning lines\x1b[0m\n" in coloured
    assert coloured.count("\x1b[32m") == 1
    assert coloured.replace("\x1b[0m", "").replace("\x1b[1m", "").replace("\x1b[32m", "") == plain


def test_the_same_bytes_under_every_hash_seed() -> None:
    library = ARTICLE.with_name("library-evenings.argmap.yaml")
    for path in (ARTICLE, library):
        for output_format in ("full", "json"):
            outputs = set()
            for seed in ("0", "1", "2"):
                command = [sys.executable, "-m", "coldwater", "cruxes", str(path), "--output-format", output_format]
                environment = os.environ | {"PYTHONHASHSEED": seed, "NO_COLOR": "1"}
                outputs.add(subprocess.run(command, capture_output=True, check=True, env=environment).stdout)
            assert len(outputs) == 1

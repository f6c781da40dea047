"""``coldwater review``, and what the check makes of the stamps."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from .conftest import BRIDGE, Run

NAME = "bridge.argmap.yaml"
SIDECAR = "bridge.argmap.reviews.json"


@pytest.fixture
def bridge(here: Path) -> Path:
    """Give the bridge's file."""
    (here / NAME).write_text(BRIDGE, encoding="utf-8")
    return here / NAME


def test_from_nobody_to_a_suspect_and_back(run: Run, bridge: Path) -> None:
    assert (
        run("review", NAME).out
        == "safety  not reviewed\nmoney   not reviewed\n0 of 2 arguments reviewed as they stand\n"
    )
    outcome = run("review", NAME, "safety", "--by", "Ann Lee", "--on", "2026-03-02")
    assert (outcome.code, outcome.out) == (0, f"{SIDECAR}: 1 argument reviewed, 1 of 2 in all\n")
    assert run("check", NAME).code == 0
    bridge.write_text(BRIDGE.replace("is cracked", "is badly cracked"), encoding="utf-8")
    checked = run("check", NAME, "--error-on", "warning", "--output-format", "concise")
    assert checked.code == 1
    assert checked.out.startswith(
        f"{NAME}:10:3: warning: CW209 suspect-argument: `safety` was reviewed by Ann Lee on 2026-03-02, and since then "
        "its premise `cracks` has changed; look at it again"
    )
    assert (
        run("review", NAME, "safety").out
        == "safety  Ann Lee, 2026-03-02; since then its premise `cracks` has changed\n"
    )
    assert run("review", NAME, "--by", "Bo").out == f"{SIDECAR}: 2 arguments reviewed, 2 of 2 in all\n"
    assert "CW209" not in run("check", NAME).out
    assert f"Bo, {time.strftime('%Y-')}" in run("review", NAME, "safety").out
    assert run("review", NAME, "--by", "Bo").out.startswith("every argument has been reviewed as it stands")


def test_stamps_of_what_is_gone_are_dropped(run: Run, bridge: Path) -> None:
    run("review", NAME, "--by", "Ann")
    bridge.write_text(BRIDGE.replace("  money: {title: Cost", "  cost: {title: Cost"), encoding="utf-8")
    assert run("check", NAME).code == 0
    outcome = run("review", NAME, "cost", "--by", "Ann")
    assert outcome.out == f"{SIDECAR}: 1 argument reviewed, 2 of 2 in all; 1 stamp of what is gone dropped\n"
    assert '"money"' not in Path(SIDECAR).read_text()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "these are no review stamps"),
        ('{"version": 1, "reviews": {"a": {"by": 1}}}', "these are no review stamps"),
        ('{"version": 2, "reviews": {}}', "version 2 of review stamps is not known here"),
        ("{\n<<<<<<< ours\n", "the review stamps hold an unsolved conflict of a merge"),
        ("[" * 100_000, "these are no review stamps"),
        (b"\xff", "review stamps must be UTF-8"),
    ],
)
def test_stamps_that_are_none_are_named_and_left_alone(run: Run, bridge: Path, text: str | bytes, said: str) -> None:
    data = text if isinstance(text, bytes) else text.encode()
    Path(SIDECAR).write_bytes(data)
    for words in (["check", NAME], ["review", NAME], ["review", NAME, "--by", "Ann"]):
        outcome = run(*words)
        assert (outcome.code, outcome.out) == (2, "")
        assert f"{SIDECAR}: {said}" in outcome.err
    assert Path(SIDECAR).read_bytes() == data


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--by", " "], "--by takes a name"),
        (["--by", "Ann\x1b[31m"], "--by takes a name"),
        (["--by", "Ann", "--on", "2026-02-30"], "--on takes a day such as 2026-03-02; this is '2026-02-30'"),
        (["--by", "Ann", "--on", "2026-3-2"], "--on takes a day"),
        (["--on", "2026-03-02"], "name them with --by"),
        (["saftey", "--by", "Ann"], "Did you mean `safety`?"),
        (["cracks"], "`cracks` is a claim, and it is arguments that are reviewed; these rest on it: `safety`"),
    ],
)
def test_what_makes_no_stamp(run: Run, bridge: Path, words: list[str], said: str) -> None:
    outcome = run("review", NAME, *words)
    assert outcome.code == 2
    assert said in outcome.err
    assert not Path(SIDECAR).exists()


def test_an_ignored_suspect_and_an_idle_ignore(run: Run, bridge: Path) -> None:
    ignoring = BRIDGE + "lint: {ignore: [{rule: CW209, at: safety, reason: We know.}]}\n"
    run("review", NAME, "--by", "Ann")
    bridge.write_text(ignoring.replace("is cracked", "is badly cracked"), encoding="utf-8")
    assert run("check", NAME).out == "1 map checked: no findings\n"
    bridge.write_text(ignoring, encoding="utf-8")
    assert "`CW209` finds nothing at `safety`" in run("check", NAME).out


def test_a_misspelt_premise_is_one_mistake(run: Run, bridge: Path) -> None:
    run("review", NAME, "--by", "Ann")
    bridge.write_text(BRIDGE.replace("[cracks, unsafe]", "[crakcs, unsafe]"), encoding="utf-8")
    out = run("check", NAME, "--output-format", "concise").out
    assert "CW101" in out
    assert "CW209" not in out

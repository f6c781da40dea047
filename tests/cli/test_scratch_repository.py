"""A scratch repository goes through it all: checks, a baseline, a difference in words, the gate, merges."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run
from .test_git import git

PATH = Path("arguments/bridge.argmap.yaml")
CLEAN = """\
argmap: 1
title: Should the bridge be rebuilt?
thesis: rebuild
sources:
  survey: {title: Bridge survey 2025}
claims:
  rebuild: The town should rebuild the bridge.
  # From the survey, page 4.
  cracks: {text: The main girder is cracked., kind: fact, cites: [{source: survey, locator: p. 4}]}
  unsafe: {text: A bridge with a cracked main girder is unsafe., implicit: true}
  costly: Rebuilding costs three yearly budgets.
  grant: The state pays four fifths of the cost.
arguments:
  safety: {title: Unsafe girder, premises: [cracks, unsafe], supports: rebuild}
  money: {title: Cost, premises: [costly], attacks: rebuild}
  funded: {title: State grant, premises: [grant], attacks: money}
"""
#: An orphan, a misspelt target, and two premises of one argument that contradict each other.
FLAWED = (
    CLEAN.replace("arguments:\n", "  ugly: The bridge is ugly.\narguments:\n")
    .replace("attacks: money}", "attacks: mony}")
    .replace("is unsafe., implicit: true}", "is unsafe., implicit: true, contradicts: [cracks]}")
)


def commit(text: str, message: str) -> None:
    PATH.write_text(text, encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", message)


@pytest.fixture
def repository(here: Path) -> Path:
    """Stand on a branch `work` of a repository with a clean map on main."""
    git("init", "-q", "-b", "main")
    git("config", "user.email", "somebody@example.org")
    git("config", "user.name", "Somebody")
    PATH.parent.mkdir()
    commit(CLEAN, "a clean map")
    git("checkout", "-qb", "work")
    return here


def test_from_a_clean_map_to_findings_at_their_lines_and_a_baseline(run: Run, repository: Path) -> None:
    assert run("check", "arguments", "--error-on", "info").code == 0
    PATH.write_text(FLAWED, encoding="utf-8")
    outcome = run("check", "arguments", "--output-format", "github")
    assert outcome.code == 1
    file = "arguments/bridge.argmap.yaml"
    lines = FLAWED.splitlines()
    for code, entry in (("CW103", "  ugly:"), ("CW101", "  funded:"), ("CW201", "  safety:")):
        number = next(place for place, line in enumerate(lines, 1) if line.startswith(entry))
        assert any(
            line.startswith(f"::error file={file},line={number},") and code in line for line in outcome.out.splitlines()
        ), (code, outcome.out)

    assert run("check", "arguments", "--write-baseline").code == 0
    assert run("check", "arguments").code == 0
    PATH.write_text("# Moved down.\n" + FLAWED, encoding="utf-8")
    assert run("check", "arguments").code == 0
    PATH.write_text(FLAWED.replace("premises: [costly]", "premises: [costli]"), encoding="utf-8")
    outcome = run("check", "arguments", "--output-format", "concise")
    assert outcome.code == 1
    assert "`costli`" in outcome.out
    assert "`mony`" not in outcome.out


def test_fix_mends_the_misspelt_target_and_rename_changes_an_id_everywhere(run: Run, repository: Path) -> None:
    flawed = CLEAN.replace("attacks: money}", "attacks: mony}")
    PATH.write_text(flawed, encoding="utf-8")
    outcome = run("check", "arguments", "--diff", "--unsafe-fixes")
    assert "+  funded: {title: State grant, premises: [grant], attacks: money}" in outcome.out
    assert PATH.read_text(encoding="utf-8") == flawed
    outcome = run("check", "arguments", "--fix", "--unsafe-fixes")
    assert outcome.code == 0
    assert "1 map checked: no findings" in outcome.out
    assert PATH.read_text(encoding="utf-8") == CLEAN
    assert run("rename", str(PATH), "grant", "subsidy").code == 0
    assert PATH.read_text(encoding="utf-8") == CLEAN.replace("  grant:", "  subsidy:").replace("[grant]", "[subsidy]")
    assert run("check", "arguments").code == 0
    assert "`grant` renamed to `subsidy`" in run("diff", "--git", "main").out


def test_the_difference_in_words_and_the_gate(run: Run, repository: Path) -> None:
    funded = "  funded: {title: State grant, premises: [grant], attacks: money}\n"
    commit(
        CLEAN.replace(funded, "").replace("  grant: The state pays four fifths of the cost.\n", ""), "drop the grant"
    )
    outcome = run("diff", "--git", "main")
    assert outcome.code == 0
    told = " ".join(outcome.out.split())
    assert (
        "The thesis `rebuild` is undecided (tied); it stood before (supported), because the argument `funded` was "
        "removed."
    ) in told
    assert "The verdict hangs on `costly` now, and no longer on `grant`." in told
    assert "`funded` removed: “State grant”" in told
    assert run("gate", "--base", "main").code == 1
    outcome = run("gate", "--base", "main", "--allow-verdict-change", "--max-new-gaps", "1")
    assert (outcome.code, outcome.out.count("✗")) == (0, 0)


def test_a_reviewed_argument_whose_premise_changed_stops_at_the_gate(run: Run, repository: Path) -> None:
    assert run("review", str(PATH), "safety", "--by", "Ann Lee", "--on", "2026-03-02").code == 0
    commit(CLEAN, "reviewed")
    commit(CLEAN.replace("is cracked.", "has a small crack."), "reworded")
    assert "CW209" in run("check", "arguments").out
    outcome = run("gate", "--base", "main")
    assert outcome.code == 1
    assert "`safety` was reviewed, and since then its premise `cracks` has changed" in outcome.out
    assert run("review", str(PATH), "safety", "--by", "Ann Lee").code == 0
    assert run("gate", "--base", "main").code == 0


def test_branches_that_edit_different_ids_merge_and_those_that_edit_one_keep_both(run: Run, repository: Path) -> None:
    run("git", "install")
    git("add", ".")
    git("commit", "-qm", "drivers")
    git("checkout", "-qb", "one")
    commit(CLEAN.replace("three yearly", "two yearly"), "one edits costly")
    git("checkout", "-q", "work")
    git("checkout", "-qb", "other")
    commit(CLEAN.replace("four fifths", "half").replace("page 4.", "page 5."), "another edits grant, and a comment")
    git("merge", "-q", "one")
    both = CLEAN.replace("three yearly", "two yearly").replace("four fifths", "half").replace("page 4.", "page 5.")
    assert PATH.read_text(encoding="utf-8") == both
    assert run("check", "arguments").code == 0

    git("checkout", "-qb", "third", "work")
    commit(CLEAN.replace("three yearly", "ten yearly"), "a third edits costly too")
    git("merge", "-q", "one", code=1)
    text = PATH.read_text(encoding="utf-8")
    assert text == CLEAN.replace(
        "  costly: Rebuilding costs three yearly budgets.\n",
        "<<<<<<< ours\n  costly: Rebuilding costs ten yearly budgets.\n=======\n"
        "  costly: Rebuilding costs two yearly budgets.\n>>>>>>> theirs\n",
    )

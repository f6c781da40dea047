"""``coldwater git`` on a scratch repository, with git calling it as it does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import BRIDGE, Run

PATH = Path("bridge.argmap.yaml")


def git(*words: str, code: int = 0) -> str:
    done = subprocess.run(["git", *words], capture_output=True, check=False, text=True, encoding="utf-8")
    assert done.returncode == code, done.stderr
    return done.stdout


@pytest.fixture
def bridge(here: Path) -> Path:
    """Stand in a repository with a bridge."""
    git("init", "-q", "-b", "main")
    git("config", "user.email", "somebody@example.org")
    git("config", "user.name", "Somebody")
    PATH.write_text(BRIDGE, encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "first")
    return PATH


def branches(ours: str, theirs: str) -> None:
    """Commit one text on a branch `other`, another on main."""
    git("checkout", "-qb", "other")
    PATH.write_text(theirs, encoding="utf-8")
    git("commit", "-qam", "theirs")
    git("checkout", "-q", "main")
    PATH.write_text(ours, encoding="utf-8")
    git("commit", "-qam", "ours")


def test_installing_twice_and_taking_it_back(run: Run, bridge: Path) -> None:
    Path(".gitattributes").write_text("*.png binary", encoding="utf-8")
    outcome = run("git", "install")
    assert outcome.code == 0
    assert [line.split(" = ")[0] for line in outcome.out.splitlines()[:3]] == [
        "set diff.coldwater.textconv",
        "set merge.coldwater.name",
        "set merge.coldwater.driver",
    ]
    written = Path(".gitattributes").read_text(encoding="utf-8")
    assert written.startswith(
        "*.png binary\n# >>> coldwater git install\n*.argmap.yaml diff=coldwater merge=coldwater\n"
    )
    assert run("git", "install").out == "nothing to do: it is set up already\n"
    assert Path(".gitattributes").read_text(encoding="utf-8") == written
    assert run("git", "install", "--uninstall").code == 0
    assert Path(".gitattributes").read_text(encoding="utf-8") == "*.png binary\n"
    assert "coldwater" not in git("config", "--local", "--list")
    assert run("git", "install", "--uninstall").out == "nothing to do: it is not set up\n"


def test_a_diff_shows_fields_and_no_layout(run: Run, bridge: Path) -> None:
    run("git", "install")
    moved = BRIDGE.replace("  costly: Rebuilding costs three yearly budgets.\n", "")
    moved = moved.replace("claims:\n", "claims:\n  costly: >-\n    Rebuilding costs\n    three yearly budgets.\n")
    bridge.write_text(moved, encoding="utf-8")
    assert "@@" not in git("diff", "--", str(PATH))
    assert "@@" in git("diff", "--no-textconv", "--", str(PATH))
    bridge.write_text(moved.replace("{title: Cost, premises", "{title: The cost, premises"), encoding="utf-8")
    shown = git("diff", "--", str(PATH)).splitlines()
    assert [line for line in shown if line[:1] in "+-" and line[:3] not in ("+++", "---")] == [
        "-  title: Cost",
        "+  title: The cost",
    ]


def test_textconv_of_what_is_no_map_is_the_file_itself(run: Run, here: Path) -> None:
    Path("x.argmap.yaml").write_text("claims: [\n", encoding="utf-8")
    done = subprocess.run([*_coldwater(), "git", "textconv", "x.argmap.yaml"], capture_output=True, check=True)
    assert done.stdout == b"claims: [\n"


def _coldwater() -> list[str]:
    return [sys.executable, "-P", "-m", "coldwater"]


def test_branches_that_edit_different_ids_merge(run: Run, bridge: Path) -> None:
    run("git", "install")
    ours = BRIDGE.replace("{title: Unsafe girder,", "{title: Safety first,")
    theirs = BRIDGE.replace("{title: Cost,", "{title: Money,").replace("three yearly", "four yearly")
    branches(ours, theirs)
    git("merge", "-q", "other")
    assert PATH.read_text(encoding="utf-8") == ours.replace("{title: Cost,", "{title: Money,").replace(
        "three yearly", "four yearly"
    )


def test_without_the_driver_git_finds_a_conflict_there(bridge: Path) -> None:
    ours = BRIDGE.replace("{title: Unsafe girder,", "{title: Safety first,")
    branches(ours, BRIDGE.replace("{title: Cost,", "{title: Money,"))
    git("merge", "-q", "other", code=1)


def test_branches_that_edit_one_id_conflict_and_keep_both(run: Run, bridge: Path) -> None:
    run("git", "install")
    branches(BRIDGE.replace("three yearly", "two yearly"), BRIDGE.replace("three yearly", "four yearly"))
    git("merge", "-q", "other", code=1)
    assert (
        "<<<<<<< ours\n  costly: Rebuilding costs two yearly budgets.\n=======\n"
        "  costly: Rebuilding costs four yearly budgets.\n>>>>>>> theirs\n"
    ) in PATH.read_text(encoding="utf-8")
    assert git("status", "--porcelain", str(PATH)).startswith("UU")


def test_what_is_no_map_is_merged_by_lines(run: Run, bridge: Path) -> None:
    run("git", "install")
    branches("x: [\n" + BRIDGE, BRIDGE + "# the end\n")
    git("merge", "-q", "other")
    assert PATH.read_text(encoding="utf-8") == "x: [\n" + BRIDGE + "# the end\n"


def test_outside_of_a_repository(run: Run, here: Path) -> None:
    outcome = run("git", "install")
    assert (outcome.code, outcome.out) == (2, "")
    assert "git" in outcome.err

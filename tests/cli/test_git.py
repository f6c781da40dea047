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


# --- what git asks for, and what has gone meanwhile -----------------------------------------------------------------

TWO, FOUR = (BRIDGE.replace("three yearly", f"{word} yearly") for word in ("two", "four"))


def python_goes() -> None:
    """Let the Python go that the drivers were set up with, as a virtual environment does."""
    for key in ("diff.coldwater.textconv", "merge.coldwater.driver"):
        git("config", key, git("config", key).strip().replace(sys.executable, "/nowhere/bin/python"))


def test_a_diff_survives_a_python_that_has_gone(run: Run, bridge: Path) -> None:
    run("git", "install")
    python_goes()
    bridge.write_text(TWO, encoding="utf-8")
    assert "+  costly: Rebuilding costs two yearly budgets.\n" in git("diff", "--", str(PATH))


def test_a_diff_survives_a_coldwater_that_fails(run: Run, bridge: Path) -> None:
    run("git", "install")
    textconv = git("config", "diff.coldwater.textconv").strip()
    git("config", "diff.coldwater.textconv", textconv.replace("textconv --", "none --"))
    bridge.write_text(TWO, encoding="utf-8")
    assert "+  costly: Rebuilding costs two yearly budgets.\n" in git("diff", "--", str(PATH))


def test_a_merge_survives_a_python_that_has_gone(run: Run, bridge: Path) -> None:
    run("git", "install")
    python_goes()
    branches(TWO, FOUR)
    git("merge", "-q", "other", code=1)
    text = PATH.read_text(encoding="utf-8")
    assert "<<<<<<< " in text
    assert "two yearly" in text
    assert "four yearly" in text
    git("reset", "-q", "--hard")
    git("branch", "-qD", "other")
    branches(BRIDGE.replace("argmap: 1\n", "argmap: 1\n# ours\n"), BRIDGE + "# theirs\n")
    git("merge", "-q", "other")
    assert "# theirs\n" in PATH.read_text(encoding="utf-8")


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_size_and_style_of_conflicts_are_gits(run: Run, bridge: Path, style: str, suffix: str) -> None:
    run("git", "install")
    path = Path(f"bridge.argmap.{suffix}")
    if suffix == "json":
        run("convert", str(PATH), str(path))
    base = path.read_text(encoding="utf-8")
    Path(".gitattributes").write_text(
        Path(".gitattributes").read_text(encoding="utf-8") + "*.argmap.* conflict-marker-size=12\n", encoding="utf-8"
    )
    git("add", ".")
    git("commit", "-qm", "both")
    for branch, word in (("other", "four"), ("mine", "two")):
        git("checkout", "-q", "-b", branch, "main")
        path.write_text(base.replace("three yearly", f"{word} yearly"), encoding="utf-8")
        git("commit", "-qam", branch)
    git("-c", f"merge.conflictStyle={style}", "merge", "-q", "other", code=1)
    shown = [line for line in path.read_text(encoding="utf-8").split("\n") if line[:12] in [c * 12 for c in "<|=>"]]
    assert [line[:13].strip() for line in shown] == [c * 12 for c in ("<=>" if style == "merge" else "<|=>")]


def test_labels_are_those_that_git_passes(run: Run, bridge: Path) -> None:
    """A git that is older than 2.44 passes none: what it would run is run as a newer one does."""
    run("git", "install")
    driver = git("config", "merge.coldwater.driver").strip()
    for name, text in (("o", BRIDGE), ("a", TWO), ("b", FOUR)):
        Path(name).write_text(text, encoding="utf-8")
    words = {
        "%L": "9",
        "%X": "'HEAD'",
        "%S": "'1234567 (a '\\''base'\\'')'",
        "%Y": "'-b; c'",
        "%O": "o",
        "%A": "a",
        "%B": "b",
    }
    for word, text in {**words, "%P": "'-x.argmap.yaml'"}.items():
        driver = driver.replace(word, text)
    git("config", "merge.conflictStyle", "diff3")
    for _ in range(2):  # by coldwater, then by git
        Path("a").write_text(TWO, encoding="utf-8")
        assert subprocess.run(["sh", "-c", driver], check=False).returncode == 1
        shown = [
            line for line in Path("a").read_text(encoding="utf-8").split("\n") if line[:9] in [c * 9 for c in "<|=>"]
        ]
        assert shown == ["<<<<<<<<< HEAD", "||||||||| 1234567 (a 'base')", "=========", ">>>>>>>>> -b; c"]
        driver = driver.replace(sys.executable, "/nowhere/python")


def test_a_name_that_begins_with_a_dash(run: Run, bridge: Path) -> None:
    run("git", "install")
    path = Path("-x.argmap.yaml")
    path.write_text(BRIDGE, encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "dash")
    for branch, text in (("other", FOUR), ("mine", BRIDGE.replace("title: Cost", "title: Money"))):
        git("checkout", "-q", "-b", branch, "main")
        path.write_text(text, encoding="utf-8")
        git("commit", "-qam", branch)
    git("merge", "-q", "other")
    assert path.read_text(encoding="utf-8") == FOUR.replace("title: Cost", "title: Money")
    path.write_text(FOUR.replace("title: Cost", "title: Price"), encoding="utf-8")
    assert "+  title: Price\n" in git("diff", "--", str(path))
    for words in (["check"], ["fmt", "--check"], ["fmt"], ["diff", "--git", "HEAD"], ["check", "--fix"], ["show"]):
        outcome = run(*words, "--", str(path))
        assert "no option" not in outcome.err
        assert outcome.code < 2, (words, outcome.err)
    for words in (["rename", "--", str(path), "cracks", "crack"], ["review", "--by", "Ann", "--", str(path)]):
        outcome = run(*words)
        assert outcome.code == 0, outcome.err
    assert run("render", "-o", "-x.svg", "--", str(path)).code == 0
    assert run("check", ".").code < 2


def test_a_merge_that_leaves_a_reference_to_nothing_says_so(run: Run, bridge: Path) -> None:
    run("git", "install")
    ours = BRIDGE.replace("  cracks: The main girder is cracked.\n", "").replace("[cracks, unsafe]", "[unsafe]")
    branches(ours, BRIDGE + "  more: {title: More, premises: [cracks], supports: rebuild}\n")
    done = subprocess.run(["git", "merge", "-q", "other"], capture_output=True, check=False, text=True)
    assert done.returncode == 0
    assert "bridge.argmap.yaml: each side was sound in this, and both together are not; mend it:" in done.stderr
    assert "CW101: " in done.stderr
    assert "`cracks`" in done.stderr


def test_a_map_in_braces_says_why_its_lines_are_merged(run: Run, bridge: Path) -> None:
    run("git", "install")
    flow = "{argmap: 1, title: T, thesis: a,\nclaims: {a: A., b: B.},\narguments: {s: {premises: [b], supports: a}}}\n"
    branches(flow, BRIDGE.replace("title: Cost", "title: Money"))
    done = subprocess.run(["git", "merge", "-q", "other"], capture_output=True, check=False, text=True)
    assert "cannot be merged by id: it is written in braces" in done.stderr
    assert "`coldwater fmt` on both branches lays it out so that it can be; its lines are merged" in done.stderr


def test_attributes_that_are_a_link_are_left_alone(run: Run, bridge: Path) -> None:
    Path("elsewhere").write_text("", encoding="utf-8")
    Path(".gitattributes").symlink_to("elsewhere")
    outcome = run("git", "install")
    assert (outcome.code, Path("elsewhere").read_text(encoding="utf-8")) == (2, "")
    assert ".gitattributes: this is a link" in outcome.err

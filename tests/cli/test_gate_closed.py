"""The gate fails closed: what git cannot say is an error, and what a change hides is named and does not pass."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from coldwater import git as asking

from .conftest import BRIDGE, Run
from .test_diff import git
from .test_gate import FUNDED, PATH

__all__ = ["bridge"]
from .test_gate import bridge

#: The grant is gone, and with it the verdict on the thesis.
TURNED = BRIDGE
#: A fact without a source: CW301.
UNSOURCED = FUNDED.replace(
    "cracks: The main girder is cracked.", "cracks: {text: The main girder is cracked., kind: fact}"
)
TURNS = "The thesis `rebuild` is undecided (tied); it stood before (supported)"


def object_of(name: str) -> Path:
    """Give the file of an object of git."""
    done = subprocess.run(["git", "rev-parse", name], check=True, capture_output=True, text=True)
    digits = done.stdout.strip()
    path = Path(".git/objects", digits[:2], digits[2:])
    path.chmod(0o644)
    return path


@pytest.mark.parametrize("name", ["main:arguments/bridge.argmap.yaml", "main:arguments", "main^{tree}"])
@pytest.mark.parametrize("is_damaged", [True, False])
def test_a_missing_or_damaged_object_is_no_new_map(run: Run, bridge: Path, name: str, is_damaged: bool) -> None:
    bridge.write_text(TURNED, encoding="utf-8")
    git("commit", "-qam", "turned")
    path = object_of(name)
    path.write_bytes(b"no object") if is_damaged else path.unlink()
    for words in (["gate", "--base", "main"], ["gate", "--base", "main", str(bridge)], ["diff", "--git", "main"]):
        outcome = run(*words)
        assert (outcome.code, outcome.out) == (2, "")
        assert "coldwater: git: " in outcome.err


@pytest.mark.parametrize(
    "revision", ["main..work", "main...work", "^main", "main work", "main:arguments", "main^{tree}"]
)
def test_what_names_no_single_commit_is_no_base(run: Run, bridge: Path, revision: str) -> None:
    bridge.write_text(TURNED, encoding="utf-8")
    outcome = run("gate", "--base", revision)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"git knows no revision '{revision}' here" in outcome.err


def put_git(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Let a script stand in for git."""
    folder.mkdir()
    (folder / "git").write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (folder / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def test_git_that_does_not_answer(
    run: Run, bridge: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setattr(asking, "_SECONDS", 0.3)
    put_git(tmp_path_factory.mktemp("x") / "bin", monkeypatch, "exec sleep 60")
    outcome = run("gate", "--base", "main")
    assert (outcome.code, outcome.out) == (2, "")
    assert "git: it did not answer within" in outcome.err


def test_git_that_fails_later(
    run: Run, bridge: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    bridge.write_text(TURNED, encoding="utf-8")
    real = subprocess.run(["which", "git"], check=True, capture_output=True, text=True).stdout.strip()
    script = f'case "$*" in *cat-file*) echo "fatal: no more memory" >&2; exit 128;; esac\nexec {real} "$@"'
    put_git(tmp_path_factory.mktemp("x") / "bin", monkeypatch, script)
    outcome = run("gate", "--base", "main")
    assert (outcome.code, outcome.out) == (2, "")
    assert "git: no more memory" in outcome.err


def test_no_git_at_all(run: Run, bridge: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    outcome = run("gate", "--base", "main")
    assert (outcome.code, outcome.out) == (2, "")
    assert "git: it is not installed, or not on the PATH" in outcome.err


def test_a_repository_of_somebody_else(run: Run, bridge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setattr(asking, "_OWN_WORD", re.compile("GIT_TEST_ASSUME_DIFFERENT_OWNER"))
    outcome = run("gate", "--base", "main")
    assert (outcome.code, outcome.out) == (2, "")
    assert "dubious ownership" in outcome.err


def test_a_clone_whose_history_is_cut_off(
    run: Run, bridge: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    for number in range(3):
        bridge.write_text(f"# {number}\n{TURNED}", encoding="utf-8")
        git("commit", "-qam", f"work {number}")
    clone = tmp_path_factory.mktemp("clone") / "c"
    git("clone", "-q", "--depth", "1", "--no-single-branch", f"file://{Path.cwd()}", str(clone))
    monkeypatch.chdir(clone)
    outcome = run("gate", "--base", "origin/main")
    assert (outcome.code, outcome.out) == (2, "")
    assert "cut off before it meets 'origin/main'; fetch more of it" in outcome.err


def test_in_a_hook_of_a_linked_worktree(
    run: Run, bridge: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    tree = tmp_path_factory.mktemp("tree") / "t"
    git("worktree", "add", "-q", "-b", "side", str(tree))
    monkeypatch.chdir(tree / "arguments")
    here = Path("bridge.argmap.yaml")
    here.write_text(TURNED, encoding="utf-8")
    done = subprocess.run(["git", "rev-parse", "--absolute-git-dir"], check=True, capture_output=True, text=True)
    monkeypatch.setenv("GIT_DIR", done.stdout.strip())
    monkeypatch.setenv("GIT_INDEX_FILE", f"{done.stdout.strip()}/index")
    outcome = run("gate", "--base", "main", "bridge.argmap.yaml")
    assert outcome.code == 1
    assert TURNS in outcome.out


# --- what a change hides ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("coldwater.toml", 'exclude = ["arguments/bridge.argmap.yaml"]\n'),
        ("coldwater.toml", 'exclude = ["bridge*"]\n'),
        ("coldwater.toml", 'paths = ["others"]\n'),
        (".gitignore", "bridge.argmap.yaml\n"),
        ("arguments/.gitignore", "*\n"),
    ],
)
def test_a_map_that_is_left_out_now_is_judged_all_the_same(run: Run, bridge: Path, name: str, text: str) -> None:
    Path("others").mkdir()
    other = "argmap: 1\ntitle: T\nthesis: t\nclaims: {t: It is so.}\n"
    for folder in ("others", "arguments"):
        Path(folder, "other.argmap.yaml").write_text(other, encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "another")
    Path(name).write_text(text, encoding="utf-8")
    outcome = run("gate", "--base", "HEAD")
    assert outcome.code == 1
    assert (
        "✗ Newly hidden from a check: the whole map (by `exclude`, `paths` or a .gitignore). --allow-hidden lets"
        in (" ".join(outcome.out.split()))
    )
    assert run("gate", "--base", "HEAD", "--allow-hidden").code == 0
    bridge.write_text(TURNED, encoding="utf-8")
    outcome = run("gate", "--base", "HEAD", "--allow-hidden")
    assert outcome.code == 1
    assert TURNS in outcome.out


def test_what_was_left_out_before_is_not_this_changes_doing(run: Run, bridge: Path) -> None:
    Path("coldwater.toml").write_text('exclude = ["bridge*"]\n', encoding="utf-8")
    Path("arguments/other.argmap.yaml").write_text("argmap: 1\ntitle: T\nthesis: t\nclaims: {t: It is so.}\n", "utf-8")
    git("add", ".")
    git("commit", "-qm", "left out")
    bridge.write_text(TURNED, encoding="utf-8")
    outcome = run("gate", "--base", "HEAD")
    assert outcome.code == 0
    assert "bridge" not in outcome.out


def test_settings_of_the_base_that_are_gone_count(run: Run, bridge: Path) -> None:
    Path("maps").mkdir()
    bridge.rename("maps/bridge.argmap.yaml")
    Path("coldwater.toml").write_text('paths = ["maps"]\n', encoding="utf-8")
    git("add", "-A")
    git("commit", "-qm", "elsewhere")
    Path("coldwater.toml").unlink()
    Path("maps/bridge.argmap.yaml").write_text(TURNED, encoding="utf-8")
    outcome = run("gate", "--base", "HEAD")
    assert outcome.code == 1
    assert TURNS in outcome.out
    assert "the whole map" in outcome.out


def test_a_folder_that_is_gone_is_judged_as_gone(run: Run, bridge: Path) -> None:
    bridge.unlink()
    assert "The map is gone" in run("gate", "--base", "main").out
    bridge.parent.rmdir()
    for words in ((), ("arguments",), (str(bridge),)):
        outcome = run("gate", "--base", "main", *words)
        assert outcome.code == 1
        assert "The map is gone" in outcome.out


LINT = "lint:\n  ignore:\n    - {rule: CW301, at: cracks, reason: Everybody knows.}\n"
COMMENTED = UNSOURCED.replace("kind: fact}", "kind: fact}  # coldwater: ignore[CW301] Everybody knows.")
BASELINE = {"version": 1, "findings": [{"path": str(PATH), "rule": "CW301", "id": "cracks"}]}
HIDERS = {
    "lint": (str(PATH), UNSOURCED + LINT, "`lint.ignore`"),
    "comment": (str(PATH), COMMENTED, "a comment"),
    "baseline": ("coldwater-baseline.json", json.dumps(BASELINE), "the baseline"),
    "draft": (str(PATH), UNSOURCED + "draft: true\n", "`draft: true`"),
    "ignore": ("coldwater.toml", 'ignore = ["CW301"]\n', "the settings"),
    "per-path": ("coldwater.toml", '[per-path."arguments/"]\nignore = ["CW3"]\n', "the settings"),
}


@pytest.mark.parametrize("kind", HIDERS)
@pytest.mark.parametrize("was_there", [True, False], ids=["an old finding", "a new finding"])
def test_a_finding_that_is_hidden_now_is_named(run: Run, bridge: Path, kind: str, was_there: bool) -> None:
    if was_there:
        bridge.write_text(UNSOURCED, encoding="utf-8")
        git("commit", "-qam", "a fact")
    name, text, means = HIDERS[kind]
    bridge.write_text(UNSOURCED, encoding="utf-8")
    Path(name).write_text(text, encoding="utf-8")
    outcome = run("gate", "--base", "HEAD")
    assert outcome.code == 1
    line = 1 + FUNDED[: FUNDED.index("  cracks:")].count("\n")
    assert f"✗ Newly hidden from a check: `CW301` at `cracks` (line {line}, by {means})." in outcome.out
    assert "--allow-hidden lets it pass" in outcome.out
    assert run("gate", "--base", "HEAD", "--allow-hidden").code == 0
    git("add", ".")
    git("commit", "-qm", "hidden")
    bridge.write_text("# Moved down.\n" + bridge.read_text("utf-8"), encoding="utf-8")
    assert run("gate", "--base", "HEAD").code == 0


def test_what_grows_in_a_draft_hides_nothing_new(run: Run, bridge: Path) -> None:
    bridge.write_text(FUNDED + "draft: true\n", encoding="utf-8")
    git("commit", "-qam", "a draft")
    bridge.write_text(UNSOURCED + "draft: true\n", encoding="utf-8")
    assert run("gate", "--base", "HEAD").code == 0
    bridge.write_text(UNSOURCED, encoding="utf-8")
    assert run("gate", "--base", "HEAD").code == 0


@pytest.mark.parametrize("settings", ['ignore = ["CW902"]\n', 'select = ["CW301"]\n', 'ignore = ["CW301"]\n'])
def test_a_draft_hides_nothing_that_is_told_or_off_anyway(run: Run, bridge: Path, settings: str) -> None:
    Path("coldwater.toml").write_text(settings, encoding="utf-8")
    bridge.write_text(UNSOURCED, encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "a fact")
    bridge.write_text(UNSOURCED + "draft: true\n", encoding="utf-8")
    assert run("gate", "--base", "HEAD").code == 0


def test_a_severity_that_lets_an_error_through(run: Run, bridge: Path) -> None:
    Path("coldwater.toml").write_text('error-on = "warning"\n', encoding="utf-8")
    bridge.write_text(UNSOURCED, encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "strict")
    for text in ("", 'error-on = "warning"\n[severity]\nCW301 = "info"\n'):
        Path("coldwater.toml").write_text(text, encoding="utf-8")
        outcome = run("gate", "--base", "HEAD")
        assert outcome.code == 1
        assert "`CW301` at `cracks`" in outcome.out
    Path("coldwater.toml").write_text('error-on = "warning"\n[severity]\nCW301 = "error"\n', encoding="utf-8")
    assert run("gate", "--base", "HEAD").code == 0


def test_what_hides_nothing_passes(run: Run, bridge: Path) -> None:
    Path("coldwater.toml").write_text('ignore = ["CW301"]\n', encoding="utf-8")
    Path("coldwater-baseline.json").write_text(json.dumps(BASELINE), encoding="utf-8")
    bridge.write_text(FUNDED + LINT, encoding="utf-8")
    assert run("gate", "--base", "main").code == 0


def test_a_stamp_that_was_taken_out(run: Run, bridge: Path) -> None:
    run("review", str(PATH), "--by", "Ann")
    git("add", ".")
    git("commit", "-qm", "reviewed")
    bridge.with_name("bridge.argmap.reviews.json").unlink()
    bridge.write_text(FUNDED.replace("four fifths", "a fifth"), encoding="utf-8")
    outcome = run("gate", "--base", "HEAD")
    assert outcome.code == 1
    assert "that `funded` was reviewed (its stamp was taken out)" in " ".join(outcome.out.split())


# --- maps that were broken, and batches ---------------------------------------------------------------------------


def test_a_change_that_mends_a_broken_map_passes_everywhere(run: Run, bridge: Path) -> None:
    for broken in (FUNDED.replace("[grant]", "[gramt]"), "argmap: [\n", "", FUNDED + "\x00"):
        bridge.write_text(broken, encoding="utf-8")
        git("commit", "-qam", "broken")
        bridge.write_text(FUNDED, encoding="utf-8")
        assert run("gate", "--base", "HEAD").code == 0
        outcome = run("diff", "--git", "HEAD")
        assert outcome.code == 0
        assert "arguments/bridge.argmap.yaml at HEAD: cannot be read as a map" in outcome.err


def test_what_a_broken_map_hid_may_stay_hidden_when_it_is_mended(run: Run, bridge: Path) -> None:
    for text in (UNSOURCED + LINT, COMMENTED):
        bridge.write_text(text.replace("title: Should", "title: [Should"), encoding="utf-8")
        git("commit", "-qam", "broken")
        bridge.write_text(text, encoding="utf-8")
        assert run("gate", "--base", "HEAD").code == 0


def test_a_map_that_moves_to_where_less_is_told(run: Run, bridge: Path) -> None:
    Path("coldwater.toml").write_text('[per-path."arguments/drafts/"]\nignore = ["CW3"]\n', encoding="utf-8")
    bridge.write_text(UNSOURCED, encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "drafts")
    Path("arguments/drafts").mkdir()
    bridge.rename("arguments/drafts/bridge.argmap.yaml")
    outcome = run("gate", "--base", "HEAD")
    assert outcome.code == 1
    assert "`CW301` at `cracks` (line 6, by the settings)" in outcome.out


@pytest.mark.parametrize("bad", ["argmap: [\n", FUNDED.replace("[grant]", "[gramt]")])
def test_one_bad_map_stops_no_batch_and_commands_agree(run: Run, bridge: Path, bad: str) -> None:
    bridge.with_name("bad.argmap.yaml").write_text(FUNDED, encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "two")
    bridge.with_name("bad.argmap.yaml").write_text(bad, encoding="utf-8")
    bridge.write_text(TURNED, encoding="utf-8")
    for words in (["gate", "--base", "HEAD"], ["diff", "--git", "HEAD"]):
        outcome = run(*words)
        assert outcome.code == 2
        assert "The thesis `rebuild` is undecided (tied)" in outcome.out
        assert "arguments/bad.argmap.yaml: cannot be read as a map" in outcome.err


def test_what_could_not_be_looked_at_stands_in_every_form(run: Run, bridge: Path) -> None:
    bridge.with_name("bad.argmap.yaml").write_text("argmap: [\n", encoding="utf-8")
    data = json.loads(run("gate", "--base", "main", "--output-format", "json").out)
    assert data["passes"] is False
    assert [(one["path"], one["passes"], one["old_path"]) for one in data["maps"]] == [(str(PATH), True, None)]
    ((path, error),) = [(one["path"], one["error"]) for one in data["unread"]]
    assert path == "arguments/bad.argmap.yaml"
    assert "cannot be read as a map" in error
    out = run("gate", "--base", "main", "--output-format", "markdown").out
    assert (
        "**arguments/bad.argmap.yaml** could not be looked at\n\n- ✗ arguments/bad.argmap.yaml: cannot be read" in out
    )


def test_broken_settings_and_stamps_at_the_base_end_nothing(run: Run, bridge: Path) -> None:
    Path("coldwater.toml").write_text("nonsense = [", encoding="utf-8")
    Path("coldwater-baseline.json").write_text("{", encoding="utf-8")
    bridge.with_name("bridge.argmap.reviews.json").write_text("{", encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "broken")
    assert run("gate", "--base", "HEAD").code == 2
    for name in ("coldwater.toml", "coldwater-baseline.json", "arguments/bridge.argmap.reviews.json"):
        Path(name).unlink()
    assert run("gate", "--base", "HEAD").code == 0


def test_a_link_is_what_it_leads_to_then_too(run: Run, bridge: Path) -> None:
    link = bridge.with_name("link.argmap.yaml")
    link.symlink_to("bridge.argmap.yaml")
    git("add", ".")
    git("commit", "-qm", "a link")
    bridge.write_text(TURNED, encoding="utf-8")
    outcome = run("gate", "--base", "HEAD", str(link))
    assert outcome.code == 1
    assert TURNS in outcome.out

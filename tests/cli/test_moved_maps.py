"""Maps that are moved, ids that are renamed, submodules and linked worktrees: what belongs to a map goes with it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from .conftest import BRIDGE, Run
from .test_diff import git
from .test_gate import FUNDED, PATH, bridge
from .test_gate_closed import TURNED, TURNS, UNSOURCED

__all__ = ["bridge"]
OTHER = Path("arguments/town/river.argmap.yaml")


def move(bridge: Path, text: str, to: Path = OTHER) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    bridge.rename(to)
    to.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("is_committed", [True, False])
@pytest.mark.parametrize("named", [(), ("arguments",), (str(OTHER),)])
def test_a_moved_map_is_compared_with_what_it_was(
    run: Run, bridge: Path, is_committed: bool, named: tuple[str, ...]
) -> None:
    move(bridge, TURNED)
    if is_committed:
        git("add", "-A")
        git("commit", "-qm", "moved and turned")
    outcome = run("gate", "--base", "main", *named)
    assert outcome.code == 1
    assert outcome.out.startswith(f"{OTHER}: does not pass (since main, and was {PATH} then)\n")
    assert TURNS in outcome.out
    assert "gone" not in outcome.out
    outcome = run("diff", "--git", "main", *named)
    assert outcome.code == 0
    assert "`funded` removed" in outcome.out
    assert f"{OTHER} was {PATH}\n" in outcome.out
    assert f"- `{OTHER}` was `{PATH}`\n" in run("diff", "--git", "main", *named, "--output-format", "markdown").out
    document = json.loads(run("diff", "--git", "main", *named, "--output-format", "json").out)
    assert document["moved"] == [{"path": str(OTHER), "old_path": str(PATH)}]


def test_a_map_that_was_only_moved_is_told_of(run: Run, bridge: Path) -> None:
    move(bridge, bridge.read_text(encoding="utf-8"))
    outcome = run("diff", "--git", "main")
    assert (outcome.code, outcome.out, outcome.err) == (0, f"{OTHER} was {PATH}\n\n1 map is unchanged.\n", "")


def test_between_two_revisions(run: Run, bridge: Path) -> None:
    move(bridge, TURNED)
    git("add", "-A")
    git("commit", "-qm", "moved and turned")
    outcome = run("diff", "--git", "main", "--git", "HEAD")
    assert outcome.code == 0
    assert "`funded` removed" in outcome.out


def test_another_map_in_its_place_is_no_move(run: Run, bridge: Path) -> None:
    other = "argmap: 1\ntitle: T\nthesis: t\nclaims: {t: It is so.}\n"
    move(bridge, other)
    outcome = run("gate", "--base", "main")
    assert outcome.code == 1
    assert "The map is gone" in outcome.out
    assert "The map is new since main." in outcome.out


def test_two_maps_that_change_places_by_way_of_new_names(run: Run, bridge: Path) -> None:
    other = FUNDED.replace("four fifths", "a fifth").replace("three yearly", "two monthly").replace("cracked", "sound")
    bridge.with_name("a.argmap.yaml").write_text(other, encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "two")
    bridge.rename(bridge.with_name("y.argmap.yaml"))
    bridge.with_name("a.argmap.yaml").rename(bridge.with_name("x.argmap.yaml"))
    out = run("gate", "--base", "HEAD").out
    assert f"x.argmap.yaml: passes (since HEAD, and was {bridge.with_name('a.argmap.yaml')} then)" in out
    assert f"y.argmap.yaml: passes (since HEAD, and was {bridge} then)" in out


def test_stamps_that_stay_behind_are_told_and_those_that_come_along_count(run: Run, bridge: Path) -> None:
    run("review", str(PATH), "--by", "Ann")
    git("add", ".")
    git("commit", "-qm", "reviewed")
    move(bridge, FUNDED)
    outcome = run("gate", "--base", "HEAD")
    assert outcome.code == 1
    old, new = "arguments/bridge.argmap.reviews.json", "arguments/town/river.argmap.reviews.json"
    assert f"its stamp did not come along: move {old} to {new}" in outcome.out
    Path(old).rename(new)
    assert run("gate", "--base", "HEAD").code == 0


def test_baseline_entries_that_stay_behind_are_told_and_those_that_come_along_hide_nothing_new(
    run: Run, bridge: Path
) -> None:
    bridge.write_text(UNSOURCED, encoding="utf-8")
    run("check", "--write-baseline")
    git("add", ".")
    git("commit", "-qm", "known")
    move(bridge, UNSOURCED)
    out = run("check").out
    assert "CW301" in out
    assert f"`CW301` finds nothing at `cracks` in {PATH} by now" in " ".join(out.split())
    run("check", "--write-baseline")
    assert str(OTHER) in Path("coldwater-baseline.json").read_text("utf-8")
    assert run("gate", "--base", "HEAD").code == 0


# --- ids ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("old", "new"), [("funded", "grant-of-state"), ("grant", "subsidy"), ("money", "cost")])
def test_stamps_follow_an_id_that_is_renamed(run: Run, bridge: Path, old: str, new: str) -> None:
    run("review", str(PATH), "--by", "Ann", "--on", "2026-03-02")
    git("add", ".")
    git("commit", "-qm", "reviewed")
    outcome = run("rename", str(PATH), old, new)
    assert f"arguments/bridge.argmap.reviews.json: {old} is now {new} here too" in outcome.out
    assert "since then" not in run("review", str(PATH)).out
    assert "3 of 3 arguments reviewed as they stand" in run("review", str(PATH)).out
    assert run("gate", "--base", "HEAD").code == 0
    assert run("check", "--error-on", "warning").code == 0


def test_what_had_changed_since_a_review_has_changed_still(run: Run, bridge: Path) -> None:
    run("review", str(PATH), "--by", "Ann")
    bridge.write_text(FUNDED.replace("four fifths", "a fifth"), encoding="utf-8")
    run("rename", str(PATH), "grant", "subsidy")
    out = run("review", str(PATH)).out
    assert "since then its premise `subsidy` has changed" in out
    assert "2 of 3 arguments reviewed as they stand" in out


def test_the_baseline_follows_an_id_that_is_renamed(run: Run, bridge: Path) -> None:
    bridge.write_text(UNSOURCED, encoding="utf-8")
    run("check", "--write-baseline")
    git("add", ".")
    git("commit", "-qm", "known")
    assert "-    {" in run("rename", "--diff", str(PATH), "cracks", "girder").out
    assert "coldwater-baseline.json: cracks is now girder here too" in run("rename", str(PATH), "cracks", "girder").out
    entries = json.loads(Path("coldwater-baseline.json").read_text("utf-8"))["findings"]
    assert {entry["id"] for entry in entries if entry["rule"] == "CW301"} == {"girder"}
    outcome = run("check", "--error-on", "info")
    assert (outcome.code, "CW" in outcome.out) == (0, False)
    assert run("gate", "--base", "HEAD").code == 0


def test_an_ignore_entry_that_follows_hides_nothing_new(run: Run, bridge: Path) -> None:
    lint = "lint:\n  ignore:\n    - {rule: CW301, at: cracks, reason: Everybody knows.}\n"
    commented = "cracks: {text: The main girder is cracked., kind: fact}  # coldwater: ignore[CW301] Known."
    for text in (UNSOURCED + lint, FUNDED.replace("cracks: The main girder is cracked.", commented)):
        bridge.write_text(text, encoding="utf-8")
        git("commit", "-qam", "known")
        run("rename", str(PATH), "cracks", "girder")
        assert run("gate", "--base", "HEAD").code == 0


# --- submodules and linked worktrees ------------------------------------------------------------------------------


@pytest.fixture
def superproject(bridge: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand on a branch `work` of a repository whose `arguments/town` is the one with the bridge."""
    inner = Path.cwd()
    outer = tmp_path_factory.mktemp("outer")
    monkeypatch.chdir(outer)
    git("init", "-q", "-b", "main")
    git("config", "user.email", "somebody@example.org")
    git("config", "user.name", "Somebody")
    git("-c", "protocol.file.allow=always", "submodule", "add", "-q", "-b", "main", str(inner), "arguments/town")
    git("commit", "-qm", "a submodule")
    git("checkout", "-qb", "work")
    return outer / "arguments/town/arguments/bridge.argmap.yaml"


@pytest.mark.parametrize("named", [(), ("arguments",), ("arguments/town/arguments/bridge.argmap.yaml",)])
@pytest.mark.parametrize("is_committed", [True, False])
def test_a_map_in_a_submodule_is_compared_with_what_the_superproject_had(
    run: Run, superproject: Path, named: tuple[str, ...], is_committed: bool
) -> None:
    assert run("gate", "--base", "main", *named).code == 0
    superproject.write_text(TURNED, encoding="utf-8")
    if is_committed:
        inner = superproject.parent
        who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
        git("-C", str(inner), *who, "commit", "-qam", "turned")
        git("commit", "-qam", "another commit of the submodule")
    outcome = run("gate", "--base", "main", *named)
    assert outcome.code == 1
    assert TURNS in outcome.out
    assert "`funded` removed" in run("diff", "--git", "main", *named).out
    superproject.unlink()
    assert "The map is gone" in run("gate", "--base", "main", *named).out


def test_a_submodule_that_is_gone_takes_its_maps_along(run: Run, superproject: Path) -> None:
    git("rm", "-qf", "arguments/town")
    outcome = run("gate", "--base", "main")
    assert outcome.code == 1
    assert "arguments/town: does not pass" in outcome.out
    assert "The map is gone" in outcome.out
    assert run("gate", "--base", "main", "--allow-verdict-change").code == 0
    assert run("diff", "--git", "main").code == 2


def test_a_submodule_that_has_changed_and_is_not_checked_out_is_not_passed_over(run: Run, superproject: Path) -> None:
    git("submodule", "deinit", "-f", "arguments/town")
    other = {"argmap": 1, "title": "T", "thesis": "t", "claims": {"t": "It is so."}}
    Path("arguments/t.argmap.json").write_text(json.dumps(other), encoding="utf-8")
    assert run("gate", "--base", "main").code == 0
    git("update-index", "--cacheinfo", f"160000,{'1' * 40},arguments/town")
    git("commit", "-qm", "another commit of the submodule")
    outcome = run("gate", "--base", "main")
    assert outcome.code == 2
    assert "arguments/t.argmap.json: passes" in outcome.out
    assert "arguments/town: the submodule has changed and is not checked out here" in outcome.err


def test_who_stands_in_a_submodule_asks_it(run: Run, superproject: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(superproject.parent)
    superproject.write_text(TURNED, encoding="utf-8")
    outcome = run("gate", "--base", "origin/main", "bridge.argmap.yaml")
    assert outcome.code == 1
    assert TURNS in outcome.out


def test_a_linked_worktree_has_a_branch_of_its_own(
    run: Run, bridge: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    tree = tmp_path_factory.mktemp("tree") / "t"
    git("worktree", "add", "-q", "-b", "side", str(tree))
    (tree / PATH).write_text(TURNED, encoding="utf-8")
    subprocess.run(["git", "-C", str(tree), "commit", "-qam", "turned"], check=True)
    assert run("gate", "--base", "main").code == 0
    outcome = run("gate", "--base", "main", str(tree / PATH))
    assert outcome.code == 1
    assert TURNS in outcome.out
    assert BRIDGE == TURNED

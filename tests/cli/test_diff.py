"""``coldwater diff`` between files and between revisions of a scratch repository."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from .conftest import BRIDGE, Run


def git(*words: str) -> None:
    subprocess.run(["git", *words], check=True, capture_output=True)


@pytest.fixture
def repository(here: Path) -> Path:
    """Stand in a repository with a bridge that is on main, and a further commit that drops the attack."""
    git("init", "-q", "-b", "main")
    git("config", "user.email", "somebody@example.org")
    git("config", "user.name", "Somebody")
    folder = here / "arguments"
    folder.mkdir()
    (folder / "bridge.argmap.yaml").write_text(BRIDGE, encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "first")
    edited = BRIDGE.replace("  money: {title: Cost, premises: [costly], attacks: rebuild}\n", "")
    edited = edited.replace("  costly: Rebuilding costs three yearly budgets.\n", "").replace(
        "is cracked", "has a crack"
    )
    (folder / "bridge.argmap.yaml").write_text(edited, encoding="utf-8")
    git("commit", "-qam", "second")
    return here


def test_two_files(run: Run, repository: Path) -> None:
    (repository / "old.argmap.yaml").write_text(BRIDGE, encoding="utf-8")
    outcome = run("diff", "old.argmap.yaml", "arguments/bridge.argmap.yaml")
    assert outcome.code == 0
    assert outcome.out.splitlines() == [
        "Should the bridge be rebuilt?",
        "",
        "The thesis `rebuild` stands (supported); it was undecided before (tied), because the argument",
        "`money` was removed.",
        "The verdict no longer hangs on `costly`.",
        "",
        "Claims",
        "  `costly` removed: “Rebuilding costs three yearly budgets.”",
        "  `cracks` reworded: The main girder [-is cracked-] {+has a crack+}.",
        "",
        "Arguments",
        "  `money` removed: “Cost”",
    ]


def test_a_map_that_becomes_a_draft_or_ceases_to_be_one(run: Run, repository: Path) -> None:
    (repository / "held.argmap.yaml").write_text(BRIDGE, encoding="utf-8")
    (repository / "draft.argmap.yaml").write_text(BRIDGE + "draft: true\n", encoding="utf-8")
    told = "Map\n  is a draft now: what is not done yet is only counted\n"
    assert run("diff", "held.argmap.yaml", "draft.argmap.yaml").out.endswith(told)
    assert run("diff", "draft.argmap.yaml", "held.argmap.yaml").out.endswith("Map\n  is no draft any more\n")


@pytest.mark.parametrize("revisions", [["main~1"], ["main~1", "main"]])
def test_revisions(run: Run, repository: Path, revisions: list[str]) -> None:
    words = [word for revision in revisions for word in ("--git", revision)]
    data = json.loads(run("diff", *words, "--output-format", "json").out)
    (only,) = data["maps"]
    assert only["path"] == "arguments/bridge.argmap.yaml"
    assert only["thesis"]["turned"] is True
    assert [turn["id"] for turn in only["turned"]] == ["rebuild"]
    assert [(change["kind"], change["id"]) for change in only["changes"]] == [
        ("removed", "costly"),
        ("reworded", "cracks"),
        ("removed", "money"),
    ]
    assert [hinge["claims"] for hinge in only["cruxes"]["gone"]] == [[["costly"]]]
    assert only["gaps"] == {"came": [], "gone": [{"id": "money", "sides": ["con"]}]}
    assert only["cut"] is False


def test_markdown_escapes_what_would_be_markup(run: Run, repository: Path) -> None:
    text = BRIDGE.replace("is cracked", "is <b>*cracked*</b> @somebody [x](y)")
    (repository / "new.argmap.yaml").write_text(text, encoding="utf-8")
    out = run("diff", "arguments/bridge.argmap.yaml", "new.argmap.yaml", "--output-format", "markdown").out
    assert "<b>" not in out
    assert "&lt;b>\\*cracked\\*" in out
    assert "`@somebody`" in out
    assert "**The thesis `rebuild` is undecided (tied); it stood before (supported)" in out


def test_a_map_that_came_or_went_is_said(run: Run, repository: Path) -> None:
    (repository / "arguments" / "bridge.argmap.yaml").unlink()
    text = "argmap: 1\ntitle: T\nthesis: t\nclaims: {t: It is so.}\n"
    (repository / "arguments" / "bridge2.argmap.yaml").write_text(text, encoding="utf-8")
    outcome = run("diff", "--git", "main")
    assert outcome.code == 0
    assert outcome.err == ""
    assert "arguments/bridge.argmap.yaml is gone: Should the bridge be rebuilt?" in outcome.out
    assert "arguments/bridge2.argmap.yaml is new: T" in outcome.out
    markdown = run("diff", "--git", "main", "--output-format", "markdown").out
    assert "- `arguments/bridge.argmap.yaml` is gone" in markdown
    document = json.loads(run("diff", "--git", "main", "--output-format", "json").out)
    assert [one["path"] for one in document["new"]] == ["arguments/bridge2.argmap.yaml"]
    assert [one["path"] for one in document["gone"]] == ["arguments/bridge.argmap.yaml"]


def test_unchanged_maps_take_no_room(run: Run, repository: Path) -> None:
    for number in range(50):
        (repository / "arguments" / f"m{number}.argmap.yaml").write_text(BRIDGE, encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "many")
    (repository / "arguments" / "m7.argmap.yaml").write_text(BRIDGE.replace("is cracked", "has cracks"), "utf-8")
    out = run("diff", "--git", "HEAD").out
    assert out.startswith("arguments/m7.argmap.yaml\n")
    assert "m8" not in out
    assert out.endswith("\n50 maps are unchanged.\n")
    document = json.loads(run("diff", "--git", "HEAD", "--output-format", "json").out)
    assert [one["path"] for one in document["maps"]] == ["arguments/m7.argmap.yaml"]
    assert document["unchanged"] == 50


def test_what_a_map_asks_to_ignore_is_a_change(run: Run, repository: Path) -> None:
    path = repository / "arguments" / "bridge.argmap.yaml"
    text = path.read_text("utf-8")
    path.write_text(text + "lint: {ignore: [{rule: CW206, reason: One side.}]}\n", "utf-8")
    assert "has `lint` CW206 now" in run("diff", "--git", "HEAD").out
    path.write_text(text.replace("claims:\n", "claims:\n  # coldwater: ignore[CW301] known\n", 1), "utf-8")
    out = " ".join(run("diff", "--git", "HEAD").out.split())
    assert "has other `# coldwater`: `ignore[CW301] known (at rebuild)` added" in out
    assert "# coldwater: ignore[CW301] known" in run("git", "textconv", str(path)).out


def test_a_comment_on_many_changed_maps_fits(run: Run, repository: Path) -> None:
    """What turned a thesis comes first, and what does not fit is counted."""
    for number in range(150):
        text = BRIDGE.replace("title: ", f"title: {number} ", 1)
        (repository / "arguments" / f"m{number:03}.argmap.yaml").write_text(text, encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "many")
    for path in sorted((repository / "arguments").glob("m*.yaml")):
        long = "has cracks " + "and more cracks " * 30
        path.write_text(path.read_text("utf-8").replace("is cracked", long), "utf-8")
    last = repository / "arguments" / "m149.argmap.yaml"
    turned = last.read_text("utf-8").replace("  money: {title: Cost, premises: [costly], attacks: rebuild}\n", "")
    last.write_text(turned.replace("  costly: Rebuilding costs three yearly budgets.\n", ""), "utf-8")
    out = run("diff", "--git", "HEAD", "--output-format", "markdown").out
    assert len(out) <= 50_000
    assert "149" in out.splitlines()[0]
    assert "more maps changed: `coldwater diff` shows all." in out
    assert out.endswith("1 map is unchanged.\n")


@pytest.mark.parametrize("revision", ["nowhere", "--help", "-x", "main:arguments"])
def test_a_revision_that_is_none(run: Run, repository: Path, revision: str) -> None:
    outcome = run("diff", "--git", revision)
    assert outcome.code == 2
    assert outcome.out == ""
    assert f"git knows no revision '{revision}' here" in outcome.err


def test_outside_of_a_repository(run: Run, here: Path) -> None:
    (here / "bridge.argmap.yaml").write_text(BRIDGE, encoding="utf-8")
    outcome = run("diff", "bridge.argmap.yaml", "--git", "main")
    assert outcome.code == 2
    assert "git" in outcome.err


def test_one_file_alone_is_refused(run: Run, here: Path) -> None:
    (here / "bridge.argmap.yaml").write_text(BRIDGE, encoding="utf-8")
    outcome = run("diff", "bridge.argmap.yaml")
    assert outcome.code == 2
    assert "name two map files, or maps and --git REV" in outcome.err

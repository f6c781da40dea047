"""Commands on folders with links that lead elsewhere, and on what is no file: nothing waits or is written there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import BRIDGE, Run

UNTIDY = BRIDGE.replace("title: Cost, ", "title:   Cost,   ")
OUT = "this link leads out of the project and is not followed"


@pytest.fixture
def project(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a project with a map; a map and a folder lie outside of it."""
    folder = here / "project"
    (folder / "arguments").mkdir(parents=True)
    (folder / ".git").mkdir()
    (folder / "arguments" / "bridge.argmap.yaml").write_text(BRIDGE, encoding="utf-8")
    (here / "outside").mkdir()
    (here / "outside" / "secret.argmap.yaml").write_text(UNTIDY, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def secret(project: Path) -> Path:
    return project.parent / "outside" / "secret.argmap.yaml"


@pytest.mark.parametrize(
    "words", [["fmt"], ["check", "--fix"], ["check"], ["render"], ["build"], ["check", "--write-baseline"]]
)
def test_a_folder_is_worked_on_without_what_links_lead_to(project: Path, run: Run, words: list[str]) -> None:
    (project / "arguments" / "out.argmap.yaml").symlink_to(secret(project))
    folder = [] if words == ["build"] else ["arguments"]
    outcome = run(*words, *folder)
    told = outcome.out + outcome.err
    assert OUT in told
    assert "out.argmap.yaml" in told
    assert "Traceback" not in told
    assert secret(project).read_text(encoding="utf-8") == UNTIDY
    assert not (project / "renders" / "out.svg").exists()
    assert (project / "arguments" / "out.argmap.yaml").is_symlink()


def test_a_named_link_is_followed(project: Path, run: Run) -> None:
    (project / "arguments" / "out.argmap.yaml").symlink_to(secret(project))
    assert run("fmt", "arguments/out.argmap.yaml").code == 0
    assert secret(project).read_text(encoding="utf-8") != UNTIDY
    assert (project / "arguments" / "out.argmap.yaml").is_symlink()


def test_build_draws_nothing_through_links(project: Path, run: Run) -> None:
    (project / "renders").mkdir()
    for name in ("bridge.svg", "bridge.gaps.pro.md"):
        target = project.parent / "outside" / name
        target.write_text("mine", encoding="utf-8")
        (project / "renders" / name).symlink_to(target)
    outcome = run("build")
    assert outcome.code == 2
    assert outcome.err.count(OUT) == 2
    assert (project / "renders" / "bridge.png").exists()
    assert {path.read_text(encoding="utf-8") for path in (project.parent / "outside").glob("bridge.*")} == {"mine"}
    assert run("render", "arguments").code == 2
    assert run("render", "arguments", "-o", "renders/").code == 2
    assert (project.parent / "outside" / "bridge.svg").read_text(encoding="utf-8") == "mine"
    assert run("render", "arguments", "-o", "renders/bridge.svg").code == 0  # this one is named


@pytest.mark.parametrize("name", ["arguments", "renders"])
def test_the_usual_folders_are_no_links_out_of_the_project(project: Path, run: Run, name: str) -> None:
    if name == "arguments":
        (project / name).rename(project / "others")
    (project / name).symlink_to(project.parent / "outside")
    before = sorted(os.listdir(project.parent / "outside"))
    for words in (["build"], ["render"]) + ((["fmt"],) if name == "arguments" else ()):
        outcome = run(*words)
        assert (outcome.code, OUT in outcome.err) == (2, True), words
    assert sorted(os.listdir(project.parent / "outside")) == before
    assert secret(project).read_text(encoding="utf-8") == UNTIDY
    assert run("fmt", "--check", name).code == 1  # named, it is followed


@pytest.mark.parametrize("words", [["check", "arguments"], ["review", "arguments/bridge.argmap.yaml", "--by", "Ann"]])
def test_stamps_and_baselines_are_no_links_out_of_the_project(project: Path, run: Run, words: list[str]) -> None:
    target = project.parent / "outside" / "reviews.json"
    target.write_text('{"version": 1, "reviews": {}}', encoding="utf-8")
    (project / "arguments" / "bridge.argmap.reviews.json").symlink_to(target)
    outcome = run(*words)
    assert (outcome.code, f"bridge.argmap.reviews.json: {OUT}" in outcome.err) == (2, True)
    assert target.read_text(encoding="utf-8") == '{"version": 1, "reviews": {}}'
    (project / "coldwater-baseline.json").symlink_to(target)
    outcome = run("check", "arguments", "--write-baseline")
    assert (outcome.code, f"coldwater-baseline.json: {OUT}" in outcome.err) == (2, True)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
@pytest.mark.parametrize(
    "line",
    [
        "check P", "check", "check --fix", "fmt", "fmt P", "show P", "rename P a b", "apply P P", "apply M P",
        "diff M P", "convert P x.json", "review P --by Ann", "evaluate P", "prep gaps P --side pro", "git textconv P",
        "render P", "build", "check M --source-text survey=P", "check M --baseline P", "check M --config P",
        "git merge-driver P M M x", "check M -o P",
        "render M --font P --format png", "prep drill P --side pro --state state",
    ],
)  # fmt: skip
def test_a_pipe_is_refused_by_name_and_not_waited_for(project: Path, line: str) -> None:
    os.mkfifo(project / "arguments" / "pipe.argmap.yaml")
    paths = {"P": "arguments/pipe.argmap.yaml", "M": "arguments/bridge.argmap.yaml"}
    words = [paths.get(word, word.replace("=P", f"={paths['P']}")) for word in line.split()]
    done = subprocess.run(
        [sys.executable, "-m", "coldwater", *words], capture_output=True, check=False, text=True, timeout=60
    )
    assert done.returncode == 2, done.stderr
    assert "pipe.argmap.yaml: this is a pipe" in done.stderr
    assert "defect" not in done.stderr


def test_a_link_in_a_circle_is_refused_by_name_and_the_others_are_done(project: Path, run: Run) -> None:
    (project / "arguments" / "loop.argmap.yaml").symlink_to("loop.argmap.yaml")
    (project / "arguments" / "round").symlink_to(".")
    (project / "arguments" / "bridge.argmap.yaml").write_text(UNTIDY, encoding="utf-8")
    outcome = run("fmt", "arguments")
    assert outcome.code == 2
    assert "loop.argmap.yaml: too many levels of symbolic links" in outcome.err
    assert outcome.out == "arguments/bridge.argmap.yaml\n"


def test_init_writes_through_no_link(project: Path, run: Run) -> None:
    (project / "argmap.schema.json").symlink_to(project.parent / "outside" / "new")
    assert run("init", "town").code == 0
    assert not (project.parent / "outside" / "new").exists()
    (project / "village.argmap.yaml").symlink_to(project.parent / "outside" / "new")
    assert run("init", "village").code == 2

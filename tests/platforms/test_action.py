"""The action's steps, run as GitHub runs them: with its files and variables, and inputs through the environment."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step.get("id", "install"): step for step in ACTION["runs"]["steps"]}
MAP = """\
argmap: 1
title: Should the bridge be rebuilt?
thesis: rebuild
claims:
  rebuild: The town should rebuild the bridge.
  cracks: The main girder is cracked.
  costly: Rebuilding costs three yearly budgets.
arguments:
  safety: {premises: [cracks], supports: rebuild}
  money: {premises: [costly], attacks: rebuild}
"""


class Done(NamedTuple):
    """What a step did: its exit code, what it printed, the job summary and the outputs."""

    code: int
    out: str
    summary: str
    outputs: dict[str, str]


class Runner:
    """A machine of GitHub's, as far as a step can see."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.temp = folder / "work", folder / "temp"
        for path in (self.folder / "arguments", self.temp, folder / "bin"):
            path.mkdir(parents=True)
        command = folder / "bin" / "coldwater"
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m coldwater "$@"\n', encoding="utf-8")
        command.chmod(0o755)
        self.path = f"{command.parent}{os.pathsep}{os.environ['PATH']}"
        self.map = self.folder / "arguments" / "bridge.argmap.yaml"

    def git(self, *words: str) -> None:
        """Run git in the checked out repository."""
        who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"]
        subprocess.run(["git", *who, *words], cwd=self.folder, check=True, capture_output=True)

    def run(self, step: str, **given: str) -> Done:
        """Run a step with inputs, the others being what they are unless given."""
        inputs = {name: str(about["default"]) for name, about in ACTION["inputs"].items()}
        inputs |= {name.replace("_", "-"): value for name, value in given.items()}
        files = {name: self.temp / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_PATH")}
        for path in files.values():
            path.write_text("", encoding="utf-8")
        environment = {"PATH": self.path, "HOME": str(self.temp), "RUNNER_TEMP": str(self.temp), "CI": "true"}
        environment |= {"GITHUB_ACTION_PATH": str(ROOT), **{name: str(path) for name, path in files.items()}}
        for name, value in STEPS[step].get("env", {}).items():
            expression = re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", value)
            assert expression
            environment[name] = inputs[expression[1]]
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[step]["run"]]
        done = subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
        )
        outputs = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text("utf-8").splitlines())
        return Done(done.returncode, done.stdout, files["GITHUB_STEP_SUMMARY"].read_text("utf-8"), outputs)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """Give a machine with a checked out repository that holds a bridge."""
    machine = Runner(tmp_path)
    machine.map.write_text(MAP, encoding="utf-8")
    machine.git("init", "-q", "-b", "main")
    machine.git("add", ".")
    machine.git("commit", "-qm", "first")
    return machine


def test_no_input_is_put_into_a_script() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step["run"]
        assert step["shell"] == "bash"


def test_a_clean_map(runner: Runner) -> None:
    done = runner.run("check")
    assert done.code == 0
    assert "no findings" in done.summary
    assert json.loads(Path(done.outputs["sarif"]).read_text("utf-8"))["version"] == "2.1.0"


def test_findings_are_annotations_and_stand_in_the_summary_and_the_file(runner: Runner) -> None:
    runner.map.write_text(MAP.replace("premises: [costly]", "premises: [costli]"), encoding="utf-8")
    done = runner.run("check", paths="arguments\n")
    assert done.code == 1
    assert "::error file=arguments/bridge.argmap.yaml,line=10," in done.out
    assert "CW101" in done.summary
    results = json.loads(Path(done.outputs["sarif"]).read_text("utf-8"))["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == ["CW101"]


def test_the_severity_to_fail_on(runner: Runner) -> None:
    runner.map.write_text(MAP.replace("The main girder is cracked.", "{text: It is cracked., kind: fact}"), "utf-8")
    assert runner.run("check").code == 0
    assert runner.run("check", error_on="warning").code == 1


@pytest.mark.parametrize("words", ["$(touch owned)", "`touch owned`", "; touch owned", "--help", "x' ; touch owned '"])
def test_what_an_input_holds_is_never_run(runner: Runner, words: str) -> None:
    assert runner.run("check", paths=words).code == 2
    assert runner.run("check", error_on=words).code == 2
    assert runner.run("gate", base=words, max_new_gaps="0").code == 2
    assert runner.run("gate", base="main", max_new_gaps=words).code == 2
    assert not (runner.folder / "owned").exists()


def test_the_gate_says_what_changed_for_a_comment(runner: Runner) -> None:
    text = MAP.replace("  money: {premises: [costly], attacks: rebuild}\n", "")
    runner.map.write_text(text.replace("  costly: Rebuilding costs three yearly budgets.\n", ""), encoding="utf-8")
    done = runner.run("gate", base="main")
    assert done.code == 1
    comment = Path(done.outputs["comment"]).read_text("utf-8")
    assert comment == done.summary
    assert "**arguments/bridge.argmap.yaml** does not pass" in comment
    assert "The thesis `rebuild` stands (supported); it was undecided before (tied)" in comment
    assert "- `money` removed" in comment
    assert runner.run("gate", base="main", allow_verdict_change="true").code == 0


def test_a_change_that_mends_a_broken_map_passes(runner: Runner) -> None:
    runner.map.write_text(MAP.replace("[costly]", "[costli]"), encoding="utf-8")
    runner.git("commit", "-qam", "broken")
    runner.map.write_text(MAP, encoding="utf-8")
    assert (runner.run("check").code, runner.run("gate", base="HEAD").code) == (0, 0)


def test_one_bad_map_and_the_others_are_told_all_the_same(runner: Runner) -> None:
    runner.map.with_name("bad.argmap.yaml").write_text("argmap: [", encoding="utf-8")
    runner.map.write_text(MAP.replace("attacks: rebuild", "supports: rebuild"), encoding="utf-8")
    done = runner.run("gate", base="main")
    assert done.code == 2
    comment = Path(done.outputs["comment"]).read_text("utf-8")
    assert "The thesis `rebuild` stands (supported); it was undecided before (tied)" in comment
    assert "**arguments/bad.argmap.yaml** could not be looked at" in comment


def test_what_is_newly_hidden_passes_only_where_it_is_allowed(runner: Runner) -> None:
    (runner.folder / ".gitignore").write_text("*.argmap.yaml\n", encoding="utf-8")
    done = runner.run("gate", base="main")
    assert done.code == 1
    assert "Newly hidden from a check" in done.summary
    assert runner.run("gate", base="main", allow_hidden="true").code == 0


def test_a_clone_without_the_base_does_not_pass(runner: Runner) -> None:
    done = runner.run("gate", base="f" * 40)
    assert (done.code, done.outputs) == (2, {})

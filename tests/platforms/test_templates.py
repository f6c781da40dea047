"""What is there for pre-commit and GitLab: the hook really run, the template as far as it goes without the platform."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from .test_action import MAP, ROOT

HOOK = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]


def run(*words: str, cwd: Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


def commit_of_this_tree(folder: Path) -> str:
    """Commit this repository's files as they are now to a repository in a folder; give the commit."""
    run("git", "init", "-q", str(folder), cwd=ROOT)
    git = ["git", "--git-dir", str(folder / ".git"), "--work-tree", str(ROOT), "-c", "core.compression=0"]
    author = ["-c", "user.name=x", "-c", "user.email=x@y.z", "-c", "commit.gpgsign=false"]
    for words in (["add", "-A", "."], [*author, "commit", "-q", "--no-verify", "-m", "x"]):
        done = run(*git, *words, cwd=ROOT)
        assert done.returncode == 0, done.stderr
    return run(*git, "rev-parse", "HEAD", cwd=ROOT).stdout.strip()


def test_pre_commit_runs_the_hook_on_a_scratch_repository(tmp_path: Path) -> None:
    """pre-commit clones a repository and installs it with pip, so that git and a package index must be at hand.

    It installs it once for all that follows; ``pre-commit try-repo`` would do so at every call.
    """
    work, here = tmp_path / "work", tmp_path / "here"
    work.mkdir()
    for name, text in (("good", MAP), ("bad", MAP.replace("[costly]", "[costli]")), ("other", "x: [")):
        (work / f"{name}{'.yaml' if name == 'other' else '.argmap.yaml'}").write_text(text, encoding="utf-8")
    use = {"repo": str(here), "rev": commit_of_this_tree(here), "hooks": [{"id": HOOK["id"]}]}
    (work / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [use]}), encoding="utf-8")
    run("git", "init", "-q", cwd=work)
    run("git", "add", ".", cwd=work)
    environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home"), "NO_COLOR": "1"}
    environment |= {"PIP_NO_COMPILE": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}  # most of what is installed never runs
    pre_commit = [sys.executable, "-m", "pre_commit", "run", "--verbose", "--files"]
    good = run(*pre_commit, "good.argmap.yaml", "other.yaml", cwd=work, env=environment)
    if "InstallationError" in good.stdout or "CalledProcessError" in good.stdout or good.returncode == 3:
        if os.environ.get("CI"):
            pytest.fail(f"pre-commit cannot set up its environment:\n{good.stdout}{good.stderr}")
        pytest.skip("pre-commit cannot set up its environment here: no clone, or no package index")
    assert good.returncode == 0, good.stdout + good.stderr
    assert "1 map checked: no findings" in good.stdout
    bad = run(*pre_commit, "good.argmap.yaml", "bad.argmap.yaml", cwd=work, env=environment)
    assert bad.returncode == 1
    assert "error[CW101] dangling-reference" in bad.stdout
    assert "bad.argmap.yaml:10:22" in bad.stdout


def test_the_template_for_gitlab_calls_what_there_is(tmp_path: Path) -> None:
    template: dict[str, Any] = yaml.safe_load((ROOT / "templates" / "coldwater.gitlab-ci.yml").read_text("utf-8"))
    (tmp_path / "arguments").mkdir()
    (tmp_path / "arguments" / "bridge.argmap.yaml").write_text(MAP, encoding="utf-8")
    for words in (["init", "-q"], ["add", "."], ["-c", "user.name=x", "-c", "user.email=x@y.z", "commit", "-qm", "x"]):
        run("git", *words, cwd=tmp_path)
    command = f'"{sys.executable}" -P -m coldwater'
    environment = {**os.environ, "CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD", "COLDWATER_GATE": ""}
    for job in ("coldwater:check", "coldwater:gate"):
        for line in template[job]["script"]:
            if "pip install" not in line:
                script = line.replace("coldwater ", f"{command} ", 1)
                done = run("sh", "-c", script, cwd=tmp_path, env=environment)
                assert done.returncode == 0, done.stderr
    report = template["coldwater:check"]["artifacts"]["reports"]["codequality"]
    assert (tmp_path / report).read_text(encoding="utf-8") == "[]\n"

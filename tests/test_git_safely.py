"""A repository may be a stranger's: whatever its configuration names, asking git runs and fetches nothing."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import coldwater
from coldwater.cli import main
from coldwater.errors import GitError
from coldwater.git import file_at

BRIDGE = """\
argmap: 1
title: Should the bridge be rebuilt?
thesis: rebuild
claims:
  rebuild: The town should rebuild the bridge.
  cracks: The main girder is cracked.
arguments:
  safety: {premises: [cracks], supports: rebuild}
"""


def git(*words: str) -> str:
    done = subprocess.run(["git", *words], check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a repository whose map is on main, and changed since."""
    folder = tmp_path / "town"
    (folder / "arguments").mkdir(parents=True)
    monkeypatch.chdir(folder)
    git("init", "-q", "-b", "main")
    git("config", "user.email", "somebody@example.org")
    git("config", "user.name", "Somebody")
    Path("arguments/bridge.argmap.yaml").write_text(BRIDGE, encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "first")
    Path("arguments/bridge.argmap.yaml").write_text(BRIDGE + "# changed\n", encoding="utf-8")
    return folder


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """Give a program that says that it ran: it leaves a file ``owned`` beside itself."""
    path = tmp_path / "trap"
    path.write_text(f'#!/bin/sh\ntouch "{tmp_path}/owned"\nexit 1\n', encoding="utf-8")
    path.chmod(0o755)
    return path


def everything() -> None:
    """Ask git all that coldwater asks it for."""
    for words in (
        ["gate", "--base", "main"],
        ["gate", "--base", "main", "arguments/bridge.argmap.yaml"],
        ["diff", "--git", "main"],
        ["diff", "--git", "main", "--git", "HEAD"],
        ["git", "install"],
        ["git", "install", "--uninstall"],
        ["check", "arguments", "--output-format", "sarif"],
    ):
        with pytest.raises(SystemExit):
            main(words)


def lose(name: str) -> None:
    """Make a clone of which an object is left at the remote, as partial clones have it."""
    digits = git("rev-parse", name)
    Path(".git/objects", digits[:2], digits[2:]).unlink()
    git("config", "extensions.partialClone", "origin")
    git("config", "remote.origin.promisor", "true")
    git("config", "core.repositoryFormatVersion", "1")


def fetched_by(url: str, *more: tuple[str, str]) -> Callable[[Path], None]:
    def set_up(trap: Path) -> None:
        lose("main:arguments/bridge.argmap.yaml")
        git("config", "remote.origin.url", url.format(trap=trap))
        for key, value in more:
            git("config", key, value.format(trap=trap))

    return set_up


def configured(*pairs: tuple[str, str]) -> Callable[[Path], None]:
    def set_up(trap: Path) -> None:
        for key, value in pairs:
            git("config", key, value.format(trap=trap))

    return set_up


def hooked(trap: Path) -> None:
    hooks = Path(".git/hooks")
    hooks.mkdir(exist_ok=True)
    for name in ("post-index-change", "reference-transaction", "post-checkout", "fsmonitor-watchman", "pre-auto-gc"):
        (hooks / name).write_bytes(trap.read_bytes())
        (hooks / name).chmod(0o755)


def filtered(trap: Path) -> None:
    Path(".gitattributes").write_text("*.argmap.yaml filter=trap diff=trap merge=trap\n", encoding="utf-8")
    for key in ("clean", "smudge", "process"):
        git("config", f"filter.trap.{key}", str(trap))
    for key in ("diff.trap.command", "diff.trap.textconv", "merge.trap.driver", "diff.external"):
        git("config", key, str(trap))


def inner_bare(trap: Path) -> None:
    """Let the folder of maps be a bare repository too, with a configuration of its own, as files of the tree."""
    for folder in ("objects", "refs"):
        Path("arguments", folder).mkdir()
        Path("arguments", folder, "keep").write_text("", encoding="utf-8")
    Path("arguments/HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    text = f"[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = ..\n\tfsmonitor = {trap}\n"
    Path("arguments/config").write_text(text, encoding="utf-8")


ATTACKS: dict[str, Callable[[Path], None]] = {
    "ext": fetched_by("ext::{trap}"),
    "ext allowed": fetched_by("ext::{trap}", ("protocol.ext.allow", "always"), ("protocol.allow", "always")),
    "ssh": fetched_by("ssh://nobody@localhost/x", ("core.sshCommand", "{trap}")),
    "ssh of scp form": fetched_by("nobody@localhost:x", ("core.sshCommand", "{trap}")),
    "uploadpack": fetched_by(".", ("remote.origin.uploadpack", "{trap}")),
    "git proxy": fetched_by("git://localhost/x", ("core.gitProxy", "{trap}")),
    "credentials": fetched_by("http://localhost:1/x", ("credential.helper", "{trap}")),
    "vcs": fetched_by("x", ("remote.origin.vcs", "ext")),
    "instead of": fetched_by("short:x", ("url.ext::{trap} .insteadOf", "short:")),
    "fsmonitor": configured(("core.fsmonitor", "{trap}")),
    "hooks path": configured(("core.hooksPath", ".git/hooks")),
    "pager": configured(("core.pager", "{trap}"), ("pager.config", "{trap}"), ("pager.ls-tree", "{trap}")),
    "editor": configured(("core.editor", "{trap}"), ("core.askPass", "{trap}"), ("gpg.program", "{trap}")),
    "alias": configured(("alias.ls-tree", "!{trap}"), ("alias.rev-parse", "!{trap}")),
    "alternate refs": configured(("core.alternateRefsCommand", "{trap}")),
    "hooks": hooked,
    "filters": filtered,
    "a bare repository in the tree": inner_bare,
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_program_of_a_strangers_configuration_runs(
    repository: Path, trap: Path, attack: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_PAGER_IN_USE", "1")
    ATTACKS[attack](trap)
    everything()
    assert not (trap.parent / "owned").exists()


@pytest.mark.parametrize("attack", ["ext allowed", "ssh", "uploadpack"])
def test_what_was_not_fetched_is_an_error_and_no_new_map(repository: Path, trap: Path, attack: str) -> None:
    ATTACKS[attack](trap)
    gating = coldwater.gate("arguments", base="main")
    assert not gating.passes
    ((path, error),) = gating.unread
    assert (path, type(error)) == ("arguments/bridge.argmap.yaml", GitError)


def test_nothing_is_fetched_from_a_remote_that_has_it(repository: Path, tmp_path: Path) -> None:
    git("clone", "-q", "--bare", ".", str(tmp_path / "remote"))
    name = git("rev-parse", "main:arguments/bridge.argmap.yaml")
    lose("main:arguments/bridge.argmap.yaml")
    git("config", "remote.origin.url", str(tmp_path / "remote"))
    with pytest.raises(GitError):
        coldwater.load("arguments/bridge.argmap.yaml", "main")
    assert not Path(".git/objects", name[:2], name[2:]).exists()
    assert not list(Path(".git/objects/pack").glob("*.pack"))


def test_a_bare_repository_in_the_tree_is_not_asked(repository: Path, trap: Path) -> None:
    inner_bare(trap)
    with pytest.raises(GitError, match="bare repository"):
        coldwater.gate("arguments", base="main")


def test_a_working_tree_that_the_configuration_puts_elsewhere(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    git("config", "core.worktree", str(tmp_path / "home"))
    for words in (["git", "install"], ["gate", "--base", "main"], ["diff", "--git", "main"]):
        with pytest.raises(SystemExit) as stop:
            main(words)
        assert stop.value.code == 2
    assert os.listdir(tmp_path / "home") == []


def test_replaced_objects_are_not_believed(repository: Path) -> None:
    other = git("hash-object", "-w", "arguments/bridge.argmap.yaml")
    git("replace", git("rev-parse", "main:arguments/bridge.argmap.yaml"), other)
    changed = file_at("arguments/bridge.argmap.yaml", "main")
    assert changed == BRIDGE.encode()

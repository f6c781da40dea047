"""Asks git: revisions, the files of a commit, the root of a repository, its configuration, a merge of lines.

A repository may be a stranger's, so that git is asked safely: nothing is fetched or prompted for, and no program that a
configuration names is run. Paths and revisions are handed over as arguments, never through a shell. What git cannot
say is a GitError with its words, never an empty answer.
"""

from __future__ import annotations

import os
import re
import subprocess

from coldwater.errors import GitError, UnreadableFileError, UsageError
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SECONDS = 60
#: Of the variables that begin with GIT_, those that are the user's own word. Others, which git sets for its hooks, name
#: a repository, and it need not be the one that holds the map.
_OWN_WORD = re.compile(
    "GIT_(CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|EXEC_PATH"
    "|CONFIG_(GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_[0-9]+|VALUE_[0-9]+))"
)
_SAFELY = {
    "GIT_ALLOW_PROTOCOL": "",  # no transport at all: git before 2.44 knows no other way to forbid a lazy fetch
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
    "LANGUAGE": "",
}
#: Over what the repository's configuration says. A bare repository that lies among a tree's files is none of ours.
_OPTIONS = (
    "--no-pager",
    "-c", "core.fsmonitor=false",
    "-c", f"core.hooksPath={os.devnull}",
    "-c", "core.sshCommand=false",
    "-c", "core.gitProxy=",
    "-c", "core.alternateRefsCommand=false",
    "-c", "credential.helper=",
    "-c", "safe.bareRepository=explicit",
)  # fmt: skip
_LINK, _SUBMODULE = "120000", "160000"
#: So many links are followed from one to the next, as by most systems.
_MOST_LINKS = 40


class Blob(NamedTuple):
    """What a commit holds at a path: its mode, as git writes it, and the name of the object."""

    mode: str
    name: str


def run_git(folder: str, *words: str) -> bytes:
    """Run git in a folder and give what it prints. Raises GitError with its own words where it fails."""
    done = _run(folder, words)
    if done.returncode:
        raise GitError(_said(done))
    return done.stdout


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
    return said or f"ended with code {done.returncode}"


def _run(folder: str, words: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - no shell, and words are handed over one by one
            ["git", *_OPTIONS, "-C", folder or ".", *words],  # noqa: S607 - git from the PATH, as everywhere
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            stdin=subprocess.DEVNULL,
            env=_environment(),
        )
    except FileNotFoundError:
        raise GitError("it is not installed, or not on the PATH") from None
    except subprocess.TimeoutExpired:
        raise GitError(f"it did not answer within {_SECONDS} seconds") from None
    except (OSError, ValueError) as error:
        raise GitError(f"it cannot be run: {error}") from None


def _environment() -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith("GIT_") or _OWN_WORD.fullmatch(name)
    }
    return {**kept, **_SAFELY}


def setting(folder: str, key: str) -> str | None:
    """Give what the repository's own configuration says for a key; None for nothing. Raises GitError."""
    done = _run(folder, ["config", "--local", "--get", key])
    if done.returncode not in (0, 1):  # 1: there is no such key
        raise GitError(_said(done))
    return None if done.returncode else done.stdout.decode("utf-8", "surrogateescape").rstrip("\n")


def merge_file(ours: str, base: str, theirs: str, options: Sequence[str] = ()) -> tuple[bytes, bool]:
    """Give what git makes of three files line by line, and whether it is without conflict. Raises GitError."""
    words = ["merge-file", "-p", *options, *map(os.path.abspath, (ours, base, theirs))]
    done = _run(".", words)
    if done.returncode < 0 or done.returncode > 127:
        raise GitError(_said(done))
    return done.stdout, done.returncode == 0


def root_of(path: str) -> str:
    """Give the root of the working tree that a file or folder lies in, links followed; it need not be there any more.

    Raises GitError where it lies in none, and where the repository's configuration puts the tree elsewhere.
    """
    folder = os.path.realpath(path)
    while not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    root = _line(run_git(folder, "rev-parse", "--show-toplevel"))
    if os.path.commonpath([os.path.realpath(root), folder]) != os.path.realpath(root):
        raise GitError(f"the configuration of the repository puts its files into {root}")
    return root


def superproject_of(root: str) -> str | None:
    """Give the root of the repository of which this one is a submodule; None if it is none."""
    return _line(run_git(root, "rev-parse", "--show-superproject-working-tree")) or None


def _line(printed: bytes) -> str:
    return printed.decode("utf-8", "surrogateescape").rstrip("\n")


def commit_of(folder: str, revision: str) -> str:
    """Give the commit that a revision names. Raises UsageError for what names none, or several; GitError.

    A word that begins with a dash is never taken for an option.
    """
    done = _run(folder, ["rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}"])
    if re.fullmatch(rb"[0-9a-f]{40,64}\n", done.stdout) and not done.returncode:
        return _line(done.stdout)
    said = _said(done)
    if "Needed a single revision" not in said and done.returncode:
        raise GitError(said)
    raise UsageError(f"git knows no revision {revision!r} here; in CI, fetch enough history for it")


def branch_point(folder: str, revision: str) -> str | None:
    """Give the commit at which what is checked out left a revision; None if they surely have no commit in common.

    Raises UsageError for what names no commit, and in a clone whose history is cut off before the two meet; GitError.
    """
    done = _run(folder, ["merge-base", commit_of(folder, revision), "HEAD"])
    if done.returncode == 0:
        return _line(done.stdout).split()[0]
    if done.returncode != 1 or done.stderr:
        raise GitError(_said(done))
    if _line(run_git(folder, "rev-parse", "--is-shallow-repository")) != "false":
        raise UsageError(
            f"the history of this clone is cut off before it meets {revision!r}; "
            "fetch more of it (git fetch --unshallow)"
        )
    return None


def blobs_at(root: str, commit: str) -> dict[str, Blob]:
    """Give all that a commit holds, by path from the root, with slashes. Raises GitError, also for a damaged commit."""
    return dict(_entries(run_git(root, "ls-tree", "-r", "-z", "--full-tree", commit)))


def _entries(listed: bytes) -> Iterator[tuple[str, Blob]]:
    for line in listed.decode("utf-8", "surrogateescape").split("\0"):
        if line:
            about, _, path = line.partition("\t")
            mode, _, name = about.split(" ")
            yield path, Blob(mode, name)


def is_submodule(blob: Blob) -> bool:
    """Tell whether what a commit holds at a path is a commit of another repository."""
    return blob.mode == _SUBMODULE


def bytes_of(root: str, blobs: dict[str, Blob], path: str) -> bytes | None:
    """Give a file of a commit, given as ``blobs_at`` gives it; None if it was not there.

    A link is followed within the commit. Raises GitError, and UnreadableFileError for a folder or a link that leads
    out of the repository, nowhere, or in a circle.
    """
    here = path
    for _ in range(_MOST_LINKS):
        blob = blobs.get(here)
        if blob is None or is_submodule(blob):
            break
        data = run_git(root, "cat-file", "blob", blob.name)
        if blob.mode != _LINK:
            return data
        target = data.decode("utf-8", "surrogateescape")
        here = os.path.normpath(os.path.join(os.path.dirname(here), target)).replace(os.sep, "/")
    if here != path:
        raise UnreadableFileError(path, "it was a link that leads to no file of the repository")
    if any(name.startswith(f"{path}/") for name in blobs):
        raise UnreadableFileError(path, "it was a folder")
    return None


def file_at(path: str, revision: str) -> bytes | None:
    """Give a file's bytes as they were at a revision; None if it was not there.

    Raises UsageError where git knows no such revision, UnreadableFileError for a folder, GitError.
    """
    root = root_of(os.path.dirname(path) or ".")
    return bytes_of(root, blobs_at(root, commit_of(root, revision)), inside(root, path))


def inside(root: str, path: str) -> str:
    """Give the way from a root to a path, with slashes; links are followed but for the last name."""
    folder, name = os.path.split(os.path.abspath(path))
    way = os.path.relpath(os.path.join(os.path.realpath(folder), name), os.path.realpath(root))
    return "" if way == os.curdir else way.replace(os.sep, "/")

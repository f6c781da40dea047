"""What a git repository holds: a file as it was at a revision, the maps of a revision, the root, settings, merges.

git itself is run; paths and revisions are handed over as arguments, never through a shell.
"""

from __future__ import annotations

import os
import subprocess

from coldwater.errors import UnreadableFileError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_SECONDS = 60


def run_git(folder: str, *words: str) -> bytes:
    """Run git in a folder and give what it prints. Raises UsageError with its own words where it fails."""
    done = _run(folder, words)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise UsageError(f"git: {said or f'ended with code {done.returncode}'}")
    return done.stdout


def _run(folder: str, words: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - no shell, and words are handed over one by one
            ["git", "-C", folder or ".", *words],  # noqa: S607 - git from the PATH, as everywhere
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            stdin=subprocess.DEVNULL,
        )
    except FileNotFoundError:
        raise UsageError("git is not installed, or not on the PATH") from None
    except subprocess.TimeoutExpired:
        raise UsageError(f"git did not answer within {_SECONDS} seconds") from None


def setting(folder: str, key: str) -> str | None:
    """Give what the repository's own configuration says for a key; None for nothing."""
    try:
        return run_git(folder, "config", "--local", "--get", key).decode("utf-8", "surrogateescape").rstrip("\n")
    except UsageError:
        return None


def merge_file(ours: str, base: str, theirs: str, options: Sequence[str] = ()) -> tuple[bytes, bool]:
    """Give what git makes of three files line by line, and whether it is without conflict. Raises UsageError."""
    words = ["merge-file", "-p", *options, *map(os.path.abspath, (ours, base, theirs))]
    done = _run(".", words)
    if done.returncode < 0 or done.returncode > 127:
        raise UsageError(f"git: {done.stderr.decode('utf-8', 'replace').strip() or 'the files cannot be merged'}")
    return done.stdout, done.returncode == 0


def root_of(path: str) -> str:
    """Give the root of the repository that a file or folder lies in. Raises UsageError where it lies in none."""
    folder = path if os.path.isdir(path) else os.path.dirname(path)
    return run_git(folder, "rev-parse", "--show-toplevel").decode().rstrip("\n")


def check_revision(folder: str, revision: str) -> None:
    """Raise UsageError for what names no commit; a word that begins with a dash is never taken for an option."""
    try:
        run_git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except UsageError:
        raise UsageError(f"git knows no revision {revision!r} here; in CI, fetch enough history for it") from None


def branch_point(folder: str, revision: str) -> str | None:
    """Give the commit at which what is checked out left a revision; None if no such commit is at hand."""
    check_revision(folder, revision)
    commit = run_git(folder, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    try:
        return run_git(folder, "merge-base", commit, "HEAD").decode().split()[0]
    except UsageError:
        return None


def file_at(path: str, revision: str) -> bytes | None:
    """Give a file's bytes as they were at a revision; None if it was not there."""
    folder, name = os.path.dirname(path) or ".", os.path.basename(path)
    check_revision(folder, revision)
    try:
        if run_git(folder, "cat-file", "-t", f"{revision}:./{name}").strip() != b"blob":
            raise UnreadableFileError(path, f"this is a folder at {revision}")
    except UsageError:
        return None
    return run_git(folder, "cat-file", "blob", f"{revision}:./{name}")


def files_at(folder: str, revision: str, endings: Sequence[str]) -> list[str]:
    """Give the paths of the files below a folder at a revision whose names have one of the endings, sorted."""
    check_revision(folder, revision)
    listed = run_git(folder, "ls-tree", "-r", "-z", "--name-only", revision, "./").decode("utf-8", "surrogateescape")
    names = [name for name in listed.split("\0") if name.endswith(tuple(endings))]
    return sorted(os.path.join(folder, name) if folder not in ("", ".") else name for name in names)

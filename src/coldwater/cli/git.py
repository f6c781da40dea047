"""``coldwater git install`` and ``textconv``: readable diffs and merges by id set up in a repository, and the diffs."""

from __future__ import annotations

import os
import sys

from coldwater import git
from coldwater.cli import EXIT_CLEAN
from coldwater.cli.git_drivers import driver_settings
from coldwater.cli.output import say, tell
from coldwater.errors import UsageError
from coldwater.files import read_bytes, write_file
from coldwater.printable import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: The lines of .gitattributes that are ours stand between these two.
_BEGIN, _END = "# >>> coldwater git install", "# <<< coldwater git install"
_ATTRIBUTES = (
    _BEGIN,
    "*.argmap.yaml diff=coldwater merge=coldwater",
    "*.argmap.yml diff=coldwater merge=coldwater",
    "*.argmap.json diff=coldwater merge=coldwater",
    "*.argmap.reviews.json merge=coldwater",
    _END,
)


def run_install(uninstall: bool) -> int:
    """Set up, or take back, the diff and merge drivers of the repository here; what is so already is left alone."""
    root = git.root_of(".")
    done = [*(_unset(root) if uninstall else _set(root)), *_attributes(root, uninstall)]
    for line in done or ["nothing to do: it is not set up" if uninstall else "nothing to do: it is set up already"]:
        tell(line)
    if done and not uninstall:
        say("Commit .gitattributes; the configuration is this clone's own, so that every clone runs this once.")
    return EXIT_CLEAN


def _set(root: str) -> Iterator[str]:
    for key, value in driver_settings().items():
        if git.setting(root, key) != value:
            git.run_git(root, "config", "--local", key, value)
            yield f"set {key} = {value}"


def _unset(root: str) -> Iterator[str]:
    for section in ("diff.coldwater", "merge.coldwater"):
        if any(git.setting(root, key) is not None for key in driver_settings() if key.startswith(section)):
            git.run_git(root, "config", "--local", "--remove-section", section)
            yield f"removed {section} from the configuration"


def _attributes(root: str, uninstall: bool) -> Iterator[str]:
    path = os.path.join(root, ".gitattributes")
    if os.path.islink(path):
        raise UsageError(f"{path}: this is a link, and git follows none there; put a file in its place")
    before = read_bytes(path).decode("utf-8", "surrogateescape") if os.path.exists(path) else ""
    after = _without_ours(before)
    if not uninstall:
        after += "\n" * (bool(after) and not after.endswith("\n")) + "\n".join(_ATTRIBUTES) + "\n"
    if before == after or (not uninstall and "\n".join(_ATTRIBUTES) in before):
        return
    write_file(path, after.encode("utf-8", "surrogateescape"))
    yield f"{'took our lines out of' if uninstall else 'wrote our lines to'} {printable(path)}"


def _without_ours(text: str) -> str:
    start, end = text.find(_BEGIN), text.find(_END)
    if start < 0 or end < start:
        return text
    return text[:start] + text[end + len(_END) :].removeprefix("\n")


def run_textconv(file: str) -> int:
    """Print a map so that lines of a diff are fields of claims and arguments; what is no map as it is."""
    from coldwater.review.plain_text import plain_text  # noqa: PLC0415 - a merge has no use for it

    data = read_bytes(file)
    text = plain_text(file, data)
    if text is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(text)
    return EXIT_CLEAN

"""``coldwater git``: readable diffs of maps and merges by id, set up in a repository, and what git then calls."""

from __future__ import annotations

import os
import shlex
import sys

from coldwater import git
from coldwater.cli import EXIT_CLEAN, EXIT_FINDINGS
from coldwater.cli.output import say, tell
from coldwater.files import read_bytes, write_file
from coldwater.merging import merge
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


def _settings() -> dict[str, str]:
    """Give what is set in the repository's own configuration. ``-P``: a file of the repository is never imported."""
    command = f"{shlex.quote(sys.executable)} -P -m coldwater git"
    return {
        "diff.coldwater.textconv": f"{command} textconv",
        "merge.coldwater.name": "merge argument maps by id",
        "merge.coldwater.driver": f"{command} merge-driver %O %A %B %P",
    }


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
    for key, value in _settings().items():
        if git.setting(root, key) != value:
            git.run_git(root, "config", "--local", key, value)
            yield f"set {key} = {value}"


def _unset(root: str) -> Iterator[str]:
    for section in ("diff.coldwater", "merge.coldwater"):
        if any(git.setting(root, key) is not None for key in _settings() if key.startswith(section)):
            git.run_git(root, "config", "--local", "--remove-section", section)
            yield f"removed {section} from the configuration"


def _attributes(root: str, uninstall: bool) -> Iterator[str]:
    path = os.path.join(root, ".gitattributes")
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


def run_merge_driver(base: str, ours: str, theirs: str, name: str) -> int:
    """Merge two states of a map into the file ``ours``, as git asks a merge driver to; exit code 1 for a conflict.

    What cannot be merged by id is left to git's own merge of lines.
    """
    states = [read_bytes(path) for path in (base, ours, theirs)]
    try:
        texts = [data.decode("utf-8") for data in states]
        merged = merge(texts[0], texts[1], texts[2], name)
    except UnicodeDecodeError:
        merged = None
    if merged is None:
        say(f"coldwater: {printable(name)} cannot be merged by id; its lines are merged")
        data, is_clean = git.merge_file(ours, base, theirs)
        write_file(ours, data)
        return EXIT_CLEAN if is_clean else EXIT_FINDINGS
    write_file(ours, merged.text.encode("utf-8"))
    if merged.conflicts:
        listed = ", ".join(printable(one) for one in merged.conflicts[:10])
        more = f" and {len(merged.conflicts) - 10} more" if len(merged.conflicts) > 10 else ""
        say(f"coldwater: {printable(name)}: both sides changed {listed}{more}; both texts stand between the markers")
        return EXIT_FINDINGS
    return EXIT_CLEAN

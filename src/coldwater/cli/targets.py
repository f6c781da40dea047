"""Where drawings go: to a folder, each under a name of its own, or the one drawing that is asked for to a file."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from coldwater.cli.paths import USUAL_OPTIONS, drawing_path
from coldwater.errors import UsageError
from coldwater.records import NamedTuple
from coldwater.render import FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.render import Options

STDOUT = "-"
#: Formats by the endings of files; some have a second one in use.
_BY_ENDING = {ending: format_ for format_, ending in FORMATS.items()} | {
    "gv": "dot", "htm": "html", "mermaid": "mermaid",
}  # fmt: skip


class Target(NamedTuple):
    """A folder for drawings, or, where ``file`` is given, the file for one drawing; ``-`` is stdout."""

    folder: str
    file: str | None = None

    def path(self, map_path: str, format_: str, options: Options = USUAL_OPTIONS) -> str:
        """Give where the drawing of a map goes."""
        return drawing_path(map_path, self.folder, format_, options) if self.file is None else self.file

    def words(self, format_: str) -> str:
        """Give the options that ask for a drawing here."""
        return f"-o {self.folder} --format {format_}" if self.file is None else f"-o {self.file}"


def target_of(output: str | None, formats: Sequence[str], usual: str) -> tuple[Target, tuple[str, ...]]:
    """Give where drawings go for what ``-o`` says, and in which formats: for a file, the one that its ending names.

    A name that ends in a slash, or in no ending, is a folder's, as is that of a folder that is there. ``usual`` is the
    folder where nothing is said. Raises UsageError for an ending of no format, for one that ``--format`` contradicts,
    and for more formats than one in a file.
    """
    if output is None:
        return Target(usual), tuple(formats)
    if output != STDOUT and (output.endswith(("/", os.sep)) or os.path.isdir(output)):
        return Target(output), tuple(formats)
    ending = os.path.splitext(output)[1].removeprefix(".").lower()
    if not ending:
        return (Target("", output), _only(output, formats)) if _takes_one(output) else (Target(output), tuple(formats))
    named = _BY_ENDING.get(ending)
    if named is None:
        raise UsageError(
            f"{output}: no drawing has the ending .{ending}; there are {', '.join(FORMATS.values())}. "
            f"A folder of this name is written {output}/"
        )
    if other := next((format_ for format_ in formats if format_ != named), None):
        raise UsageError(f"{output}: the name says {named}, --format says {other}; for both, name a folder")
    return Target("", output), (named,)


def refuse_many(target: Target, maps: Sequence[str]) -> None:
    """Raise UsageError where several maps would be drawn into one file."""
    if target.file is not None and len(maps) != 1:
        raise UsageError(f"-o {target.file} takes one map; there are {len(maps)} here. To draw them all, name a folder")


def _takes_one(output: str) -> bool:
    """Tell whether a name is that of stdout, or of what is there and is no folder, such as a pipe."""
    if output == STDOUT:
        return True
    try:
        return not stat.S_ISDIR(os.stat(output).st_mode)
    except (OSError, ValueError):
        return False


def _only(output: str, formats: Sequence[str]) -> tuple[str, ...]:
    if len(formats) != 1:
        raise UsageError(f"-o {output} takes one map and one --format")
    return tuple(formats)

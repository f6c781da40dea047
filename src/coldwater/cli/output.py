"""Where output goes and how: colour only on a terminal, errors on stderr."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from coldwater.errors import ColdwaterError

#: Columns of text that goes to no terminal.
PLAIN_WIDTH = 100


def wants_colour(stream: TextIO) -> bool:
    """Tell whether to colour: on a terminal, unless NO_COLOR is set or TERM is dumb; FORCE_COLOR overrides."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def columns() -> int:
    """Give the width to set text to: the terminal's, or 100 columns where it goes elsewhere."""
    if not sys.stdout.isatty():
        return PLAIN_WIDTH
    from shutil import get_terminal_size  # noqa: PLC0415 - seldom needed

    return get_terminal_size((PLAIN_WIDTH, 24)).columns


def width_of(stream: TextIO) -> int | None:
    """Give the width of the terminal that a stream goes to; None where it goes elsewhere, and lines stay whole."""
    if not stream.isatty():
        return None
    try:
        return os.get_terminal_size(stream.fileno()).columns or PLAIN_WIDTH
    except (OSError, ValueError):
        return PLAIN_WIDTH


def say(text: str) -> None:
    """Write a line, or several, to stderr: what is not the result."""
    sys.stderr.write(_safe(text, sys.stderr) + "\n")


def tell(text: str) -> None:
    """Write a line of the result to stdout: a path, or a sentence about what was done."""
    sys.stdout.write(_safe(text, sys.stdout) + "\n")


def _safe(text: str, stream: TextIO) -> str:
    """Give lines that neither drive a terminal nor a log, broken where a terminal is narrower than they are."""
    from coldwater.printable import printable, unheard  # noqa: PLC0415 - a clean check needs none of it

    return "\n".join(_fitted(unheard(printable(line)), stream) for line in text.split("\n"))


def _fitted(text: str, stream: TextIO) -> str:
    """Break a line where a terminal is narrower than it is."""
    width = width_of(stream)
    if width is None or len(text) * 2 <= width:
        return text
    from coldwater.rows import hung  # noqa: PLC0415 - seldom needed

    return "\n".join(hung(text, width, " " * (len(text) - len(text.lstrip(" "))) + "  "))


def say_error(error: ColdwaterError) -> None:
    """Write why there is no result, with the findings where a map is at fault."""
    from coldwater.errors import ConfigurationError, UnusableMapError  # noqa: PLC0415 - a clean check needs none of these
    from coldwater.printable import printable  # noqa: PLC0415 - as above
    from coldwater.report.plain import finding_line  # noqa: PLC0415

    if isinstance(error, ConfigurationError):
        for problem in error.problems:
            say(f"coldwater: {printable(error.path)}: {printable(problem)}")
        return
    say(f"coldwater: {printable(str(error))}")
    if isinstance(error, UnusableMapError):
        for finding in error.findings[:20]:
            say("  " + finding_line(finding))


def say_defect(error: BaseException) -> None:
    """Say that coldwater itself failed, and how to find out where."""
    what = "out of memory" if isinstance(error, MemoryError) else f"{type(error).__name__}: {str(error)[:300]}"
    say(f"coldwater: this is a defect of coldwater, not of your map ({what})")
    say("           set COLDWATER_TRACEBACK=1 to see where, and report it, please")

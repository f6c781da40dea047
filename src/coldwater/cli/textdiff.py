"""What a change does to a text, line by line, as a unified diff."""

from __future__ import annotations

import re

from coldwater.printable import printable, unheard

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.changes import Change

_LINE = re.compile("[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_COLOURS = {"+": "32", "-": "31", "@": "36"}
_NO_LINE_END = "\\ No newline at end of file"


def text_diff(change: Change, colour: bool) -> str:
    """Give the diff of a change, safe to print: controls of the text do not come out raw. Empty if nothing changes."""
    from difflib import unified_diff  # noqa: PLC0415 - most maps are in form already

    before, after = _lines(change.old), _lines(change.new)
    path = printable(change.path)
    found = unified_diff(before, after, path, path)
    return "".join(_painted(line, colour) + "\n" for piece in found for line in _shown(piece))


def _lines(data: bytes) -> list[str]:
    return _LINE.findall(data.decode("utf-8-sig", "replace"))


def _shown(piece: str) -> Iterator[str]:
    yield unheard(printable(piece.rstrip("\r\n")))
    if not piece.endswith(("\n", "\r")):
        yield _NO_LINE_END


def _painted(line: str, colour: bool) -> str:
    code = "1" if line.startswith(("---", "+++")) else _COLOURS.get(line[:1])
    return f"\x1b[{code}m{line}\x1b[0m" if colour and code else line

"""What can be folded: sections, entries, fields over lines, and blocks of comments."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.language.open_map import OpenMap

_INDENT = re.compile(r"[ \t]*")


def folds(open_map: OpenMap) -> Iterator[tuple[int, int, str]]:
    """Give stretches of lines that fold: first and last line, from 1, and ``region`` or ``comment``; outer ones first.

    They are told from how far lines are indented, so that a text that is half-written folds as well.
    """
    lines = re.split("\r\n?|\n", open_map.text)
    found: list[tuple[int, int, str]] = []
    waiting: list[tuple[int, int]] = []  # the indent and the number of lines that what follows may lie in
    last = comment = 0
    for number, line in enumerate([*lines, ""], 1):
        is_comment = line.lstrip().startswith("#")
        is_last = number > len(lines)
        if comment and not is_comment:
            if number - 1 > comment:
                found.append((comment, number - 1, "comment"))
            comment = 0
        if is_comment and not comment:
            comment = number
        if (not line.strip() or is_comment) and not is_last:
            continue
        match = _INDENT.match(line)
        width = -1 if is_last or match is None else match.end()
        while waiting and waiting[-1][0] >= width:
            _, start = waiting.pop()
            if last > start:
                found.append((start, last, "region"))
        waiting.append((width, number))
        last = number
    yield from sorted(found)

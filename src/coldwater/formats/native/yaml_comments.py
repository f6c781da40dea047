"""Comments in YAML that speak to coldwater: where they stand, and which lines they are about. It knows no rule.

``# coldwater: ignore[CW301] reason`` behind something is about its own line; alone on a line, about the entry that
begins on the next line that holds one. What looks like a comment inside a text is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from coldwater.formats.native.lines import Lines
from coldwater.formats.native.spots import RefusedError
from coldwater.formats.native.yaml_nodes import compose
from coldwater.formats.native.yaml_text import place_of
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.nodes import Node

    from coldwater.findings import Place

#: What a text must hold for there to be such a comment.
MARK = "coldwater:"
_COMMENT = re.compile(r"(?:^|(?<=[ \t\r\n]))#[ \t]*coldwater:[ \t]*([^\r\n]*)")


class Comment(NamedTuple):
    """A comment: its place, what it says after the mark, and the first and last line that it is about."""

    place: Place
    words: str
    first: int
    last: int


def read_comments(text: str) -> list[Comment]:
    """Give the comments of a YAML text that speak to coldwater, in order; none of a text that cannot be read.

    Cost is that of reading the text again, and nothing where no comment may be.
    """
    found = list(_COMMENT.finditer(text)) if MARK in text else []
    if not found:
        return []
    try:
        root = compose(text)
    except RefusedError:
        return []
    if root is None:
        return []
    lines = Lines(text)
    scalars, entries = _look_through(root, lines)
    starts = sorted(entries)
    comments = []
    for match in found:
        if _is_inside(match.start(), scalars):
            continue
        place = lines.place(match.start(), match.start() + len(match[0].rstrip()))
        alone = not text[_line_start(text, match.start()) : match.start()].strip()
        number = bisect_right(starts, place.line) if alone else len(starts)
        first = starts[number] if number < len(starts) else place.line
        comments.append(Comment(place, match[1].strip(), first, entries[first] if first != place.line else first))
    return comments


def _look_through(root: Node, lines: Lines) -> tuple[list[tuple[int, int]], dict[int, int]]:
    """Give where scalars begin and end, sorted; and by line the last line of the outermost entry that begins there."""
    scalars = []
    entries: dict[int, int] = {}
    waiting = [root]
    seen = {id(root)}
    while waiting:
        node = waiting.pop()
        if isinstance(node.value, str):
            scalars.append((node.start_mark.index, node.end_mark.index))
            continue
        for first, last in _parts(node):
            start, end = first.start_mark.line + 1, last_line(last, lines)
            entries[start] = max(entries.get(start, 0), start, end)
            for part in (first, last):
                if id(part) not in seen:
                    seen.add(id(part))
                    waiting.append(part)
    return sorted(scalars), entries


def _parts(node: Node) -> Iterator[tuple[Node, Node]]:
    """Give the first and the last node of each entry: key and value, or twice the item of a list."""
    for item in node.value:
        yield item if isinstance(item, tuple) else (item, item)


def last_line(node: Node, lines: Lines) -> int:
    """Give the last line that holds some of a node; to libyaml a block of text ends where the next thing begins."""
    place = place_of(node)
    line, before = place.end_line, lines.line(place.end_line)[: place.end_column - 1]
    while line > place.line and not before.strip():
        line -= 1
        before = lines.line(line)
    return line


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _is_inside(offset: int, scalars: list[tuple[int, int]]) -> bool:
    number = bisect_right(scalars, (offset, offset)) - 1
    return number >= 0 and offset < scalars[number][1]

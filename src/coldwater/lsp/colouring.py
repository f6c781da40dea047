"""The colours of a whole text as the protocol's numbers: where they stand is known again part by part.

An edit moves what is below it by lines, so that places within a part stay as they are; what an id names may be another.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from coldwater.language.highlighting import Naming, colours
from coldwater.language.layout import IdAt
from coldwater.lsp.positions import width
from coldwater.lsp.translating import coded, semantic_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.language.layout import Part
    from coldwater.language.open_map import OpenMap
    from coldwater.lsp.positions import Positions

    #: The sections of which an id may name an entry, the id, and whether the entry is written here.
    Name = tuple[tuple[str, ...], str, bool]

_LINE_END = re.compile("\r\n?|\n")


class _Places(NamedTuple):
    """The names and fields of a part: line and column in it, length, what is named; and how many lines end in it."""

    rows: list[tuple[int, int, int, Name | None]]
    lines: int


def numbers(open_map: OpenMap, positions: Positions) -> list[int]:
    """Give what is coloured, five numbers for each: lines and columns from the one before, length, kind and traits."""
    if open_map.mark:
        return list(semantic_tokens(colours(open_map), positions).data)
    encoding = positions.encoding
    naming = Naming(open_map)
    field = coded("field", ())
    known: dict[Any, tuple[int, int]] = {}
    data: list[int] = []
    above = before = column = 0
    for start, end, part in open_map.layout.parts():
        places = part.kept.get(encoding)
        if places is None:
            places = part.kept[encoding] = _places(part, open_map.text[start:end], encoding)
        for row, first, length, name in places.rows:
            if name is None:
                kind, traits = field
            elif name in known:
                kind, traits = known[name]
            else:
                kind, traits = known[name] = coded(*naming.of(name[0], name[1], is_declared=name[2]))
            line = above + row
            data += (line - before, first - column if line == before else first, length, kind, traits)
            before, column = line, first
        above += places.lines
    return data


def _places(part: Part, text: str, encoding: str) -> _Places:
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    return _Places(list(_rows(part, text, starts, encoding)), len(starts) - 1)


def _rows(part: Part, text: str, starts: list[int], encoding: str) -> Iterator[tuple[int, int, int, Name | None]]:
    line = 0
    for token, sections in zip(part.tokens, part.sections, strict=True):
        if not sections and not token.is_key:
            continue
        start, end = token.inner
        while line + 1 < len(starts) and starts[line + 1] <= start:
            line += 1
        is_over_lines = line + 1 < len(starts) and starts[line + 1] <= end
        length = width(text[start:end], encoding)
        if length <= 0 or is_over_lines:
            continue
        at = IdAt(token, sections)
        yield (
            line,
            width(text[starts[line] : start], encoding),
            length,
            (sections, at.id, at.is_declared) if sections else None,
        )

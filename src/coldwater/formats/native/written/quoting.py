"""Quotes put round a text as it was typed: only characters added, none taken away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.edits import Splice

if TYPE_CHECKING:
    from collections.abc import Sequence

_TO_ESCAPE = {'"': re.compile(r'["\\]'), "'": re.compile("'")}


def quote_marks(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Splice, ...]:
    r"""Give the marks to put in so that the spans of a text, one for each of its lines, are one quoted text.

    Double quotes, or single ones where the text holds double quotes or backslashes. A text in quotes is folded over
    lines just as one without.

    >>> quote_marks("a: No: 1", [(3, 8)])
    (Splice(start=3, end=3, text='"'), Splice(start=8, end=8, text='"'))
    """
    typed = "\n".join(text[start:end] for start, end in spans)
    quote = "'" if '"' in typed or "\\" in typed else '"'
    before = {'"': "\\", "'": "'"}[quote]
    marks = [Splice(spans[0][0], spans[0][0], quote)]
    for start, end in spans:
        marks += [Splice(one.start(), one.start(), before) for one in _TO_ESCAPE[quote].finditer(text, start, end)]
    return merged([*marks, Splice(spans[-1][1], spans[-1][1], quote)])


def merged(splices: Sequence[Splice]) -> tuple[Splice, ...]:
    """Make one splice of those that put something in at one offset, so that their order cannot matter."""
    found: list[Splice] = []
    for one in splices:
        if found and one.start == one.end == found[-1].start == found[-1].end:
            found[-1] = found[-1]._replace(text=found[-1].text + one.text)
        else:
            found.append(one)
    return tuple(found)


def folded(lines: Sequence[str]) -> str:
    r"""Give the text that YAML makes of lines without blanks at their ends: a blank for each end, ends for empty lines.

    >>> folded(["one", "two", "", "three"])
    'one two\nthree'
    """
    text = lines[0] if lines else ""
    blank = 0
    for line in lines[1:]:
        if not line:
            blank += 1
            continue
        text += "\n" * blank if blank else " "
        text += line
        blank = 0
    return text

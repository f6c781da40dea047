"""A text on one line or several, without quotes: what was typed, and whether YAML reads that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.edits import Splice
from coldwater.formats.native.spots import HASH_IN_TEXT, SYNTAX
from coldwater.formats.native.written.judging import is_only_cut_at_hash, reads_as_typed, what_happens
from coldwater.formats.native.written.lines import COMMENT, without_comment
from coldwater.formats.native.written.quoting import folded, merged, quote_marks
from coldwater.formats.native.written.slip import Slip

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINE = re.compile("[^\r\n]+")
_WORDS = "the text is in quotes"
_AT_HASH = (
    "the text ends at the `#`, which begins a comment after a blank (`{}`); put it in quotes if that belongs to it"
)


def judge_block(text: str, spans: Sequence[tuple[int, int]], anchors: frozenset[str]) -> Slip | None:
    """Give the slip of a text in block style, or None where YAML reads it as typed.

    ``spans`` are the stretches of its lines, each without the blanks around it; an empty one is a blank line.
    """
    kept, comments = _without_comments(text, spans)
    if not kept or _reads_without_foot(text, spans, anchors):
        return None
    lines = [text[start:end] for start, end in kept]
    typed = folded(lines)
    start, end = kept[0][0], kept[-1][1]
    if not comments and is_only_cut_at_hash(lines, typed):
        at = typed[typed.index(" #") + 1 :][:20]
        marks = quote_marks(text, kept)
        return Slip(start, end, _AT_HASH.format(at), marks, _WORDS, rule=HASH_IN_TEXT, is_lost=False)
    if reads_as_typed([text[a:b] for a, b in spans] if comments else lines, typed, False, anchors):
        return None
    moved = _moved(text, comments, end)
    splices = merged(sorted([*quote_marks(text, kept), *moved], key=lambda one: one[:2]))
    return Slip(start, end, what_happens(typed, in_flow=False), splices, _WORDS, rule=SYNTAX)


def _reads_without_foot(text: str, spans: Sequence[tuple[int, int]], anchors: frozenset[str]) -> bool:
    """Tell whether the last lines all begin with `#`, and YAML reads the text above them: then they are comments."""
    above = list(spans)
    while len(above) > 1 and (above[-1][0] == above[-1][1] or text.startswith("#", above[-1][0])):
        above.pop()
    return len(above) < len(spans) and text.startswith("#", spans[-1][0]) and judge_block(text, above, anchors) is None


def _without_comments(
    text: str, spans: Sequence[tuple[int, int]]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Part the lines of a text from the comments among them; one behind its last line does no harm."""
    kept: list[tuple[int, int]] = []
    comments: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(spans):
        stop = without_comment(text, start, end)
        if stop > start or start == end:
            kept.append((start, stop))
        if stop < end and number < len(spans) - 1:
            comments.append((stop, end))
    while kept and kept[-1][0] == kept[-1][1]:
        kept.pop()
    return kept, comments


def _moved(text: str, comments: Sequence[tuple[int, int]], end: int) -> tuple[Splice, ...]:
    """Move the comments among the lines of a text behind it, where they keep their words and part nothing."""
    if not comments:
        return ()
    said = " ".join(text[start:stop].strip(" \t#") for start, stop in comments)
    return (*(Splice(start, stop, "") for start, stop in comments), Splice(end, end, f"  # {said}"))


def judge_flow(text: str, start: int, end: int, anchors: frozenset[str]) -> Slip | None:
    """Give the slip of a text within brackets, or None where YAML reads it as typed."""
    with_comments = _line_spans(text, start, end)
    whole = [text[one:other] for one, other in with_comments]
    spans = [(one, without_comment(text, one, other)) for one, other in with_comments]
    spans = [(one, other) for one, other in spans if other > one]
    lines = [text[one:other] for one, other in spans]
    typed = folded(lines)
    if not typed or any(reads_as_typed(one, folded(one), True, anchors) for one in (whole, lines)):
        return None
    splices = quote_marks(text, spans)
    return Slip(start, end, what_happens(typed, in_flow=True), splices, _WORDS)


def _line_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the stretches of the lines between two offsets, without the blanks around them."""
    spans = []
    for match in _LINE.finditer(text, start, end):
        begin = match.start() + len(match[0]) - len(match[0].lstrip(" \t"))
        spans.append((begin, max(begin, match.start() + len(match[0].rstrip(" \t")))))
    return spans


def has_comment(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch of a line is a comment, or nothing."""
    match = COMMENT.match(text[start:end])
    return start >= end or match is not None

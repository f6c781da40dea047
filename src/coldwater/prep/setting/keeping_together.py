"""What of a page is kept together on paper: a block if it is short, or else each of its answers that is.

Long ones may break, or pages would stay half empty. How long something is on paper is estimated by its letters.
"""

from __future__ import annotations

from coldwater.prep.setting.page import Card, Heading, Item, Line, Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.prep.setting.page import Part

#: Headings of blocks and of answers; and how many lines are kept together at most, a third of a page.
_BLOCK, _ANSWER = 3, 4
_MOST = 16
#: Letters on a line of paper, how many of them an entry loses for each depth, and the lines that a heading takes.
_LETTERS, _INDENT, _HEADING = 92, 4, 2


def kept_with_next(page: Sequence[Part]) -> list[bool]:
    """Tell of each part whether it is kept on one page with what follows. Cost: linear.

    >>> kept_with_next([Heading(3, "Block"), Line("They argue."), Heading(4, "Answer"), Item("Short."), Heading(2, "")])
    [True, True, True, False, False]
    >>> kept_with_next([Heading(4, "Answer"), Item("long " * 500), Item("Short.")])
    [False, False, False]
    """
    kept = [False] * len(page)
    for level in (_BLOCK, _ANSWER):
        for start, end in _spans(page, level):
            if sum(map(_lines, page[start:end])) <= _MOST:
                kept[start : end - 1] = [True] * (end - 1 - start)
    return kept


def _spans(page: Sequence[Part], level: int) -> Iterator[tuple[int, int]]:
    """Give where what a heading of a level leads begins and ends; what has no such heading is in none."""
    start: int | None = None
    for place, part in enumerate(page):
        if isinstance(part, Heading) and part.level <= level:
            if start is not None:
                yield start, place
            start = place if part.level == level else None
    if start is not None:
        yield start, len(page)


def _lines(part: Part) -> int:
    """Estimate the lines of a part; a table and a picture have more than are kept, and keep themselves."""
    if isinstance(part, Heading):
        return _HEADING
    if isinstance(part, Line):
        return 1 + len(part.lead + part.text + part.tag) // _LETTERS
    if isinstance(part, (Item, Source)):
        text = part.told + "".join(piece for piece, _ in part.card) if isinstance(part, Source) else part.text
        return 1 + len(part.lead + text + part.tag) // max(_LETTERS - _INDENT * part.depth, _LETTERS // 2)
    if isinstance(part, Card):
        passage = sum(len(piece) for piece, _ in part.pieces)
        return 1 + len(part.who + part.what + part.tag) // _LETTERS + (1 + passage // _LETTERS if passage else 0)
    return _MOST + 1

"""The passage of a text that comes nearest to a quote, and where the two differ, in words. It knows no map."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import pairwise

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: How many characters of a text may be run through for all quotes that are not in it.
BUDGET = 200_000_000
#: Words of a quote that are compared; of a longer one, the first so many.
_MOST_WORDS = 150
#: Pieces of a quote that are looked for, spread over it, and how often each is at most.
_PIECES, _HITS = 24, 40
#: What comparing two words counts for in the budget.
_PAIR = 20
#: What part of a quote's words must stand in a passage, for that to be the one meant.
_ALIKE = 0.5
#: Words shown on either side of what differs, and words of a longer difference shown at its ends.
_AROUND, _SHOWN = 2, 12
#: Characters that are words of their own: writing without blanks.
_WIDE = "\u2e80-\u2fff\u3005-\u9fff\uac00-\ud7af\uf900-\ufaff"
_WORD = re.compile(f"[{_WIDE}]|[^\\W{_WIDE}]+(?:[-'.,][^\\W{_WIDE}]+)*|[^\\w\\s]")


class Difference(NamedTuple):
    """Where a text and a quote differ: the text's words with some around them, what the quote has there, and where.

    ``theirs`` is empty where the text has nothing there, ``ours`` where the quote has nothing. ``at`` is an offset into
    the text.
    """

    around: str
    theirs: str
    ours: str
    at: int


class Nearest(NamedTuple):
    """The first difference between a quote and the passage nearest to it, and how many there are."""

    first: Difference
    number: int


def what_differs(nearest: Nearest, where: str) -> str:
    """Say where a quote and a text differ; ``where``: what has the text's words, such as "block 7"."""
    around, theirs, ours, _ = nearest.first
    has = f"{where} has “… {around} …”"
    if not theirs:
        said = f"{has}, without “{ours}”"
    elif not ours:
        said = f"{has}; the quote leaves out “{theirs}”"
    else:
        said = f"{has} where the quote has “{ours}”"
    more = nearest.number - 1
    return said + (f", and they differ in {more} more place{'s' if more > 1 else ''}" if more else "")


class Search:
    """Looks for the passages of one text that come nearest to quotes; all searches together have a bounded cost."""

    def __init__(self, text: str) -> None:
        """Take a text in normal form."""
        self._text = text
        self._lowered = text.lower()
        self._left = BUDGET

    def nearest(self, quote: str) -> Nearest | None:
        """Give where a quote in normal form, which does not stand in the text, differs from the nearest passage.

        None where no passage has half of its words in their order, or where the budget is spent.
        """
        spans = [match.span() for match in _WORD.finditer(quote)][:_MOST_WORDS]
        at = self._place(quote, spans)
        return None if at is None or self._left < 0 else self._compared(quote, spans, at)

    def _place(self, quote: str, spans: Sequence[tuple[int, int]]) -> int | None:
        """Find about where a passage with most pieces of the quote begins: each piece votes for the places it fits."""
        lowered = quote.lower()
        if len(lowered) != len(quote) or len(self._lowered) != len(self._text):
            lowered, self._lowered = quote, self._text  # a letter that changes its length would shift all places
        step = max(len(quote) // 4, 20)
        votes: dict[tuple[int, int], int] = {}
        places: dict[tuple[int, int], int] = {}
        for start, end in _pieces(spans):
            for hit in self._hits(lowered[start:end]):
                place = hit - start
                for shift in (0, step // 2):  # so that two places that are near share one of their buckets
                    bucket = (shift, (place + shift) // step)
                    votes[bucket] = votes.get(bucket, 0) + end - start
                    places.setdefault(bucket, place)
        return places[max(votes, key=lambda bucket: votes[bucket])] if votes else None

    def _hits(self, piece: str) -> Iterator[int]:
        at = -1
        for _ in range(_HITS):
            if self._left < 0:
                return
            last, at = at, self._lowered.find(piece, at + 1)
            self._left -= (at if at >= 0 else len(self._text)) - last
            if at < 0:
                return
            yield at

    def _compared(self, quote: str, spans: Sequence[tuple[int, int]], at: int) -> Nearest | None:
        end = spans[-1][1]
        slack = max(end // 4, 24)
        first = self._text.rfind(" ", 0, max(at - slack, 0)) + 1
        window = self._text[first : at + end + 3 * slack]
        places = [match.span() for match in _WORD.finditer(window)]
        ours, theirs = [quote[a:b] for a, b in spans], [window[a:b] for a, b in places]
        self._left -= _PAIR * len(ours) * len(theirs)
        same = [one for one in SequenceMatcher(None, theirs, ours, autojunk=False).get_matching_blocks() if one.size]
        if not same or sum(one.size for one in same) < _ALIKE * len(ours):
            return None
        gaps = list(_gaps(_drawn_near(same, theirs), len(ours), len(theirs)))
        if not gaps:
            return None
        (a, b), (c, d) = gaps[0]
        before, behind = places[max(a - _AROUND, 0)][0], places[min(b + _AROUND, len(places)) - 1][1]
        near = Difference(
            _short(window[before:behind]),
            _short(window[places[a][0] : places[b - 1][1]]) if b > a else "",
            _short(quote[spans[c][0] : spans[d - 1][1]]) if d > c else "",
            first + places[min(a, len(places) - 1)][0],
        )
        return Nearest(near, len(gaps))


def _pieces(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give the stretches of a quote to look for: words by two, then single ones, spread evenly if there are many."""
    for size in (2, 1):
        stretches = [(spans[i][0], spans[i + size - 1][1]) for i in range(len(spans) - size + 1)]
        stride = max(-(-len(stretches) // _PIECES), 1)
        yield from stretches[::stride]


def _drawn_near(same: Sequence[tuple[int, int, int]], theirs: Sequence[str]) -> list[tuple[int, int, int]]:
    """Let the first stretch that is the same stand as near to the second as it can: "The" is soon found too early."""
    if len(same) < 2:
        return list(same)
    (a, b, size), (second, _, _) = same[:2]
    nearest = next((i for i in range(second - size, a, -1) if theirs[i : i + size] == theirs[a : a + size]), a)
    return [(nearest, b, size), *same[1:]]


def _gaps(
    same: Sequence[tuple[int, int, int]], ours: int, theirs: int
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Give what lies between the stretches that are the same: of the text, and of the quote, from and to which word.

    Before the first and behind the last such stretch the text goes on, so that only what the quote has there counts.
    """
    a, b, _ = same[0]
    if b:
        yield (max(a - b, 0), a), (0, b)
    for one, two in pairwise(same):
        yield (one[0] + one[2], two[0]), (one[1] + one[2], two[1])
    a, b, size = same[-1]
    if b + size < ours:
        yield (a + size, min(a + size + ours - b - size, theirs)), (b + size, ours)


def _short(text: str) -> str:
    words = text.split(" ")
    return text if len(words) <= _SHOWN else " ".join([*words[:5], "…", *words[-5:]])

"""A debater's card: a passage of which quotes are read out. Where the quotes stand in it. It knows text only."""

from __future__ import annotations

from unicodedata import combining

from coldwater.model.passages import normal_form

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    #: Pieces of a passage, each with whether it is read out; together they are the passage.
    Pieces = tuple[tuple[str, bool], ...]


def pieces(passage: str, quotes: Sequence[str]) -> Pieces:
    """Part a passage into what is read out and what is not; nothing where a quote does not stand in it.

    Quotes are found in normal form, each behind the one before where it stands there, else anywhere.
    Cost: the passage times the quotes.

    >>> pieces("The wheel turns. Its bearings are worn.", ["Its bearings"])
    (('The wheel turns. ', False), ('Its bearings', True), (' are worn.', False))
    >>> pieces("The wheel turns.", ["It stops"])
    ()
    """
    folded, places = _folded(passage)
    is_read = bytearray(len(passage))
    behind = 0
    for quote in map(normal_form, quotes):
        at = folded.find(quote, behind)
        at = folded.find(quote) if at < 0 else at
        if at < 0 or not quote:
            return ()
        behind = at + len(quote)
        start, end = places[at], places[behind - 1] + 1
        while end < len(passage) and combining(passage[end]):
            end += 1
        is_read[start:end] = b"\1" * (end - start)
    return tuple(_parted(passage, is_read))


def _folded(passage: str) -> tuple[str, list[int]]:
    """Give the normal form of a passage, letter by letter, and where in the passage each of its characters begins."""
    letters: list[str] = []
    places: list[int] = []
    for at, letter in _letters(passage):
        shown = " " if letter.isspace() else letter if letter.isascii() else normal_form(letter)
        if shown == " " and (not letters or letters[-1] == " "):
            continue
        letters.extend(shown)
        places.extend([at] * len(shown))
    return "".join(letters), places


def _letters(passage: str) -> Iterator[tuple[int, str]]:
    """Give each character together with the marks behind it, and where it stands."""
    start = 0
    for at in range(1, len(passage) + 1):
        if at == len(passage) or not combining(passage[at]):
            yield start, passage[start:at]
            start = at


def _parted(passage: str, is_read: bytearray) -> Iterator[tuple[str, bool]]:
    start = 0
    for at in range(1, len(passage) + 1):
        if at == len(passage) or is_read[at] != is_read[start]:
            yield passage[start:at], bool(is_read[start])
            start = at

"""Two texts compared word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# A word, an ideograph or kana by itself, a run of blanks, or one sign.
_TOKEN = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]|[^\W\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]+|\s+|\W")
#: Above so many words texts are compared as wholes: comparing costs the product of the lengths.
_MOST = 2_000


class Piece(NamedTuple):
    """A run of text that both sides have, or only the old or the new one: its words on each side."""

    before: str
    after: str

    @property
    def is_kept(self) -> bool:
        """Whether both sides have it."""
        return self.before == self.after


def compare_words(before: str, after: str) -> tuple[Piece, ...]:
    """Give two texts as runs that are kept and runs that are replaced.

    >>> [tuple(piece) for piece in compare_words("It is costly.", "It is very costly.")]
    [('It is ', 'It is '), ('', 'very '), ('costly.', 'costly.')]
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if max(len(old), len(new)) > _MOST:
        return (Piece(before, after),)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    pieces = [Piece(_joined(old[i:j]), _joined(new[k:m])) for _, i, j, k, m in matcher.get_opcodes()]
    return tuple(_without_islands(pieces))


def _joined(words: Sequence[str]) -> str:
    return "".join(words)


def _without_islands(pieces: Sequence[Piece]) -> list[Piece]:
    """Join replaced runs that only white space keeps apart: a rewritten sentence reads better whole."""
    kept: list[Piece] = []
    for piece in pieces:
        if len(kept) >= 2 and not piece.is_kept and kept[-1].before.isspace() and not kept[-2].is_kept:
            blank, earlier = kept.pop(), kept.pop()
            joined = (earlier.before + blank.before + piece.before, earlier.after + blank.after + piece.after)
            kept.append(Piece(*joined))
        else:
            kept.append(piece)
    return kept

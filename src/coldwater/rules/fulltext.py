"""The full text of one source under check: its blocks, where words stand in it, which block has a fingerprint."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from coldwater.model import passages


class FullText:
    """A full text whose blocks, normal form and fingerprints are worked out at most once."""

    def __init__(self, text: str) -> None:
        self.blocks = passages.blocks(text)
        self._fingerprints: dict[range, str | None] = {}

    def fingerprint(self, numbers: range) -> str | None:
        """Give the fingerprint of these blocks; None where the text does not reach that far."""
        if numbers not in self._fingerprints:
            words = passages.passage(self.blocks, numbers)
            self._fingerprints[numbers] = None if words is None else passages.fingerprint(words)
        return self._fingerprints[numbers]

    @cached_property
    def by_fingerprint(self) -> dict[str, int]:
        """The number of the first block with a fingerprint."""
        found: dict[str, int] = {}
        for number, block in enumerate(self.blocks, 1):
            found.setdefault(passages.fingerprint(block), number)
        return found

    @cached_property
    def _words(self) -> tuple[str, ...]:
        return tuple(map(passages.normal_form, self.blocks))

    @cached_property
    def _whole(self) -> tuple[str, tuple[int, ...]]:
        """The words of all blocks, and at which letter each block begins."""
        starts, at = [], 0
        for words in self._words:
            starts.append(at)
            at += len(words) + 1
        return " ".join(self._words), tuple(starts)

    def holds(self, quote: str, numbers: range) -> bool:
        """Tell whether these blocks (those that are there) hold the words of a quote in normal form."""
        return quote in " ".join(self._words[numbers.start - 1 : numbers.stop - 1])

    def find(self, quote: str) -> range | None:
        """Give the numbers of the first blocks that hold the words of a quote in normal form; None if none do."""
        whole, starts = self._whole
        at = whole.find(quote)
        if at < 0:
            return None
        return range(bisect_right(starts, at), bisect_right(starts, at + max(len(quote), 1) - 1) + 1)

"""The full text of one source under check: its blocks, where words stand in it, which block has a fingerprint."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from coldwater.model import passages

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.rules.nearest import Nearest, Search


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
        at = self._whole[0].find(quote)
        return None if at < 0 else self._blocks_at(at, quote)

    def place_in_block(self, quote: str) -> int:
        """Give at which character of its block, from 1, the words begin that ``find`` finds."""
        at = self._whole[0].find(quote)
        return at - self._whole[1][self.block_at(at) - 1] + 1

    def holds_again(self, quote: str, numbers: range) -> bool:
        """Tell whether other blocks than these hold the words of a quote in normal form, too."""
        whole, starts = self._whole
        at = starts[numbers.start - 1]
        while (at := whole.find(quote, at)) >= 0:
            if self._blocks_at(at, quote) != numbers:
                return True
            at = starts[numbers.start] if numbers.start < len(starts) else len(whole) + 1
        return False

    def block_at(self, at: int) -> int:
        """Give the number of the block that holds the letter at a place among all words, in normal form."""
        return max(bisect_right(self._whole[1], at), 1)

    def nearest(self, quote: str) -> Nearest | None:
        """Give where a quote in normal form differs from the passage nearest to it, with its place among all words."""
        return self._search.nearest(quote)

    @cached_property
    def _search(self) -> Search:
        from coldwater.rules.nearest import Search  # noqa: PLC0415 - only where a quote is not found

        return Search(self._whole[0])

    def _blocks_at(self, at: int, quote: str) -> range:
        return range(self.block_at(at), self.block_at(at + max(len(quote), 1) - 1) + 1)

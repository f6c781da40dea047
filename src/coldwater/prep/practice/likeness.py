"""Which of a few texts somebody means with words of their own, by how many weighty words they share.

Words are compared by their first letters, so that most endings do not matter; words that many texts of the map share
weigh little (tf-idf and cosine; G. Salton and C. Buckley, "Term-weighting approaches in automatic text retrieval",
Information Processing and Management 24, 1988, from memory). Scripts without blanks go by pairs of characters. No
knowledge of any language comes in, so that a likeness is a guess, to be confirmed.
"""

from __future__ import annotations

import re
from collections import Counter
from math import log, sqrt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

#: Below this likeness (0 to 1) nothing is meant. Set so that other words for the answers of the first map are found.
LEAST = 0.15
#: From this likeness on two texts say much the same.
TWINS = 0.45
_STEM = 5
_WORD = re.compile(r"\w+")
#: Where scripts begin that are written without blanks between words.
_UNSPACED = "\u2e80"


class Likeness:
    """Compares texts, weighing words by how rare they are among all the texts given. Linear in their length."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = 0
        self._holding = Counter[str]()
        for text in texts:
            self._texts += 1
            self._holding.update(set(stems(text)))

    def between(self, one: str, other: str) -> float:
        """Give how alike two texts are: from 0, no word that weighs anything shared, to 1, the same words."""
        first, second = self._weights(one), self._weights(other)
        shared = sum(weight * second[stem] for stem, weight in first.items() if stem in second)
        return shared / (_length(first) * _length(second)) if shared else 0.0

    def meant(self, text: str, candidates: Sequence[str], least: float = LEAST) -> int | None:
        """Give the place of the text that is most alike, the first of equals; None if none is alike enough."""
        found = [self.between(text, one) for one in candidates]
        best = max(found, default=0.0)
        return found.index(best) if best >= least else None

    def _weights(self, text: str) -> Mapping[str, float]:
        return {stem: number * self._weight(stem) for stem, number in Counter(stems(text)).items()}

    def _weight(self, stem: str) -> float:
        return log(1 + self._texts / (1 + self._holding[stem]))


def _length(weights: Mapping[str, float]) -> float:
    return sqrt(sum(weight * weight for weight in weights.values())) or 1.0


def stems(text: str) -> Iterator[str]:
    """Give the words of a text, each by its first letters; of scripts without blanks, pairs of characters.

    >>> list(stems("Alliances need allies."))
    ['allia', 'need', 'allie']
    >>> list(stems("重建桥"))
    ['重建', '建桥']
    """
    for word in _WORD.findall(text.casefold()):
        if word[0] < _UNSPACED:
            yield word[:_STEM]
        elif len(word) == 1:
            yield word
        else:
            yield from (word[place : place + 2] for place in range(len(word) - 1))

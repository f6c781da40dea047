"""What an author probably meant: the name nearest to a misspelt one. It knows names only, no map."""

from __future__ import annotations

from itertools import pairwise
from operator import eq

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: Names longer than this are compared exactly only: comparing costs the product of the lengths.
LONGEST = 80
#: How many comparisons of letters one set of names may cost in all; then only near misses of one letter are found.
BUDGET = 30_000
_MANY = 1_000
#: How many letters are tried at one place; Latin ids have fewer, and Chinese ones share few neighbours.
_MOST_LETTERS = 256
_CUTOFF = 0.6
_SEPARATORS = str.maketrans("", "", "-_. ")


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """Give the candidate that comes closest to a word, or None if none is near. For many words use :class:`Names`.

    >>> closest("crakcs", ["cracks", "unsafe"])
    'cracks'
    >>> closest("main_girder", ["main-girder"])
    'main-girder'
    >>> closest("c17", ["c16", "c18"]) is None
    True
    """
    return Names(candidates).closest(word)


def hint(word: str, candidates: Iterable[str]) -> str:
    """Give the phrase that asks for the closest candidate, with a blank before it; empty if none is near.

    >>> hint("attack", ["attacks", "supports"])
    ' Did you mean `attacks`?'
    """
    return phrase(closest(word, candidates))


def phrase(meant: str | None) -> str:
    """Give the phrase that asks whether a name was meant, with a blank before it; empty for None."""
    return "" if meant is None else f" Did you mean `{meant}`?"


class Names:
    """A set of names in which many words are looked up; what is looked up twice is worked out once."""

    def __init__(self, candidates: Iterable[str], *, figures_count: bool = False) -> None:
        """Take the names; one that differs in figures only is no misspelling unless ``figures_count``."""
        self._figures_count = figures_count
        self._names = tuple(dict.fromkeys(candidates))
        self._answers: dict[str, str | None] = {}
        self._folded: dict[str, list[str]] = {}
        self._shapes: dict[tuple[str, int], list[str]] = {}
        self._known: set[str] = set()
        self._neighbours = _Neighbours(())
        self._left = BUDGET

    def closest(self, word: str) -> str | None:
        """Give the name that comes closest: alike but for case and separators, one letter off, or similar."""
        if word not in self._answers:
            self._answers[word] = self._look_up(word)
        return self._answers[word]

    def is_sole(self, word: str) -> bool:
        """Tell whether no other name comes as close as the closest, so that there is no doubt which one was meant."""
        return len(self._alike(word) or self._letters_off(word) or self._similar(word)) == 1

    def _look_up(self, word: str) -> str | None:
        if alike := self._alike(word):
            return alike[0]
        if len(word) > LONGEST:
            return None
        return self.one_letter_off(word) or next(iter(self._similar(word)), None)

    def _alike(self, word: str) -> list[str]:
        """Give the names that differ in case and separators only."""
        if not self._folded:
            for name in self._names:
                self._folded.setdefault(_fold(name), []).append(name)
        return self._folded.get(_fold(word), [])

    def one_letter_off(self, word: str) -> str | None:
        """Give a name that is the word with a letter too many, too few, wrong, or swapped with its neighbour."""
        return max(self._letters_off(word), key=lambda name: sum(map(eq, word, name)), default=None)

    def _letters_off(self, word: str) -> list[str]:
        """Look up the variants of a word among the names, so that the cost does not grow with their number."""
        if not 3 < len(word) <= LONGEST:
            return []
        if not self._known:
            self._known = set(self._names)
            self._neighbours = _Neighbours(self._names)
        near = [name for name in _variants(word, self._neighbours) if name in self._known and len(name) >= 3]
        return [name for name in dict.fromkeys(near) if self._is_typo(word, name)]

    def _similar(self, word: str) -> list[str]:
        """Give the two names that are most alike, the closest first."""
        bucket = [name for name in self._bucket(word) if self._is_typo(word, name)]
        if not bucket or len(bucket) > self._left or len(word) > LONGEST:
            return []
        self._left -= len(bucket)
        import difflib  # noqa: PLC0415 - slow to load, and only needed where something is wrong

        return difflib.get_close_matches(word, bucket, n=2, cutoff=_CUTOFF)

    def _is_typo(self, word: str, name: str) -> bool:
        """Tell whether two names differ in more than their figures: `c17` is no misspelling of `c16`."""
        return self._figures_count or word == name or _without_figures(word) != _without_figures(name)

    def _bucket(self, word: str) -> Iterable[str]:
        """Give the names to compare with: all, or among many those with the same first letter and about the length."""
        if self._left <= 0:
            return ()
        if len(self._names) <= _MANY:
            return self._names if len(self._names) <= self._left else ()
        if not self._shapes:
            for name in self._names:
                self._shapes.setdefault((name[:1].lower(), len(name)), []).append(name)
        buckets = [self._shapes.get((word[:1].lower(), len(word) + more), []) for more in (0, -1, 1, -2, 2)]
        if sum(map(len, buckets)) > self._left:
            return ()
        return [name for bucket in buckets for name in bucket]


def _fold(name: str) -> str:
    return name.casefold().translate(_SEPARATORS)


class _Neighbours:
    """Which letters stand next to which in some names, in sorted order; nothing stands before the first one."""

    def __init__(self, names: Iterable[str]) -> None:
        after: dict[str, set[str]] = {}
        before: dict[str, set[str]] = {}
        for name in names:
            for one, other in pairwise(("", *name, "")):
                after.setdefault(one, set()).add(other)
                before.setdefault(other, set()).add(one)
        self._after = {letter: sorted(others) for letter, others in after.items()}
        self._before = {letter: sorted(others) for letter, others in before.items()}

    def between(self, one: str, other: str) -> Sequence[str]:
        """Give the letters that may stand between two in a name, and perhaps some more."""
        letters = min(self._after.get(one, ()), self._before.get(other, ()), key=len)
        return letters[:_MOST_LETTERS]


def _variants(word: str, neighbours: _Neighbours) -> Iterator[str]:
    """Give what a word becomes by one slip: a letter dropped, two swapped, one replaced, one put in."""
    for i in range(len(word) + 1):
        head, tail = word[:i], word[i:]
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in neighbours.between(head[-1:], tail[1:2]))
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in neighbours.between(head[-1:], tail[:1]))


def _without_figures(name: str) -> str:
    """Put 0 for every run of figures."""
    signs = ["0" if sign.isdigit() else sign for sign in name]
    return "".join(sign for i, sign in enumerate(signs) if i == 0 or (sign, signs[i - 1]) != ("0", "0"))

"""Ids for what comes from elsewhere: readable, in any script, unique, and the same each time a file is read."""

from __future__ import annotations

import re
from itertools import count

from coldwater.model import composed
from coldwater.model.ids import is_id, proposed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: How long an id made of a text becomes at most, in characters, unless its first word is longer.
_LONGEST = 40
_MOST_WORDS = 6
#: Of longer texts no more is looked at.
_LOOKED_AT = 400
#: Words that an id can do without.
_IDLE = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "for",
        "from",
        "had",
        "has",
        "have",
        "in",
        "is",
        "it",
        "its",
        "of",
        "on",
        "or",
        "so",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "this",
        "those",
        "to",
        "was",
        "were",
        "which",
        "will",
        "with",
        "would",
    ]
)
#: What machines give for an id: numbers, UUIDs, and long strings of hexadecimal digits, with or without a word before.
_OF_MACHINES = re.compile(
    r"[\d_.:-]*|.*[0-9a-f]{8}-[0-9a-f]{4}-.*|(?:[^\W\d]+[_-])?(?=[a-f]*\d)[0-9a-f]{12,}", re.IGNORECASE
)
#: What annotators and drawing programs give: a few letters and a number, as people write them, too.
NUMBERED = re.compile(r"[^\W\d]{1,5}[_-]?\d+")


def is_readable_id(text: str) -> bool:
    """Tell whether a foreign id is an id here too, and one that a reader can make something of.

    >>> is_readable_id("cracks"), is_readable_id("119927"), is_readable_id("G1"), NUMBERED.fullmatch("n12") is None
    (True, False, True, False)
    """
    return is_id(text) and len(text) <= 2 * _LONGEST and _OF_MACHINES.fullmatch(text) is None


def id_of_words(text: str) -> str:
    """Give the id that a text comes down to: its first words that say something, in small letters; perhaps nothing.

    >>> id_of_words("The main girder of the bridge is cracked.")
    'main-girder-bridge-cracked'
    """
    whole = proposed(re.sub(r"['’`´]|[.](?=\s|$)", "", text[:_LOOKED_AT]))
    words = [word for word in whole.casefold().split("-") if word]
    telling = [word for word in words if word not in _IDLE] or words
    short = ""
    for word in telling[:_MOST_WORDS]:
        longer = f"{short}-{word}" if short else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        short = longer
    return proposed(short).rstrip("-._")


class Names:
    """Gives out ids, none twice, whether in composed form or not, and whether in small letters or not."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._kept: set[str] = set()
        self._next: dict[str, int] = {}

    def keep(self, id_: str, is_ours: bool = False) -> str | None:
        """Give an id as it is, in composed form; None if it is none or taken.

        ``is_ours``: capitals tell it from others, as in the map that it is from.
        """
        id_ = composed(id_)
        is_free = id_ not in self._kept if is_ours else id_.casefold() not in self._taken
        return self._take(id_) if is_id(id_) and is_free else None

    def make(self, wish: str, otherwise: str) -> str:
        """Give the id that a text comes down to, or else a word, with a number where it is taken."""
        is_one = is_id(wish) and len(wish) <= _LONGEST and wish[-1] not in "._-"  # "Wait." is a sentence
        stem = wish if is_one else id_of_words(wish) or otherwise
        return self._take(next(name for name in self._wishes(stem) if name.casefold() not in self._taken))

    def _wishes(self, stem: str) -> Iterator[str]:
        yield stem
        for number in count(self._next.get(stem, 2)):
            self._next[stem] = number + 1
            yield f"{stem}-{number}"

    def _take(self, id_: str) -> str:
        self._taken.add(id_.casefold())
        self._kept.add(id_)
        return id_

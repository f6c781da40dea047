"""The words that debaters of policy and Lincoln-Douglas file by, as tags of claims and arguments.

A tag that is one of these words (or short for one), by itself or as the last level of a tag with levels, says what part
of a case something is: it is named aloud in a speech and on the flow. Magnitude, probability and timeframe are tags
with levels: ``magnitude / large``. All other tags are left alone.
"""

from __future__ import annotations

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

#: Words for arguments of a case, for claims, and for answers. What is said for each is up to the speaker's language.
CASES = frozenset({"framework", "advantage", "disadvantage", "counterplan", "kritik", "topicality", "theory"})
PARTS = frozenset({
    "value", "criterion", "framework", "definition", "inherency", "plan", "uniqueness", "link", "internal link",
    "impact", "harm", "solvency",
})  # fmt: skip
ANSWERS = frozenset({
    "link turn", "impact turn", "turn", "permutation", "no link", "no impact", "non-unique", "theory", "topicality",
})  # fmt: skip
#: What comes first in a case, whatever bears most.
FIRST = frozenset({"framework", "value", "criterion"})
_SHORT: Mapping[str, str] = {
    "adv": "advantage", "da": "disadvantage", "disad": "disadvantage", "cp": "counterplan", "perm": "permutation",
    "k": "kritik", "t": "topicality", "uq": "uniqueness", "vc": "criterion", "value criterion": "criterion",
    "standard": "criterion", "harms": "harm", "impacts": "impact", "links": "link", "internals": "internal link",
    "framing": "framework", "nonunique": "non-unique",
    "wert": "value", "massstab": "criterion", "kriterium": "criterion", "rahmen": "framework", "vorteil": "advantage",
    "nachteil": "disadvantage", "gegenplan": "counterplan", "zusammenhang": "link", "folge": "impact",
    "schaden": "harm", "wirkung": "solvency", "umkehrung": "turn",
}  # fmt: skip
#: What impacts are weighed by, the most first; what is sooner counts more.
_SCALES: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "magnitude": (
        ("extinction",), ("large", "high", "great", "gross", "hoch"), ("medium", "moderate", "mittel"),
        ("small", "low", "klein", "gering"),
    ),
    "probability": (
        ("certain", "sicher"), ("high", "likely", "hoch"), ("medium", "moderate", "possible", "mittel"),
        ("low", "unlikely", "gering"),
    ),
    "timeframe": (
        ("now", "immediate", "sofort"), ("soon", "short", "months", "bald"), ("medium", "years", "mittel"),
        ("late", "long", "decades", "spät"),
    ),
}  # fmt: skip
SCALES = tuple(_SCALES)
_SCALE_NAMES: Mapping[str, str] = {"ausmass": "magnitude", "wahrscheinlichkeit": "probability", "zeit": "timeframe"}


class Impact(NamedTuple):
    """How an impact is tagged on a scale: the word, and its rank from 0 (it counts most); None for a word unknown."""

    word: str
    rank: int | None


def words_of(tags: Iterable[str]) -> Iterator[str]:
    """Give the words that tags say, in full.

    >>> list(words_of(["Transport", "DA", "Case / Uniqueness"]))
    ['disadvantage', 'uniqueness']
    """
    for tag in tags:
        word = tag.split(" / ")[-1].strip().casefold().replace("_", " ")
        word = _SHORT.get(word, word)
        if word in CASES or word in PARTS or word in ANSWERS:
            yield word


def first_of(tags: Iterable[str], known: Mapping[str, str]) -> str:
    """Give what the first of the tags that is known says; "" for none.

    >>> first_of(["Case / perm"], {"permutation": "We permute: both can be done."})
    'We permute: both can be done.'
    """
    return next((known[word] for word in words_of(tags) if word in known), "")


def impacts(tags: Iterable[str]) -> Mapping[str, Impact]:
    """Give by scale how something is tagged.

    >>> impacts(["Magnitude / large", "probability / one in nine"])
    {'magnitude': Impact(word='large', rank=1), 'probability': Impact(word='one in nine', rank=None)}
    """
    found: dict[str, Impact] = {}
    for tag in tags:
        name, _, word = tag.partition(" / ")
        scale = _SCALE_NAMES.get(name.strip().casefold(), name.strip().casefold())
        if (known := _SCALES.get(scale)) is not None and word.strip():
            rank = next((at for at, words in enumerate(known) if word.strip().casefold() in words), None)
            found.setdefault(scale, Impact(word.strip(), rank))
    return found

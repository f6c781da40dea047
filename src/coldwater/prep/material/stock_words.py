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

#: Words for arguments of a case, and the article before them.
CASES: Mapping[str, str] = {
    "framework": "the framework", "advantage": "an advantage", "disadvantage": "a disadvantage",
    "counterplan": "a counterplan", "kritik": "a kritik", "topicality": "topicality", "theory": "theory",
}  # fmt: skip
#: Words for claims, and what stands before the claim in a speech.
PARTS: Mapping[str, str] = {
    "value": "Our value: ", "criterion": "Our criterion: ", "framework": "Our framework: ",
    "definition": "We define: ", "inherency": "As things are: ", "plan": "Our plan: ", "uniqueness": "Uniqueness: ",
    "link": "The link: ", "internal link": "The internal link: ", "impact": "The impact: ", "harm": "The harm: ",
    "solvency": "Solvency: ",
}  # fmt: skip
#: Words for answers, and what is said before them.
ANSWERS: Mapping[str, str] = {
    "link turn": "We turn the link.", "impact turn": "We turn the impact.", "turn": "We turn that.",
    "permutation": "We permute: both can be done.", "no link": "There is no link.", "no impact": "There is no impact.",
    "non-unique": "That is not unique.", "theory": "We object on theory.", "topicality": "That is not topical.",
}  # fmt: skip
#: What comes first in a case, whatever bears most.
FIRST = frozenset({"framework", "value", "criterion"})
_SHORT: Mapping[str, str] = {
    "adv": "advantage", "da": "disadvantage", "disad": "disadvantage", "cp": "counterplan", "perm": "permutation",
    "k": "kritik", "t": "topicality", "uq": "uniqueness", "vc": "criterion", "value criterion": "criterion",
    "standard": "criterion", "harms": "harm", "impacts": "impact", "links": "link", "internals": "internal link",
    "framing": "framework", "nonunique": "non-unique",
}  # fmt: skip
#: What impacts are weighed by, the most first; what is sooner counts more.
_SCALES: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "magnitude": (("extinction",), ("large", "high", "great"), ("medium", "moderate"), ("small", "low")),
    "probability": (("certain",), ("high", "likely"), ("medium", "moderate", "possible"), ("low", "unlikely")),
    "timeframe": (("now", "immediate"), ("soon", "short", "months"), ("medium", "years"), ("late", "long", "decades")),
}  # fmt: skip
SCALES = tuple(_SCALES)


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

    >>> first_of(["perm"], ANSWERS)
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
        scale, _, word = tag.partition(" / ")
        if (known := _SCALES.get(scale.strip().casefold())) is not None and word.strip():
            rank = next((at for at, words in enumerate(known) if word.strip().casefold() in words), None)
            found.setdefault(scale.strip().casefold(), Impact(word.strip(), rank))
    return found

"""What was said in a bout that the map lacks, made into new claims and arguments for it."""

from __future__ import annotations

import re

from coldwater.edits import Patch
from coldwater.model import from_accepted_data
from coldwater.model.ids import proposed
from coldwater.prep.deciding.clock import Clock
from coldwater.prep.deciding.oracle import oracle_for
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from coldwater.model.models import Map
    from coldwater.prep.material.preparation import Preparation

    #: New entries, by section and id.
    Entries = Mapping[str, Mapping[str, Any]]

#: The tag of what was said in a bout.
TAG = "spar"
_LAST_MARKS = " .,;:!?…。．！？；：،؟।"
#: Words that say nothing in an id, in the languages whose maps we have seen.
_EMPTY = frozenset(
    {
        *("a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "has", "have", "if", "in", "is", "it"),
        *("its", "of", "on", "or", "so", "that", "the", "then", "this", "to", "was", "were", "will", "with", "would"),
    }
)
_WORDS = 4
_LETTERS = 40


class Saying(NamedTuple):
    """An answer in somebody's own words, as a new argument: its id, the id of its claim, the words, and the target.

    ``supports``: whether it is a ground for what was said before, and so for the target, not against it; ``is_new``:
    whether the map lacks the claim.
    """

    argument: str
    claim: str
    text: str
    target: str
    supports: bool = False
    is_new: bool = True


class Sayings:
    """What was said that the map lacks, in turn. Ids are fresh and tell what they are about."""

    def __init__(self, prep: Preparation, tag: str = TAG) -> None:
        self._prep = prep
        self._tag = tag
        self._taken = set(prep.names)
        self._texts = {same_words(claim.text): name for name, claim in prep.map.claims.items()}
        self.found: list[Saying] = []

    def known_as(self, text: str) -> str | None:
        """Give the id of the claim that says just this; None if there is none."""
        return self._texts.get(same_words(text))

    def has(self, name: str) -> bool:
        """Tell whether a claim or an argument of this id was said."""
        return any(name in (one.claim, one.argument) for one in self.found)

    def add(self, text: str, target: str) -> Saying:
        """Put down an answer against a claim or against the step of an argument. The text must not be known yet."""
        claim = self._fresh(_id_of(text))
        saying = Saying(self._fresh(f"answer-to-{target}"), claim, text, target)
        self._texts[same_words(text)] = claim
        self.found.append(saying)
        return saying

    def ground(self, text: str, saying: Saying) -> Saying:
        """Put down a ground for what was said; it may be a claim that the map has."""
        known = self.known_as(text)
        claim = self._fresh(_id_of(text)) if known is None else known
        found = Saying(self._fresh(f"ground-of-{saying.claim}"), claim, text, saying.claim, True, known is None)
        self._texts.setdefault(same_words(text), claim)
        self.found.append(found)
        return found

    def put(self, text: str, target: str, *, supports: bool) -> Saying:
        """Put down words for or against a claim or an argument, be it one of the map or one that was said before."""
        known = self.known_as(text)
        claim = self._fresh(_id_of(text)) if known is None else known
        lead = "said-for" if supports else "said-against"
        saying = Saying(self._fresh(f"{lead}-{target}"), claim, text, target, supports, known is None)
        self._texts.setdefault(same_words(text), claim)
        self.found.append(saying)
        return saying

    def entries(self) -> Entries:
        """Give what was said as new claims and arguments, by section and id."""
        claims = {one.claim: {"text": one.text, "tags": [self._tag]} for one in self.found if one.is_new}
        arguments = {
            one.argument: {
                "premises": [one.claim], "supports" if one.supports else "attacks": one.target, "tags": [self._tag]
            }
            for one in self.found
        }  # fmt: skip
        return {"claims": claims, "arguments": arguments}

    def patch(self) -> Patch:
        """Give what was said as a patch for the map: each saying is a reason, and brings its claim along."""
        return Patch(self._prep.map.title, self._prep.map.thesis, {}, tuple(map(self._move, self.found)))

    def _move(self, saying: Saying) -> Mapping[str, Any]:
        claim = {"id": saying.claim, "text": saying.text, "tags": [self._tag]} if saying.is_new else saying.claim
        side = "for" if saying.supports else "against"
        named = {"move": "reason", "id": saying.argument, side: saying.target}
        return {**named, "premises": [claim], "tags": [self._tag]}

    def label_with(self) -> int:
        """Give the label that the thesis would have with what was said, under the same semantics and standard."""
        map_ = with_entries(self._prep.map, self.entries())
        decision = self._prep.decision
        return oracle_for(map_, decision.semantics, decision.standard, Clock(5.0)).label

    def _fresh(self, wanted: str) -> str:
        name, number = wanted, 1
        while name in self._taken:
            number += 1
            name = f"{wanted}-{number}"
        self._taken.add(name)
        return name


def with_entries(map_: Map, entries: Entries) -> Map:
    """Give a map with new entries."""
    from coldwater.model.data import as_data  # noqa: PLC0415 - only where something was said

    data: dict[str, Any] = as_data(map_)
    for section, new in entries.items():
        data[section] = {**data.get(section, {}), **new}
    return from_accepted_data(data)


def same_words(text: str) -> str:
    """Give a text as CW401 compares it: whatever the case, the blanks and the last full stop."""
    from coldwater.model.passages import normal_form  # noqa: PLC0415 - slow to load

    plain = normal_form(text).casefold()
    return plain.rstrip(_LAST_MARKS) or plain


def _id_of(text: str) -> str:
    """Give an id of a text's first words.

    >>> _id_of("The state pays four fifths of the cost."), _id_of("国家出钱。"), _id_of("!")
    ('state-pays-four-fifths', '国家出钱', 'said')
    """
    words = re.split("[-._]+", proposed(text.casefold()))
    telling = [word for word in words if word[:1].isalnum() and word not in _EMPTY][:_WORDS]
    return "-".join(telling)[:_LETTERS].strip("-") or "said"

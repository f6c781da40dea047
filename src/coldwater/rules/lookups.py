"""The quotes and fingerprints of a map, looked up in the texts at hand: what CW304, CW305 and the summary go by."""

from __future__ import annotations

from coldwater.records import NamedTuple
from coldwater.rules.citations import citations, words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coldwater.findings import Pointer
    from coldwater.model.models import Citation, Map
    from coldwater.rules.fulltext import FullText


class Misplaced(NamedTuple):
    """Words that are not where their citation says: ``found`` are the blocks that hold them first, None if none do.

    ``field``: where they stand in the citation.
    """

    field: Pointer
    quote: str
    found: range | None


class Lookup(NamedTuple):
    """A citation of a text at hand: what has changed about its passage, and which of its words are not there.

    ``change`` is the field at fault with a message. Words are looked up only where the passage is as it was cited.
    """

    pointer: Pointer
    owner: str
    citation: Citation
    text: FullText
    change: tuple[str, str] | None
    misplaced: tuple[Misplaced, ...]


class Counts(NamedTuple):
    """How many quotes and fingerprints a map has: found where they should be, not found there, and not looked up.

    ``missing`` are the sources whose texts are not at hand although something would have to be looked up in them.
    """

    quotes: tuple[int, int, int]
    fingerprints: tuple[int, int, int]
    missing: tuple[str, ...]


def look_up(map_: Map, texts: Mapping[str, FullText]) -> Iterator[Lookup]:
    """Look up all that is cited from the texts at hand. Cost: the quotes times the length of their texts."""
    from coldwater.rules.passage_changed import what_changed  # noqa: PLC0415 - the rules import this module

    for pointer, owner, citation in citations(map_):
        text = texts.get(citation.source)
        if text is not None:
            change = what_changed(text, citation)
            misplaced = () if change is not None else tuple(_misplaced(text, citation))
            yield Lookup(pointer, owner, citation, text, change, misplaced)


def _misplaced(text: FullText, citation: Citation) -> Iterator[Misplaced]:
    looked_up = words_of(citation)
    if not looked_up:
        return
    from coldwater.model.passages import located_blocks, normal_form  # noqa: PLC0415 - character tables

    numbers = located_blocks(citation.locator) if citation.locator is not None else None
    for field, quote in looked_up:
        words = normal_form(quote)
        if numbers is not None and text.holds(words, numbers):
            continue
        found = text.find(words)
        if numbers is not None or found is None:
            yield Misplaced(field, words, found)


def counted(map_: Map, lookups: Mapping[Pointer, Lookup]) -> Counts:
    """Count the quotes and fingerprints of a map, of which some have been looked up; a passage counts as a quote."""
    quotes, fingerprints = [0, 0, 0], [0, 0, 0]
    missing: dict[str, None] = {}
    for pointer, _, citation in citations(map_):
        words = len(words_of(citation))
        if not words and citation.fingerprint is None:
            continue
        lookup = lookups.get(pointer)
        if lookup is None:
            missing[citation.source] = None
        lost = 0 if lookup is None else words if lookup.change is not None else len(lookup.misplaced)
        quotes[1] += lost
        quotes[2 if lookup is None else 0] += words - lost
        if citation.fingerprint is not None:
            fingerprints[2 if lookup is None else int(lookup.change is not None)] += 1
    return Counts(
        (quotes[0], quotes[1], quotes[2]), (fingerprints[0], fingerprints[1], fingerprints[2]), tuple(missing)
    )

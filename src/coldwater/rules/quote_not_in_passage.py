"""A quote does not stand in the passage that the citation holds.

Why: a debater's card is a passage, and of it what is read out. What is read out and is not in the passage was put
together from other words, or belongs to another card; whoever asks to see the card will find that at once. Blanks,
kinds of quotation mark and kinds of hyphen may differ. The passage itself is looked up in the source's full text, where
that is at hand (CW304).

Bad:
    argmap: 1
    title: Should the mill be repaired?
    thesis: repair
    sources:
      report: {title: Report on the old mill}
    claims:
      repair: The mill should be repaired.
      turns:
        text: The mill wheel works.
        cites:
          - source: report
            passage: The wheel still turns, but its bearings are worn. A repair would take a winter.
            quotes: [The wheel still turns well]
    arguments:
      usable: {premises: [turns], supports: repair}

Good:
    argmap: 1
    title: Should the mill be repaired?
    thesis: repair
    sources:
      report: {title: Report on the old mill}
    claims:
      repair: The mill should be repaired.
      turns:
        text: The mill wheel works, though not for long.
        cites:
          - source: report
            passage: The wheel still turns, but its bearings are worn. A repair would take a winter.
            quotes: [The wheel still turns, A repair would take a winter]
    arguments:
      usable: {premises: [turns], supports: repair}

Source: our own, after the practice of debaters, who show a card's whole text and underline what they read out.
"""

from __future__ import annotations

from coldwater.findings import Flaw
from coldwater.rules.citations import citations, quotes_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.findings import Pointer
    from coldwater.model.models import Citation
    from coldwater.rules.subject import Subject

CODE = "CW308"
NAME = "quote-not-in-passage"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the quotes that their own passage does not hold."""
    for pointer, owner, citation in citations(subject.map):
        if citation.passage is not None and (quotes := quotes_of(citation)):
            for field, message in _missing(citation, quotes):
                yield Flaw((*pointer, *field), message, owner)


def _missing(citation: Citation, quotes: list[tuple[Pointer, str]]) -> Iterator[tuple[Pointer, str]]:
    from coldwater.model.passages import normal_form  # noqa: PLC0415 - character tables

    passage = normal_form(citation.passage or "")
    for field, quote in quotes:
        if (words := normal_form(quote)) not in passage:
            yield field, _message(passage, words)


def _message(passage: str, words: str) -> str:
    from coldwater.rules.nearest import Search, what_differs  # noqa: PLC0415 - only where a quote is not found

    nearest = Search(passage).nearest(words)
    said = "; copy it from there, word for word" if nearest is None else f": {what_differs(nearest, 'it')}"
    return f"its `passage` does not hold this quote{said}"

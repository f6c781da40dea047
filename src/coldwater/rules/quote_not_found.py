"""A quote does not stand in the source's full text, or not in the blocks that the citation names.

Why: words in quotation marks are a promise that somebody wrote just this. A slip of memory or a tidied quote breaks it,
and an opponent who looks it up has won more than the point. Blanks, kinds of quotation mark and kinds of hyphen may
differ. The rule is silent when the text is not at hand.

Text:
    Report on the old mill.
    The wheel still turns, but its bearings are worn.
    A repair would take a winter.

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
        cites: [{source: report, locator: block 2, quote: The wheel still turns well}]
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
        cites: [{source: report, locator: block 2, quote: "The wheel still turns, but its bearings are worn"}]
    arguments:
      usable: {premises: [turns], supports: repair}

Source: our own; the words of a passage as its address are in the W3C's Web Annotation Data Model (TextQuoteSelector),
from memory.
"""

from __future__ import annotations

from coldwater.findings import Flaw
from coldwater.rules.citations import citations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.model.models import Citation
    from coldwater.rules.fulltext import FullText
    from coldwater.rules.subject import Subject

CODE = "CW304"
NAME = "quote-not-found"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the quotes that are not where they should be, unless CW305 has the citation already."""
    if not subject.full_texts:
        return
    from coldwater.rules.passage_changed import what_changed  # noqa: PLC0415 - a rule beside this one

    for pointer, owner, citation in citations(subject.map):
        text = subject.full_texts.get(citation.source)
        if text is None or citation.quote is None or what_changed(text, citation) is not None:
            continue
        message = _what_is_missing(text, citation, citation.quote)
        if message is not None:
            yield Flaw((*pointer, "quote"), message, owner)


def _what_is_missing(text: FullText, citation: Citation, quote: str) -> str | None:
    from coldwater.model.passages import located_blocks, normal_form  # noqa: PLC0415 - character tables

    words = normal_form(quote)
    numbers = located_blocks(citation.locator) if citation.locator is not None else None
    if numbers is not None and text.holds(words, numbers):
        return None
    found = text.find(words)
    if found is None:
        return f"the text of `{citation.source}` does not hold this quote; copy it word for word"
    if numbers is None:
        return None
    where = f"block {found.start}" if len(found) == 1 else f"blocks {found.start}-{found.stop - 1}"
    return f"this quote stands in {where} of `{citation.source}`, not in {citation.locator}; correct the locator"

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
from coldwater.rules.citations import words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.edits import Fix
    from coldwater.rules.lookups import Lookup, Misplaced
    from coldwater.rules.nearest import Nearest
    from coldwater.rules.subject import Subject

CODE = "CW304"
NAME = "quote-not-found"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the quotes that are not where they should be, unless CW305 has the citation already."""
    for lookup in subject.lookups.values():
        for misplaced in lookup.misplaced:
            yield Flaw((*lookup.pointer, *misplaced.field), _message(lookup, misplaced), lookup.owner)


def fix(subject: Subject, flaw: Flaw) -> Fix | None:
    """Correct the locator of quotes that stand in other blocks, each in one place only; all of a citation together.

    None where a fingerprint bears out the locator: then the quote is at fault.
    """
    section, owner, cites, number, *_ = flaw.pointer
    lookup = subject.lookups[section, owner, cites, number]
    if lookup.citation.fingerprint is not None:
        return None
    from coldwater.edits import Fix, Replace  # noqa: PLC0415 - a check mends nothing
    from coldwater.model.passages import locator, normal_form  # noqa: PLC0415 - character tables

    blocks: list[range] = []
    for quote in (normal_form(words) for _, words in words_of(lookup.citation)):
        found = lookup.text.find(quote)
        if found is None or lookup.text.holds_again(quote, found):
            return None
        blocks.append(found)
    where = locator(range(min(one.start for one in blocks), max(one.stop for one in blocks)))
    words = f"the locator of the quote at `{lookup.owner}` is {where}"
    return Fix((Replace((*lookup.pointer, "locator"), where),), words)


def _message(lookup: Lookup, misplaced: Misplaced) -> str:
    from coldwater.model.passages import locator  # noqa: PLC0415 - character tables

    source = lookup.citation.source
    what = "passage" if misplaced.field == ("passage",) else "quote"
    if misplaced.found is None:
        nearest = lookup.text.nearest(misplaced.quote)
        said = "; copy it word for word" if nearest is None else f": {_what_differs(lookup, nearest)}"
        return f"the text of `{source}` does not hold this {what}{said}"
    where = f"this {what} stands in {locator(misplaced.found)} of `{source}`, not in {lookup.citation.locator}"
    return f"{where}; correct the locator"


def _what_differs(lookup: Lookup, nearest: Nearest) -> str:
    from coldwater.rules.nearest import what_differs  # noqa: PLC0415 - only where a quote is not found

    return what_differs(nearest, f"block {lookup.text.block_at(nearest.first.at)}")

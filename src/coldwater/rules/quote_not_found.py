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
        if lookup.misplaced is not None:
            yield Flaw((*lookup.pointer, "quote"), _message(lookup, lookup.misplaced), lookup.owner)


def fix(subject: Subject, flaw: Flaw) -> Fix | None:
    """Correct the locator of a quote that stands in other blocks, in one place only.

    None where a fingerprint bears out the locator: then the quote is at fault.
    """
    lookup = subject.lookups[flaw.pointer[:-1]]
    misplaced = lookup.misplaced
    if misplaced is None or misplaced.found is None or lookup.citation.fingerprint is not None:
        return None
    if lookup.text.holds_again(misplaced.quote, misplaced.found):
        return None
    from coldwater.edits import Fix, Replace  # noqa: PLC0415 - a check mends nothing
    from coldwater.model.passages import locator  # noqa: PLC0415 - character tables

    where = locator(misplaced.found)
    words = f"the locator of the quote at `{lookup.owner}` is {where}"
    return Fix((Replace((*lookup.pointer, "locator"), where),), words)


def _message(lookup: Lookup, misplaced: Misplaced) -> str:
    from coldwater.model.passages import locator  # noqa: PLC0415 - character tables

    source = lookup.citation.source
    if misplaced.found is None:
        nearest = lookup.text.nearest(misplaced.quote)
        said = "; copy it word for word" if nearest is None else f": {_what_differs(lookup, nearest)}"
        return f"the text of `{source}` does not hold this quote{said}"
    where = f"this quote stands in {locator(misplaced.found)} of `{source}`, not in {lookup.citation.locator}"
    return f"{where}; correct the locator"


def _what_differs(lookup: Lookup, nearest: Nearest) -> str:
    around, theirs, ours, at = nearest.first
    where = f"block {lookup.text.block_at(at)} has “… {around} …”"
    if not theirs:
        said = f"{where}, without “{ours}”"
    elif not ours:
        said = f"{where}; the quote leaves out “{theirs}”"
    else:
        said = f"{where} where the quote has “{ours}”"
    more = nearest.number - 1
    return said + (f", and they differ in {more} more place{'s' if more > 1 else ''}" if more else "")

"""The cited passage is not the one that was cited: its fingerprint differs, or the text does not reach that far.

Why: a source that is revised may no longer say what the claim takes from it. The fingerprint notices without the map
having to carry the text. The rule is silent when the text is not at hand.

Text:
    House rules.
    Dogs are allowed in the garden.
    Music stops at ten.

Bad:
    argmap: 1
    title: May we bring the dog?
    thesis: bring
    sources:
      rules: {title: House rules}
    claims:
      bring: We may bring the dog.
      allowed:
        text: The house rules allow dogs in the garden.
        cites: [{source: rules, locator: block 2, fingerprint: 0123456789abcdef}]
    arguments:
      permission: {premises: [allowed], supports: bring}

Good:
    argmap: 1
    title: May we bring the dog?
    thesis: bring
    sources:
      rules: {title: House rules}
    claims:
      bring: We may bring the dog.
      allowed:
        text: The house rules allow dogs in the garden.
        cites: [{source: rules, locator: block 2, fingerprint: 675ca1f5529e4983}]
    arguments:
      permission: {premises: [allowed], supports: bring}

Source: "content drift" in Jones and others, "Scholarly context adrift", PLOS ONE 11 (2016), from memory; the
fingerprint is defined in docs/format.md.
"""

from __future__ import annotations

from coldwater.findings import Flaw
from coldwater.rules.citations import words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.edits import Fix
    from coldwater.model.models import Citation
    from coldwater.rules.fulltext import FullText
    from coldwater.rules.subject import Subject

CODE = "CW305"
NAME = "passage-changed"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the citations whose passage is gone or has become another."""
    for lookup in subject.lookups.values():
        if lookup.change is not None:
            field, message = lookup.change
            yield Flaw((*lookup.pointer, field), message, lookup.owner)


def fix(subject: Subject, flaw: Flaw) -> Fix | None:
    """Correct the locator of a passage that stands in another block now, if the citation's quote is there too."""
    lookup = subject.lookups[flaw.pointer[:-1]]
    block = lookup.text.by_fingerprint.get(lookup.citation.fingerprint or "")
    if block is None or lookup.citation.locator is None:
        return None
    from coldwater.edits import Fix, Replace  # noqa: PLC0415 - a check mends nothing
    from coldwater.model.passages import normal_form  # noqa: PLC0415 - hashes and character tables

    quotes = (normal_form(words) for _, words in words_of(lookup.citation))
    if not all(lookup.text.holds(quote, range(block, block + 1)) for quote in quotes):
        return None
    words = f"the locator of the passage at `{lookup.owner}` is block {block}"
    return Fix((Replace((*lookup.pointer, "locator"), f"block {block}"),), words)


def what_changed(text: FullText, citation: Citation) -> tuple[str, str] | None:
    """Give the field at fault and what is wrong with it, or None if the passage is as it was cited."""
    from coldwater.model.passages import located_blocks  # noqa: PLC0415 - hashes and character tables

    numbers = located_blocks(citation.locator) if citation.locator is not None else None
    name, wanted = citation.source, citation.fingerprint
    if numbers is None:
        if wanted is None or wanted in text.by_fingerprint:
            return None
        return "fingerprint", f"no block of `{name}` has this fingerprint; the passage has changed or is gone"
    now = text.fingerprint(numbers)
    if now is not None and wanted in (None, now):
        return None
    moved = text.by_fingerprint.get(wanted) if wanted is not None else None
    if moved is not None:
        return "locator", f"the passage cited now stands in block {moved} of `{name}`; correct the locator"
    if now is None:
        return "locator", f"the text of `{name}` ends with block {len(text.blocks)}; correct the locator"
    message = f"{citation.locator} of `{name}` has changed; if it still bears you out, make the fingerprint {now}"
    return "fingerprint", message

"""Fixes handed over with the findings they mend, as edits in lines and columns, for editors and programs to make.

What is handed over as safe is what ``--fix`` would do next. Whoever makes all safe fixes in the order of the findings
but for those that overlap or touch one made before, checks again, and goes on until there are none, has what ``--fix``
writes, byte for byte.
"""

from __future__ import annotations

from coldwater.editing.fixing import first_choice, next_step, offers_for
from coldwater.findings import TextEdit, TextFix
from coldwater.formats.native.lines import Lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.editing.fixing import Look, Offer, Seen
    from coldwater.findings import Finding


def with_text_fixes(text: str, spelling: str, seen: Seen, look: Look) -> list[Finding]:
    """Give the findings of a text, those that can be mended with their fix.

    ``look`` checks a text. Left out are safe fixes that would not help, or not together with the others: these come
    once the others are made. Cost is that of a check if there is a safe fix, and nothing but reading if there is none.
    """
    offers = offers_for(text, spelling, seen)
    safe = [offer for offer in offers if offer.fix.is_safe]
    going = [*_helpful(text, safe, seen, look), *(offer for offer in offers if not offer.fix.is_safe)]
    lines = Lines(text)
    fixes = {offer.finding: _as_text_fix(offer, lines) for offer in going}
    return [one._replace(fix=fixes.get(one)) for one in seen.findings]


def _helpful(text: str, safe: Sequence[Offer], seen: Seen, look: Look) -> Sequence[Offer]:
    """Give the safe fixes of which those that go together are the next step.

    If these help, so do the others in their turn; else only the part of them that does.
    """
    step = next_step(text, safe, seen, look)
    if step is None:
        return ()
    return safe if list(step.done) == first_choice(safe) else step.done


def _as_text_fix(offer: Offer, lines: Lines) -> TextFix:
    edits = (TextEdit(lines.place(start, end), new) for start, end, new in offer.splices)
    return TextFix(offer.fix.words, tuple(edits), offer.fix.is_safe)

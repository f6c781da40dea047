"""Fixes applied to a map's text, round after round: first what keeps it from being read as meant, then what rules find.

A fix belongs to who finds the flaw: the reader, or a rule's ``fix`` or ``guess``. Each round applies those that do not
meet, reads the text again, and stands only if fewer or lesser findings are left.
"""

from __future__ import annotations

from functools import partial

from coldwater.editing.applying import Taken, apply_edits
from coldwater.errors import UsageError
from coldwater.formats import native
from coldwater.formats.spots import SCHEMA
from coldwater.records import NamedTuple
from coldwater.rules.engine import run
from coldwater.rules.subject import Subject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from coldwater.edits import Fix
    from coldwater.findings import Finding, Place
    from coldwater.model.models import Map

    Texts = Callable[[Map], Mapping[str, str]]
    Heard = Callable[[str], Sequence[Finding]]

#: Mending one thing may bring another to light: so often is a text looked at again.
_ROUNDS = 20


class Offer(NamedTuple):
    """A fix on offer: the rule whose flaw it mends, where that stands, in what, and the fix."""

    rule: str
    place: Place
    id: str | None
    fix: Fix


class Look(NamedTuple):
    """What a look at a text gave: how many errors, warnings and infos there are, and the fixes on offer."""

    findings: tuple[int, int, int]
    offers: tuple[Offer, ...]


class Fixed(NamedTuple):
    """A text after fixing; what was done, in turn, with the places of the time; how many unsafe fixes are left."""

    text: str
    done: tuple[Offer, ...]
    unsafe: int


def look(text: str, spelling: str, texts: Texts, heard: Heard | None = None) -> Look:
    """Count the findings of a text and gather the fixes on offer, safe and unsafe, in the order of the text.

    ``heard`` gives the findings that count, where some are ignored or of another severity; all do unless given.
    ``texts`` gives the full texts at hand for a map. Nothing is offered for a text that is not read as it is written
    (such as one with a key twice), and no rule offers anything before the text fits the schema.
    """
    reading = native.read(text, spelling)
    severities = ["error" for _ in reading.spots]
    offers = [Offer(spot.rule, spot.place, spot.id, spot.fix) for spot in reading.spots if spot.fix is not None]
    if any(spot.rule != SCHEMA for spot in reading.spots):
        offers = []
    if reading.map is not None:
        subject = Subject(reading.map, texts(reading.map), reading.excused)
        for rule, flaw in run(subject):
            severities.append(rule.SEVERITY)
            offer = getattr(rule, "fix", None) or getattr(rule, "guess", None)
            fix = offer(subject, flaw) if offer is not None and not reading.spots else None
            offers += [Offer(rule.CODE, reading.locate(flaw), flaw.id, fix)] if fix is not None else []
    errors, warnings, infos = map(severities.count, ("error", "warning", "info"))
    offers.sort(key=lambda offer: (offer.place, offer.rule))
    if heard is not None:
        found = heard(text)
        said: list[str] = [one.severity for one in found]
        errors, warnings, infos = map(said.count, ("error", "warning", "info"))
        places = {(one.rule, one.line, one.column) for one in found}
        offers = [offer for offer in offers if (offer.rule, *offer.place[:2]) in places]
    return Look((errors, warnings, infos), tuple(offers))


def fix_text(text: str, spelling: str, texts: Texts, with_unsafe: bool = False, heard: Heard | None = None) -> Fixed:
    """Apply the safe fixes on offer for a text, or all of them, until none is left that helps.

    What is not about a flaw stays as it is. Cost is that of a check for each round; there is a round for fixes that
    meet, and one for each fix if those of a round do not help together.
    """
    done: list[Offer] = []
    look_at = partial(look, spelling=spelling, texts=texts, heard=heard)
    now = look_at(text)
    for _ in range(_ROUNDS):
        offers = [offer for offer in now.offers if offer.fix.is_safe or with_unsafe]
        step = next(_helpful_steps(text, spelling, look_at, offers, now.findings), None)
        if step is None:
            break
        text, applied, now = step
        done += applied
    return Fixed(text, tuple(done), sum(not offer.fix.is_safe for offer in now.offers))


def _helpful_steps(
    text: str, spelling: str, look_at: Callable[[str], Look], offers: Sequence[Offer], findings: tuple[int, int, int]
) -> Iterator[tuple[str, list[Offer], Look]]:
    """Give the texts with fewer or lesser findings: after all fixes that are apart, then after single ones."""
    together = _apart(offers)
    singly = [[offer] for offer in together] if len(together) > 1 else []
    for group in [together, *singly] if together else []:
        edits = [edit for offer in group for edit in offer.fix.edits]
        try:
            changed = apply_edits(text, spelling, edits)
        except UsageError:  # an alias stands in the way of one of them
            continue
        after = look_at(changed)
        if after.findings < findings:
            yield changed, group, after


def _apart(offers: Sequence[Offer]) -> list[Offer]:
    """Choose the fixes of which none changes what another one does; the first come first."""
    chosen: list[Offer] = []
    taken = Taken()
    for offer in offers:
        if taken.is_free(offer.fix.edits):
            chosen.append(offer)
            taken.take(offer.fix.edits)
    return chosen

"""Fixes applied to a map's text, round after round, as long as that helps.

A fix belongs to who finds the flaw: the reader, or a rule's ``fix`` or ``guess``. Each round applies those that are
apart, in the order of the text; the text is checked again, and the round stands only if fewer or lesser findings are
left. Whoever applies the fixes that a report hands over does the same (:mod:`coldwater.editing.handing`).
"""

from __future__ import annotations

from collections import deque
from itertools import islice

from coldwater.editing.splicing import Splicer, apart
from coldwater.formats.native.splices import splice
from coldwater.records import NamedTuple
from coldwater.report.counts import count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import Protocol

    from coldwater.edits import Fix, Splice
    from coldwater.findings import Finding

    class Seen(Protocol):
        """What a check of a text gave: the findings in the order of the text, and what would mend some of them."""

        @property
        def findings(self) -> Sequence[Finding]:
            """The findings that count."""

        @property
        def fixes(self) -> Mapping[Finding, Fix]:
            """The fixes on offer by finding, safe and unsafe, in the same order."""

        @property
        def untold(self) -> int:
            """How many errors more there are that are only counted."""

    Look = Callable[[str], Seen]

#: What the codes of findings about reading begin with.
_OF_READING = "CW00"
#: So many texts are looked at in search of fixes that help together; the first one nearly always does.
_MOST_LOOKS = 64


class Offer(NamedTuple):
    """A fix on offer: the finding that it mends, and what it does to the text."""

    finding: Finding
    fix: Fix
    splices: tuple[Splice, ...]


class Step(NamedTuple):
    """A text after a round of fixes: what was applied, and what a check of it gave."""

    text: str
    done: tuple[Offer, ...]
    seen: Seen


class Fixed(NamedTuple):
    """A text after fixing; what was done, in turn, with the places of the time; how many unsafe fixes are left."""

    text: str
    done: tuple[Offer, ...]
    unsafe: int


def fix_text(text: str, spelling: str, look: Look, with_unsafe: bool = False) -> Fixed:
    """Apply the safe fixes on offer for a text, or all of them, until none is left that helps.

    ``look`` checks a text. What is not about a flaw stays as it is; there are never more findings than before, and a
    second run changes nothing. Cost is that of a check for each round, of which there are few.
    """
    seen = look(text)
    done: list[Offer] = []
    while True:
        offers = offers_for(text, spelling, seen)
        step = next_step(text, [offer for offer in offers if with_unsafe or offer.fix.is_safe], seen, look)
        if step is None:
            return Fixed(text, tuple(done), sum(not offer.fix.is_safe for offer in offers))
        text, seen = step.text, step.seen
        done += step.done


def offers_for(text: str, spelling: str, seen: Seen) -> list[Offer]:
    """Give the fixes on offer that can be made in the text, in the order of the findings, with what they do to it."""
    fixes = list(seen.fixes.items())
    made = Splicer(text, spelling).splices([fix for _, fix in fixes])
    return [Offer(finding, fix, splices) for (finding, fix), splices in zip(fixes, made, strict=True) if splices]


def first_choice(offers: Sequence[Offer]) -> list[Offer]:
    """Choose the fixes that go together: none overlaps or touches another; the first come first."""
    return [offers[number] for number in apart([offer.splices for offer in offers])]


def next_step(text: str, offers: Sequence[Offer], seen: Seen, look: Look) -> Step | None:
    """Give the text after the next round of fixes; None if none helps.

    All that go together are tried, then halves of them, down to single ones; then those that they kept out. Several
    stand if as many findings are gone, so that none that does harm hides among others.
    """
    before, unread = _counts(seen), _unread(seen)
    for group in islice(_groups(offers), _MOST_LOOKS):
        changed = splice(text, [one for offer in group for one in offer.splices])
        step = Step(changed, tuple(group), look(changed))
        if _unread(step.seen) > unread:  # what cannot be read hides what else is wrong
            continue
        after = _counts(step.seen)
        gone = sum(before) - sum(after)
        if after < before and gone >= (len(group) if len(group) > 1 else 0):
            return step
    return None


def _groups(offers: Sequence[Offer]) -> Iterator[Sequence[Offer]]:
    """Give the groups of fixes to try, the largest first: of those that go together the parts, then of the others."""
    left = list(offers)
    while left:
        waiting: deque[Sequence[Offer]] = deque([first_choice(left)])
        going = set(map(id, waiting[0]))
        while waiting:
            group = waiting.popleft()
            yield group
            if len(group) > 1:
                half = len(group) // 2
                waiting += [group[:half], group[half:]]
        left = [offer for offer in left if id(offer) not in going]


def _unread(seen: Seen) -> int:
    """Count what keeps a text from being read as a map."""
    return sum(finding.rule.startswith(_OF_READING) and finding.severity == "error" for finding in seen.findings)


def _counts(seen: Seen) -> list[int]:
    """Give how many errors, warnings and infos there are."""
    errors, warnings, infos = count(seen.findings).values()
    return [errors + seen.untold, warnings, infos]

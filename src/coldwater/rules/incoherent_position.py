"""A position accepts and rejects the same claim, or accepts two claims that contradict each other.

Why: nobody can hold such a position. Either it has been put down wrongly, or it deserves to be asked about, but then
the map should say which of the two its holder gives up.

Bad:
    argmap: 1
    title: Should cars be banned from the market square?
    thesis: ban
    claims:
      ban: Cars should be banned from the market square.
      quiet: Without cars the square is quieter.
      empty:
        text: Without cars the shops lose their customers.
    arguments:
      calm: {premises: [quiet], supports: ban}
      trade: {premises: [empty], attacks: ban}
    positions:
      mayor: {name: The mayor, accepts: [ban, quiet], rejects: [empty, quiet]}

Good:
    argmap: 1
    title: Should cars be banned from the market square?
    thesis: ban
    claims:
      ban: Cars should be banned from the market square.
      quiet: Without cars the square is quieter.
      empty:
        text: Without cars the shops lose their customers.
    arguments:
      calm: {premises: [quiet], supports: ban}
      trade: {premises: [empty], attacks: ban}
    positions:
      mayor: {name: The mayor, accepts: [ban, quiet], rejects: [empty]}

Source: Walton and Krabbe, Commitment in Dialogue (1995), on inconsistent commitments, from memory.
"""

from __future__ import annotations

from operator import itemgetter

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.model.models import Position
    from coldwater.rules.subject import Subject

CODE = "CW202"
NAME = "incoherent-position"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the positions that nobody can hold."""
    for name, position in subject.map.positions.items():
        yield from _both_ways(name, position)
        if subject.contraries:
            yield from _contradictions(subject, name, position)


def _both_ways(name: str, position: Position) -> Iterator[Flaw]:
    accepted = frozenset(position.accepts)
    for i, claim in enumerate(position.rejects):
        if claim in accepted:
            message = f"`{name}` both accepts and rejects `{claim}`; remove it from one of the lists"
            yield Flaw(("positions", name, "rejects", i), message, name)


def _contradictions(subject: Subject, name: str, position: Position) -> Iterator[Flaw]:
    seen: set[str] = set()
    for i, claim in sorted(enumerate(position.accepts), key=itemgetter(1)):
        if earlier := subject.contraries.get(claim, frozenset()) & seen:
            message = f"`{name}` accepts `{claim}` as well as `{min(earlier)}`, but the two contradict each other"
            yield Flaw(("positions", name, "accepts", i), message, name)
        seen.add(claim)

"""A claim is marked as accepted, but an argument against it stands.

Why: the mark says that the claim is granted without an argument; the map says that it falls. One of the two is out of
date. Whoever reads only the mark, or only the drawing, is misled.

Bad:
    argmap: 1
    title: Should the festival move to the park?
    thesis: move
    claims:
      move: The festival should move to the park.
      room: {text: The park has room for everybody., status: accepted}
      measured: The park holds half of last year's visitors.
    arguments:
      space: {premises: [room], supports: move}
      count: {premises: [measured], attacks: room}

Good:
    argmap: 1
    title: Should the festival move to the park?
    thesis: move
    claims:
      move: The festival should move to the park.
      room: The park has room for everybody.
      measured: The park holds half of last year's visitors.
    arguments:
      space: {premises: [room], supports: move}
      count: {premises: [measured], attacks: room}

Source: Gordon, Prakken and Walton, The Carneades model of argument and burden of proof (2007), from memory: an issue
that is accepted may be questioned again.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.rules.subject import Subject

CODE = "CW203"
NAME = "status-overruled"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the claims that are marked as accepted and fall all the same, under grounded semantics."""
    marked = [name for name, claim in subject.map.claims.items() if claim.status == "accepted"]
    if not any(subject.graph.attackers(name) or subject.graph.contraries(name) for name in marked):
        return
    if subject.labelling is None:
        return
    for name in marked:
        if subject.labelling.word(name) == "out":
            message = (
                f"`{name}` is marked as accepted, but it falls: {_attacker(subject, name)}; answer that, or take the"
            )
            yield Flaw(("claims", name, "status"), f"{message} mark away", name)


def _attacker(subject: Subject, name: str) -> str:
    """Name what speaks against a claim and stands."""
    labelling = subject.labelling
    assert labelling is not None
    for argument in subject.graph.attackers(name):
        if labelling.word(argument) == "in":
            return f"`{argument}` attacks it and stands"
    contrary = next(other for other in subject.graph.contraries(name) if labelling.word(other) == "in")
    return f"`{contrary}` contradicts it and stands"

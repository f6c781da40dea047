"""A side attacks itself: an argument attacks what stands on the same side as its own premise does elsewhere.

Why: the premise is used to help a side and to hurt it. Whoever argues so gives the other side its best line: you say so
yourself. Often the attack has the wrong target, or one word stands for two claims. A claim that attacks both sides is
no such slip but a tension, of which CW204 tells.

Bad:
    argmap: 1
    title: Should our team play on grass?
    thesis: grass
    shape: graph
    claims:
      grass: Our team should play on grass.
      soft: Grass is soft.
      fewer-injuries: Players get hurt less often on grass.
      fast: The ball runs fast on grass.
    arguments:
      health: {premises: [fewer-injuries], supports: grass}
      cushion: {premises: [soft], supports: fewer-injuries}
      speed: {premises: [fast], supports: grass}
      slow: {premises: [soft], attacks: fast}

Good:
    argmap: 1
    title: Should our team play on grass?
    thesis: grass
    shape: graph
    claims:
      grass: Our team should play on grass.
      soft: Grass is soft.
      fewer-injuries: Players get hurt less often on grass.
      fast: The ball runs fast on grass.
      wet: Grass stays wet for days.
    arguments:
      health: {premises: [fewer-injuries], supports: grass}
      cushion: {premises: [soft], supports: fewer-injuries}
      speed: {premises: [fast], supports: grass}
      slow: {premises: [wet], attacks: fast}

Source: our own; close to the coherence asked for by Cayrol and Lagasquie-Schiex, "On the acceptability of arguments in
bipolar argumentation frameworks" (2005), from memory.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from coldwater.rules.subject import Subject

CODE = "CW205"
NAME = "friendly-fire"
SEVERITY = "warning"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the attacks on the side that one of their premises serves elsewhere; one finding for each attack."""
    for attack, premise, use in hits(subject):
        target = subject.map.arguments[attack].target
        message = (
            f"`{attack}` attacks `{target}`, but its premise `{premise}` serves the same side through `{use}`; "
            "choose another target, or split the premise"
        )
        yield Flaw(("arguments", attack, "attacks"), message, attack)


def hits(subject: Subject) -> Iterator[tuple[str, str, str]]:
    """Give each attack on its own side of a thesis, the premise, and the argument through which it supports the side.

    An attack on a thesis is no such thing, nor what CW106, CW107, CW108 or CW109 report. A claim that serves a side
    only by attacking the other speaks against both: it is not on the side that it attacks.
    """
    from coldwater.rules.not_a_tree import shared_claims  # noqa: PLC0415 - a rule beside this one

    if subject.is_tree:
        return
    graph = subject.graph
    attacks = [name for name, argument in graph.arguments.items() if argument.attacks is not None]
    if not attacks:
        return
    twins = subject.twins
    passed_over = {*subject.self_defeating, *twins.duplicates, *twins.opposites, *twins.opposites.values()}
    passed_over.update(subject.clashing)
    shared = shared_claims(subject)
    passed_over.update(name for name in attacks if graph.target(name) in (None, *graph.theses))
    told: set[str] = set()
    for _, sides in subject.sides:
        for hit in _hits_on_side(subject, sides, [name for name in attacks if name not in passed_over], shared):
            if hit[0] not in told:
                told.add(hit[0])
                yield hit


def _hits_on_side(
    subject: Subject, sides: Mapping[str, frozenset[str]], attacks: Sequence[str], shared: Container[str]
) -> Iterator[tuple[str, str, str]]:
    """Give the hits among attacks, by the sides of one thesis."""
    graph = subject.graph
    first_uses: dict[str, dict[str, list[str]]] = {}
    for name in attacks:
        of_target = sides.get(graph.arguments[name].target, ())
        if len(of_target) != 1:
            continue
        [side] = of_target
        for premise in graph.premises(name):
            if len(sides.get(premise, ())) < 2 or premise in shared:
                continue
            if premise not in first_uses:
                first_uses[premise] = _first_uses(subject, sides, premise)
            use = next((use for use in first_uses[premise].get(side, ()) if use != name), None)
            if use is not None:
                yield name, premise, use
                break


def _first_uses(subject: Subject, sides: Mapping[str, frozenset[str]], claim: str) -> dict[str, list[str]]:
    """Give for each side the first two arguments by which a claim supports what serves it; attacks do not count."""
    found: dict[str, list[str]] = {}
    for use in subject.graph.uses(claim):
        if subject.graph.arguments[use].supports is None:
            continue
        for side in sides.get(use, ()):
            uses = found.setdefault(side, [])
            if len(uses) < 2:
                uses.append(use)
    return found

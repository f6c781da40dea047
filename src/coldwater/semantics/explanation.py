"""Why a claim or an argument has its verdict: the way from it to what decided it, as few steps as will do.

Of the supports that suffice the weightiest is told and the others are named only; what had to fall for a claim to stand
is named as well. The way ends at grounds, at granted claims, at statuses, and where it would come back to itself: at a
circle.
"""

from __future__ import annotations

from coldwater.records import NamedTuple
from coldwater.semantics.deciding import enough_against, enough_for, strongest_cons, strongest_pros
from coldwater.semantics.framework import GRANTED
from coldwater.semantics.grounded import IN, OUT, UNDECIDED
from coldwater.semantics.labelling import Labelling
from coldwater.semantics.tallies import force_of, tie_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Literal

    from coldwater.model.models import Map
    from coldwater.semantics.framework import Framework
    from coldwater.semantics.labelling import Reason, Word
    from coldwater.semantics.tallies import Tie

    #: What a step is to the one above it. ``for`` and ``against``: an argument, or (against) a claim that contradicts.
    Role = Literal["asked", "premise", "for", "against"]
    #: Whether the way ends here: it was told above, it comes back to a step it hangs in, or it is undecided and would
    #: change nothing.
    Ending = Literal["told", "circle", "aside"]

#: How many of what fell, all of which had to fall, are named at one step.
MOST_FALLEN = 3


class Step(NamedTuple):
    """One step of an explanation.

    ``role``: what it is to the step it hangs on; ``above``: that step's place in the list, -1 for the first; ``more``:
    the ids of those of its role and verdict that are left out after it; ``ending``: how the way ends here, if not by
    itself. ``tie``: what is known of the tie that the reason tells of; None where it tells of none, or the map is not
    at hand. ``besides``: the ids of the arguments that stand for a claim or step that was granted or grounded before
    any of them did. ``force``: with which something speaks for or against the step above, in 0..1, at most if it is
    undecided; None where no numbers were weighed there. ``ground``: the force of its own ground, of an argument its
    strength, where that was weighed.
    """

    name: str
    role: Role
    above: int
    depth: int
    verdict: Word
    reason: Reason
    more: tuple[str, ...] = ()
    ending: Ending | None = None
    tie: Tie | None = None
    besides: tuple[str, ...] = ()
    force: float | None = None
    ground: float | None = None


def explain_in(map_: Map, labelling: Labelling, name: str) -> tuple[Step, ...]:
    """Give the steps as ``explain`` does, ties with what the map says of them."""
    return tuple(
        step._replace(tie=tie_of(map_, labelling, step.name)) if step.reason == "tied" else step
        for step in explain(labelling, name)
    )


def explain(labelling: Labelling, name: str) -> tuple[Step, ...]:
    """Give the steps from a claim or argument down to what decided it, each directly before what it rests on.

    Cost: linear in the part of the map that is walked, for the grounded labelling also in the whole map.
    """
    return tuple(_Walk(labelling).steps(labelling.framework.numbers[name]))


class _Next(NamedTuple):
    node: int
    role: Role
    more: tuple[int, ...] = ()
    is_aside: bool = False
    force: float | None = None


class _Walk:
    """A walk down with a stack; maps may be deeper than Python recurses."""

    def __init__(self, labelling: Labelling) -> None:
        self.labelling = labelling
        self.framework = labelling.framework
        self.ranks = ranks(labelling)
        self._components = {
            node: number for number, component in enumerate(self.framework.components) for node in component
        }

    def steps(self, start: int) -> Iterator[Step]:
        told: set[int] = set()
        way: list[tuple[int, int]] = []  # the nodes above, each with its place in the list
        waiting = [(_Next(start, "asked"), 0)]
        place = 0
        while waiting:
            (node, role, more, is_aside, force), depth = waiting.pop()
            del way[depth:]
            ending: Ending | None = None
            below: list[_Next] = []
            if is_aside:
                ending = "aside"
            elif node in told:
                ending = "circle" if any(node == above for above, _ in way) else "told"
            else:
                below = list(self._with_forces(node))
            if ending == "told" and not self._has_grounds(node):
                ending = None
            told |= set() if is_aside else {node}
            above = way[-1][1] if way else -1
            verdict, reason = self.labelling.verdict(self.framework.names[node])
            besides: list[int] = []
            if reason == "supported" and self._is_held(node):
                reason = "grounded" if node in self.framework.grounds else "granted"
                besides = [pro for pro in self.framework.supporters(node) if self.labelling.labels[pro] == IN]
            if reason == "refuted" and self._fell_by_itself(node):
                reason = "unsupported"
            yield Step(
                self.framework.names[node], role, above, depth, verdict, reason, self._named(more), ending, None,
                self._named(besides), force, self._weighed_ground(node) if ending is None else None,
            )  # fmt: skip
            way.append((node, place))
            place += 1
            waiting.extend((one, depth + 1) for one in reversed(below))

    def _named(self, nodes: Iterable[int]) -> tuple[str, ...]:
        return tuple(self.framework.names[node] for node in nodes)

    def _with_forces(self, node: int) -> Iterator[_Next]:
        """Give what decided a node, with the forces of what speaks for it and against it where numbers were weighed."""
        spoken_of = self.framework.steps.get(node, node)
        weighs = not self.framework.parts[spoken_of] and self._weighs(spoken_of)
        for one in self._below(node):
            speaks = weighs and one.role in ("for", "against")
            yield one._replace(force=self._force(one.node)) if speaks else one

    def _weighed_ground(self, node: int) -> float | None:
        """Give the force of the ground of a claim or an argument's step that was weighed against something."""
        spoken_of = self.framework.steps.get(node, node)
        ground = self.framework.grounds.get(spoken_of)
        if ground is None or self.framework.parts[spoken_of] or not self._weighs(spoken_of):
            return None
        return ground

    def _weighs(self, node: int) -> bool:
        """Tell whether both sides of a claim or step were weighed against each other, with some force below 1."""
        if self.labelling.reason_of_statement(node) not in ("outweighs", "outweighed", "tied"):
            return False
        speaking = (*self.framework.supporters(node), *self.framework.opponents(node))
        forces = [force for one in speaking if (force := self._force(one)) is not None]
        return min([*forces, self.framework.grounds.get(node, 1.0)]) < 1

    def _force(self, node: int) -> float | None:
        """Give the force with which something speaks, at most if it is undecided; None for what falls."""
        labelling, label = self.labelling, self.labelling.labels[node]
        if label == UNDECIDED:
            return labelling.could_have(node)
        return force_of(labelling, node) if label == IN else None

    def _is_held(self, node: int) -> bool:
        """Tell whether a claim or step is granted and was so before any argument for it stood: that may rest on it."""
        carried = min((self._ease(pro) for pro in enough_for(self.labelling, node)), default=(len(self.ranks), 0))
        return self.labelling.base(node) == GRANTED and carried[0] >= self.ranks.get(node, 0)

    def _fell_by_itself(self, node: int) -> bool:
        """Tell whether a claim fell for want of support before anything stood against it: that may stand for this."""
        if self.labelling.base(node) == GRANTED or self.framework.parts[node]:
            return False
        pros, rank = self.framework.supporters(node), self.ranks.get(node, 0)
        against = enough_against(self.labelling, node)
        return bool(pros) and not any(self._ease(one)[0] < rank or self._is_apart(one, node) for one in against)

    def _has_grounds(self, node: int) -> bool:
        return next(self._below(node), None) is not None

    def _below(self, node: int) -> Iterator[_Next]:
        """Give what decided a node."""
        labels = self.labelling.labels
        if node in self.labelling.rejected:
            return
        if not self.framework.parts[node]:
            yield from self._of_statement(node)
            return
        step = self.framework.steps.get(node)
        premises = [part for part in self.framework.parts[node] if part != step]
        decisive = [part for part in premises if labels[part] == labels[node]]
        if labels[node] == OUT and decisive:
            chosen = min(decisive, key=self._ease)
            yield _Next(chosen, "premise", tuple(one for one in decisive if one != chosen))
            return
        yield from (_Next(premise, "premise") for premise in decisive)
        if step is not None and labels[step] == labels[node]:
            yield from self._of_statement(step)

    def _of_statement(self, node: int) -> Iterator[_Next]:
        """Give what decided a claim or a step: what carried it, and what had been settled on the other side by then."""
        labelling, labels = self.labelling, self.labelling.labels
        pros, cons = self.framework.supporters(node), self.framework.opponents(node)
        reason = labelling.reason_of_statement(node)
        if reason in ("granted", "grounded", "supported", "outweighs"):
            carried = list(enough_for(labelling, node))
            if carried and not (reason == "supported" and self._is_held(node)):
                yield self._weightiest(node, carried, pros, "for")
            yield from self._other_side(node, cons, "against")
            if reason == "outweighs":
                yield from self._what_may_stand(cons, "against")
        elif reason in ("refuted", "outweighed"):
            yield from self._of_loss(node, reason)
        elif reason == "unsupported":
            yield from self._some(pros, "for")
        elif reason == "tied":
            if found := list(strongest_pros(labelling, node)):
                yield self._weightiest(node, found, pros, "for")
            yield self._weightiest(node, list(strongest_cons(labelling, node)), cons, "against")
        elif reason == "depends":
            yield from self._some([pro for pro in pros if labels[pro] == UNDECIDED], "for")
            yield from self._some([con for con in cons if labels[con] == UNDECIDED], "against")

    def _of_loss(self, node: int, reason: str) -> Iterator[_Next]:
        """Give what brought a claim or step down against which something stands."""
        pros, cons = self.framework.supporters(node), self.framework.opponents(node)
        if reason == "refuted" and self._fell_by_itself(node):
            yield from self._some(pros, "for")
            return
        yield self._weightiest(node, list(enough_against(self.labelling, node)), cons, "against")
        yield from self._other_side(node, pros, "for")
        if reason == "outweighed" and node not in self.framework.grounds:
            yield from self._what_may_stand(pros, "for")

    def _other_side(self, node: int, nodes: Sequence[int], role: Role) -> Iterator[_Next]:
        """Give what was settled on the side that lost; if none of that stands, the weightiest that does, first."""
        settled = list(self._settled(node, nodes, role))
        labels = self.labelling.labels
        standing = [one for one in nodes if labels[one] == IN and self._is_apart(one, node)]
        if standing and not any(labels[one.node] == IN for one in settled):
            yield self._weightiest(node, standing, nodes, role)
        yield from settled

    def _what_may_stand(self, nodes: Sequence[int], role: Role) -> Iterator[_Next]:
        """Give the weightiest of what is undecided on the side that lost, where nothing there stands."""
        labels = self.labelling.labels
        if any(labels[one] == IN for one in nodes):
            return
        undecided = [one for one in nodes if labels[one] == UNDECIDED]
        if undecided:
            chosen = max(undecided, key=lambda one: (self.labelling.could_have(one), -one))
            others = tuple(one for one in undecided if one != chosen)
            yield _Next(chosen, role, others, is_aside=True)

    def _settled(self, node: int, nodes: Sequence[int], role: Role) -> Iterator[_Next]:
        """Give what stands or fell before a node was decided; what did so later, or because of it, decided nothing."""
        earlier = [one for one in nodes if self.ranks.get(one, len(self.ranks)) < self.ranks.get(node, 0)]
        yield from self._some([one for one in earlier if self.labelling.labels[one] == IN], role)
        yield from self._some([one for one in earlier if self.labelling.labels[one] == OUT], role)

    def _some(self, nodes: Sequence[int], role: Role) -> Iterator[_Next]:
        """Give so many, the easiest to tell first; the last names those that are left out."""
        ranked = sorted(nodes, key=self._ease)
        chosen = ranked[:MOST_FALLEN]
        for number, node in enumerate(chosen, 1):
            yield _Next(node, role, tuple(ranked[MOST_FALLEN:]) if number == len(chosen) else ())

    def _weightiest(self, node: int, enough: Sequence[int], side: Sequence[int], role: Role) -> _Next:
        """Give the weightiest of those that are enough, and the others of its side that stand, the weightiest first.

        It has the greatest force, then rests on the most premises that stand on more than being granted, then is the
        easiest to tell. What hangs in a circle with the node and was settled only after it, or by it, is not told if
        anything else is enough.
        """
        earlier = [one for one in enough if self._ease(one)[0] < self.ranks.get(node, 0) or self._is_apart(one, node)]
        chosen = min(
            earlier or enough, key=lambda one: (*self._weight(one), *self._ease(one)) if earlier else self._ease(one)
        )
        others = [one for one in side if self.labelling.labels[one] == IN and one != chosen]
        return _Next(chosen, role, tuple(sorted(others, key=lambda one: (*self._weight(one), *self._ease(one)))))

    def _is_apart(self, one: int, node: int) -> bool:
        """Tell whether what bears on a node does not rest on it in turn."""
        return self._components[one] != self._components[node]

    def _weight(self, node: int) -> tuple[float, float]:
        framework, labelling = self.framework, self.labelling
        parts = [part for part in framework.parts[node] if part < framework.claims]
        firm = [part for part in parts if labelling.is_firm(part)]
        return -labelling.forces[node], -len(firm) / len(parts) if parts else 0.0

    def _ease(self, node: int) -> tuple[int, int]:
        """Put what was decided after fewest others first; what was never decided by itself last."""
        return self.ranks.get(node, len(self.ranks)), node


def ranks(labelling: Labelling) -> dict[int, int]:
    """Give in which round each node gets its label when all that can be decided is decided at once, again and again.

    A node's label rests on labels of earlier rounds only, so that walking down the rounds never goes in a circle. Nodes
    that are undecided, or decided by choice only (as under preferred semantics), have no rank.
    """
    framework = labelling.framework
    found: dict[int, int] = {}
    known = Labelling(framework, bytearray(framework.nodes), labelling.rejected, labelling.granted)
    due: Iterable[int] = range(framework.nodes)
    number = 0
    while due:
        settled = [(node, label) for node in due if (label := _decided(known, node)) != UNDECIDED]
        for node, label in settled:
            found[node] = number
            known.labels[node] = label  # type: ignore[index]  # a bytearray, made above
        number += 1
        due = dict.fromkeys(up for node, _ in settled for up in _above(framework, node) if up not in found)
    return found


def _decided(known: Labelling, node: int) -> int:
    """Give the label that a node gets from the labels known so far."""
    labels = known.labels
    if node in known.rejected:
        return OUT
    if parts := known.framework.parts[node]:
        given = [labels[part] for part in parts]
        return OUT if OUT in given else UNDECIDED if UNDECIDED in given else IN
    return IN if known.must_stand(node) else OUT if known.must_fall(node) else UNDECIDED


def _above(framework: Framework, node: int) -> Iterator[int]:
    yield from framework.parts_of[node]
    yield from (target for target, _ in framework.pro_of[node])
    yield from (target for target, _ in framework.con_of[node])

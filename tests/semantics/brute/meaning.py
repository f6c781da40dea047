"""Verdicts and labellings, straight and slow from the words of the definition.

It shares nothing with the code it measures: no numbering, no worklist, no bit masks. The grounded labelling is found by
iterating Γ from everything undecided, the complete ones by trying all labellings. Maps must have no dangling reference
and no id of both a claim and an argument.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from .written import Forces, Statement, Written

if TYPE_CHECKING:
    from coldwater.model import Map

IN, OUT, UNDECIDED = "in", "out", "undecided"
Labelling = dict[str, str]
Labels = Mapping[str, str]


class Verdict(NamedTuple):
    """In, out or undecided, and the part of the rule that says so."""

    verdict: str
    reason: str


class Bounds(NamedTuple):
    """The forces if what is in stands and no more, and if all stands that is not out."""

    lower: Forces
    upper: Forces


class Meaning:
    """A map and what follows from it, with some of it rejected or granted for the occasion.

    A standard takes the place of the map's and of the thesis' own.
    """

    def __init__(
        self,
        map_: Map | Written,
        rejected: Collection[str] = (),
        accepted: Collection[str] = (),
        standard: str | None = None,
        weighing: str | None = None,
    ) -> None:
        written = map_ if isinstance(map_, Written) else Written(map_, standard, weighing)
        self.written = written.supposing(rejected, accepted) if rejected or accepted else written
        self.nodes = written.nodes
        self.arguments = written.arguments
        self.statements = self.written.statements

    def supposing(self, rejected: Collection[str], accepted: Collection[str]) -> Meaning:
        """Give what the same map means with these claims and arguments rejected, and these claims granted."""
        return Meaning(self.written, rejected, accepted)

    def bounds(self, labelling: Labels) -> Bounds:
        """Give the forces by a labelling, at least and at most.

        At most, an open claim speaks as if it were granted, as long as nothing that is in speaks for it: what might
        come of it is not known, and the less is known the more is possible.
        """
        standing = frozenset(node for node, label in labelling.items() if label == IN)
        possible = frozenset(node for node, label in labelling.items() if label != OUT)
        hoped = frozenset(
            name
            for name, said in self.statements.items()
            if said.status == "open" and said.ground is None and not any(labelling[pro] == IN for pro in said.pros)
        )
        return Bounds(self.written.forces(standing), self.written.forces(possible, hoped & possible))

    # --- one node -------------------------------------------------------------------------------------------------

    def weigh(self, said: Statement, pros: Collection[int], cons: Collection[int]) -> str:
        """Say what a claim or step is when pros and cons of these forces stand, its ground with a force not counted."""
        speaking = [*pros] if said.ground is None else [*pros, said.ground]
        if said.status == "rejected":
            return OUT
        if not cons:
            if speaking or said.is_granted:
                return IN
            return UNDECIDED if said.status == "open" else OUT
        return self.balance(said.standard, max(speaking), max(cons)) if speaking else OUT

    def balance(self, standard: str, p: int, q: int) -> str:
        """Say what the proof standard makes of a strongest pro p and a strongest con q, both standing."""
        is_clear = p > self.written.alpha and p - q > self.written.beta
        match standard:
            case "scintilla":
                return IN
            case "preponderance":
                return IN if p > q else OUT if p < q else UNDECIDED
            case "clear-and-convincing":
                return IN if is_clear else OUT
            case "beyond-reasonable-doubt":
                return IN if is_clear and q < self.written.gamma else OUT
        assert standard == "dialectical-validity"
        return OUT

    def pros_of(self, said: Statement, labelling: Labels, forces: Forces, labels: Collection[str]) -> list[int]:
        """Give the forces of the pros with one of these labels."""
        return [forces[pro] for pro in said.pros if labelling[pro] in labels]

    def cons_of(self, said: Statement, labelling: Labels, forces: Forces, labels: Collection[str]) -> list[int]:
        """Give the forces of the cons with one of these labels: attacks, and claims that cannot hold together with it.

        Such a claim has force 0 where it stands merely as granted.
        """
        found = [forces[con] for con in said.cons if labelling[con] in labels]
        for name in said.rivals:
            if labelling[name] in labels:
                rival = self.statements[name]
                has_force = rival.ground is not None or any(labelling[pro] in labels for pro in rival.pros)
                found.append(forces[name] if has_force else 0)
        return found

    def at_worst(self, said: Statement, labelling: Labels, bounds: Bounds) -> str:
        """Weigh a statement as if all that is undecided turned out against it."""
        pros = self.pros_of(said, labelling, bounds.lower, (IN,))
        return self.weigh(said, pros, self.cons_of(said, labelling, bounds.upper, (IN, UNDECIDED)))

    def at_best(self, said: Statement, labelling: Labels, bounds: Bounds) -> str:
        """Weigh a statement as if all that is undecided turned out in its favour."""
        pros = self.pros_of(said, labelling, bounds.upper, (IN, UNDECIDED))
        return self.weigh(said, pros, self.cons_of(said, labelling, bounds.lower, (IN,)))

    def judge(self, node: str, labelling: Labels, bounds: Bounds) -> str:
        """Γ at one node."""
        said = self.statements[node]
        own = UNDECIDED
        if self.at_worst(said, labelling, bounds) == IN:
            own = IN
        elif self.at_best(said, labelling, bounds) == OUT:
            own = OUT
        return own if said.is_claim else self.joined(node, own, labelling)

    def joined(self, argument: str, step: str, labelling: Labels) -> str:
        """Say what an argument is by its step and its premises."""
        parts = [step, *(labelling[premise] for premise in self.arguments[argument].premises)]
        return OUT if OUT in parts else UNDECIDED if UNDECIDED in parts else IN

    def reason(self, node: str, labelling: Labels) -> str:
        """Give the reason of a node's label in a complete labelling."""
        said, label = self.statements[node], labelling[node]
        if said.status == "rejected":
            return "set-aside"
        if said.is_claim:
            return self.reason_of_statement(said, label, labelling)
        premises = [labelling[premise] for premise in self.arguments[node].premises]
        if label == IN:
            return "stands"
        if label == OUT:
            return "premise-out" if OUT in premises else "undercut"
        return "depends" if UNDECIDED in premises else self.reason_of_statement(said, label, labelling)

    def reason_of_statement(self, said: Statement, label: str, labelling: Labels) -> str:
        """Give the reason of a claim, or of a step whose argument is undecided because of it."""
        pros = {labelling[pro] for pro in said.pros}
        cons = {labelling[con] for con in (*said.cons, *said.rivals)}
        has_ground = said.ground is not None
        if label == IN and cons <= {OUT}:
            return "supported" if IN in pros else "grounded" if has_ground else "granted"
        if label == IN:
            return "outweighs"
        if label == OUT and IN in cons:
            return "outweighed" if has_ground or pros - {OUT} else "refuted"
        if label == OUT:
            return "unsupported"
        bounds = self.bounds(labelling)
        if (self.at_best(said, labelling, bounds), self.at_worst(said, labelling, bounds)) != (UNDECIDED, UNDECIDED):
            return "depends"
        return "tied" if IN in cons else "open"

    def verdicts(self, labelling: Labels) -> dict[str, Verdict]:
        """Give every node's verdict and reason in a complete labelling."""
        return {node: Verdict(label, self.reason(node, labelling)) for node, label in labelling.items()}

    # --- the whole map --------------------------------------------------------------------------------------------

    def gamma(self, labelling: Labels) -> Labelling:
        """Γ: judge every node by a labelling."""
        bounds = self.bounds(labelling)
        return {node: self.judge(node, labelling, bounds) for node in self.nodes}

    def grounded(self) -> Labelling:
        """Give the least fixpoint of Γ."""
        labelling = dict.fromkeys(self.nodes, UNDECIDED)
        while (following := self.gamma(labelling)) != labelling:
            labelling = following
        return labelling

    def is_complete(self, labelling: Labels) -> bool:
        """Tell whether a labelling is a fixpoint of Γ."""
        bounds = self.bounds(labelling)
        return all(self.judge(node, labelling, bounds) == label for node, label in labelling.items())

    def candidates(self) -> Iterator[Labelling]:
        """Give every labelling in which an argument that nothing bears on is what its premises make of it."""
        said = self.statements
        bound = [one for one in self.arguments if not (said[one].pros or said[one].cons or said[one].status)]
        free = [node for node in self.nodes if node not in set(bound)]
        for labels in product((IN, OUT, UNDECIDED), repeat=len(free)):
            labelling = dict(zip(free, labels, strict=True))
            yield labelling | {node: self.joined(node, IN, labelling) for node in bound}

    def complete(self) -> list[Labelling]:
        """Give all fixpoints of Γ, by trying all labellings."""
        return [labelling for labelling in self.candidates() if self.is_complete(labelling)]

    def preferred(self) -> list[Labelling]:
        """Give the complete labellings that are maximal in what they decide."""
        complete = self.complete()
        return [one for one in complete if not any(is_below(one, other) and one != other for other in complete)]

    def stable(self) -> list[Labelling]:
        """Give the complete labellings that decide everything and in which nothing owes its support to itself."""
        return [one for one in self.complete() if UNDECIDED not in one.values() and self.supports_itself(one)]

    def supports_itself(self, labelling: Labels) -> bool:
        """Tell whether all that is in comes in again from nothing, against all cons that are in."""
        against = self.written.forces(frozenset(node for node, label in labelling.items() if label == IN))
        built: set[str] = set()
        steps: set[str] = set()
        while True:
            reached = {node: IN if node in built else OUT for node in self.nodes}
            forces = self.written.forces(frozenset(built))
            entering: set[str] = set()
            for node, said in self.statements.items():
                pros = self.pros_of(said, reached, forces, (IN,))
                if self.weigh(said, pros, self.cons_of(said, labelling, against, (IN,))) == IN:
                    (entering if said.is_claim else steps).add(node)
            entering |= {step for step in steps if built.issuperset(self.arguments[step].premises)}
            if entering <= built:
                return built == {node for node, label in labelling.items() if label == IN}
            built |= entering


def is_below(one: Labels, other: Labels) -> bool:
    """Tell whether the other labelling agrees with one wherever one decides (the information ordering)."""
    return all(label in {UNDECIDED, other[node]} for node, label in one.items())

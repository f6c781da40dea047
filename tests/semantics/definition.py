"""What a map means, straight and slow from the words of the definition: the yardstick for ``coldwater.semantics``.

It shares nothing with the code it measures: no numbering, no worklist, no bit masks, no shortcut by monotonicity. What
a node is, given what is undecided, is found by trying all completions of the undecided nodes that bear on it; the
grounded labelling by iterating from everything undecided; the complete ones by trying all 3^n labellings. Numbers are
exact: a strength is the fraction that its shortest decimal spelling writes. Maps must have no dangling reference and no
id of both a claim and an argument.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from fractions import Fraction
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from coldwater.model import Argument, Claim, Map

IN, OUT, UNDECIDED = "in", "out", "undecided"
Labelling = dict[str, str]
Labels = Mapping[str, str]


class Verdict(NamedTuple):
    """In, out or undecided, and the part of the rule that says so."""

    verdict: str
    reason: str


@cache
def exact(number: float) -> Fraction:
    """Give the number that was written: 0.1 is one tenth, not the binary fraction nearest to it."""
    return Fraction(repr(number))


class Definition:
    """A map and what follows from it.

    For the occasion some claims may be rejected or granted, as if that were their status; an argument may be rejected
    too.
    """

    def __init__(self, map_: Map, rejected: Collection[str] = (), granted: Collection[str] = ()) -> None:
        self.claims: Mapping[str, Claim] = map_.claims
        self.arguments: Mapping[str, Argument] = map_.arguments
        self.nodes = (*self.claims, *self.arguments)
        self.status: dict[str, str | None] = {name: claim.status for name, claim in self.claims.items()}
        self.status |= dict.fromkeys(granted, "accepted") | dict.fromkeys(rejected, "rejected")
        self.standard = {name: claim.standard or map_.standard for name, claim in self.claims.items()}
        self.standard |= dict.fromkeys(self.arguments, map_.standard)
        said = {} if map_.proof is None else {name: getattr(map_.proof, name) for name in ("alpha", "beta", "gamma")}
        usual = {"alpha": 0.5, "beta": 0.3, "gamma": 0.2}
        self.proof = {name: exact(usual[name] if said.get(name) is None else said[name]) for name in usual}
        self.strength = {
            name: exact(1.0 if argument.strength is None else argument.strength)
            for name, argument in self.arguments.items()
        }
        self.strength |= dict.fromkeys(self.claims, Fraction(1))  # a rival is a con made of that claim alone
        self.pros: dict[str, list[str]] = {node: [] for node in self.nodes}
        self.cons: dict[str, list[str]] = {node: [] for node in self.nodes}
        for name, argument in self.arguments.items():
            bearing = self.cons if argument.supports is None else self.pros
            bearing[argument.target].append(name)
        for name, claim in self.claims.items():
            for other in claim.contradicts:
                self.cons[other].append(name)
                self.cons[name].append(other)
        self.premises = {name: argument.premises for name, argument in self.arguments.items()}
        self.bearing = {
            node: tuple(dict.fromkeys((*self.pros[node], *self.cons[node], *self.premises.get(node, ()))))
            for node in self.nodes
        }
        self.known: dict[tuple[str, ...], str] = {}

    # --- one node, given what stands -------------------------------------------------------------------------

    def judge(self, node: str, standing: Collection[str]) -> str:
        """Say what a node is when exactly these nodes stand."""
        if self.status.get(node) == "rejected":
            return OUT
        parts = [self.weigh(node, standing).verdict]
        if node in self.arguments:
            parts += [IN if premise in standing else OUT for premise in self.premises[node]]
        if all(part == IN for part in parts):
            return IN
        return OUT if OUT in parts else UNDECIDED

    def weigh(self, node: str, standing: Collection[str]) -> Verdict:
        """Say what a claim, or an argument's step, is when exactly these nodes stand, and by which part of the rule."""
        if self.status.get(node) == "rejected":
            return Verdict(OUT, "set-aside")
        pros = [self.strength[pro] for pro in self.pros[node] if pro in standing]
        cons = [self.strength[con] for con in self.cons[node] if con in standing]
        if not cons:
            if pros:
                return Verdict(IN, "supported")
            if self.is_granted(node):
                return Verdict(IN, "granted")
            return Verdict(UNDECIDED, "open") if self.status[node] == "open" else Verdict(OUT, "unsupported")
        if not pros:
            return Verdict(OUT, "refuted")
        verdict = self.balance(self.standard[node], max(pros), max(cons))
        return Verdict(verdict, {IN: "outweighs", OUT: "outweighed", UNDECIDED: "tied"}[verdict])

    def is_granted(self, node: str) -> bool:
        """Tell whether a node holds as long as nothing stands against it."""
        if node in self.arguments:
            return True
        return self.status[node] == "accepted" or (not self.pros[node] and self.status[node] != "open")

    def balance(self, standard: str, p: Fraction, q: Fraction) -> str:
        """Say what a proof standard makes of a strongest pro p and a strongest con q, both standing."""
        alpha, beta, gamma = self.proof["alpha"], self.proof["beta"], self.proof["gamma"]
        match standard:
            case "scintilla":
                return IN
            case "preponderance":
                return IN if p > q else OUT if p < q else UNDECIDED
            case "clear-and-convincing":
                return IN if p > alpha and p - q > beta else OUT
            case "beyond-reasonable-doubt":
                return IN if p > alpha and p - q > beta and q < gamma else OUT
        assert standard == "dialectical-validity"
        return OUT

    # --- the whole map ---------------------------------------------------------------------------------------

    def completions(self, node: str, labelling: Labels) -> Iterator[set[str]]:
        """Give, for every way in which the undecided nodes that bear on a node may turn out, what stands then."""
        open_ones = [other for other in self.bearing[node] if labelling[other] == UNDECIDED]
        standing = {other for other in self.bearing[node] if labelling[other] == IN}
        for turns in product((True, False), repeat=len(open_ones)):
            yield standing | {other for other, stands in zip(open_ones, turns, strict=True) if stands}

    def consensus(self, node: str, labelling: Labels) -> str:
        """Say what a node is however the undecided ones turn out; undecided if that makes a difference.

        The answer is kept, since it depends on the labels of what bears on the node and on nothing else.
        """
        case = (node, *[labelling[other] for other in self.bearing[node]])
        if case not in self.known:
            found = {self.judge(node, standing) for standing in self.completions(node, labelling)}
            self.known[case] = found.pop() if len(found) == 1 else UNDECIDED
        return self.known[case]

    def gamma(self, labelling: Labels) -> Labelling:
        """Γ: judge every node by a labelling."""
        return {node: self.consensus(node, labelling) for node in self.nodes}

    def grounded(self) -> Labelling:
        """Give the least fixpoint of Γ."""
        return self._least(dict.fromkeys(self.nodes, UNDECIDED), self.gamma)

    def is_complete(self, labelling: Labels) -> bool:
        """Tell whether a labelling is a fixpoint of Γ."""
        return all(self.consensus(node, labelling) == labelling[node] for node in self.nodes)

    def complete(self) -> list[Labelling]:
        """Give all fixpoints of Γ, by trying all 3^n labellings."""
        every = product((IN, OUT, UNDECIDED), repeat=len(self.nodes))
        return [
            one for one in (dict(zip(self.nodes, labels, strict=True)) for labels in every) if self.is_complete(one)
        ]

    def preferred(self) -> list[Labelling]:
        """Give the complete labellings that are maximal in the information ordering."""
        complete = self.complete()
        return [one for one in complete if not any(is_below(one, other) and one != other for other in complete)]

    def stable(self) -> list[Labelling]:
        """Give the complete labellings that decide everything and in which nothing owes its support to itself."""
        return [one for one in self.complete() if UNDECIDED not in one.values() and self.survives_reduct(one)]

    def survives_reduct(self, labelling: Labels) -> bool:
        """Tell whether what is in comes in again when one begins with no more than what is out (the ADF reduct)."""
        begin = {node: OUT if label == OUT else UNDECIDED for node, label in labelling.items()}

        def step(reached: Labelling) -> Labelling:
            return {n: OUT if labelling[n] == OUT else self.consensus(n, reached) for n in self.nodes}

        return self._least(begin, step) == labelling

    # --- why -------------------------------------------------------------------------------------------------

    def reason(self, node: str, labelling: Labels) -> str:
        """Give the reason of a node's label in a complete labelling.

        An argument names its premises first, then its step. A claim or step that is in or out has the reason that it
        would have even if all that is undecided turned out against that verdict. If it is undecided, it depends on
        something, unless the rule says undecided whatever happens.
        """
        if self.status.get(node) == "rejected":
            return "set-aside"
        if node not in self.arguments:
            return self.reason_of_statement(node, labelling)
        premises = [labelling[premise] for premise in self.premises[node]]
        match labelling[node]:
            case "in":
                return "stands"
            case "out":
                return "premise-out" if OUT in premises else "undercut"
        return "depends" if UNDECIDED in premises else self.reason_of_statement(node, labelling)

    def reason_of_statement(self, node: str, labelling: Labels) -> str:
        """Give the reason of a claim, or of an argument's step whose argument is undecided because of it."""
        if labelling[node] != UNDECIDED:
            standing = least_favourable(labelling[node], self.pros[node], self.cons[node], labelling)
            return self.weigh(node, standing).reason
        turns = {self.weigh(node, standing) for standing in self.completions(node, labelling)}
        only = turns.pop()
        return only.reason if not turns and only.verdict == UNDECIDED else "depends"

    @staticmethod
    def _least(labelling: Labelling, step: Callable[[Labelling], Labelling]) -> Labelling:
        while True:
            following = step(labelling)
            if following == labelling:
                return labelling
            labelling = following


def is_below(one: Labels, other: Labels) -> bool:
    """Tell whether the other labelling agrees with one wherever one decides (the information ordering)."""
    return all(label in {UNDECIDED, other[node]} for node, label in one.items())


def least_favourable(verdict: str, pros: Collection[str], cons: Collection[str], labelling: Labels) -> set[str]:
    """Give what stands if all that is undecided turns out against a verdict, in or out."""
    turned = cons if verdict == IN else pros
    return {other for other in (*pros, *cons) if labelling[other] == IN} | {
        other for other in turned if labelling[other] == UNDECIDED
    }

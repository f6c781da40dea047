"""What a map means, straight and slow from the words of the definition: the yardstick for ``coldwater.semantics``.

It shares nothing with the code it measures: no numbering, no worklist, no bit masks, no shortcut by monotonicity. What
a node is, given what is undecided, is found by trying all completions of the undecided nodes that bear on it; the
grounded labelling by iterating from everything undecided; the complete ones by trying all 3^n labellings. Numbers are
exact: a strength is the fraction that its shortest decimal spelling writes. Maps must have no dangling reference and no
id of both a claim and an argument.

What was found out is kept. All that a judgement of a node may look at is in its ``Condition``, which knows no names;
nodes whose conditions are equal, of one map or of many, share one, and so nothing is judged twice.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from copy import copy
from fractions import Fraction
from functools import cache, lru_cache
from itertools import combinations, product
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from coldwater.model import Argument, Claim, Map

IN, OUT, UNDECIDED = "in", "out", "undecided"
Labelling = dict[str, str]
Labels = Mapping[str, str]
#: Those that speak for or against a node: each by its place among all that bear on the node, with its strength.
Side = tuple[tuple[int, float], ...]


class Verdict(NamedTuple):
    """In, out or undecided, and the part of the rule that says so."""

    verdict: str
    reason: str


class Proof(NamedTuple):
    """The parameters of the proof standards."""

    alpha: float = 0.5
    beta: float = 0.3
    gamma: float = 0.2


@cache
def exact(number: float) -> Fraction:
    """Give the number that was written: 0.1 is one tenth, not the binary fraction nearest to it."""
    return Fraction(repr(number))


# --- one node -----------------------------------------------------------------------------------------------------


class Condition:
    """All that counts when a node is judged: its status and standard, and the places of its pros, cons and premises.

    Whatever bears on the node has one place, even if it does so twice. A claim has no premises. A status of None is
    that of an argument, or of a claim that has none.
    """

    def __init__(
        self,
        is_argument: bool,
        status: str | None,
        standard: str,
        proof: Proof,
        pros: Side,
        cons: Side,
        premises: tuple[int, ...],
    ) -> None:
        self.is_argument = is_argument
        self.status = status
        self.standard = standard
        self.alpha, self.beta, self.gamma = (exact(number) for number in proof)
        self.pros = {place: exact(strength) for place, strength in pros}
        self.cons = {place: exact(strength) for place, strength in cons}
        self.premises = premises
        self.judged: dict[tuple[str, ...], str] = {}
        self.explained: dict[tuple[str, ...], str] = {}

    def judge(self, standing: Collection[int]) -> str:
        """Say what the node is when exactly these places stand."""
        if self.status == "rejected":
            return OUT
        parts = [self.weigh(standing).verdict] + [IN if premise in standing else OUT for premise in self.premises]
        if all(part == IN for part in parts):
            return IN
        return OUT if OUT in parts else UNDECIDED

    def weigh(self, standing: Collection[int]) -> Verdict:
        """Say what the claim, or the argument's step, is when exactly these stand, and by which part of the rule."""
        if self.status == "rejected":
            return Verdict(OUT, "set-aside")
        pros = [strength for pro, strength in self.pros.items() if pro in standing]
        cons = [strength for con, strength in self.cons.items() if con in standing]
        if not cons:
            if pros:
                return Verdict(IN, "supported")
            if self.is_granted():
                return Verdict(IN, "granted")
            return Verdict(UNDECIDED, "open") if self.status == "open" else Verdict(OUT, "unsupported")
        if not pros:
            return Verdict(OUT, "refuted")
        verdict = self.balance(max(pros), max(cons))
        return Verdict(verdict, {IN: "outweighs", OUT: "outweighed", UNDECIDED: "tied"}[verdict])

    def is_granted(self) -> bool:
        """Tell whether the node holds as long as nothing stands against it."""
        if self.is_argument:
            return True
        return self.status == "accepted" or (not self.pros and self.status != "open")

    def balance(self, p: Fraction, q: Fraction) -> str:
        """Say what the proof standard makes of a strongest pro p and a strongest con q, both standing."""
        match self.standard:
            case "scintilla":
                return IN
            case "preponderance":
                return IN if p > q else OUT if p < q else UNDECIDED
            case "clear-and-convincing":
                return IN if p > self.alpha and p - q > self.beta else OUT
            case "beyond-reasonable-doubt":
                return IN if p > self.alpha and p - q > self.beta and q < self.gamma else OUT
        assert self.standard == "dialectical-validity"
        return OUT

    def consensus(self, labels: tuple[str, ...]) -> str:
        """Say what the node is however the undecided places turn out; undecided if that makes a difference."""
        if labels not in self.judged:
            turns = completions(labels)
            first = self.judge(next(turns))
            is_agreed = all(self.judge(standing) == first for standing in turns)
            self.judged[labels] = first if is_agreed else UNDECIDED
        return self.judged[labels]

    def reason(self, label: str, labels: tuple[str, ...]) -> str:
        """Give the reason of the node's label in a complete labelling.

        An argument names its premises first, then its step. A claim or step that is in or out has the reason that it
        would have even if all that is undecided turned out against that verdict. If it is undecided, it depends on
        something, unless the rule says undecided whatever happens.
        """
        case = (label, *labels)
        if case not in self.explained:
            self.explained[case] = self._reason(label, labels)
        return self.explained[case]

    def _reason(self, label: str, labels: tuple[str, ...]) -> str:
        if self.status == "rejected":
            return "set-aside"
        if not self.is_argument:
            return self._reason_of_statement(label, labels)
        premises = [labels[premise] for premise in self.premises]
        match label:
            case "in":
                return "stands"
            case "out":
                return "premise-out" if OUT in premises else "undercut"
        return "depends" if UNDECIDED in premises else self._reason_of_statement(label, labels)

    def _reason_of_statement(self, label: str, labels: tuple[str, ...]) -> str:
        """Give the reason of a claim, or of an argument's step whose argument is undecided because of it."""
        if label != UNDECIDED:
            return self.weigh(self._least_favourable(label, labels)).reason
        turns = {self.weigh(standing) for standing in completions(labels)}
        only = turns.pop()
        return only.reason if not turns and only.verdict == UNDECIDED else "depends"

    def _least_favourable(self, verdict: str, labels: tuple[str, ...]) -> set[int]:
        """Give what stands if all that is undecided turns out against a verdict, in or out."""
        turned = self.cons if verdict == IN else self.pros
        return {other for other in (*self.pros, *self.cons) if labels[other] == IN} | {
            other for other in turned if labels[other] == UNDECIDED
        }


@lru_cache(maxsize=10_000)
def condition(*counts: Any) -> Condition:
    """Give the one condition in which this counts."""
    return Condition(*counts)


def completions(labels: tuple[str, ...]) -> Iterator[frozenset[int]]:
    """Give, for every way in which the undecided places may turn out, which places stand then.

    First if all of them stand, then if none does: if it makes a difference, it mostly does between these.
    """
    standing = frozenset(place for place, label in enumerate(labels) if label == IN)
    open_ones = [place for place, label in enumerate(labels) if label == UNDECIDED]
    yield standing.union(open_ones)
    for number in range(len(open_ones)):
        for some in combinations(open_ones, number):
            yield standing.union(some)


# --- a map --------------------------------------------------------------------------------------------------------


class Definition:
    """A map and what follows from it.

    For the occasion some claims may be rejected or granted, as if that were their status; an argument may be rejected
    too.
    """

    def __init__(self, map_: Map, rejected: Collection[str] = (), granted: Collection[str] = ()) -> None:
        self.claims: Mapping[str, Claim] = map_.claims
        self.arguments: Mapping[str, Argument] = map_.arguments
        self.nodes = (*self.claims, *self.arguments)
        self.standard = map_.standard
        self.proof = proof_of(map_)
        self.pros: dict[str, dict[str, float]] = {node: {} for node in self.nodes}
        self.cons: dict[str, dict[str, float]] = {node: {} for node in self.nodes}
        for name, argument in self.arguments.items():
            side = self.cons if argument.supports is None else self.pros
            side[argument.target][name] = 1 if argument.strength is None else argument.strength
        for name, claim in self.claims.items():
            for other in claim.contradicts:  # a rival is a con made of that claim alone
                self.cons[other][name] = self.cons[name][other] = 1
        self.bearing: dict[str, tuple[str, ...]] = {}
        self.conditions: dict[str, Condition] = {}
        for name, claim in self.claims.items():
            self._set(name, claim.status)
        for name in self.arguments:
            self._set(name, None)
        self._suppose(rejected, granted)

    def supposing(self, rejected: Collection[str], granted: Collection[str]) -> Definition:
        """Give the same map with these claims and arguments rejected, and these claims granted, for the occasion."""
        other = copy(self)
        other.conditions = self.conditions.copy()
        other._suppose(rejected, granted)
        return other

    def _suppose(self, rejected: Collection[str], granted: Collection[str]) -> None:
        for name in granted:
            self._set(name, "accepted")
        for name in rejected:
            self._set(name, "rejected")

    def _set(self, node: str, status: str | None) -> None:
        """Say in which condition a node is if this is its status."""
        pros, cons = self.pros[node], self.cons[node]
        premises: tuple[str, ...] = ()
        standard = self.standard
        if node in self.arguments:
            premises = self.arguments[node].premises
        elif own := self.claims[node].standard:
            standard = own
        self.bearing[node] = bearing = tuple({**pros, **cons, **dict.fromkeys(premises)})
        places = dict(zip(bearing, range(len(bearing)), strict=True))
        self.conditions[node] = condition(
            node in self.arguments,
            status,
            standard,
            self.proof,
            tuple([(places[pro], strength) for pro, strength in pros.items()]),
            tuple([(places[con], strength) for con, strength in cons.items()]),
            tuple([places[premise] for premise in premises]),
        )

    def labels(self, node: str, labelling: Labels) -> tuple[str, ...]:
        """Give the labels of what bears on a node."""
        return tuple([labelling[other] for other in self.bearing[node]])

    def consensus(self, node: str, labelling: Labels) -> str:
        """Say what a node is however the undecided ones turn out; undecided if that makes a difference."""
        return self.conditions[node].consensus(self.labels(node, labelling))

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

    def reason(self, node: str, labelling: Labels) -> str:
        """Give the reason of a node's label in a complete labelling."""
        return self.conditions[node].reason(labelling[node], self.labels(node, labelling))

    @staticmethod
    def _least(labelling: Labelling, step: Callable[[Labelling], Labelling]) -> Labelling:
        while True:
            following = step(labelling)
            if following == labelling:
                return labelling
            labelling = following


def proof_of(map_: Map) -> Proof:
    """Give the parameters of a map: those it names, and the usual ones."""
    if map_.proof is None:
        return Proof()
    said = {name: getattr(map_.proof, name) for name in Proof._fields}
    return Proof(**{name: number for name, number in said.items() if number is not None})


def is_below(one: Labels, other: Labels) -> bool:
    """Tell whether the other labelling agrees with one wherever one decides (the information ordering)."""
    return all(label in {UNDECIDED, other[node]} for node, label in one.items())

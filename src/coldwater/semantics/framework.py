"""A map compiled into numbers: what is evaluated many times over. It knows no verdict.

Nodes are numbered: claims in the order of the file, then arguments, then the *steps* of those arguments that something
attacks or backs (the step of any other argument always stands). Two kinds of node:

* a claim or a step is decided by its *pros* and *cons*, the nodes that speak for and against it, by its proof standard;
* an argument is decided by its *parts*: it stands if all its premises and its step do.

The reading is that of an abstract dialectical framework (Brewka and Woltran 2010; Brewka et al. 2013) in which every
acceptance condition is monotone in the pros and antitone in the cons.
"""

from __future__ import annotations

from functools import cached_property

from coldwater.model.graph import strongly_connected
from coldwater.records import NamedTuple
from coldwater.semantics.standards import limits, parameters_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any, TypeVar

    from coldwater.model.models import Map
    from coldwater.semantics.standards import Parameters

    Value = TypeVar("Value")

    #: A node that speaks for another: its number and its two limits (see ``standards.Limits``).
    Pro = tuple[int, int, int]

#: What speaks for or against a node that nothing speaks for or against.
_NOTHING: tuple[()] = ()
#: What holds a node that nothing supports: it stands, it is undecided, it falls, or it falls whatever supports it.
GRANTED, OPEN, NEEDS_SUPPORT, REJECTED = range(4)
_BY_STATUS = {"accepted": GRANTED, "open": OPEN, "rejected": REJECTED}


class Start(NamedTuple):
    """What an evaluation of a framework keeps for each node, as it is before any node is decided. Copied, not changed.

    By claim or step: ``best``, from which place on all cons must be out for it to be in, given the pros that are in;
    ``hold``, from which place on no con may be in for it not to be out, given the pros that are not out; both -1 if no
    cons would do. ``top``: the place of the last con that is not out, -1 if there is none. By argument: ``missing``,
    how many of its parts are not in. ``rejected``: the nodes that are out whatever stands; ``first``: those that are
    decided before any other, since nothing bears on them, nothing against them, or nothing for them.
    """

    best: list[int]
    hold: list[int]
    top: list[int]
    missing: list[int]
    rejected: tuple[int, ...]
    first: tuple[int, ...]


class Framework:
    """The numbered nodes of a map and what bears on what. Never changed after it is made.

    ``names``: ids of claims, then arguments. ``claims``: how many claims; ``nodes``: how many nodes in all. ``thesis``:
    a node, or -1. By node: ``parts`` (of arguments; empty for others), ``pros`` (hardest to overcome first: by
    falling ``not_out``), ``cons`` (weakest first, as nodes). ``base``: what holds a node that nothing supports:
    GRANTED, OPEN, NEEDS_SUPPORT, or REJECTED, which nothing can hold.
    """

    __slots__ = (
        "__dict__", "base", "claims", "cons", "names", "nodes", "parts", "pros", "steps", "thesis",
    )  # fmt: skip

    names: tuple[str, ...]
    claims: int
    nodes: int
    thesis: int
    parts: list[tuple[int, ...]]
    pros: list[tuple[Pro, ...]]
    cons: list[tuple[int, ...]]
    base: list[int]
    #: By argument its step, for the arguments whose step something attacks or backs.
    steps: dict[int, int]

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The node of each claim and argument, by id."""
        return {name: number for number, name in enumerate(self.names)}

    @cached_property
    def parts_of(self) -> list[Sequence[int]]:
        """By node the arguments it is a part of."""
        pairs = ((part, argument) for argument, parts in enumerate(self.parts) for part in parts)
        return _by_first(self.nodes, pairs)

    @cached_property
    def pro_of(self) -> list[Sequence[tuple[int, int]]]:
        """By node the nodes it speaks for, each with the limit up to which it puts them in."""
        pairs = ((pro, (target, to_be_in)) for target, pros in enumerate(self.pros) for pro, to_be_in, _ in pros)
        return _by_first(self.nodes, pairs)

    @cached_property
    def con_of(self) -> list[Sequence[tuple[int, int]]]:
        """By node the nodes it speaks against, each with its place among their cons."""
        pairs = ((con, (target, place)) for target, cons in enumerate(self.cons) for place, con in enumerate(cons))
        return _by_first(self.nodes, pairs)

    @cached_property
    def start(self) -> Start:
        """What an evaluation begins with."""
        best = [0 if held == GRANTED else -1 for held in self.base]
        hold = [0 if held in (GRANTED, OPEN) else -1 for held in self.base]
        for node, pros in enumerate(self.pros):
            if pros:
                hold[node] = max(pros[0][2], hold[node])
        top = [len(cons) - 1 for cons in self.cons]
        missing = [len(parts) for parts in self.parts]
        rejected = tuple(node for node, held in enumerate(self.base) if held == REJECTED)
        free = [node for node in range(self.nodes) if (best[node] > top[node] and not missing[node]) or hold[node] < 0]
        return Start(best, hold, top, missing, rejected, tuple(free))

    @cached_property
    def components(self) -> tuple[tuple[int, ...], ...]:
        """The strongly connected components, each after all it depends on. Only a circle has more than one node."""
        return tuple(strongly_connected({node: self.bearing_on(node) for node in range(self.nodes)}))

    def bearing_on(self, node: int) -> tuple[int, ...]:
        """Give the nodes that decide a node: an argument's parts, or pros and cons."""
        return self.parts[node] or (*(pro for pro, _, _ in self.pros[node]), *self.cons[node])

    def behind(self, roots: Iterable[int]) -> frozenset[int]:
        """Give the roots and all nodes that bear on them, however indirectly."""
        found = set(roots)
        waiting = list(found)
        while waiting:
            for node in self.bearing_on(waiting.pop()):
                if node not in found:
                    found.add(node)
                    waiting.append(node)
        return frozenset(found)

    def own_argument(self, node: int) -> int:
        """Give the argument whose step a node is; the node itself if it is no step."""
        return self._arguments_of_steps.get(node, node)

    @cached_property
    def _arguments_of_steps(self) -> dict[int, int]:
        return {step: argument for argument, step in self.steps.items()}


def _by_first(nodes: int, pairs: Iterable[tuple[int, Value]]) -> list[Sequence[Value]]:
    """Give by node the second of all pairs whose first it is, in order."""
    found: list[Any] = [_NOTHING] * nodes
    for node, value in pairs:
        if found[node]:
            found[node].append(value)
        else:
            found[node] = [value]
    return found


def compile_map(
    map_: Map,
    standard: str | None = None,
    strengths: Mapping[str, float] | None = None,
    copies: Sequence[tuple[str, float]] = (),
) -> Framework:
    """Compile a map in which every reference leads somewhere. Cost: linear, but for sorting what bears on one node.

    ``standard`` takes the place of the map's standard, for the thesis even of its own one. ``strengths``, each in 0..1,
    takes the place of the strengths of arguments, by id. ``copies``: arguments by id, each with a strength at which it
    stands beside itself once more; the copies are the last nodes, in this order, and have no name.
    """
    return _Compiler(map_, standard, strengths or {}, copies).framework()


class _Compiler:
    """Reads a map's claims and arguments into lists, then ranks what bears on each node."""

    def __init__(
        self, map_: Map, standard: str | None, strengths: Mapping[str, float], copies: Sequence[tuple[str, float]]
    ) -> None:
        self.map = map_
        self.copies = copies
        self.standard = standard or map_.standard
        self.own_thesis_standard = standard is None
        self.parameters = parameters_of(map_.proof)
        self.names = (*map_.claims, *map_.arguments)
        self.numbers = {name: number for number, name in enumerate(self.names)}
        self.strengths = strengths
        self.pros: dict[int, list[tuple[float, int]]] = {}
        self.cons: dict[int, list[tuple[float, int]]] = {}
        self.steps: dict[int, int] = {}

    def framework(self) -> Framework:
        claims, arguments = self.map.claims, self.map.arguments
        self._add_arguments()
        self._add_contradictions()
        made = Framework()
        made.names, made.claims, made.steps = self.names, len(claims), self.steps
        made.nodes = len(self.names) + len(self.steps) + len(self.copies)
        made.thesis = self.numbers.get(self.map.thesis, -1)
        made.parts = [_NOTHING] * len(claims)
        for number, argument in enumerate(arguments.values(), len(claims)):
            parts = [self.numbers[premise] for premise in argument.premises]
            if number in self.steps:
                parts.append(self.steps[number])
            made.parts.append(tuple(parts))
        made.parts += [_NOTHING] * len(self.steps)
        for node, (name, strength) in enumerate(self.copies, len(made.parts)):
            target = self.numbers[arguments[name].target]
            bearing = self.cons if arguments[name].supports is None else self.pros
            bearing[self.steps.get(target, target)].append((strength, node))
            made.parts.append(made.parts[self.numbers[name]])
        made.base = self._bases() + [GRANTED] * (made.nodes - len(claims))
        made.pros = [_NOTHING] * made.nodes
        made.cons = [_NOTHING] * made.nodes
        for node in {**self.pros, **self.cons}:
            pros, cons = self.pros.get(node, ()), self.cons.get(node, ())
            made.pros[node], made.cons[node] = rank(pros, cons, self._standard_of(node), self.parameters)
        return made

    def _add_arguments(self) -> None:
        claims, numbers, strengths = len(self.map.claims), self.numbers, self.strengths
        for number, (name, argument) in enumerate(self.map.arguments.items(), claims):
            bearing = self.cons if argument.supports is None else self.pros
            target = numbers[argument.target]
            if target >= claims:
                target = self.steps.setdefault(target, len(self.names) + len(self.steps))
            strength = strengths.get(name, argument.strength)
            bearing.setdefault(target, []).append((1.0 if strength is None else strength, number))

    def _add_contradictions(self) -> None:
        """Let each of two claims that contradict each other count against the other, once, whichever side says so."""
        pairs: dict[tuple[int, int], None] = {}
        for number, claim in enumerate(self.map.claims.values()):
            for name in claim.contradicts:
                other = self.numbers[name]
                pairs[number, other] = pairs[other, number] = None
        for target, contrary in pairs:
            self.cons.setdefault(target, []).append((1.0, contrary))

    def _bases(self) -> list[int]:
        supported = self.pros
        return [
            _BY_STATUS[claim.status] if claim.status else NEEDS_SUPPORT if number in supported else GRANTED
            for number, claim in enumerate(self.map.claims.values())
        ]

    def _standard_of(self, node: int) -> str:
        name = self.names[node] if node < len(self.map.claims) else None
        if name is None or (name == self.map.thesis and not self.own_thesis_standard):
            return self.standard
        return self.map.claims[name].standard or self.standard


def rank(
    pros: Sequence[tuple[float, int]], cons: Sequence[tuple[float, int]], standard: str, parameters: Parameters
) -> tuple[tuple[Pro, ...], tuple[int, ...]]:
    """Give what speaks for and against a node, as (strength, node), in the form that a framework holds."""
    ordered = sorted(cons)
    against = [strength for strength, _ in ordered]
    ranked = [(node, *limits(standard, strength, against, parameters)) for strength, node in pros]
    ranked.sort(key=lambda pro: (-pro[2], -pro[1], pro[0]))
    return tuple(ranked), tuple(node for _, node in ordered)


def attack_framework(names: Sequence[str], attacks: Iterable[tuple[int, int]]) -> Framework:
    """Give Dung's framework of arguments that attack each other, as claims: pairs of attacker and target, by number.

    Repeated pairs count once. Source: Dung, Artificial Intelligence 77 (1995), definition 2.
    """
    made = Framework()
    made.names, made.claims, made.nodes, made.thesis, made.steps = tuple(names), len(names), len(names), -1, {}
    cons: list[dict[int, None]] = [{} for _ in names]
    for attacker, target in attacks:
        cons[target][attacker] = None
    made.cons = [tuple(sorted(against)) for against in cons]
    made.pros = [_NOTHING] * made.nodes
    made.parts = [_NOTHING] * made.nodes
    made.base = [GRANTED] * made.nodes
    return made

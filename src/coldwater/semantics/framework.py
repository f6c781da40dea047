"""A map compiled into numbers: what is evaluated many times over. It knows no verdict.

Nodes are numbered: claims in the order of the file, then arguments, then the *steps* of those arguments that something
attacks or backs (the step of any other argument always stands). Two kinds of node:

* a claim or a step is decided by its *pros* and *cons*, the nodes that speak for and against it, by its proof standard;
* an argument is decided by its *parts*: it stands if all its premises and its step do.

What stands may speak with more force or with less. So a claim or argument that can stand with several forces, where
that makes a difference, has *levels*: further nodes, each of which says that it stands with so much force at least (see
``levels``). They come last, have no name, and are decided like all others. Whoever evaluates a framework need not know
of them.

The reading is that of an abstract dialectical framework (Brewka and Woltran 2010; Brewka et al. 2013) in which every
acceptance condition is monotone in the pros and antitone in the cons.
"""

from __future__ import annotations

from functools import cached_property

from coldwater.model.graph import strongly_connected
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from typing import Any, TypeVar

    from coldwater.semantics.forces import Possible

    Value = TypeVar("Value")

    #: A node that speaks for another: its number and its two limits (see ``standards.Limits``).
    Pro = tuple[int, int, int]

#: What speaks for or against a node that nothing speaks for or against.
_NOTHING: tuple[()] = ()
#: What holds a node when nothing stands against it and no argument for it does: it stands, it is undecided, it falls,
#: or it falls whatever supports it. What stands on a ground with a force is GRANTED, too.
GRANTED, OPEN, NEEDS_SUPPORT, REJECTED = range(4)


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
    GRANTED, OPEN, NEEDS_SUPPORT, or REJECTED, which nothing can hold. ``grounds``: the claims and steps that have a
    ground with a force; ``ground_nodes``: where it is weighed, the node that speaks for it, as a pro. ``owners``: by
    node beyond the names whose copy, step, ground or level it is. ``lent``: by claim the nodes that must be granted
    with it when it is granted. ``copies``: the nodes of arguments that stand once more. ``is_one_way``: no argument
    that stands makes what it supports speak with less force than it could have had (as it may for an open claim).
    """

    __slots__ = (
        "__dict__", "base", "claims", "cons", "copies", "ground_nodes", "grounds", "is_one_way", "lent", "names",
        "nodes", "owners", "parts", "possible", "pros", "steps", "thesis",
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
    grounds: Mapping[int, float]
    ground_nodes: Collection[int]
    owners: list[int]
    lent: dict[int, tuple[int, ...]]
    copies: range
    is_one_way: bool
    #: The forces with which claims and arguments can stand; None where all have force 1 and nothing is contradicted.
    possible: Possible | None

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

    def owner(self, node: int) -> int:
        """Give the claim or argument whose step, ground or level a node is; the node itself if it is none of them."""
        return node if node < len(self.names) else self.owners[node - len(self.names)]

    def supporters(self, node: int) -> tuple[int, ...]:
        """Give the arguments for a claim or step, each once, hardest to overcome first; not its own ground."""
        if self._has_owners_alone:
            return tuple([pro for pro, _, _ in self.pros[node]])
        return self._owners_of(pro for pro, _, _ in self.pros[node] if pro not in self.ground_nodes)

    def opponents(self, node: int) -> tuple[int, ...]:
        """Give the arguments against a claim or step and the claims that contradict it, each once, weakest first."""
        return self.cons[node] if self._has_owners_alone else self._owners_of(self.cons[node])

    @cached_property
    def _has_owners_alone(self) -> bool:
        """Tell whether only claims and arguments of the map speak for and against anything, each by one node."""
        return self.nodes == len(self.names) + len(self.steps)

    def _owners_of(self, nodes: Iterable[int]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(map(self.owner, nodes)))

    def with_lent(self, granted: Iterable[int]) -> set[int]:
        """Give claims that are granted, and the nodes that must be granted with them."""
        granted = set(granted)
        return granted.union(*(self.lent[node] for node in granted if node in self.lent)) if self.lent else granted


def _by_first(nodes: int, pairs: Iterable[tuple[int, Value]]) -> list[Sequence[Value]]:
    """Give by node the second of all pairs whose first it is, in order."""
    found: list[Any] = [_NOTHING] * nodes
    for node, value in pairs:
        if found[node]:
            found[node].append(value)
        else:
            found[node] = [value]
    return found


def attack_framework(names: Sequence[str], attacks: Iterable[tuple[int, int]]) -> Framework:
    """Give Dung's framework of arguments that attack each other, as claims: pairs of attacker and target, by number.

    Repeated pairs count once. Source: Dung, Artificial Intelligence 77 (1995), definition 2.
    """
    made = Framework()
    made.names, made.claims, made.nodes, made.thesis, made.steps = tuple(names), len(names), len(names), -1, {}
    made.grounds, made.ground_nodes, made.owners, made.lent, made.copies = {}, (), [], {}, range(0)
    made.is_one_way, made.possible = True, None
    cons: list[dict[int, None]] = [{} for _ in names]
    for attacker, target in attacks:
        cons[target][attacker] = None
    made.cons = [tuple(sorted(against)) for against in cons]
    made.pros = [_NOTHING] * made.nodes
    made.parts = [_NOTHING] * made.nodes
    made.base = [GRANTED] * made.nodes
    return made

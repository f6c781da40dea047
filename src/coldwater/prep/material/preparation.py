"""What a side prepares with: the decision, and how near each argument and claim is to what decides the verdict.

An argument *touches* a crux if it rests on a claim of the crux, or is directed at something that does. The cruxes are
those by which the side would gain; where it can gain nothing more, those by which it would lose.
"""

from __future__ import annotations

from functools import cached_property

from coldwater.model.graph import OTHER
from coldwater.model.holders import Holders
from coldwater.prep.deciding.answers import standing
from coldwater.records import NamedTuple
from coldwater.semantics.grounded import IN, OUT, UNDECIDED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from coldwater.model.graph import Side
    from coldwater.model.models import Citation
    from coldwater.prep.deciding.answers import Standing
    from coldwater.prep.deciding.cruxes import Crux
    from coldwater.prep.deciding.decision import Decision
    from coldwater.prep.deciding.ranking import Ranked

#: Orders labels: what stands comes first, then what is undecided.
STANDING_FIRST = {IN: 0, UNDECIDED: 1, OUT: 2}


class Weight(NamedTuple):
    """How much hangs on an argument or a claim.

    ``cruxes``: how many of the cruxes it touches; ``smallest``: of how many claims the smallest of these is, None if it
    touches none; ``load``: the largest share, in 0..1, of the claims it rests on (see ``load``). ``is_own``: whether it
    rests on a claim of that smallest one itself; else it attacks what does.
    """

    cruxes: int
    smallest: int | None
    load: float
    is_own: bool = True

    @property
    def rank(self) -> tuple[float, int, float]:
        """What to sort by: what touches the smallest crux first, then what touches more, then what bears more."""
        return (self.smallest or float("inf"), -self.cruxes, -self.load)


class Preparation:
    """A decision seen by one side."""

    def __init__(self, decision: Decision, side: Side) -> None:
        self.decision = decision
        self.inquiry = decision.inquiry
        self.side = side
        self.other = OTHER[side]
        self.map = self.inquiry.map
        self.graph = self.inquiry.graph
        self.holders = Holders(self.map)
        self.names = self.inquiry.framework.names
        self.numbers = self.inquiry.framework.numbers
        self.labels = self.inquiry.oracle.labels

    # --- arguments -----------------------------------------------------------------------------------------------

    @cached_property
    def opposing(self) -> tuple[Standing, ...]:
        """How each argument stands that serves the other side, the weightiest first, then in the order of the file."""
        found = (standing(self.inquiry, node) for node in self._arguments_of(self.other))
        return tuple(sorted(found, key=lambda one: self.weight(one.argument).rank))

    @cached_property
    def own(self) -> tuple[int, ...]:
        """The arguments that serve the side, those of most load first, then in the order of the file."""
        return tuple(sorted(self._arguments_of(self.side), key=lambda node: (-self.weight(node).load, node)))

    def _arguments_of(self, side: Side) -> list[int]:
        first = self.inquiry.framework.claims
        return [node for node in range(first, len(self.names)) if side in self.inquiry.sides(node)]

    def standing_rank(self, node: int) -> tuple[int, float]:
        """Rank an argument of a case: what stands before what is undecided before what falls, then by load."""
        return (STANDING_FIRST[self.labels[node]], -self.weight(node).load)

    def ranked(self, nodes: Iterable[int]) -> list[int]:
        """Rank what may be said: what stands, then by load; equals by title and id, whatever the order of the file."""
        return sorted(nodes, key=self.places.__getitem__)

    def speaking_rank(self, node: int) -> tuple[int, float, str, str]:
        """Rank an argument or a claim as ``ranked`` does; no two have the same rank."""
        return (*self.standing_rank(node), self.title(node), self.names[node])

    @cached_property
    def places(self) -> Mapping[int, int]:
        """The place of each node among all: what stands first, then by load, then by title and id.

        On a broad map thousands of lists are put in this order, of a thousand nodes each.
        """
        ordered = sorted(range(len(self.names)), key=self.speaking_rank)
        return {node: place for place, node in enumerate(ordered)}

    def labels_against(self, node: int) -> int:
        """Give the label of what can bring an argument to the label it has: what stands makes it fall."""
        return IN if self.labels[node] == OUT else UNDECIDED

    def cites(self, node: int) -> tuple[Citation, ...]:
        """Give the citations of a claim or an argument."""
        name = self.names[node]
        return (self.graph.claims[name] if name in self.graph.claims else self.graph.arguments[name]).cites

    @cached_property
    def aims(self) -> frozenset[str]:
        """What a case is about: the thesis, and the claims that contradict it."""
        return frozenset((self.map.thesis, *self.graph.contraries(self.map.thesis)))

    @cached_property
    def live_answers(self) -> frozenset[int]:
        """The arguments and claims that stand and answer an opposing argument."""
        return frozenset(one.node for against in self.opposing for one in against.answers if one.label == IN)

    @cached_property
    def live(self) -> frozenset[int]:
        """The arguments that still bear on the matter: what they serve is not lost already for another reason.

        That is so for whatever attacks something or supports the thesis, and for what supports it, as long as it does
        not fall: none of them does.
        """
        graph, names, labels = self.graph, self.names, self.labels
        first = self.inquiry.framework.claims
        waiting = [names[one] for one in range(first, len(names)) if labels[one] != OUT and self._aims_high(one)]
        waiting += [name for name in names[:first] if graph.contraries(name) and labels[self.numbers[name]] != OUT]
        found = set(waiting)
        while waiting:
            node = waiting.pop()
            below = graph.premises(node) if node in graph.arguments else ()
            for neighbour in (*graph.supporters(node), *below):
                if neighbour not in found and labels[self.numbers[neighbour]] != OUT:
                    found.add(neighbour)
                    waiting.append(neighbour)
        return frozenset(self.numbers[name] for name in found if name in graph.arguments)

    def _aims_high(self, node: int) -> bool:
        argument = self.graph.arguments[self.names[node]]
        return argument.supports is None or argument.supports == self.map.thesis

    def title(self, node: int) -> str:
        """Give an argument's title, or the words of its first premise; a claim's text. No full stop ends it."""
        name = self.names[node]
        if name in self.graph.claims:
            return _unstopped(self.graph.claims[name].text)
        argument = self.graph.arguments[name]
        return argument.title or _unstopped(self.graph.claims[argument.premises[0]].text)

    @cached_property
    def id_words(self) -> Mapping[str, str]:
        """What each id of a claim, an argument or a source is called in words."""
        titles = {name: self.title(node) for node, name in enumerate(self.names)}
        return {**{name: source.title for name, source in self.map.sources.items()}, **titles}

    # --- weights -------------------------------------------------------------------------------------------------

    @cached_property
    def cruxes(self) -> tuple[Crux, ...]:
        """The cruxes that matter to the side: those by which it gains, or else those by which it loses."""
        every = (*self.decision.cruxes.found, *self.decision.cruxes.larger)
        return tuple(one for one in every if one.gainer == self.side) or every

    @cached_property
    def ranks(self) -> Mapping[Crux, Ranked]:
        """How disputed each of the cruxes is, and why."""
        return {one.crux: one for one in (*self.decision.ranking.found, *self.decision.ranking.larger)}

    def weight(self, node: int) -> Weight:
        """Give how much hangs on an argument or a claim. The first call costs a walk from every leaf of a crux."""
        weight = self._weigh(self._touched(node), self._loads.get(self.names[node], 0.0))
        own = self._weigh(self._rests.get(self.names[node], 0), 0.0)
        return weight._replace(is_own=own.smallest == weight.smallest)

    def _touched(self, node: int) -> int:
        name = self.names[node]
        own = self._rests.get(name, 0)
        if name in self.graph.claims:
            return own
        attacked = self.graph.arguments[name].attacks
        return own if attacked is None or attacked == self.map.thesis else own | self._rests.get(attacked, 0)

    def _weigh(self, mask: int, load: float) -> Weight:
        smallest = min((size for size, masks in self._by_size.items() if mask & masks), default=None)
        return Weight(mask.bit_count(), smallest, load)

    @cached_property
    def _by_size(self) -> Mapping[int, int]:
        """By size the cruxes that have it, as a mask of their places."""
        masks: dict[int, int] = {}
        for place, crux in enumerate(self.cruxes):
            masks[len(crux.handles)] = masks.get(len(crux.handles), 0) | 1 << place
        return masks

    @cached_property
    def _rests(self) -> Mapping[str, int]:
        """By node the cruxes of which it rests on a claim, as a mask."""
        masks: dict[str, int] = {}
        for place, crux in enumerate(self.cruxes):
            for one in crux.handles:
                for leaf in one.leaves:
                    masks[self.names[leaf]] = masks.get(self.names[leaf], 0) | 1 << place
        found: dict[str, int] = {}
        for root, mask in masks.items():
            for carried in self._above([root], ()):
                found[carried] = found.get(carried, 0) | mask
        return found

    @cached_property
    def _loads(self) -> Mapping[str, float]:
        """By node the largest share of the leaves that it rests on: from the heaviest leaf up, each node once."""
        found: dict[str, float] = {}
        for load in self.decision.loads.found:
            roots = [self.names[leaf] for leaf in load.handles.leaves]
            found.update(dict.fromkeys(self._above(roots, found), load.share or 0.0))
        return found

    def _above(self, roots: Iterable[str], without: Container[str]) -> set[str]:
        """Give what rests on claims: they themselves, and what a chain of premises and supports leads to."""
        found = {root for root in roots if root not in without}
        waiting = list(found)
        while waiting:
            node = waiting.pop()
            for neighbour in self._carried(node):
                if neighbour not in found and neighbour not in without:
                    found.add(neighbour)
                    waiting.append(neighbour)
        return found

    def _carried(self, node: str) -> tuple[str, ...]:
        if node in self.graph.claims:
            return self.graph.uses(node)
        supported = self.graph.arguments[node].supports
        return () if supported is None else (supported,)


def _unstopped(text: str) -> str:
    return text.rstrip(". \n") or text

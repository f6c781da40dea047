"""A map as the lines of an outline: claims and arguments in the order of reading, each with depth, notes and bracket.

It knows neither marks nor markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.formats.foreign.trees import theses_of
from coldwater.formats.outlines.notes import is_told, notes_of
from coldwater.model.graph import Graph
from coldwater.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.formats.foreign.losses import Losses
    from coldwater.formats.foreign.outgoing import Outgoing

#: Lines are indented so many levels at most: deeper ones name what they are about.
DEEPEST = 40


class Placed(NamedTuple):
    """A line: ``relation`` of an argument; ``number`` of a premise ``of`` so many of its argument."""

    depth: int
    text: str
    notes: str
    relation: str = ""
    number: int = 0
    of: int = 0
    is_loose: bool = False


class _Item(NamedTuple):
    name: str
    is_argument: bool
    depth: int
    number: int = 0
    of: int = 0
    is_root: bool = False
    is_loose: bool = False


class Placing:
    """Places what a map holds. Cost is linear."""

    def __init__(self, outgoing: Outgoing, losses: Losses) -> None:
        self.map = outgoing.map
        self.graph = Graph(outgoing.map)
        self.losses = losses
        self.theses = theses_of(outgoing)
        self.shown: set[tuple[str, bool]] = set()
        self.held: dict[str, list[str]] = {}
        self._tops = frozenset(self.theses)
        self._claims_in_order: list[str] = []
        self._hold()

    def all(self) -> Iterator[Placed]:
        """Give all lines: theses with what is behind them, rivals, then what hangs on none of them."""
        claims = [*self.theses, *(claim for claim in self.map.claims if not self.graph.uses(claim)), *self.map.claims]
        for number, name in enumerate(claims):
            if (name, False) not in self.shown:
                yield from self._tree(_Item(name, False, 0, is_root=True, is_loose=number >= len(self.theses)))
        for name in self.map.arguments:
            if (name, True) not in self.shown:
                yield from self._tree(_Item(name, True, 0, is_root=True, is_loose=True))
        if [claim for claim in self._claims_in_order if claim in self._tops] != self.theses:
            why = "they stand where they come up first"
            for key in ("thesis", "rivals"):
                self.losses.add("order of theses and rivals", why, key, many="orders of theses and rivals")

    def _tree(self, root: _Item) -> Iterator[Placed]:
        waiting = [root]
        while waiting:
            item = waiting.pop()
            key = (item.name, item.is_argument)
            is_new = key not in self.shown
            self.shown.add(key)
            if item.is_argument and not is_new:
                continue
            yield self._argument(item) if item.is_argument else self._claim(item, is_new)
            if is_new:
                waiting.extend(reversed(list(self._below(item))))

    def _below(self, item: _Item) -> Iterator[_Item]:
        if item.is_argument:
            premises = self.map.arguments[item.name].premises
            for number, premise in enumerate(premises):
                yield _Item(premise, False, min(item.depth + 1, DEEPEST), number, len(premises))
        for argument in (*self.graph.supporters(item.name), *self.graph.attackers(item.name)):
            if item.is_argument == (self.map.arguments[argument].target not in self.map.claims):
                yield _Item(argument, True, min(item.depth + 1, DEEPEST))

    def _claim(self, item: _Item, is_new: bool) -> Placed:
        claim = self.map.claims[item.name]
        others = []
        if is_new:
            self._claims_in_order.append(item.name)
            others += (
                ["thesis"] if item.name in self.theses and item.name not in self.map.rivals and not item.is_root else []
            )
            others += ["rival"] if item.name in self.map.rivals else []
            others += ["unstated"] if claim.implicit else []
            others += [f"contradicts {', '.join(claim.contradicts)}"] if claim.contradicts else []
            others += self.held.get(item.name, [])
        else:
            others.append("see above")
        notes = notes_of(item.name, claim if is_new else None, others)
        return Placed(item.depth, claim.text, notes, "", item.number, item.of, item.is_loose)

    def _argument(self, item: _Item) -> Placed:
        argument = self.map.arguments[item.name]
        is_on_claim = argument.target in self.map.claims
        if argument.attacks is None:
            relation = "supports" if is_on_claim else "backs"
        else:
            relation = "attacks" if is_on_claim else "undercuts"
        is_far = item.is_root or item.depth >= DEEPEST
        notes = notes_of(item.name, argument, [f"{relation} {argument.target}"] if is_far else [])
        return Placed(item.depth, argument.title or relation, notes, relation, is_loose=item.is_loose)

    def _hold(self) -> None:
        """Find who accepts and rejects what; a position whose name cannot stand in a list of names is lost."""
        from coldwater.formats.foreign.naming import id_of_words  # noqa: PLC0415 - only where there are positions
        from coldwater.listing import listed  # noqa: PLC0415

        names: dict[str, str] = {}
        for id_, position in self.map.positions.items():
            if not is_told(position.name) or position.name in names.values():
                why = "its name cannot be told from others in a list of names"
                self.losses.add("position", why, id_, field=("Map", "positions"))
            elif not (position.accepts or position.rejects):
                self.losses.add("position", "it holds no claim", id_, field=("Map", "positions"))
            else:
                names[id_] = position.name
                if id_of_words(position.name) != id_:
                    self.losses.add("id of a position", "an outline has no place for it", id_, many="ids of positions")
        for word in ("accepts", "rejects"):
            by_claim: dict[str, list[str]] = {}
            for id_, name in names.items():
                for claim in getattr(self.map.positions[id_], word):
                    by_claim.setdefault(claim, []).append(name)
            for claim, held in by_claim.items():
                self.held.setdefault(claim, []).append(f"{word[:-1]}ed by {listed(held)}")

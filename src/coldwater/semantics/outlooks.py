"""What follows for each position of a map: for the thesis, against what it accepts, for what it rejects.

All of it is told under the grounded semantics. A position that is incoherent by its own lights is no error: what it
accepts and what does not stand, as it sees the map, is said beside it.
"""

from __future__ import annotations

from functools import cached_property

from coldwater.model.graph import Graph
from coldwater.records import NamedTuple
from coldwater.semantics.compiling import compile_map
from coldwater.semantics.disputes import find_disputes
from coldwater.semantics.evaluation import Overrides, evaluate_map
from coldwater.semantics.positions import SeenMap, Seer, as_written, seer_named
from coldwater.semantics.scenarios import Scenarios, grounded_of
from coldwater.semantics.tallies import tie_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal

    from coldwater.model.models import Map
    from coldwater.semantics.disputes import Dispute
    from coldwater.semantics.labelling import Labelling, Verdict
    from coldwater.semantics.tallies import Tie

    Stance = Literal["accepts", "rejects"]


class Ground(NamedTuple):
    """What speaks for or against a claim: an argument, or a claim that contradicts it, by its ``id``.

    Of the claims it rests on, ``accepted`` are those that the position accepts, ``follows`` those that follow from what
    it accepts, ``unspoken`` the others, of which it says nothing.
    """

    id: str
    accepted: tuple[str, ...]
    follows: tuple[str, ...]
    unspoken: tuple[str, ...]

    @property
    def is_own(self) -> bool:
        """Whether it rests on nothing but what the position accepts."""
        return not self.unspoken


class Clash(NamedTuple):
    """A claim that a position accepts and that does not stand as it sees the map, and what keeps it from standing."""

    claim: str
    verdict: Verdict
    by: tuple[Ground, ...]

    @property
    def is_own(self) -> bool:
        """Whether the position itself holds what keeps it from standing; else the rest of the map does."""
        return any(ground.is_own for ground in self.by)


class Consequence(NamedTuple):
    """A claim that a position rejects and that follows from the rest of what it sees, and by what it does."""

    claim: str
    by: tuple[Ground, ...]


class OnThesis(NamedTuple):
    """What follows for a position on one thesis.

    ``stance``: what it says of it; ``verdict``: how it stands as it sees the map; ``entailed``: how it would if it said
    nothing of it, so that this is what its other claims entail; ``tie``: what is known of that where it is a tie.
    """

    id: str
    stance: Stance | None
    verdict: Verdict
    entailed: Verdict
    tie: Tie | None


class Outlook(NamedTuple):
    """What follows for a position.

    ``both``: what it accepts and rejects at once, which counts as rejected. ``theses``: what follows on each thesis of
    the map; ``stance``, ``thesis`` and ``entailed`` are that on the first. ``clashes``: what it accepts and what does
    not stand; ``open_to``: the consequences it is open to, which it rejects.
    """

    seer: Seer
    both: tuple[str, ...]
    theses: tuple[OnThesis, ...]
    clashes: tuple[Clash, ...]
    open_to: tuple[Consequence, ...]

    @property
    def stance(self) -> Stance | None:
        """What it says of the first thesis."""
        return self.theses[0].stance

    @property
    def thesis(self) -> Verdict:
        """How the first thesis stands as it sees the map."""
        return self.theses[0].verdict

    @property
    def entailed(self) -> Verdict:
        """What its other claims entail on the first thesis."""
        return self.theses[0].entailed

    @property
    def tie(self) -> Tie | None:
        """What is known of what they entail on the first thesis, where that is a tie."""
        return self.theses[0].tie

    @property
    def is_coherent(self) -> bool:
        """Whether it accepts nothing that it rejects, and nothing against which its own claims speak."""
        return not (self.both or any(clash.is_own for clash in self.clashes))


class Positions(NamedTuple):
    """The positions of a map in the order of the file, and what they dispute: the plainest disputes first.

    ``standard`` takes the place of the map's; None is the map's own.
    """

    map: Map
    standard: str | None
    outlooks: tuple[Outlook, ...]
    disputes: tuple[Dispute, ...]


def compare_positions(map_: Map, standard: str | None = None) -> Positions:
    """Say what the positions of a map, every reference of which leads somewhere, come to.

    A map that somebody sees is taken as it is written. Raises UsageError for a standard that there is none of. Cost:
    for each position a few evaluations, however much it accepts and rejects.
    """
    written = as_written(map_)
    seen = [_Seen(written, Graph(written), seer_named(written, name), standard) for name in written.positions]
    return Positions(written, standard, tuple(one.outlook() for one in seen), find_disputes(written, standard))


class _Seen:
    """A map as a position sees it, evaluated."""

    def __init__(self, map_: Map, graph: Graph, seer: Seer, standard: str | None) -> None:
        self.map = map_
        self.graph = graph
        self.seer = seer
        self.standard = standard
        self.accepts = frozenset(seer.accepts)
        self.rejects = frozenset(seer.rejects)
        self.labelling = self._evaluated(seer)
        self.verdicts = self.labelling.verdicts()

    def _evaluated(self, seer: Seer) -> Labelling:
        seen: Map = SeenMap(self.map, seer)  # type: ignore[assignment]  # it reads as one
        return evaluate_map(seen, "grounded", Overrides(standard=self.standard)).labellings[0]

    def outlook(self) -> Outlook:
        """Work out what follows for the position."""
        held = self.map.positions[self.seer.id]
        both = tuple(name for name in dict.fromkeys(held.accepts) if name in self.rejects)
        theses = tuple(self._on(thesis) for thesis in self.map.theses)
        return Outlook(self.seer, both, theses, tuple(self._clashes()), tuple(self._open_to()))

    def _on(self, thesis: str) -> OnThesis:
        stance: Stance | None = "rejects" if thesis in self.rejects else "accepts" if thesis in self.accepts else None
        silent = self.labelling if stance is None else self._evaluated(self._silent_on(thesis))
        return OnThesis(thesis, stance, self.verdicts[thesis], silent.verdict(thesis), tie_of(self.map, silent, thesis))

    def _silent_on(self, claim: str) -> Seer:
        accepts, rejects = (
            tuple(name for name in names if name != claim) for names in (self.seer.accepts, self.seer.rejects)
        )
        return self.seer._replace(accepts=accepts, rejects=rejects)

    # --- what does not stand, and what follows all the same -------------------------------------------------------

    def _clashes(self) -> Iterable[Clash]:
        for claim in self.seer.accepts:
            verdict = self.verdicts[claim]
            if verdict.verdict == "in":
                continue
            against = [*self.graph.attackers(claim), *self.graph.contraries(claim)]
            standing = [one for one in against if self.verdicts[one].verdict == "in"]
            by = standing or [one for one in against if self.verdicts[one].verdict == "undecided"]
            yield Clash(claim, verdict, tuple(self._ground(one) for one in by))

    def _open_to(self) -> Iterable[Consequence]:
        """Find the rejected claims that are in, carried by an argument, on the map without that rejection.

        Each of them is a scenario, in which all others are rejected; all are evaluated at once.
        """
        asked = [claim for claim in self.seer.rejects if self.graph.supporters(claim)]
        if not asked:
            return
        accepting: Map = SeenMap(self.map, self.seer._replace(rejects=()))  # type: ignore[assignment]  # reads as one
        framework = compile_map(accepting, self.standard)
        numbers, every = framework.numbers, (1 << len(asked)) - 1
        rejected = {numbers[claim]: every for claim in self.seer.rejects}
        for place, claim in enumerate(asked):
            rejected[numbers[claim]] ^= 1 << place
        wanted = {numbers[one] for claim in asked for one in (claim, *self.graph.supporters(claim))}
        masks = grounded_of(framework, wanted, Scenarios(len(asked), rejected, {}))
        for place, claim in enumerate(asked):
            by = [one for one in self.graph.supporters(claim) if masks[numbers[one]].stands >> place & 1]
            if by and masks[numbers[claim]].stands >> place & 1:
                yield Consequence(claim, tuple(self._ground(one) for one in by))

    def _ground(self, name: str) -> Ground:
        rests_on = self.graph.premises(name) if name in self.graph.arguments else (name,)
        others = [one for one in rests_on if one not in self.accepts]
        return Ground(
            name,
            tuple(one for one in rests_on if one in self.accepts),
            tuple(one for one in others if one in self._own),
            tuple(one for one in others if one not in self._own),
        )

    def _is_unopposed(self, claim: str) -> bool:
        """Tell whether a claim stands, or is undecided though nothing that stands speaks against it."""
        verdict, reason = self.verdicts[claim]
        return verdict == "in" or (verdict == "undecided" and reason == "depends")

    @cached_property
    def _own(self) -> frozenset[str]:
        """The claims it accepts, and those for which an argument that rests on such claims alone stands unopposed."""
        found = set(self.accepts)
        waiting = list(found)
        missing: dict[str, int] = {}
        while waiting:
            for argument in self.graph.uses(waiting.pop()):
                left = missing.get(argument, len(self.graph.premises(argument))) - 1
                missing[argument] = left
                target = self.graph.arguments[argument].supports
                if left or target is None or target in found or target not in self.map.claims:
                    continue
                if self.verdicts[argument].verdict == "in" and self._is_unopposed(target):
                    found.add(target)
                    waiting.append(target)
        return frozenset(found)

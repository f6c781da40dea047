"""A map compiled into a framework: what bears on what, with which forces, under which proof standard.

Two grounds on which a claim stands by itself have a force: a stated credence of at least one half, and a source for a
fact. A step has one where its strength is stated. All else is granted at most, which is no force: it holds as long as
nothing stands against it.
"""

from __future__ import annotations

from functools import cached_property

from coldwater.semantics.framework import GRANTED, NEEDS_SUPPORT, OPEN, REJECTED, Framework
from coldwater.semantics.grounds import ground_of
from coldwater.semantics.standards import parameters_of, standard_of
from coldwater.semantics.weighing import Weighing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from coldwater.model.models import Map
    from coldwater.semantics.forces import Possible, Speakers

_NOTHING: tuple[()] = ()
_BY_STATUS = {"accepted": GRANTED, "open": OPEN, "rejected": REJECTED}
#: The standard by which steps are judged, whatever the map's is: nobody has a burden of proof for a step alone.
OF_STEPS = "preponderance"


def compile_map(  # noqa: PLR0913 - what may be taken otherwise than the map says
    map_: Map,
    standard: str | None = None,
    strengths: Mapping[str, float] | None = None,
    copies: Sequence[tuple[str, float]] = (),
    *,
    weighing: str | None = None,
    accepted: Collection[str] = (),
    is_fixed: bool = False,
) -> Framework:
    """Compile a map in which every reference leads somewhere.

    ``standard`` takes the place of the map's standard, for the thesis even of its own one; ``weighing`` that of the
    map's. ``strengths``, each in 0..1, takes the place of the strengths of arguments, by id. ``copies``: arguments by
    id, each with a strength at which it stands beside itself once more; it is one that is stated if its own is.
    ``accepted``: claims that are read as if their status were accepted. Unless it ``is_fixed``, claims may be granted
    when the framework is evaluated. Cost: linear, but for sorting what bears on one node, and times the number of
    forces where there are several.
    Raises UsageError where arguments rest on each other with too many different numbers to be weighed.
    """
    compiler = _Compiler(map_, strengths or {}, copies, weighing or map_.weighing, frozenset(accepted), is_fixed)
    return compiler.framework(standard)


def compile_under(
    map_: Map,
    standards: Iterable[str],
    strengths: Mapping[str, float],
    weighing: str | None = None,
    accepted: Collection[str] = (),
) -> Iterator[Framework]:
    """Compile a map as ``compile_map`` does, under one standard after the other; it is fixed. The map is read once."""
    compiler = _Compiler(map_, strengths, (), weighing or map_.weighing, frozenset(accepted), is_fixed=True)
    return map(compiler.framework, standards)


class _Compiler:
    """Reads a map's claims and arguments into lists, then ranks what bears on each node."""

    def __init__(  # noqa: PLR0913 - as above
        self,
        map_: Map,
        strengths: Mapping[str, float],
        copies: Sequence[tuple[str, float]],
        weighing: str,
        accepted: frozenset[str],
        is_fixed: bool,
    ) -> None:
        self.map = map_
        self.standard: str | None = None
        self.parameters = parameters_of(map_.proof)
        self.is_last_link = weighing == "last-link"
        self.accepted = accepted
        self.is_fixed = is_fixed
        self.names = (*map_.claims, *map_.arguments)
        self.numbers = {name: number for number, name in enumerate(self.names)}
        self.claims = len(map_.claims)
        stated = [strengths.get(name, argument.strength) for name, argument in map_.arguments.items()]
        #: By argument, counted from the first: the strength that is stated, how strong it is, and its premises.
        self.stated: list[float | None] = stated
        self.strengths = [1.0 if one is None else one for one in stated]
        self.premises = [
            tuple([self.numbers[premise] for premise in argument.premises]) for argument in map_.arguments.values()
        ]
        self.pros: dict[int, list[int]] = {}
        self.cons: dict[int, list[int]] = {}
        self.contraries: dict[int, list[int]] = {}
        self.steps: dict[int, int] = {}
        self.owners: list[int] = []
        self.known_possible: Possible | None = None
        self.copies = range(len(self.names), len(self.names) + len(copies))
        self._add_copies(copies)
        self._add_arguments(copies)
        self._add_contradictions()

    def framework(self, standard: str | None) -> Framework:
        """Give the framework under a standard in the place of the map's, and of the thesis' own; or under those."""
        self.standard = standard
        made = Framework()
        made.names, made.claims = self.names, self.claims
        made.thesis = self.numbers.get(self.map.thesis, -1)
        made.copies = self.copies
        statuses, grounds = self.statuses, self.grounds
        made.steps = {argument: step for argument, step in self.steps.items() if argument < len(self.names)}
        made.parts = [_NOTHING] * self.claims
        for number, premises in enumerate(self.premises, self.claims):
            made.parts.append((*premises, self.steps[number]) if number in self.steps else premises)
        made.parts += [_NOTHING] * len(self.steps)
        made.base = statuses + [GRANTED] * (len(made.parts) - self.claims)
        for node in grounds:
            if node < self.claims and made.base[node] != REJECTED:
                made.base[node] = GRANTED
        made.grounds = grounds
        self._weigh(made, grounds)
        made.nodes = len(made.parts)
        return made

    # --- what there is -------------------------------------------------------------------------------------------

    def _add_copies(self, copies: Sequence[tuple[str, float]]) -> None:
        for name, strength in copies:
            number = self.numbers[name]
            self.stated.append(None if self.stated[number - self.claims] is None else strength)
            self.strengths.append(strength)
            self.premises.append(self.premises[number - self.claims])
            self.owners.append(number)

    def _add_arguments(self, copies: Sequence[tuple[str, float]]) -> None:
        """Let arguments and their copies bear on their targets; what bears on an argument bears on its copies, too."""
        claims, numbers, arguments = self.claims, self.numbers, self.map.arguments
        again: dict[int, list[int]] = {}
        for number, (name, _) in enumerate(copies, len(self.names)):
            again.setdefault(numbers[name], []).append(number)
        following = len(self.names) + len(copies)
        for number, argument in enumerate(arguments.values(), claims):
            bearing = self.cons if argument.supports is None else self.pros
            target = numbers[argument.target]
            targets = [target, *again[target]] if target in again else [target]
            for one in targets:
                if one >= claims:
                    if one not in self.steps:
                        self.steps[one] = following
                        self.owners.append(self.owners[one - len(self.names)] if one >= len(self.names) else one)
                        following += 1
                    one = self.steps[one]  # noqa: PLW2901 - the step is what is spoken of
                bearing.setdefault(one, []).extend((number, *again.get(number, ())))

    def _add_contradictions(self) -> None:
        """Let each of two claims that contradict each other count against the other, once, whichever side says so."""
        pairs: dict[tuple[int, int], None] = {}
        for number, claim in enumerate(self.map.claims.values()):
            for name in claim.contradicts:
                other = self.numbers[name]
                pairs[number, other] = pairs[other, number] = None
        for target, contrary in pairs:
            self.contraries.setdefault(target, []).append(contrary)

    @cached_property
    def statuses(self) -> list[int]:
        """What holds each claim, its grounds aside."""
        return [
            GRANTED
            if name in self.accepted
            else _BY_STATUS[claim.status]
            if claim.status
            else NEEDS_SUPPORT
            if number in self.pros
            else GRANTED
            for number, (name, claim) in enumerate(self.map.claims.items())
        ]

    @cached_property
    def grounds(self) -> dict[int, float]:
        """The grounds with a force, by claim and step."""
        grounds = {
            number: force
            for number, claim in enumerate(self.map.claims.values())
            if (force := ground_of(claim)) is not None
        }
        for argument, step in self.steps.items():
            if (stated := self.stated[argument - self.claims]) is not None:
                grounds[step] = stated
        return grounds

    # --- what weighs how much -------------------------------------------------------------------------------------

    def _weigh(self, made: Framework, grounds: Mapping[int, float]) -> None:
        """Rank what bears on each node; add grounds where they are weighed, and levels where they make a difference."""
        weighed = [node for node in grounds if node in self.cons or node in self.contraries]
        made.ground_nodes = range(len(made.parts), len(made.parts) + len(weighed))
        ground_nodes = dict(zip(weighed, made.ground_nodes, strict=True))
        made.parts += [_NOTHING] * len(weighed)
        made.base += [GRANTED] * len(weighed)
        names = len(self.names)
        made.owners = self.owners + [node if node < names else self.owners[node - names] for node in weighed]
        weighing = Weighing(self._possible(made, grounds), self.parameters, len(made.parts))
        made.pros, made.cons = [_NOTHING] * len(made.parts), [_NOTHING] * len(made.parts)
        for node in {**self.pros, **self.cons, **self.contraries}:
            ground = [(grounds[node], ground_nodes[node])] if node in ground_nodes else []
            made.pros[node], made.cons[node] = weighing.ranked(
                self._standard_of(node),
                ground,
                self.pros.get(node, ()),
                self.cons.get(node, ()),
                self.contraries.get(node, ()),
            )
        made.lent, made.is_one_way = {}, True
        made.possible = weighing.possible
        if weighing.has_levels:
            levels = weighing.levels
            made.parts += levels.parts
            made.pros += [tuple((pro, 0, 0) for pro in pros) for pros in levels.pros]
            made.cons += [_NOTHING] * len(levels.parts)
            made.base += [GRANTED if parts else NEEDS_SUPPORT for parts in levels.parts]
            for node, settled_by in levels.unsettled.items():
                made.base[node], made.cons[node] = OPEN, settled_by
            made.owners = made.owners + levels.owners
            made.is_one_way = not levels.unsettled
            made.lent = {claim: tuple(nodes) for claim, nodes in levels.lent.items()}

    def _possible(self, made: Framework, grounds: Mapping[int, float]) -> Possible | None:
        """Give the forces that there can be, which are the same under all standards; None as ``_speakers`` does."""
        if self.known_possible is None and (speakers := self._speakers(made, grounds)) is not None:
            from coldwater.semantics.forces import possible_forces  # noqa: PLC0415 - most maps have no numbers

            self.known_possible = possible_forces(speakers)
        return self.known_possible

    def _speakers(self, made: Framework, grounds: Mapping[int, float]) -> Speakers | None:
        """Give what forces come from; None where all that stands speaks with force 1, and nothing is contradicted."""
        claims = list(self.map.claims.values())
        is_flat = all(strength == 1.0 for strength in self.strengths) and all(
            claim.credence is None for claim in claims
        )
        if is_flat and not self.contraries:
            return None
        from coldwater.semantics.forces import Speakers  # noqa: PLC0415 - as above

        granted = {number for number, held in enumerate(made.base[: self.claims]) if held == GRANTED}
        return Speakers(
            self.claims,
            self.premises,
            self.strengths,
            self.pros,
            [1.0 if claim.credence is None else claim.credence for claim in claims],
            {node: force for node, force in grounds.items() if node < self.claims},
            granted,
            () if self.is_fixed else frozenset(range(self.claims)) - granted,
            {number for number, held in enumerate(made.base[: self.claims]) if held == OPEN},
            is_flat,
            self.is_last_link,
        )

    def _standard_of(self, node: int) -> str:
        """Give the standard by which a claim or a step is judged."""
        return OF_STEPS if node >= self.claims else standard_of(self.map, self.names[node], self.standard)

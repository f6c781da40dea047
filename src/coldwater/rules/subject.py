"""What a rule looks at. It knows no file: full texts of sources are handed in."""

from __future__ import annotations

from functools import cached_property

from coldwater.errors import UsageError
from coldwater.model.graph import Graph
from coldwater.rules.by_id import in_order_of_ids
from coldwater.rules.citations import citations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.findings import Pointer
    from coldwater.model.models import Map
    from coldwater.model.stamps import Stamp
    from coldwater.rules.breaks import Break
    from coldwater.rules.fulltext import FullText
    from coldwater.rules.lookups import Counts, Lookup
    from coldwater.rules.references import Reference
    from coldwater.rules.twins import Twins
    from coldwater.schemes.asking import Examination
    from coldwater.schemes.filling import Use
    from coldwater.semantics.labelling import Labelling
    from coldwater.suggest import Names


class Subject:
    """A map under check: its graph, the texts and stamps at hand, and the ids to be given the benefit of the doubt.

    Its entries stand in the order of their ids, whatever the order of the file (see ``by_id``). What several rules
    need is worked out here once, when the first of them asks.
    """

    def __init__(
        self,
        map_: Map,
        texts: Mapping[str, str] | None = None,
        excused: frozenset[str] = frozenset(),
        stamps: Mapping[str, Stamp] | None = None,
    ) -> None:
        """Take a map; ``texts`` by source id; ``excused``: ids named in parts of the file that could not be read.

        ``stamps``: who looked at which argument; None if nobody knows.

        A reference from an unreadable part may well connect an excused id, so that nothing may be called unconnected
        or unused on its account: its mistake has been reported already.
        """
        self.map = in_order_of_ids(map_)
        self.texts: Mapping[str, str] = texts or {}
        self.excused = excused
        self.stamps = stamps
        self._refusal: str | None = None

    @cached_property
    def graph(self) -> Graph:
        """The map's relations, looked up once for all rules."""
        return Graph(self.map)

    def steps_up(self, node: str) -> tuple[str, ...]:
        """Give the nodes one step nearer to the thesis by arguments alone: a claim's uses, an argument's target."""
        graph = self.graph
        return graph.uses(node) if node in graph.claims else graph.above(node)

    @cached_property
    def dangling(self) -> tuple[Reference, ...]:
        """The references to ids that are not there, each with what was probably meant."""
        from coldwater.rules.references import dangling_references  # noqa: PLC0415 - the room is loaded by then

        return dangling_references(self.map, self.excused)

    @cached_property
    def dangling_at(self) -> Mapping[Pointer, Reference]:
        """The dangling references by where they stand."""
        return {reference.pointer: reference for reference in self.dangling}

    @cached_property
    def names(self) -> Mapping[str, Names]:
        """The ids that may be named in each role, for a guess at what was meant."""
        from coldwater.rules.references import names_by_role  # noqa: PLC0415 - only where something is wrong

        return names_by_role(self.map)

    def meant_by(self, *roles: str) -> frozenset[str]:
        """Give the ids that dangling references in these roles probably meant: they are not to blame as well."""
        return frozenset(reference.meant for reference in self.dangling if reference.meant and reference.role in roles)

    @cached_property
    def meant_targets(self) -> frozenset[str]:
        """The ids that were probably meant by the dangling targets of arguments."""
        return self.meant_by("target")

    @cached_property
    def loose_ends(self) -> frozenset[str]:
        """Where a chain may well go on once another mistake is mended: what hangs there is not called an orphan.

        Excused ids, arguments whose target is not there, ids that name both a claim and an argument, claims with a
        dangling contradiction, and what a dangling premise, contradiction or rival probably meant.
        """
        graph = self.graph
        dangling = {name for name, argument in self.map.arguments.items() if not graph.has(argument.target)}
        contraries = {loose.owner for loose in self.dangling if loose.role == "contradiction" and loose.owner}
        return self.excused | dangling | self.clashing | contraries | self.meant_by("premise", "contradiction", "rival")

    @cached_property
    def connected(self) -> frozenset[str]:
        """What reaches a thesis, a rival, or a loose end."""
        return self.graph.behind([*self.graph.roots, *sorted(self.loose_ends)])

    @cached_property
    def has_theses(self) -> bool:
        """Tell whether every thesis is a claim that is there."""
        return all(thesis in self.map.claims for thesis in self.map.theses)

    @cached_property
    def is_tree(self) -> bool:
        """Tell whether everything hangs on one root in just one way: nothing is shared, circular or two-sided."""
        claims, graph, roots = self.map.claims, self.graph, self.graph.roots
        if not self.has_theses or self.loose_ends or self.contraries or any(map(graph.uses, roots)):
            return False
        if len(self.connected) != len(claims) + len(self.map.arguments):
            return False
        return all(len(graph.uses(claim)) == 1 for claim in claims if claim not in roots)

    @cached_property
    def clashing(self) -> frozenset[str]:
        """The ids that name both a claim and an argument (CW102)."""
        claims = self.map.claims
        return frozenset(name for name in self.map.arguments if name in claims)

    @cached_property
    def self_defeating(self) -> frozenset[str]:
        """The arguments that attack or rest on themselves, which CW107 reports: other rules pass them over."""
        graph = self.graph
        return frozenset(
            name
            for name, argument in self.map.arguments.items()
            if ((target := argument.target) in argument.premises and target in graph.claims)
            or (target == name and name not in graph.claims)
        )

    @cached_property
    def support_circles(self) -> tuple[tuple[str, ...], ...]:
        """The circles of supports, which CW105 reports."""
        return self.graph.support_circles(without=self.self_defeating)

    @cached_property
    def support_knots(self) -> Mapping[str, int]:
        """By each node of a circle of supports the number of its circle."""
        return {node: number for number, circle in enumerate(self.support_circles) for node in circle}

    @cached_property
    def twins(self) -> Twins:
        """The arguments that repeat or reverse an earlier one, which CW108 and CW109 report."""
        from coldwater.rules.twins import find_twins  # noqa: PLC0415

        return find_twins(self)

    @cached_property
    def sides(self) -> tuple[tuple[str, Mapping[str, frozenset[str]]], ...]:
        """By thesis the sides that each claim or argument serves there: both if double-edged, left out if none."""
        from coldwater.rules.sides import sides_by_thesis  # noqa: PLC0415 - not needed for most maps

        return tuple(sides_by_thesis(self.graph))

    @cached_property
    def contraries(self) -> Mapping[str, frozenset[str]]:
        """By claim the other claims that it contradicts, whichever side says so; claims without any are left out."""
        pairs: dict[str, set[str]] = {}
        for name, claim in self.map.claims.items():
            for other in claim.contradicts:
                if other != name and other in self.map.claims:
                    pairs.setdefault(name, set()).add(other)
                    pairs.setdefault(other, set()).add(name)
        return {name: frozenset(others) for name, others in pairs.items()}

    @cached_property
    def breaks(self) -> tuple[Break, ...]:
        """The places where chains of arguments end without reaching a root, which CW103 and CW104 report."""
        if not self.has_theses:
            return ()
        if len(self.connected) == len(self.map.claims) + len(self.map.arguments) - len(self.clashing):
            return ()
        from coldwater.rules.breaks import find_breaks  # noqa: PLC0415 - only where something is unconnected

        return tuple(find_breaks(self))

    @property
    def is_whole(self) -> bool:
        """Tell whether the map can be read as a graph, and not only in part."""
        return not (self.dangling or self.clashing or self.excused)

    @cached_property
    def labelling(self) -> Labelling | None:
        """The grounded labelling; None where the map cannot be read as a graph, only in part, or not be weighed."""
        if not self.is_whole:
            return None
        from coldwater.semantics.compiling import compile_map  # noqa: PLC0415 - most maps mark and expect nothing
        from coldwater.semantics.grounded import grounded  # noqa: PLC0415
        from coldwater.semantics.labelling import Labelling  # noqa: PLC0415

        try:
            framework = compile_map(self.map, is_fixed=True)
        except UsageError as error:
            self._refusal = str(error)
            return None
        return Labelling(framework, grounded(framework))

    @property
    def refusal(self) -> str | None:
        """Why the map cannot be weighed, in words for people; None if it can be, or cannot be read as a graph."""
        return self._refusal if self.labelling is None else None

    @cached_property
    def schemes(self) -> Mapping[str, Use]:
        """The arguments that name a scheme that is known, in the order of their ids, with what fills its slots."""
        named = [name for name, argument in self.map.arguments.items() if argument.scheme is not None]
        if not named:
            return {}
        from coldwater.schemes.filling import use_of  # noqa: PLC0415 - most maps name no scheme

        found = {name: use_of(self.map.arguments[name]) for name in named}
        return {name: use for name, use in found.items() if use is not None}

    @cached_property
    def examination(self) -> Examination:
        """What asks the arguments their critical questions."""
        from coldwater.schemes.asking import Examination  # noqa: PLC0415 - only where questions are asked or answered

        return Examination(self.graph)

    @cached_property
    def lookups(self) -> Mapping[Pointer, Lookup]:
        """What is cited from the full texts at hand, looked up there, by where it stands; in the order of the ids."""
        if not self.full_texts:
            return {}
        from coldwater.rules.lookups import look_up  # noqa: PLC0415 - most maps come without texts

        return {lookup.pointer: lookup for lookup in look_up(self.map, self.full_texts)}

    @cached_property
    def counts(self) -> Counts | None:
        """How many quotes and fingerprints were found and how many could not be looked up; None if there are none."""
        if not self.map.sources:
            return None
        cited = (one.citation for one in citations(self.map))
        if not any(citation.read_out or citation.fingerprint is not None for citation in cited):
            return None
        from coldwater.rules.lookups import counted  # noqa: PLC0415 - most maps quote nothing

        return counted(self.map, self.lookups)

    @cached_property
    def full_texts(self) -> Mapping[str, FullText]:
        """The full texts at hand of the map's sources, by source id."""
        texts = {source: text for source, text in self.texts.items() if source in self.map.sources}
        if not texts:
            return {}
        from coldwater.rules.fulltext import FullText  # noqa: PLC0415 - hashes and character tables

        return {source: FullText(text) for source, text in texts.items()}

"""The claims that positions dispute: some reject them, and others hold them, in so many words or by what they accept.

All positions are evaluated at once, under the grounded semantics.
"""

from __future__ import annotations

from coldwater.records import NamedTuple
from coldwater.semantics.compiling import compile_map
from coldwater.semantics.evaluation import Overrides, refuse_odd
from coldwater.semantics.positions import as_written, seer_named
from coldwater.semantics.scenarios import grounded_of, scenarios_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Literal

    from coldwater.model.models import Map
    from coldwater.semantics.positions import Seer

    #: How a claim is held that somebody else rejects.
    Held = Literal["accepts", "follows", "granted"]

#: The ways to hold a claim, the plainest first.
HELD: tuple[Held, ...] = ("accepts", "follows", "granted")


class Dispute(NamedTuple):
    """A claim that some positions reject and others hold, by the ids of these, in the order of the file.

    ``accepts``: they say so. ``follows``: they say nothing of it, but as they see the map an argument for it stands.
    ``granted``: they say nothing of it, and leave it standing as the map does: nobody argues for it.
    """

    claim: str
    rejects: tuple[str, ...]
    accepts: tuple[str, ...]
    follows: tuple[str, ...]
    granted: tuple[str, ...]

    @property
    def held(self) -> Held:
        """The plainest way in which it is held."""
        return next(way for way in HELD if getattr(self, way))


def find_disputes(map_: Map, standard: str | None = None, among: Iterable[str] | None = None) -> tuple[Dispute, ...]:
    """Give the claims that positions dispute, the plainest disputes first, then in the order of the file.

    The map, every reference of which leads somewhere, is taken as it is written, whoever sees it. ``standard`` takes
    the place of its own; ``among``: only claims of these. Raises UsageError for a standard that there is none of.
    Cost: one evaluation, in which each position is a scenario.
    """
    written = as_written(map_)
    refuse_odd(written, Overrides(standard=standard))
    seers = [seer_named(written, name) for name in written.positions]
    rejected = {name for seer in seers for name in seer.rejects}
    asked = [name for name in written.claims if name in (rejected if among is None else rejected.intersection(among))]
    if len(seers) < 2 or not asked:
        return ()
    stands, carried = _evaluated(written, standard, seers, asked)
    said = [(frozenset(seer.rejects), frozenset(seer.accepts)) for seer in seers]
    found = []
    for name in asked:
        ways: dict[str, list[str]] = {}
        for place, (rejects, accepts) in enumerate(said):
            if name in rejects:
                ways.setdefault("rejects", []).append(seers[place].id)
            elif name in accepts:
                ways.setdefault("accepts", []).append(seers[place].id)
            elif stands[name] >> place & 1:
                ways.setdefault("follows" if carried[name] >> place & 1 else "granted", []).append(seers[place].id)
        if len(ways) > 1:
            found.append(Dispute(name, *(tuple(ways.get(way, ())) for way in ("rejects", *HELD))))
    return tuple(sorted(found, key=lambda one: HELD.index(one.held)))


def _evaluated(
    map_: Map, standard: str | None, seers: Sequence[Seer], asked: Sequence[str]
) -> tuple[dict[str, int], dict[str, int]]:
    """Give by claim for which positions it stands, and for which an argument for it does: masks of their places."""
    supporters: dict[str, list[str]] = {name: [] for name in asked}
    for name, argument in map_.arguments.items():
        if argument.supports in supporters:
            supporters[argument.supports].append(name)
    framework = compile_map(map_, standard)
    numbers = framework.numbers
    cases = [([numbers[one] for one in seer.rejects], [numbers[one] for one in seer.accepts]) for seer in seers]
    wanted = {numbers[one] for name in asked for one in (name, *supporters[name])}
    masks = grounded_of(framework, wanted, scenarios_of(cases))
    carried = dict.fromkeys(asked, 0)
    for name in asked:
        for pro in supporters[name]:
            carried[name] |= masks[numbers[pro]].stands
    return {name: masks[numbers[name]].stands for name in asked}, carried

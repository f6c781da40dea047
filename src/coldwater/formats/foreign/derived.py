"""What a reader finds out by itself about a map whose format does not say it: theses, shape, draft."""

from __future__ import annotations

from coldwater.findings import START
from coldwater.formats.foreign.gathering import Entry
from coldwater.formats.foreign.standing import Standing
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.formats.foreign.losses import Losses
    from coldwater.formats.foreign.outgoing import Outgoing
    from coldwater.model.models import Map

#: The fields of a map that are found again where nothing is lost by not writing them.
DERIVED = ("thesis", "rivals", "shape", "draft")


class Derived(NamedTuple):
    """What a reader makes of a map by itself: ``told`` are the theses that it goes by, and ``roots`` those it finds."""

    roots: tuple[str, ...]
    told: tuple[str, ...]
    shape: str
    draft: bool


def derived(map_: Map, told: tuple[str, ...] | None = None) -> Derived:
    """Find the roots, and shape and draft by what a format tells of theses and rivals, or else by the roots."""
    claims = {id_: Entry("claims", {}, "", {}, START) for id_ in map_.claims}
    arguments = {id_: Entry("arguments", {}, "", {}, START) for id_ in map_.arguments}
    names = {entry: id_ for id_, entry in claims.items()}
    for id_, argument in map_.arguments.items():
        entry = arguments[id_]
        entry.premises = [claims[premise] for premise in argument.premises if premise in claims]
        entry.target = arguments.get(argument.target) or claims.get(argument.target)
    standing = Standing(list(claims.values()), list(arguments.values()))
    roots = tuple(names[root] for root in standing.roots())
    tops = [claims[id_] for id_ in (roots if told is None else told) if id_ in claims]
    shape = "tree" if standing.is_tree(tops) else "graph"
    return Derived(roots, tuple(names[top] for top in tops), shape, standing.has_loose_claims(tops))


def lose_derived(losses: Losses, outgoing: Outgoing, why: str, theses: tuple[str, ...] | None = None) -> None:
    """Note which of thesis, rivals, shape and draft would come back otherwise than they are.

    ``theses``: those that the format tells, where it does; else the roots are taken for them, and rivals among them.
    """
    map_ = outgoing.map
    found = derived(map_, theses)
    if found.told != tuple(map_.theses):
        losses.add("choice of the thesis", why, many="choices of the thesis", field=("Map", "thesis"))
    if map_.rivals:
        losses.add("rival", why, many="rivals", field=("Map", "rivals"), count=len(map_.rivals))
    if map_.shape != found.shape:
        losses.add("`shape` of the map", why, many="`shape` of the map", field=("Map", "shape"))
    if map_.draft != found.draft:
        losses.add("`draft` of the map", why, many="`draft` of the map", field=("Map", "draft"))

"""What a reader finds out by itself about a map whose format does not say it: theses, shape, draft."""

from __future__ import annotations

from coldwater.findings import START
from coldwater.formats.foreign.gathering import Entry
from coldwater.formats.foreign.standing import Standing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.formats.foreign.losses import Losses
    from coldwater.formats.foreign.outgoing import Outgoing

#: The fields of a map that are found again where nothing is lost by not writing them.
DERIVED = ("thesis", "rivals", "shape", "draft")


def lose_derived(losses: Losses, outgoing: Outgoing, why: str, theses: tuple[str, ...] | None = None) -> None:
    """Note which of thesis, rivals, shape and draft would come back otherwise than they are.

    ``theses``: those that the format tells, where it does; else the roots are taken for them, and rivals among them.
    """
    map_ = outgoing.map
    claims = {id_: Entry("claims", {}, "", {}, START) for id_ in map_.claims}
    arguments = {id_: Entry("arguments", {}, "", {}, START) for id_ in map_.arguments}
    names = {entry: id_ for id_, entry in claims.items()}
    for id_, argument in map_.arguments.items():
        entry = arguments[id_]
        entry.premises = [claims[premise] for premise in argument.premises if premise in claims]
        entry.target = arguments.get(argument.target) or claims.get(argument.target)
    standing = Standing(list(claims.values()), list(arguments.values()))
    told = [claims[id_] for id_ in theses] if theses is not None else standing.roots()
    found = tuple(names[entry] for entry in told)
    if found != tuple(map_.theses):
        losses.add("choice of the thesis", why, many="choices of the thesis", field=("Map", "thesis"))
    if map_.rivals:
        losses.add("rival", why, many="rivals", field=("Map", "rivals"), count=len(map_.rivals))
    if map_.shape != ("tree" if standing.is_tree(told) else "graph"):
        losses.add("`shape` of the map", why, many="`shape` of the map", field=("Map", "shape"))
    if map_.draft != standing.has_loose_claims(told):
        losses.add("`draft` of the map", why, many="`draft` of the map", field=("Map", "draft"))

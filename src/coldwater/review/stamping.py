"""Stamps on arguments that somebody has looked at, and how the arguments of a map stand in this."""

from __future__ import annotations

from coldwater.errors import UsageError
from coldwater.model.graph import Graph
from coldwater.model.stamps import Stamp, changed_since, grounds
from coldwater.records import NamedTuple
from coldwater.suggest import hint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coldwater.model.models import Map


class Reviewed(NamedTuple):
    """An argument, its stamp if it has one, and the ids of what changed since."""

    id: str
    stamp: Stamp | None
    changed: tuple[str, ...]

    @property
    def is_current(self) -> bool:
        """Whether somebody looked at it as it stands."""
        return self.stamp is not None and not self.changed


def state_of(map_: Map, stamps: Mapping[str, Stamp]) -> tuple[Reviewed, ...]:
    """Say of each argument, in the order of the file, who looked at it and what changed since."""
    found = []
    for name in map_.arguments:
        stamp = stamps.get(name)
        found.append(Reviewed(name, stamp, () if stamp is None else changed_since(map_, name, stamp)))
    return tuple(found)


def suspects(map_: Map, stamps: Mapping[str, Stamp]) -> tuple[Reviewed, ...]:
    """Give the reviewed arguments that rest on something else than they did, in the order of the file."""
    return tuple(one for one in state_of(map_, stamps) if one.changed)


def stamped(
    map_: Map, stamps: Mapping[str, Stamp], ids: Sequence[str], by: str, on: str
) -> tuple[dict[str, Stamp], tuple[str, ...]]:
    """Give the stamps after a review, and the arguments that got one; stamps of arguments that are gone are dropped.

    Without ids, every argument gets a stamp that nobody has looked at as it stands. ``on``: year-month-day. Raises
    UsageError for an id that is no argument, saying what was probably meant.
    """
    for name in ids:
        _refuse_no_argument(map_, name)
    wanted = tuple(dict.fromkeys(ids)) or tuple(one.id for one in state_of(map_, stamps) if not one.is_current)
    kept = {name: stamp for name, stamp in stamps.items() if name in map_.arguments}
    return {**kept, **{name: Stamp(by, on, grounds(map_, name)) for name in wanted}}, wanted


def renamed_stamps(stamps: Mapping[str, Stamp], old: Map, new: Map, ids: tuple[str, str]) -> dict[str, Stamp]:
    """Give the stamps after an id was renamed, ``ids`` being the old one and the new one, and nothing else was changed.

    What was reviewed as it stood is so still, and what had changed since has changed: fingerprints hold ids.
    """
    was, is_ = ids
    is_argument = was in old.arguments and was not in new.arguments
    found = {}
    for name, stamp in stamps.items():
        name_now = is_ if is_argument and name == was else name
        found[name_now] = stamp
        if name in old.arguments and name_now in new.arguments:
            before, after = grounds(old, name), grounds(new, name_now)
            found[name_now] = stamp._replace(rests_on=_renamed_grounds(stamp.rests_on, before, after, ids))
    return found


def _renamed_grounds(
    stamped_: Mapping[str, str], before: Mapping[str, str], after: Mapping[str, str], ids: tuple[str, str]
) -> dict[str, str]:
    if dict(stamped_) == dict(before):
        return dict(after)
    was, is_ = ids
    found = {}
    for id_, digest in stamped_.items():
        id_now = is_ if id_ == was and is_ in after and was not in after else id_
        found[id_now] = after[id_now] if before.get(id_) == digest and id_now in after else digest
    return found


def _refuse_no_argument(map_: Map, name: str) -> None:
    if name in map_.arguments:
        return
    if name not in map_.claims:
        raise UsageError(f"there is no argument `{name}` in this map.{hint(name, (*map_.arguments, *map_.claims))}")
    graph = Graph(map_)
    resting = dict.fromkeys((*graph.uses(name), *graph.incoming(name)))
    listed = ", ".join(f"`{one}`" for one in resting)
    what = f"; these rest on it: {listed}" if listed else ", and no argument rests on it"
    raise UsageError(f"`{name}` is a claim, and it is arguments that are reviewed{what}")

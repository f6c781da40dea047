"""A map as a position sees it: what the position accepts is granted, what it rejects is set aside.

Such a view reads as any map does, so that whatever is asked of a map can be asked of it. It knows no verdict.
"""

from __future__ import annotations

from coldwater.errors import UsageError
from coldwater.listing import listed
from coldwater.model.replacing import with_value
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from coldwater.model.models import Map

#: How many claims are named in a sentence.
_NAMED = 12


class Seer(NamedTuple):
    """Who sees a map: the id and name of a position, what it accepts, and what it rejects.

    What it both accepts and rejects counts as rejected, and stands in ``rejects`` alone.
    """

    id: str
    name: str
    accepts: tuple[str, ...]
    rejects: tuple[str, ...]


class SeenMap:
    """A map whose claims have the statuses that a position gives them; all else is that of the map ``as_written``."""

    def __init__(self, map_: Map, seer: Seer) -> None:
        self.as_written = map_
        self.seer = seer
        statuses = {**dict.fromkeys(seer.accepts, "accepted"), **dict.fromkeys(seer.rejects, "rejected")}
        self.claims = {
            name: with_value(claim, "status", statuses[name]) if name in statuses else claim
            for name, claim in map_.claims.items()
        }

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name == "as_written":
            raise AttributeError(name)
        return getattr(self.as_written, name)


def with_field(map_: Map, field: str, value: object) -> Map:
    """Give a map with another value in a field that says nothing of claims; as whoever it was seen by still sees it."""
    if isinstance(map_, SeenMap):
        return SeenMap(with_value(map_.as_written, field, value), map_.seer)  # type: ignore[return-value]  # reads as one
    changed: Map = with_value(map_, field, value)
    return changed


def seer_named(map_: Map, position: str) -> Seer:
    """Give a position of a map by its id. Raises UsageError where there is none, with the one that was meant."""
    held = map_.positions.get(position)
    if held is None:
        from coldwater.suggest import hint  # noqa: PLC0415 - only where something is unknown

        if not map_.positions:
            raise UsageError(f"there is no position `{position}` in this map; it has none at all.")
        meant = hint(position, map_.positions) or f" There {_are(list(map_.positions))}."
        raise UsageError(f"there is no position `{position}` in this map.{meant}")
    rejects = dict.fromkeys(held.rejects)
    accepts = tuple(one for one in dict.fromkeys(held.accepts) if one not in rejects)
    return Seer(position, held.name, accepts, tuple(rejects))


def _are(names: Sequence[str]) -> str:
    shown = [f"`{name}`" for name in names[:_NAMED]]
    if len(names) > _NAMED:
        shown.append(f"{len(names) - _NAMED:,} more")
    return f"{'is' if len(names) == 1 else 'are'} {listed(shown)}"


def seen_by(map_: Map, position: str) -> Map:
    """Give a map, every reference of which leads somewhere, as a position of it sees it.

    A map that is seen by somebody already is seen anew, as it is written. Raises UsageError as ``seer_named`` does.
    """
    written = as_written(map_)
    seen: Map = SeenMap(written, seer_named(written, position))  # type: ignore[assignment]  # it reads as one
    return seen


def as_written(map_: Map) -> Map:
    """Give a map as it is written, whoever sees it."""
    return map_.as_written if isinstance(map_, SeenMap) else map_


def seer_of(map_: Map) -> Seer | None:
    """Give who sees a map; None for a map as it is written."""
    return map_.seer if isinstance(map_, SeenMap) else None


def refuse_conflict(map_: Map, rejected: Sequence[str], accepted: Sequence[str]) -> None:
    """Raise UsageError where what is overruled goes against the position that sees a map."""
    seer = seer_of(map_)
    if seer is None:
        return
    for name in rejected:
        if name in seer.accepts:
            raise UsageError(f"`{name}` cannot be rejected as seen by {seer.name}: the position `{seer.id}` accepts it")
    for name in accepted:
        if name in seer.rejects:
            raise UsageError(f"`{name}` cannot be accepted as seen by {seer.name}: the position `{seer.id}` rejects it")


# --- words --------------------------------------------------------------------------------------------------------


def as_seen(map_: Map) -> str:
    """Say that a map is seen by somebody, for the middle of a sentence; nothing for a map as it is written."""
    seer = seer_of(map_)
    return "" if seer is None else f"as seen by {seer.name}"


def stance_told(seer: Seer) -> str:
    """Say what a position accepts and rejects, by ids."""
    said = [
        f"{verb} {listed([*names[:_NAMED], *([f'{len(names) - _NAMED:,} more'] if len(names) > _NAMED else [])])}"
        for verb, names in (("accepting", seer.accepts), ("rejecting", seer.rejects))
        if names
    ]
    return ", ".join(said) or "accepting and rejecting nothing"


def view_told(map_: Map) -> str:
    """Say as whom a map is seen and what that changes, as a sentence; nothing for a map as it is written."""
    seer = seer_of(map_)
    return "" if seer is None else f"As seen by {seer.name}, {stance_told(seer)}."


def view_data(map_: Map) -> dict[str, Any]:
    """Give as whom a map is seen, as JSON has it: a key ``position``, or none for a map as it is written."""
    seer = seer_of(map_)
    if seer is None:
        return {}
    told = {"id": seer.id, "name": seer.name, "accepts": list(seer.accepts), "rejects": list(seer.rejects)}
    return {"position": told}

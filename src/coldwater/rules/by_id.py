"""A map as rules look at it: its entries in the order of their ids, so that what is found does not hang on the file's.

A rule that names the first of several, or the second of two that say the same, names the same one in a map and in the
same map laid out anew: a baseline, which goes by ids, holds after ``fmt``.
"""

from __future__ import annotations

from coldwater.model._fields import FIELDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.model.models import Map

_SECTIONS = ("sources", "claims", "arguments", "positions", "questions")


class _ByIds:
    """Has every field of a map; the sections are sorted. Lists keep their order: places in them are counted."""

    def __init__(self, map_: Map) -> None:
        for field in FIELDS["Map"]:
            setattr(self, field, getattr(map_, field))
        for section in _SECTIONS:
            entries = getattr(map_, section)
            names = sorted(entries)
            if section == "claims":
                names = [*(thesis for thesis in map_.theses if thesis in entries), *names]
            setattr(self, section, {name: entries[name] for name in names})

    @property
    def thesis(self) -> str:
        """The thesis that is meant where one is asked for."""
        first: str = self.theses[0]  # type: ignore[attr-defined]
        return first


def in_order_of_ids(map_: Map) -> Map:
    """Give a map with each section in the order of its ids, by code points; the theses stay ahead. Cost: sorting."""
    return _ByIds(map_)  # type: ignore[return-value]  # as the plain twins, it has what a map has

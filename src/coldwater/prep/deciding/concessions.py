"""Free concessions: what may be given up without a loss. A leaf is free if it is in no crux and in no winning line.

Free leaves are free together: if giving them all up changed the verdict, some of them would be a crux.
"""

from __future__ import annotations

from coldwater.prep.deciding.lines import line_task
from coldwater.prep.deciding.searching import Task, labels_after, look_for
from coldwater.records import NamedTuple
from coldwater.semantics.framework import OPEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.model.graph import Side
    from coldwater.prep.deciding.cruxes import Cruxes
    from coldwater.prep.deciding.inquiry import Handles, Inquiry
    from coldwater.prep.deciding.lines import Lines

#: Of so many leaves every set is tried; of so many where each set costs a search.
MOST_TRIED, MOST_SEARCHED = 16, 10


class Concessions(NamedTuple):
    """The free leaves, in the order of the file.

    ``is_certain``: whether it is certain that none of them is in a larger crux or line than was looked for. If not,
    they have at least been given up all together, and the verdict was the same; if it was not, none is named.
    """

    free: tuple[Handles, ...]
    is_certain: bool

    def of(self, side: Side) -> tuple[Handles, ...]:
        """Give those that serve a side."""
        return tuple(one for one in self.free if side in one.sides)


def find_concessions(inquiry: Inquiry, cruxes: Cruxes, lines: Sequence[Lines]) -> Concessions:
    """Give the leaves in none of the cruxes and lines found, of whatever size where these can be known."""
    used = {one for found in lines for line in found.found for one in line.handles}
    used |= {one for crux in (*cruxes.found, *cruxes.larger) for one in crux.handles}
    is_certain = all(found.complete_to is None for found in lines)
    every_crux = _in_any_crux(inquiry, cruxes, lines)
    is_certain = is_certain and every_crux is not None
    free = tuple(one for one in inquiry.handles if one not in used and one not in (every_crux or ()))
    if not is_certain and labels_after(inquiry, [[one.first for one in free]]) != [inquiry.label]:
        free = ()
    return Concessions(free, is_certain)


def _in_any_crux(inquiry: Inquiry, cruxes: Cruxes, lines: Sequence[Lines]) -> set[Handles] | None:
    """Give the leaves that are in cruxes of any size; None if they are not known."""
    handles = inquiry.handles
    if cruxes.complete_to >= len(handles):
        return {one for crux in cruxes.found for one in crux.handles}
    if not inquiry.can_be_read_off:
        if len(handles) > (MOST_TRIED if inquiry.oracle.is_grounded else MOST_SEARCHED):
            return None
        found = look_for(inquiry, Task(None, [one.leaves for one in handles]), len(handles))
        return {handles[place] for one in found.sets for place in one} if found.cut_by is None else None
    # A leaf is in a set that must be held iff it is in one that must be given up: each of these meets all of those.
    used: set[Handles] = set()
    for found_lines in lines:
        places = inquiry.places_of(found_lines.side)
        task = line_task(inquiry, found_lines.side)
        if all(inquiry.framework.base[leaf] != OPEN for leaf in task.granted):
            continue  # granting them makes no difference: the lines are these sets
        task = task._replace(granted=())
        found = look_for(inquiry, task, len(places))
        if found.cut_by is not None:
            return None
        used |= {handles[places[place]] for one in found.sets for place in one}
    return used

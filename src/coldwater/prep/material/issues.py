"""Which cruxes are put to a judge: each a question of its own, not one question over again with a claim changed."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from coldwater.prep.deciding.cruxes import Crux
    from coldwater.prep.material.preparation import Preparation


def distinct(prep: Preparation, cruxes: Iterable[Crux]) -> tuple[Crux, ...]:
    """Give cruxes of which no two by which the same side gains share a claim, small ones first, then by load.

    Equals go by their words, so that nothing depends on the order of the file.
    """
    taken: set[tuple[object, int]] = set()
    found = []
    for crux in sorted(cruxes, key=lambda one: _rank(prep, one)):
        claims = {(crux.gainer, leaf) for handles in crux.handles for leaf in handles.leaves}
        if not claims & taken:
            taken |= claims
            found.append(crux)
    return tuple(found)


def _rank(prep: Preparation, crux: Crux) -> tuple[int, float, list[str]]:
    leaves = [leaf for handles in crux.handles for leaf in handles.leaves]
    load = max((prep.weight(leaf).load for leaf in leaves), default=0.0)
    return len(crux.handles), -load, sorted(f"{prep.title(leaf)}\n{prep.names[leaf]}" for leaf in leaves)

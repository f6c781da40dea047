"""What would settle an open claim, and what would follow: the verdict if it is granted, and if it is rejected."""

from __future__ import annotations

from coldwater.prep.deciding.searching import labels_in
from coldwater.records import NamedTuple
from coldwater.semantics.framework import OPEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.prep.deciding.inquiry import Inquiry


class Settling(NamedTuple):
    """An open leaf, with the label of the thesis if it is granted and if it is rejected."""

    leaf: int
    if_granted: int
    if_rejected: int


def find_settlings(inquiry: Inquiry) -> tuple[Settling, ...]:
    """Say of each open leaf what settling it alone would do to the verdict, in the order of the file.

    Those that change nothing either way are left out; all of them are if time does not allow it.
    """
    leaves = sorted(leaf for one in inquiry.handles for leaf in one.leaves if inquiry.framework.base[leaf] == OPEN)
    cases: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    for leaf in leaves:
        cases += [((), (leaf,)), ((leaf,), ())]
    labels = iter(labels_in(inquiry, cases))
    found = [Settling(leaf, *pair) for leaf, pair in zip(leaves, zip(labels, labels, strict=True), strict=False)]
    return tuple(one for one in found if {one.if_granted, one.if_rejected} != {inquiry.label})

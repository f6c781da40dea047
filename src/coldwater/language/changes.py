"""What turns one text into another, as stretches for an editor to put in: cursors and folds stay where they are."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from coldwater.edits import Splice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_LINES = re.compile("[^\r\n]*(?:\r\n?|\n)|[^\r\n]+$")
#: Longer stretches are put in as one: comparing them costs the product of their lengths.
_MOST = 1_500


def changes(old: str, new: str) -> list[Splice]:
    r"""Give what is to be put in the place of what, in order, by whole lines; nothing where they are the same.

    >>> changes("a\nb\nc\n", "a\nx\nc\n")
    [Splice(start=2, end=4, text='x\n')]
    """
    if old == new:
        return []
    before, after = _LINES.findall(old), _LINES.findall(new)
    first = _alike(before, after)
    last = _alike(before[first:][::-1], after[first:][::-1])
    gone, come = before[first : len(before) - last], after[first : len(after) - last]
    offset = sum(map(len, before[:first]))
    if len(gone) > _MOST or len(come) > _MOST:
        return [Splice(offset, offset + sum(map(len, gone)), "".join(come))]
    starts = [offset]
    for line in gone:
        starts.append(starts[-1] + len(line))
    return [
        Splice(starts[left], starts[right], "".join(come[low:high]))
        for tag, left, right, low, high in SequenceMatcher(None, gone, come, autojunk=False).get_opcodes()
        if tag != "equal"
    ]


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    most = min(len(one), len(other))
    return next((number for number in range(most) if one[number] != other[number]), most)

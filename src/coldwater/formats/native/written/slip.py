"""A slip: a place where YAML does not read what was typed; and the text without slips, with the way back to places."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from coldwater.formats.native.lines import Lines
from coldwater.formats.native.splices import splice
from coldwater.formats.native.spots import SYNTAX
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from coldwater.edits import Splice
    from coldwater.findings import Place


class Slip(NamedTuple):
    """What was typed between two offsets is not what YAML reads there.

    ``splices`` make YAML read what was typed, so that reading can go on; ``words`` say what they do. They are offered
    as a fix if they ``mend`` the slip, and applied before reading if the text is ``lost`` without them: where YAML
    says less than was typed and is correct, it is read as it is.
    """

    start: int
    end: int
    message: str
    splices: tuple[Splice, ...]
    words: str
    mends: bool = True
    is_safe: bool = True
    rule: str = SYNTAX
    is_lost: bool = True


class Mended:
    """A text after splices, and where in the text before them each of its places was."""

    def __init__(self, text: str, splices: Iterable[Splice]) -> None:
        self.before = text
        self._splices = sorted(splices, key=lambda one: (one.start, one.end))
        self.text = splice(text, self._splices)
        growth = (len(one.text) - (one.end - one.start) for one in self._splices)
        #: By how much a text has grown before each splice, and behind the last.
        self._shifts = [0, *accumulate(growth)]
        #: Where each splice begins in the text after, and where it ends in the text before.
        self._starts = [one.start + shift for one, shift in zip(self._splices, self._shifts, strict=False)]
        self._ends = [one.end for one in self._splices]
        self._lines: tuple[Lines, Lines] | None = None

    def offset(self, offset: int) -> int:
        """Give the offset in the text before, for one in the text after."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0:
            return offset
        one, inside = self._splices[number], offset - self._starts[number]
        if inside < len(one.text):
            return min(one.start + inside, one.end)
        return one.end + inside - len(one.text)

    def after(self, offset: int) -> int:
        """Give the offset in the text after, for one in the text before."""
        return offset + self._shifts[bisect_right(self._ends, offset)]

    def place(self, place: Place) -> Place:
        """Give the place in the text before, for one in the text after."""
        if self._lines is None:
            self._lines = Lines(self.before), Lines(self.text)
        before, after = self._lines
        start = self.offset(after.offset(place.line, place.column))
        end = self.offset(after.offset(place.end_line, place.end_column))
        return before.place(start, max(start, end))

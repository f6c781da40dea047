"""The lines around two texts of which one must be chosen, as git writes them and as it asks for them."""

from __future__ import annotations

from coldwater.records import NamedTuple


class Markers(NamedTuple):
    """What stands behind the markers, how long they are, and the style: ``merge``, ``diff3`` or ``zdiff3``.

    In the latter two, what both sides come from stands between them; ``zdiff3`` takes out the lines with which both
    sides begin or end alike.
    """

    ours: str = "ours"
    base: str = "base"
    theirs: str = "theirs"
    size: int = 7
    style: str = "merge"

    def around(self, base: str, ours: str, theirs: str) -> str:
        r"""Give texts of whole lines with the markers around them.

        >>> Markers(ours="HEAD", size=3).around("", "a\n", "")
        '<<< HEAD\na\n===\n>>> theirs\n'
        """
        before = after = ""
        if self.style == "zdiff3":
            before, ours, theirs, after = _alike(ours, theirs)
        parts = [before, self._line("<", self.ours), ours]
        if self.style != "merge":
            parts += [self._line("|", self.base), base]
        return "".join([*parts, self._line("=", ""), theirs, self._line(">", self.theirs), after])

    def _line(self, sign: str, label: str) -> str:
        return f"{sign * self.size} {label}".rstrip(" ") + "\n"


def _alike(ours: str, theirs: str) -> tuple[str, str, str, str]:
    """Give the lines with which both begin, what is left of each, and the lines with which both end."""
    one, other = ours.split("\n"), theirs.split("\n")
    last = min(len(one), len(other)) - 1  # behind the last line end stands nothing
    first = 0
    while first < last and one[first] == other[first]:
        first += 1
    end = 0
    while end < last - first and one[-2 - end] == other[-2 - end]:
        end += 1
    rest = [lines[first : len(lines) - 1 - end] for lines in (one, other)]
    return _joined(one[:first]), _joined(rest[0]), _joined(rest[1]), _joined(one[len(one) - 1 - end : -1])


def _joined(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)

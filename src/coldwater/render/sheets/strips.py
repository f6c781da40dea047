"""Strips: a bar for every argument behind one, a row for each level, so that one sees how much there is. No text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.render.sheets.sheet import Tile
from coldwater.render.svg.elements import element, number

if TYPE_CHECKING:
    from coldwater.render.palette import Palette, Relation
    from coldwater.render.sheets.case import Case

BAR, GAP = 5.0, 2.0
_LONGEST = 30.0  # px of a bar with one leaf
_LEAST = 1.2  # px of a bar that is still seen
_MOST_LEVELS = 8
_OTHER: dict[Relation, Relation] = {"supports": "attacks", "attacks": "supports"}


def strip(case: Case, argument: str, room: float, colours: Palette) -> Tile:
    """Give the strip of all behind an argument in a width; bars have the colour of the side that they speak for.

    What falls is hollow. Bars that nobody would see are left out; so are levels beyond the eighth. Cost: linear in
    what is behind the argument.
    """
    behind = case.behind
    unit = min(_LONGEST, room / behind.leaves[argument])
    relation = case.relation(argument)
    side = relation if relation in _OTHER else "attacks"
    ways: dict[tuple[Relation, bool], list[str]] = {}
    for name, level, leaf, is_against in behind.walk(argument):
        wide = behind.leaves[name] * unit
        if level > _MOST_LEVELS or wide < _LEAST:
            continue
        falls = case.falls(name)
        inset = 0.5 if falls else 0.0  # a hollow bar has its line within
        x, y = leaf * unit + inset, (level - 1) * (BAR + GAP) + inset
        length = max(wide - min(GAP, wide * 0.3), 0.8) - 2 * inset
        way = f"M{number(x)},{number(y)}h{number(length)}v{number(BAR - 2 * inset)}h-{number(length)}z"
        ways.setdefault((_OTHER[side] if is_against else side, falls), []).append(way)
    height = min(behind.levels[argument], _MOST_LEVELS) * (BAR + GAP)
    return Tile(height, tuple(_path(one, falls, ways[one, falls], colours) for one, falls in sorted(ways)))


def _path(relation: Relation, is_hollow: bool, ways: list[str], colours: Palette) -> str:
    strong, data = colours.strong[relation], "".join(ways)
    if is_hollow:
        return element("path", d=data, fill="none", stroke=strong, stroke_width=1)
    return element("path", d=data, fill=strong)

"""A drawing turned round, for maps in scripts that run to the left: what stood left stands right, and texts end there.

It works on the elements of a drawing as text, all of which are written in this house; nothing else is understood.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.render.svg.elements import number

if TYPE_CHECKING:
    from collections.abc import Iterable

_TAG = re.compile(r"<(rect|circle|line|path|polygon|text|tspan|g) ([^<>]*)>")
_MOVED = re.compile(r"translate\(([-\d.]+) ([-\d.]+)\)")
_POINTS = re.compile(r'points="([^"]*)"')
_COMMAND = re.compile(r"([MLCHVhvaz])([^MLCHVhvaz]*)")
_ANCHORS = {"": ' text-anchor="end"', ' text-anchor="end"': "", ' text-anchor="middle"': ' text-anchor="middle"'}


def mirrored(parts: Iterable[str], wide: float) -> list[str]:
    """Give the elements of a drawing of a width, each at the mirrored place; signs and texts stay as they are."""
    return [f'<g transform="translate({number(wide)} 0)">', *(_TAG.sub(_turned, part) for part in parts), "</g>"]


def _turned(tag: re.Match[str]) -> str:
    name, values = tag[1], tag[2]
    if name == "rect":
        place, wide = _value(values, "x"), _value(values, "width")
        values = _with(values, "x", -place - wide)
    elif name == "circle":
        values = _with(values, "cx", -_value(values, "cx"))
    elif name == "line":
        values = _with(_with(values, "x1", -_value(values, "x1")), "x2", -_value(values, "x2"))
    elif name == "polygon":
        values = _POINTS.sub(lambda found: f'points="{_turned_points(found[1])}"', values)
    elif name == "tspan":
        values = _with(values, "x", -_value(values, "x")).replace('text-anchor="start"', 'text-anchor="end"')
    elif name == "text":
        values = _with(values, "x", -_value(values, "x"))
        anchor = re.search(r' text-anchor="\w+"', values)
        old = anchor[0] if anchor else ""
        values = values.replace(old, "", 1) + _ANCHORS[old]
    elif name == "path":
        values = _of_path(values)
    return f"<{name} {_MOVED.sub(_moved, values) if name in ('g', 'path') else values}>"


def _of_path(values: str) -> str:
    """Turn the way of a path; outlines of text are moved whole, and so is a tick, which would be none the other way."""
    if "scale(" in values:
        return values
    data = re.search(r' ?d="([^"]*)"', values)
    if data is None:
        return values
    if "stroke-linecap" in values and "dasharray" not in values and data[1].count("L") == 2 and data[1].count("M") == 1:
        xs = [float(x) for x, _ in re.findall(r"([-\d.]+),([-\d.]+)", data[1])]
        middle = min(xs) + max(xs)
        way = re.sub(r"([-\d.]+),", lambda found: f"{number(float(found[1]) - middle)},", data[1])
    else:
        way = _COMMAND.sub(_command, data[1])
    return values.replace(data[1], way, 1)


def _command(found: re.Match[str]) -> str:
    letter, given = found[1], found[2].strip()
    if letter in "MLC":
        return letter + _turned_points(given)
    if letter in "Hh":
        return letter + number(-float(given))
    if letter == "a":  # rx,ry rotation large sweep dx,dy
        radii, turn, large, sweep, end = given.split()
        x, y = end.split(",")
        return f"a{radii} {turn} {large} {1 - int(sweep)} {number(-float(x))},{y}"
    return found[0]


def _turned_points(given: str) -> str:
    points = (point.split(",") for point in given.split())
    return " ".join(f"{number(-float(x))},{y}" for x, y in points)


def _moved(found: re.Match[str]) -> str:
    return f"translate({number(-float(found[1]))} {found[2]})"


def _value(values: str, name: str) -> float:
    found = re.search(rf'(?<![\w-]){name}="([-\d.]+)"', values)
    return float(found[1]) if found else 0.0


def _with(values: str, name: str, value: float) -> str:
    return re.sub(rf'(?<![\w-]){name}="[-\d.]+"', f'{name}="{number(value)}"', values, count=1)

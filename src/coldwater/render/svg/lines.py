"""The lines of a drawing as SVG: ways, heads, tails, and the word on a contradiction. It places nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.render.layout.words import word_box
from coldwater.render.palette import FAINT, SIGNS, STRONG, STRONG_HEAD
from coldwater.render.scene import parts as s
from coldwater.render.svg.elements import Type, Writing, attributes, element, number, path_data, rectangle
from coldwater.render.svg.trunks import RANKS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coldwater.render.layout.geometry import Command, Mark, Route
    from coldwater.render.palette import Head, Palette


def way_parts(routes: Iterable[Route], colours: Palette) -> list[str]:
    """Give the lines, without their ends; those that decided the thesis last, so that they lie on top."""
    return list(dict.fromkeys(_way(route, colours) for route in sorted(routes, key=_rank)))


def mark_parts(routes: Iterable[Route], colours: Palette) -> list[str]:
    """Give the heads and tails; where lines share a port, one of each."""
    return list(dict.fromkeys(mark for route in sorted(routes, key=_rank) for mark in _marks(route, colours)))


def word_parts(routes: Iterable[Route], colours: Palette, writing: Writing) -> list[str]:
    """Give the words on lines, each on a ground of its own."""
    return [word for route in routes for word in _word(route, colours, writing)]


def _rank(route: Route) -> int:
    return RANKS[route.edge.stress]


def _way(route: Route, colours: Palette) -> str:
    line, stress = SIGNS[route.edge.relation].line, route.edge.stress
    width = line.width if route.edge.kind != "shared" else 1.6
    values: dict[str, str | float | None] = {
        "d": path_data(_reversed(route.commands)),  # so that a dashed line begins with a dash at its head
        "fill": "none",
        "stroke": colours.strong[route.edge.relation],
        "stroke-width": width * STRONG if stress == "decisive" else width,
        "stroke-opacity": FAINT if stress == "fallen" else None,
        "stroke-dasharray": (line.strong_dashes if stress == "decisive" else line.dashes) or None,
        "stroke-linecap": "round" if line.is_round else None,
    }
    return f"<path{attributes(values)}/>"


def _reversed(commands: tuple[Command, ...]) -> tuple[Command, ...]:
    """Give the same way walked from its end."""
    starts = [points[-1] for _, points in commands]
    back: list[Command] = [("M", (starts[-1],))]
    for at in range(len(commands) - 1, 0, -1):
        letter, points = commands[at]
        back.append((letter, (*reversed(points[:-1]), starts[at - 1])))
    return tuple(back)


def _marks(route: Route, colours: Palette) -> list[str]:
    opacity = FAINT if route.edge.stress == "fallen" else None
    colour = colours.strong[route.edge.relation]
    shape = SIGNS[route.edge.relation].head
    size = STRONG_HEAD if route.edge.stress == "decisive" and shape != "bar" else 1.0  # bars would touch each other
    if route.edge.kind == "step":
        return [head(shape, route.head, colour, opacity, size)]
    if route.edge.kind == "contradicts":
        return [head("bar", mark, colour, opacity) for mark in (route.head, route.tail)]
    x, y = route.tail.at
    return [element("circle", cx=x, cy=y, r=3.5 * size, fill=colour, fill_opacity=opacity)]


def head(shape: Head, mark: Mark, colour: str, opacity: float | None = None, size: float = 1.0) -> str:
    """Draw a head whose tip touches ``mark.at`` and points in ``mark.direction``; ``size``: how many times as large."""
    (x, y), (dx, dy) = mark.at, mark.direction

    def point(back: float, aside: float) -> str:
        return f"{number(x - dx * back - dy * aside)},{number(y - dy * back + dx * aside)}"

    shapes: dict[Head, list[tuple[float, float]]] = {
        "triangle": [(1.5, 0), (11.5, 5.8), (11.5, -5.8)],
        "bar": [(2.5, 7), (2.5, -7), (6.5, -7), (6.5, 7)],
        "diamond": [(1, 0), (7, 5), (13, 0), (7, -5)],
    }
    corners = " ".join(point(back * size, aside * size) for back, aside in shapes[shape])
    return element("polygon", points=corners, fill=colour, fill_opacity=opacity)


def _word(route: Route, colours: Palette, writing: Writing) -> list[str]:
    if route.label is None:
        return []
    word = route.edge.word
    x, y = route.label
    ground = word_box(route)
    look = Type(s.LINE_WORD_SIZE, colours.strong[route.edge.relation], "semibold", "middle", s.LINE_WORD_SPACING)
    return [
        rectangle(ground.x, ground.y, ground.width, ground.height, ground.height / 2, fill=colours.ground),
        writing.line(word, x + s.LINE_WORD_SPACING / 2, y + s.LINE_WORD_SIZE * 0.33, look),
    ]

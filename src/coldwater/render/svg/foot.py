"""The foot of a drawing as SVG: rule, legend, sources. Places come from ``page``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.render.layout.geometry import Box, Mark
from coldwater.render.palette import SIGNS, STRONG
from coldwater.render.scene import parts as s
from coldwater.render.svg import page as p
from coldwater.render.svg.elements import Type, Writing, attributes, element, rectangle
from coldwater.render.svg.lines import head
from coldwater.render.svg.seals import mark_parts, ring
from coldwater.render.svg.stances import stance_mark
from coldwater.render.svg.stripes import stripe_parts
from coldwater.semantics.labelling import WORDS

if TYPE_CHECKING:
    from coldwater.render.palette import Palette, Relation
    from coldwater.render.scene.parts import Scene


def foot_parts(scene: Scene, page: p.Page, colours: Palette, writing: Writing) -> list[str]:
    """Give the elements of the foot; none if there is neither legend nor source."""
    if page.rule is None:
        return []
    rule = element("line", x1=p.MARGIN, y1=page.rule, x2=page.width - p.MARGIN, y2=page.rule, stroke=colours.rule)
    parts = [rule]
    for entry in page.entries:
        parts += _sample(scene, entry, colours, writing)
        x, y = entry.x + p.sample_width(entry.name) + 9, entry.y + p.LEGEND_SIZE * 0.33
        parts.append(writing.line(entry.words, x, y, Type(p.LEGEND_SIZE, colours.ink)))
    small = Type(p.SOURCE_SIZE, colours.secondary)
    parts += [writing.line(line.text, line.x, line.y, small) for line in page.sources]
    return parts


def _sample(scene: Scene, entry: p.Entry, colours: Palette, writing: Writing) -> list[str]:
    x, y = entry.x, entry.y
    relation: Relation = next((panel.relation for panel in scene.panels.values() if len(panel.cards) > 1), "supports")
    if entry.name == "linked":
        strong = colours.strong[relation]
        return [
            rectangle(x, y - 8, p.SAMPLE, 16, 4, fill=colours.tint[relation], stroke=strong, stroke_opacity=0.45),
            writing.line("&", x + p.SAMPLE / 2, y + 4, Type(12, strong, "semibold", "middle")),
        ]
    if entry.name == "rival":
        border, weight = colours.thesis_border, s.RIVAL_BORDER
        return [rectangle(x + 1, y - 7, p.SAMPLE - 2, 14, 5, fill=colours.card, stroke=border, stroke_width=weight)]
    if entry.name == "implicit":
        box = rectangle(
            x, y - 8, p.SAMPLE, 16, 4,
            fill=colours.card, stroke=colours.neutral, stroke_width=1.4, stroke_dasharray="5 3",
        )  # fmt: skip
        return [box]
    if entry.name == "again":
        box = rectangle(
            x, y - 8, p.SAMPLE, 16, 4,
            fill="none", stroke=colours.secondary, stroke_width=1.4, stroke_dasharray="1.5 3", stroke_linecap="round",
        )  # fmt: skip
        return [box, writing.line("↗", x + p.SAMPLE / 2, y + 4, Type(12, colours.secondary, anchor="middle"))]
    if entry.name == "shared":
        way = element("line", x1=x + 3, y1=y, x2=x + p.SAMPLE, y2=y, stroke=colours.neutral, stroke_width=1.6)
        return [way, element("circle", cx=x + 3.5, cy=y, r=3.5, fill=colours.neutral)]
    of_one_kind = _holder_sample(entry, colours, writing) or _verdict_sample(entry, colours, writing)
    of_one_kind = of_one_kind or _side_sample(entry, colours)
    return of_one_kind or _line_sample(entry, colours)


def _holder_sample(entry: p.Entry, colours: Palette, writing: Writing) -> list[str]:
    """Give the form of a mark, or the letter of a position; nothing for any other entry."""
    if entry.name == "holder":
        letter = Type(p.LEGEND_SIZE, colours.ink, "semibold")
        return [writing.line(entry.letter, entry.x + 1.0, entry.y + p.LEGEND_SIZE * 0.33, letter)]
    if entry.name not in ("accepted", "rejected"):
        return []
    ink = (colours.ink, colours.ground)
    return stance_mark(s.Stance(entry.name == "accepted", ""), entry.x, entry.y, ink, writing)


def _side_sample(entry: p.Entry, colours: Palette) -> list[str]:
    """Give a small card with the stripe of a side; nothing for any other entry."""
    if entry.name not in ("side_pro", "side_con"):
        return []
    box = Box(entry.x, entry.y - 9.0, p.sample_width(entry.name), 18.0)
    frame = rectangle(box.x, box.y, box.width, box.height, 4, fill=colours.card, stroke=colours.neutral)
    return [frame, *stripe_parts("pro" if entry.name == "side_pro" else "con", box, colours, 2.5)]


def _verdict_sample(entry: p.Entry, colours: Palette, writing: Writing) -> list[str]:
    """Give the mark of a verdict, a strong line or a ring; nothing for any other entry."""
    x, y = entry.x, entry.y
    if entry.name == "overruled":
        return [ring(Box(x + 1, y - 8, p.SAMPLE - 2, 16), 8, colours)]
    if entry.name == "decisive":
        return [element("line", x1=x, y1=y, x2=x + p.SAMPLE, y2=y, stroke=colours.neutral, stroke_width=2.2 * STRONG)]
    for verdict in WORDS:
        if entry.name == verdict:
            ink = colours.secondary if verdict == "out" else colours.ink
            return mark_parts(
                verdict, (x + p.VERDICT_SAMPLE / 2, y), p.VERDICT_SAMPLE - 1.0, (ink, colours.ground), writing
            )
    return []


def _line_sample(entry: p.Entry, colours: Palette) -> list[str]:
    relation = next(relation for relation in SIGNS if relation == entry.name)
    sign, colour = SIGNS[relation], colours.strong[relation]
    is_mutual = relation == "contradicts"
    values: dict[str, str | float | None] = {
        "x1": entry.x + (6 if is_mutual else 0), "y1": entry.y, "x2": entry.x + p.SAMPLE - 9, "y2": entry.y,
        "stroke": colour, "stroke-width": sign.line.width, "stroke-dasharray": sign.line.dashes or None,
        "stroke-linecap": "round" if sign.line.is_round else None,
    }  # fmt: skip
    parts = [f"<line{attributes(values)}/>", head(sign.head, Mark((entry.x + p.SAMPLE, entry.y), (1.0, 0.0)), colour)]
    if is_mutual:
        parts.append(head("bar", Mark((entry.x, entry.y), (-1.0, 0.0)), colour))
    return parts

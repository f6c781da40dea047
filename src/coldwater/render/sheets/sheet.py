"""A sheet under construction: its colours, its measures, its texts, and the SVG that comes of it. It knows no map."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coldwater.render.fonts.scripts import is_leftward
from coldwater.render.fonts.text import fill, shorten, width, wrap
from coldwater.render.palette import FAINT, SIGNS
from coldwater.render.svg.elements import Type, Writing, attributes, element, number, rectangle
from coldwater.render.svg.fallbacks import with_fallback_sizes
from coldwater.render.svg.mirroring import mirrored
from coldwater.render.svg.root import descriptions, root_element, style_element
from coldwater.render.svg.seals import mark_parts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coldwater.render.fonts.given import Fonts
    from coldwater.render.palette import Palette, Relation
    from coldwater.render.scene.parts import Seal

BASELINE = 0.33  # of the size of a letter: from the middle of a line down to its baseline
MARGIN = 24.0
TITLE_SIZE, TITLE_LEADING = 22.0, 28.0
_MOST_TITLE = 6  # lines; the whole is said to those who listen
SMALL = 13.5  # the smallest text: 12 px still, where 1000 px are shown at 900
CLAIM_SIZE, CLAIM_LEADING = 14.0, 18.0


@dataclass(frozen=True, slots=True)
class Tile:
    """A piece of a sheet: its height in px, and its elements from its own top left corner.

    ``end``: how long the last line of a text is.
    """

    height: float
    parts: tuple[str, ...]
    end: float = 0.0


class Sheet:
    """Writes pieces of one picture, and remembers what fonts it takes.

    ``page_height``: px that a page has at most, where there are pages.
    """

    def __init__(  # noqa: PLR0913 - where and how it is shown
        self,
        wide: float,
        colours: Palette,
        is_outlined: bool = False,
        is_one_page: bool = False,
        page_height: float | None = None,
        is_mirrored: bool = False,
    ) -> None:
        self.width = wide
        self.inner = wide - 2 * MARGIN
        self.is_one_page = is_one_page
        self.page_height = page_height
        self.is_mirrored = is_mirrored
        self.colours = colours
        self.writing = Writing(True, is_outlined, is_mirrored)

    # --- texts ---------------------------------------------------------------------------------------------------

    def paragraph(  # noqa: PLR0913 - where, how wide, how long, and in what type
        self, text: str, x: float, top: float, room: float, look: Type, most: int = 0, is_running: bool = True
    ) -> Tile:
        """Set a text in lines of at most ``room`` px, at most ``most`` of them (0: all), the last one cut.

        ``is_running``: fill the lines; otherwise they are made even, as those of a title are.
        """
        lines = (fill if is_running else wrap)(text, room, look.size, look.face)
        if most and len(lines) > most:
            lines = (*lines[: most - 1], shorten(lines[most - 1] + " …", room, look.size, look.face))
        baseline = top + look.leading * 0.5 + look.size * BASELINE
        if (
            look.anchor is None and is_leftward(text, self.is_mirrored) != self.is_mirrored
        ):  # a text of the other way ends at the other end
            x, look = x + room, replace(look, anchor="end")
        end = width(lines[-1], look.size, look.face)
        return Tile(len(lines) * look.leading, (self.writing.block(lines, x, baseline, look),), end)

    def badge(self, relation: Relation, middle: tuple[float, float], radius: float, is_faint: bool = False) -> str:
        """Draw the badge of a relation: filled, or hollow where the argument falls."""
        (x, y), strong = middle, self.colours.strong[relation]
        ink = strong if is_faint else self.colours.on_badge
        sign = Type(radius * 1.55, ink, "semibold", "middle")
        if is_faint:
            circle = element("circle", cx=x, cy=y, r=radius - 0.7, fill="none", stroke=strong, stroke_width=1.4)
        else:
            circle = element("circle", cx=x, cy=y, r=radius, fill=strong)
        return circle + self.writing.line(SIGNS[relation].badge, x, y + radius * 0.51, sign)

    def verdict(self, seal: Seal, right: float, baseline: float, size: float = SMALL) -> str:
        """Write mark and word of a verdict so that they end at a place."""
        ink = self.colours.secondary if seal.verdict == "out" else self.colours.ink
        start = right - width(seal.word, size, "semibold")
        mark = mark_parts(
            seal.verdict, (start - 11.0, baseline - size * BASELINE), size, (ink, self.colours.card), self.writing
        )
        return "".join([*mark, self.writing.line(seal.word, start, baseline, Type(size, ink, "semibold"))])

    @staticmethod
    def verdict_width(seal: Seal | None, size: float = SMALL) -> float:
        """Give how much room mark and word of a verdict take, with a gap before them; 0 for none."""
        return 0.0 if seal is None else width(seal.word, size, "semibold") + 30.0

    # --- the whole -----------------------------------------------------------------------------------------------

    def heading(self, sort: str, title: str) -> Tile:
        """Set what sort of picture this is, and its title."""
        colours = self.colours
        small = Type(SMALL, colours.secondary, "semibold", spacing=1.2)
        look = Type(TITLE_SIZE, colours.ink, "semibold", leading=TITLE_LEADING)
        sort = shorten(sort, self.inner * 0.85, SMALL, "semibold")
        text = self.paragraph(title, MARGIN, 38.0, self.inner, look, _MOST_TITLE, is_running=False)
        return Tile(38.0 + text.height + 12.0, (self.writing.line(sort, MARGIN, 30.0, small), *text.parts))

    def finished(  # noqa: PLR0913 - what is in an SVG besides its parts
        self,
        layout: str,
        composed: Composed,
        digest: str,
        title: str,
        language: str | None,
        carries_font: bool,
        fonts: Fonts,
    ) -> str:
        """Give the SVG text, pages one below the other; the same parts give the same bytes."""
        parts: list[str] = []
        y = 0.0
        for page in composed.pages:
            drawn = mirrored(page.parts, self.width) if self.is_mirrored else page.parts
            parts += [f'<g transform="translate(0 {number(y)})">', *drawn, "</g>"] if y else drawn
            y += page.height
        size = (self.width, composed.height)
        parts, sizes = with_fallback_sizes(parts) if carries_font else (parts, "")
        return "\n".join([
            root_element(digest, size, language, composed.has_links, layout=layout),
            *descriptions(digest, title, composed.told),
            style_element(self.writing, language, carries_font, fonts, sizes),
            rectangle(0, 0, *size, 0, fill=self.colours.ground),
            *parts, "</svg>", "",
        ])  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a sheet: its elements from its own top left corner, its height in whole px, what begins on it.

    ``claims``: those that stand on it in full.
    """

    parts: tuple[str, ...]
    height: float
    bookmarks: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()

    def with_foot(self, foot: Tile, most: float | None) -> list[Page]:
        """Give the page with a foot below it; on a page of its own where it would be higher than a page may be."""
        high = whole(self.height + 6.0 + foot.height)
        if most is None or high <= most:
            return [replace(self, parts=(*self.parts, placed(foot, 0.0, self.height + 6.0)), height=high)]
        return [self, Page((placed(foot, 0.0, MARGIN),), whole(MARGIN + foot.height))]


@dataclass(frozen=True, slots=True)
class Composed:
    """A whole sheet: its pages, what it says to those who listen, whether it has links."""

    pages: tuple[Page, ...]
    told: tuple[str, ...]
    has_links: bool = False

    @property
    def height(self) -> float:
        """The height of all pages in px."""
        return sum(page.height for page in self.pages)


def whole(length: float) -> float:
    """Round a length up to whole px."""
    return float(-int(-length // 1))


def placed(tile: Tile, x: float, y: float) -> str:
    """Put a piece at its place."""
    return f'<g transform="translate({number(x)} {number(y)})">{"".join(tile.parts)}</g>'


def told(sort: str, name: str, label: str, parts: Iterable[str], anchor: str | None = None) -> str:
    """Make a group of a claim or argument, with what is said to those who listen."""
    values: dict[str, str | float | None] = {
        "id": anchor, "class": sort, "data-id": name, "role": "img", "aria-label": label,
    }  # fmt: skip
    return f"<g{attributes(values)}>{''.join(parts)}</g>"


def faint(is_faint: bool) -> float | None:
    """Give the opacity of the lines of what falls."""
    return FAINT if is_faint else None

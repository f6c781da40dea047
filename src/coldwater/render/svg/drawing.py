"""A scene and its layout as SVG: real text, embedded fonts, nothing from outside, no scripts.

It knows no map. The same scene and layout give the same bytes. The root carries the digest of what is shown, near the
beginning of the file, so that it can be found without parsing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.render.fonts.given import lack_weight
from coldwater.render.fonts.scripts import runs_left
from coldwater.render.palette import palette
from coldwater.render.svg.boxes import Boxes
from coldwater.render.svg.elements import Type, Writing, number, rectangle
from coldwater.render.svg.fallbacks import with_fallback_sizes
from coldwater.render.svg.foot import foot_parts
from coldwater.render.svg.lines import mark_parts, way_parts, word_parts
from coldwater.render.svg.mirroring import mirrored
from coldwater.render.svg.page import MARGIN, Page, compose
from coldwater.render.svg.root import MOST_SPOKEN, descriptions, root_element, style_element
from coldwater.render.svg.trunks import trunk_routes

if TYPE_CHECKING:
    from coldwater.render.fonts.given import Fonts
    from coldwater.render.layout.geometry import Layout
    from coldwater.render.palette import Palette
    from coldwater.render.scene.parts import Scene


def svg_text(  # noqa: PLR0913 - what is drawn, and how
    scene: Scene,
    layout: Layout,
    theme: str = "light",
    carries_font: bool = True,
    fonts: Fonts = (),
    shown_width: float | None = None,
    is_outlined: bool = False,
) -> str:
    """Give the SVG text of a scene; well-formed XML for any texts. ``theme``: light or dark.

    ``carries_font``: whoever has the font at hand can do without it. ``fonts``: font files for the characters that
    the embedded font lacks. ``shown_width``: px that it is shown at, where it would be wider.
    ``is_outlined``: text as outlines.
    """
    drawing = _Drawing(scene, layout, palette(theme), fonts, shown_width)
    drawing.writing = Writing(drawing.is_mirrored, is_outlined, drawing.is_mirrored)
    drawing.writing.others_are_light = not carries_font and lack_weight(fonts, scene.language)
    return drawing.text(carries_font)


class _Drawing:
    """An SVG under construction."""

    def __init__(self, scene: Scene, layout: Layout, colours: Palette, fonts: Fonts, shown_width: float | None) -> None:
        self.fonts = fonts
        self.scene = scene
        self.layout = layout
        self.colours = colours
        self.is_mirrored = runs_left(scene.language)
        self.writing = Writing()
        self.shown_width = shown_width
        self.page: Page = compose(scene, layout.width, layout.height)

    def text(self, carries_font: bool) -> str:
        page, colours = self.page, self.colours
        boxes = Boxes(self.scene, self.layout, colours, self.writing)
        routes = self.layout.routes
        body = [
            *boxes.panels(),
            *way_parts([*routes, *trunk_routes(self.scene, routes)], colours),
            *boxes.cards_and_pills(),
            *mark_parts(routes, colours),
            *word_parts(routes, colours, self.writing),
        ]
        ground = rectangle(0, 0, page.width, page.height, 0, fill=colours.ground)
        content = [
            *self._heading(),
            f'<g transform="translate({number(page.left)} {number(page.top)})">\n' + "\n".join(body) + "\n</g>",
            *foot_parts(self.scene, page, colours, self.writing),
        ]
        content = [ground, *(mirrored(content, page.width) if self.is_mirrored else content)]
        content, sizes = with_fallback_sizes(content) if carries_font else (content, "")
        style = style_element(self.writing, self.scene.language, carries_font, self.fonts, sizes)
        return "\n".join([self._root(), *self._descriptions(), style, *content, "</svg>", ""])

    def _root(self) -> str:
        has_links = any(card.again for card in self.scene.cards.values())
        size = (self.page.width, self.page.height)
        return root_element(self.scene.digest, size, self.scene.language, has_links, self.shown_width)

    def _descriptions(self) -> list[str]:
        scene = self.scene
        theses = [f"{card.label}." for card in scene.cards.values() if card.is_thesis]
        counted = f"{scene.words.size(len(scene.cards), len(scene.pills))}."
        told = [*theses[:MOST_SPOKEN], counted, scene.description]
        return descriptions(scene.digest, scene.title, told, scene.words.on_page("argument_map"))

    def _heading(self) -> list[str]:
        page, colours = self.page, self.colours
        small = Type(11, colours.secondary, "semibold", spacing=1.6)
        large = Type(page.TITLE_SIZE, colours.ink, "semibold", leading=page.TITLE_LEADING)
        return [
            self.writing.line(
                self.scene.words.sort_judged if self.scene.circumstances else self.scene.words.sort, MARGIN, 36, small
            ),
            self.writing.block(page.title_lines, MARGIN, 59, large),
        ]

"""A scene and its layout as SVG: real text, an embedded font, nothing from outside, no scripts.

It knows no map. The same scene and layout give the same bytes. The root carries the digest of what is shown, near the
beginning of the file, so that it can be found without parsing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.render.digest import MARK
from coldwater.render.fonts.faces import FAMILY
from coldwater.render.fonts.families import EXTRA_FAMILY, css_list, family_in, other_families
from coldwater.render.fonts.subset import font_css
from coldwater.render.palette import palette
from coldwater.render.svg.boxes import Boxes
from coldwater.render.svg.elements import Type, Writing, attributes, escape, number, rectangle
from coldwater.render.svg.foot import foot_parts
from coldwater.render.svg.lines import mark_parts, way_parts, word_parts
from coldwater.render.svg.page import MARGIN, Page, compose
from coldwater.render.svg.trunks import trunk_routes

if TYPE_CHECKING:
    from coldwater.render.layout.geometry import Layout
    from coldwater.render.palette import Palette
    from coldwater.render.scene.parts import Scene

#: So many theses are named in the description of a drawing.
_MOST_SPOKEN = 12


def svg_text(
    scene: Scene, layout: Layout, theme: str = "light", carries_font: bool = True, font: str | None = None
) -> str:
    """Give the SVG text of a scene; well-formed XML for any texts. ``theme``: light or dark.

    ``carries_font``: whoever has the font at hand can do without it. ``font``: a font file for the characters that
    the embedded font lacks.
    """
    return _Drawing(scene, layout, palette(theme), font).text(carries_font)


class _Drawing:
    """An SVG under construction."""

    def __init__(self, scene: Scene, layout: Layout, colours: Palette, font: str | None) -> None:
        self.font = font
        self.scene = scene
        self.layout = layout
        self.colours = colours
        self.writing = Writing()
        self._suffix = scene.digest[:8]  # several drawings may stand in one page
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
        content = [
            rectangle(0, 0, page.width, page.height, 0, fill=colours.ground),
            *self._heading(),
            f'<g transform="translate({number(page.left)} {number(page.top)})">\n' + "\n".join(body) + "\n</g>",
            *foot_parts(self.scene, page, colours, self.writing),
        ]
        return "\n".join([self._root(), *self._descriptions(), self._style(carries_font), *content, "</svg>", ""])

    def _style(self, carries_font: bool) -> str:
        """Give the fonts, and in which fonts stands what the embedded one lacks; such text goes by the class ``o``."""
        fonts = font_css(self.writing.used, self.font) if carries_font and self.writing.used else ""
        others = ""
        if self.writing.lacks_characters:
            extra = None if self.font is None else EXTRA_FAMILY if carries_font else family_in(self.font)
            families = css_list(other_families(self.scene.language, extra))
            others = f".o{{font-family:{families};font-style:normal}}"  # ideographs are never slanted
        return f"<style>{fonts}{others}</style>" if fonts or others else ""

    def _root(self) -> str:
        page = self.page
        values: dict[str, str | float | None] = {
            f"data-{MARK}": self.scene.digest,
            "viewBox": f"0 0 {number(page.width)} {number(page.height)}",
            "width": page.width,
            "height": page.height,
            "role": "graphics-document" if any(card.again for card in self.scene.cards.values()) else "img",
            "lang": self.scene.language,
            "xml:lang": self.scene.language,
            "aria-labelledby": f"title-{self._suffix} desc-{self._suffix}",
            "font-family": css_list((FAMILY,)),
        }
        return f'<svg xmlns="http://www.w3.org/2000/svg"{attributes(values)}>'

    def _descriptions(self) -> list[str]:
        scene = self.scene
        theses = [card for card in scene.cards.values() if card.is_thesis]
        parts = [
            "Argument map.",
            *(f"{thesis.label}." for thesis in theses[:_MOST_SPOKEN]),
            f"{len(scene.cards)} claims and {len(scene.pills)} arguments.",
            scene.description,
        ]
        description = " ".join(part for part in parts if part)
        return [
            f'<title id="title-{self._suffix}">{escape(scene.title)}</title>',
            f'<desc id="desc-{self._suffix}">{escape(description)}</desc>',
        ]

    def _heading(self) -> list[str]:
        page, colours = self.page, self.colours
        small = Type(11, colours.secondary, "semibold", spacing=1.6)
        large = Type(page.TITLE_SIZE, colours.ink, "semibold", leading=page.TITLE_LEADING)
        return [
            self.writing.line(
                "ARGUMENT MAP WITH VERDICTS" if self.scene.circumstances else "ARGUMENT MAP", MARGIN, 36, small
            ),
            self.writing.block(page.title_lines, MARGIN, 59, large),
        ]

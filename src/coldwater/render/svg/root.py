"""What every SVG begins with: its root with the digest, words for those who listen, fonts. It knows no map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.render.digest import MARK
from coldwater.render.fonts.faces import FAMILY
from coldwater.render.fonts.families import css_list, other_families
from coldwater.render.fonts.given import families_of, names_of
from coldwater.render.fonts.subset import font_css
from coldwater.render.svg.elements import attributes, escape, number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coldwater.render.fonts.given import Fonts
    from coldwater.render.svg.elements import Writing

#: So many theses are named in the description of a drawing.
MOST_SPOKEN = 12


def root_element(  # noqa: PLR0913 - what an SVG says of itself
    digest: str,
    size: tuple[float, float],
    language: str | None,
    has_links: bool = False,
    shown_width: float | None = None,
    layout: str | None = None,
) -> str:
    """Give the opening tag of a drawing of a size in px; what is one image has no links in it.

    ``shown_width``: px that it is shown at, where it would be wider.
    """
    suffix = suffix_of(digest)
    scale = 1.0 if shown_width is None else min(1.0, shown_width / size[0])
    values: dict[str, str | float | None] = {
        f"data-{MARK}": digest,
        "data-layout": layout,
        "viewBox": f"0 0 {number(size[0])} {number(size[1])}",
        "width": size[0] * scale,
        "height": size[1] * scale,
        "role": "graphics-document" if has_links else "img",
        "lang": language,
        "xml:lang": language,
        "aria-labelledby": f"title-{suffix} desc-{suffix}",
        "font-family": css_list((FAMILY,)),
    }
    return f'<svg xmlns="http://www.w3.org/2000/svg"{attributes(values)}>'


def suffix_of(digest: str) -> str:
    """Give what ids end in: several drawings may stand in one page."""
    return digest[:8]


def descriptions(digest: str, title: str, parts: Iterable[str], sort: str = "Argument map") -> list[str]:
    """Give title and description for those who listen; ``sort`` says what it is."""
    description = " ".join(part for part in (f"{sort}.", *parts) if part)
    return [
        f'<title id="title-{suffix_of(digest)}">{escape(title)}</title>',
        f'<desc id="desc-{suffix_of(digest)}">{escape(description)}</desc>',
    ]


def style_element(writing: Writing, language: str | None, carries_font: bool, fonts: Fonts, sizes: str = "") -> str:
    """Give the fonts, and in which fonts stands what the embedded one lacks; such text goes by the class ``o``.

    ``sizes``: rules that say how large texts are, from :func:`with_fallback_sizes`.
    """
    faces = font_css(writing.used, fonts, language) if carries_font and writing.used else ""
    others = ""
    if writing.lacks_characters:
        given = (names_of if carries_font else families_of)(fonts, language) if fonts else ()
        families = css_list(other_families(language, given))
        others = f".o{{font-family:{families};font-style:normal}}"  # ideographs are never slanted
    return f"<style>{faces}{others}{sizes}</style>" if faces or others or sizes else ""

"""The page put together: template, style, data and scripts in one file, under a policy that allows nothing else.

Nothing is fetched and nothing but our own style and scripts runs: the policy names their hashes. Texts of the map
enter the file twice, escaped for where they stand: as JSON in a data block, and as the outline for readers without
scripts. The same map gives the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coldwater.errors import UsageError
from coldwater.printable import printable
from coldwater.render.digest import MARK, digest
from coldwater.render.fonts.faces import FAMILY
from coldwater.render.fonts.families import css_list, other_families
from coldwater.render.fonts.given import names_of
from coldwater.render.fonts.subset import font_css
from coldwater.render.layout.arranging import MOST_TRIED, arrange
from coldwater.render.scene.staging import stage
from coldwater.render.svg.elements import escape
from coldwater.render.viewer.colours import colour_css
from coldwater.render.viewer.content import content
from coldwater.render.viewer.judging import judging, roomy, with_room
from coldwater.render.viewer.static import static_outline
from coldwater.words.languages import is_from_the_right, words_for
from coldwater.words.wording import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.model.models import Map
    from coldwater.render.fonts.faces import Face
    from coldwater.render.fonts.given import Fonts
    from coldwater.render.reading.verdicts import Verdicts
    from coldwater.render.scene.parts import Scene
    from coldwater.render.viewer.origin import Origin
    from coldwater.words.wording import Words

THEMES = ("auto", "light", "dark")
_SCRIPTS = (
    "0_grounded.js", "0_weights.js", "1_map.js", "1_words.js", "2_layout.js", "2_loose.js", "2_icicle.js",
    "3_figures.js", "4_canvas.js", "4_overview.js", "5_side.js", "6_outline.js", "6_sides.js", "7_seen_by.js",
    "7_filters.js", "7_verdicts.js", "8_actions.js", "8_saving.js", "9_controls.js", "9_print.js", "9_start.js",
)  # fmt: skip
_HERE = os.path.dirname(os.path.abspath(__file__))
_PLACE = re.compile(r"\{\{(?:(w):)?(\w+)\}\}")
_ASCII = frozenset(map(chr, range(0x20, 0x7F)))
_UNSAFE_IN_SCRIPT = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def page(  # noqa: PLR0913 - what is shown, and how
    map_: Map,
    theme: str = "auto",
    direction: str = "auto",
    fonts: Fonts = (),
    verdicts: Verdicts | None = None,
    shows_verdicts: bool = False,
    language: str | Words | None = None,
    origin: Origin | None = None,
) -> bytes:
    """Give the page of a map as UTF-8 HTML.

    ``theme``: auto (as the reader's system has it), light or dark; the reader can switch. Raises UsageError for any
    other. ``direction``: where the thesis stands, as for pictures. ``fonts``: font files for the characters that the
    embedded font lacks. ``verdicts``: those on the whole map, if it can be evaluated; then the page has a switch for
    them, which is on at first if ``shows_verdicts``. ``language``: of what the page says itself, or its words; that
    of the map unless given. ``origin``: where the map is written, for links to its lines. Cost: linear in the map, plus
    half a second for the fonts.
    """
    if theme not in THEMES:
        raise UsageError(f"there is no theme {theme!r}; the themes of the page are {', '.join(THEMES)}.")
    words = words_for(language or map_.language)
    data, mark = page_data(map_, direction, verdicts, shows_verdicts, words, origin)
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE_IN_SCRIPT)
    template = _read("page.html")
    script = '"use strict";\n(() => {\n' + "\n".join(_read("scripts", name) for name in _SCRIPTS) + "})();\n"
    faces = font_css(_characters(data, _PLACE.sub("", template) + script), fonts, map_.language)
    families = (FAMILY, *other_families(map_.language, names_of(fonts, map_.language) if fonts else ()))
    style = "\n".join([faces, f":root{{--family:{css_list(families)}}}", colour_css(), _read("viewer.css")])
    values = {
        "mark": MARK,
        "digest": mark,
        "theme": theme,
        "policy": _policy(style, script, written),
        "language": words.tag,
        "dir": "rtl" if is_from_the_right(map_.language or words.tag) else "ltr",
        "title": escape(data["title"]),
        "lang": f' lang="{escape(data["language"])}"' if "language" in data else "",
        "style": style,
        "static": static_outline(data, verdicts if shows_verdicts else None, words),
        "data": written,
        "script": script,
    }
    return _PLACE.sub(lambda place: escape(words.on_page(place[2])) if place[1] else values[place[2]], template).encode(
        "utf-8"
    )


def page_data(  # noqa: PLR0913 - as for the page
    map_: Map,
    direction: str = "auto",
    verdicts: Verdicts | None = None,
    shows_verdicts: bool = False,
    words: Words = ENGLISH,
    origin: Origin | None = None,
) -> tuple[dict[str, Any], str]:
    """Give the data of a page, which its ``coldwater.show`` takes, and the digest of what it shows."""
    scene = _staged(map_, direction, words)
    data = content(map_, scene, words, origin)
    if verdicts is None:
        return data, scene.digest
    same = "top-down" if scene.is_top_down else "left-right"
    spacious = replace(_shown(map_, same, words, roomy(verdicts, words)), legend=scene.legend)
    with_room(data, content(map_, spacious, words))
    numbers = {node["id"]: number for number, node in enumerate(data["nodes"])}
    thesis = min((card for card in spacious.cards.values() if card.is_thesis), key=lambda card: card.width)
    data["judging"] = judging(verdicts, numbers, thesis, shows_verdicts, words)
    return data, digest(map_, verdicts.signature(shows_verdicts))


def _staged(map_: Map, direction: str, words: Words) -> Scene:
    """Stage a map in a direction; auto is that of a picture. But only a picture has columns: here a fan is a list."""
    scene = _shown(map_, direction, words)
    if direction != "auto" or len(scene.cards) + len(scene.pills) > MOST_TRIED:
        return scene
    if stage(map_, "top-down", language=words).columns:
        return scene if not scene.is_top_down else _shown(map_, "left-right", words)
    pictured, layout = arrange(map_, engine="tidy", is_picture=False, language=words)
    is_top_down = pictured.is_top_down or layout.is_folded  # what a picture folds goes down the page
    if is_top_down == scene.is_top_down:
        return scene
    return _shown(map_, "top-down" if is_top_down else "left-right", words)


def _shown(map_: Map, direction: str, words: Words, verdicts: Verdicts | None = None) -> Scene:
    """Stage a map as the page shows it: without lines across the tree, and with chips for what is contradicted."""
    return stage(map_, direction, refers=True, verdicts=verdicts, language=words, tells_contraries=False)


def _read(*names: str) -> str:
    with open(os.path.join(_HERE, *names), encoding="utf-8", newline="\n") as file:
        return file.read()


def _policy(style: str, *scripts: str) -> str:
    """Give the content security policy: nothing, but for our own style and scripts by hash, fonts and icon inside."""
    rules = [
        "default-src 'none'",
        f"script-src {' '.join(map(_hash, scripts))}",
        f"style-src {_hash(style)}",
        "font-src data:",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return "; ".join(rules)


def _hash(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") + "'"


# --- characters ------------------------------------------------------------------------------------------------


def _characters(data: dict[str, Any], own: str) -> dict[Face, set[str]]:
    """Give the characters that each face must have: any text of the map may be shown regular or semibold."""
    texts = set(_ASCII | set(printable(own)))
    texts.update(*_texts(data))
    slanted = [node for node in data["nodes"] if "implicit" in node or "roles" in node]
    italic = set().union(*_texts(slanted)) if slanted else set()
    return {"regular": texts, "semibold": texts, "italic": italic}


def _texts(data: object) -> Iterator[str]:
    """Give every string within data, in any order, without recursion."""
    waiting = [data]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)

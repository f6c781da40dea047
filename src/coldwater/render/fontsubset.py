"""The part of the embedded font that a drawing uses, as CSS. It knows characters, not maps.

TrueType and not WOFF: compressed fonts differ between builds of zlib, and the same map must give the same bytes.
Every face that is used carries all of ASCII besides: some 3 kB more, but then most drawings of a run share one subset,
and cutting it takes a fifth of a second.
"""

from __future__ import annotations

import base64
import io
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from coldwater.render.fontfiles import FAMILY, font_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.render.fontfiles import Face

_ASCII = frozenset(map(chr, range(0x20, 0x7F)))
_STYLES: dict[Face, str] = {
    "regular": "font-weight:400;font-style:normal",
    "italic": "font-weight:400;font-style:italic",
    "semibold": "font-weight:600;font-style:normal",
}


def font_css(used: Mapping[Face, set[str]]) -> str:
    """Give @font-face rules that carry the used characters of each face; "" if none is used."""
    rules = []
    for face, style in _STYLES.items():
        if used.get(face):
            data = base64.b64encode(_subset(face, _ASCII | used[face])).decode("ascii")
            source = f'url("data:font/ttf;base64,{data}") format("truetype")'
            rules.append(f'@font-face{{font-family:"{FAMILY}";{style};src:{source}}}')
    return "".join(rules)


@lru_cache(maxsize=32)
def _subset(face: Face, characters: frozenset[str]) -> bytes:
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 - heavy
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    options = Options()
    options.hinting = False
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.name_IDs = [0, 1, 2, 13, 14]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.harfbuzz_repacker = False  # present or not, the bytes are the same
    options.recalc_timestamp = False
    with TTFont(font_path(face), recalcTimestamp=False) as font:
        if not any(unicodedata.combining(character) for character in characters):
            del font["GSUB"]  # only composes letters and marks here, and is slow to read
        subsetter = Subsetter(options)
        subsetter.populate(text="".join(sorted(characters)))
        subsetter.subset(font)
        out = io.BytesIO()
        font.save(out, reorderTables=True)
        return out.getvalue()

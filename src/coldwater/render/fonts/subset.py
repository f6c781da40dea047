"""The part of the embedded font that a drawing uses, as CSS. It knows characters, not maps.

TrueType and not WOFF: compressed fonts differ between builds of zlib, and the same map must give the same bytes.
Cutting a face takes a fifth of a second, so two cuts of each lie ready beside the fonts: for English with its
typography, and for the languages of western Europe. Only a drawing with other characters has its own made. ``make
generate`` writes the ready cuts; a test holds them current.
"""

from __future__ import annotations

import base64
import io
import os
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from coldwater.errors import UsageError
from coldwater.records import NamedTuple
from coldwater.render.fonts.faces import FAMILY, font_path, metrics
from coldwater.render.fonts.given import is_bold, services

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fontTools.ttLib import TTFont

    from coldwater.render.fonts.faces import Face
    from coldwater.render.fonts.given import Fonts, GivenFace

_PLAIN = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("–—‘’“”„…•·€−×✓✗→↗↓□°é")
_LATIN = _PLAIN | frozenset(map(chr, [*range(0xA0, 0xAD), *range(0xAE, 0x100)])) | frozenset("ŒœŠšŽžŸ‚‹›")
_FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl")  # that a cut of the embedded font keeps
_OF_EDITORS = ("FFTM", "PfEd", "TeX ")  # tables that say nothing of how letters look
_NAME_OF_CUTS = "Coldwater Sans"
#: The ready cuts, smallest first.
READY: dict[str, frozenset[str]] = {"plain": _PLAIN, "latin": _LATIN}
_STYLES: dict[Face, str] = {
    "regular": "font-weight:400;font-style:normal",
    "italic": "font-weight:400;font-style:italic",
    "semibold": "font-weight:600;font-style:normal",
}


def font_css(used: Mapping[Face, set[str]], fonts: Fonts = (), language: str | None = None) -> str:
    """Give @font-face rules that carry the used characters of each face; "" if none is used.

    ``fonts``: font files that give the characters which the embedded font lacks, each in the weights that it has.
    Raises UsageError if one is none.
    """
    rules = []
    if fonts:
        characters = set[str]().union(*(found for face, found in used.items() if not is_bold(face)))
        bold = set[str]().union(*(found for face, found in used.items() if is_bold(face)))
        for one in services(fonts, characters, language, bold):
            data = base64.b64encode(_extra(one.face, one.characters)).decode("ascii")
            source = f'url("data:font/sfnt;base64,{data}")'
            rules.append(f'@font-face{{font-family:"{one.name}";font-weight:{one.face.weight};src:{source}}}')
    for face, style in _STYLES.items():
        if used.get(face):
            data = base64.b64encode(_cut(face, frozenset(used[face]))).decode("ascii")
            source = f'url("data:font/ttf;base64,{data}") format("truetype")'
            rules.append(f'@font-face{{font-family:"{FAMILY}";{style};src:{source}}}')
    return "".join(rules)


class FaceOf(NamedTuple):
    """Forms of some characters, as a page in a browser takes them in: a family, and the characters (``range``)."""

    family: str
    source: str
    weight: str
    style: str
    range: str


def faces_of(characters: frozenset[str]) -> list[FaceOf]:
    """Give the forms of characters in each face of the embedded font; nothing for those that it has not."""
    known = frozenset(characters & metrics("regular").advances.keys())
    if not known:
        return []
    span = ",".join(f"U+{ord(character):X}" for character in sorted(known))
    found = []
    for face, style in _STYLES.items():
        data = base64.b64encode(subset(face, known)).decode("ascii")
        words = dict(part.split(":") for part in style.split(";"))
        found.append(
            FaceOf(FAMILY, f"url(data:font/ttf;base64,{data})", words["font-weight"], words["font-style"], span)
        )
    return found


def ready_path(face: Face, name: str) -> str:
    """Give where a ready cut of a face lies."""
    return os.path.join(os.path.dirname(font_path(face)), f"{face}-{name}.ttf")


def _cut(face: Face, characters: frozenset[str]) -> bytes:
    """Give the smallest ready cut that has all characters, or one made for them."""
    for name, held in READY.items():
        if characters <= held:
            return _ready(face, name)
    return subset(face, _PLAIN | characters)


@lru_cache(maxsize=8)
def _ready(face: Face, name: str) -> bytes:
    with open(ready_path(face, name), "rb") as file:
        return file.read()


@lru_cache(maxsize=32)
def subset(face: Face, characters: frozenset[str]) -> bytes:
    """Cut a face down to some characters: TrueType, without hints, kerned."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - heavy

    with TTFont(font_path(face), recalcTimestamp=False) as font:
        if not any(unicodedata.combining(character) for character in characters):
            del font["GSUB"]  # only composes letters and marks here, and is slow to read
        _cut_down(font, characters)
        for record in font["name"].names:  # the licence reserves the font's own name for the unchanged font
            record.string = str(record).replace(FAMILY, _NAME_OF_CUTS)
        return _saved(font)


@lru_cache(maxsize=8)
def _extra(face: GivenFace, characters: frozenset[str]) -> bytes:
    """Cut a face of somebody's font file down to some characters."""
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415 - heavy

    try:
        with TTFont(face.path, fontNumber=face.number, recalcTimestamp=False) as font:
            _cut_down(font, characters, ["*"])  # of a script that is shaped, every form
            return _saved(font)
    except (TTLibError, OSError) as error:
        raise UsageError(f"{face.path}: this is no font that can be used ({error})") from None


def _cut_down(font: TTFont, characters: frozenset[str], features: Sequence[str] = _FEATURES) -> None:
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 - heavy

    options = Options()
    options.hinting = False
    options.layout_features = list(features)
    options.name_IDs = [0, 1, 2, 13, 14]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.harfbuzz_repacker = False  # present or not, the bytes are the same
    options.recalc_timestamp = False
    options.drop_tables = [*options.drop_tables, *_OF_EDITORS]
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(sorted(characters)))
    subsetter.subset(font)


def _saved(font: TTFont) -> bytes:
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()

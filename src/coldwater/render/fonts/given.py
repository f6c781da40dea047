"""Fonts that somebody gives for what the embedded font lacks: what each has, and which letters it is asked for.

The embedded font has the first say, then those that are given, in order, then what a machine has. It reads font files,
but knows no map.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from coldwater.errors import UsageError
from coldwater.render.fonts.faces import FAMILY, metrics
from coldwater.render.fonts.families import EXTRA_FAMILY, known_families

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from coldwater.render.fonts.faces import Face

#: Paths of font files, the first one asked first.
Fonts = tuple[str, ...]
_HEAVY = 550  # weights from here on are for what is semibold


@dataclass(frozen=True, slots=True)
class GivenFace:
    """A face in a font file: which one of the file, its family, weight (100 to 900), slant and characters."""

    path: str
    stamp: tuple[int, ...]
    number: int
    family: str
    weight: int
    is_italic: bool
    characters: frozenset[str]


@dataclass(frozen=True, slots=True)
class Service:
    """A given face, and the characters that it is asked for; ``name``: what a drawing that carries it calls it."""

    face: GivenFace
    name: str
    characters: frozenset[str]


def families_of(fonts: Fonts, language: str | None = None) -> tuple[str, ...]:
    """Give the families of font files, each once. Raises UsageError for a file that is no font."""
    return tuple(dict.fromkeys(_face(path, language).family for path in fonts))


def names_of(fonts: Fonts, language: str | None = None) -> tuple[str, ...]:
    """Give what a drawing that carries fonts calls their families, in order."""
    return tuple(map(_name, range(len(families_of(fonts, language)))))


def services(
    fonts: Fonts, characters: Iterable[str], language: str | None = None, bold: Iterable[str] = ()
) -> tuple[Service, ...]:
    """Share out characters among fonts: each to the first family that has it, there to all faces of its weight.

    ``bold``: those that are set semibold. What the embedded font has is asked of none. A face that nothing is asked of
    is left out. Raises UsageError for a file that is no font.
    """
    own = metrics("regular").advances.keys()
    faces = [_face(path, language) for path in fonts]
    left = {False: set(characters) - own, True: set(bold) - own}
    found: dict[GivenFace, frozenset[str]] = {}
    families = families_of(fonts, language)
    for family in families:
        of_it = [face for face in faces if face.family == family]
        for is_bold, wanted in left.items():
            chosen = _of_weight(of_it, is_bold)
            for face in chosen:
                found[face] = found.get(face, frozenset()) | (wanted & face.characters)
            for face in of_it:
                wanted -= face.characters  # noqa: PLW2901 - a set, made smaller in place
    served = [(face, found.get(face, frozenset())) for face in dict.fromkeys(faces)]
    return tuple(Service(face, _name(families.index(face.family)), asked) for face, asked in served if asked)


def unneeded(fonts: Fonts, characters: Iterable[str], language: str | None = None) -> tuple[str, ...]:
    """Give the font files that none of some characters needs, whatever weight these have."""
    needed = {service.face.path for service in services(fonts, characters, language, characters)}
    return tuple(path for path in dict.fromkeys(fonts) if path not in needed)


def lacking(fonts: Fonts, characters: Iterable[str]) -> frozenset[str]:
    """Give the characters that neither the embedded font nor any of those given has."""
    return frozenset(characters).difference(metrics("regular").advances, *(_face(path).characters for path in fonts))


def covers(fonts: Fonts, text: str) -> bool:
    """Tell whether the embedded font and those given have all of a text, so that a machine's own are not asked."""
    return not lacking(fonts, text.replace("\n", ""))


def lack_weight(fonts: Fonts, language: str | None = None) -> bool:
    """Tell whether fonts are given and none of them is heavy, so that what is set semibold comes out no heavier."""
    return bool(fonts) and all(_face(path, language).weight < _HEAVY for path in fonts)


def is_bold(face: Face) -> bool:
    """Tell whether a face of ours asks for a heavy face of another font."""
    return face == "semibold"


def _name(number: int) -> str:
    return EXTRA_FAMILY if number == 0 else f"{EXTRA_FAMILY} {chr(ord('A') + number)}"


def _of_weight(faces: Sequence[GivenFace], is_heavy: bool) -> list[GivenFace]:
    """Give the faces of a family that serve a weight; all of them where none is of it."""
    upright = [face for face in faces if not face.is_italic] or list(faces)
    return [face for face in upright if (face.weight >= _HEAVY) == is_heavy] or upright


def _face(path: str, language: str | None = None) -> GivenFace:
    """Read a font file; of several faces in it, that for a language."""
    faces = _faces(path, _stamp(path))
    order = {family: at for at, family in enumerate(known_families(language))}
    return min(faces, key=lambda face: (order.get(face.family, len(order)), face.number))


def _stamp(path: str) -> tuple[int, ...]:
    """Give what is another where a file is another, or has changed, under the same name."""
    try:
        about = os.stat(path)
    except OSError as error:
        raise UsageError(f"{path}: this is no font that can be used ({error})") from None
    return about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns


@lru_cache(maxsize=8)
def _faces(path: str, stamp: tuple[int, ...]) -> tuple[GivenFace, ...]:
    from fontTools.ttLib import TTCollection, TTFont, TTLibError  # noqa: PLC0415 - heavy

    try:
        with open(path, "rb") as file:
            is_collection = file.read(4) == b"ttcf"
            file.seek(0)
            fonts = TTCollection(file, lazy=True).fonts if is_collection else [TTFont(file, lazy=True)]
            return tuple(_read(path, stamp, number, font) for number, font in enumerate(fonts))
    except (TTLibError, OSError, KeyError, AttributeError) as error:
        raise UsageError(f"{path}: this is no font that can be used ({error})") from None


def _read(path: str, stamp: tuple[int, ...], number: int, font: Any) -> GivenFace:
    family = str(font["name"].getBestFamilyName() or FAMILY).replace('"', "")
    characters, about = frozenset(map(chr, font.getBestCmap() or ())), font["OS/2"]
    return GivenFace(path, stamp, number, family, int(about.usWeightClass), bool(about.fsSelection & 1), characters)

"""An SVG text as PNG. It knows no map.

Only the embedded font is used, so that the bytes are the same everywhere; a text with characters that this font lacks
(Chinese, say) is drawn with the fonts of the system, and then they may differ between machines.
"""

from __future__ import annotations

import math
import struct
import zlib
from typing import TYPE_CHECKING

from coldwater.errors import DrawingError
from coldwater.render.digest import MARK
from coldwater.render.fonts.faces import FAMILY, font_paths
from coldwater.render.fonts.families import css_list, other_families
from coldwater.render.fonts.given import covers, lacking

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coldwater.render.fonts.given import Fonts

SCALE = 2.0
MOST_PIXELS = 100_000_000
_MOST_SIDE = 32_000  # what many programs still open
_NO_CHARACTER = "\U0001fffe"  # which no font has, since it is none
_HEADER_END = 8 + 4 + 4 + 13 + 4  # signature, then the IHDR chunk


def png_bytes(  # noqa: PLR0913 - what is drawn, and how
    svg: str, size: tuple[float, float], digest: str, ground: str, scale: float = SCALE, fonts: Fonts = ()
) -> bytes:
    """Draw an SVG of a size in px at a scale, or less if it would be more than 100 million pixels.

    ``fonts``: font files for the characters that the embedded font lacks; the fonts of the system are asked for what
    these lack, too.
    """
    import resvg_py  # noqa: PLC0415 - heavy

    try:
        data = resvg_py.svg_to_bytes(
            svg_string=svg, zoom=min(scale, scale_for(*size)), background=ground, dpi=96.0,
            font_files=[*font_paths(), *fonts], skip_system_fonts=covers(fonts, svg),
            font_family=FAMILY, sans_serif_family=FAMILY,
        )  # fmt: skip
    except ValueError as error:
        raise DrawingError(f"The PNG could not be drawn: {error}") from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # which is no Exception, and cannot be imported
            raise
        raise DrawingError(f"The PNG could not be drawn, as resvg failed: {error}") from None
    return with_digest(bytes(data), digest)


def missing(characters: Iterable[str], fonts: Fonts = ()) -> str:
    """Give the characters that no font at hand has, so that they would be drawn as empty boxes. Cost: 1 ms for each.

    At hand are the embedded font, those that are given, and those of the system.
    """
    left = sorted(lacking(fonts, characters))
    nothing = _drawn(_NO_CHARACTER) if left else b""
    return "".join(character for character in left if character.isprintable() and _drawn(character) == nothing)


def _drawn(character: str) -> bytes:
    import resvg_py  # noqa: PLC0415 - heavy

    families = css_list((FAMILY, *other_families(None)))
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'>"
        f"<text x='4' y='30' font-size='24' font-family='{families}'>{character}</text></svg>"
    )
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg, font_files=font_paths(), skip_system_fonts=False,
            font_family=FAMILY, sans_serif_family=FAMILY,
        )
    )  # fmt: skip


def scale_for(width: float, height: float) -> float:
    """Give the largest scale at which a drawing is allowed."""
    by_area = math.sqrt(MOST_PIXELS / (width * height))
    return min(by_area, _MOST_SIDE / width, _MOST_SIDE / height)


def with_digest(png: bytes, digest: str) -> bytes:
    """Put a tEXt chunk with the digest right behind the header."""
    body = b"tEXt" + MARK.encode("latin-1") + b"\0" + digest.encode("latin-1")
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return png[:_HEADER_END] + chunk + png[_HEADER_END:]

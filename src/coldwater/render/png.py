"""An SVG text as PNG. It knows no map.

Only the embedded font is used, so that the bytes are the same everywhere; a text with characters that this font lacks
(Chinese, say) is drawn with the fonts of the system, and then they may differ between machines.
"""

from __future__ import annotations

import math
import struct
import zlib

from coldwater.errors import DrawingError
from coldwater.render.digest import MARK
from coldwater.render.fonts.faces import FAMILY, font_paths, has_all

SCALE = 2.0
MOST_PIXELS = 100_000_000
_MOST_SIDE = 32_000  # what many programs still open
_HEADER_END = 8 + 4 + 4 + 13 + 4  # signature, then the IHDR chunk


def png_bytes(  # noqa: PLR0913 - what is drawn, and how
    svg: str, size: tuple[float, float], digest: str, ground: str, scale: float = SCALE, font: str | None = None
) -> bytes:
    """Draw an SVG of a size in px at a scale, or less if it would be more than 100 million pixels.

    ``font``: a font file for the characters that the embedded font lacks, instead of the fonts of the system.
    """
    import resvg_py  # noqa: PLC0415 - heavy

    try:
        data = resvg_py.svg_to_bytes(
            svg_string=svg, zoom=min(scale, scale_for(*size)), background=ground, dpi=96.0,
            font_files=[*font_paths(), *([font] if font else [])],
            skip_system_fonts=font is not None or has_all(svg.replace("\n", "")),
            font_family=FAMILY, sans_serif_family=FAMILY,
        )  # fmt: skip
    except ValueError as error:
        raise DrawingError(f"The PNG could not be drawn: {error}") from None
    return with_digest(bytes(data), digest)


def scale_for(width: float, height: float) -> float:
    """Give the largest scale at which a drawing is allowed."""
    by_area = math.sqrt(MOST_PIXELS / (width * height))
    return min(by_area, _MOST_SIDE / width, _MOST_SIDE / height)


def with_digest(png: bytes, digest: str) -> bytes:
    """Put a tEXt chunk with the digest right behind the header."""
    body = b"tEXt" + MARK.encode("latin-1") + b"\0" + digest.encode("latin-1")
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return png[:_HEADER_END] + chunk + png[_HEADER_END:]

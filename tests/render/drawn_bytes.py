"""What some drawings are to the last byte, in every format. Run as a module, it tells of them in a line each."""

from __future__ import annotations

import hashlib
import sys
from typing import TYPE_CHECKING

from coldwater.render import FORMATS, Options, draw
from render.drawing_samples import alliance, random_map, twisted
from render.verdict_samples import circle, every_reason
from work import ALL

if TYPE_CHECKING:
    from collections.abc import Iterator


def digests() -> Iterator[str]:
    """Give for each format and map a digest of the drawing; pictures are small, which is enough to tell them apart."""
    plain, judged = (twisted(), *([alliance()] if ALL else []), random_map(3, 20, 0.3)), (every_reason(), circle())
    cases = [*((map_, False) for map_ in plain), *((map_, True) for map_ in judged)]
    for number, (map_, verdicts) in enumerate(cases):
        for format_ in FORMATS:
            options = Options(verdicts=verdicts, scale=0.5) if format_ == "png" else Options(verdicts=verdicts)
            yield f"{number} {format_} {hashlib.sha256(draw(map_, format_, options)).hexdigest()}"


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in digests())

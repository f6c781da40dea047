"""Text that stays in its box in programs that do not read the embedded font (librsvg, Inkscape, office programs).

Such programs set a text in whatever font they have, which is up to a third wider, and know no rule of style in
``@supports``. So each text says a smaller size by itself, at which the widest of the usual fonts (DejaVu Sans) takes
the room that was measured; its letters are as high as ours then. Its own size stands in a rule that every browser
reads.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.render.svg.elements import number

if TYPE_CHECKING:
    from collections.abc import Iterable

#: How much smaller a text is where its font is missing; by whether it is semibold and whether it is italic.
SHARES = {(False, False): 0.82, (False, True): 0.8, (True, False): 0.74}
_SIZED = re.compile(r'<text ([^<>]*?)font-size="([\d.]+)"([^<>]*)>')


def with_fallback_sizes(parts: Iterable[str]) -> tuple[list[str], str]:
    """Give the elements of a drawing, their texts smaller, and the rules that make them as large as they are meant."""
    sizes: dict[str, str] = {}

    def smaller(found: re.Match[str]) -> str:
        before, size, after = found.groups()
        name = sizes.setdefault(size, f"t{size.replace('.', '-')}")
        share = SHARES["font-weight" in after, "font-style" in after]
        if 'class="o"' in before:
            before, name = before.replace('class="o" ', ""), f"o {name}"
        return f'<text class="{name}" {before}font-size="{number(float(size) * share)}"{after}>'

    written = [_SIZED.sub(smaller, part) for part in parts]
    rules = "".join(f".{name}{{font-size:{size}px}}" for size, name in sizes.items())
    return written, f"@supports (display:block){{{rules}}}" if rules else ""

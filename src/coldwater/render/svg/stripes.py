"""Which side of the thesis a claim is on, as a stripe at the edge of its card: whole for it, broken against it.

Of a claim on both sides the upper half is whole and the lower one broken, so that none is told by colour alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.render.scene import parts as s
from coldwater.render.svg.elements import element, number

if TYPE_CHECKING:
    from coldwater.render.layout.geometry import Box
    from coldwater.render.palette import Palette
    from coldwater.render.scene.telling import SideShown


def stripe_parts(
    side: SideShown, box: Box, colours: Palette, margin: float = s.STRIPE_FROM, opacity: float | None = None
) -> list[str]:
    """Give the stripe of a card; nothing where no side is told. ``margin``: px above and below it."""
    top, bottom, middle = box.y + margin, box.y + box.height - margin, box.y + box.height / 2
    stretches = {
        "": [], "pro": [(top, bottom, True)], "con": [(top, bottom, False)],
        "both": [(top, middle - 1.0, True), (middle + 1.0, bottom, False)],
    }[side]  # fmt: skip
    x = number(box.x + s.STRIPE_AT)
    return [
        element(
            "path", d=f"M{x},{number(start)}V{number(end)}", fill="none", stroke_width=s.STRIPE,
            stroke=colours.strong["supports" if is_for else "attacks"], stroke_opacity=opacity,
            stroke_dasharray=None if is_for else s.STRIPE_DASHES,
        )
        for start, end, is_for in stretches
    ]  # fmt: skip

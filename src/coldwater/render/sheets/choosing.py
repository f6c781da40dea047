"""Which layout a picture has: the map itself while its text can be read where it is shown, else its sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coldwater.render.layout.geometry import USUAL_WIDTH
from coldwater.render.scene.parts import CLAIM_SIZE
from coldwater.render.svg.page import compose

if TYPE_CHECKING:
    from coldwater.model.models import Map
    from coldwater.render.layout.geometry import Layout
    from coldwater.render.reading.verdicts import Verdicts
    from coldwater.render.scene.parts import Scene
    from coldwater.words.wording import Words

#: Claims and arguments of a map that may be readable at 1000 px; at more, the more by the square.
MOST_READABLE = 60
#: px that the text of claims has at least, where the map is shown at its width.
LEAST_TEXT = 10.0


class Arranged(NamedTuple):
    """A map laid out, and the width of its page in px."""

    scene: Scene
    layout: Layout
    width: float

    def text_at(self, wide: float) -> float:
        """Give the size of the claims' text in px, shown in a width; it is never enlarged."""
        return CLAIM_SIZE * min(1.0, wide / self.width)


def arranged(  # noqa: PLR0913 - what is drawn, and how
    map_: Map,
    direction: str = "auto",
    engine: str = "auto",
    verdicts: Verdicts | None = None,
    has_ids: bool = True,
    wide: float = USUAL_WIDTH,
    language: str | Words | None = None,
) -> Arranged:
    """Lay a map out to be shown at a width, and measure its page.

    The last one is remembered: a picture comes in several formats.
    """
    key = (direction, engine, has_ids, wide, language)
    if _last and verdicts is None and _last[0][0] is map_ and _last[0][1] == key:
        return _last[0][2]
    from coldwater.render.layout.arranging import arrange  # noqa: PLC0415 - a large map has its sides without it

    scene, layout = arrange(map_, direction, engine, verdicts=verdicts, has_ids=has_ids, wide=wide, language=language)
    found = Arranged(scene, layout, compose(scene, layout.width, layout.height).width)
    if verdicts is None:
        _last[:] = [(map_, key, found)]
    return found


_last: list[tuple[Map, tuple[str, str, bool, float, str | Words | None], Arranged]] = []


def readable(map_: Map, wide: float, has_ids: bool = True, language: str | Words | None = None) -> Arranged | float:
    """Give the map laid out, if its text can be read in a width; else how large its text would be, 0 if not tried.

    A map of more than 60 claims and arguments for 1000 px is not tried: whatever its shape, nobody reads it there.
    """
    if len(map_.claims) + len(map_.arguments) > MOST_READABLE * (wide / USUAL_WIDTH) ** 2:
        return 0.0
    found = arranged(map_, has_ids=has_ids, wide=wide, language=language)
    size = found.text_at(wide)
    return found if size >= LEAST_TEXT else size

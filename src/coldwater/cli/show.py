"""``coldwater show``: a map as an outline in the terminal."""

from __future__ import annotations

import sys

from coldwater.cli import EXIT_CLEAN
from coldwater.cli.given import map_given
from coldwater.cli.output import columns, wants_colour
from coldwater.model.tags import chosen
from coldwater.render.outline import outline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def run_show(map_: str, by: str | None, tag: Sequence[str], width: int | None) -> int:
    """Print the outline, wrapped to the terminal; plain and 100 columns wide when it goes elsewhere.

    ``by`` groups instead, and ``tag`` leaves out what is of none of these tags.
    """
    read = map_given(map_)
    tags = chosen(read, tag)
    room, colour = width or columns(), wants_colour(sys.stdout)
    if by is None:
        sys.stdout.write(outline(read, room, colour, tags))
        return EXIT_CLEAN
    from coldwater.render.grouped import grouped  # noqa: PLC0415 - an outline needs none of it

    sys.stdout.write(grouped(read, by, room, colour, tags))
    return EXIT_CLEAN

"""``coldwater show``: a map as an outline in the terminal."""

from __future__ import annotations

import sys

from coldwater.cli import EXIT_CLEAN
from coldwater.cli.given import map_given
from coldwater.cli.output import columns, wants_colour
from coldwater.render.outline import outline


def run_show(map_: str, width: int | None) -> int:
    """Print the outline, wrapped to the terminal; plain and 100 columns wide when it goes elsewhere."""
    sys.stdout.write(outline(map_given(map_), width or columns(), wants_colour(sys.stdout)))
    return EXIT_CLEAN

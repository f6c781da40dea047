"""SADFace, with conflicts as its library writes them, from attacked to attacker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.formats.aif import sadface

if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look

NAME = "sadface-library"
TITLE = "SADFace, conflicts as its library writes them"
ENDINGS = sadface.ENDINGS
LOSES_IN = sadface.LOSES_IN
LOSES_OUT: tuple[str, ...] = ()


def is_one(_: Look) -> bool:
    """Tell that no file says so by itself; it is asked for by name."""
    return False


def read(given: Given) -> Imported:
    """Read a document."""
    from coldwater.formats.aif.sadface_reading import read_sadface  # noqa: PLC0415 - only where there is one

    return read_sadface(NAME, given, is_backwards=True)

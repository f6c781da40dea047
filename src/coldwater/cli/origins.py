"""Where maps are written, for pages that lead back to the file: its name in the project, its address, its lines."""

from __future__ import annotations

import os

from coldwater.errors import UnreadableFileError
from coldwater.printable import printable
from coldwater.project.search import below

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.project.settings import Settings
    from coldwater.render.viewer.origin import Origin


def origin_of(path: str, settings: Settings | None) -> Origin | None:
    """Give where the map in a file is written; None for stdin, and for what is no text with lines."""
    from coldwater.judge import entry_lines  # noqa: PLC0415 - only pages lead back
    from coldwater.render.viewer.origin import Origin  # noqa: PLC0415

    if path == "-":
        return None
    try:
        lines = entry_lines(path)
    except UnreadableFileError:
        return None
    inside = None if settings is None else below(settings.root, path)
    home = None if settings is None or inside is None else settings.repository
    url = f"{home.rstrip('/')}/{_in_an_address(inside)}" if home and inside else ""
    return Origin(printable(inside or os.path.basename(path)), url, lines)


def _in_an_address(path: str) -> str:
    from urllib.parse import quote  # noqa: PLC0415 - only where there is an address

    return quote(path)

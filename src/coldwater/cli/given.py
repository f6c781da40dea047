"""The map that a command line names: the bytes of a file, or of stdin for ``-``, or the map that they hold."""

from __future__ import annotations

import sys

from coldwater import api
from coldwater.cli import STDIN_NAME

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.model.models import Map
    from coldwater.project.settings import Settings


def given(path: str, stdin_name: str) -> tuple[str, bytes]:
    """Give a map's name and bytes; stdin is called ``stdin_name``. Raises UnreadableFileError."""
    return (stdin_name, sys.stdin.buffer.read()) if path == "-" else (path, api.map_bytes(path))


def map_given(path: str, settings: Settings | None = None) -> Map:
    """Read the map for what is made of it; only a check looks for findings.

    Raises UnusableMapError, with the findings that say why, where it cannot be read as a graph.
    """
    if path == "-":
        return api.map_in(STDIN_NAME, sys.stdin.buffer.read(), settings)
    return api.map_of_file(path, settings)

"""The map that a command line names: the bytes of a file, or of stdin for ``-``."""

from __future__ import annotations

import sys

from coldwater.files import read_bytes


def given(path: str, stdin_name: str) -> tuple[str, bytes]:
    """Give a map's name and bytes; stdin is called ``stdin_name``. Raises UnreadableFileError."""
    return (stdin_name, sys.stdin.buffer.read()) if path == "-" else (path, read_bytes(path))

"""``coldwater mcp``: the tools for assistants, served on stdin and stdout."""

from __future__ import annotations

from coldwater.cli import EXIT_CLEAN
from coldwater.mcp.server import serve


def run_mcp(path: str) -> int:
    """Serve one map, or the maps below a folder, until stdin ends."""
    serve(path)
    return EXIT_CLEAN

"""``coldwater mcp``: the tools for assistants, served on stdin and stdout."""

from __future__ import annotations

from coldwater.cli import EXIT_CLEAN
from coldwater.errors import MissingExtraError


def run_mcp(path: str) -> int:
    """Serve one map, or the maps below a folder, until stdin ends."""
    try:
        import mcp  # noqa: F401, PLC0415 - an extra part
    except ImportError:
        raise MissingExtraError("a server for assistants", "mcp") from None
    from coldwater.mcp.server import serve  # noqa: PLC0415 - only where the part is there

    serve(path)
    return EXIT_CLEAN

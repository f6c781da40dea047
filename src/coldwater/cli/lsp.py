"""``coldwater lsp``: the server for editors, on stdin and stdout."""

from __future__ import annotations

import sys

from coldwater.cli import EXIT_CLEAN, EXIT_FINDINGS
from coldwater.cli.output import say
from coldwater.errors import MissingExtraError


def run_lsp(stdio: bool) -> int:
    """Serve until the editor says good-bye (0) or closes (1); who did not ask by ``stdio`` is told what this is."""
    try:
        import pygls  # noqa: F401, PLC0415 - an extra part
    except ImportError:
        raise MissingExtraError("a server for editors", "lsp") from None
    from coldwater.lsp.server import serve  # noqa: PLC0415 - only where the part is there

    if not stdio and sys.stdin.isatty():
        say("coldwater lsp speaks the Language Server Protocol on stdin and stdout: let your editor start it")
    return EXIT_CLEAN if serve() else EXIT_FINDINGS

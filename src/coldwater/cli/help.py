"""``coldwater help``, ``--help`` in another word, and ``coldwater --version``."""

from __future__ import annotations

import sys

from coldwater import __version__
from coldwater.cli import EXIT_CLEAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def run_help(command: Sequence[str]) -> int:
    """Print the help of a command, or the list of commands. Raises UsageError for a command that there is not."""
    from coldwater.cli.app import run_app  # noqa: PLC0415 - the version needs no typer

    return run_app([*command, "--help"])


def run_version() -> int:
    """Print the version."""
    sys.stdout.write(f"coldwater {__version__}\n")
    return EXIT_CLEAN

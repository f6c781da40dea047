"""``coldwater schema``: JSON Schemas of the format, of what commands print as JSON, and of files that are kept."""

from __future__ import annotations

import sys

from coldwater.cli import EXIT_CLEAN
from coldwater.errors import UsageError
from coldwater.schemas import MAP, listed, schema_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def run_schema(name: Sequence[str], list_: bool) -> int:
    """Print the schema that words such as ``prep gaps`` name, that of a map for none, or the list of them.

    Raises UsageError for an unknown name, and for a name beside the list.
    """
    if list_ and name:
        raise UsageError("--list lists all schemas; without it the one named is printed")
    sys.stdout.write(listed() if list_ else schema_text(" ".join(name) or MAP))
    return EXIT_CLEAN

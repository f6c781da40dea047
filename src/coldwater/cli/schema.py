"""``coldwater schema``: the JSON Schema of the format."""

from __future__ import annotations

import sys

from coldwater.cli import EXIT_CLEAN
from coldwater.model.published import schema_text


def run_schema() -> int:
    """Print the schema that is published."""
    sys.stdout.write(schema_text())
    return EXIT_CLEAN

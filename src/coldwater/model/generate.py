"""Writes what is made from the models: the published schema, the quick yes/no check, the plain twins.

Run as ``python -m coldwater.model.generate`` in a checkout; with ``--check`` it writes nothing and says what is not
current. It knows where these files lie, and nothing of what is in them.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from coldwater.generated import CHECKOUT, write_stale
from coldwater.generated import stale as stale_of
from coldwater.model.codegen import accepts_module, fields_module, plain_module
from coldwater.model.published import SCHEMA_FILE
from coldwater.model.schema import schema_text

if TYPE_CHECKING:
    from collections.abc import Sequence

_HERE = os.path.dirname(os.path.abspath(__file__))


def generated() -> dict[str, str]:
    """Give what each generated file should hold, by its path."""
    return {
        os.path.join(_HERE, "_accepts.py"): accepts_module(),
        os.path.join(_HERE, "_plain.py"): plain_module(),
        os.path.join(_HERE, "_fields.py"): fields_module(),
        os.path.join(CHECKOUT, "schema", "argmap.schema.json"): schema_text(),
        SCHEMA_FILE: schema_text(),
    }


def stale() -> dict[str, str]:
    """Give the files that are missing or hold something else than they should, with what they should hold."""
    return stale_of(generated())


def main(arguments: Sequence[str]) -> int:
    """Write the stale files, or name them; give the exit code: 1 if ``--check`` finds any, 2 for another option."""
    return write_stale(generated, arguments, "python -m coldwater.model.generate")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

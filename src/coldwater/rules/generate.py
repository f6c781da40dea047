"""Writes what is made from the rules' docstrings: the manual, and the pages that go into reports.

Run as ``python -m coldwater.rules.generate`` in a checkout; with ``--check`` it writes nothing and says what is not
current.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from coldwater.generated import CHECKOUT, write_stale
from coldwater.rules.manual import manual_text, pages_module

if TYPE_CHECKING:
    from collections.abc import Sequence

_HERE = os.path.dirname(os.path.abspath(__file__))


def generated() -> dict[str, str]:
    """Give what each generated file should hold, by its path."""
    return {
        os.path.join(CHECKOUT, "docs", "rules.md"): manual_text(),
        os.path.join(_HERE, "_pages.py"): pages_module(),
    }


def main(arguments: Sequence[str]) -> int:
    """Write the stale files, or name them; give the exit code: 1 if ``--check`` finds any, 2 for another option."""
    return write_stale(generated, arguments, "python -m coldwater.rules.generate")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

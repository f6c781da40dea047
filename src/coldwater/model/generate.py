"""Writes what is made from the models: the published schema, the quick yes/no check, the plain twins.

Run as ``python -m coldwater.model.generate`` in a checkout; with ``--check`` it writes nothing and says what is not
current. It knows where these files lie, and nothing of what is in them.
"""

from __future__ import annotations

import os
import sys
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from coldwater.model.codegen import accepts_module, plain_module
from coldwater.model.schema import schema_text

if TYPE_CHECKING:
    from collections.abc import Sequence

_HERE = os.path.dirname(os.path.abspath(__file__))
_CHECKOUT = os.path.dirname(os.path.dirname(os.path.dirname(_HERE)))


def generated() -> dict[str, str]:
    """Give what each generated file should hold, by its path."""
    return {
        os.path.join(_HERE, "_accepts.py"): accepts_module(),
        os.path.join(_HERE, "_plain.py"): plain_module(),
        os.path.join(_CHECKOUT, "schema", "argmap.schema.json"): schema_text(),
    }


def stale() -> dict[str, str]:
    """Give the files that are missing or hold something else than they should, with what they should hold."""
    return {path: text for path, text in generated().items() if _text_of(path) != text}


def main(arguments: Sequence[str]) -> int:
    """Write the stale files, or name them; give the exit code: 1 if ``--check`` finds any, 2 for another option."""
    if list(arguments) not in ([], ["--check"]):
        sys.stderr.write("usage: python -m coldwater.model.generate [--check]\n")
        return 2
    due = stale()
    for path, text in due.items():
        name = os.path.relpath(path, _CHECKOUT)
        if arguments:
            sys.stdout.write(f"{name} is not current: run  python -m coldwater.model.generate\n")
        else:
            _write(path, text)
            sys.stdout.write(f"{name}\n")
    return 1 if arguments and due else 0


def _text_of(path: str) -> str | None:
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return None


def _write(path: str, text: str) -> None:
    """Write a file whole or not at all: to a temporary file beside it, then renamed."""
    folder = os.path.dirname(path)
    os.makedirs(folder, exist_ok=True)
    with NamedTemporaryFile("wb", dir=folder, prefix=".generated-", delete=False) as file:
        file.write(text.encode())
    try:
        os.chmod(file.name, 0o644)
        os.replace(file.name, path)
    except OSError:
        os.unlink(file.name)
        raise


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Writes files that are made from others, or says which of them are not current. It knows nothing of what they hold."""

from __future__ import annotations

import os
import sys
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

#: The folder of the project, if this is a checkout.
CHECKOUT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def stale(files: Mapping[str, str]) -> dict[str, str]:
    """Give the files, by path, that are missing or hold something else than they should."""
    return {path: text for path, text in files.items() if _text_of(path) != text}


def write_stale(files: Callable[[], Mapping[str, str]], arguments: Sequence[str], command: str) -> int:
    """Write the stale files, or name them; give the exit code: 1 if ``--check`` finds any, 2 for another option.

    ``files`` gives what each file should hold; ``command`` is what a user calls.
    """
    if list(arguments) not in ([], ["--check"]):
        sys.stderr.write(f"usage: {command} [--check]\n")
        return 2
    due = stale(files())
    for path, text in due.items():
        name = os.path.relpath(path, CHECKOUT)
        if arguments:
            sys.stdout.write(f"{name} is not current: run  {command}\n")
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

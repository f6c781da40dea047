"""The compiled sandbox kept for the next time, per user. It knows neither maps nor Graphviz.

Compiling takes seconds, loading milliseconds. What is loaded is machine code, so the folder belongs to the user alone
and a file is used only if its checksum is right. Whatever goes wrong here costs time, never a result.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile

_CHECKSUM = 32  # bytes of SHA-256 at the beginning of a file


def cache_folder() -> str:
    """Give the folder: ``coldwater`` below XDG_CACHE_HOME, or below ~/.cache."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        base = os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "coldwater")


def load(name: str) -> bytes | None:
    """Give what was stored under a name; None if there is nothing, or it is damaged or somebody else's."""
    folder = cache_folder()
    try:
        if not _is_private(folder):
            return None
        with open(os.path.join(folder, name), "rb") as file:
            data = file.read()
    except OSError:
        return None
    content = data[_CHECKSUM:]
    return content if hashlib.sha256(content).digest() == data[:_CHECKSUM] else None


def store(name: str, content: bytes) -> None:
    """Keep bytes under a name, replacing what is there in one step; do nothing if that is impossible."""
    folder = cache_folder()
    temporary = None
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        if not _is_private(folder):
            return
        descriptor, temporary = tempfile.mkstemp(prefix=".new-", dir=folder)
        with os.fdopen(descriptor, "wb") as file:
            file.write(hashlib.sha256(content).digest() + content)
        os.replace(temporary, os.path.join(folder, name))
    except OSError:
        if temporary is not None:
            with contextlib.suppress(OSError):
                os.unlink(temporary)


def _is_private(folder: str) -> bool:
    """Tell whether a folder is the user's own and nobody else may write to it."""
    status = os.stat(folder)
    if not hasattr(os, "getuid"):
        return True
    return status.st_uid == os.getuid() and not status.st_mode & 0o022

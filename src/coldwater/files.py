"""Files read and written: bytes in and out, a file whole or not at all. It knows no map.

Every error is an UnreadableFileError that names the path and says why.
"""

from __future__ import annotations

import os
import stat

from coldwater.errors import UnreadableFileError, reason_of
from coldwater.formats.limits import MAX_BYTES

TYPE_CHECKING = False
if TYPE_CHECKING:
    #: What the verbs take for the name of a file.
    AnyPath = str | os.PathLike[str]


def size_of(path: str) -> int:
    """Give the size of a file in bytes. Raises UnreadableFileError."""
    try:
        return os.stat(path).st_size
    except (OSError, ValueError) as error:
        raise UnreadableFileError(path, reason_of(error)) from None


def read_bytes(path: str, most: int = MAX_BYTES) -> bytes:
    """Read a file, at most one byte over the size limit. Raises UnreadableFileError."""
    try:
        with open(path, "rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:
        raise UnreadableFileError(path, reason_of(error)) from None


def write_file(path: str, data: bytes, is_synced: bool = False) -> None:
    """Write a file whole or not at all: to a temporary file beside it, then renamed. Raises UnreadableFileError.

    A link to a file stays a link, and permissions stay; a file that must not be written stays as it is. What is no
    file, such as a pipe or ``/dev/stdout``, is written into. ``is_synced``: it is on the disk, not only on its way
    there, before this returns.
    """
    mode = _mode(path)
    if mode is None:
        _write_whole(os.path.realpath(path), data, 0o666 & ~_umask(), is_synced)
    elif stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        if not os.access(path, os.W_OK):
            raise UnreadableFileError(path, "it must not be written (it is read-only)")
        _write_whole(os.path.realpath(path), data, stat.S_IMODE(mode), is_synced)
    else:
        _write_into(path, data)


def _mode(path: str) -> int | None:
    """Give the mode of what a path leads to, or None if nothing is there yet."""
    try:
        return os.stat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise UnreadableFileError(path, reason_of(error)) from None


def _write_into(path: str, data: bytes) -> None:
    try:
        with open(path, "wb") as file:
            file.write(data)
    except OSError as error:
        raise UnreadableFileError(path, reason_of(error)) from None


def rename_file(path: str, target: str) -> None:
    """Give a file another name in its folder; a file of that name is replaced. Raises UnreadableFileError."""
    try:
        os.replace(path, target)
    except OSError as error:
        raise UnreadableFileError(path, f"it cannot be renamed: {reason_of(error)}") from None


def replace_file(path: str, old: bytes, new: bytes) -> None:
    """Write a file that was read as ``old``, whole or not at all; its permissions stay, and a link to it stays a link.

    Raises UnreadableFileError, also where the file holds something else by now or must not be written: then it stays as
    it is.
    """
    target = os.path.realpath(path)
    if read_bytes(target) != old:
        raise UnreadableFileError(path, "it has changed in the meantime; nothing was written. Run the command again.")
    if not os.access(target, os.W_OK):
        raise UnreadableFileError(path, "it must not be written (it is read-only)")
    try:
        _write_whole(target, new, os.stat(target).st_mode & 0o777, is_synced=True)
    except UnreadableFileError as error:
        raise UnreadableFileError(path, f"it could not be written and is as it was: {error.reason}") from None


def _write_whole(path: str, data: bytes, mode: int, is_synced: bool = False) -> None:
    folder = os.path.dirname(path) or "."
    temporary = os.path.join(folder, f".coldwater-{os.urandom(8).hex()}")
    try:
        os.makedirs(folder, exist_ok=True)
        with open(temporary, "xb", opener=_for_us_alone) as file:
            file.write(data)
            if is_synced:
                file.flush()
                os.fsync(file.fileno())
        os.chmod(temporary, mode)
        os.replace(temporary, path)
    except OSError as error:
        if os.path.exists(temporary):
            os.unlink(temporary)
        raise UnreadableFileError(path, reason_of(error)) from None


def _for_us_alone(path: str, flags: int) -> int:
    """Open a file that nobody else may read until it is whole."""
    return os.open(path, flags, 0o600)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

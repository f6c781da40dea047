"""A map file read, and nothing checked: its bytes, its text, and what the reader makes of it."""

from __future__ import annotations

import gc
import os

from coldwater.errors import UnreadableFileError
from coldwater.files import read_bytes, size_of
from coldwater.formats.native import document as native
from coldwater.formats.native.limits import MAX_BYTES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.formats.native.document import Reading
    from coldwater.project.settings import Settings


class CollectorOff:
    """Keeps the garbage collector off inside ``with``: on large files it would take most of the time, for nothing."""

    def __enter__(self) -> None:
        self._was_on = gc.isenabled()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        if self._was_on:
            gc.enable()


def most_of(settings: Settings | None) -> int:
    """Give how many bytes a map may have."""
    return MAX_BYTES if settings is None or settings.max_size is None else settings.max_size


def read_map(name: str, data: bytes, most: int = MAX_BYTES) -> tuple[str, Reading]:
    """Read the bytes of a map file, as ``check_bytes`` does, and check nothing. The text is without byte order mark.

    A file of another format is read as what it is: one of another ending, or a YAML or JSON file that is no map.
    """
    spelling = native.spelling_of(name)
    if spelling is None or b"argmap" not in data:
        from coldwater.importing import foreign_map  # noqa: PLC0415 - most files are maps

        foreign = foreign_map(name, data, most)
        if foreign is not None:
            return foreign
    assert spelling is not None  # what is neither ours nor known was refused
    return read_own(data, spelling, most)


def read_own(data: bytes, spelling: str, most: int = MAX_BYTES) -> tuple[str, Reading]:
    """Read the bytes of a file in our own format, and check nothing."""
    from coldwater.formats.native.decoding import decode  # noqa: PLC0415
    from coldwater.formats.native.spots import RefusedError  # noqa: PLC0415

    try:
        text = decode(data, most)
    except RefusedError as refusal:
        return data[:100_000].decode("utf-8", "replace"), native.refused(refusal.spot)
    return text, native.read(text, spelling)


def map_bytes(path: str, most: int = MAX_BYTES) -> bytes:
    """Read the file of a map, as ``read_bytes`` does; where there is none, the error asks for the one that is near."""
    try:
        return read_bytes(path, most)
    except UnreadableFileError as error:
        raise _asking(error) from None


def bytes_in(path: str) -> int:
    """Give how many bytes a map file has; where there is none, as ``map_bytes`` does."""
    try:
        return size_of(path)
    except UnreadableFileError as error:
        raise _asking(error) from None


def _asking(error: UnreadableFileError) -> UnreadableFileError:
    from coldwater.project.near_maps import asking  # noqa: PLC0415 - most paths lead somewhere

    is_there = os.path.lexists(error.path) and os.path.exists(error.path)
    return error if is_there else UnreadableFileError(error.path, error.reason + asking(error.path))

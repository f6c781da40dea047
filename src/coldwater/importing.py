"""Files of other formats, read for whoever wants a map: what they are, the files beside them, their text."""

from __future__ import annotations

import os

from coldwater.errors import ColdwaterError, UsageError
from coldwater.files import leads_out, read_bytes
from coldwater.formats import registry
from coldwater.formats.foreign.imported import Given
from coldwater.formats.foreign.reading import ForeignReading
from coldwater.formats.foreign.texts import decoded
from coldwater.formats.native import document, limits
from coldwater.formats.native.spots import RefusedError
from coldwater.suggest import hint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Imported
    from coldwater.formats.native.document import Reading
    from coldwater.formats.registry import Format


def foreign_map(name: str, data: bytes, most: int, is_likely: bool) -> tuple[str, Reading] | None:
    """Read a file of another format, with the text that places are about; None where it is none, but may be a map.

    ``is_likely``: the name says that it is no map of ours. Raises UsageError if then nothing else is known of it.
    """
    if len(data) > most:
        return ("", document.refused(document.too_large(len(data), most))) if is_likely else None
    format_ = registry.recognised(name, data) if is_likely else _by_content(name, data)
    if format_ is None:
        if is_likely:
            raise UsageError(_unknown(name))
        return None
    return text_of(data), ForeignReading(read_as(format_, name, data))


def read_as(format_: Format, name: str, data: bytes, thesis: str | None = None) -> Imported:
    """Read bytes as a file of a format; files beside it are looked for in the folder of ``name``."""
    return registry.read(format_, Given(name, data, thesis, _Beside(name)))


def format_named(word: str, does: str = "read") -> Format:
    """Give the format of a name that can be read, or written. Raises UsageError, which names what there is."""
    can = registry.reads if does == "read" else registry.writes
    names = [one.NAME for one in registry.formats() if can(one)]
    found = registry.named(word)
    if found is None:
        raise UsageError(f"no format is called {word!r}.{hint(word, names)} `coldwater formats` lists them")
    if not can(found):
        raise UsageError(f"{found.TITLE} can be {'written' if does == 'read' else 'read'}, not {_DONE[does]}")
    return found


_DONE = {"read": "read", "write": "written"}


def text_of(data: bytes) -> str:
    """Give the text of a file, in which findings have their places; empty for a file that is no text."""
    if data[:4] == b"PK\x03\x04":
        return ""
    try:
        return decoded(data)[0]
    except RefusedError:
        return ""


def _by_content(name: str, data: bytes) -> Format | None:
    """Tell what a YAML or JSON file is that does not say it is a map; None where nothing else knows it either."""
    from coldwater.formats.foreign.look import Look  # noqa: PLC0415 - most files are maps

    look = Look(name, data)
    return next((one for one in registry.formats() if registry.reads(one) and one.is_one(look)), None)


def _unknown(name: str) -> str:
    known = sorted({ending for one in registry.formats() if registry.reads(one) for ending in one.ENDINGS})
    base = os.path.basename(name)
    ending = base[base.find(".", 1) :] if "." in base[1:] else base
    return (
        f"{name}: this is neither a map, whose name ends in .yaml, .yml or .json, nor, by name or content, a file of a "
        f"format that can be read.{hint(ending, known)} `coldwater formats` lists them"
    )


class _Beside:
    """Gives the bytes of files below the folder of a file; None for any that is not there, not a file, or outside."""

    def __init__(self, name: str) -> None:
        self._folder = os.path.dirname(os.path.abspath(name)) if os.path.exists(name) else None

    def __call__(self, path: str) -> bytes | None:
        if self._folder is None or os.path.isabs(path) or "\0" in path:
            return None
        wanted = os.path.join(self._folder, path)
        if leads_out(wanted, self._folder) or not os.path.isfile(wanted):
            return None
        try:
            return read_bytes(wanted, limits.MAX_BYTES)
        except ColdwaterError:
            return None

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


def foreign_map(name: str, data: bytes, most: int) -> tuple[str, Reading] | None:
    """Read a file of another format, with the text that places are about; None where it is ours, or would be.

    Raises UsageError for a file of which neither name nor content tell anything.
    """
    is_ours = document.spelling_of(name) is not None
    if len(data) > most:
        return None if is_ours else ("", document.refused(document.too_large(len(data), most)))
    format_ = format_of(name, data)
    return None if format_ is None else (text_of(data), ForeignReading(read_as(format_, name, data)))


def format_of(name: str, data: bytes) -> Format | None:
    """Tell of which format a file is; None for ours, be it only by its name. Raises UsageError where nothing tells it.

    A YAML or JSON file that never says `argmap` may be of another format; its content tells.
    """
    if document.spelling_of(name) is not None:
        return None if b"argmap" in data else registry.by_content(name, data)
    found = registry.recognised(name, data)
    if found is None:
        raise UsageError(_unknown(name))
    return found


def refuse_foreign(name: str, data: bytes) -> None:
    """Refuse a file of another format where its text is to be changed. Raises UsageError, which says the way out."""
    try:
        format_ = format_of(name, data)
    except UsageError:
        raise UsageError(f"{name}: the name must end in .yaml, .yml or .json") from None
    if format_ is not None:
        there = os.path.basename(name).split(".")[0] + ".argmap.yaml"
        raise UsageError(
            f"{name}: this is {format_.TITLE}, which can be read but not changed here; make a map of it first: "
            f"coldwater convert {os.path.basename(name)} {there}"
        )


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
        possible, asked = ("written", "read") if does == "read" else ("read", "written")
        raise UsageError(f"{found.TITLE} can be {possible}, not {asked}")
    return found


def text_of(data: bytes) -> str:
    """Give the text of a file, in which findings have their places; empty for a file that is no text."""
    if data[:4] == b"PK\x03\x04":
        return ""
    try:
        return decoded(data)[0]
    except RefusedError:
        return ""


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

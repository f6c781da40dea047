"""What lies beside a map and belongs to it: the full texts that its sources name, and its review stamps."""

from __future__ import annotations

import os

from coldwater.errors import UnreadableFileError, UsageError
from coldwater.files import LEADS_OUT, leads_out, read_bytes, read_side_file, replace_file
from coldwater.findings import Flaw
from coldwater.formats.native import document as native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.model.models import Map
    from coldwater.model.stamps import Stamp


def full_texts(folder: str, map_: Map | None) -> tuple[dict[str, str], list[tuple[str, Flaw]]]:
    """Read the full texts below a folder that sources name, by source id; what cannot be read is a flaw of the map."""
    texts: dict[str, str] = {}
    flaws: list[tuple[str, Flaw]] = []
    for name, source in map_.sources.items() if map_ is not None else ():
        if source.text is None:
            continue
        try:
            texts[name] = _read_text_below(folder, source.text)
        except (UnreadableFileError, UnicodeDecodeError) as error:
            reason = "is not UTF-8" if isinstance(error, UnicodeDecodeError) else error.reason
            message = f"the full text `{source.text}` of `{name}` cannot be read: {reason}"
            flaws.append(("CW302", Flaw(("sources", name, "text"), message, name)))
    return texts, flaws


def _read_text_below(folder: str, path: str) -> str:
    """Read a text that must lie below a folder, also after following links."""
    base = os.path.realpath(folder or ".")
    full = os.path.realpath(os.path.join(base, path))
    if os.path.commonpath([base, full]) != base:
        raise UnreadableFileError(path, "it lies outside the map's folder")
    return read_bytes(full).decode("utf-8")


def read_stamps(path: str) -> dict[str, Stamp]:
    """Give the review stamps in the file beside a map, by the argument's id; none if there is no such file.

    Raises UnreadableFileError, also for a link out of the project, or UsageError for a file that holds something else.
    """
    return stamps_in(native.sidecar_of(path), stamps_data(path))


def stamps_data(path: str) -> bytes | None:
    """Give what the file with the review stamps of a map holds; None if there is no such file."""
    sidecar = native.sidecar_of(path)
    if not os.path.lexists(sidecar):
        return None
    if os.path.islink(sidecar):
        from coldwater.project.search import project_around  # noqa: PLC0415 - hardly anybody links it

        if leads_out(sidecar, project_around(os.path.dirname(sidecar))):
            raise UnreadableFileError(sidecar, LEADS_OUT)
    return read_side_file(sidecar)


def stamps_in(sidecar: str, data: bytes | None) -> dict[str, Stamp]:
    """Give the review stamps in the bytes of a file; none if there is no file. Raises UsageError."""
    if data is None:
        return {}
    from coldwater.formats.native import stamps_text  # noqa: PLC0415 - most maps have no stamps

    try:
        return stamps_text.read(data.decode("utf-8"), sidecar)
    except UnicodeDecodeError:
        raise UsageError(f"{sidecar}: review stamps must be UTF-8") from None


def write_stamps(path: str, stamps: Mapping[str, Stamp], before: bytes | None) -> str:
    """Write the file with the review stamps of a map, whole or not at all, and give its path.

    ``before`` is what it held when the stamps were read (``stamps_data``). Raises UnreadableFileError, also where it
    holds something else by now.
    """
    from coldwater.formats.native import stamps_text  # noqa: PLC0415 - most maps have no stamps

    sidecar = native.sidecar_of(path)
    replace_file(sidecar, before, stamps_text.write(stamps).encode("utf-8", "surrogatepass"))
    return sidecar

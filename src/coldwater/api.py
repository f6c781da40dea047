"""The verbs that take a map as it is: load, check, render, dump.

``judge``, ``compare`` and ``revise`` hold the other verbs. What a command does is one function of these; it returns
values or raises an error of :mod:`coldwater.errors`, and never prints. Files are read by ``reading``, checked by
``checking``.
"""

from __future__ import annotations

import os

from coldwater.checking import Checked, check, check_bytes, check_content, check_file, checked, findings_of_reader
from coldwater.errors import UnreadableFileError, UnusableMapError, UsageError
from coldwater.files import refuse_special
from coldwater.formats.native import document as native
from coldwater.model.references import is_graph
from coldwater.reading import CollectorOff, bytes_in, map_bytes, most_of, read_map, read_own

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from coldwater.files import AnyPath
    from coldwater.model.models import Map
    from coldwater.project.settings import Settings

__all__ = [
    "Checked", "CollectorOff", "check", "check_bytes", "check_content", "check_file", "dump", "find_maps",
    "findings_of_reader", "load", "look_for_maps", "map_at", "map_bytes", "map_in", "map_of_file", "read_map",
    "read_own", "render", "usable_map",
]  # fmt: skip

# --- load, dump, render -----------------------------------------------------------------------------------------


def load(path: AnyPath, revision: str | None = None) -> Map:
    """Read a map file as models, as it is now or as it was at a revision of its git repository.

    Raises UnusableMapError with the findings if it does not fit the format or cannot be read as a graph,
    UnreadableFileError where there is no such file, UsageError where git knows no such revision.
    """
    from coldwater.model.models import Map as Model  # noqa: PLC0415 - pydantic is heavy

    path = os.fspath(path)
    map_ = map_of_file(path) if revision is None else map_at(path, revision)
    if map_ is None:
        raise UnreadableFileError(path, f"there is no such file at {revision}")
    return Model.model_validate(_as_data(map_))


def map_of_file(path: str, settings: Settings | None = None) -> Map:
    """Read the map in a file, and check no more than whether it can be read as a graph.

    Raises UnusableMapError, with what ``check_file`` finds, where it cannot; UnreadableFileError, and UsageError for a
    file with another ending. Much cheaper than a check.
    """
    most = most_of(settings)
    if (size := bytes_in(path)) > most:
        refused = checked(path, "", native.refused(native.too_large(size, most)), {}, (), settings, None)
        return refused.usable_map()
    return map_in(path, map_bytes(path, most), settings)


def map_in(path: str, data: bytes, settings: Settings | None = None) -> Map:
    """Read the map in the bytes of a file, as ``map_of_file`` does. Reads no file."""
    with CollectorOff():
        text, reading = read_map(path, data, most_of(settings))
        if reading.map is not None and reading.is_readable and is_graph(reading.map):
            return reading.map
        return checked(path, text, reading, {}, (), settings, None).usable_map()


def map_at(path: str, revision: str | None) -> Map | None:
    """Give a map as it was at a revision of its git repository, or, for None, as the file is now; None if not there.

    Raises UnusableMapError if it cannot be read as a graph, UsageError where git knows no such revision, GitError where
    git cannot say whether it was there.
    """
    if revision is None:
        return map_of_file(path) if os.path.exists(path) else None
    from coldwater import git  # noqa: PLC0415 - most commands ask nothing of git

    data = git.file_at(path, revision)
    return None if data is None else usable_map(path, data, revision)


def usable_map(path: str, data: bytes, revision: str) -> Map:
    """Give the map in bytes that a file held at a revision. Raises UnusableMapError, which names both."""
    try:
        return map_in(path, data)
    except UnusableMapError as error:
        raise UnusableMapError(f"{path} at {revision}", error.findings) from None


def dump(map_: Map) -> str:
    """Give a map as JSON text in the native format, with only the fields that say something."""
    import json  # noqa: PLC0415

    return json.dumps(_as_data(map_), indent=2, ensure_ascii=False) + "\n"


def _as_data(map_: Map) -> dict[str, object]:
    from coldwater.model.data import as_data  # noqa: PLC0415

    return as_data(map_)


def render(map_: Map, format_: str = "svg", **options: Any) -> bytes:
    """Draw a map: svg, png, pdf, html, dot, mermaid, graphml or canvas.

    Options: ``layout``, ``width``, ``language``, ``text``, ``ids``, ``sources``, ``engine``, ``direction``, ``theme``,
    ``scale``, ``origin``, ``paper``, ``pages``, ``font``, ``focus``, ``depth``, ``verdicts``, ``positions``,
    ``overrides``, as :class:`coldwater.render.Options` says. The same map and options give the same bytes. Raises
    UsageError for an unknown word or id, DrawingError if the layout fails or the map cannot be evaluated,
    MissingExtraError for PDF without the extra.
    """
    from coldwater.render import Options, draw, paths_of  # noqa: PLC0415 - the drawing parts are heavy

    try:
        wanted = Options(**options)
    except TypeError as error:
        raise UsageError(f"render: {error}") from None
    for path in paths_of(wanted.font):
        refuse_special(path)
    with CollectorOff():
        return draw(map_, format_, wanted)


# --- find -------------------------------------------------------------------------------------------------------


def find_maps(paths: Iterable[str], settings: Settings | None = None) -> list[str]:
    """Give the map files among paths: files as they are, folders searched for ``*.argmap.*``, sorted; ``-`` stays.

    A file comes once, however often and in whatever spelling it is named. Left out in folders is what ``.gitignore`` or
    the settings name. Raises UnreadableFileError for a folder that cannot be read, UsageError for one without maps.
    """
    return look_for_maps(paths, settings)[0]


def look_for_maps(paths: Iterable[str], settings: Settings | None = None) -> tuple[list[str], list[str]]:
    """Give the map files among paths, as ``find_maps`` does, and the files in folders that only look like maps.

    These hold ``argmap:`` near their beginning, or are named as a map is but for case or an ending behind it.
    """
    named = list(paths)
    if len(named) == 1 and not os.path.isdir(named[0]):
        return named, []
    from coldwater.project.discovery import find_in  # noqa: PLC0415 - most checks name a file

    return find_in(named, settings)

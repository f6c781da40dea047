"""From the settings file of a project to its settings. Every mistake in it is named in one go, with its line."""

from __future__ import annotations

import os

from coldwater.errors import ConfigurationError, UsageError
from coldwater.files import read_side_file
from coldwater.project.search import OWN_FILE, SHARED_FILE, bytes_in, candidates

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from coldwater.project.search import Reader
    from coldwater.project.settings import Settings

#: The way to our table in a file that holds others' settings too.
_TABLE = ("tool", "coldwater")


def find_settings(start: str = ".", read: Reader = bytes_in) -> Settings | None:
    """Give the settings of the project around a folder; None where there are none.

    They stand in ``coldwater.toml`` or in ``[tool.coldwater]`` of ``pyproject.toml``, in the nearest folder upwards
    that has one of them, no further than the root of the repository. ``read`` gives a file of a folder by its name, or
    None. Raises ConfigurationError for what cannot be understood, and where a folder has both; UnreadableFileError for
    a file that cannot be read.
    """
    for folder, own, shared in candidates(start, read):
        beside = _table(os.path.join(folder, SHARED_FILE), shared, _TABLE) if shared is not None else None
        if own is None:
            if beside is not None:
                return _settings(folder, SHARED_FILE, *beside)
            continue
        path = os.path.join(folder, OWN_FILE)
        if beside is not None:
            message = f"[tool.coldwater] in {SHARED_FILE} beside it holds settings as well; keep one of the two"
            raise ConfigurationError(shown(path), (message,))
        return _settings(folder, OWN_FILE, *(_table(path, own, ()) or ({}, "")))
    return None


def read_settings(path: str) -> Settings:
    """Read a settings file by its name: ``pyproject.toml``, or another, which then holds nothing else.

    Raises ConfigurationError, UnreadableFileError, or UsageError for a ``pyproject.toml`` without our table.
    """
    data = read_side_file(path)
    folder, name = os.path.split(os.path.abspath(path))
    table = _table(path, data, _TABLE if name == SHARED_FILE else ())
    if table is None:
        raise UsageError(f"{path}: there is no table [tool.coldwater] in it")
    return _settings(folder, name, *table)


def shown(path: str) -> str:
    """Give a path the shorter way: from here, unless that leads upwards and is longer."""
    near = os.path.relpath(path)
    return near if len(near) < len(path) else path


def _settings(folder: str, name: str, table: dict[str, Any], text: str) -> Settings:
    from coldwater.project.understanding import understand  # noqa: PLC0415 - most projects have no settings

    return understand(table, folder, name, text)


def _table(path: str, data: bytes, way: tuple[str, ...]) -> tuple[dict[str, Any], str] | None:
    """Give the table at the end of a way, and the text; None if it is not there. An empty way is the whole file."""
    from coldwater.project.plain_toml import read_plainly  # noqa: PLC0415

    try:
        text = data.decode("utf-8-sig")  # editors on Windows begin a file with a byte order mark
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigurationError(shown(path), (f"line {line}: this is not UTF-8",)) from None
    table = read_plainly(text, way)
    if table is None:
        table = _by_tomllib(shown(path), text, way)
    return (table, text) if table or not way else None


def _by_tomllib(path: str, text: str, way: tuple[str, ...]) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - costs as much as half a check

    try:
        table: Any = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError: also a number of thousands of digits
        said = str(error) or "nested too deep"
        raise ConfigurationError(path, (f"this is no TOML: {said[:1].lower()}{said[1:]}",)) from None
    for key in way:
        table = table.get(key, {}) if isinstance(table, dict) else {}
    if not isinstance(table, dict):
        raise ConfigurationError(path, ("`tool.coldwater` must be a table: [tool.coldwater]",))
    return table

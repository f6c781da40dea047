"""What a table of settings means. A key that there is not, or a value that makes no sense, is named with its line."""

from __future__ import annotations

import os

from coldwater.errors import ConfigurationError
from coldwater.project.loading import shown
from coldwater.project.search import below
from coldwater.project.selectors import codes_meant
from coldwater.project.settings import Level, Settings
from coldwater.report.counts import SEVERITIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

#: The keys of settings, and those of a table for some paths.
KEYS = (
    "paths", "exclude", "renders", "select", "ignore", "severity", "error-on", "max-size", "baseline", "repository",
    "per-path",
)  # fmt: skip
_PER_PATH_KEYS = ("select", "ignore", "severity")
_UNITS = {"": 1, "B": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9, "KIB": 2**10, "MIB": 2**20, "GIB": 2**30}


def understand(table: dict[str, Any], root: str, name: str, text: str) -> Settings:
    """Give the settings in a table. ``text`` is the file's, to find lines in.

    Raises ConfigurationError with all problems, in the order of the file.
    """
    reading = _Reading(text)
    given = reading.fields(table, KEYS, "")
    fields: dict[str, Any] = {"root": root, "source": name}
    takes = {"paths": _paths, "exclude": _patterns, "renders": _path, "baseline": _path}
    for key, take in {**takes, "error-on": _severity, "max-size": _size, "repository": _address}.items():
        if key in given:
            fields[key.replace("-", "_")] = reading.take(key, given[key], take)
    for key in ("paths", "renders", "baseline"):
        reading.keep_inside(key, fields.get(key), root)
    fields["levels"] = tuple(reading.levels(given))
    if problems := reading.problems():
        raise ConfigurationError(shown(os.path.join(root, name)), problems)
    return Settings(**fields)


class _Reading:
    """A table being read, and the problems met so far."""

    def __init__(self, text: str) -> None:
        self._problems: list[tuple[int, str]] = []
        self._text = text

    def problems(self) -> list[str]:
        """Give the problems in the order of the file."""
        return [f"line {line}: {said}" if line else said for line, said in sorted(self._problems)]

    def fields(self, table: dict[str, Any], known: tuple[str, ...], within: str) -> dict[str, Any]:
        """Give the fields that are known; the others are problems."""
        for key in table:
            if key not in known:
                from coldwater.suggest import hint  # noqa: PLC0415 - only where something is unknown

                where = f" in {within}" if within else ""
                meant = hint(key, known) or f" There is: {', '.join(known)}."
                self._complain(key, f"there is no setting `{key}`{where}.{meant}")
        return {key: value for key, value in table.items() if key in known}

    def take(self, key: str, value: Any, take: Callable[[Any], Any]) -> Any:
        """Give what a value means; None, with a problem, if it makes no sense."""
        try:
            return take(value)
        except _SenselessError as error:
            self._complain(key, f"`{key}` {error}")
            return None

    def keep_inside(self, key: str, value: Any, root: str) -> None:
        """Complain of paths that lie outside the project."""
        for path in (value,) if isinstance(value, str) else value or ():
            full = os.path.join(root, path)
            if below(root, full) is None and os.path.abspath(full) != os.path.abspath(root):
                self._complain(key, f"`{key}` names `{path}`, which lies outside the project ({root})")

    def levels(self, given: dict[str, Any]) -> Iterable[Level]:
        """Give the level of all files, then those of some files."""
        yield self._level(None, given)
        per_path = given.get("per-path", {})
        if not isinstance(per_path, dict):
            self._complain("per-path", '`per-path` takes tables such as [per-path."drafts/"]')
            return
        for pattern, table in per_path.items():
            if not isinstance(table, dict):
                self._complain("per-path", f"`per-path` takes a table for `{pattern}`, with select, ignore or severity")
                continue
            try:
                clean = _pattern(pattern)
            except _SenselessError as error:
                self._complain(pattern, f"`per-path` {error}")
                continue
            yield self._level(clean, self.fields(table, _PER_PATH_KEYS, f"per-path `{pattern}`"))

    def _level(self, pattern: str | None, given: dict[str, Any]) -> Level:
        takes = {"select": _selectors, "ignore": _ignored, "severity": _severities}
        fields: dict[str, Any] = {key: self.take(key, given[key], takes[key]) or () for key in takes if key in given}
        return Level(pattern, **fields)

    def _complain(self, key: str, message: str) -> None:
        self._problems.append((_line_of(self._text, key), message))


class _SenselessError(Exception):
    """A value makes no sense; the text goes on from the name of its key. Never leaves the module."""


def _strings(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _SenselessError('takes a list of texts, such as ["one", "two"]')
    return tuple(value)


def _paths(value: Any) -> tuple[str, ...]:
    paths = tuple(_path(path) for path in _strings(value))
    if not paths:
        raise _SenselessError("is empty; take it out, or name a folder")
    return paths


def _path(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise _SenselessError("takes a path")
    return value


def _address(value: Any) -> str:
    if not isinstance(value, str) or not value.startswith(("https://", "http://")) or len(value.split()) != 1:
        raise _SenselessError('takes the address of the project\'s files, such as "https://example.org/blob/main"')
    return value


def _patterns(value: Any) -> tuple[str, ...]:
    return tuple(map(_pattern, _strings(value)))


def _pattern(value: str) -> str:
    if value.startswith("!") or "[" in value or "\\" in value:
        raise _SenselessError(f"names `{value}`; a pattern holds names, `*`, `?`, `**` and slashes")
    if not value.strip("/") or ".." in value.split("/"):
        raise _SenselessError(f"names `{value}`; a pattern names what lies in the project, such as `drafts/`")
    return value.removeprefix("./")


def _severity(value: Any) -> str:
    if value not in SEVERITIES:
        raise _SenselessError(f"takes {', '.join(SEVERITIES[:-1])} or {SEVERITIES[-1]}, not {_shown(value)}")
    return str(value)


def _size(value: Any) -> int:
    number, unit = str(value).strip(), ""
    while number and not number[-1].isdigit():
        number, unit = number[:-1], number[-1] + unit
    size = int(number) * _UNITS.get(unit.strip().upper(), 0) if number.isascii() and number.isdigit() else 0
    if isinstance(value, bool) or not isinstance(value, int | str) or size < 1:
        raise _SenselessError(f'takes bytes, or a text such as "16 MiB", not {_shown(value)}')
    return size


def _selectors(value: Any) -> tuple[str, ...]:
    try:
        return codes_meant(_strings(value))
    except ValueError as error:
        raise _SenselessError(f"names {error}") from None


def _ignored(value: Any) -> tuple[str, ...]:
    try:
        return codes_meant(_strings(value), ignoring=True)
    except ValueError as error:
        raise _SenselessError(f"names {error}") from None


def _severities(value: Any) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict):
        raise _SenselessError('takes a table such as {CW301 = "error"}')
    pairs = []
    for name, severity in value.items():
        try:
            [code] = codes_meant([name], ignoring=True)
        except ValueError as error:
            raise _SenselessError(f"names {error}") from None
        pairs.append((code, _severity(severity)))
    return tuple(pairs)


def _shown(value: Any) -> str:
    text = f'"{value}"' if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _line_of(text: str, key: str) -> int:
    """Find the line on which a key is set or named in a header; 0 if that is not plain to see."""
    for number, line in enumerate(text.splitlines(), 1):
        words = line.split("#")[0].strip()
        name = words.partition("=")[0].strip().strip("\"'")
        header = words.startswith("[") and words.rstrip("]").rstrip("\"'").endswith(key)
        if name == key or header or name.endswith("." + key):
            return number
    return 0

"""The verbs between formats: read a file of any, write a map in any, convert from one to another.

Nothing here writes a file, and what a format cannot carry is always given back as losses. ``importing`` finds out what
a file is; ``formats`` knows the formats.
"""

from __future__ import annotations

import os

from coldwater import api, importing
from coldwater.editing.converting import comments_in, convert_text, data_in, written
from coldwater.errors import UnusableMapError, UsageError
from coldwater.findings import UNREADABLE
from coldwater.formats.foreign.imported import Counts, counted
from coldwater.formats.foreign.losses import Loss
from coldwater.formats.foreign.outgoing import Outgoing
from coldwater.formats.foreign.reading import ForeignReading, map_of
from coldwater.formats.native.document import spelling_of
from coldwater.formats.registry import by_ending, writes
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from coldwater.files import AnyPath
    from coldwater.findings import Finding
    from coldwater.formats.registry import Format
    from coldwater.model.models import Map

#: The spellings of the native format, as targets.
NATIVE = ("yaml", "json")
#: What the native format is called where one says what a file is.
NATIVE_NAMES = ("argmap", *NATIVE)


class Brought(NamedTuple):
    """A file that was read, of whatever format: the map, what it does not hold of the file, and remarks.

    ``format`` is the name of the format, ``argmap`` for our own. ``counts``: how much was read; ``findings``: where the
    file bends its format and what was made of it, at places in the file.
    """

    map: Map
    format: str
    counts: Counts
    losses: tuple[Loss, ...]
    findings: tuple[Finding, ...]


class Exported(NamedTuple):
    """A map written in a format: the bytes of the file, and what of the map is not in it."""

    data: bytes
    format: str
    losses: tuple[Loss, ...]


class Conversion(NamedTuple):
    """A file in another format: its bytes, how much was read, and all that was lost on both ways.

    ``comments_lost``: comments of a map in YAML that have no place in what was written; they are losses, too.
    ``source`` and ``target`` are names of formats, ``argmap`` for our own.
    """

    data: bytes
    comments_lost: int
    losses: tuple[Loss, ...] = ()
    counts: Counts = Counts()
    findings: tuple[Finding, ...] = ()
    source: str = "argmap"
    target: str = "argmap"


class _Read(NamedTuple):
    """A file that was read, before it is handed on: ``data`` is what a file of ours would hold."""

    name: str
    text: str
    map: Map
    data: dict[str, Any]
    format: str
    counts: Counts
    losses: tuple[Loss, ...]
    findings: tuple[Finding, ...]
    spelling: str = ""


def read(path: AnyPath, *, source: str | None = None, thesis: str | None = None, data: bytes | None = None) -> Brought:
    """Read a file of any format that can be read; its name or its content tells which, unless ``source`` does.

    ``thesis`` chooses the claim that a map of a foreign file is about, by its id here or there. With ``data`` the bytes
    come from there, and the path is only a name. Raises UnusableMapError for what cannot be read as a map, UsageError
    for an unknown format or thesis.
    """
    from coldwater.model.models import Map as Model  # noqa: PLC0415 - pydantic is heavy

    found = _read(path, source, thesis, data)
    return Brought(Model.model_validate(found.data), found.format, found.counts, found.losses, found.findings)


def write(map_: Map, format: str) -> Exported:  # noqa: A002 - the verb's own word
    """Write a map in a format, by its name: one that ``coldwater formats`` lists, or yaml or json.

    Raises UsageError for one that is not known, UnusableMapError for a map that cannot be read as a graph.
    """
    from coldwater.model.data import as_data  # noqa: PLC0415

    data = as_data(map_)
    target = _target(format)
    _refuse_unusable("the map", map_)
    text, losses = _in_format(_fitting(data), data, target)
    return Exported(text, _name_of(target), losses)


def convert(
    path: AnyPath, to: str, *, source: str | None = None, thesis: str | None = None, data: bytes | None = None
) -> Conversion:
    """Read a file and write it in the format ``to``, by its name: yaml, json, or one that ``coldwater formats`` lists.

    ``source`` is the format of the file where neither name nor content should tell it, ``thesis`` as in ``read``. From
    YAML to JSON and back only comments can be lost, and the same spelling again gives the canonical form. Raises
    UnusableMapError for what cannot be read as a map, UsageError for unknown formats.
    """
    target = _target(to)
    with api.CollectorOff():
        found = _read(path, source, thesis, data)
        is_ours = found.format == "argmap"
        if is_ours and isinstance(target, str):
            text, comments = convert_text(found.text, found.spelling, target, found.map)
            lost = _comments(comments, "JSON has none")
            return Conversion(text.encode(), comments, lost, found.counts, found.findings)
        if is_ours:
            _refuse_unusable(found.name, found.map)
        comments = comments_in(found.text) if is_ours and found.spelling == "yaml" else 0
        data_, losses = _in_format(found.map, found.data, target)
    lost = (*found.losses, *losses, *_comments(comments, "they belong to the file of the map"))
    return Conversion(data_, comments, lost, found.counts, found.findings, found.format, _name_of(target))


def target_of(name: str, to: str | None) -> str:
    """Give the format to write, of a file's name and what is asked for. Raises UsageError where they do not say it."""
    if to is not None:
        target = _target(to)
        ending = spelling_of(name)
        if name != "-" and isinstance(target, str) and ending not in (None, target):
            raise UsageError(f"{name}: the name says {ending}, --to says {to}")
        return to
    if name == "-":
        raise UsageError("say with --to what stdout is to hold: yaml, json, or a name that `coldwater formats` lists")
    fitting = [one for one in by_ending(name) if writes(one)]
    spelling = spelling_of(name)
    if spelling is not None and not any(_is_longer(name, one) for one in fitting):
        return spelling
    if len(fitting) == 1:
        return fitting[0].NAME
    if fitting:
        names = " or ".join(one.NAME for one in fitting)
        raise UsageError(f"{name}: this can be {names}; say with --to which")
    raise UsageError(
        f"{name}: no format that can be written has this ending; name it .yaml or .json, or say with --to which it is "
        "(`coldwater formats` lists them)"
    )


def _is_longer(name: str, format_: Format) -> bool:
    """Tell whether a name has an ending of a format that says more than .json or .yaml does."""
    return any(ending.count(".") > 1 and name.lower().endswith(ending) for ending in format_.ENDINGS)


def _target(word: str) -> Format | str:
    """Give the format of a name, or the spelling of our own. Raises UsageError."""
    low = word.lower()
    if low in NATIVE_NAMES:
        return "yaml" if low == "argmap" else low
    return importing.format_named(word, "write")


def _name_of(target: Format | str) -> str:
    return "argmap" if isinstance(target, str) else target.NAME


def _read(path: AnyPath, format_: str | None, thesis: str | None, data: bytes | None) -> _Read:
    name = os.fspath(path)
    held = api.map_bytes(name) if data is None else data
    is_named_ours = format_ is not None and format_.lower() in NATIVE_NAMES
    if format_ is None:
        found = importing.format_of(name, held)
    else:
        found = None if is_named_ours else importing.format_named(format_)
    if found is None:
        if thesis is not None:
            raise UsageError(f"{name}: a map says itself what its thesis is; --thesis is for files of other formats")
        return _ours(name, held, format_)
    imported = importing.read_as(found, name, held, thesis)
    reading = ForeignReading(imported)
    findings = api.findings_of_reader(name, reading)
    if reading.map is None or imported.data is None:
        raise UnusableMapError(name, findings)
    text = importing.text_of(held)
    return _Read(name, text, reading.map, imported.data, found.NAME, imported.counts, imported.losses, findings)


def _ours(name: str, held: bytes, format_: str | None) -> _Read:
    spelling = spelling_of(name) or format_
    if spelling not in NATIVE:
        spelling = "json" if held.lstrip()[:1] == b"{" else "yaml"
    text, reading = api.read_own(held, spelling)
    if reading.map is None or not reading.is_readable:
        findings = api.findings_of_reader(name, reading)
        raise UnusableMapError(name, findings)
    data = data_in(text, spelling)
    return _Read(name, text, reading.map, data, "argmap", counted(data), (), (), spelling)


def _refuse_unusable(name: str, map_: Map) -> None:
    """Refuse a map that cannot be read as a graph."""
    broken = [finding for finding in api.check(map_) if finding.rule in UNREADABLE]
    if broken:
        raise UnusableMapError(name, broken)


def _in_format(map_: Map, data: dict[str, Any], target: Format | str) -> tuple[bytes, tuple[Loss, ...]]:
    if isinstance(target, str):
        return written(data, target, map_).encode(), ()
    out = target.write(Outgoing(map_, data))
    return out.data, out.losses


def _fitting(data: dict[str, Any]) -> Map:
    map_ = map_of(data)
    assert map_ is not None  # there are data
    return map_


def _comments(number: int, why: str) -> tuple[Loss, ...]:
    return (Loss("comment", "comments", number, (), why),) if number else ()

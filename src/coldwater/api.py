"""The verbs: load, check, evaluate, explain, render, dump. Files are touched here and nowhere else.

What a command does is one function here; it returns values or raises an error of :mod:`coldwater.errors`, and never
prints.
"""

from __future__ import annotations

import gc
import os

from coldwater.errors import UnreadableFileError, UnusableMapError, UsageError
from coldwater.findings import Finding, Flaw, Place
from coldwater.formats import native
from coldwater.formats.limits import MAX_BYTES
from coldwater.rules import RULES
from coldwater.rules.engine import run
from coldwater.rules.subject import Subject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from coldwater.formats.native import Reading
    from coldwater.model.models import Map
    from coldwater.semantics.evaluation import Evaluation, Limits, Overrides
    from coldwater.semantics.explanation import Step

__all__ = [
    "Checked",
    "check",
    "check_bytes",
    "check_file",
    "dump",
    "evaluate",
    "explain",
    "find_maps",
    "load",
    "read_bytes",
    "render",
    "write_file",
]

#: File names that ``find_maps`` takes for maps.
MAP_SUFFIXES = (".argmap.yaml", ".argmap.yml", ".argmap.json")
_RULES = {rule.CODE: rule for rule in RULES}
#: Rules without which a map cannot be read as a graph.
_BREAKING = frozenset({"CW001", "CW002", "CW003", "CW004", "CW101", "CW102"})


class Checked:
    """What a check gave: the findings in the order of the file, the text, and the map if it could be read."""

    def __init__(self, path: str, text: str, findings: Sequence[Finding], map_: Map | None) -> None:
        self.path = path
        self.text = text
        self.findings = tuple(findings)
        self.map = map_

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings of severity error."""
        return tuple(finding for finding in self.findings if finding.severity == "error")

    @property
    def graph_errors(self) -> tuple[Finding, ...]:
        """The findings that keep the map from being read as a graph, so that it can be neither drawn nor judged."""
        return tuple(finding for finding in self.findings if finding.rule in _BREAKING)

    def usable_map(self) -> Map:
        """Give the map; raises UnusableMapError if it cannot be read as a graph."""
        if self.map is None or self.graph_errors:
            raise UnusableMapError(self.path, self.graph_errors)
        return self.map


# --- check ------------------------------------------------------------------------------------------------------


def check_bytes(name: str, data: bytes, texts: Mapping[str, str] | None = None) -> Checked:
    """Check the bytes of a map file; ``name`` tells its spelling by its ending. Reads no file, raises for no content.

    ``texts`` holds full texts by source id; quotes and fingerprints are verified against them. Cost is linear in the
    size of the data. Raises UsageError for a name with another ending than .yaml, .yml or .json.
    """
    with _CollectorOff():
        text, reading = _read(name, data)
        return _checked(name, text, reading, texts or {}, ())


def check_file(path: str, texts: Mapping[str, str] | None = None) -> Checked:
    """Check a map file, together with the full texts that its sources name.

    Raises UnreadableFileError, or UsageError for a file with another ending.
    """
    with _CollectorOff():
        if (size := _size(path)) > MAX_BYTES:
            return _checked(path, "", native.refused(native.too_large(size)), {}, ())
        text, reading = _read(path, read_bytes(path))
        found, flaws = _full_texts(os.path.dirname(path), reading.map)
        return _checked(path, text, reading, {**found, **(texts or {})}, flaws)


def check(map_: Map, texts: Mapping[str, str] | None = None) -> tuple[Finding, ...]:
    """Check a map made in Python. Findings have no place in a text: they all stand at line 1, column 1."""
    found = run(Subject(map_, texts))
    return tuple(_stamp(rule.CODE, "", Place(1, 1, 1, 1), flaw.id, flaw.message) for rule, flaw in found)


class _CollectorOff:
    """Keeps the garbage collector off inside ``with``: on large files it would take most of the time, for nothing."""

    def __enter__(self) -> None:
        self._was_on = gc.isenabled()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        if self._was_on:
            gc.enable()


def _read(name: str, data: bytes) -> tuple[str, Reading]:
    from coldwater.formats.decoding import decode  # noqa: PLC0415
    from coldwater.formats.spots import RefusedError  # noqa: PLC0415

    spelling = native.spelling_of(name)
    if spelling is None:
        raise UsageError(f"{name}: the name must end in .yaml, .yml or .json")
    try:
        text = decode(data, MAX_BYTES)
    except RefusedError as refusal:
        return data[:100_000].decode("utf-8", "replace"), native.refused(refusal.spot)
    return text, native.read(text, spelling)


def _checked(
    path: str, text: str, reading: Reading, texts: Mapping[str, str], flaws: Sequence[tuple[str, Flaw]]
) -> Checked:
    findings = [_stamp(spot.rule, path, spot.place, spot.id, spot.message) for spot in reading.spots]
    findings += [_stamp(code, path, reading.locate(flaw), flaw.id, flaw.message) for code, flaw in flaws]
    if reading.map is not None:
        for rule, flaw in run(Subject(reading.map, texts, reading.excused)):
            findings.append(_stamp(rule.CODE, path, reading.locate(flaw), flaw.id, flaw.message))
    findings.sort(key=lambda finding: (finding.line, finding.column, finding.rule))
    return Checked(path, text, findings, reading.map)


def _stamp(code: str, path: str, place: Place, id_: str | None, message: str) -> Finding:
    rule = _RULES[code]
    if len(message) > 600:  # an id may be as long as its author likes; nobody reads it whole
        message = f"{message[:400]} … {message[-150:]}"
    return Finding(code, rule.NAME, rule.SEVERITY, path, *place, id_, message)


def _full_texts(folder: str, map_: Map | None) -> tuple[dict[str, str], list[tuple[str, Flaw]]]:
    """Read the full texts that sources name; what cannot be read is a flaw of the map."""
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


# --- evaluate ---------------------------------------------------------------------------------------------------


def evaluate(
    map_: Map, semantics: str = "grounded", overrides: Overrides | None = None, limits: Limits | None = None
) -> Evaluation:
    """Give the verdicts on a map: which claims and arguments stand, which fall, which are undecided, and why.

    ``semantics``: grounded, complete, preferred or stable. Raises UsageError for an unknown semantics, standard or id,
    MissingExtraError where a solver is needed and not installed. docs/verdicts.md defines what the verdicts mean.
    """
    from coldwater.semantics.evaluation import AS_WRITTEN, USUAL_LIMITS, evaluate_map  # noqa: PLC0415

    _refuse_unusable(map_)
    return evaluate_map(map_, semantics, overrides or AS_WRITTEN, limits or USUAL_LIMITS)


def explain(map_: Map, name: str | None = None, overrides: Overrides | None = None) -> tuple[Step, ...]:
    """Give the steps from a claim or argument (the thesis unless named) down to what decided its grounded verdict.

    Raises UsageError for an unknown id, with the one that was probably meant.
    """
    from coldwater.semantics.explanation import explain as walk  # noqa: PLC0415

    labelling = evaluate(map_, "grounded", overrides).labellings[0]
    wanted = map_.thesis if name is None else name
    if wanted not in labelling.framework.numbers:
        from coldwater.suggest import hint  # noqa: PLC0415 - only where something is unknown

        known = labelling.framework.names
        raise UsageError(f"there is no claim or argument `{wanted}` in this map.{hint(wanted, known)}")
    return walk(labelling, wanted)


def _refuse_unusable(map_: Map) -> None:
    """Raise UnusableMapError where a map made in Python cannot be read as a graph: ids that clash or lead nowhere."""
    from coldwater.rules.references import dangling_references  # noqa: PLC0415 - the room is loaded by then

    if dangling_references(map_, frozenset()) or any(name in map_.claims for name in map_.arguments):
        raise UnusableMapError("the map", [finding for finding in check(map_) if finding.rule in _BREAKING])


# --- load, dump, render -----------------------------------------------------------------------------------------


def load(path: str) -> Map:
    """Read a map file as models. Raises UnusableMapError with the findings if it does not fit the format."""
    from coldwater.model.models import Map as Model  # noqa: PLC0415 - pydantic is heavy

    checked = check_file(path)
    map_ = checked.usable_map()
    return Model.model_validate(_as_data(map_))


def dump(map_: Map) -> str:
    """Give a map as JSON text in the native format, with only the fields that say something."""
    import json  # noqa: PLC0415

    return json.dumps(_as_data(map_), indent=2, ensure_ascii=False) + "\n"


def _as_data(map_: Map) -> dict[str, object]:
    from coldwater.model.data import as_data  # noqa: PLC0415

    return as_data(map_)


def render(map_: Map, format_: str = "svg", **options: Any) -> bytes:
    """Draw a map: svg, png, pdf, html, dot, mermaid, graphml or canvas.

    Options: ``engine``, ``direction``, ``theme``, ``scale``, ``paper``, ``font``, ``focus``, ``depth``, ``verdicts``,
    ``overrides``, as :class:`coldwater.render.Options` says. The same map and options give the same bytes. Raises
    UsageError for an unknown word or id, DrawingError if the layout fails or the map cannot be evaluated,
    MissingExtraError for PDF without the extra.
    """
    from coldwater.render import Options, draw  # noqa: PLC0415 - the drawing parts are heavy

    try:
        wanted = Options(**options)
    except TypeError as error:
        raise UsageError(f"render: {error}") from None
    with _CollectorOff():
        return draw(map_, format_, wanted)


# --- files ------------------------------------------------------------------------------------------------------


def find_maps(paths: Iterable[str]) -> list[str]:
    """Give the map files among paths: files as they are, folders searched for ``*.argmap.*``, sorted; ``-`` stays.

    Raises UnreadableFileError for a path that is not there, UsageError for a folder without maps.
    """
    found: dict[str, None] = {}
    for path in paths:
        if not os.path.isdir(path):
            found[path] = None
            continue
        inside = sorted(_maps_below(path))
        if not inside:
            raise UsageError(f"{path}: no file named *.argmap.yaml or *.argmap.json in this folder")
        found.update(dict.fromkeys(inside))
    return list(found)


def _maps_below(folder: str) -> Iterator[str]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(place, name) for name in files if name.endswith(MAP_SUFFIXES))


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except (OSError, ValueError) as error:
        raise UnreadableFileError(path, _reason(error)) from None


def read_bytes(path: str) -> bytes:
    """Read a file, at most one byte over the size limit. Raises UnreadableFileError."""
    try:
        with open(path, "rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise UnreadableFileError(path, _reason(error)) from None


def write_file(path: str, data: bytes) -> None:
    """Write a file whole or not at all: to a temporary file beside it, then renamed. Raises UnreadableFileError."""
    from tempfile import NamedTemporaryFile  # noqa: PLC0415

    folder = os.path.dirname(path) or "."
    temporary = None
    try:
        os.makedirs(folder, exist_ok=True)
        with NamedTemporaryFile(dir=folder, prefix=".coldwater-", delete=False) as file:
            temporary = file.name
            file.write(data)
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except OSError as error:
        if temporary is not None and os.path.exists(temporary):
            os.unlink(temporary)
        raise UnreadableFileError(path, _reason(error)) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, IsADirectoryError):
        return "this is a folder"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return "this is not a usable file name"

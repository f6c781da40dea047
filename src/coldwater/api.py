"""The verbs: load, check, evaluate, explain, cruxes, prepare, render, dump. Maps are read and written here alone.

What a command does is one function here; it returns values or raises an error of :mod:`coldwater.errors`, and never
prints.
"""

from __future__ import annotations

import gc
import os
import stat

from coldwater.errors import ConfigurationError, UnreadableFileError, UnusableMapError, UsageError, reason_of
from coldwater.findings import Finding, Flaw, Place
from coldwater.formats import native
from coldwater.formats.limits import MAX_BYTES
from coldwater.rules import RULES
from coldwater.rules.engine import UNREADABLE, run
from coldwater.rules.subject import Subject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence
    from typing import Any, Literal, overload

    from coldwater.edits import Fix
    from coldwater.formats.native import Reading
    from coldwater.model.graph import Side
    from coldwater.model.models import Map
    from coldwater.model.stamps import Stamp
    from coldwater.prep.deciding.decision import Decision
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.rounds.debate_format import DebateFormat
    from coldwater.project.settings import Settings
    from coldwater.review.reviewing import Review
    from coldwater.semantics.evaluation import Evaluation, Limits, Overrides
    from coldwater.semantics.explanation import Step
    from coldwater.semantics.gradual import Degrees, NotConverged

__all__ = [
    "Checked",
    "CollectorOff",
    "check",
    "check_bytes",
    "check_file",
    "cruxes",
    "degrees",
    "diff",
    "dump",
    "evaluate",
    "explain",
    "find_maps",
    "full_texts",
    "load",
    "map_at",
    "maps_over_time",
    "material",
    "prepare",
    "read_bytes",
    "read_debate_format",
    "read_map",
    "read_stamps",
    "rename_file",
    "render",
    "replace_file",
    "write_file",
    "write_stamps",
]

_RULES = {rule.CODE: rule for rule in RULES}


class Checked:
    """What a check gave: the findings in the order of the file, the text, and the map if it could be read."""

    def __init__(
        self, path: str, text: str, findings: Sequence[Finding], map_: Map | None, fixes: Sequence[Fix] = ()
    ) -> None:
        self.path = path
        self.text = text
        self.findings = tuple(findings)
        self.map = map_
        #: What would safely mend some of the findings (``coldwater.revise`` does it).
        self.fixes = tuple(fixes)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings of severity error."""
        return tuple(finding for finding in self.findings if finding.severity == "error")

    @property
    def graph_errors(self) -> tuple[Finding, ...]:
        """The findings that keep the map from being read as a graph, so that it can be neither drawn nor judged."""
        return tuple(finding for finding in self.findings if finding.rule in UNREADABLE)

    def usable_map(self) -> Map:
        """Give the map; raises UnusableMapError if it cannot be read as a graph."""
        if self.map is None or self.graph_errors:
            raise UnusableMapError(self.path, self.graph_errors)
        return self.map


# --- check ------------------------------------------------------------------------------------------------------


def check_bytes(
    name: str,
    data: bytes,
    texts: Mapping[str, str] | None = None,
    settings: Settings | None = None,
    stamps: Mapping[str, Stamp] | None = None,
) -> Checked:
    """Check the bytes of a map file; ``name`` tells its spelling by its ending. Reads no file, raises for no content.

    ``texts`` holds full texts by source id; quotes and fingerprints are verified against them. ``settings`` say which
    rules are on, and how severe. ``stamps``: who looked at which argument, if that is known. A pure function that can
    be sent to other processes; cost is linear in the size of the data. Raises UsageError for a name with another ending
    than .yaml, .yml or .json.
    """
    with CollectorOff():
        text, reading = read_map(name, data, _most(settings))
        return _checked(name, text, reading, texts or {}, (), settings, stamps)


def check_file(path: str, texts: Mapping[str, str] | None = None, settings: Settings | None = None) -> Checked:
    """Check a map file, together with the full texts that its sources name and the review stamps beside it.

    Raises UnreadableFileError, or UsageError for a file with another ending or stamps that are none.
    """
    with CollectorOff():
        most = _most(settings)
        if (size := _size(path)) > most:
            return _checked(path, "", native.refused(native.too_large(size, most)), {}, (), settings, None)
        text, reading = read_map(path, read_bytes(path, most), most)
        found, flaws = full_texts(os.path.dirname(path), reading.map)
        return _checked(path, text, reading, {**found, **(texts or {})}, flaws, settings, read_stamps(path))


def check(map_: Map, texts: Mapping[str, str] | None = None, select: Container[str] = ()) -> tuple[Finding, ...]:
    """Check a map made in Python. Findings have no place in a text: they all stand at line 1, column 1."""
    found = run(Subject(map_, texts), select)
    return tuple(_stamp(rule.CODE, "", Place(1, 1, 1, 1), flaw.id, flaw.message) for rule, flaw in found)


class CollectorOff:
    """Keeps the garbage collector off inside ``with``: on large files it would take most of the time, for nothing."""

    def __enter__(self) -> None:
        self._was_on = gc.isenabled()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        if self._was_on:
            gc.enable()


def _most(settings: Settings | None) -> int:
    return MAX_BYTES if settings is None or settings.max_size is None else settings.max_size


def read_map(name: str, data: bytes, most: int = MAX_BYTES) -> tuple[str, Reading]:
    """Read the bytes of a map file, as ``check_bytes`` does, and check nothing. The text is without byte order mark."""
    from coldwater.formats.decoding import decode  # noqa: PLC0415
    from coldwater.formats.spots import RefusedError  # noqa: PLC0415

    spelling = native.spelling_of(name)
    if spelling is None:
        raise UsageError(f"{name}: the name must end in .yaml, .yml or .json")
    try:
        text = decode(data, most)
    except RefusedError as refusal:
        return data[:100_000].decode("utf-8", "replace"), native.refused(refusal.spot)
    return text, native.read(text, spelling)


def _checked(  # noqa: PLR0913 - what reading gave, and what is asked for
    path: str,
    text: str,
    reading: Reading,
    texts: Mapping[str, str],
    flaws: Sequence[tuple[str, Flaw]],
    settings: Settings | None,
    stamps: Mapping[str, Stamp] | None,
) -> Checked:
    severities = None if settings is None else settings.severities(path)
    findings = [_stamp(spot.rule, path, spot.place, spot.id, spot.message) for spot in reading.spots]
    findings += [_stamp(code, path, reading.locate(flaw), flaw.id, flaw.message) for code, flaw in flaws]
    fixes = [((spot.rule, *spot.place[:2]), spot.fix) for spot in reading.spots if spot.fix and spot.fix.is_safe]
    subject = None
    if reading.map is not None:
        subject = Subject(reading.map, texts, reading.excused, stamps)
        for rule, flaw in run(subject, severities or ()):
            findings.append(_stamp(rule.CODE, path, reading.locate(flaw), flaw.id, flaw.message))
            if not reading.spots and hasattr(rule, "fix") and (fix := rule.fix(subject, flaw)) is not None:
                fixes.append(((rule.CODE, *reading.locate(flaw)[:2]), fix))
    if "coldwater:" in text and native.spelling_of(path) == "yaml":
        from coldwater.project.comments import without_ignored  # noqa: PLC0415 - most maps hold no such comment

        findings = without_ignored(path, text, findings, subject, severities or ())
    if severities is not None:
        findings = [one._replace(severity=severities[one.rule]) for one in findings if one.rule in severities]
    findings.sort(key=lambda finding: (finding.line, finding.column, finding.rule))
    left = {(one.rule, one.line, one.column) for one in findings} if fixes else ()
    return Checked(path, text, findings, reading.map, [fix for place, fix in fixes if place in left])


def _stamp(code: str, path: str, place: Place, id_: str | None, message: str) -> Finding:
    rule = _RULES[code]
    if len(message) > 600:  # an id may be as long as its author likes; nobody reads it whole
        message = f"{message[:400]} … {message[-150:]}"
    return Finding(code, rule.NAME, rule.SEVERITY, path, *place, id_, message)


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


# --- review stamps ----------------------------------------------------------------------------------------------


def read_stamps(path: str) -> dict[str, Stamp]:
    """Give the review stamps in the file beside a map, by the argument's id; none if there is no such file.

    Raises UnreadableFileError, or UsageError for a file that holds something else.
    """
    sidecar = native.sidecar_of(path)
    if not os.path.exists(sidecar):
        return {}
    from coldwater.formats import stamps_text  # noqa: PLC0415 - most maps have no stamps

    try:
        return stamps_text.read(read_bytes(sidecar).decode("utf-8"), sidecar)
    except UnicodeDecodeError:
        raise UsageError(f"{sidecar}: review stamps must be UTF-8") from None


def write_stamps(path: str, stamps: Mapping[str, Stamp]) -> str:
    """Write the file with the review stamps of a map, whole or not at all, and give its path."""
    from coldwater.formats import stamps_text  # noqa: PLC0415 - most maps have no stamps

    sidecar = native.sidecar_of(path)
    write_file(sidecar, stamps_text.write(stamps).encode("utf-8", "surrogatepass"))
    return sidecar


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


def degrees(map_: Map, semantics: str = "df-quad", overrides: Overrides | None = None) -> Degrees | NotConverged:
    """Give the degree of every claim and argument under a gradual semantics: df-quad, quadratic-energy or euler.

    A map whose circles never come to rest has none, and the result says so. Raises UsageError for an unknown semantics
    or id, or a proof standard, which plays no part.
    """
    from coldwater.semantics import gradual  # noqa: PLC0415 - most maps are judged by what stands
    from coldwater.semantics.evaluation import AS_WRITTEN, refuse_odd  # noqa: PLC0415

    _refuse_unusable(map_)
    given = overrides or AS_WRITTEN
    refuse_odd(map_, given, is_gradual=True)
    return gradual.degrees(map_, semantics, given.strengths, given.rejected, given.accepted)


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


def cruxes(
    map_: Map, semantics: str = "grounded", standard: str | None = None, most_size: int = 3, seconds: float = 5.0
) -> Decision:
    """Give what decides the verdict on the thesis: cruxes, winning lines, free concessions, and what would turn it.

    ``semantics``: as for ``evaluate``, or df-quad, quadratic-energy or euler. ``most_size``: up to how many
    claims a crux has that is looked for; ``seconds``: how long at most. Raises UsageError for an unknown semantics or
    standard, MissingExtraError where a solver is needed and not installed.
    """
    from coldwater.prep.deciding.decision import what_decides  # noqa: PLC0415 - a check needs none of it

    _refuse_unusable(map_)
    return what_decides(map_, semantics, standard, most_size, seconds)


def prepare(
    map_: Map, side: Side, semantics: str = "grounded", standard: str | None = None, seconds: float = 0.7
) -> Preparation:
    """Give what a side, "pro" or "con", prepares with: the decision as that side sees it.

    ``seconds``: how long is searched at most. Raises as ``cruxes`` does, and UsageError for another side.
    """
    from coldwater.model.graph import SIDES  # noqa: PLC0415 - a check needs none of it
    from coldwater.prep.material.preparation import Preparation  # noqa: PLC0415

    if side not in SIDES:
        raise UsageError(f"there is no side {side!r}; there are pro and con")
    return Preparation(cruxes(map_, semantics, standard, seconds=seconds), side)


if TYPE_CHECKING:
    # What is text and what is bytes is known by the form; a check loads no typing.

    @overload
    def material(
        prep: Preparation, kind: str, form: Literal["full", "markdown", "html", "json"] = "markdown"
    ) -> str: ...

    @overload
    def material(prep: Preparation, kind: str, form: Literal["docx"]) -> bytes: ...


def material(prep: Preparation, kind: str, form: str = "markdown") -> str | bytes:
    """Give what a side prepares with: its ``brief``, ``blocks``, ``gaps``, ``questions`` or ``assumptions``.

    ``form``: markdown, html (one printable page), full (plain text of 100 columns), docx (bytes) or json. One
    preparation does for all of them. Raises UsageError for another kind or form, MissingExtraError for docx without
    its extra.
    """
    from coldwater.prep.pages.kinds import find_material  # noqa: PLC0415 - a check needs none of it
    from coldwater.prep.setting.forms import set_page  # noqa: PLC0415
    from coldwater.prep.setting.paragraphs import Paragraphs  # noqa: PLC0415
    from coldwater.report.markdown import escaped  # noqa: PLC0415

    found = find_material(prep, kind)
    if form == "json":
        return found.as_json()
    return set_page(found.page(), form, prep.map.language, Paragraphs(100, colour=False), escaped)


def read_debate_format(path: str) -> DebateFormat:
    """Read a debate format from a file of one's own, YAML or JSON; `coldwater prep formats` prints one to start from.

    Raises UnreadableFileError, UsageError for another ending, and ConfigurationError where the file holds none: it
    names every mistake with line and column.
    """
    from coldwater.formats.decoding import decode  # noqa: PLC0415 - a check needs none of it
    from coldwater.formats.places import Places  # noqa: PLC0415
    from coldwater.formats.spots import RefusedError  # noqa: PLC0415
    from coldwater.prep.rounds.own_format import understand  # noqa: PLC0415

    spelling = native.spelling_of(path)
    if spelling is None:
        raise UsageError(f"{path}: the name must end in .yaml, .yml or .json")
    try:
        parsed = native.parse(decode(read_bytes(path), MAX_BYTES), spelling)
    except RefusedError as refusal:
        raise ConfigurationError(path, [_at(refusal.spot.place, refusal.spot.message)]) from None
    if parsed.spots:
        raise ConfigurationError(path, [_at(spot.place, spot.message) for spot in parsed.spots])
    debate, problems = understand(parsed.data)
    if debate is None:
        places = Places(parsed.root)
        found = [(places.find(one.pointer, one.on_key), one.message) for one in problems]
        raise ConfigurationError(path, [_at(*one) for one in sorted(found)])
    return debate


def _at(place: Place, message: str) -> str:
    return f"line {place.line}, column {place.column}: {message}"


def _refuse_unusable(map_: Map) -> None:
    """Raise UnusableMapError where a map made in Python cannot be read as a graph: ids that clash or lead nowhere."""
    from coldwater.rules.references import dangling_references  # noqa: PLC0415 - the room is loaded by then

    if dangling_references(map_, frozenset()) or any(name in map_.claims for name in map_.arguments):
        raise UnusableMapError("the map", [finding for finding in check(map_) if finding.rule in UNREADABLE])


# --- compare ----------------------------------------------------------------------------------------------------


def diff(old: Map, new: Map) -> Review:
    """Give what changed from one state of a map to another, by id, and what it means for the verdicts."""
    from coldwater.review.reviewing import review  # noqa: PLC0415 - most commands compare nothing

    _refuse_unusable(old)
    _refuse_unusable(new)
    return review(old, new)


def map_at(path: str, revision: str | None) -> Map | None:
    """Give a map as it was at a revision of its git repository, or, for None, as the file is now; None if not there.

    Raises UnusableMapError if it cannot be read as a graph, UsageError where git knows no such revision.
    """
    if revision is None:
        return check_file(path).usable_map() if os.path.exists(path) else None
    from coldwater import git  # noqa: PLC0415 - most commands ask nothing of git

    data = git.file_at(path, revision)
    if data is None:
        return None
    checked = check_bytes(path, data)
    return Checked(f"{path} at {revision}", checked.text, checked.findings, checked.map).usable_map()


def maps_over_time(paths: Iterable[str], revisions: Sequence[str], settings: Settings | None = None) -> list[str]:
    """Give the map files among paths that are there now or were there at one of the revisions, sorted.

    Raises UsageError for a folder that holds none now, or a revision that git does not know.
    """
    from coldwater import git  # noqa: PLC0415
    from coldwater.project.discovery import MAP_SUFFIXES, maps_below  # noqa: PLC0415

    found: set[str] = set()
    for path in paths:
        if os.path.isdir(path):
            found.update(maps_below(path, settings))
            for revision in revisions:
                earlier = git.files_at(path, revision, MAP_SUFFIXES)
                found.update(name for name in earlier if not os.path.exists(name))  # else settings leave it out
        else:
            found.add(path)
    return sorted(found)


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
    with CollectorOff():
        return draw(map_, format_, wanted)


# --- files ------------------------------------------------------------------------------------------------------


def find_maps(paths: Iterable[str], settings: Settings | None = None) -> list[str]:
    """Give the map files among paths: files as they are, folders searched for ``*.argmap.*``, sorted; ``-`` stays.

    Left out in folders is what ``.gitignore`` or the settings name. Raises UnreadableFileError for a folder that cannot
    be read, UsageError for one without maps.
    """
    found: dict[str, None] = {}
    for path in paths:
        if os.path.isdir(path):
            from coldwater.project.discovery import maps_below  # noqa: PLC0415 - most checks name a file

            found.update(dict.fromkeys(maps_below(path, settings)))
        else:
            found[path] = None
    return list(found)


def _size(path: str) -> int:
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

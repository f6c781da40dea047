"""A map checked: what the reader and the rules say of it, with what would mend it, in the order of the file."""

from __future__ import annotations

import os

from coldwater.errors import UnusableMapError
from coldwater.findings import UNREADABLE, Finding, Flaw, Place
from coldwater.formats.native import document as native
from coldwater.reading import CollectorOff, bytes_in, map_bytes, most_of, read_map

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping, Sequence
    from types import ModuleType

    from coldwater.edits import Fix
    from coldwater.files import AnyPath
    from coldwater.formats.native.document import Reading
    from coldwater.model.models import Map
    from coldwater.model.stamps import Stamp
    from coldwater.project.settings import Settings
    from coldwater.rules.lookups import Counts
    from coldwater.rules.subject import Subject

#: The rules by code, once there is a finding. Rules are loaded for who checks; a map that is judged needs none of them.
_RULES: dict[str, ModuleType] = {}


class Checked:
    """What a check gave: the findings in the order of the file, the text, and the map if it could be read."""

    def __init__(  # noqa: PLR0913 - all that came of it
        self,
        path: str,
        text: str,
        findings: Sequence[Finding],
        map_: Map | None,
        fixes: Mapping[Finding, Fix] | None = None,
        untold: int = 0,
        counts: Counts | None = None,
    ) -> None:
        self.path = path
        self.text = text
        self.findings = tuple(findings)
        self.map = map_
        #: What would mend some of the findings, safe or not, in their order (``coldwater.revise`` does it).
        self.fixes: Mapping[Finding, Fix] = fixes or {}
        #: How many errors more there are than findings, as the reader gives so many one by one and counts the others.
        self.untold = untold
        #: How many quotes and fingerprints were looked up, with what result; None if there are none.
        self.counts = counts

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings of severity error."""
        return tuple(finding for finding in self.findings if finding.severity == "error")

    @property
    def mendable(self) -> int:
        """How many findings have a safe fix on offer."""
        return sum(fix.is_safe for fix in self.fixes.values())

    @property
    def graph_errors(self) -> tuple[Finding, ...]:
        """The findings that keep the map from being read as a graph, so that it can be neither drawn nor judged."""
        return tuple(finding for finding in self.findings if finding.rule in UNREADABLE)

    def usable_map(self) -> Map:
        """Give the map; raises UnusableMapError if it cannot be read as a graph."""
        if self.map is None or self.graph_errors:
            raise UnusableMapError(self.path, self.graph_errors)
        return self.map


def check_bytes(  # noqa: PLR0913 - what is known beside the bytes, and what is asked for
    name: AnyPath,
    data: bytes,
    texts: Mapping[str, str] | None = None,
    settings: Settings | None = None,
    stamps: Mapping[str, Stamp] | None = None,
    with_fixes: bool = False,
) -> Checked:
    """Check the bytes of a map file; ``name`` tells its spelling by its ending. Reads no file, raises for no content.

    ``texts`` holds full texts by source id; quotes and fingerprints are verified against them. ``settings`` say which
    rules are on, and how severe. ``stamps``: who looked at which argument, if that is known. ``with_fixes``: findings
    carry their fix, as edits of the text; where there is one, the text is checked once more with the safe ones made. A
    pure function that can be sent to other processes; cost is linear in the size of the data. Raises UsageError for a
    name with another ending than .yaml, .yml or .json.
    """
    path = os.fspath(name)

    def look(data: bytes) -> Checked:
        text, reading = read_map(path, data, most_of(settings))
        return checked(path, text, reading, texts or {}, (), settings, stamps)

    with CollectorOff():
        return _with_fixes(look, data) if with_fixes else look(data)


def check_file(
    path: AnyPath, texts: Mapping[str, str] | None = None, settings: Settings | None = None, with_fixes: bool = False
) -> Checked:
    """Check a map file, together with the full texts that its sources name and the review stamps beside it.

    ``with_fixes`` as for ``check_bytes``. Raises UnreadableFileError, or UsageError for a file with another ending or
    stamps that are none.
    """
    path = os.fspath(path)
    most = most_of(settings)
    if (size := bytes_in(path)) > most:
        return checked(path, "", native.refused(native.too_large(size, most)), {}, (), settings, None)
    return check_content(path, map_bytes(path, most), texts, settings, with_fixes)


def check_content(
    path: str,
    data: bytes,
    texts: Mapping[str, str] | None = None,
    settings: Settings | None = None,
    with_fixes: bool = False,
) -> Checked:
    """Check bytes as those of a map file, together with what lies beside it, as ``check_file`` does."""

    def look(data: bytes) -> Checked:
        text, reading = read_map(path, data, most_of(settings))
        found, flaws, stamps = _beside(path, reading.map)
        return checked(path, text, reading, {**found, **(texts or {})}, flaws, settings, stamps)

    with CollectorOff():
        return _with_fixes(look, data) if with_fixes else look(data)


def _beside(path: str, map_: Map | None) -> tuple[Mapping[str, str], Sequence[tuple[str, Flaw]], Mapping[str, Stamp]]:
    """Give the full texts beside a map, what is wrong with them, and its review stamps. Most maps have none of it."""
    has_texts = map_ is not None and any(source.text is not None for source in map_.sources.values())
    if not has_texts and not os.path.lexists(native.sidecar_of(path)):
        return {}, (), {}
    from coldwater.beside import full_texts, read_stamps  # noqa: PLC0415

    return (*full_texts(os.path.dirname(path), map_), read_stamps(path))


def _with_fixes(look: Callable[[bytes], Checked], data: bytes) -> Checked:
    """Check bytes, and let findings carry what mends them."""
    seen = look(data)
    spelling = native.spelling_of(seen.path)
    if not seen.fixes or spelling is None:
        return seen
    from coldwater.editing.handing import with_text_fixes  # noqa: PLC0415 - most maps have nothing to mend
    from coldwater.formats.native.decoding import encode  # noqa: PLC0415

    found = with_text_fixes(seen.text, spelling, seen, lambda text: look(encode(text, data)))
    fixes = {after: seen.fixes[one] for one, after in zip(seen.findings, found, strict=True) if one in seen.fixes}
    return Checked(seen.path, seen.text, found, seen.map, fixes, seen.untold, seen.counts)


def check(map_: Map, texts: Mapping[str, str] | None = None, select: Container[str] = ()) -> tuple[Finding, ...]:
    """Check a map made in Python. Findings have no place in a text: they all stand at line 1, column 1."""
    from coldwater.rules.engine import run  # noqa: PLC0415 - see _RULES
    from coldwater.rules.subject import Subject  # noqa: PLC0415

    found = run(Subject(map_, texts), select)
    findings = [_stamp(rule.CODE, "", Place(1, 1, 1, 1), flaw.id, flaw.message) for rule, flaw in found]
    return tuple(_told(map_, findings, select))


def checked(  # noqa: PLR0913 - what reading gave, and what is asked for
    path: str,
    text: str,
    reading: Reading,
    texts: Mapping[str, str],
    flaws: Sequence[tuple[str, Flaw]],
    settings: Settings | None,
    stamps: Mapping[str, Stamp] | None,
) -> Checked:
    """Check what was read of a file; ``flaws`` of what lies beside it, by the rule that tells them."""
    from coldwater.rules.subject import Subject  # noqa: PLC0415 - see _RULES

    severities = None if settings is None else settings.severities(path)
    subject = None if reading.map is None else Subject(reading.map, texts, reading.excused, stamps)
    found = [*_of_reader(path, reading)]
    found += [(_stamp(code, path, reading.locate(flaw), flaw.id, flaw.message), None) for code, flaw in flaws]
    if subject is not None:
        found += _of_rules(path, reading, subject, severities or ())
    findings = [finding for finding, _ in found]
    if "coldwater:" in text and native.spelling_of(path) == "yaml":
        from coldwater.project.comments import without_ignored  # noqa: PLC0415 - most maps hold no such comment

        findings = without_ignored(path, text, findings, subject, severities or ())
    if severities is not None:
        findings = [one._replace(severity=severities[one.rule]) for one in findings if one.rule in severities]
    findings = _told(reading.map, findings, () if settings is None else settings.selected(path), severities)
    findings.sort(key=lambda finding: (finding.line, finding.column, finding.rule))
    fixes = {_mark(finding): fix for finding, fix in found if fix is not None}
    offered = {one: fixes[mark] for one in findings if (mark := _mark(one)) in fixes} if fixes else {}
    counts = subject.counts if subject is not None else None
    return Checked(path, text, findings, reading.map, offered, reading.untold, counts)


def _told(
    map_: Map | None, findings: list[Finding], named: Container[str], on: Container[str] | None = None
) -> list[Finding]:
    """Give what is told of a map: of a draft, what is not done yet as one finding, unless its rule is off."""
    if map_ is None or not map_.draft:
        return findings
    from coldwater.rules.folding import folded  # noqa: PLC0415 - most maps are no drafts

    return folded(findings, named, on)


def findings_of_reader(path: str, reading: Reading) -> tuple[Finding, ...]:
    """Give what the reader says of a file."""
    return tuple(finding for finding, _ in _of_reader(path, reading))


def _of_reader(path: str, reading: Reading) -> Iterator[tuple[Finding, Fix | None]]:
    """Give what the reader says, with what would mend it."""
    takes_edits = reading.takes_edits
    for spot in reading.spots:
        is_good = spot.fix is not None and (takes_edits or bool(spot.fix.splices))
        yield _stamp(spot.rule, path, spot.place, spot.id, spot.message), spot.fix if is_good else None


def _of_rules(
    path: str, reading: Reading, subject: Subject, asked: Container[str]
) -> Iterator[tuple[Finding, Fix | None]]:
    """Give what the rules say, with what would mend it: nothing before the reader has no more to say."""
    from coldwater.rules.engine import run  # noqa: PLC0415 - see _RULES

    takes_edits = reading.is_as_written and reading.is_readable
    for rule, flaw in run(subject, asked):
        fix = _fix_by(rule, subject, flaw) if takes_edits else None
        yield _stamp(rule.CODE, path, reading.locate(flaw), flaw.id, flaw.message), fix


def _fix_by(rule: ModuleType, subject: Subject, flaw: Flaw) -> Fix | None:
    """Give what a rule offers against a flaw: its safe ``fix``, or its ``guess``."""
    offer = getattr(rule, "fix", None) or getattr(rule, "guess", None)
    fix: Fix | None = offer(subject, flaw) if offer is not None else None
    return fix


def _mark(finding: Finding) -> tuple[object, ...]:
    """Give what tells a finding from others of its map, whatever its severity."""
    return finding.rule, finding.line, finding.column, finding.id, finding.message


def _stamp(code: str, path: str, place: Place, id_: str | None, message: str) -> Finding:
    if not _RULES:
        from coldwater.rules import RULES  # noqa: PLC0415 - see _RULES

        _RULES.update({rule.CODE: rule for rule in RULES})
    rule = _RULES[code]
    if len(message) > 600:  # an id may be as long as its author likes; nobody reads it whole
        message = f"{message[:400]} … {message[-150:]}"
    return Finding(code, rule.NAME, rule.SEVERITY, path, *place, id_, message)

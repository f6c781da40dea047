"""What can be done at a place: fixes of findings, and moves that need no more words. Each is an edit of the text.

What a move does is worked out when somebody chooses it.
"""

from __future__ import annotations

import os

from coldwater.api import CollectorOff
from coldwater.editing.moves.making import AtHand, make_moves
from coldwater.errors import UsageError
from coldwater.formats.native.remembering import Memory
from coldwater.language.changes import changes
from coldwater.language.renaming import renamed
from coldwater.language.words import one_line
from coldwater.records import NamedTuple
from coldwater.renames import following

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from coldwater.changes import Change
    from coldwater.edits import Splice
    from coldwater.findings import Finding
    from coldwater.language.diagnosing import Diagnosis
    from coldwater.language.layout import Entry
    from coldwater.language.open_map import OpenMap
    from coldwater.model.models import Map
    from coldwater.project.settings import Settings

    Move = Mapping[str, Any]


class Action(NamedTuple):
    """What can be done: in words, of what kind (as editors name kinds), and by what: edits at hand, a move or a fix.

    ``finding`` is what it mends, if it mends one; ``is_safe`` whether it surely is what was meant. ``way`` says what is
    to be worked out once it is chosen: ``{"move": …}``, ``{"fix": number}`` of a finding, or ``{"all": true}``.
    """

    title: str
    kind: str
    edits: tuple[Splice, ...] = ()
    way: Mapping[str, Any] | None = None
    finding: Finding | None = None
    is_safe: bool = False


# --- what can be done -------------------------------------------------------------------------------------------------


def actions(open_map: OpenMap, start: int, end: int, found: Diagnosis) -> Iterator[Action]:
    """Give what can be done between two offsets; ``found`` is what is found in the text as it is."""
    lines = open_map.lines
    for number, finding in enumerate(found.findings):
        first = lines.offset(finding.line, finding.column)
        last = max(lines.offset(finding.end_line, finding.end_column), first)
        if first <= end and last >= start:
            yield from _against(open_map, found, number)
    if any(fix.is_safe for fix in found.fixes.values()):
        yield Action("Make all safe fixes", "source.fixAll", (), {"all": True})
    if open_map.current() is not None:
        yield from _moves(open_map, start)


def _against(open_map: OpenMap, found: Diagnosis, number: int) -> Iterator[Action]:
    finding = found.findings[number]
    fix = found.fixes.get(finding)
    if fix is not None:
        title = f"{fix.words[:1].upper()}{fix.words[1:]}"
        way = None if fix.splices else {"fix": number}
        yield Action(title, "quickfix", fix.splices, way, finding, fix.is_safe)
    if finding.rule == "CW101":
        yield from _write_it(open_map, finding)
    if open_map.spelling == "yaml" and open_map.reading.is_as_written:
        yield from _leave_alone(open_map, finding)


def _write_it(open_map: OpenMap, finding: Finding) -> Iterator[Action]:
    """Offer to write the claim that is named and not there."""
    at = open_map.layout.id_at(open_map.lines.offset(finding.line, finding.column))
    if at is None or "claims" not in at.sections or open_map.layout.has("claims", at.id):
        return
    text = at.id.replace("-", " ").replace("_", " ")
    move = {"move": "claim", "id": at.id, "text": f"{text[:1].upper()}{text[1:]}."}
    yield Action(f"Write the claim `{at.id}`", "quickfix", (), {"move": move}, finding)


def _leave_alone(open_map: OpenMap, finding: Finding) -> Iterator[Action]:
    """Offer a comment that leaves a finding alone; its reason is for the author to say."""
    from coldwater.edits import Splice as Stretch  # noqa: PLC0415 - as above
    from coldwater.rules.engine import can_be_ignored  # noqa: PLC0415

    if not can_be_ignored(finding.rule):
        return
    line = open_map.lines.line(finding.line)
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    ending = "\r\n" if "\r\n" in open_map.text else "\n"
    start = open_map.lines.offset(finding.line, 1)
    text = f"{indent}# coldwater: ignore[{finding.rule}] say why{ending}"
    title = f"Leave {finding.rule} alone here, with a reason"
    yield Action(title, "quickfix", (Stretch(start, start, text),), None, finding)


# --- moves ------------------------------------------------------------------------------------------------------------


def _moves(open_map: OpenMap, offset: int) -> Iterator[Action]:
    """Give the moves about the entry that is named or written at an offset."""
    layout = open_map.layout
    at = layout.id_at(offset)
    entry = (None if at is None else layout.target_of(at)) or layout.entry_at(offset)
    map_ = open_map.reading.map
    if entry is None or map_ is None or entry.id not in getattr(map_, entry.section):
        return
    if entry.section == "arguments":
        yield from _of_argument(map_, entry)
    elif entry.section == "claims":
        yield from _of_claim(map_, entry)
    yield _rewrite("Remove `{id}` with what hangs on it alone", entry, "remove", section=entry.section)


def _rewrite(title: str, entry: Entry, move: str, **given: Any) -> Action:
    shown = title.replace("{id}", one_line(entry.id, 40))
    return Action(shown, "refactor.rewrite", (), {"move": {"move": move, "id": entry.id, **given}})


def _of_argument(map_: Map, entry: Entry) -> Iterator[Action]:
    argument = map_.arguments[entry.id]
    is_about_step = argument.target in map_.arguments and argument.target not in map_.claims
    word = "attack" if argument.supports is not None else "support"
    yield _rewrite(f"Turn `{{id}}` round: let it {word} `{one_line(argument.target, 40)}`", entry, "turn")
    if argument.attacks is not None and not is_about_step:
        yield _rewrite("Let `{id}` undercut the step", entry, "undercut")
    if argument.attacks is not None and is_about_step:
        yield _rewrite("Let `{id}` attack what the step leads to", entry, "rebut")
    if len(argument.premises) > 1:
        yield _rewrite("Split `{id}`: each premise a reason on its own", entry, "split")
    yield _rewrite("Give `{id}` one more premise", entry, "premise", premise="A further premise.")
    yield _reason("Undercut `{id}`: a reason against its step", entry, "against")


def _of_claim(map_: Map, entry: Entry) -> Iterator[Action]:
    yield _reason("Give a reason for `{id}`", entry, "for")
    yield _reason("Give a reason against `{id}`", entry, "against")
    status = map_.claims[entry.id].status
    for word in ("accepted", "rejected", "open"):
        if status != word:
            yield _rewrite(f"Mark `{{id}}` as {word}", entry, "set", field="status", value=word, section="claims")
    if status is not None:
        yield _rewrite("Mark `{id}` as nothing", entry, "clear", field="status", section="claims")
    if entry.id not in map_.theses:
        title = f"Make `{one_line(entry.id, 40)}` the thesis"
        yield Action(title, "refactor.rewrite", (), {"move": {"move": "thesis", "ids": [entry.id]}})
        if entry.id not in map_.rivals:
            title = f"Name `{one_line(entry.id, 40)}` as a rival of the thesis"
            yield Action(title, "refactor.rewrite", (), {"move": {"move": "rival", "claim": entry.id}})


def _reason(title: str, entry: Entry, aim: str) -> Action:
    shown = title.replace("{id}", one_line(entry.id, 40))
    move = {"move": "reason", aim: entry.id, "premises": [f"A reason {aim} `{one_line(entry.id, 40)}`."]}
    return Action(shown, "refactor.extract", (), {"move": move})


# --- done to the text -------------------------------------------------------------------------------------------------


def worked_out(
    open_map: OpenMap,
    way: Mapping[str, Any],
    found: Diagnosis,
    settings: Settings | None = None,
    baseline: str | None = None,
) -> tuple[list[Splice], tuple[Change, ...]]:
    """Give what an action that was chosen does to the text, and to files beside it. Raises what making moves raises."""
    if "move" in way:
        return moved(open_map, way["move"], baseline)
    if "all" in way:
        return all_fixed(open_map, settings), ()
    number = way.get("fix")
    if not isinstance(number, int) or not 0 <= number < len(found.findings):
        raise UsageError("this finding is not there any more")
    return fixed(open_map, found, found.findings[number]), ()


def fixed(open_map: OpenMap, found: Diagnosis, finding: Finding) -> list[Splice]:
    """Give what mends a finding. Raises UsageError where it cannot be made in the text."""
    from coldwater.editing.splicing import Splicer  # noqa: PLC0415 - only who mends needs it

    fix = found.fixes.get(finding)
    splices = () if fix is None else Splicer(open_map.text, open_map.spelling).splices([fix])[0]
    if not splices:
        raise UsageError("this fix cannot be made in the text as it is written")
    return [*splices]


def all_fixed(open_map: OpenMap, settings: Settings | None = None) -> list[Splice]:
    """Give what all safe fixes do to the text, as ``check --fix`` makes them."""
    from coldwater.language.diagnosing import bytes_of  # noqa: PLC0415 - as above
    from coldwater.revise import fix  # noqa: PLC0415

    change = fix(open_map.name, data=bytes_of(open_map), settings=settings).change
    return changes(open_map.text, change.new.decode("utf-8", "surrogatepass").removeprefix("\ufeff"))


def moved(
    open_map: OpenMap, moves: Move | Sequence[Move], baseline: str | None = None
) -> tuple[list[Splice], tuple[Change, ...]]:
    """Make moves, all or none: give what is to be put into the text, and what changes in files beside it.

    These are the review stamps, and the ``baseline`` where there is one. Raises what making moves raises.
    """
    wanted: list[Move] = [moves] if isinstance(moves, dict) else [*moves]
    if len(wanted) == 1 and (splices := renamed(open_map, wanted[0], baseline)) is not None:
        return splices, ()
    with CollectorOff(), Memory():
        made = make_moves(
            open_map.text,
            open_map.spelling,
            wanted,
            lambda map_: _beside(open_map.name, map_),
            at_hand=AtHand(open_map.reading, open_map.pieces),
        )
    return changes(open_map.text, made.text), tuple(following(open_map.name, made.renamings, baseline))


def _beside(name: str, map_: Map) -> Mapping[str, str]:
    from coldwater.beside import full_texts  # noqa: PLC0415 - few moves ask for a text

    return full_texts(os.path.dirname(name), map_)[0]


def formatted(open_map: OpenMap) -> list[Splice]:
    """Give what brings a text into canonical form. Raises UsageError for one that cannot be read as it is written."""
    return changes(open_map.text, open_map.formed())

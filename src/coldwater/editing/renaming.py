"""Another id for a claim, an argument, a source, a position or a question, wherever it is named; the rest stays."""

from __future__ import annotations

import re

from coldwater.editing.applying import apply_edits
from coldwater.edits import Rename, Replace
from coldwater.errors import UsageError
from coldwater.model import composed
from coldwater.model.data import SECTIONS
from coldwater.model.ids import ID_RULE, is_id, may_follow, proposed, why_no_id
from coldwater.printable import printable
from coldwater.records import NamedTuple
from coldwater.rules.citations import citations
from coldwater.suggest import hint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.findings import Pointer
    from coldwater.model.models import Map

#: Ids that are words of a language as well are not looked for in texts.
_UNLIKE_WORDS = re.compile(r"[-._0-9]")


class Renamed(NamedTuple):
    """A text in which an id has another name: in how many places, and where else the old one is mentioned.

    ``mentions`` are the lines in which it stands in a comment or a text; ``unclear`` the entries of ``lint.ignore``,
    counted from 0, that may mean this entry or another one of the same name. Both are left as they were.
    """

    text: str
    places: int
    mentions: tuple[int, ...]
    unclear: tuple[int, ...]


class NewName(NamedTuple):
    """Which id is to become which; ``section`` says which entry is meant where several have the old one."""

    old: str
    new: str
    section: str | None = None


def rename_id(text: str, spelling: str, map_: Map, wish: NewName) -> Renamed:
    """Rename an id in a text; ``map_`` is what was read from it without a remark.

    Raises UsageError for an id that is not there, one that is taken, and one that cannot be an id.
    """
    old = composed(wish.old)
    edits = renaming_edits(map_, wish)
    unclear = tuple(_ignored(map_, old)) if len(_sections_with(map_, old)) > 1 else ()
    changed = apply_edits(text, spelling, edits)
    is_alone = len(_sections_with(map_, old)) == 1
    mentions = _lines_with(changed, old) if is_alone and _UNLIKE_WORDS.search(old) else ()
    return Renamed(changed, len(edits), mentions, unclear)


def renaming_edits(map_: Map, wish: NewName) -> list[Rename | Replace]:
    """Give what a new name for an id changes: each place that names the entry. Raises what ``rename_id`` raises."""
    old, new = composed(wish.old), composed(wish.new)
    section = _section_of(map_, old, wish.section)
    _refuse_bad_name(map_, old, new)
    edits: list[Rename | Replace] = [Rename((section, old), new)]
    edits += [Replace(pointer, new) for pointer in _references(map_, old, section)]
    edits += [Rename((*pointer, old), new) for pointer in _mappings_by(map_, old, section, new)]
    return edits


# --- what is meant ----------------------------------------------------------------------------------------------


def _sections_with(map_: Map, id_: str) -> list[str]:
    return [section for section in SECTIONS if id_ in getattr(map_, section)]


def _section_of(map_: Map, old: str, wanted: str | None) -> str:
    """Give the section of the entry to rename."""
    found = _sections_with(map_, old)
    if wanted is not None and wanted not in found:
        raise UsageError(f"there is no {SECTIONS[wanted]} `{printable(old)}`.{hint(old, getattr(map_, wanted))}")
    if not found:
        every = [id_ for section in SECTIONS for id_ in getattr(map_, section)]
        raise UsageError(f"nothing in this map has the id `{printable(old)}`.{hint(old, every)}")
    if wanted is None and len(found) > 1:
        named = " and ".join(f"a {SECTIONS[section]}" for section in found).replace("a argument", "an argument")
        raise UsageError(f"`{old}` is {named}; say which with --section {found[0]} or --section {found[1]}")
    return wanted or found[0]


def _refuse_bad_name(map_: Map, old: str, new: str) -> None:
    if not is_id(new):
        meant = f"; `{proposed(new)}` can" if proposed(new) else ""
        raise UsageError(f"`{printable(new)}` cannot be an id: {why_no_id(new)}; {ID_RULE}{meant}")
    if new == old:
        raise UsageError(f"`{old}` has this name already")
    if taken := _sections_with(map_, new):
        raise UsageError(
            f"there is a {SECTIONS[taken[0]]} `{new}` already; choose another id".replace("a arg", "an arg")
        )


# --- where it is named ------------------------------------------------------------------------------------------


def _references(map_: Map, old: str, section: str) -> Iterator[Pointer]:
    """Give the places that name the entry, its own key left out."""
    if section == "claims" or (section == "arguments" and old not in map_.claims):  # named as a claim by mistake, too
        yield from _to_claim(map_, old)
    if section in ("claims", "arguments"):
        yield from _to_target(map_, old, section)
    if section == "sources":
        yield from _to_source(map_, old)
    if len(_sections_with(map_, old)) == 1:
        yield from (("lint", "ignore", number, "at") for number in _ignored(map_, old))


def _mappings_by(map_: Map, old: str, section: str, new: str) -> Iterator[Pointer]:
    """Give the mappings that name the entry by a key; a target that a claim and an argument share means the claim.

    One in which the new id stands already, though there is no such entry, is left alone.
    """
    if section == "arguments":
        for name, argument in map_.arguments.items():
            if old in (answers := argument.answers or {}) and new not in answers:
                yield ("arguments", name, "answers")
    if section == "claims" or (section == "arguments" and old not in map_.claims):
        verdicts = map_.expect.verdicts if map_.expect is not None else {}
        if old in verdicts and new not in verdicts:
            yield ("expect", "verdicts")


def _to_claim(map_: Map, old: str) -> Iterator[Pointer]:
    if len(map_.theses) > 1:
        yield from _in_list(("thesis",), map_.theses, old)
    elif map_.thesis == old:  # one stands without a list as a rule, and does so from now on
        yield ("thesis",)
    yield from _in_list(("rivals",), map_.rivals, old)
    for name, claim in map_.claims.items():
        yield from _in_list(("claims", name, "contradicts"), claim.contradicts, old)
    for name, argument in map_.arguments.items():
        yield from _in_list(("arguments", name, "premises"), argument.premises, old)
        roles = argument.roles or {}
        yield from (("arguments", name, "roles", slot) for slot, filler in roles.items() if filler == old)
    for name, position in map_.positions.items():
        yield from _in_list(("positions", name, "accepts"), position.accepts, old)
        yield from _in_list(("positions", name, "rejects"), position.rejects, old)
    for name, question in map_.questions.items():
        yield from _in_list(("questions", name, "answers"), question.answers, old)


def _to_target(map_: Map, old: str, section: str) -> Iterator[Pointer]:
    """Give the targets that name the entry; one that names a claim and an argument alike means the claim."""
    if section == "arguments" and old in map_.claims:
        return
    for name, argument in map_.arguments.items():
        if argument.target == old:
            yield ("arguments", name, "attacks" if argument.supports is None else "supports")


def _to_source(map_: Map, old: str) -> Iterator[Pointer]:
    for cited in citations(map_):
        if cited.citation.source == old:
            yield (*cited.pointer, "source")
    for name, position in map_.positions.items():
        yield from _in_list(("positions", name, "speaks_in"), position.speaks_in, old)


def _in_list(pointer: Pointer, ids: Sequence[str], old: str) -> Iterator[Pointer]:
    yield from ((*pointer, number) for number, id_ in enumerate(ids) if id_ == old)


def _ignored(map_: Map, old: str) -> list[int]:
    entries = map_.lint.ignore if map_.lint is not None else ()
    return [number for number, entry in enumerate(entries) if entry.at == old]


def _lines_with(text: str, id_: str) -> tuple[int, ...]:
    """Give the lines, counted from 1, in which an id stands as a word of its own."""
    lines = re.split("\r\n?|\n", composed(text))
    return tuple(number for number, line in enumerate(lines, 1) if id_ in line and _has_word(line, id_))


def _has_word(line: str, id_: str) -> bool:
    """Tell whether an id stands in a line without being a part of a longer one; a full stop may follow it."""
    for match in re.finditer(re.escape(id_), line):
        before, after = line[: match.start()][-1:], line[match.end() :][:2]
        goes_on = after[1:] not in (".", "-") and _is_part(after[1:]) if after[:1] == "." else _is_part(after[:1])
        if not _is_part(before) and not goes_on:
            return True
    return False


def _is_part(sign: str) -> bool:
    """Tell whether a character may be part of an id; none is not."""
    return bool(sign) and may_follow(sign)

"""What moves did to a map: which entries changed, which findings came and went, which verdicts turned.

It is told from two states of a map, before and after, each seen once.
"""

from __future__ import annotations

from collections import Counter

from coldwater.listing import listed
from coldwater.model.data import SECTIONS
from coldwater.printable import printable
from coldwater.records import NamedTuple
from coldwater.report.plain import finding_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from coldwater.edits import Found
    from coldwater.findings import Finding
    from coldwater.model.models import Map

    #: Leaves, each with those that act alike, and the word for the thesis where they are rejected.
    Crux = tuple[tuple[tuple[str, ...], ...], str]


#: Of the cruxes that came or went with one verdict, so many are named; of a quote, so many characters.
_MOST_CRUXES, _LONGEST_QUOTE = 6, 60


class Seen(NamedTuple):
    """A state of a map: its findings, the map, the verdicts by id, and its cruxes.

    ``verdicts`` is empty where the map cannot be judged; ``cruxes`` are None where they could not be told in time.
    """

    findings: tuple[Finding, ...]
    map: Map | None
    verdicts: Mapping[str, str]
    cruxes: tuple[Crux, ...] | None


class Entry(NamedTuple):
    """An entry of a map; ``verdict`` is that of a claim or an argument, as it is after the moves, where it has one."""

    section: str
    id: str
    verdict: str | None = None


class Shift(NamedTuple):
    """A verdict before and after; None where there was none."""

    id: str
    before: str | None
    after: str | None


class Answer(NamedTuple):
    """What moves did. ``renamed``: section, id before, id after; ``fields``: of the map itself, those that changed.

    ``turned``: what is on both sides and has another verdict; ``theses``: each thesis, the one that is meant first.
    ``cruxes_new`` and ``cruxes_gone`` are None where the cruxes are not known on both sides. ``undo`` is the move that
    takes everything back; ``version`` is that of the text after the moves; ``found`` is where words stand that were
    quoted without a word on where.
    """

    added: tuple[Entry, ...]
    removed: tuple[Entry, ...]
    altered: tuple[Entry, ...]
    renamed: tuple[tuple[str, str, str], ...]
    fields: tuple[str, ...]
    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    turned: tuple[Shift, ...]
    theses: tuple[Shift, ...]
    cruxes_new: tuple[Crux, ...] | None
    cruxes_gone: tuple[Crux, ...] | None
    undo: Mapping[str, Any]
    version: str
    found: tuple[Found, ...] = ()


def answer_of(  # noqa: PLR0913 - two states, and what is known of the way between them
    before: Seen,
    after: Seen,
    renamed: Mapping[tuple[str, str], str],
    undo: Mapping[str, Any],
    version: str,
    found: tuple[Found, ...] = (),
) -> Answer:
    """Tell what came of moves; ``renamed`` gives the ids that are others now, by section and id before.

    ``found``: where words stand that the moves quote.
    """
    names = {old: new for (_, old), new in renamed.items()}
    new, gone = _findings(before.findings, after.findings, names)
    cruxes_new, cruxes_gone = _cruxes(before.cruxes, after.cruxes, names)
    verdicts = {names.get(id_, id_): word for id_, word in before.verdicts.items()}
    turned = [
        Shift(id_, verdicts[id_], word)
        for id_, word in after.verdicts.items()
        if id_ in verdicts and verdicts[id_] != word
    ]
    theses = after.map.theses if after.map is not None else ()
    rank = {thesis: number for number, thesis in enumerate(theses)}
    turned.sort(key=lambda shift: rank.get(shift.id, len(rank)))
    return Answer(
        *_entries(before.map, after.map, renamed, after.verdicts),
        new,
        gone,
        tuple(turned),
        tuple(Shift(one, verdicts.get(one), after.verdicts.get(one)) for one in theses),
        cruxes_new,
        cruxes_gone,
        undo,
        version,
        found,
    )


def _entries(
    before: Map | None, after: Map | None, renamed: Mapping[tuple[str, str], str], verdicts: Mapping[str, str]
) -> tuple[tuple[Entry, ...], tuple[Entry, ...], tuple[Entry, ...], tuple[tuple[str, str, str], ...], tuple[str, ...]]:
    if before is None or after is None:
        return (), (), (), (), ()
    added: list[Entry] = []
    removed: list[Entry] = []
    altered: list[Entry] = []
    for section in SECTIONS:
        old = {renamed.get((section, id_), id_): entry for id_, entry in getattr(before, section).items()}
        new = getattr(after, section)
        removed += [Entry(section, id_) for id_ in old if id_ not in new]
        for id_, entry in new.items():
            verdict = verdicts.get(id_) if section in ("claims", "arguments") else None
            if id_ not in old:
                added.append(Entry(section, id_, verdict))
            elif old[id_] != entry:
                altered.append(Entry(section, id_, verdict))
    names = tuple((section, old_id, new_id) for (section, old_id), new_id in renamed.items())
    return tuple(added), tuple(removed), tuple(altered), names, tuple(_fields(before, after))


def _fields(before: Map, after: Map) -> Iterator[str]:
    """Give the fields of the map itself that are others now, as a file calls them."""
    from coldwater.model._fields import FIELDS  # noqa: PLC0415 - the table is large

    for name, (key, _, _) in FIELDS["Map"].items():
        if key not in SECTIONS and getattr(before, name) != getattr(after, name):
            yield key


def _findings(
    before: Iterable[Finding], after: Iterable[Finding], names: Mapping[str, str]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Give the findings that came and those that went; one that only moved to another line did neither."""
    old = [(_mark(one, names), one) for one in before]
    new = [(_mark(one, {}), one) for one in after]
    return _without(new, old), _without(old, new)


def _mark(finding: Finding, names: Mapping[str, str]) -> tuple[str, str | None, str]:
    message = finding.message
    for old, new in names.items():
        message = message.replace(f"`{old}`", f"`{new}`")
    id_ = finding.id
    return finding.rule, names.get(id_, id_) if id_ is not None else None, message


def _without(some: Sequence[tuple[Any, Finding]], others: Sequence[tuple[Any, Finding]]) -> tuple[Finding, ...]:
    left = Counter(mark for mark, _ in others)
    found = []
    for mark, finding in some:
        if left[mark]:
            left[mark] -= 1
        else:
            found.append(finding)
    return tuple(found)


def _cruxes(
    before: tuple[Crux, ...] | None, after: tuple[Crux, ...] | None, names: Mapping[str, str]
) -> tuple[tuple[Crux, ...] | None, tuple[Crux, ...] | None]:
    if before is None or after is None:
        return None, None
    old = {_crux_mark(one, names): one for one in before}
    new = {_crux_mark(one, {}): one for one in after}
    come = tuple(one for mark, one in new.items() if mark not in old)
    return come, tuple(one for mark, one in old.items() if mark not in new)


def _crux_mark(crux: Crux, names: Mapping[str, str]) -> object:
    leaves, word = crux
    return frozenset(frozenset(names.get(id_, id_) for id_ in group) for group in leaves), word


# --- as data ----------------------------------------------------------------------------------------------------


def answer_data(answer: Answer) -> dict[str, Any]:
    """Give an answer as the data that is printed for programs, as ``schema/output/move.schema.json`` describes it."""
    theses = [shift._asdict() for shift in answer.theses]
    cruxes = None
    if answer.cruxes_new is not None and answer.cruxes_gone is not None:
        cruxes = {"new": [*map(_crux_data, answer.cruxes_new)], "gone": [*map(_crux_data, answer.cruxes_gone)]}
    return {
        "version": 1,
        "changed": {
            "added": [one._asdict() for one in answer.added],
            "removed": [{"section": one.section, "id": one.id} for one in answer.removed],
            "altered": [one._asdict() for one in answer.altered],
            "renamed": [{"section": section, "from": old, "to": new} for section, old, new in answer.renamed],
            "fields": [*answer.fields],
        },
        "findings": {"new": [*map(_finding_data, answer.new)], "gone": [*map(_finding_data, answer.gone)]},
        "verdicts": {
            "turned": [shift._asdict() for shift in answer.turned],
            "thesis": theses[0] if theses else None,
            "theses": theses,
        },
        "found": [one._asdict() for one in answer.found],
        "cruxes": cruxes,
        "undo": answer.undo,
        "text_version": answer.version,
    }


def refusal_data(
    move: str, reason: str, instead: Sequence[Mapping[str, Any]] = (), why_none: str | None = None
) -> dict[str, Any]:
    """Give why a move was refused, as ``schema/output/refusal.schema.json`` describes it; ``move`` is its name.

    ``why_none``: why there is no other one, or what else can be done.
    """
    told = {"move": move, "reason": reason, "instead": [*map(dict, instead)], "why_none": None if instead else why_none}
    return {"version": 1, "refused": told}


def _finding_data(finding: Finding) -> dict[str, Any]:
    return {name: getattr(finding, name) for name in ("rule", "name", "severity", "line", "column", "id", "message")}


def _crux_data(crux: Crux) -> dict[str, Any]:
    leaves, word = crux
    return {"reject": [{"any_of": [*group]} for group in leaves], "verdict": word}


# --- as text ----------------------------------------------------------------------------------------------------


def answer_lines(answer: Answer) -> Iterator[str]:
    """Give an answer in lines for people: what changed, the verdict, what turned, cruxes, findings."""
    yield from _changed_lines(answer)
    yield from map(_found_line, answer.found)
    for shift in answer.theses:
        yield f"verdict on {printable(shift.id)}: {_shift(shift)}"
    others = [shift for shift in answer.turned if shift not in answer.theses]
    if others:
        yield f"turned: {'; '.join(f'{printable(shift.id)} {_shift(shift)}' for shift in others)}"
    yield from _crux_lines("new crux", "is", answer.cruxes_new or ())
    yield from _crux_lines("no crux any more", "was", answer.cruxes_gone or ())
    for finding in answer.gone:
        at = f" at {printable(finding.id)}" if finding.id else ""
        yield f"gone: {finding.rule}{at}: {printable(finding.message)}"
    for finding in answer.new:
        yield finding_line(finding)


def _crux_lines(word: str, is_: str, cruxes: Iterable[Crux]) -> Iterator[str]:
    """Give cruxes that came or went, a line for each verdict: of several in a row each by itself is one."""
    by_verdict: dict[str, list[str]] = {}
    for leaves, verdict in cruxes:
        named = listed([_any_of(group, is_alone=len(leaves) == 1) for group in leaves])
        by_verdict.setdefault(verdict, []).append(named)
    for verdict, named_ in by_verdict.items():
        rest = [f"{len(named_) - _MOST_CRUXES} more"] if len(named_) > _MOST_CRUXES else []
        told = "; ".join([*named_[:_MOST_CRUXES], *rest])
        if len(named_) == 1:
            yield f"{word}: without {told} the verdict {is_} {verdict}"
        else:
            yield f"{word}: the verdict {is_} {verdict} without any one of these {len(named_)}: {told}"


def _found_line(one: Found) -> str:
    words = " ".join(printable(one.quote).split())
    shown = words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1] + "…"
    more = " (the first of several)" if one.is_elsewhere else ""
    return f"found: “{shown}” in {one.locator} of {printable(one.source)}, from character {one.at}{more}"


def _changed_lines(answer: Answer) -> Iterator[str]:
    for word, entries in (("added", answer.added), ("removed", answer.removed), ("changed", answer.altered)):
        if entries:
            yield f"{word}: {', '.join(map(_named, entries))}"
    for _, old, new in answer.renamed:
        yield f"{printable(old)} is now {printable(new)}"
    if answer.fields:
        yield f"changed of the map: {', '.join(answer.fields)}"


def _any_of(ids: Sequence[str], is_alone: bool) -> str:
    words = " or ".join(map(printable, ids))
    return words if is_alone or len(ids) == 1 else f"({words})"


def _named(entry: Entry) -> str:
    verdict = f" ({entry.verdict})" if entry.verdict else ""
    return f"{SECTIONS[entry.section]} {printable(entry.id)}{verdict}"


def _shift(shift: Shift) -> str:
    after = shift.after or "none, as the map cannot be judged"
    if shift.before == shift.after:
        return f"{after}, as before" if shift.after else after
    return f"{shift.before or 'none'} -> {after}"

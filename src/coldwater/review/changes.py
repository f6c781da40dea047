"""What differs between two states of a map, by id: no line, no order, no comment counts, only what is claimed."""

from __future__ import annotations

from coldwater.records import NamedTuple
from coldwater.review.renames import find_renames

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any, Literal

    from coldwater.model.models import Map
    from coldwater.review.renames import Renames

    Sort = Literal["map", "claim", "argument", "source", "position", "question"]
    Kind = Literal[
        "added", "removed", "renamed", "reworded", "retargeted", "turned", "premises", "contradictions", "cites",
        "field",
    ]  # fmt: skip


class Change(NamedTuple):
    """One difference. ``id``: the new id, or the old one of what was removed; ``field`` as the format spells it.

    ``before`` and ``after``: texts, ids or numbers; for "premises" and "contradictions" tuples of ids; for "renamed"
    the ids; for "added" and "removed" the entry's text or title. None where there was nothing.
    """

    kind: Kind
    sort: Sort
    id: str
    field: str | None
    before: Any
    after: Any


class Difference(NamedTuple):
    """All changes: map, claims, arguments, sources, positions, questions, each in the order of the file."""

    changes: tuple[Change, ...]
    renames: Renames


def compare(old: Map, new: Map) -> Difference:
    """Give what changed from one state of a map to another. Cost: linear in both."""
    renames = find_renames(old, new)
    changes = [
        *_map_fields(old, new, renames),
        *_entries("claim", old.claims, new.claims, renames, _claim),
        *_entries("argument", old.arguments, new.arguments, renames, _argument),
        *_entries("source", old.sources, new.sources, renames, _source),
        *_entries("position", old.positions, new.positions, renames, _position),
        *_entries("question", old.questions, new.questions, renames, _question),
    ]
    return Difference(tuple(changes), renames)


def _map_fields(old: Map, new: Map, renames: Renames) -> Iterator[Change]:
    theses = tuple(renames.node(thesis) for thesis in old.theses)
    if theses != new.theses:  # of several the first is the one meant, so that their order counts
        is_alone = len(theses) == len(new.theses) == 1
        before, after = (theses[0], new.thesis) if is_alone else (theses, tuple(new.theses))
        yield Change("field", "map", new.thesis, "thesis", before, after)
    rivals = tuple(renames.node(rival) for rival in old.rivals)
    if sorted(rivals) != sorted(new.rivals):
        yield Change("field", "map", new.thesis, "rivals", rivals, tuple(new.rivals))
    for field in ("title", "description", "language", "draft", "shape", "standard", "weighing"):
        yield from _field("map", new.thesis, field, getattr(old, field), getattr(new, field))
    yield from _field("map", new.thesis, "lint", _ignored(old, renames), _ignored(new, None))
    yield from _field("map", new.thesis, "proof", _plain(old.proof), _plain(new.proof))
    yield from _field("map", new.thesis, "expect", _expected(old, renames), _plain(new.expect))


def _ignored(map_: Map, renames: Renames | None) -> tuple[str, ...] | None:
    """Give what a map asks to leave alone, sorted, each as "CW301 at cracks"; None if nothing."""
    entries = map_.lint.ignore if map_.lint is not None else ()
    told = []
    for entry in entries:
        at = renames.node(entry.at) if renames is not None and entry.at is not None else entry.at
        told.append((entry.rule or "every rule") + (f" at {at}" if at is not None else ""))
    return tuple(sorted(told)) or None


def _expected(old: Map, renames: Renames) -> Any:
    """Give what a map expected, by the ids of now."""
    expected = _plain(old.expect)
    if expected is not None:
        expected["verdicts"] = {renames.node(name): verdict for name, verdict in expected["verdicts"].items()}
    return expected


def _entries(
    sort: Sort,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    renames: Renames,
    inside: Callable[[str, Any, Any, Renames], Iterator[Change]],
) -> Iterator[Change]:
    """Compare a section's entries by id."""
    new_names = renames.sources if sort == "source" else renames.nodes if sort in ("claim", "argument") else {}
    before = {new_names.get(name, name): (name, entry) for name, entry in old.items()}
    for name, (old_name, entry) in before.items():
        if name not in new:
            yield Change("removed", sort, name, None, title_of(entry), None)
        elif old_name != name:
            yield Change("renamed", sort, name, None, old_name, name)
    for name, entry in new.items():
        if name not in before:
            yield Change("added", sort, name, None, None, title_of(entry))
        else:
            yield from inside(name, before[name][1], entry, renames)


def title_of(entry: Any) -> str | None:
    """Give what stands for an entry: a claim's text, an argument's or source's title, a position's name."""
    return next((text for field in ("text", "name", "title") if (text := _text(entry, field))), None)


def _text(entry: Any, field: str) -> str | None:
    if field == "text" and hasattr(entry, "container_title"):
        return None  # a source's text is a path
    value = getattr(entry, field, None)
    return value if isinstance(value, str) else None


def _claim(name: str, old: Any, new: Any, renames: Renames) -> Iterator[Change]:
    if old.text != new.text:
        yield Change("reworded", "claim", name, "text", old.text, new.text)
    contradicts = tuple(renames.node(other) for other in old.contradicts)
    if sorted(contradicts) != sorted(new.contradicts):
        yield Change("contradictions", "claim", name, "contradicts", contradicts, tuple(new.contradicts))
    yield from _cites("claim", name, old, new, renames)
    yield from _field("claim", name, "credence", old.credence, new.credence)
    for field in ("kind", "status", "standard", "implicit", "tags", "note"):
        yield from _field("claim", name, field, getattr(old, field) or None, getattr(new, field) or None)


def _argument(name: str, old: Any, new: Any, renames: Renames) -> Iterator[Change]:
    target = renames.node(old.target)
    if target != new.target:
        yield Change("retargeted", "argument", name, None, target, new.target)
    was, is_ = ("attacks" if argument.supports is None else "supports" for argument in (old, new))
    if was != is_:
        yield Change("turned", "argument", name, None, was, is_)
    premises = tuple(renames.node(premise) for premise in old.premises)
    if set(premises) != set(new.premises):
        yield Change("premises", "argument", name, "premises", premises, tuple(new.premises))
    yield from _cites("argument", name, old, new, renames)
    roles = {slot: renames.node(claim) for slot, claim in (old.roles or {}).items()} or None
    yield from _field("argument", name, "roles", roles, dict(new.roles or {}) or None)
    answers = {renames.node(asked): tuple(names) for asked, names in (old.answers or {}).items()} or None
    answered = {asked: tuple(names) for asked, names in (new.answers or {}).items()} or None
    yield from _field("argument", name, "answers", answers, answered)
    for field in ("title", "scheme", "strength", "tags", "note"):
        yield from _field("argument", name, field, getattr(old, field), getattr(new, field))


def _cites(sort: Sort, name: str, old: Any, new: Any, renames: Renames) -> Iterator[Change]:
    before = tuple((renames.source(one.source), *_whereabouts(one)) for one in old.cites)
    after = tuple((one.source, *_whereabouts(one)) for one in new.cites)
    if sorted(map(str, before)) != sorted(map(str, after)):
        yield Change("cites", sort, name, "cites", tuple(map(_cited, before)), tuple(map(_cited, after)))


def _whereabouts(citation: Any) -> tuple[Any, ...]:
    """Give what a citation says but its source: locator, what is read out, the rest of its card, fingerprint."""
    return citation.locator, citation.read_out, citation.passage, citation.fingerprint


def _cited(citation: tuple[Any, ...]) -> str:
    source, locator, read_out, passage, _ = citation
    of_card = passage is not None and read_out != (passage,)
    parts = [source, locator, *(f"“{quote}”" for quote in read_out), f"of “{passage}”" if of_card else None]
    return ", ".join(part for part in parts if part)


_SOURCE_FIELDS = (
    "title", "type", "author", "qualifications", "issued", "publisher", "container_title", "url", "accessed",
    "language", "grade", "text", "note",
)  # fmt: skip
_SPELT = {"container_title": "container-title", "url": "URL"}


def _source(name: str, old: Any, new: Any, _: Renames) -> Iterator[Change]:
    for field in _SOURCE_FIELDS:
        before, after = _plain(getattr(old, field)), _plain(getattr(new, field))
        yield from _field("source", name, _SPELT.get(field, field), before, after)


def _position(name: str, old: Any, new: Any, renames: Renames) -> Iterator[Change]:
    for field in ("accepts", "rejects"):
        before = tuple(sorted(renames.node(claim) for claim in getattr(old, field)))
        yield from _field("position", name, field, before, tuple(sorted(getattr(new, field))))
    yield from _field("position", name, "speaks_in", tuple(sorted(old.speaks_in)), tuple(sorted(new.speaks_in)))
    for field in ("name", "note"):
        yield from _field("position", name, field, getattr(old, field), getattr(new, field))


def _question(name: str, old: Any, new: Any, renames: Renames) -> Iterator[Change]:
    if old.text != new.text:
        yield Change("reworded", "question", name, "text", old.text, new.text)
    before = tuple(sorted(renames.node(claim) for claim in old.answers))
    yield from _field("question", name, "answers", before, tuple(sorted(new.answers)))
    yield from _field("question", name, "note", old.note, new.note)


def _field(sort: Sort, name: str, field: str, before: Any, after: Any) -> Iterator[Change]:
    if before != after:
        yield Change("field", sort, name, field, before, after)


def _plain(value: Any) -> Any:
    """Give a model or its plain twin as plain data, so that the two compare alike."""
    if hasattr(value, "alpha"):
        return {field: getattr(value, field) for field in ("alpha", "beta", "gamma")}
    if hasattr(value, "verdicts"):
        return {"semantics": value.semantics, "verdicts": dict(value.verdicts)}
    if isinstance(value, tuple | list) and not hasattr(value, "literal"):
        return tuple(_plain(item) for item in value)
    if hasattr(value, "literal"):
        return value.literal or ", ".join(filter(None, (value.family, value.given)))
    return value

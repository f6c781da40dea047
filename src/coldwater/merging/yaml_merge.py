"""YAML maps merged by their lines, and the result held to what merging their data gives."""

from __future__ import annotations

import re

from coldwater.formats.native.spots import RefusedError
from coldwater.formats.native.yaml_text import read_yaml
from coldwater.merging import Merged, Unmerged
from coldwater.merging.by_id import MISSING, Clash, clashes, merge_data, merged_order, resolved, same, settle
from coldwater.merging.segments import WAY_OUT, Document, NotSegmentedError, Segment, indented, take_apart
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from coldwater.merging.markers import Markers
    from coldwater.merging.segments import Field


class _Both(NamedTuple):
    """Two texts of which one must be chosen, and what they come from.

    ``right``: which of them says what was changed, if only one does.
    """

    base: str
    ours: str
    theirs: str
    right: int | None = None


def merge_yaml(base: str, ours: str, theirs: str, markers: Markers) -> Merged | Unmerged:
    """Merge texts; Unmerged where one cannot be taken apart, or the lines would not give what the data gives."""
    states = [text.replace("\r\n", "\n") for text in (base, ours, theirs)]
    try:
        documents = [take_apart(text) for text in states]
        pieces = list(_Merging(*documents).pieces())
    except NotSegmentedError as error:
        return Unmerged(f"cannot be merged by id: {error}")
    data = merge_data(*(document.data for document in documents))
    for choose, side in ((_ours, 0), (_theirs, 1)):
        if not _reads_as(_joined(pieces, side), resolved(data, choose)):
            return Unmerged("cannot be merged by id: its lines, put together, would not say what the sides say")
    text = _joined(pieces, markers)
    disagreed = clashes(data)
    if not disagreed and any(isinstance(piece, _Both) for piece in pieces):
        disagreed = ("comments",)
    if "\r\n" in ours:
        text = text.replace("\n", "\r\n")
    return Merged(text, disagreed, (_joined(pieces, 0), _joined(pieces, 1)))


def _ours(clash: Clash) -> Any:
    return clash.ours


def _theirs(clash: Clash) -> Any:
    return clash.theirs


def _reads_as(text: str, data: Mapping[str, Any]) -> bool:
    try:
        parsed = read_yaml(text)
    except RefusedError:
        return False
    return not parsed.spots and same(parsed.data if text.strip() else {}, dict(data))


def _joined(pieces: Sequence[str | _Both], how: int | Markers) -> str:
    """Join pieces, with one of the sides where they disagree, or with both between markers."""
    parts = []
    for piece in pieces:
        if not isinstance(piece, _Both):
            parts.append(piece)
        elif isinstance(how, int):
            parts.append((piece.ours, piece.theirs)[how if piece.right is None else piece.right])
        else:
            parts.append(how.around(piece.base, piece.ours, piece.theirs))
    return "".join(parts)


class _Merging:
    def __init__(self, base: Document, ours: Document, theirs: Document) -> None:
        self.states = (base, ours, theirs)

    def pieces(self) -> Iterator[str | _Both]:
        """Give the merged text piece by piece."""
        base, ours, theirs = self.states
        yield _of_comments(base.head, ours.head, theirs.head)
        for name in merged_order(base.fields, ours.fields, theirs.fields):
            fields = [state.fields.get(name) for state in self.states]
            if any(field is not None and field.entries is not None for field in fields):
                yield from self._section(name, fields)
            else:
                data = [state.data.get(name, MISSING) for state in self.states]
                yield from _settled([None if field is None else field.segment for field in fields], data, 0)
        yield _of_comments(base.tail, ours.tail, theirs.tail)

    def _section(self, name: str, fields: Sequence[Field | None]) -> Iterator[str | _Both]:
        """Merge a section entry by entry. One that is written in one line somewhere is one field, or none of ours."""
        if any(field is not None and field.entries is None for field in fields):
            raise NotSegmentedError(
                f"`{name}` is written in one piece on one side, not with an entry a line; {WAY_OUT}"
            )
        entries = [(field.entries or {}) if field is not None else {} for field in fields]
        indent = next(segment.indent for side in (1, 2, 0) for segment in entries[side].values())
        pieces: list[str | _Both] = []
        for entry in merged_order(*entries):
            segments = [side.get(entry) for side in entries]
            data = [state.data.get(name, {}).get(entry, MISSING) for state in self.states]
            pieces += _settled(segments, data, indent)
        if pieces:
            yield from self._head(fields)
            yield from pieces
        else:
            yield from _above_what_went(*fields)

    def _head(self, fields: Sequence[Field | None]) -> Iterator[str | _Both]:
        """Give the head of a section; a side that has none of its own has no say."""
        base, ours, theirs = (field.segment if field is not None else None for field in fields)
        there = [segment for segment in (ours, theirs, base) if segment is not None]
        ours, theirs = ours or there[0], theirs or there[0]
        base = base or ours
        yield _of_comments(base.lead, ours.lead, theirs.lead)
        yield _of_comments(base.body, ours.body, theirs.body)


def _above_what_went(base: Field | None, ours: Field | None, theirs: Field | None) -> Iterator[str | _Both]:
    """Give what stands above a section that a side removed, if the other side has written a comment there since."""
    leads = ["" if field is None else field.segment.lead for field in (base, ours, theirs)]
    yield from _of_what_went(leads[0], leads[1], leads[2], 0 if ours is None else 1)


def _of_what_went(base: str, ours: str, theirs: str, right: int) -> Iterator[_Both]:
    """Give both texts where what a side removed would take a new comment of the other side with it."""
    if _comments(ours + theirs) - _comments(base):
        yield _Both(base, ours, theirs, right)


def _of_comments(base: str, ours: str, theirs: str) -> str | _Both:
    """Merge texts that hold no data; where one side's holds all that the other's does, it will do."""
    settled = settle(base, ours, theirs)
    if not isinstance(settled, Clash):
        return settled
    if theirs in ours:
        return ours
    return theirs if ours in theirs else _Both(base, ours, theirs)


def _settled(segments: Sequence[Segment | None], data: Sequence[Any], indent: int) -> Iterator[str | _Both]:
    """Merge an entry: its data decide whether the sides disagree, its lines what is written.

    Comments above it are merged apart from it, so that one side may write one while the other changes the entry.
    """
    base, ours, theirs = (None if one is None else _at(one, indent) for one in segments)
    if ours is None or theirs is None:
        yield from _with_a_side_missing(base, ours, theirs, data)
        return
    body = _body(base, ours, theirs, data)
    lead = _of_comments(base.lead if base is not None else "", ours.lead, theirs.lead)
    if isinstance(body, _Both) and isinstance(lead, str) and ours.lead == theirs.lead:
        yield lead
        yield body
    elif isinstance(body, _Both):
        yield _Both(_whole(base), _whole(ours), _whole(theirs), body.right)
    else:
        yield lead
        yield body


def _whole(segment: Segment | None) -> str:
    return "" if segment is None else segment.lead + segment.body


def _with_a_side_missing(
    base: Segment | None, ours: Segment | None, theirs: Segment | None, data: Sequence[Any]
) -> Iterator[str | _Both]:
    settled = settle(*data)
    left = ours or theirs
    if left is None:
        return
    if isinstance(settled, Clash):
        yield _Both(_whole(base), _whole(ours), _whole(theirs))
    elif settled is not MISSING:
        yield left.lead + left.body
    else:
        yield from _of_what_went(_whole(base), _whole(ours), _whole(theirs), 0 if ours is None else 1)


def _body(base: Segment | None, ours: Segment, theirs: Segment, data: Sequence[Any]) -> str | _Both:
    before = base.body if base is not None else ""
    settled = settle(before, ours.body, theirs.body)
    if not isinstance(settled, Clash):
        return settled
    if isinstance(settle(*data), Clash):
        return _Both(before, ours.body, theirs.body)
    # At most one side changed what it says; what was only laid out anew may go, unless a comment would go with it.
    right = 1 if same(data[1], data[0]) and not same(data[1], data[2]) else 0
    kept, other = (theirs, ours) if right else (ours, theirs)
    if _comments(other.body) <= _comments(kept.body) | _comments(before):
        return kept.body
    return _Both(before, ours.body, theirs.body, right)


def _comments(text: str) -> set[str]:
    """Give what may be comments within an entry: more rather than less."""
    return {comment.rstrip() for comment in re.findall("#.*", text)}


def _at(segment: Segment, indent: int) -> Segment:
    """Give a segment at another indent, with its comments: too far in, they would become part of a text above."""
    lead, body = (indented(text, segment.indent, indent) for text in segment[:2])
    return Segment(lead, body, indent)

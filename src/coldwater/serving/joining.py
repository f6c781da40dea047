"""Two states of a map brought together by id; where one id was changed on both sides, somebody chooses."""

from __future__ import annotations

from coldwater.editing.applying import apply_edits
from coldwater.editing.moves.difference import edits_between
from coldwater.errors import UsageError
from coldwater.formats.native import document as native
from coldwater.formats.native.document import spelling_of
from coldwater.formats.native.spots import RefusedError
from coldwater.merging import Unmerged, merge
from coldwater.merging.by_id import MISSING, SECTIONS, Clash, merge_data
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

#: What may be chosen for something that both sides changed: what was done here, or what stands in the file.
MINE, THEIRS = "mine", "theirs"


class Dispute(NamedTuple):
    """What both sides changed: an entry of a section, or a field of the map (``section`` is ""); None: not there."""

    section: str
    id: str
    base: Any
    mine: Any
    theirs: Any


class DisputedError(UsageError):
    """Two states of a map cannot be brought together before somebody chooses."""

    def __init__(self, disputes: tuple[Dispute, ...]) -> None:
        """Take what is disputed."""
        self.disputes = disputes
        super().__init__("the same was changed here and in the file; choose what is to stand")


def joined(name: str, base: str, mine: str, theirs: str, choices: Mapping[str, str] | None = None) -> str:
    """Give the text that holds what both sides changed since ``base``. ``name`` tells the spelling by its ending.

    ``choices``: for the id of each entry or the name of each field that both sides changed, ``mine`` or ``theirs``.
    Raises DisputedError for the first time something is to be chosen, UsageError where texts cannot be merged by id.
    """
    if theirs in (base, mine):
        return mine
    if mine == base:
        return theirs
    disputes = tuple(_disputes(name, base, mine, theirs))
    open_ = [one for one in disputes if (choices or {}).get(one.id) not in (MINE, THEIRS)]
    if open_:
        raise DisputedError(disputes)
    for one in disputes:
        if (choices or {})[one.id] == MINE:
            theirs = _with(name, theirs, one, one.mine)
        else:
            mine = _with(name, mine, one, one.theirs)
    merged = merge(base, mine, theirs, name)
    if isinstance(merged, Unmerged):
        raise UsageError(f"what was changed here and what was changed in the file {merged.why}; load the file anew")
    return merged.text if not merged.conflicts else merged.sides[1]  # only comments are left: those of the file stay


def _disputes(name: str, base: str, mine: str, theirs: str) -> Iterator[Dispute]:
    spelling = spelling_of(name) or "yaml"
    try:
        states = [native.parse(text, spelling).data for text in (base, mine, theirs)]
    except RefusedError:
        states = []
    if not states or not all(isinstance(state, dict) for state in states):
        raise UsageError("the file was changed in the meantime, and it or this cannot be read; mend that first")
    for field, value in merge_data(*states).items():
        if isinstance(value, Clash):
            yield _dispute("", field, value)
        elif isinstance(value, dict) and field in SECTIONS:
            for id_, one in value.items():
                if isinstance(one, Clash):
                    yield _dispute(field, id_, one)


def _dispute(section: str, id_: str, clash: Clash) -> Dispute:
    values = [None if value is MISSING else value for value in (clash.base, clash.ours, clash.theirs)]
    return Dispute(section, id_, *values)


def _with(name: str, text: str, dispute: Dispute, value: Any) -> str:
    """Give a text in which something disputed has a value; None: it is not there."""
    spelling = spelling_of(name) or "yaml"
    old = native.parse(text, spelling).data
    new = {**old}
    within = {**new.get(dispute.section, {})} if dispute.section else new
    if value is None:
        within.pop(dispute.id, None)
    else:
        within[dispute.id] = value
    if dispute.section:
        new[dispute.section] = within
    edits = list(edits_between(old, new))
    return apply_edits(text, spelling, edits) if edits else text

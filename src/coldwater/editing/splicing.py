"""What a fix does to a text, as stretches put in the place of others: one answer for ``--fix``, ``--diff`` and reports.

A fix of the data is done by the editor of the text's spelling, and seen to give the data that it should; a fix that is
splices already is taken as it is.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from coldwater.editing.applying import EditedText, apply_edits
from coldwater.edits import Splice
from coldwater.errors import DefectError, UsageError
from coldwater.formats.native.splices import do_overlap, splice
from coldwater.formats.native.yaml_tree import has_aliases
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coldwater.edits import Edit, Fix

    Splices = tuple[Splice, ...]


class _Draft(NamedTuple):
    """Splices that nobody has looked at yet, and the completed edits that they are to do.

    What aliases repeat has a fix in each place, all with the same splices: these do all of them.
    """

    splices: Splices
    edits: list[Edit]


class Splicer:
    """A text, and what fixes do to it. Its data are read when the first fix of the data asks for them."""

    def __init__(self, text: str, spelling: str) -> None:
        """Take a text spelt as ``yaml`` or ``json``, without a byte order mark."""
        self._text = text
        self._spelling = spelling

    def splices(self, fixes: Sequence[Fix]) -> list[Splices]:
        """Give for each fix its splices in the order of the text, none of which touches another.

        There are none where a fix changes nothing, or cannot be made because an alias stands in its way. Where the
        edits of a fix get into each other's way it is a single splice, the smallest that does it all. Cost is that of
        reading the text a few times, and once more for each fix that needs a look of its own. Raises ValueError for
        splices that overlap or lie outside the text.
        """
        made = [_normal(self._text, fix.splices) for fix in fixes]
        drafts = {number: self._draft(fix) for number, fix in enumerate(fixes) if fix.edits}
        sound = self._sound_ones([draft for draft in drafts.values() if draft.splices])
        for number, draft in drafts.items():
            made[number] = draft.splices if draft.splices in sound else self._stretch(fixes[number])
        return made

    @cached_property
    def _edited(self) -> EditedText:
        return EditedText(self._text, self._spelling)

    def _draft(self, fix: Fix) -> _Draft:
        """Give the splices of a fix of the data; none where its edits get into each other's way."""
        edits = self._edited.completed(fix.edits)
        found = self._edited.splices(edits)
        return _Draft(() if do_overlap(found) else _normal(self._text, found), edits)

    def _sound_ones(self, drafts: Iterable[_Draft]) -> set[Splices]:
        """Give the splices that do what they should; those that are apart are looked at together."""
        sound: set[Splices] = set()
        left = _merged(drafts)
        while left:
            chosen = set(apart([draft.splices for draft in left]))
            sound.update(self._sound([draft for number, draft in enumerate(left) if number in chosen]))
            left = [draft for number, draft in enumerate(left) if number not in chosen]
        return sound

    @cached_property
    def _has_aliases(self) -> bool:
        return self._spelling == "yaml" and has_aliases(self._text)

    def _sound(self, drafts: Sequence[_Draft]) -> Iterator[Splices]:
        """Give the splices that do what they should, of drafts that are apart: of all, or of each half for itself.

        Where there are aliases each is looked at for itself, as what is right together may not be so alone.
        """
        if (len(drafts) == 1 or not self._has_aliases) and self._are_sound(drafts):
            yield from (draft.splices for draft in drafts)
        elif len(drafts) > 1:
            half = len(drafts) // 2
            yield from self._sound(drafts[:half])
            yield from self._sound(drafts[half:])

    def _are_sound(self, drafts: Sequence[_Draft]) -> bool:
        edits = [edit for draft in drafts for edit in draft.edits]
        return self._edited.is_sound(splice(self._text, [one for draft in drafts for one in draft.splices]), edits)

    def _stretch(self, fix: Fix) -> Splices:
        """Make a fix edit by edit, and give the stretch that differs then; none where that cannot be."""
        try:
            changed = apply_edits(self._text, self._spelling, fix.edits)
        except (UsageError, DefectError):  # an alias stands in the way, or the editor is at its wit's end
            return ()
        return _difference(self._text, changed)


def _merged(drafts: Iterable[_Draft]) -> list[_Draft]:
    """Make one draft of those with the same splices."""
    merged: dict[Splices, _Draft] = {}
    for draft in drafts:
        if (first := merged.setdefault(draft.splices, draft)) is not draft:
            first.edits.extend(edit for edit in draft.edits if edit not in first.edits)
    return list(merged.values())


def apart(many: Sequence[Splices]) -> list[int]:
    """Choose from the splices of several fixes, in their order, those that neither overlap nor touch any chosen before.

    Gives their numbers. Splices of nothing meet nothing.

    >>> apart([(Splice(0, 4, ""),), (Splice(4, 6, ""),), (Splice(8, 9, "x"), Splice(12, 12, "y"))])
    [0, 2]
    """
    chosen: list[int] = []
    taken: list[tuple[int, int]] = []
    for number, splices in enumerate(many):
        if not any(_meets(taken, one) for one in splices):
            chosen.append(number)
            for one in splices:
                taken.insert(bisect_left(taken, one[:2]), one[:2])
    return chosen


def _meets(taken: Sequence[tuple[int, int]], one: Splice) -> bool:
    """Tell whether a splice overlaps or touches one of the stretches taken, which are sorted and apart."""
    after = bisect_left(taken, (one.start, one.end))
    return (after > 0 and taken[after - 1][1] >= one.start) or (after < len(taken) and taken[after][0] <= one.end)


def _normal(text: str, splices: Iterable[Splice]) -> Splices:
    """Put splices in the order of the text, those that touch made one, and leave out what changes nothing."""
    merged: list[Splice] = []
    for one in sorted(splices, key=lambda one: (one.start, one.end)):
        if merged and merged[-1].end == one.start:
            merged[-1] = Splice(merged[-1].start, one.end, merged[-1].text + one.text)
        else:
            merged.append(one)
    if do_overlap(merged) or any(not 0 <= one.start <= one.end <= len(text) for one in merged):
        raise ValueError("the splices of a fix overlap, or lie outside the text")
    return tuple(one for one in merged if text[one.start : one.end] != one.text)


def _difference(text: str, changed: str) -> Splices:
    """Give the smallest stretch in which a text differs from another; none where they are the same."""
    if text == changed:
        return ()
    most = min(len(text), len(changed))
    start = next((number for number in range(most) if text[number] != changed[number]), most)
    rest = most - start
    end = next((number for number in range(rest) if text[-1 - number] != changed[-1 - number]), rest)
    return (Splice(start, len(text) - end, changed[start : len(changed) - end]),)

"""All slips of a text, one kind after the other, and the text without them: what its writer meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.formats.native.splices import Apart
from coldwater.formats.native.spots import RefusedError
from coldwater.formats.native.written.conflicts import conflicts
from coldwater.formats.native.written.slip import Mended, Slip
from coldwater.formats.native.written.unseen import SIGNS, slips_in_json, slips_in_yaml
from coldwater.formats.native.written.walk import Walk
from coldwater.formats.native.yaml_nodes import compose, scalars

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coldwater.findings import Place

_OUTER = re.compile(rf"[\s{SIGNS}]+")
#: Texts longer than this are not looked at from the writer's side: what YAML says of them has to do.
MOST_CHARACTERS = 4_000_000


class Meant:
    """A text as it was meant, the slips with their places and splices in the text as written, and the way back."""

    def __init__(self, text: str) -> None:
        self.written = text
        self.text = text
        self.slips: list[Slip] = []
        self._steps: list[Mended] = []

    def take(self, slips: Iterable[Slip]) -> None:
        """Take the slips of one kind, which are about the text as it is now, and mend those that lose a text."""
        taken = Apart()
        for slip in slips:
            if not taken.have_room_for(slip.splices):
                continue
            written = self._as_written(slip)
            if not self._goes_on_with_another(written):
                self.slips.append(written)
            if slip.is_lost:
                taken.add(slip.splices)
        if taken.splices:
            self._steps.append(Mended(self.text, taken.splices))
            self.text = self._steps[-1].text

    def place(self, place: Place) -> Place:
        """Give the place in the text as written, for one in the text as meant."""
        for step in reversed(self._steps):
            place = step.place(place)
        return place

    def after(self, offset: int) -> int:
        """Give the offset in the text as meant, for one in the text as written."""
        for step in self._steps:
            offset = step.after(offset)
        return offset

    def _goes_on_with_another(self, slip: Slip) -> bool:
        """Tell whether a slip only moves a line whose indentation has been named already: that is one mistake."""
        start = self.written.rfind("\n", 0, slip.start) + 1
        is_move = all(not _OUTER.sub("", self.written[start : one.end]) for one in slip.splices[:1])
        return is_move and any(start <= other.start <= slip.end for other in self.slips)

    def _as_written(self, slip: Slip) -> Slip:
        splices = tuple(one._replace(start=self._back(one.start), end=self._back(one.end)) for one in slip.splices)
        return slip._replace(start=self._back(slip.start), end=self._back(slip.end), splices=splices)

    def _back(self, offset: int) -> int:
        for step in reversed(self._steps):
            offset = step.offset(offset)
        return offset


def meant(text: str, spelling: str, is_refused: bool) -> Meant:
    """Give what the writer of a text meant. ``is_refused``: YAML or JSON cannot read it as it is.

    Cost is linear in the length of the text; of more slips than are given one by one the rest stays.
    """
    found = Meant(text)
    if len(text) > MOST_CHARACTERS:
        return found
    for look in _looks(spelling, is_refused):
        found.take(look(found.text))
    found.slips.sort(key=lambda slip: (slip.start, slip.end))
    return found


def _looks(spelling: str, is_refused: bool) -> list[Callable[[str], Iterable[Slip]]]:
    if spelling == "json":
        return [conflicts, slips_in_json] if is_refused else [slips_in_json]
    if is_refused:
        return [conflicts, slips_in_yaml, lambda text: Walk(text, None).slips()]
    return [slips_in_yaml, lambda text: Walk(text, _inside_texts(text)).slips()]


def _inside_texts(text: str) -> frozenset[int] | None:
    """Give the numbers of the lines, from 0, on which YAML goes on with a text; None where it cannot read it at all."""
    try:
        root = compose(text)
    except RefusedError:
        return None
    inside: set[int] = set()
    for node in scalars(root):
        if node.style not in ("|", ">"):
            inside.update(range(node.start_mark.line + 1, node.end_mark.line + 1))
    return frozenset(inside)

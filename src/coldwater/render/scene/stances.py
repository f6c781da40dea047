"""Who holds a claim, as a scene shows it: a small mark for each position, and what the marks are called. No layout.

A position goes by a letter, in the order of the file, so that it is the same on every page and in every part of a map.
Where there are so many that nobody could tell their letters apart, claims say how many accept and how many reject them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.model.holders import Holders
from coldwater.printable import printable
from coldwater.render.fonts.text import shorten, width
from coldwater.render.scene import parts as s
from coldwater.words.wording import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.model.models import Map
    from coldwater.words.wording import Words

#: Positions that have letters; of more, claims are marked with numbers.
MOST_LETTERED = 8
_LETTERS = "ABCDEFGH"
NUMBER = "n"  # stands for any number in the legend
_LONGEST_NAME = 300.0  # px of a name in the legend
_PAD = 5.0  # between a number and the end of its mark


class Stances:
    """The marks of a map's claims."""

    def __init__(self, map_: Map) -> None:
        self.holders = Holders(map_)
        self.has_letters = len(map_.positions) <= MOST_LETTERED
        self.letters = dict(zip(map_.positions, _LETTERS, strict=False)) if self.has_letters else {}

    def of(self, claim: str) -> tuple[s.Stance, ...]:
        """Give the marks of a claim: those who accept it, then those who reject it."""
        held = self.holders.of(claim)
        sides = ((True, held.accepted_by), (False, held.rejected_by))
        if self.has_letters:
            return tuple(_stance(accepts, self.letters[name]) for accepts, names in sides for name in names)
        return tuple(_stance(accepts, f"{len(names):,}") for accepts, names in sides if names)

    def spoken(self, claim: str, words: Words = ENGLISH) -> str:
        """Give what is added to the label of a claim for those who listen."""
        told = self.told(claim, words)
        return f"; {told}" if told else ""

    def told(self, claim: str, words: Words = ENGLISH) -> str:
        """Say who accepts and who rejects a claim; "" if nobody does."""
        if words.tag == "en":
            return printable(self.holders.words(claim))
        held = self.holders.of(claim)
        sides = ((words.accepted, held.accepted_by), (words.rejected, held.rejected_by))
        return "; ".join(f"{word}: {printable(self.holders.names(names))}" for word, names in sides if names)

    def in_letters(self, claim: str) -> str:
        """Say in text what the marks show: ``accepted by A, C; rejected by B``, or by how many."""
        held = self.holders.of(claim)
        sides = (("accepted", held.accepted_by), ("rejected", held.rejected_by))
        return "; ".join(f"{word} by {self._shortly(names)}" for word, names in sides if names)

    def _shortly(self, names: Sequence[str]) -> str:
        return ", ".join(self.letters[name] for name in names) if self.has_letters else f"{len(names):,}"

    def named(self, claims: Sequence[str]) -> tuple[s.Holder, ...]:
        """Give the positions that hold one of these claims, with their letters; or what the numbers mean."""
        held = [self.holders.of(claim) for claim in claims]
        found = {name for one in held for name in (*one.accepted_by, *one.rejected_by)}
        if found and not self.has_letters:
            return (s.Holder(NUMBER, f"so many of {len(self.holders.positions):,} positions"),)
        return tuple(
            s.Holder(letter, printable(self.holders.names([name])))
            for name, letter in self.letters.items()
            if name in found
        )


def legend_text(holders: Sequence[s.Holder]) -> str:
    """Say in one text what the signs stand for, for outputs that have no legend of their own; "" without any.

    >>> legend_text([s.Holder("A", "The mayor"), s.Holder("C", "The treasurer")])
    'Positions: A The mayor; C The treasurer'
    >>> legend_text([s.Holder("n", "so many of 23 positions")])
    'Numbers: so many of 23 positions'
    """
    if [one.letter for one in holders] == [NUMBER]:
        return f"Numbers: {holders[0].name}"
    return "Positions: " + "; ".join(f"{one.letter} {one.name}" for one in holders) if holders else ""


def _stance(accepts: bool, sign: str) -> s.Stance:
    size = s.STANCE_SIZE
    return s.Stance(accepts, sign, max(size, width(sign, s.STANCE_SIGN, "semibold") + 2 * _PAD if sign[1:] else size))


def stances_width(stances: Sequence[s.Stance]) -> float:
    """Give the width of the row of marks, in px."""
    return sum(one.width for one in stances) + s.STANCE_GAP * (len(stances) - 1) if stances else 0.0


def short_holder(name: str, size: float, room: float) -> str:
    """Give the name of a position as it stands in a legend."""
    return shorten(name, min(_LONGEST_NAME, room), size)

"""A debate format as a value: the speeches in the order of the debate, how long they are, what is new in each."""

from __future__ import annotations

from coldwater.model.graph import OTHER
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from coldwater.model.graph import Side

    Kind = Literal["constructive", "rebuttal", "reply"]
    New = Literal["both", "contentions", "answers", "replies", "nothing"]

KINDS: tuple[Kind, ...] = ("constructive", "rebuttal", "reply")
#: What may be new in a speech, and what that means.
NEW: dict[New, str] = {
    "both": "contentions, and answers to anything said so far",
    "contentions": "contentions, prepared beforehand; nothing is answered",
    "answers": "answers to anything said so far, but no contentions",
    "replies": "answers to what the other side brought in since this side last spoke",
    "nothing": "nothing: it goes through what has been said",
}


class Speech(NamedTuple):
    """A speech: its short name, unique in the format, its full name, its side, its minutes, what may be new.

    ``team``: whose it is where a side has two; ``then``: what follows it, as cross-examination; both may be empty.
    """

    code: str
    name: str
    side: Side
    kind: Kind
    minutes: float
    new: New
    team: str = ""
    then: str = ""

    @property
    def lays_out(self) -> bool:
        """Whether it may bring in contentions."""
        return self.new in ("both", "contentions")

    @property
    def answers(self) -> bool:
        """Whether it may bring in answers."""
        return self.new in ("both", "answers", "replies")


class DebateFormat(NamedTuple):
    """The speeches of a debate in order. ``coin``: a coin decides which side speaks first; as given, pro does.

    ``note``: what else one has to know, in a sentence or two.
    """

    name: str
    title: str
    speeches: tuple[Speech, ...]
    coin: bool = False
    note: str = ""

    @property
    def begins(self) -> Side:
        """The side that speaks first."""
        return self.speeches[0].side

    def turned(self) -> DebateFormat:
        """Give the format with the sides changed round."""
        return self._replace(speeches=tuple(one._replace(side=OTHER[one.side]) for one in self.speeches))

    def opening(self, side: Side) -> int | None:
        """Give the place of the first speech in which a side may bring in contentions; None if there is none."""
        return next((place for place, one in enumerate(self.speeches) if one.side == side and one.lays_out), None)

    def next_of(self, side: Side, place: int) -> int | None:
        """Give the next speech of a side after a speech; None if there is none."""
        return next((at for at in range(place + 1, len(self.speeches)) if self.speeches[at].side == side), None)

    def chances(self, place: int) -> tuple[int, ...]:
        """Give the speeches in which what is new in a speech may be answered for the first time, in order.

        A speech for replies is one only if the side has not had its turn yet since.
        """
        side = OTHER[self.speeches[place].side]
        found: list[int] = []
        had_turn, in_turn = False, False
        for later in range(place + 1, len(self.speeches)):
            speech = self.speeches[later]
            if speech.side != side:
                had_turn, in_turn = had_turn or in_turn, False
                continue
            if speech.answers:
                in_turn = True
                if speech.new != "replies" or not had_turn:
                    found.append(later)
        return tuple(found)

    def later_turns(self, place: int) -> tuple[int, ...]:
        """Give the first speech of each later turn of a speech's side; a turn ends when the other side speaks."""
        side = self.speeches[place].side
        return tuple(
            later
            for later in range(place + 2, len(self.speeches))
            if self.speeches[later].side == side and self.speeches[later - 1].side != side
        )


def speech_of(debate: DebateFormat, code: str) -> int | None:
    """Give the place of a speech by its short name, in capitals or not; None if there is none."""
    return next((place for place, one in enumerate(debate.speeches) if one.code.lower() == code.lower()), None)


def clock(minutes: float) -> str:
    """Give a time in minutes and seconds.

    >>> clock(8), clock(1.5)
    ('8:00', '1:30')
    """
    seconds = round(minutes * 60)
    return f"{seconds // 60}:{seconds % 60:02}"


def total(speeches: Sequence[Speech], side: Side) -> float:
    """Give the minutes that a side has in all."""
    return sum(one.minutes for one in speeches if one.side == side)

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
    ``share``: in what measure the side's contentions are brought in here, against its other speeches that have a share;
    where none has one, all of them come in the first speech that may.
    """

    code: str
    name: str
    side: Side
    kind: Kind
    minutes: float
    new: New
    team: str = ""
    then: str = ""
    share: int = 0

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

    def openings(self, side: Side, count: int) -> tuple[int, ...]:
        """Give the speech in which each of so many contentions is brought in, in order; none if no speech may.

        >>> debate = DebateFormat("own", "Own", (
        ...     Speech("A", "First", "pro", "constructive", 8, "both", share=2),
        ...     Speech("B", "Second", "pro", "constructive", 8, "both", share=1),
        ... ))
        >>> debate.openings("pro", 3)
        (0, 0, 1)
        """
        places = [place for place, one in enumerate(self.speeches) if one.side == side and one.lays_out]
        shares = {place: self.speeches[place].share for place in places if self.speeches[place].share}
        if not shares:
            return tuple(places[:1]) * count
        given = dict.fromkeys(shares, 0)
        for _ in range(count):
            most = max(shares, key=lambda one: (shares[one] / (given[one] + 1), -given[one], -one))
            given[most] += 1
        return tuple(place for place, number in given.items() for _ in range(number))

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

    def takes_up(self, place: int, *, own: bool) -> int:
        """Give the speech of a turn, by its first, that goes through a case: for the side's own the last that answers.

        So the speeches of a block have each something to do: the first takes the other side's case.
        """
        speeches = self.speeches
        last = place
        for later in range(place + 1, len(speeches)) if own else ():
            if speeches[later].side != speeches[place].side:
                break
            if speeches[later].answers:
                last = later
        return last

    def later_turns(self, place: int, *, own: bool = False) -> tuple[int, ...]:
        """Give the speech of each later turn of a speech's side that takes up a case (see ``takes_up``).

        A turn ends when the other side speaks; a speech that goes through what has been said is one by itself.
        """
        speeches, side = self.speeches, self.speeches[place].side
        firsts = [
            later
            for later in range(place + 1, len(speeches))
            if speeches[later].side == side and (speeches[later - 1].side != side or speeches[later].new == "nothing")
        ]
        return tuple(self.takes_up(one, own=own) for one in firsts)


def block_partner(debate: DebateFormat, place: int) -> int | None:
    """Give the second speech of a block whose first is at a place, where both answer; None if it begins none."""
    last = debate.takes_up(place, own=True)
    return last if last != place and debate.speeches[place].answers else None


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

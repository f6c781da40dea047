"""A bout: the program argues the other side, point by point, and follows each exchange down until one side has nothing.

It is a game of the kind by which grounded semantics can be played (see S. Modgil and M. Caminada, "Proof theories and
algorithms for abstract argumentation frameworks", 2009, from memory): the program may say each of its arguments once,
and who has nothing left against an answer lets it hold. Supports and premises that are attacked come in as replies, so
that a point that is won need not be one that the map would give. A bout knows no terminal and no words but the map's.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from coldwater.prep.practice.replies import against, behind, openings
from coldwater.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from coldwater.prep.deciding.answers import Answer
    from coldwater.prep.material.preparation import Preparation

    Outcome = Literal["won", "lost", "open"]
    Turn = Literal[
        "argues",
        "objects",
        "backs",
        "insists",
        "repeats",
        "gives-way",
        "notes",
        "concedes",
        "claims",
        "leaves-open",
        "returns",
    ]


class Event(NamedTuple):
    """What the program does, about which argument or claim.

    It *argues* a new point; *objects* to an answer; *backs* a premise that an answer attacks; *insists* on an objection
    that nothing was said to before; *repeats* one that is being discussed, so that there is a circle. An objection that
    is answered *gives-way*; one that is answered in new words alone it *notes*, and leaves open. At the end of a point
    it *concedes*, *claims* or *leaves-open*; else it *returns* to what still has no answer that holds.
    """

    turn: Turn
    node: int


class Point(NamedTuple):
    """An argument that the program opened with, and what became of it for the side that answers."""

    node: int
    outcome: Outcome


class _Frame:
    """An argument that waits for an answer: what was tried, the answer that is discussed, and the premise it hits."""

    def __init__(self, node: int) -> None:
        self.node = node
        self.tried: set[int] = set()
        self.answer: int | None = None
        self.hit: int | None = None
        self.is_open = False
        #: Whether the answer that is discussed holds on somebody's word alone, which the map does not have.
        self.is_on_trust = False


class Bout:
    """A bout in progress. Each verb moves it on and gives what the program does; ``challenge`` then waits."""

    def __init__(self, prep: Preparation, seed: int = 0) -> None:
        self._prep = prep
        self._openings = openings(prep, Random(seed))  # noqa: S311 - the order of equals is no secret
        self._stack: list[_Frame] = []
        self._said: dict[int, Outcome | None] = {}
        self.points: list[Point] = []

    @property
    def challenge(self) -> int | None:
        """The argument or claim that waits for an answer; None between points."""
        return self._stack[-1].node if self._stack else None

    @property
    def left(self) -> tuple[int, ...]:
        """The points that the program has not come to."""
        return tuple(node for node in self._openings if node not in self._said)

    def next_point(self) -> list[Event]:
        """Let the program open its next point; nothing if it has none left."""
        if not self.left:
            return []
        node = self.left[0]
        self._push(node)
        return [Event("argues", node)]

    def choices(self) -> list[Answer]:
        """Give what the map has against the challenge and was not tried: what stands first."""
        frame = self._stack[-1]
        busy = {one.answer for one in self._stack} | {one.node for one in self._stack}
        found = against(self._prep, frame.node)
        return [answer for answer in found if answer.node not in frame.tried and answer.node not in busy]

    def answer(self, choice: Answer) -> list[Event]:
        """Answer the challenge with something that the map has."""
        frame = self._stack[-1]
        frame.answer, frame.hit, frame.is_on_trust = choice.node, choice.premise, False
        return list(self._reply())

    def say(self, hit: int | None) -> list[Event]:
        """Answer the challenge with something that the map lacks, against its step or against a claim of it.

        Nobody knows yet whether it holds: a point that nothing else answers stays open.
        """
        frame = self._stack[-1]
        frame.answer, frame.hit, frame.is_on_trust = None, hit, True
        return list(self._reply())

    def give_in(self) -> list[Event]:
        """Say that there is no (other) answer to the challenge."""
        frame = self._stack.pop()
        outcome: Outcome = "open" if frame.is_open else "lost"
        self._said[frame.node] = outcome
        if not self._stack:
            return [self._ended(frame.node, outcome)]
        parent = self._stack[-1]
        parent.is_open = parent.is_open or outcome == "open" or self._is_behind(parent, frame.node)
        return [self._returned(parent)]

    # --- the program's part --------------------------------------------------------------------------------------

    def _reply(self) -> Iterator[Event]:
        """Say the next thing against the answer that is discussed; without any it holds, and so on upwards."""
        while self._stack:
            frame = self._stack[-1]
            event = self._objection(frame)
            if event is not None:
                yield event
                if event.turn in ("insists", "repeats"):
                    yield self._returned(frame)
                return
            self._stack.pop()
            outcome: Outcome = "open" if frame.is_on_trust else "won"
            self._said[frame.node] = outcome
            if not self._stack:
                yield self._ended(frame.node, outcome)
            else:
                self._stack[-1].is_on_trust |= frame.is_on_trust
                yield Event("notes" if frame.is_on_trust else "gives-way", frame.node)

    def _objection(self, frame: _Frame) -> Event | None:
        """Choose what to say: what was not said yet; else what nobody answered; else what would lead in a circle."""
        attacks = [] if frame.answer is None else [one.node for one in against(self._prep, frame.answer)]
        backing = [] if frame.hit is None else behind(self._prep, frame.hit)
        for node in (*attacks, *backing):
            if node not in self._said:
                self._push(node)
                return Event("backs" if node in backing and node not in attacks else "objects", node)
        for node in (*attacks, *backing):
            if self._said[node] in ("lost", "open"):
                frame.is_open = frame.is_open or self._said[node] == "open" or node not in attacks
                return Event("insists", node)
        for node in attacks:
            if self._said[node] is None:
                frame.is_open = True
                return Event("repeats", node)
        return None

    def _push(self, node: int) -> None:
        self._said[node] = None
        self._stack.append(_Frame(node))

    def _is_behind(self, frame: _Frame, node: int) -> bool:
        """Tell whether something only backs what an answer attacks: the answer is not refuted then, but outweighed."""
        return frame.hit is not None and self._prep.names[node] in self._prep.graph.supporters(
            self._prep.names[frame.hit]
        )

    def _returned(self, frame: _Frame) -> Event:
        if frame.answer is not None:
            frame.tried.add(frame.answer)
        frame.answer = frame.hit = None
        return Event("returns", frame.node)

    def _ended(self, node: int, outcome: Outcome) -> Event:
        self.points.append(Point(node, outcome))
        turns: dict[Outcome, Turn] = {"won": "concedes", "lost": "claims", "open": "leaves-open"}
        return Event(turns[outcome], node)

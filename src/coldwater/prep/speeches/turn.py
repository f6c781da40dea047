"""What the flow of a debate leaves to one speech: what is new in it, what it answers, what it holds up, what it lacks.

A speech is made from this and from nothing else, so that it cannot answer what nobody has said, nor bring in what the
flow does not hold.
"""

from __future__ import annotations

from coldwater.model.graph import OTHER
from coldwater.prep.material.keeping import find_kept, first_speeches
from coldwater.prep.rounds.debate_format import DebateFormat, Speech
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coldwater.model.graph import Side
    from coldwater.prep.material.drops import Drop
    from coldwater.prep.material.exchange import Row
    from coldwater.prep.material.flow import Flow
    from coldwater.prep.material.keeping import Kept
    from coldwater.prep.material.preparation import Preparation


class Answered(NamedTuple):
    """An answer that is new in the speech: what is said, to what, and the premise that it hits (None for the step)."""

    row: Row
    node: int
    target: int
    hits: int | None


class Held(NamedTuple):
    """Something of the side that is held up. ``is_unanswered``: the other side has had a chance to answer it, in vain.

    ``target``: what it answered, None for a contention, and ``hits`` the premise of that (None for the step). ``drop``:
    set once the last chance is over.
    """

    row: Row
    node: int
    target: int | None
    hits: int | None
    is_unanswered: bool
    drop: Drop | None


class Ahead(NamedTuple):
    """What they will say to something new in the speech, by the flow, and what will be answered to it then."""

    node: int
    objection: int
    hits: int | None
    answer: int
    answer_hits: int | None


class Turn(NamedTuple):
    """What a speech has to do, each in the order of the flow: the other side's case before one's own.

    ``contentions``: those that are new; ``lacking``: what the other side has said and nothing on the map answers, by
    node, with the drop it is or will be. ``kept``: contentions that can be held up though they were spoken against.
    ``said``: by node the first speech in which it is said. ``unheeded``: what
    of the side the other has had a chance to answer, and has not. ``coming``: contentions of the other side that are
    said later, with what will be answered to them. ``speech`` is its
    place in the debate; ``is_first``: whether the side has not spoken before.
    """

    flow: Flow
    side: Side
    speech: int
    contentions: tuple[int, ...]
    answers: tuple[Answered, ...]
    held: tuple[Held, ...]
    ahead: tuple[Ahead, ...]
    lacking: Mapping[int, Drop]
    said: Mapping[int, int]
    unheeded: frozenset[int]
    coming: tuple[Ahead, ...]
    kept: tuple[Kept, ...]

    @property
    def debate(self) -> DebateFormat:
        """The debate that the speech is in."""
        return self.flow.debate

    @property
    def is_first(self) -> bool:
        """Whether the side has not spoken before."""
        return all(one.side != self.side for one in self.debate.speeches[: self.speech])

    @property
    def is_alone(self) -> bool:
        """Whether the speech is planned for itself, and belongs to no debate that anybody named."""
        return not self.debate.name

    @property
    def laid_out(self) -> int:
        """How many contentions the team has laid out before this speech: what is new is counted on from them."""
        speeches = self.debate.speeches
        heads = [row.head.speech for row in self.flow.rows if row.side == self.side and row.origin == "contention"]
        team = speeches[self.speech].team
        return sum(speech < self.speech and speeches[speech].team == team for speech in heads)

    def is_said(self, node: int, by: int | None = None) -> bool:
        """Tell whether something has been said when a speech ends; unless given, the one that is planned."""
        return self.said.get(node, len(self.debate.speeches)) <= (self.speech if by is None else by)


def alone(side: Side) -> DebateFormat:
    """Give the debate of a speech that is planned for itself: the other side lays out its case before, and answers."""
    other = OTHER[side]
    return DebateFormat(
        "",
        "A speech by itself",
        (
            Speech("before", "What they say first", other, "constructive", 1, "both"),
            Speech("speech", "The speech", side, "constructive", 1, "both"),
            Speech("after", "What they answer", other, "rebuttal", 1, "answers"),
            Speech("last", "What is said to that", side, "rebuttal", 1, "replies"),
        ),
    )


#: The place of the speech in that debate.
ALONE = 1


def find_turn(prep: Preparation, flow: Flow, speech: int) -> Turn:
    """Give what a speech of the flow has to do. Cost: linear in the flow."""
    side = flow.debate.speeches[speech].side
    rows = sorted(flow.rows, key=lambda row: row.side == side)
    drops = {one.node: one for one in flow.drops}
    return Turn(
        flow,
        side,
        speech,
        tuple(row.head.node for row in rows if row.origin == "contention" and row.head.speech == speech),
        tuple(_answers(rows, speech)),
        tuple(_held(rows, speech, drops)),
        tuple(_ahead(rows, speech)),
        _lacking(prep, rows, side, speech, drops),
        first_speeches(rows),
        _unheeded(rows, speech),
        tuple(_coming(rows, side, speech)),
        tuple(find_kept(prep, rows, flow.debate, speech)),
    )


def _answers(rows: Iterable[Row], speech: int) -> Iterable[Answered]:
    for row in rows:
        for place, cell in enumerate(row.cells):
            # What is behind something begins its row with that as its target, and answers nothing.
            is_answer = place > 0 or row.origin == "answer"
            if cell.speech == speech and cell.mark in ("said", "again") and is_answer and cell.target is not None:
                yield Answered(row, cell.node, cell.target, cell.hits)


def _held(rows: Iterable[Row], speech: int, drops: Mapping[int, Drop]) -> Iterable[Held]:
    for row in rows:
        for cell in row.cells:
            if cell.speech == speech and cell.mark == "extended":
                before = [one for one in row.cells if one.node == cell.node and one.speech < speech]
                drop = drops.get(cell.node)
                said = next((one for one in before if one.mark == "said"), None)
                if said is None or (row.origin == "behind" and row.head.node == cell.node):
                    target, hits = None, None
                else:
                    target, hits = said.target, said.hits
                yield Held(
                    row,
                    cell.node,
                    target,
                    hits,
                    any(one.mark in ("unanswered", "dropped") for one in before),
                    drop if drop is not None and drop.speech < speech else None,
                )


def _ahead(rows: Sequence[Row], speech: int) -> Iterable[Ahead]:
    """Give what may come to something new in a speech, and to the reasons behind it, with the answer to that."""
    heads = {row.label: row.head for row in rows if row.origin == "contention"}
    for row in rows:
        head = heads.get(row.label.split(".")[0])
        is_behind = row.origin == "behind" and head is not None and head.speech == speech == row.head.speech
        if head is not None and row.origin == "answer" and row.of == head.node and head.speech == speech:
            for objection, answer in zip(row.cells[:1], row.cells[1:2], strict=False):
                if (objection.mark, answer.mark) == ("said", "said"):
                    yield Ahead(head.node, objection.node, objection.hits, answer.node, answer.hits)
        for one, objection, answer in zip(row.cells, row.cells[1:], row.cells[2:], strict=False):
            if (one.speech, one.mark, objection.mark, answer.mark) == (speech, "said", "said", "said"):
                about = head.node if is_behind and head is not None and one is row.head else one.node
                yield Ahead(about, objection.node, objection.hits, answer.node, answer.hits)


def _unheeded(rows: Sequence[Row], speech: int) -> frozenset[int]:
    """Give what was left without an answer before a speech, at a chance for one, and has none since."""
    before = [cell for row in rows for cell in row.cells if cell.speech < speech]
    answered = {cell.target for cell in before if cell.mark in ("said", "again")}
    return frozenset(one.node for one in before if one.mark in ("unanswered", "dropped")) - answered


def _coming(rows: Sequence[Row], side: Side, speech: int) -> Iterable[Ahead]:
    for row in rows:
        if row.side != side and row.origin == "contention" and row.head.speech > speech:
            for head, answer in zip(row.cells[:1], row.cells[1:2], strict=False):
                if answer.mark == "said":
                    yield Ahead(head.node, head.node, None, answer.node, answer.hits)
            for more in rows:
                if more.origin == "answer" and more.of == row.head.node and more.head.mark == "said":
                    yield Ahead(row.head.node, row.head.node, None, more.head.node, more.head.hits)


def _lacking(
    prep: Preparation, rows: Iterable[Row], side: Side, speech: int, drops: Mapping[int, Drop]
) -> Mapping[int, Drop]:
    """Give what a side has no answer to by a speech; what costs the verdict first, then by load."""
    open_ = {
        cell.node for row in rows for cell in row.cells
        if cell.mark in ("unanswered", "dropped") and cell.speech <= speech
    }  # fmt: skip
    known = [drops[node] for node in open_ if drops[node].by == side]
    known = [one for one in known if one.is_live or one.costs is not None]
    return {one.node: one for one in sorted(known, key=lambda one: _dearest(prep, one))}


def _dearest(prep: Preparation, drop: Drop) -> tuple[float, float, str, str]:
    node = drop.node
    return (drop.costs or float("inf"), -prep.weight(node).load, prep.title(node), prep.names[node])

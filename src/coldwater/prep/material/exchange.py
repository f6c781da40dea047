"""The exchange on each contention, followed through the speeches of a debate."""

from __future__ import annotations

from coldwater.model.graph import OTHER
from coldwater.prep.deciding.answers import answers_to
from coldwater.prep.material.contentions import heads_of
from coldwater.prep.material.preparation import STANDING_FIRST
from coldwater.records import NamedTuple
from coldwater.semantics.grounded import IN, OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Mapping
    from typing import Literal

    from coldwater.model.graph import Side
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.rounds.debate_format import DebateFormat

    Mark = Literal["said", "again", "extended", "unanswered", "dropped", "fallen", "too-late"]
    Origin = Literal["contention", "answer", "behind"]


class Cell(NamedTuple):
    """What happens in a row in one speech.

    ``mark``: *said*: ``node`` is brought in; *again*: so it is, but another row follows it up (``row``); *extended*:
    ``node``, left without an answer, is held up; *unanswered*: the map has no answer to ``node``, but there will be
    another chance; *dropped*: this was the last; *fallen*: there is no need, since it falls by what answers an argument
    behind it; *too-late*: ``node`` came in too late to be answered.
    ``hits``: the premise that is answered, None for a step; ``target``: what it answers, None for a contention.
    """

    speech: int
    mark: Mark
    node: int
    target: int | None = None
    hits: int | None = None
    row: str = ""


class Row(NamedTuple):
    """One exchange. ``label``: the contention's side and number, with numbers below it; ``side``: whose contention.

    ``origin``: whether it begins with a contention, an answer to what ``of`` names, or an argument behind that.
    ``cells`` in the order of the speeches, at most one for each.
    """

    label: str
    side: Side
    depth: int
    origin: Origin
    of: int | None
    cells: tuple[Cell, ...]

    @property
    def head(self) -> Cell:
        """What the row begins with."""
        return self.cells[0]


class _Start(NamedTuple):
    """A row that is still to be written: what it begins with, where it hangs."""

    cell: Cell
    parent: str | None
    depth: int
    origin: Origin


class Played(NamedTuple):
    """The speeches of a debate that are over: those before ``now``, and by speech what was said in them.

    ``order``: the contentions as they were numbered before the debate, so that their rows keep their numbers.
    """

    now: int
    said: Mapping[int, frozenset[int]]
    order: tuple[int, ...] = ()


NOT_BEGUN = Played(0, {})


class Exchange:
    """Writes the rows of a flow sheet. Each argument is followed up once; later rows refer to the first.

    Of speeches that are over only what was said counts; what was missed is said at the next chance there is.
    """

    def __init__(self, prep: Preparation, debate: DebateFormat, played: Played = NOT_BEGUN) -> None:
        self._prep = prep
        self._debate = debate
        self._played = played
        self._followed: dict[int, str] = {}
        self._late: set[int] = set()
        self._below: dict[str, int] = {}
        self._answered: dict[int, dict[int, int | None]] = {}
        self._chances = {place: debate.chances(place) for place in range(len(debate.speeches))}

    def rows(self) -> tuple[Row, ...]:
        """Write all rows: the contentions of the side that begins, then those of the other."""
        found: list[Row] = []
        for side in (self._debate.begins, OTHER[self._debate.begins]):
            heads = sorted(heads_of(self._prep, side), key=self._number_before)
            openings = self._debate.openings(side, len(heads))
            self._late.update(heads[len(openings) :])
            for number, (head, planned) in enumerate(zip(heads, openings, strict=False), 1):
                opening = self._brought_in(head, planned, side)
                if opening is None:
                    self._late.add(head)
                else:
                    found += self._group(side, f"{side.capitalize()} {number}", Cell(opening, "said", head))
        return tuple(found)

    def _number_before(self, head: int) -> int:
        order = self._played.order
        return order.index(head) if head in order else len(order)

    def _brought_in(self, head: int, planned: int, side: Side) -> int | None:
        """Give the speech in which a contention is new: as planned, unless that is over; None if there is none."""
        played = self._played
        for speech, said in sorted(played.said.items()):
            if head in said and self._debate.speeches[speech].side == side:
                return speech
        if planned >= played.now:
            return planned
        speeches = enumerate(self._debate.speeches)
        return next((at for at, one in speeches if at >= played.now and one.side == side and one.lays_out), None)

    def unsaid(self) -> tuple[int, ...]:
        """Give what came too late for a speech, with all that would answer it; by id. After ``rows`` only."""
        found = {node for node in self._late if node not in self._followed}
        waiting = list(found)
        while waiting:
            node = waiting.pop()
            behind = (cell.node for cell in self._attacked_behind(Cell(0, "said", node)))
            for other in (*self._known_answers(node), *behind):
                if other not in found and other not in self._followed:
                    found.add(other)
                    waiting.append(other)
        return tuple(sorted(found, key=self._prep.names.__getitem__))

    # --- rows ----------------------------------------------------------------------------------------------------

    def _group(self, side: Side, label: str, cell: Cell) -> list[Row]:
        """Write the rows of a contention, each row before what hangs on it."""
        rows: list[Row] = []
        waiting = [_Start(cell, None, 0, "contention")]
        while waiting:
            start = waiting.pop()
            if start.origin == "behind" and start.cell.node in self._followed:
                continue  # it came up elsewhere meanwhile, and nobody says it twice
            name = label if start.parent is None else self._next_below(start.parent)
            cells, more = self._follow(start, name, side)
            of = start.cell.target
            rows.append(Row(name, side, start.depth, start.origin, of, tuple(cells)))
            waiting += reversed(more)
        return rows

    def _next_below(self, label: str) -> str:
        self._below[label] = self._below.get(label, 0) + 1
        return f"{label}.{self._below[label]}"

    def _follow(self, start: _Start, label: str, case: Side) -> tuple[list[Cell], list[_Start]]:
        """Follow one exchange to its end; give its cells, and the rows that hang on it, nearest to its end last."""
        cell, depth = start.cell, start.depth
        cells: list[Cell] = []
        more: list[_Start] = []
        while True:
            if cell.node in self._followed:
                cells.append(cell._replace(mark="again", row=self._followed[cell.node]))
                return cells, more
            self._followed[cell.node] = label
            cells.append(cell)
            answers = self._answers(cell, case)
            # What is behind something that is itself behind was found with the first.
            behind = [] if start.origin == "behind" and len(cells) == 1 else self._attacked_behind(cell)
            more += [_Start(one, label, depth + 1, "answer") for one in answers[1:]]
            more += [_Start(one, label, depth + 1, "behind") for one in behind]
            if not answers:
                return [*cells, *self._unanswered(cell, case)], more
            cell = answers[0]

    def _answers(self, cell: Cell, case: Side) -> list[Cell]:
        """Give the answers to what was said, at the first chance there is; none if there is no chance."""
        chances = self._chances[cell.speech]
        found = self._known_answers(cell.node)
        if not chances:
            self._late.update(found)
            return []
        # What can still be followed up comes first, so that a reference ends a row only where nothing else is left.
        ordered = sorted(found, key=lambda node: (STANDING_FIRST[self._prep.labels[node]], node in self._followed))
        for at in chances:
            said = self._played.said.get(at, frozenset())
            if at < self._played.now and (known := [node for node in ordered if node in said]):
                return [Cell(at, "said", node, cell.node, found[node]) for node in known]
        to_come = tuple(at for at in chances if at >= self._played.now)
        if not to_come:
            return []
        at = self._first_chance(to_come, case)
        return [Cell(at, "said", node, cell.node, found[node]) for node in ordered]

    def _first_chance(self, chances: tuple[int, ...], case: Side) -> int:
        """Give the speech that answers in a row about a side's case: of a block the one that takes up that case."""
        own = self._debate.speeches[chances[0]].side == case
        return self._debate.takes_up(chances[0], own=own)

    def _known_answers(self, node: int) -> dict[int, int | None]:
        """Give what answers an argument or speaks against a claim, and the premise it hits; in order of rank."""
        if node not in self._answered:
            self._answered[node] = self._look_up_answers(node)
        return self._answered[node]

    def _look_up_answers(self, node: int) -> dict[int, int | None]:
        prep = self._prep
        found: dict[int, int | None] = {}
        for answer in answers_to(prep.inquiry, node):
            found.setdefault(answer.node, None if answer.premise == node else answer.premise)
        found.pop(prep.numbers[prep.map.thesis], None)  # to repeat the thesis is no answer
        found.pop(node, None)
        return {one: found[one] for one in prep.ranked(found)}

    def _attacked_behind(self, cell: Cell) -> list[Cell]:
        """Give the arguments behind what was said that are attacked themselves: they are on the table, too."""
        found = [one for one in self._behind(cell.node, self._followed) if self._known_answers(one)]
        return [Cell(cell.speech, "said", node, cell.node) for node in self._prep.ranked(found)]

    def _falls_with_what_is_behind(self, node: int) -> bool:
        """Tell whether something falls, and an answer that stands meets an argument behind it."""
        labels = self._prep.labels
        return labels[node] == OUT and any(
            labels[answer] == IN for one in self._behind(node, ()) for answer in self._known_answers(one)
        )

    def _behind(self, node: int, without: Container[int]) -> list[int]:
        """Give the arguments behind something, none of those to be left out nor what is behind these only."""
        prep = self._prep
        waiting, seen = [prep.names[node]], {prep.names[node]}
        found = []
        while waiting:
            name = waiting.pop()
            held_up = (name, *prep.graph.premises(name)) if name in prep.graph.arguments else (name,)
            for supporter in (one for node in held_up for one in prep.graph.supporters(node)):
                if supporter not in seen and prep.numbers[supporter] not in without:
                    seen.add(supporter)
                    waiting.append(supporter)
                    found.append(prep.numbers[supporter])
        return found

    def _unanswered(self, cell: Cell, case: Side) -> list[Cell]:
        """Give what happens after something that nothing on the map answers, or that came too late."""
        chances = self._chances[cell.speech]
        if chances and self._falls_with_what_is_behind(cell.node):
            return [Cell(self._first_chance(chances, case), "fallen", cell.node)]
        own = self._debate.speeches[cell.speech].side == case
        turns = self._debate.later_turns(cell.speech, own=own)
        cells = {speech: Cell(speech, "extended", cell.node) for speech in turns}
        if chances:
            first = self._first_chance(chances, case)
            cells[first] = Cell(first, "unanswered", cell.node)
            cells[chances[-1]] = Cell(chances[-1], "dropped", cell.node)
        elif (after := self._debate.next_of(OTHER[self._debate.speeches[cell.speech].side], cell.speech)) is not None:
            cells[after] = Cell(after, "too-late", cell.node)
        return [cells[speech] for speech in sorted(cells)]

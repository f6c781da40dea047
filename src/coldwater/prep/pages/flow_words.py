"""How the cells and rows of a flow sheet are told, whatever form the sheet has. Texts of a map stand as they are."""

from __future__ import annotations

from coldwater.prep.deciding.answers import answers_to
from coldwater.prep.material.stock_words import CASES, first_of
from coldwater.prep.pages.spoken import verdict_of
from coldwater.prep.rounds.debate_format import clock
from coldwater.prep.speeches.sentences import tags_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.model.graph import Side
    from coldwater.prep.material.drops import Drop
    from coldwater.prep.material.exchange import Cell, Mark, Row
    from coldwater.prep.material.flow import Flow
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.rounds.debate_format import Speech
#: What a contention is filed as.
_FILED = {word: word for word in CASES}
#: What stands in cells in which nothing is brought in.
_MARKS: Mapping[Mark, str] = {
    "extended": "Extend.",
    "fallen": "No answer needed: what it rests on is answered.",
    "too-late": "Too late to answer.",
}


class FlowWords:
    """The words for one flow, seen by one side."""

    def __init__(self, prep: Preparation, flow: Flow) -> None:
        self._prep = prep
        self._drops = {one.node: one for one in flow.drops}
        self._is_played = flow.is_played
        self._flow = flow

    def cell(self, cell: Cell) -> tuple[str, str, str]:
        """Give lead, text and tag of a cell: words of ours, words of the map, ids."""
        name, title = self._prep.names[cell.node], self._prep.title(cell.node)
        if cell.mark == "said":
            return "", title, f"{name}{self._aim(cell)}"
        if cell.mark == "again":
            return "", title, f"{name}; see {cell.row}"
        why = "not answered in time" if self._is_answered(cell) else "no answer on the map"
        if cell.mark == "unanswered":
            return f"{why[:1].upper()}{why[1:]}.", "", ""
        if cell.mark in _MARKS:
            return _MARKS[cell.mark], "", ""
        return f"DROPPED: {why}{self._cost(self._drops[cell.node])}.", "", ""

    def _is_answered(self, cell: Cell) -> bool:
        """Tell whether the map has an answer to what a cell is about, which was not given when there was a chance."""
        if not self._is_played:
            return False
        thesis = self._prep.numbers[self._prep.map.thesis]
        return any(one.node not in (thesis, cell.node) for one in answers_to(self._prep.inquiry, cell.node))

    def cell_text(self, cell: Cell) -> str:
        """Give a cell as one text."""
        lead, text, tag = self.cell(cell)
        return " ".join(part for part in (lead, text, f"({tag})" if tag else "") if part)

    def _aim(self, cell: Cell) -> str:
        if cell.target is None or cell.hits == cell.target:
            return ""
        if cell.hits is not None:
            return f"; against {self._prep.names[cell.hits]}"
        return ""

    def _cost(self, drop: Drop) -> str:
        cost = cost_words(drop)
        return f"; {cost}" if cost else ""

    def row(self, row: Row) -> str:
        """Say what a row is about, after its label."""
        if row.of is None:
            filed = first_of(tags_of(self._prep, row.head.node), _FILED)
            return f"{row.label} {self._prep.title(row.head.node)}{f' ({filed})' if filed else ''}"
        of = self._prep.title(row.of)
        return f"{row.label} {'also against' if row.origin == 'answer' else 'behind'} “{of}”"

    def title(self, row: Row) -> str:
        """Give the words of what a row begins with."""
        return self._prep.title(row.head.node)

    def row_on_a_sheet(self, row: Row) -> str:
        """Say what a row is about, and where it is held up again, for which no cell has room."""
        again = self._flow.kept_in(row.head.node) if row.origin == "contention" else ()
        codes = ", ".join(self._flow.debate.speeches[at].code for at in again)
        return f"{self.row(row)}; held up again in {codes}" if codes else self.row(row)

    def fate(self, row: Row) -> str:
        """Say how what a row begins with stands on the map."""
        return verdict_of(self._prep.labels[row.head.node])

    def whose(self, side: Side) -> str:
        """Give a side as the reader sees it."""
        return f"{side}, {'us' if side == self._prep.side else 'them'}"

    def heading(self, speech: Speech) -> str:
        """Give what stands above the column of a speech, in lines."""
        team = f", {speech.team}" if speech.team else ""
        return f"{speech.code}\n{speech.name}{team}\n{self.whose(speech.side)}, {clock(speech.minutes)}"


def cost_words(drop: Drop) -> str:
    """Say what a drop costs; nothing where it is in no set of answers that would change the verdict.

    >>> from coldwater.prep.material.drops import Drop
    >>> cost_words(Drop("P1", 7, "con", 1, 1, True)), cost_words(Drop("P1", 7, "con", 1, 4, True))
    ('COSTS THE VERDICT', 'one of 4 that cost the verdict together')
    >>> cost_words(Drop("P1", 7, "con", 1, None, False))
    'it falls all the same'
    """
    if drop.costs is None:
        return "" if drop.is_live else "it falls all the same"
    return "COSTS THE VERDICT" if drop.costs == 1 else f"one of {drop.costs} that cost the verdict together"

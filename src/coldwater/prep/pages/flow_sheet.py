"""A flow as sheets: the grid of a debate, and what is dropped in it."""

from __future__ import annotations

from coldwater.model.graph import OTHER
from coldwater.prep.pages.flow_words import FlowWords, cost_words
from coldwater.prep.pages.spoken import aim_of
from coldwater.prep.setting.sheet import Column, Line, Sheet
from coldwater.semantics.positions import as_seen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.prep.material.exchange import Row
    from coldwater.prep.material.flow import Flow
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.setting.sheet import Style


#: Letters across a page on its side, for all speeches together; and for one, whatever their number.
_ROOM, _NARROWEST, _WIDEST = 124, 13, 30


def flow_sheet(prep: Preparation, flow: Flow) -> Sheet:
    """Give the grid: a column for each speech, a row for each exchange, below a title for each case."""
    words = FlowWords(prep, flow)
    width = max(min(_ROOM // len(flow.debate.speeches), _WIDEST), _NARROWEST)
    speeches = tuple(Column(words.heading(one), width, one.side) for one in flow.debate.speeches)
    columns = (
        Column("Row" + (f"\n{seen}" if (seen := as_seen(prep.map)) else ""), 18),
        *speeches,
        Column("On the map", 10),
    )
    top = _top(prep, flow, f"flow for {prep.side}")
    return Sheet("Flow", top, columns, tuple(_lines(words, flow, len(columns))))


#: Empty rows to write in below a contention, and the columns in sight: the rows' names, and a speech of each side.
_EMPTY, _IN_SIGHT = 8, 3


def contention_sheets(prep: Preparation, flow: Flow) -> tuple[Sheet, ...]:
    """Give a sheet for each contention, with empty rows to write in below what the map has to say."""
    whole = flow_sheet(prep, flow)
    words = FlowWords(prep, flow)
    groups: dict[str, list[Row]] = {}
    for row in flow.rows:
        groups.setdefault(row.label.split(".")[0], []).append(row)
    plain: Style = "plain"
    width = len(whole.columns)
    empty = (Line(("",) * width, (plain,) * width),) * _EMPTY
    return tuple(
        Sheet(
            label,
            _top(prep, flow, words.row(rows[0])),
            whole.columns,
            (*(_line(words, flow, row) for row in rows), *empty),
            min(_IN_SIGHT, width),
        )
        for label, rows in groups.items()
    )


def _top(prep: Preparation, flow: Flow, what: str) -> str:
    """Say what is printed on top of each page: of what, in which debate, and as whom, if that is somebody."""
    return " · ".join(filter(None, (prep.map.title, flow.debate.title, what, as_seen(prep.map))))


def _lines(words: FlowWords, flow: Flow, width: int) -> Iterator[Line]:
    for side in (flow.debate.begins, OTHER[flow.debate.begins]):
        title = f"The case of {words.whose(side).replace(', ', ' (')})"
        look: Style = "title"
        yield Line((title, *[""] * (width - 1)), (look,) * width)
        for row in flow.rows:
            if row.side == side:
                yield _line(words, flow, row)


def _line(words: FlowWords, flow: Flow, row: Row) -> Line:
    cells = {cell.speech: cell for cell in row.cells}
    texts: list[str] = []
    styles: list[Style] = []
    for place, speech in enumerate(flow.debate.speeches):
        cell = cells.get(place)
        texts.append(words.cell_text(cell) if cell else "")
        styles.append("alarm" if cell and cell.mark == "dropped" else speech.side if cell else "plain")
    first: Style = row.side if row.depth == 0 else "plain"
    return Line((words.row_on_a_sheet(row), *texts, words.fate(row)), (first, *styles, "plain"))


def drop_sheet(prep: Preparation, flow: Flow) -> Sheet:
    """Give what is dropped, the side's own first: to prepare; then the other side's: to press."""
    headings = (("To do", 10), ("Argument", 50), ("Id", 24), ("Row", 12), ("Dropped by", 12), ("Cost", 36))
    lines = []
    for side, task in ((prep.side, "prepare"), (prep.other, "press")):
        for one in flow.dropped_by(side):
            by = f"{flow.debate.speeches[one.speech].code} ({side})"
            aim = f", {aim_of(prep, prep.names[one.node])}" if prep.names[one.node] in prep.graph.arguments else ""
            cells = (task, f"{prep.title(one.node)}{aim}", prep.names[one.node], one.row, by, cost_words(one))
            style: Style = "alarm" if one.costs == 1 else side
            plain: Style = "plain"
            lines.append(Line(cells, (style, *[plain] * (len(cells) - 1))))
    top = _top(prep, flow, "what is dropped")
    return Sheet("Drops", top, tuple(Column(*one) for one in headings), tuple(lines))

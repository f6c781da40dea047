"""A flow as a page: what is dropped first, then each case, speech by speech or, for Markdown, as a grid."""

from __future__ import annotations

from coldwater.model.graph import OTHER
from coldwater.prep.deciding.answers import standing
from coldwater.prep.pages.flow_words import FlowWords, cost_words
from coldwater.prep.pages.remainder import with_remainder
from coldwater.prep.pages.spoken import aim_of, opening
from coldwater.prep.rounds.debate_format import clock, total
from coldwater.prep.setting.page import Heading, Item, Line, Table, leading, tagged
from coldwater.semantics.grounded import IN, OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coldwater.model.graph import Side
    from coldwater.prep.material.drops import Drop
    from coldwater.prep.material.exchange import Row
    from coldwater.prep.material.flow import Flow
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.setting.page import Part

#: How many drops of a side and rows of a case are on the page; the sheets and JSON hold all.
_DROPS, _ROWS, _WEIGHED, _BEHIND = 12, 80, 3, 6
#: What the other side of each does to the thesis.
_AGAINST = {"pro": "against", "con": "for"}


def flow_page(prep: Preparation, flow: Flow, *, as_grid: bool = False) -> Iterator[Part]:
    """Give the flow of a debate as a side sees it; ``as_grid`` with a table for each case, else with lists."""
    page = _flow(prep, flow, as_grid=as_grid)
    return (
        page
        if as_grid or not flow.rows
        else with_remainder(prep, page, "Without a row, since nobody speaks against it")
    )


def _flow(prep: Preparation, flow: Flow, *, as_grid: bool) -> Iterator[Part]:
    yield Heading(1, f"Flow for {prep.side}: {prep.map.title}")
    yield from opening(prep)
    yield from _format(prep, flow)
    if not flow.rows:
        yield Line("Nothing on this map speaks for or against the thesis: there is nothing to flow.")
        return
    yield from _drops(prep, flow, prep.side)
    yield from _drops(prep, flow, prep.other)
    words = FlowWords(prep, flow)
    for side in (flow.debate.begins, OTHER[flow.debate.begins]):
        rows = [row for row in flow.rows if row.side == side]
        yield Heading(2, f"The case of {words.whose(side).replace(', ', ' (')})")
        if not rows:
            yield Line(f"No argument on this map speaks {'for' if side == 'pro' else 'against'} the thesis itself.")
        elif as_grid:
            yield _grid(words, flow, rows[:_ROWS])
        else:
            for row in rows[:_ROWS]:
                yield from _listed(words, flow, row)
        if len(rows) > _ROWS:
            yield Line(f"And {len(rows) - _ROWS:,} more rows, which a sheet (csv, xlsx) and JSON hold.")
    if flow.unsaid:
        count = len(flow.unsaid)
        are = "is" if count == 1 else "are"
        yield Heading(2, "Not said")
        yield Line(f"{count:,} more {are} on the map for which this format has no speech left.")
        yield from leading((Item(prep.title(node), "", prep.names[node]) for node in flow.unsaid), _DROPS)


def _format(prep: Preparation, flow: Flow) -> Iterator[Part]:
    debate = flow.debate
    us, them = (clock(total(debate.speeches, side)) for side in (prep.side, prep.other))
    order = ", ".join(f"{one.code} {clock(one.minutes)}" for one in debate.speeches)
    yield Line(f"{debate.title}, {debate.begins} first: {order}. We have {us} in all, they have {them}.", "Format.")
    asked: dict[str, list[str]] = {}
    for one in debate.speeches:
        if one.then:
            asked.setdefault(one.then, []).append(one.code)
    if asked:
        told = "; ".join(f"{what}, after {' and '.join(codes)}" for what, codes in asked.items())
        yield Line(f"{told[:1].upper()}{told[1:]}.", "Questions.")
    if debate.note:
        yield Line(debate.note, "Note.")


# --- drops --------------------------------------------------------------------------------------------------------


def _drops(prep: Preparation, flow: Flow, side: Side) -> Iterator[Part]:
    """Say what a side drops: for one's own there is something to prepare, the other's are to be pressed."""
    found = flow.dropped_by(side)
    is_own = side == prep.side
    yield Heading(2, "To prepare: what we drop" if is_own else "To press: what they drop")
    if not found:
        yield Line(_nothing_dropped(prep, flow, side))
    yield from leading(_drop_items(prep, flow, found), _DROPS)
    if is_own:
        yield from _behind_dropped(prep, found)
    if found and not flow.is_searched:
        yield Line("Time was over before it was known of each whether it costs the verdict; --seconds allows more.")


def _nothing_dropped(prep: Preparation, flow: Flow, side: Side) -> str:
    """Say why a side drops nothing: it has answers, or nothing to answer."""
    who = "We have" if side == prep.side else "They have"
    said = any(row.side != side or cell.target is not None for row in flow.rows for cell in row.cells)
    if not said:
        return f"{who} nothing to answer: no argument on this map speaks {_AGAINST[side]} the thesis."
    return f"{who} an answer on the map wherever there is a speech for one."


def _behind_dropped(prep: Preparation, drops: Sequence[Drop]) -> Iterator[Part]:
    """Name what has no row of its own, since nothing answers it and it only holds something up, but touches a crux."""
    dropped = {one.node for one in drops}
    found = [
        one.argument
        for one in prep.opposing
        if one.state == "unanswered"
        and one.argument in prep.live
        and one.argument not in dropped
        and prep.weight(one.argument).smallest is not None
    ]
    if found and prep.inquiry.label != (IN if prep.side == "pro" else OUT):
        titles = ", ".join(f"“{prep.title(node)}”" for node in found[:_BEHIND])
        more = f" and {len(found) - _BEHIND:,} more" if len(found) > _BEHIND else ""
        ids = tagged(*(prep.names[node] for node in found[:_BEHIND]))
        yield Item(titles + more, "Without an answer as well, behind what they say:", ids)


def _drop_items(prep: Preparation, flow: Flow, drops: Iterable[Drop]) -> Iterator[Item]:
    """Tell of drops; what one and the next are to be weighed against is said once."""
    weighed = ""
    for one in drops:
        yield _drop(prep, flow, one)
        told = _weigh(prep, one) if one.by == prep.side else ""
        if told and told != weighed:
            yield Item(told, "", "", 1)
        weighed = told


def _drop(prep: Preparation, flow: Flow, one: Drop) -> Item:
    name = prep.names[one.node]
    aim = f", {aim_of(prep, name)}" if name in prep.graph.arguments else ""
    cost = cost_words(one)
    at = flow.debate.speeches[one.speech].code
    return Item(
        f"{prep.title(one.node)}{aim}{f': {cost}' if cost else ''}", "", tagged(name, f"row {one.row}", f"by {at}")
    )


def _weigh(prep: Preparation, one: Drop) -> str:
    """Name what stands for the opposite conclusion; nothing where nothing does."""
    if prep.names[one.node] in prep.graph.claims:
        return ""
    found = prep.ranked(node for node in standing(prep.inquiry, one.node).rebuttals if prep.labels[node] == IN)
    titles = ", ".join(f"“{prep.title(node)}”" for node in found[:_WEIGHED])
    more = f" and {len(found) - _WEIGHED:,} more" if len(found) > _WEIGHED else ""
    return f"Weigh it against {titles}{more}." if found else ""


# --- rows ---------------------------------------------------------------------------------------------------------


def _listed(words: FlowWords, flow: Flow, row: Row) -> Iterator[Part]:
    if row.depth == 0:
        yield Heading(3, f"{words.row(row)} (it {words.fate(row)})")
    else:
        yield Item(words.row(row), "", "", row.depth - 1)
    extended: list[str] = []
    for cell in row.cells:
        code = flow.debate.speeches[cell.speech].code
        if cell.mark == "extended":
            extended.append(code)
            continue
        lead, text, tag = words.cell(cell)
        yield Item(text, f"{code}: {lead}".rstrip(), tag, row.depth)
    if extended:
        yield Item("extend.", f"{', '.join(extended)}:", "", row.depth)
    if row.origin == "contention" and (again := flow.kept_in(row.head.node)):
        codes = ", ".join(flow.debate.speeches[at].code for at in again)
        told = f"“{words.title(row)}” is held up again, though it was spoken against."
        yield Item(told, f"{codes}:", "", row.depth)


def _grid(words: FlowWords, flow: Flow, rows: list[Row]) -> Table:
    header = ("Row", *(f"{one.code} ({one.side})" for one in flow.debate.speeches), "On the map")
    return Table(header, tuple(grid_row(words, flow, row) for row in rows))


def grid_row(words: FlowWords, flow: Flow, row: Row) -> tuple[str, ...]:
    """Give a row as cells: what it is about, a cell for each speech, how what it begins with stands."""
    cells = {cell.speech: words.cell_text(cell) for cell in row.cells}
    speeches = (cells.get(place, "") for place in range(len(flow.debate.speeches)))
    return (words.row_on_a_sheet(row), *speeches, words.fate(row))

"""A flow sheet that somebody has written in, read back: what was said, what was not, and what the map lacks.

A cell that is as it was printed was said so; one that is empty now was not said; other words are new, and answer what
the other side said last in their row. A row of one's own begins with a new point on the thesis. Only speeches that are
over count.
"""

from __future__ import annotations

import re
from functools import cached_property

from coldwater.model.graph import OTHER
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from coldwater.prep.material.exchange import Cell, Row
    from coldwater.prep.material.flow import Flow
    from coldwater.prep.material.preparation import Preparation

    #: The rows of one sheet, as texts.
    Table = Sequence[Sequence[str]]

_LABEL = re.compile(r"(?:Pro|Con) \d+(?:\.\d+)*\b")


class New(NamedTuple):
    """Words that the map lacks: in which speech they were said, against or for what, in which row, as what."""

    text: str
    speech: int
    target: str
    supports: bool
    row: str
    argument: str


class Filled(NamedTuple):
    """What a sheet says of the speeches that are over.

    ``said``: by speech the ids of arguments and claims; ``missed``: those that were not said though the sheet had them,
    with the speech; ``new`` in the order in which they were said; ``order``: the contentions as they were numbered.
    """

    now: int
    said: Mapping[int, frozenset[str]]
    missed: tuple[tuple[int, str], ...]
    new: tuple[New, ...]
    order: tuple[str, ...] = ()


class Hands(NamedTuple):
    """What a reading needs of others.

    ``printed`` gives a cell as it was printed; ``put_down`` takes new words with the id of their target and whether
    they support it, and gives the id of the argument that they make.
    """

    printed: Callable[[Cell], str]
    put_down: Callable[[str, str, bool], str]


class _Sheet(NamedTuple):
    """What is written in a row, by speech, in all sheets that have it."""

    label: str
    texts: dict[int, list[str]]


def read_filled(prep: Preparation, flow: Flow, tables: Iterable[Table], now: int, hands: Hands) -> Filled | None:
    """Read the sheets of a flow, of which ``now`` is the first speech that is still to come.

    None where no sheet has the speeches of the debate above it.
    """
    sheets = [_rows(flow, table) for table in tables]
    if not any(known for known, _ in sheets):
        return None
    reading = _Reading(prep, flow, now, hands)
    written: dict[str, _Sheet] = {}
    own: list[_Sheet] = []
    for known, rows in sheets:
        for sheet in rows if known else ():
            if not sheet.label:
                own.append(sheet)
                continue
            whole = written.setdefault(sheet.label, _Sheet(sheet.label, {}))
            for speech, texts in sheet.texts.items():
                whole.texts.setdefault(speech, []).extend(texts)
    for row in flow.rows:
        reading.known(row, written.get(row.label))
    labels = {row.label for row in flow.rows}
    for sheet in (*(one for label, one in written.items() if label not in labels), *own):
        reading.own(sheet)
    return reading.filled()


def _rows(flow: Flow, table: Table) -> tuple[bool, list[_Sheet]]:
    """Give whether a sheet names the speeches above its columns, and its rows that hold something."""
    codes = {one.code.casefold(): place for place, one in enumerate(flow.debate.speeches)}
    columns: dict[int, int] = {}
    rows: list[_Sheet] = []
    for cells in table:
        heads = {
            at: codes[word] for at, cell in enumerate(cells)
            if (word := re.split(r"[\n,(]", cell)[0].strip().casefold()) in codes
        }  # fmt: skip
        if not columns and len(heads) > 1:
            columns = heads
            continue
        label = _LABEL.match(cells[0]) if columns and cells else None
        texts = {place: [cells[at].strip() if at < len(cells) else ""] for at, place in columns.items()}
        if label is not None or any(text for one in texts.values() for text in one):
            rows.append(_Sheet(label[0] if label is not None else "", texts))
    return bool(columns), rows


class _Reading:
    def __init__(self, prep: Preparation, flow: Flow, now: int, hands: Hands) -> None:
        self._prep = prep
        self._flow = flow
        self._now = now
        self._hands = hands
        self._said: dict[int, set[str]] = {}
        self._missed: list[tuple[int, str]] = []
        self._new: list[New] = []

    def filled(self) -> Filled:
        said = {speech: frozenset(names) for speech, names in self._said.items()}
        missed = [one for one in self._missed if not any(one[1] in names for names in said.values())]
        order = (self._prep.names[row.head.node] for row in self._flow.rows if row.origin == "contention")
        new = tuple(sorted(self._new, key=lambda one: one.speech))
        return Filled(self._now, said, tuple(dict.fromkeys(missed)), new, tuple(order))

    def known(self, row: Row, sheet: _Sheet | None) -> None:
        """Read a row that was printed; one that is on no sheet any more was not said at all."""
        cells = {cell.speech: cell for cell in row.cells}
        before: dict[int, str] = {}
        for speech in range(self._now):
            cell = cells.get(speech)
            expected = _plain(self._hands.printed(cell)) if cell is not None else ""
            texts = [""] if sheet is None else sheet.texts.get(speech, [expected])
            text = next((one for one in texts if _plain(one) != expected), texts[0])
            name = self._prep.names[cell.node] if cell is not None and cell.mark in ("said", "again") else ""
            if name and _plain(text).startswith(expected):
                self._note(speech, name)
                before[speech] = name
                text = _plain(text)[len(expected) :].strip(" ;,.–-")
            elif name:
                self._missed.append((speech, name))
            elif _plain(text) == expected:
                continue
            if text:
                before[speech] = self._words(text, speech, before, row.label)

    def own(self, sheet: _Sheet) -> None:
        """Read a row that somebody began."""
        before: dict[int, str] = {}
        for speech in range(self._now):
            text = next((one for one in sheet.texts.get(speech, ()) if one), "")
            if text:
                before[speech] = self._words(text, speech, before, sheet.label or "new row")

    def _words(self, text: str, speech: int, before: Mapping[int, str], row: str) -> str:
        """Take words: as something that the map has, where they are its words, else as new; give the id they go by."""
        if (name := self._meant(text)) is not None:
            self._note(speech, name)
            return name
        side = self._flow.debate.speeches[speech].side
        theirs = [place for place in before if self._flow.debate.speeches[place].side == OTHER[side]]
        target = before[max(theirs)] if theirs else self._prep.map.thesis
        supports = not theirs and side == "pro"
        argument = self._hands.put_down(_plain(text), target, supports)
        self._note(speech, argument)
        self._new.append(New(_plain(text), speech, target, supports, row, argument))
        return argument

    def _meant(self, text: str) -> str | None:
        words = _plain(text).casefold().rstrip(". ")
        return self._by_words.get(words)

    @cached_property
    def _by_words(self) -> Mapping[str, str]:
        prep = self._prep
        found: dict[str, str] = {}
        for node, name in enumerate(prep.names):
            found.setdefault(_plain(prep.title(node)).casefold().rstrip(". "), name)
            found[name.casefold()] = name
        return found

    def _note(self, speech: int, name: str) -> None:
        self._said.setdefault(speech, set()).add(name)


def _plain(text: str) -> str:
    return " ".join(text.split())

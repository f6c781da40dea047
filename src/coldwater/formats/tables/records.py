"""The rows of a table by field, and what a table without a header may hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.findings import Place
from coldwater.formats.foreign.stances import stance_of
from coldwater.formats.tables.columns import Header, header_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.formats.foreign.gathering import Gathering
    from coldwater.formats.tables.cells import Row

#: The first columns of tables that were written here.
OWN = ("id", "parent", "relation", "argument", "text")
_KINDS = ("fact", "value", "policy", "forecast", "definition")


class Record:
    """A row by field: ``number`` counts the rows below the header from 1, ``line`` is that of the file or the sheet."""

    __slots__ = ("fields", "line", "number")

    def __init__(self, number: int, line: int, fields: dict[str, str]) -> None:
        self.number = number
        self.line = line
        self.fields = fields

    def __getitem__(self, field: str) -> str:
        return self.fields.get(field, "")

    @property
    def place(self) -> Place:
        """Where the row stands."""
        return Place(self.line, 1, self.line, 2)


def records_of(rows: Sequence[Row], gathering: Gathering) -> list[Record]:
    """Give the rows below the header, by field; columns that nothing is known of are losses."""
    header = header_of(rows) or guessed(rows)
    if header.above and not gathering.title:
        gathering.title = header.above[0]
    names = rows[header.at].cells if header.at >= 0 else ()
    below = rows[header.at + 1 :]
    fields = _typed(header.fields, below)
    if fields[:5] == OWN:
        gathering.keeps_ids = True
    records = []
    strange: dict[str, int] = {}
    for number, row in enumerate(below, 1):
        held: dict[str, str] = {}
        for place, cell in enumerate(row.cells):
            field = fields[place] if place < len(fields) else ""
            if not cell:
                continue
            if field:
                held[field] = f"{held[field]}; {cell}" if field in held else cell
            else:
                name = names[place] if place < len(names) and names[place] else f"column {place + 1}"
                strange[name] = strange.get(name, 0) + 1
        if held:
            records.append(Record(number, row.line, held))
    for name, count in strange.items():
        gathering.lose(
            f"cell of `{name[:40]}`", "what the column holds is not known", many=f"cells of `{name[:40]}`", count=count
        )
    return records


def guessed(rows: Sequence[Row]) -> Header:
    """Guess what the columns hold of a table without a header."""
    width = max((len(row.cells) for row in rows), default=0)
    columns = [[row.cells[place] if place < len(row.cells) else "" for row in rows] for place in range(width)]
    if width > 1 and all(sum(map(bool, row.cells)) == 1 for row in rows):
        return Header(-1, tuple(f"indent {place}" for place in range(width)))
    fields = [""] * width
    stances = [
        place for place, column in enumerate(columns) if any(column) and all(stance_of(cell) for cell in column if cell)
    ]
    free = [place for place in range(width) if any(columns[place])]
    if stances:
        fields[stances[0]] = "relation"
        free.remove(stances[0])
    if len(free) == 2 and (stances or width == 2) and _are_edges(columns, free):
        fields[free[0]], fields[free[1]] = "from", "to"
        return Header(-1, tuple(fields))
    text = max(free, key=lambda place: sum(map(len, columns[place])), default=None)
    if text is None:
        return Header(-1, ())
    fields[text] = "text"
    ids = [place for place in free if place != text and len(set(columns[place])) == len(rows) and all(columns[place])]
    if ids:
        fields[ids[0]] = "id"
        known = set(columns[ids[0]]) | set(columns[text])
        parents = [
            place
            for place in free
            if not fields[place] and all(cell in known for cell in columns[place] if cell) and any(columns[place])
        ]
        if parents:
            fields[parents[0]] = "parent"
    return Header(-1, tuple(fields))


def _are_edges(columns: Sequence[Sequence[str]], places: Sequence[int]) -> bool:
    """Tell whether what stands in one column stands in the other as well, as ends of edges do."""
    one, other = ({cell for cell in columns[place] if cell} for place in places)
    return bool(one & other) or (len(other) < len(one) and not re.search(r"\s", "".join(other)))


def _typed(fields: Sequence[str], rows: Sequence[Row]) -> tuple[str, ...]:
    """Tell by its cells what a column holds that is called `type` or the like."""
    found = list(fields)
    for place, field in enumerate(fields):
        if field != "type":
            continue
        cells = [row.cells[place].casefold() for row in rows if place < len(row.cells) and row.cells[place]]
        relations = sum(stance_of(cell) is not None or cell in ROLES for cell in cells)
        if "relation" not in found and 2 * relations > len(cells):
            found[place] = "relation"
        elif "kind" not in found and 2 * sum(cell in _KINDS for cell in cells) > len(cells):
            found[place] = "kind"
        else:
            found[place] = "tags"
    if "text" not in found and "from" not in found:
        for field in ("argument", "title"):
            if field in found and not any(kind.startswith(("stance", "indent")) for kind in found):
                found[found.index(field)] = "text"
                break
    return tuple(found)


#: What is said in the column of relations of a claim that is about no other.
ROLES = {
    **dict.fromkeys(
        ("thesis", "root", "main claim", "main", "conclusion", "claim", "these", "hauptthese", "topic", "motion"),
        "thesis",
    ),
    **dict.fromkeys(("rival", "alternative", "rivale"), "rival"),
}  # fmt: skip

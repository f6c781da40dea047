"""Competing hypotheses as a sheet: every row of the matrix, with words for what a page shows in signs."""

from __future__ import annotations

from coldwater.model.holders import Holders
from coldwater.prep.pages.matrix import letter_of
from coldwater.prep.setting.sheet import Column, Line, Sheet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.prep.material.bearing import Bearing
    from coldwater.prep.material.hypotheses import Matrix, Row
    from coldwater.prep.setting.sheet import Style


def matrix_sheet(matrix: Matrix) -> Sheet:
    """Give the matrix, a column for each hypothesis, headed by its letter, its id and its words.

    Where the map has positions there are columns for who holds a claim, and one for tags where a claim of it has any.
    """
    claims = matrix.map.claims
    columns = [Column("Evidence", 60), Column("Ids", 24)]
    columns += [
        Column(f"{letter_of(place)} [{one.name}] {claims[one.name].text}", 24)
        for place, one in enumerate(matrix.hypotheses)
    ]
    columns += [Column("Credibility", 12), Column("Diagnosticity", 12)]
    holders = Holders(matrix.map)
    columns += [Column("Accepted by", 24), Column("Rejected by", 24)] if holders else []
    has_tags = any(claims[name].tags for row in matrix.rows for name in row.claims)
    columns += [Column("Tags", 24)] if has_tags else []
    lines = [
        (
            " & ".join(claims[name].text for name in row.claims),
            "; ".join(row.claims),
            *map(cell_words, row.cells),
            f"{row.credibility:.2f}",
            f"{row.diagnosticity:.2f}",
            *(_held(holders, row) if holders else ()),
            *((_tags(matrix, row),) if has_tags else ()),
        )
        for row in matrix.rows
    ]
    plain: Style = "plain"
    return Sheet(
        "Matrix", matrix.map.title, tuple(columns), tuple(Line(cells, (plain,) * len(cells)) for cells in lines)
    )


def _held(holders: Holders, row: Row) -> tuple[str, str]:
    """Give who accepts and who rejects the claims of a row: all of them, and of several each with its id."""
    accepted: list[str] = []
    rejected: list[str] = []
    for name in row.claims:
        lead = f"{name}: " if len(row.claims) > 1 else ""
        for cells, positions in zip((accepted, rejected), holders.of(name), strict=True):
            if positions:
                cells.append(lead + holders.names(positions, len(positions)))
    return "; ".join(accepted), "; ".join(rejected)


def _tags(matrix: Matrix, row: Row) -> str:
    """Give the tags of the claims of a row, each once."""
    return "; ".join(dict.fromkeys(tag for name in row.claims for tag in matrix.map.claims[name].tags))


def cell_words(cell: Bearing) -> str:
    """Give a cell in words, with the strength of what is not broken.

    >>> from coldwater.prep.material.bearing import Bearing
    >>> cell_words(Bearing(0.5, 0.0, True, False)), cell_words(Bearing(0.0, 0.0, False, True))
    ('consistent 0.5', 'inconsistent, but it falls')
    >>> cell_words(Bearing(0.5, 1.0, True, True)), cell_words(Bearing(0.0, 0.0, False, False))
    ('consistent 0.5, inconsistent 1', '')
    """
    held = [
        f"{word} {strength:g}"
        for word, strength in (("consistent", cell.fits), ("inconsistent", cell.clashes))
        if strength
    ]
    if held or cell.is_empty:
        return ", ".join(held)
    words = [word for word, may in (("consistent", cell.may_fit), ("inconsistent", cell.may_clash)) if may]
    return f"{' and '.join(words)}, but it falls"

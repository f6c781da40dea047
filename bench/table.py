"""Lays out figures as plain text. It measures nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bench.timing import Timing

#: The heading of each column, and whether its entries stand at the right.
_COLUMNS = (
    ("program and map", False),
    ("claims", True),
    ("CPU s", True),
    ("min-max", True),
    ("wall s", True),
    ("compared", False),
    ("target", False),
)


class Row(NamedTuple):
    """A line of the table: what ran, on how many claims, its times or a word in their place, and what this means."""

    program: str
    claims: int | None
    timing: Timing | str
    compared: str = ""
    target: str = ""


def met(value: float, limit: float, unit: str = "x") -> str:
    """Say whether a value is within its target.

    >>> met(2.5, 3.0), met(1.7, 1.5, " s")
    ('<= 3.0x: met', '<= 1.5 s: MISSED')
    """
    return f"<= {limit}{unit}: {'met' if value <= limit else 'MISSED'}"


def growth_rows(timed: Mapping[str, Timing], own: str, size: int, before: float | None, limit: float) -> Iterator[Row]:
    """Give a row for each program that was timed on one size.

    The one called ``own`` is compared with the CPU it took ``before``, on half as much, and may grow by ``limit``; the
    others are compared with it.
    """
    base = timed[own].median_cpu
    for name, timing in timed.items():
        if name != own:
            yield Row(name, size, timing, f"{timing.median_cpu / base:.1f}x reading")
        elif before is None:
            yield Row(name, size, timing)
        else:
            growth = base / before
            yield Row(name, size, timing, f"{growth:.1f}x half as much", met(growth, limit))


def laid_out(rows: Sequence[Row]) -> str:
    """Give the table as text, a line for each row under the headings."""
    cells = [tuple(heading for heading, _ in _COLUMNS), *map(_cells, rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [_line(row, widths) for row in cells]
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]]) + "\n"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = [
        cell.rjust(width) if right else cell.ljust(width)
        for cell, width, (_, right) in zip(row, widths, _COLUMNS, strict=True)
    ]
    return "  ".join(padded).rstrip()


def _cells(row: Row) -> tuple[str, ...]:
    claims = "" if row.claims is None else f"{row.claims:,}"
    return (row.program, claims, *_times(row.timing), row.compared, row.target)


def _times(timing: Timing | str) -> tuple[str, str, str]:
    if isinstance(timing, str):
        return timing, "", ""
    if timing.stopped:
        return "stopped", "", f"> {timing.wall[0]:.0f}"
    return f"{timing.median_cpu:.3f}", f"{min(timing.cpu):.3f}-{max(timing.cpu):.3f}", f"{timing.median_wall:.3f}"

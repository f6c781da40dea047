"""How fast Argdown documents are read and written, beside Argdown's own tool."""

from __future__ import annotations

import os
import sys
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from bench.programs import argdown_json, coldwater_convert
from bench.table import growth_rows
from bench.timing import Program, Run, time_in_turn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.table import Row

#: Seconds that one run may take.
ALLOWED = 600.0
#: The program that the others are compared with.
_OWN = "coldwater, reading"
#: Twice the text may take this many times the CPU: what is linear takes twice as long, what is quadratic four times.
GROWTH = 2.6
_READING = (
    "import sys; from coldwater import api; from coldwater.formats import registry;"
    "from coldwater.formats.foreign.imported import Given; api.CollectorOff().__enter__();"
    "found = registry.read(registry.named('argdown'), Given('x.argdown', open(sys.argv[1], 'rb').read()));"
    "print(found.counts.claims, 'claims', len(found.spots), 'remarks')"
)
_WORDS = "the bridge is old and costs more than the town can pay every year according to its engineers".split()  # noqa: SIM905


class Effort(NamedTuple):
    """Rounds, sizes in bytes, and the largest size that Argdown's own tool is given as well."""

    rounds: int
    sizes: tuple[int, ...]
    most_for_argdown: int


FULL = Effort(3, (625_000, 1_250_000, 2_500_000, 5_000_000, 10_000_000), 1_250_000)
QUICK = Effort(1, (250_000, 500_000, 1_000_000), 250_000)


def measure(folder: str, effort: Effort) -> Iterator[Row]:
    """Read documents of growing size, and give the rows of the table as they come; sizes are in bytes."""
    before = None
    for size in effort.sizes:
        sys.stderr.write(f"reading {size:,} bytes ...\n")
        path = os.path.join(folder, f"{size}.argdown")
        text, claims = document(size)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        programs = {
            _OWN: _reading(path, claims),
            "coldwater convert to JSON": coldwater_convert(path, os.path.join(folder, "out.argmap.json")),
            "coldwater convert to Argdown": coldwater_convert(path, os.path.join(folder, "out.argdown")),
        }
        other = argdown_json(path) if size <= effort.most_for_argdown else None
        if other is not None:
            programs["argdown json"] = other
        timed = time_in_turn(programs, effort.rounds, ALLOWED)
        yield from growth_rows(timed, _OWN, size, before, GROWTH)
        before = timed[_OWN].median_cpu


def document(size: int) -> tuple[str, int]:
    """Give a document of at least so many bytes that uses the language, and how many claims it holds."""
    random = Random(1)  # noqa: S311 - nothing is secret
    blocks = ["===\ntitle: Bridges\n===\n"]
    length = number = 0
    while length < size:
        target = f"claim-{max(0, number - 1)}"
        lines = [
            f"[claim-{number}]: {_said(random)} {{kind: fact}}",
            f"  + [pro-{number}]: {_said(random)} #tag",
            f"  - <con {number}>: {_said(random)} {_said(random)}",
            f"    - [re-{number}]: {_said(random)}",
            "",
            f"<why {number}>",
            "",
            f"(1) [one-{number}]: {_said(random)}",
            f"(2) [pro-{number}]",
            "-- Modus ponens --",
            f"(3) [{target}]",
            "",
        ]
        blocks.append("\n".join(lines))
        length += len(blocks[-1]) + 1
        number += 1
    return "\n".join(blocks), 5 * number


def _said(random: Random) -> str:
    return " ".join(random.choice(_WORDS) for _ in range(14)).capitalize() + "."


def _reading(path: str, claims: int) -> Program:
    def complaint(run: Run) -> str | None:
        is_good = run.code == 0 and f"{claims} claims 0 remarks" in run.output
        return None if is_good else f"exit code {run.code}, and not {claims} claims: {run.output[-200:]}"

    return Program([sys.executable, "-c", _READING, path], complaint)

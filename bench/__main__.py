"""``python -m bench [BENCHMARK...] [--quick]``: run the benchmarks named, or all, and print a table for each.

Exit code 0 whether targets are met or not; 2 if something could not be run.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from typing import Any

from bench import (
    aif_speed,
    argdown_speed,
    check_speed,
    cruxes_speed,
    editor_speed,
    levels_speed,
    many_files,
    render_speed,
    solver_speed,
    start_speed,
)
from bench.defects import defects_table
from bench.programs import what_is_argdown, what_is_coldwater, what_is_python
from bench.table import Row, laid_out
from bench.timing import CannotRunError

BENCHMARKS: dict[str, Any] = {
    "check-speed": check_speed,
    "start-speed": start_speed,
    "many-files": many_files,
    "render-speed": render_speed,
    "cruxes-speed": cruxes_speed,
    "levels-speed": levels_speed,
    "solver-speed": solver_speed,
    "aif-speed": aif_speed,
    "argdown-speed": argdown_speed,
    "editor-speed": editor_speed,
}
NAMES = ("defects", *BENCHMARKS)


def main() -> int:
    """Run the benchmarks named on the command line, or all."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Time coldwater, beside other programs.")
    parser.add_argument("benchmark", nargs="*", help=f"which to run, all if none is named: {', '.join(NAMES)}")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, and nothing above 10,000 claims")
    given = parser.parse_args()
    if unknown := [name for name in given.benchmark if name not in NAMES]:
        parser.error(f"there is no benchmark {unknown[0]!r}; there is: {', '.join(NAMES)}")
    try:
        print(f"coldwater  {what_is_coldwater()}\nPython     {what_is_python()}\nArgdown    {what_is_argdown()}\n")
        for name in given.benchmark or NAMES:
            if name == "defects":
                print(f"defects\n\n{defects_table()}", flush=True)
            else:
                run(name, quick=given.quick)
    except CannotRunError as error:
        sys.stderr.write(f"could not be run: {error}\n")
        return 2
    return 0


def run(name: str, *, quick: bool) -> None:
    """Run a benchmark and print its table; if something cannot be run, the table of what could, and raise."""
    benchmark = BENCHMARKS[name]
    rows: list[Row] = []
    try:
        with tempfile.TemporaryDirectory(prefix="coldwater-bench-") as folder:
            rows.extend(benchmark.measure(folder, benchmark.QUICK if quick else benchmark.FULL))
    finally:
        show(name, rows)


def show(name: str, rows: list[Row]) -> None:
    """Print the table of a benchmark, and how many of its targets are met."""
    print(f"{name}\n\n{laid_out(rows)}")
    targets = [row.target for row in rows if row.target]
    print(f"{sum(target.endswith(': met') for target in targets)} of {len(targets)} targets met", flush=True)


if __name__ == "__main__":
    sys.exit(main())

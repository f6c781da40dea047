"""How fast a folder of small maps is checked: maps a second for each processor, and beside other programs."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from bench import maps, spellings
from bench.programs import argdown_folder, check_jsonschema, coldwater_check_folder
from bench.table import Row
from bench.timing import CannotRunError, Timing, run_once, time_in_turn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.timing import Program

#: Claims of each map.
CLAIMS = 10
#: Maps a second of CPU, at least.
LEAST = {"json": 4_000, "yaml": 1_500}
#: Seconds of wall clock one run may take.
ALLOWED = 600.0


class Effort(NamedTuple):
    """Rounds, and the number of maps."""

    rounds: int
    maps: int


FULL = Effort(3, 20_000)
QUICK = Effort(3, 2_000)


def measure(folder: str, effort: Effort) -> Iterator[Row]:
    """Write maps into folders, check them, and give the rows of the table as they come.

    The other programs are run once: they take minutes, and differ by factors.
    """
    folders = _write(folder, effort.maps)
    programs = {}
    for spelling in LEAST:
        programs[spelling] = coldwater_check_folder(folders[spelling], effort.maps, 1)
        programs[f"{spelling}, shared"] = coldwater_check_folder(folders[spelling], effort.maps, None)
    sys.stderr.write(f"timing {effort.maps:,} maps ...\n")
    timed = time_in_turn(programs, effort.rounds, ALLOWED)
    for spelling, least in LEAST.items():
        alone, shared = timed[spelling], timed[f"{spelling}, shared"]
        rate = effort.maps / alone.median_cpu
        target = f">= {least:,} maps/s: {'met' if rate >= least else 'MISSED'}"
        yield Row(_name("coldwater check", spelling, effort), CLAIMS, alone, f"{rate:,.0f} maps/s of CPU", target)
        rate = effort.maps / shared.median_wall
        yield Row(f"  on {os.cpu_count()} processors", CLAIMS, shared, f"{rate:,.0f} maps/s of wall clock")
        yield _other("check-jsonschema", spelling, check_jsonschema(folders[spelling]), effort, alone)
    yield _other("argdown json", "argdown", argdown_folder(folders["argdown"], folders["out"]), effort, timed["yaml"])


def _other(name: str, spelling: str, program: Program | None, effort: Effort, own: Timing) -> Row:
    name = _name(name, spelling, effort)
    if program is None:
        return Row(name, CLAIMS, "not installed")
    sys.stderr.write(f"timing {name} ...\n")
    run = run_once(program, ALLOWED)
    complaint = None if run.stopped else program.complaint(run)
    if complaint is not None:
        raise CannotRunError(f"{name}: {complaint}\n{run.output}")
    rate = effort.maps / run.cpu
    said = f"{rate:,.0f} maps/s of CPU, {run.cpu / own.median_cpu:.1f}x coldwater"
    return Row(name, CLAIMS, Timing((run.cpu,), (run.wall,), run.stopped), "" if run.stopped else said)


def _name(program: str, spelling: str, effort: Effort) -> str:
    return f"{program}, {effort.maps:,} {spelling if spelling == 'argdown' else spelling.upper()} maps"


def _write(folder: str, number: int) -> dict[str, str]:
    """Write so many maps in all spellings; give the folders by spelling, and an empty one for output."""
    folders = {spelling: os.path.join(folder, spelling) for spelling in ("json", "yaml", "argdown", "out")}
    for path in folders.values():
        os.makedirs(path)
    for seed in range(number):
        document = maps.make_map(CLAIMS, seed)
        texts = {
            "json": (spellings.as_json(document), "argmap.json"),
            "yaml": (spellings.as_yaml(document), "argmap.yaml"),
            "argdown": (spellings.as_argdown(document), "argdown"),
        }
        for spelling, (text, ending) in texts.items():
            with open(
                os.path.join(folders[spelling], f"m{seed}.{ending}"), "w", encoding="utf-8", newline="\n"
            ) as file:
                file.write(text)
    return folders

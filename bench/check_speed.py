"""How fast ``coldwater check`` is: on a small map, on large ones, on damaged ones, and beside Argdown."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from bench import maps, spellings
from bench.programs import argdown_json, coldwater_check, coldwater_evaluate, empty_python
from bench.table import Row, met
from bench.timing import time_in_turn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.timing import Program, Timing

SMALL = 10
#: CPU of a check of the small map, in empty Pythons, and as a share of Argdown's.
MOST_FOR_JSON, MOST_FOR_YAML, MOST_OF_ARGDOWN = 3.0, 4.5, 0.1
#: Settings as a project has them, in a file that holds others' settings too.
SETTINGS = """\
[project]
name = "town"
dependencies = ["coldwater"]

[tool.coldwater]
paths = ["maps"]
ignore = [
  "CW206",  # some of our maps are one-sided by design
]
severity = {CW301 = "error"}
max-size = "16 MiB"

[tool.coldwater.per-path."drafts/"]
ignore = ["CW3"]
"""
#: CPU seconds of a check of the middle map as YAML.
MIDDLE, MOST_FOR_MIDDLE = 10_000, 1.5
#: CPU of the verdicts on the article, in checks of it.
MOST_FOR_VERDICTS = 1.5
#: Seconds of wall clock one run may take.
ALLOWED = 120.0


class Effort(NamedTuple):
    """How much to measure: rounds on small maps and on large ones, the sizes, and those given to Argdown as well."""

    rounds: int
    large_rounds: int
    sizes: tuple[int, ...]
    argdown_sizes: tuple[int, ...]


FULL = Effort(30, 5, (1_000, MIDDLE, 100_000), (1_000, 5_000, MIDDLE))
QUICK = Effort(10, 3, (1_000, MIDDLE), (1_000,))


def measure(folder: str, effort: Effort) -> Iterator[Row]:
    """Write maps into a folder, time the programs on them, and give the rows of the table as they come.

    Raises CannotRunError if a program does not find what is in a map.
    """
    yield from _small(folder, effort)
    yield from _article(effort)
    yield from _growth(folder, effort)
    yield from _beside_argdown(folder, effort)


def _small(folder: str, effort: Effort) -> Iterator[Row]:
    """Time the small map against an empty Python and against Argdown."""
    paths = _write(folder, SMALL)
    programs = {
        "empty": empty_python(),
        "json": coldwater_check(paths["json"]),
        "yaml": coldwater_check(paths["yaml"]),
    }
    _write_text(folder, "pyproject.toml", SETTINGS)
    for spelling in ("json", "yaml"):
        programs[f"{spelling}, settings"] = programs[spelling]._replace(folder=folder)
    argdown = argdown_json(paths["argdown"])
    timed = _timed(f"{SMALL} claims", programs, argdown, effort.rounds)
    empty = timed["empty"]
    yield Row("python -c pass", None, empty)
    for spelling, most in (("json", MOST_FOR_JSON), ("yaml", MOST_FOR_YAML)):
        ratio = timed[spelling].median_cpu / empty.median_cpu
        yield Row(_check(spelling), SMALL, timed[spelling], f"{ratio:.2f}x python -c pass", met(ratio, most))
        ratio = timed[f"{spelling}, settings"].median_cpu / empty.median_cpu
        said = f"{ratio:.2f}x python -c pass"
        yield Row("  with settings", SMALL, timed[f"{spelling}, settings"], said, met(ratio, most))
    yield from _argdown_rows(SMALL, timed, with_target=True)


def _article(effort: Effort) -> Iterator[Row]:
    """Time the verdicts on the project's own map against a check of it."""
    programs = {"check": coldwater_check(maps.ARTICLE), "evaluate": coldwater_evaluate(maps.ARTICLE)}
    timed = _timed("the article", programs, None, effort.rounds)
    yield Row("coldwater check, the article", None, timed["check"])
    ratio = timed["evaluate"].median_cpu / timed["check"].median_cpu
    said = f"{ratio:.2f}x the check"
    yield Row("coldwater evaluate, the article", None, timed["evaluate"], said, met(ratio, MOST_FOR_VERDICTS))


def _growth(folder: str, effort: Effort) -> Iterator[Row]:
    """Time large maps, clean and damaged; each against its clean twin, and that against the next smaller one."""
    smaller: dict[str, Timing] = {}
    for claims in effort.sizes:
        clean = _write(folder, claims)
        flawed, flaws = _write_damaged(folder, claims, "flawed")
        misspelt, misspellings = _write_damaged(folder, claims, "misspelt")
        programs = {}
        for spelling in ("json", "yaml"):
            programs[spelling] = coldwater_check(clean[spelling])
            programs[f"{spelling}, flawed"] = coldwater_check(flawed[spelling], flaws)
            programs[f"{spelling}, misspelt"] = coldwater_check(misspelt[spelling], misspellings, all_named=False)
        timed = _timed(f"{claims:,} claims", programs, None, effort.large_rounds)
        for spelling in ("json", "yaml"):
            yield _clean_row(spelling, claims, timed[spelling], smaller.get(spelling))
            yield _damaged_row(f"{_check(spelling)}, {flaws:,} flaws", claims, timed, spelling, "flawed")
            yield _damaged_row(
                f"{_check(spelling)}, {misspellings:,} unknown fields", claims, timed, spelling, "misspelt"
            )
        smaller = timed


def _clean_row(spelling: str, claims: int, timing: Timing, smaller: Timing | None) -> Row:
    compared = "" if smaller is None else f"{timing.median_cpu / smaller.median_cpu:.1f}x a map a tenth the size"
    target = met(timing.median_cpu, MOST_FOR_MIDDLE, " s") if (spelling, claims) == ("yaml", MIDDLE) else ""
    return Row(_check(spelling), claims, timing, compared, target)


def _damaged_row(program: str, claims: int, timed: dict[str, Timing], spelling: str, damage: str) -> Row:
    damaged = timed[f"{spelling}, {damage}"]
    return Row(program, claims, damaged, f"{damaged.median_cpu / timed[spelling].median_cpu:.2f}x the clean map")


def _beside_argdown(folder: str, effort: Effort) -> Iterator[Row]:
    for claims in effort.argdown_sizes:
        paths = _write(folder, claims)
        programs = {"yaml": coldwater_check(paths["yaml"])}
        timed = _timed(f"{claims:,} claims, Argdown", programs, argdown_json(paths["argdown"]), effort.large_rounds)
        if claims not in effort.sizes:
            yield Row(_check("yaml"), claims, timed["yaml"])
        yield from _argdown_rows(claims, timed, with_target=False)


def _argdown_rows(claims: int, timed: dict[str, Timing], *, with_target: bool) -> Iterator[Row]:
    if "argdown" not in timed:
        yield Row("argdown json", claims, "not installed")
        return
    argdown = timed["argdown"]
    shares = {name: timed[name].median_cpu / argdown.median_cpu for name in ("json", "yaml") if name in timed}
    said = ", ".join(f"{name} {share:.3f}" for name, share in shares.items())
    target = met(max(shares.values()), MOST_OF_ARGDOWN, "") if with_target else ""
    yield Row("argdown json", claims, argdown, f"coldwater's share: {said}", target)


def _timed(what: str, programs: dict[str, Program], argdown: Program | None, rounds: int) -> dict[str, Timing]:
    sys.stderr.write(f"timing {what} ...\n")
    if argdown is not None:
        programs = {**programs, "argdown": argdown}
    return time_in_turn(programs, rounds, ALLOWED)


def _check(spelling: str) -> str:
    return f"coldwater check, {spelling.upper()}"


# --- files --------------------------------------------------------------------------------------------------------


def _write(folder: str, claims: int) -> dict[str, str]:
    """Write a clean map in all spellings; give the paths by spelling."""
    document = maps.make_map(claims)
    paths = _write_coldwater(folder, f"clean-{claims}", document)
    paths["argdown"] = _write_text(folder, f"clean-{claims}.argdown", spellings.as_argdown(document))
    return paths


def _write_damaged(folder: str, claims: int, damage: str) -> tuple[dict[str, str], int]:
    """Write a map with a defect at every hundredth claim; give the paths by spelling, and the number of defects."""
    document = maps.make_map(claims)
    planted = {"flawed": maps.plant_flaws, "misspelt": maps.misspell_fields}[damage](document)
    return _write_coldwater(folder, f"{damage}-{claims}", document), planted


def _write_coldwater(folder: str, stem: str, document: maps.Document) -> dict[str, str]:
    return {
        "json": _write_text(folder, f"{stem}.argmap.json", spellings.as_json(document)),
        "yaml": _write_text(folder, f"{stem}.argmap.yaml", spellings.as_yaml(document)),
    }


def _write_text(folder: str, name: str, text: str) -> str:
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return path

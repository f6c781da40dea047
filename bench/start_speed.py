"""What every command costs on a map of five claims, which is what it costs to start: beside ``python -c pass``."""

from __future__ import annotations

import json
import os
import re
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from bench import spellings
from bench.programs import argdown_json, check_jsonschema, coldwater_call, empty_python
from bench.table import Row, met
from bench.timing import time_in_turn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.timing import Program

_README = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "README.md")
#: Seconds of wall clock one run may take.
ALLOWED = 60.0
#: CPU of a check at most, in empty Pythons, by spelling; with any options, and from stdin.
CHECK = {"json": 3.2, "yaml": 4.5}
LOOK, SEARCH, VERSION, HELP = 6.5, 9.0, 2.5, 12.0

CHECKS = (
    "check M",
    "check M --output-format json",
    "check M --output-format sarif",
    "check M --output-format concise --select CW1 --exit-zero",
    "check M --fix",
    "check M --diff",
    "check - --stdin-name M",
)
#: Commands that read a map, N being another one, and their bounds; None where there is none.
COMMANDS: dict[str, float | None] = {
    "show M": LOOK,
    "fmt --check M": LOOK,
    "evaluate M": LOOK,
    "evaluate M --output-format json": LOOK,
    "explain M": LOOK,
    "cruxes M": SEARCH,
    "diff M N": SEARCH,
    "prep gaps M --side pro": SEARCH,
    "prep brief M --side pro": SEARCH,
    "rename M cracks crack --diff": None,
    "convert M - --to json": None,
    "render M --format svg -o out": None,
}
#: Commands that read none.
OTHERS = {
    "rule CW103": LOOK,
    "scheme expert_opinion": LOOK,
    "schema": LOOK,
    "--version": VERSION,
    "--help": HELP,
    "check --help": HELP,
}


class Effort(NamedTuple):
    """How many rounds."""

    rounds: int


FULL = Effort(21)
QUICK = Effort(7)


def measure(folder: str, effort: Effort) -> Iterator[Row]:
    """Write the README's map into a folder, call every command on it, and give the rows of the table as they come."""
    document = readme_map()
    _write_all(folder, document)
    for spelling in ("json", "yaml"):
        lines = {**dict.fromkeys(CHECKS, CHECK[spelling]), **COMMANDS}
        yield from _rows({f"{line}, {spelling.upper()}": bound for line, bound in lines.items()}, folder, effort)
    yield from _rows(OTHERS, folder, effort)
    yield from _others(folder, effort)


def readme_map() -> dict[str, Any]:
    """Give the map that the README shows to be copied."""
    with open(_README, encoding="utf-8") as file:
        (block,) = re.findall(r"^```yaml\n# bridge\.argmap\.yaml\n(.*?)^```", file.read(), re.DOTALL | re.MULTILINE)
    document: dict[str, Any] = yaml.safe_load(block)
    return document


def _rows(lines: dict[str, float | None] | dict[str, float], folder: str, effort: Effort) -> Iterator[Row]:
    """Time command lines in turn with an empty Python."""
    sys.stderr.write(f"timing {len(lines)} commands ...\n")
    programs = {"": empty_python(), **{line: _program(line, folder) for line in lines}}
    timed = time_in_turn(programs, effort.rounds, ALLOWED)
    yield Row("python -c pass", None, timed[""])
    for line, bound in lines.items():
        ratio = timed[line].median_cpu / timed[""].median_cpu
        said = f"{ratio:.2f}x python -c pass"
        yield Row(f"coldwater {line}", None, timed[line], said, "" if bound is None else met(ratio, bound))


def _program(line: str, folder: str) -> Program:
    words, _, spelling = line.partition(", ")
    ending = f".argmap.{spelling.lower()}"
    given = [word + ending if word in ("M", "N") else word for word in words.split()]
    stdin = os.path.join(folder, f"M{ending}") if "-" in given and given[0] == "check" else None
    return coldwater_call(given, folder, stdin)


def _others(folder: str, effort: Effort) -> Iterator[Row]:
    """Time what other programs need for the same map."""
    alone = os.path.join(folder, "alone")
    named = {
        "check-jsonschema, JSON": check_jsonschema(alone),
        "argdown json": argdown_json(os.path.join(folder, "M.argdown")),
    }
    programs = {name: program for name, program in named.items() if program is not None}
    timed = time_in_turn({"": empty_python(), **programs}, effort.rounds, ALLOWED)
    for name in named:
        if name in programs:
            said = f"{timed[name].median_cpu / timed[''].median_cpu:.2f}x python -c pass"
            yield Row(name, None, timed[name], said)
        else:
            yield Row(name, None, "not installed")


def _write_all(folder: str, document: dict[str, Any]) -> None:
    """Write the map in all spellings, and another that differs in an argument."""
    other = json.loads(json.dumps(document))
    other["arguments"]["funded"]["attacks"] = document["thesis"]
    os.mkdir(os.path.join(folder, ".git"))  # nothing above the folder is looked for
    os.mkdir(os.path.join(folder, "alone"))
    texts = {
        "M.argmap.json": spellings.as_json(document),
        "M.argmap.yaml": spellings.as_yaml(document),
        "N.argmap.json": spellings.as_json(other),
        "N.argmap.yaml": spellings.as_yaml(other),
        "M.argdown": spellings.as_argdown({"sources": {}, **document}),
        os.path.join("alone", "M.argmap.json"): spellings.as_json(document),
    }
    for name, text in texts.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as file:
            file.write(text)

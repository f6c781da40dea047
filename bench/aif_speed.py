"""How fast AIF is read, beside arguebuf: a graph of steps, a quarter of which are about other steps."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from bench.programs import coldwater_convert
from bench.table import growth_rows
from bench.timing import CannotRunError, Program, Run, time_in_turn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.table import Row

_HERE = os.path.dirname(os.path.abspath(__file__))
_ENVIRONMENT = os.path.join(_HERE, ".arguebuf")
_PINNED = "arguebuf==2.7.2"
#: Seconds that pip may take, and one run.
_PATIENCE, ALLOWED = 600, 600.0
#: The program that the others are compared with.
_OWN = "coldwater, reading"
#: Twice the nodes may take this many times the CPU: what is linear takes twice as long, what is quadratic four times.
GROWTH = 2.6
_ARGUEBUF = "import sys, arguebuf; g = arguebuf.load.file(sys.argv[1]); print(len(g.nodes), 'nodes')"
_COLDWATER = (
    "import sys; from coldwater import api; from coldwater.formats import registry;"
    "from coldwater.formats.foreign.imported import Given; api.CollectorOff().__enter__();"
    "found = registry.read(registry.named('aif'), Given('x', open(sys.argv[1], 'rb').read()));"
    "print(found.counts.claims + found.counts.arguments, 'nodes')"
)


class Effort(NamedTuple):
    """Rounds, and the numbers of nodes."""

    rounds: int
    sizes: tuple[int, ...]


FULL = Effort(3, (25_000, 50_000, 100_000))
QUICK = Effort(1, (2_500, 5_000, 10_000))


def measure(folder: str, effort: Effort) -> Iterator[Row]:
    """Read graphs of growing size, and give the rows of the table as they come."""
    install_arguebuf()
    before = None
    for size in effort.sizes:
        sys.stderr.write(f"reading {size:,} nodes ...\n")
        path = os.path.join(folder, f"{size}.aif.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(nodeset(size), file)
        other = os.path.join(_ENVIRONMENT, "bin", "python")
        programs = {
            _OWN: _program([sys.executable, "-c", _COLDWATER, path], size),
            f"arguebuf, reading ({_PINNED})": _program([other, "-c", _ARGUEBUF, path], size),
            "coldwater convert to JSON": coldwater_convert(path, os.path.join(folder, "out.json")),
        }
        timed = time_in_turn(programs, effort.rounds, ALLOWED)
        yield from growth_rows(timed, _OWN, size, before, GROWTH)
        before = timed[_OWN].median_cpu


def nodeset(size: int) -> dict[str, Any]:
    """Give a nodeset of so many nodes, less one: each statement but the first leads by a step to what is earlier."""
    half = (size + 1) // 2
    texts = [f"Ferry {number} pays &amp; runs on time in case {number * 7}" for number in range(half)]
    nodes = [{"nodeID": str(number), "text": text, "type": "I"} for number, text in enumerate(texts)]
    pairs = []
    for number in range(1, half):
        step = str(half + number)
        attacks = number % 3 == 0
        label = "Default Conflict" if attacks else "Default Inference"
        nodes.append({"nodeID": step, "text": label, "type": "CA" if attacks else "RA"})
        is_about_step = number % 4 == 0 and number >= 20
        pairs += [(str(number), step), (step, str(half + number // 2 if is_about_step else number // 3))]
    edges = [
        {"edgeID": str(number), "fromID": source, "toID": target, "formEdgeID": None}
        for number, (source, target) in enumerate(pairs)
    ]
    stamped = [{**node, "timestamp": "2026-01-01 00:00:00"} for node in nodes]
    return {"nodes": stamped, "edges": edges, "locutions": []}


def _program(command: list[str], size: int) -> Program:
    def complaint(run: Run) -> str | None:
        is_good = run.code == 0 and f"{size - 1} nodes" in run.output
        return None if is_good else f"exit code {run.code}, and not {size - 1} nodes"

    return Program(command, complaint)


def install_arguebuf() -> None:
    """Install arguebuf into an environment of its own, unless that is done. Raises CannotRunError."""
    done = os.path.join(_ENVIRONMENT, "done")
    if os.path.exists(done):
        with open(done, encoding="utf-8") as file:
            if file.read() == _PINNED:
                return
    sys.stderr.write("installing arguebuf (pip install) ...\n")
    python = os.path.join(_ENVIRONMENT, "bin", "python")
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", _PINNED]
    for command in ([sys.executable, "-m", "venv", "--clear", _ENVIRONMENT], pip):
        try:
            subprocess.run(command, stdout=subprocess.DEVNULL, timeout=_PATIENCE, check=True)
        except (subprocess.SubprocessError, OSError) as error:
            raise CannotRunError(f"arguebuf could not be installed: {error}") from None
    with open(done, "w", encoding="utf-8") as file:
        file.write(_PINNED)

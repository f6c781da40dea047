"""How fast ``coldwater cruxes`` is: the article, maps of 60 leaves on which every set is tried, and large trees.

In a tree the sets are read off the map. In a *knotted* map some claims serve both sides; there all sets of up to three
leaves are tried but for those that hold a smaller crux, and that is what the target is about.
"""

from __future__ import annotations

import os
import random
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

from bench import maps, spellings
from bench.programs import coldwater_cruxes
from bench.table import Row, met
from bench.timing import Timing, time_in_turn
from coldwater.model.models import Map
from coldwater.prep.deciding.clock import Clock
from coldwater.prep.deciding.inquiry import Inquiry
from coldwater.prep.deciding.oracle import GroundedOracle
from coldwater.prep.deciding.searching import Task, try_out
from coldwater.semantics.compiling import compile_map
from coldwater.semantics.grounded import grounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.semantics.scenarios import Masks, Scenarios

#: Leaves of a knotted map, and CPU seconds for everything that is said of it, start-up included.
KNOTTED, MOST_FOR_KNOTTED = 60, 2.0
#: Leaves that serve both sides.
DOUBLE_EDGED = 6
ALLOWED = 120.0


class Effort(NamedTuple):
    """Rounds, and the claims of the trees."""

    rounds: int
    sizes: tuple[int, ...]


FULL = Effort(10, (1_000, 10_000))
QUICK = Effort(3, (1_000,))


def measure(folder: str, effort: Effort) -> Iterator[Row]:
    """Write maps into a folder, time the command on them, and give the rows of the table as they come."""
    knotted = knotted_map(KNOTTED)
    path = _write(folder, "knotted", knotted)
    sys.stderr.write("timing cruxes of the article and of a knotted map ...\n")
    timed = time_in_turn(
        {"article": coldwater_cruxes(maps.ARTICLE), "knotted": coldwater_cruxes(path)}, effort.rounds, ALLOWED
    )
    yield Row("coldwater cruxes, the article", 90, timed["article"])
    target = met(timed["knotted"].median_cpu, MOST_FOR_KNOTTED, " s")
    yield Row(f"coldwater cruxes, {KNOTTED} leaves, knotted", len(knotted["claims"]), timed["knotted"], "", target)
    yield from _within(Map.model_validate(knotted), effort)
    for claims in effort.sizes:
        sys.stderr.write(f"timing cruxes of a tree of {claims:,} claims ...\n")
        program = {"tree": coldwater_cruxes(_write(folder, f"tree-{claims}", maps.make_map(claims)))}
        yield Row("coldwater cruxes, a tree", claims, time_in_turn(program, min(effort.rounds, 3), ALLOWED)["tree"])


def _within(map_: Map, effort: Effort) -> Iterator[Row]:
    """Time the search alone, in this process, beside one evaluation for each set."""
    inquiry = Inquiry(map_, _Counting(map_))
    framework, handles = inquiry.framework, [one.leaves for one in inquiry.handles]
    sets, trying, single = 0, [], []
    for _ in range(effort.rounds):
        inquiry.oracle = counting = _Counting(map_)
        start = time.process_time()
        try_out(inquiry, Task(None, handles), 3)
        trying.append(time.process_time() - start)
        sets = counting.asked
        start = time.process_time()
        for leaf, *_rest in handles * (300 // len(handles)):
            grounded(framework, (leaf,))
        single.append((time.process_time() - start) / (len(handles) * (300 // len(handles))))
    whole = [one * sets for one in single]
    ratio = sorted(whole)[len(whole) // 2] / sorted(trying)[len(trying) // 2]
    yield Row(f"  the search alone, {sets:,} sets", len(map_.claims), _timing(trying))
    yield Row("  one evaluation for each (reckoned)", len(map_.claims), _timing(whole), f"{ratio:.0f}x the search")


class _Counting(GroundedOracle):
    """Counts what it is asked: sets that hold a smaller crux are not."""

    def __init__(self, map_: Map) -> None:
        super().__init__(compile_map(map_), Clock(ALLOWED))
        self.asked = 0

    def verdicts(self, scenarios: Scenarios, asked: int) -> Masks | None:
        """Give the verdicts, and count the scenarios asked for."""
        self.asked += asked.bit_count()
        return super().verdicts(scenarios, asked)


def _timing(seconds: list[float]) -> Timing:
    return Timing(tuple(seconds), tuple(seconds), stopped=False)


def knotted_map(leaves: int, seed: int = maps.SEED) -> maps.Document:
    """Make a map with this many leaves, none of which act alike, some of which serve both sides."""
    rng = random.Random(seed)  # noqa: S311 - test data, no secret
    document = maps.make_map(6, seed)
    claims, arguments = document["claims"], document["arguments"]
    while len(_leaves(document)) < leaves:
        name, target = f"claim-{len(claims)}", rng.choice([*claims, *arguments])
        claims[name] = f"Number {len(claims)} holds."
        link = "supports" if rng.random() < 0.6 else "attacks"
        strength = rng.choice((0.5, 0.7, 1))
        arguments[f"step-{len(arguments)}"] = {"premises": [name], link: target, "strength": strength}
    for name in rng.sample(_leaves(document), DOUBLE_EDGED):
        arguments[f"step-{len(arguments)}"] = {"premises": [name], "attacks": rng.choice(list(arguments))}
    return {**document, "shape": "graph"}


def _leaves(document: maps.Document) -> list[str]:
    supported = {argument.get("supports") for argument in document["arguments"].values()}
    return [name for name in document["claims"] if name not in supported]


def _write(folder: str, name: str, document: maps.Document) -> str:
    path = os.path.join(folder, f"{name}.argmap.json")
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(spellings.as_json(document))
    return path

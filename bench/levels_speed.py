"""What numbers cost: the same map without any, and with three strengths and credences drawn at random.

Without numbers all that stands speaks with one force. With three, a claim or argument may have a level for each, so
that an evaluation may take three times as long, and no longer.
"""

from __future__ import annotations

import os
import random
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

from bench import maps, spellings
from bench.cruxes_speed import KNOTTED, knotted_map
from bench.programs import coldwater_cruxes, coldwater_evaluate
from bench.table import Row, met
from bench.timing import Timing, time_in_turn
from coldwater.model.models import Map
from coldwater.semantics.compiling import compile_map
from coldwater.semantics.evaluation import evaluate_map
from coldwater.semantics.grounded import grounded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bench.timing import Program

#: The numbers that are drawn, one as often as the other.
LEVELS = (0.55, 0.75, 0.95)
#: How many times as long a map with numbers may take.
MOST = float(len(LEVELS))
ALLOWED = 120.0


class Effort(NamedTuple):
    """Rounds, and the claims of the trees that are evaluated."""

    rounds: int
    sizes: tuple[int, ...]


FULL = Effort(15, (1_000, 10_000, 50_000))
QUICK = Effort(5, (1_000, 10_000))


def measure(folder: str, effort: Effort) -> Iterator[Row]:
    """Write maps into a folder, evaluate them, and give the rows of the table as they come."""
    trees = {f"a tree of {size:,}": maps.make_map(size) for size in effort.sizes}
    knotted = {f"{KNOTTED} leaves, knotted": knotted_map(KNOTTED)}
    for name, document in {**knotted, **trees}.items():
        sys.stderr.write(f"timing grounded within one process: {name} ...\n")
        both = {kind: Map.model_validate(one) for kind, one in _without_and_with(document).items()}
        for what, call in (("evaluated within a process", _evaluating), ("grounded, once compiled", _deciding)):
            timed = _time_calls({kind: call(one) for kind, one in both.items()}, effort.rounds)
            yield from _rows(f"{what}, {name}", document, timed)
    commands = {"evaluate": (coldwater_evaluate, {**knotted, **trees}), "cruxes": (coldwater_cruxes, knotted)}
    for command, (program, documents) in commands.items():
        for name, document in documents.items():
            sys.stderr.write(f"timing {command} with and without numbers: {name} ...\n")
            programs = _programs(program, folder, document)
            timed = time_in_turn(programs, effort.rounds, ALLOWED)
            yield from _rows(f"coldwater {command}, {name}", document, timed)


def numbered(document: maps.Document, seed: int = maps.SEED) -> maps.Document:
    """Give a map with a strength for every argument, and a credence for every claim that no argument supports."""
    rng = random.Random(seed)  # noqa: S311 - test data, no secret
    supported = {argument.get("supports") for argument in document["arguments"].values()}
    claims = {
        name: claim if name in supported else {**_whole(claim), "credence": rng.choice(LEVELS)}
        for name, claim in document["claims"].items()
    }
    arguments = {name: {**argument, "strength": rng.choice(LEVELS)} for name, argument in document["arguments"].items()}
    return {**document, "claims": claims, "arguments": arguments}


def _whole(claim: object) -> maps.Document:
    return claim if isinstance(claim, dict) else {"text": claim}


def without_numbers(document: maps.Document) -> maps.Document:
    """Give a map without strengths."""
    arguments = {
        name: {field: value for field, value in argument.items() if field != "strength"}
        for name, argument in document["arguments"].items()
    }
    return {**document, "arguments": arguments}


def _without_and_with(document: maps.Document) -> dict[str, maps.Document]:
    return {"": without_numbers(document), "numbered": numbered(document)}


def _evaluating(map_: Map) -> Callable[[], object]:
    return lambda: evaluate_map(map_)


def _deciding(map_: Map) -> Callable[[], object]:
    framework = compile_map(map_, is_fixed=True)
    return lambda: grounded(framework)


def _time_calls(calls: dict[str, Callable[[], object]], rounds: int) -> dict[str, Timing]:
    seconds: dict[str, list[float]] = {kind: [] for kind in calls}
    for number in range(rounds + 1):
        for kind, call in calls.items():
            start = time.process_time()
            call()
            if number:  # the first call makes the indexes
                seconds[kind].append(time.process_time() - start)
    return {kind: Timing(tuple(found), tuple(found), stopped=False) for kind, found in seconds.items()}


def _programs(program: Callable[[str], Program], folder: str, document: maps.Document) -> dict[str, Program]:
    programs = {}
    for kind, one in _without_and_with(document).items():
        path = os.path.join(folder, f"levels-{kind}.argmap.json")
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(spellings.as_json(one))
        programs[kind] = program(path)
    return programs


def _rows(what: str, document: maps.Document, timed: dict[str, Timing]) -> Iterator[Row]:
    claims = len(document["claims"])
    yield Row(what, claims, timed[""])
    ratio = timed["numbered"].median_cpu / timed[""].median_cpu
    yield Row("  with three numbers", claims, timed["numbered"], f"{ratio:.2f}x without", met(ratio, MOST))

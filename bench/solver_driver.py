"""``python solver_driver.py PROGRAM TASK FILE ANSWER [ARGUMENT]``: let one program do one task, and time it.

It is run by whichever Python has the program, so it imports nothing else of this folder. The framework is read by the
program's own reader if that serves. Tasks: ``grounded``, ``one`` preferred extension, ``all`` of them, ``sceptical``:
whether ARGUMENT is in all of them. ANSWER gets as JSON what came out, and the seconds that the call took (for grounded
that of several calls). With LIMIT_SECONDS in the environment, the process ends after so many seconds of CPU.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Task = Callable[[], Any]

#: How often grounded is called, to see what it costs once everything is in place.
ROUNDS = 6


def main() -> None:
    """Do what the command line says."""
    program, task, path, answer_path, *argument = sys.argv[1:]
    limit = int(os.environ.get("LIMIT_SECONDS", "0"))
    if limit:
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    do = {
        "coldwater": coldwater,
        "pygarg": pygarg,
        "python-argumentation": python_argumentation,
        "formal-argumentation": formal_argumentation,
    }[program](path, task, *argument)
    seconds = []
    for _ in range(ROUNDS if task == "grounded" else 1):
        begun = time.perf_counter()
        found = do()
        seconds.append(time.perf_counter() - begun)
    with open(answer_path, "w", encoding="utf-8") as file:
        json.dump({"answer": found, "seconds": seconds}, file)


def coldwater(path: str, task: str, argument: str = "0") -> Task:
    """Read the file here: coldwater reads maps. Its own limits are set out of reach."""
    from coldwater.semantics.enumeration import acceptance, labellings
    from coldwater.semantics.framework import attack_framework
    from coldwater.semantics.grounded import IN, grounded

    with open(path, encoding="utf-8") as file:
        number = int(file.readline().split()[2])
        pairs = [(int(one) - 1, int(other) - 1) for one, other in map(str.split, file)]
    framework = attack_framework([str(one) for one in range(1, number + 1)], pairs)

    def members(labels: bytes | bytearray) -> list[int]:
        return [node + 1 for node, label in enumerate(labels) if label == IN]

    def listed(most: int) -> list[list[int]]:
        found = labellings(framework, "preferred", most=most, seconds=1e9)
        return [members(labels) for labels in found.labellings]

    def is_sceptical() -> bool:
        node = int(argument) - 1
        return node in acceptance(framework, "preferred", seconds=1e9, nodes=[node]).sceptical

    return {
        "grounded": lambda: members(grounded(framework)),
        "one": lambda: listed(1)[0],
        "all": lambda: listed(10**9),
        "sceptical": is_sceptical,
    }[task]


def pygarg(path: str, task: str, argument: str = "0") -> Task:
    """Call what its command line calls."""
    from pygarg.dung import dimacs_parser, solver

    arguments, attacks = dimacs_parser.parse(path)

    def listed() -> list[list[int]]:
        return [_numbers(one) for one in solver.extension_enumeration(arguments, attacks, "PR")]

    return {
        "grounded": lambda: _numbers(solver.compute_some_extension(arguments, attacks, "GR")),
        "one": lambda: _numbers(solver.compute_some_extension(arguments, attacks, "PR")),
        "all": listed,
        "sceptical": lambda: solver.skeptical_acceptability(arguments, attacks, argument, "PR")[0],
    }[task]


def python_argumentation(path: str, task: str, argument: str = "0") -> Task:
    """Make arguments and defeats as its documentation does: its own reader makes arguments that know no attack."""
    from py_arg.abstract_argumentation_classes.abstract_argumentation_framework import AbstractArgumentationFramework
    from py_arg.abstract_argumentation_classes.argument import Argument
    from py_arg.abstract_argumentation_classes.defeat import Defeat
    from py_arg.algorithms.semantics.get_grounded_extension import get_grounded_extension
    from py_arg.algorithms.semantics.get_preferred_extensions import get_preferred_extensions

    with open(path, encoding="utf-8") as file:
        number = int(file.readline().split()[2])
        made = [Argument(str(one)) for one in range(number + 1)]
        defeats = [Defeat(made[int(one)], made[int(other)]) for one, other in map(str.split, file)]
    framework = AbstractArgumentationFramework("", made[1:], defeats)

    def listed() -> list[list[int]]:
        return [_numbers(member.name for member in one) for one in get_preferred_extensions(framework)]

    return {
        "grounded": lambda: _numbers(member.name for member in get_grounded_extension(framework)),
        "one": lambda: listed()[0],
        "all": listed,
        "sceptical": lambda: all(int(argument) in one for one in listed()),
    }[task]


def formal_argumentation(path: str, task: str, argument: str = "0") -> Task:
    """Take the backend that its own choice (``auto``) or a trial shows to be the fastest."""
    from argumentation.core.dung import grounded_extension
    from argumentation.interop.iccma import parse_af

    with open(path, encoding="utf-8") as file:
        framework = parse_af(file.read())
    if task == "grounded":
        return lambda: _numbers(grounded_extension(framework))
    from argumentation.solving import solver

    def listed() -> list[list[int]]:
        found = solver.solve_dung_extensions(framework, semantics="preferred", backend="sat")
        return [_numbers(one) for one in found.extensions]

    def is_sceptical() -> bool:
        asked = {"semantics": "preferred", "task": "skeptical", "query": argument}
        return bool(solver.solve_dung_acceptance(framework, **asked).answer)

    return {
        "one": lambda: _numbers(solver.solve_dung_single_extension(framework, semantics="preferred").extension),
        "all": listed,
        "sceptical": is_sceptical,
    }[task]


def _numbers(names: Any) -> list[int]:
    return sorted(map(int, names))


if __name__ == "__main__":
    main()

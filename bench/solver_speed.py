"""How fast verdicts come: grounded on large frameworks, preferred on entangled ones, beside three solvers from PyPI.

All answers are compared: programs that finish must agree, else the benchmark ends. A framework is solved if the whole
process ends within five seconds of CPU.
"""

from __future__ import annotations

import os
import signal
import statistics
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from bench.attacks import FAMILIES, Attacked, as_text, barabasi_albert, watts_strogatz
from bench.solvers import OTHERS, OWN, answered, install_solvers, solver_program, what_are_solvers
from bench.table import Row
from bench.timing import CannotRunError, Program, Timing, run_once, time_in_turn
from coldwater.semantics.framework import attack_framework
from coldwater.semantics.grounded import UNDECIDED, grounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

TASKS = {"all": "all preferred", "one": "one preferred", "sceptical": "sceptical preferred"}
#: Seconds of CPU in which a framework is solved, and of wall clock after which a process is stopped anyhow.
LIMIT, ALLOWED = 5, 30.0
#: Exit codes of a process that the system ended for its CPU seconds, and words by which programs say they give up.
_KILLED = (-signal.SIGKILL, -signal.SIGXCPU)
_GIVEN_UP = ("ExactEnumerationExceeded", "RecursionError")


class Effort(NamedTuple):
    """Rounds and sizes for grounded; sizes and frameworks of each for preferred."""

    rounds: int
    grounded_sizes: tuple[int, ...]
    sizes: tuple[int, ...]
    seeds: tuple[int, ...]


FULL = Effort(5, (10_000, 50_000), (50, 100, 200, 500, 1_000, 2_000), (1, 2, 3))
QUICK = Effort(3, (10_000,), (50, 100, 500), (1,))


def measure(folder: str, effort: Effort) -> Iterator[Row]:
    """Write frameworks into a folder, solve them, and give the rows of the table as they come."""
    install_solvers()
    print(f"beside {what_are_solvers()}\n")
    for name, make in (("Barabási–Albert", barabasi_albert), ("Watts–Strogatz", watts_strogatz)):
        for size in effort.grounded_sizes:
            yield from _grounded(folder, name, make(size, 1, 0.05), effort.rounds)
    for family, make_one in FAMILIES.items():
        made = [[make_one(size, seed) for seed in effort.seeds] for size in effort.sizes]
        yield from _preferred(folder, family, made)


# --- grounded -----------------------------------------------------------------------------------------------------


def _grounded(folder: str, family: str, attacked: Attacked, rounds: int) -> Iterator[Row]:
    sys.stderr.write(f"grounded: {family}, {attacked.arguments:,} arguments ...\n")
    path = _write(folder, attacked)
    answers = {name: os.path.join(folder, f"{name}.json") for name in (OWN, *OTHERS)}
    programs = {name: solver_program(name, "grounded", path, answer) for name, answer in answers.items()}
    timed = time_in_turn(programs, rounds, ALLOWED)
    found = {name: answered(answer) for name, answer in answers.items() if not timed[name].stopped}
    _agree({name: one["answer"] for name, one in found.items()}, f"grounded, {family}")
    inside = {name: found[name]["seconds"] for name in found}
    kinds = {
        "process": timed,
        "first call": {name: _seconds(inside[name][:1]) for name in inside},
        "later calls": {name: _seconds(inside[name][1:]) for name in inside},
    }
    for kind, timings in kinds.items():
        for name in (OWN, *OTHERS):
            what = f"{name}, grounded, {kind}, {family}"
            own, other = timings[OWN], timings.get(name)
            if other is None:
                yield Row(what, attacked.arguments, "stopped")
            elif name == OWN:
                yield Row(what, attacked.arguments, own)
            else:
                ratio = other.median_cpu / own.median_cpu
                compared = f"{'> ' if other.stopped else ''}{ratio:.1f}x coldwater"
                yield Row(what, attacked.arguments, other, compared, f">= 1x: {'met' if ratio >= 1 else 'MISSED'}")
    for answer in answers.values():
        if os.path.exists(answer):
            os.remove(answer)


def _seconds(seconds: Sequence[float]) -> Timing:
    return Timing(tuple(seconds), tuple(seconds), False)


# --- preferred ----------------------------------------------------------------------------------------------------


def _preferred(folder: str, family: str, made: Sequence[Sequence[Attacked]]) -> Iterator[Row]:
    cases = {(size, number): attacked for size, some in enumerate(made) for number, attacked in enumerate(some)}
    listed: dict[tuple[int, int], Any] = {}
    for task, words in TASKS.items():
        solved: dict[str, dict[tuple[int, int], float]] = {name: {} for name in (OWN, *OTHERS)}
        for case, attacked in cases.items():
            if case[1] == 0:
                sys.stderr.write(f"{words}: {family}, {attacked.arguments:,} arguments ...\n")
                trying = [name for name in solved if not _has_given_up(solved[name], case[0])]
            seconds, answers = _solve(folder, attacked, task, trying)
            _check(attacked, task, answers, listed.get(case))
            if task == "all" and answers:
                listed[case] = next(iter(answers.values()))
            for name, taken in seconds.items():
                solved[name][case] = taken
        yield from _solved_rows(f"{words}, {family}", solved, len(cases))


def _has_given_up(solved: Mapping[tuple[int, int], float], size: int) -> bool:
    """Tell whether a program solved nothing of the two sizes before. It is then spared the larger ones."""
    return size >= 2 and not any(done in (size - 1, size - 2) for done, _ in solved)


def _solve(folder: str, attacked: Attacked, task: str, names: Sequence[str]) -> tuple[dict[str, float], dict[str, Any]]:
    """Let programs do a task; give the CPU seconds and the answers of those that did it in time."""
    path, answer = _write(folder, attacked), os.path.join(folder, "answer.json")
    seconds, answers = {}, {}
    for name in names:
        run = run_once(_limited(solver_program(name, task, path, answer, str(_argument(attacked)))), ALLOWED)
        found = answered(answer)
        if found is not None:
            seconds[name], answers[name] = run.cpu, found["answer"]
            os.remove(answer)
        elif not run.stopped and run.code not in _KILLED and not any(word in run.output for word in _GIVEN_UP):
            raise CannotRunError(f"{name}, {task}, {attacked.arguments} arguments: exit code {run.code}\n{run.output}")
    return seconds, answers


def _check(attacked: Attacked, task: str, answers: Mapping[str, Any], listed: Any) -> None:
    """Hold the answers against each other, and against the list of all preferred extensions if that is known."""
    if task != "one":
        known = {} if listed is None else {"the list": all(_argument(attacked) in one for one in listed)}
        _agree({**answers, **known}, f"{task}, {attacked.arguments} arguments")
        return
    for name, members in answers.items():
        if not _is_admissible(attacked, set(members)) or (listed is not None and sorted(members) not in listed):
            raise CannotRunError(f"{name} gives what is not a preferred extension")


def _limited(program: Program) -> Program:
    """Give a program that is ended by the system after so many seconds of CPU."""
    return program._replace(command=["env", f"LIMIT_SECONDS={LIMIT}", *program.command])


def _argument(attacked: Attacked) -> int:
    """Choose an argument to ask about: the middle one of those that grounded leaves open, if there are any."""
    pairs = [(one - 1, other - 1) for one, other in attacked.attacks]
    labels = grounded(attack_framework([""] * attacked.arguments, pairs))
    left = [node + 1 for node, label in enumerate(labels) if label == UNDECIDED]
    return left[len(left) // 2] if left else 1


def _is_admissible(attacked: Attacked, members: set[int]) -> bool:
    hit = {other for one, other in attacked.attacks if one in members}
    return not hit & members and all(one in hit for one, other in attacked.attacks if other in members)


def _agree(answers: Mapping[str, Any], what: str) -> None:
    """Compare answers; the order in lists of extensions does not matter. Raises CannotRunError."""
    plain = [sorted(map(_plain, answer)) if isinstance(answer, list) else answer for answer in answers.values()]
    if any(answer != plain[0] for answer in plain):
        raise CannotRunError(f"the answers differ: {what}: {', '.join(answers)}")


def _plain(item: Any) -> Any:
    return sorted(item) if isinstance(item, list) else item


def _solved_rows(what: str, solved: Mapping[str, Mapping[Any, float]], number: int) -> Iterator[Row]:
    best = max(len(solved[name]) for name in OTHERS)
    for name, done in solved.items():
        both = [done[key] / solved[OWN][key] for key in done if key in solved[OWN]]
        ratio = f"{statistics.median(both):.1f}x coldwater where both solved" if both and name != OWN else ""
        target = f">= {best}: {'met' if len(done) >= best else 'MISSED'}" if name == OWN else ""
        yield Row(f"{name}, {what}", None, f"{len(done)} of {number}", ratio, target)


def _write(folder: str, attacked: Attacked) -> str:
    path = os.path.join(folder, "framework.af")
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(as_text(attacked))
    return path

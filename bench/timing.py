"""Times whole processes: CPU (user and system) and wall clock, several commands in turn. It knows no program."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import threading
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

#: How many bytes of a program's output are kept, counted from the end.
_TAIL = 600


class CannotRunError(Exception):
    """A program that is to be timed does not do what it is timed for."""


class Run(NamedTuple):
    """One run: CPU and wall clock in seconds, the exit code, the end of what it wrote, and whether it was stopped."""

    cpu: float
    wall: float
    code: int
    output: str
    stopped: bool


class Timing(NamedTuple):
    """The runs of one command, in seconds; ``stopped`` if it did not end within the time allowed."""

    cpu: tuple[float, ...]
    wall: tuple[float, ...]
    stopped: bool

    @property
    def median_cpu(self) -> float:
        """The median of the CPU seconds; of a stopped command, what it had used by then."""
        return statistics.median(self.cpu)

    @property
    def median_wall(self) -> float:
        """The median of the wall clock seconds."""
        return statistics.median(self.wall)


class Program(NamedTuple):
    """A command, what tells from its first run that it did its work (a complaint, or None), and where it runs.

    ``stdin``: the file that it reads as stdin, if any.
    """

    command: Sequence[str]
    complaint: Callable[[Run], str | None]
    folder: str | None = None
    stdin: str | None = None


def time_in_turn(programs: Mapping[str, Program], rounds: int, allowed: float) -> dict[str, Timing]:
    """Run all programs once untimed, then one after the other, round by round, so that they share good and bad moments.

    The first run fills caches, compiles bytecode and is looked at: raises CannotRunError if there is a complaint.
    ``allowed``: seconds of wall clock a run may take; a program that takes longer is stopped and not run again.
    """
    first = {name: run_once(program, allowed) for name, program in programs.items()}
    for name, program in programs.items():
        complaint = None if first[name].stopped else program.complaint(first[name])
        if complaint is not None:
            raise CannotRunError(f"{name}: {complaint}\n{first[name].output}")
    timed = {name: [run] if run.stopped else [] for name, run in first.items()}
    for _ in range(rounds):
        for name, program in programs.items():
            if not first[name].stopped:
                timed[name].append(run_once(program, allowed))
    return {name: _timing(runs) for name, runs in timed.items()}


def run_once(program: Program, allowed: float) -> Run:
    """Run a command to its end, or stop it after ``allowed`` seconds. Its output goes to a file, as into a pipe."""
    with tempfile.TemporaryFile() as output, open(program.stdin or os.devnull, "rb") as given:
        start = time.perf_counter()
        process = subprocess.Popen(
            program.command,
            cwd=program.folder,
            stdin=given,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=_environment(),
        )
        stopped = threading.Event()
        timer = threading.Timer(allowed, _stop, (process, stopped))
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(max(0, output.seek(0, os.SEEK_END) - _TAIL))
        tail = output.read().decode("utf-8", "replace")
    return Run(usage.ru_utime + usage.ru_stime, wall, process.returncode, tail, stopped.is_set())


def _stop(process: subprocess.Popen[bytes], stopped: threading.Event) -> None:
    stopped.set()
    process.kill()


def _environment() -> dict[str, str]:
    """Give the environment of the timed programs: Python may write bytecode, and nothing slows its start on purpose."""
    unwanted = (
        "PYTHONDONTWRITEBYTECODE",
        "PYTHONDEVMODE",
        "PYTHONPROFILEIMPORTTIME",
        "PYTHONMALLOC",
        "PYTHONASYNCIODEBUG",
    )
    return {name: value for name, value in os.environ.items() if name not in unwanted}


def _timing(runs: Sequence[Run]) -> Timing:
    return Timing(tuple(run.cpu for run in runs), tuple(run.wall for run in runs), any(run.stopped for run in runs))

"""Many maps: checked by several processes, given in order; and the progress, on a terminal only."""

from __future__ import annotations

import os
import signal
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial

from coldwater.cli.check import outcome_of
from coldwater.errors import ColdwaterError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from typing import TypeVar

    from coldwater.cli.check import CheckOptions, Outcome
    from coldwater.project.settings import Settings

    Done = TypeVar("Done")

#: How many maps a process takes at a time: enough to be worth the way, few enough to keep all busy to the end.
_CHUNK = 32
#: Seconds between two looks of the progress.
_PAUSE = 0.1


def processors() -> int:
    """Give how many processors this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed is not None else os.cpu_count() or 1


def checked_by_many(
    files: Sequence[str], given: CheckOptions, settings: Settings | None, jobs: int
) -> Generator[Outcome, None, None]:
    """Check maps in so many processes, and give what came of each in the order of the files.

    When it is through, or given up, the processes have ended. Raises ColdwaterError if one is stopped from outside,
    such as for want of memory.
    """
    check = partial(outcome_of, given=given, settings=settings)
    pool = ProcessPoolExecutor(min(jobs, len(files)), initializer=leave_interrupts_to_the_parent)
    try:
        yield from pool.map(check, files, chunksize=_CHUNK)
    except BrokenProcessPool:
        raise ColdwaterError("a process that checked maps was stopped; with --jobs 1 less memory is needed") from None
    finally:
        # Not waiting would save nothing, as Python waits at its exit; but it also wakes the thread that looks after the
        # processes, and where that one is just closing its pipe, it prints a traceback (Bad file descriptor).
        pool.shutdown(cancel_futures=True)


def with_progress(
    outcomes: Iterable[Done], number: int, speaks: Callable[[Done], object], words: tuple[str, str]
) -> Iterator[Done]:
    """Give what is given, and show on stderr how far it has come; nothing where that is no terminal.

    ``speaks`` tells whether something will be printed of an outcome; ``words`` are what is done, and to what.
    """
    if not sys.stderr.isatty():
        yield from outcomes
        return
    shown = 0.0
    try:
        for done, outcome in enumerate(outcomes, 1):
            if speaks(outcome):
                _clear()
                shown = 0.0
            yield outcome
            if (now := time.monotonic()) - shown > _PAUSE:
                sys.stderr.write(f"\r\x1b[K{words[0]} {done:,} of {number:,} {words[1]}")
                sys.stderr.flush()
                shown = now
    finally:
        _clear()


def _clear() -> None:
    sys.stderr.write("\r\x1b[K")
    sys.stderr.flush()


def leave_interrupts_to_the_parent() -> None:
    """Let an interrupt end the process that started this one, which ends this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

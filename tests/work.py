"""How much work something is, told in steps and not by a clock, and how much of it a run of the tests can afford."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: Seconds of CPU after which something has plainly lost its way. Some fifty times what is usual: no load comes near.
LOST = 60.0
#: How many times the usual number of examples is tried of what can be tried without end. A run can afford a quarter;
#: ``make test-all`` tries eight times as many, as does who changes what a property is about.
_TIMES = float(os.environ.get("COLDWATER_EXAMPLES", "0.25"))
#: Whether all is tried of what has an end; else a part, in which each case is like some that are left out.
ALL = bool(os.environ.get("COLDWATER_ALL_MAPS"))


def examples(usual: int) -> int:
    """Give how many examples to try: the usual number, times what ``COLDWATER_EXAMPLES`` says; at least one."""
    return max(1, round(usual * _TIMES))


def steps_of(work: Callable[[], object]) -> int:
    """Count the steps of Python that a call takes: lines carried out, calls and returns; what C does is one of them."""
    count = 0

    def tick(*_: Any) -> Any:
        nonlocal count
        count += 1
        return tick

    before = sys.gettrace()
    sys.settrace(tick)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def assert_grows_evenly(prepared: Callable[[int], Callable[[], object]], size: int) -> None:
    """Assert that four times as much takes about four times the steps; what is quadratic takes sixteen times as many.

    ``prepared`` gives the work for a size, with what it works on made already.
    """
    prepared(size)()  # what is loaded or kept at the first time is not counted
    few, many = (steps_of(prepared(number)) for number in (size, 4 * size))
    assert many < 6 * few, f"{few:,} steps for {size:,}, but {many:,} for {4 * size:,}"


@contextmanager
def ends() -> Iterator[None]:
    """Assert that what is done within ends by itself, where most of the work is C's and has no steps to count."""
    start = time.process_time()
    yield
    assert time.process_time() - start < LOST

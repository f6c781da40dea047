"""Work of a loop of events in a thread of its own: in that of the tests the browser's loop may be running."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

T = TypeVar("T")


def run_apart(work: Callable[[], Awaitable[T]]) -> T:
    """Give what comes of asynchronous work. Raises what it raises."""
    import anyio  # noqa: PLC0415 - it comes with an extra part

    run: Any = anyio.run
    with ThreadPoolExecutor(1) as thread:
        done: T = thread.submit(run, work).result()
    return done

"""How long may still be searched."""

from __future__ import annotations

import time
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Clock:
    """How long may still be searched; whoever searches asks it. ``was_asked_too_late``: whether one had to stop."""

    def __init__(self, seconds: float, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._end = now() + seconds
        self.was_asked_too_late = False

    def is_over(self) -> bool:
        """Tell whether the time is spent."""
        is_over = self.left() <= 0
        self.was_asked_too_late = self.was_asked_too_late or is_over
        return is_over

    def left(self) -> float:
        """Give the seconds that are left; none or less if the time is spent."""
        return self._end - self._now()

    @contextmanager
    def share(self, part: float) -> Iterator[None]:
        """Allow for what is done inside ``with`` only a part, in 0..1, of the time that is left."""
        whole = self._end
        self._end = self._now() + part * max(self.left(), 0.0)
        yield
        self._end = whole

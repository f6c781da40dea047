"""What pages are told of without asking: which map has changed, here or on disk."""

from __future__ import annotations

import asyncio
import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from watchfiles import awatch

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

#: How many pages may listen at once. A browser that is led astray opens thousands.
MOST_LISTENERS = 200
_ENDINGS = (".argmap.yaml", ".argmap.yml", ".argmap.json")
#: Seconds after which a page is told that the server is there, so that a connection that is gone is noticed.
_PULSE = 15.0
#: How many messages wait for a page before it is let go.
_MOST_WAITING = 100


class Events:
    """The pages that listen, and what they are told."""

    def __init__(self, root: str) -> None:
        """Take the folder below which maps are watched."""
        self._root = root
        self._listeners: set[asyncio.Queue[str]] = set()

    @property
    def is_full(self) -> bool:
        """Tell whether no further page may listen."""
        return len(self._listeners) >= MOST_LISTENERS

    def tell(self, name: str) -> None:
        """Tell all pages that a map has changed, by its name below the folder."""
        message = f"data: {json.dumps({'map': name})}\n\n"
        for queue in [*self._listeners]:
            with suppress(asyncio.QueueFull):
                queue.put_nowait(message)

    async def stream(self) -> AsyncIterator[str]:
        """Give the messages for one page, as server-sent events, for as long as it listens."""
        queue: asyncio.Queue[str] = asyncio.Queue(_MOST_WAITING)
        self._listeners.add(queue)
        try:
            yield "retry: 1000\n\n"
            while True:
                try:
                    yield await asyncio.wait_for(queue.get(), _PULSE)
                except TimeoutError:
                    yield ": still here\n\n"
        finally:
            self._listeners.discard(queue)

    async def watch(self, stop: asyncio.Event) -> None:
        """Watch the maps on disk until told to stop."""
        changes = awatch(
            self._root, debounce=150, step=30, stop_event=stop, watch_filter=_is_map, ignore_permission_denied=True
        )
        async for found in changes:
            for name in sorted({os.path.relpath(path, self._root).replace(os.sep, "/") for _, path in found}):
                self.tell(name)


def _is_map(_: object, path: str) -> bool:
    return path.lower().endswith(_ENDINGS)

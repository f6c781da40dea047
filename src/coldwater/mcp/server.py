"""The server on stdin and stdout: lines in, lines out, each whole. What they say is ``messages``' and ``answering``'s.

Two threads: one reads, answers pings at once and hears of what is cancelled; the other answers everything else in turn.
"""

from __future__ import annotations

import os
import queue
import sys
import threading

from coldwater.mcp.answering import Session
from coldwater.mcp.messages import (
    INVALID_REQUEST,
    Message,
    ProtocolError,
    error_line,
    lines_of,
    read_message,
    result_line,
)
from coldwater.workshop import Workshop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from coldwater.mcp.messages import Id

#: How many messages wait to be answered before no more are read.
_MOST_WAITING = 16


class Exchange:
    """Requests that wait, and what was cancelled of them; answers go out by ``write``, a line at a time."""

    def __init__(self, session: Session, write: Callable[[bytes], object]) -> None:
        self._session = session
        self._write = write
        self._writing = threading.Lock()
        self._waiting: queue.Queue[Message | None] = queue.Queue(_MOST_WAITING)
        self._open: dict[Id, bool] = {}
        self._opening = threading.Lock()
        self._now: Id | None = None
        session.ask_whether_wanted(self._is_now_wanted)

    def hear(self, read: Callable[[int], bytes]) -> None:
        """Read until nothing comes any more; then tell the other thread to end."""
        try:
            for line in lines_of(read):
                self._take(line)
        except OSError:  # nobody is there to read or be told
            pass
        finally:
            self._waiting.put(None)

    def _take(self, line: bytes | None) -> None:
        try:
            message = read_message(line)
        except ProtocolError as error:
            self._send(error_line(error.id, error))
            return
        if message is None:
            return
        if message.id is None:
            if message.method == "notifications/cancelled":
                self._cancel(message.params.get("requestId"))
        elif message.method == "ping":
            self._send(self._answered(message, message.id))
        else:
            self._let_wait(message, message.id)

    def _let_wait(self, message: Message, id_: Id) -> None:
        with self._opening:
            is_taken = id_ in self._open
            if not is_taken:
                self._open[id_] = True
        if is_taken:
            self._send(error_line(id_, ProtocolError(INVALID_REQUEST, "a request with this `id` is not answered yet")))
        else:
            self._waiting.put(message)

    def _cancel(self, id_: object) -> None:
        """Let a request go unanswered; one that waits is not even begun, one that has begun writes nothing any more.

        What is written is written whole, and stays: the map has another version then, which the next write meets.
        """
        with self._opening:
            if isinstance(id_, str | int) and id_ in self._open:
                self._open[id_] = False

    def work(self) -> None:
        """Answer what was heard, in turn, until there is nothing more."""
        while (message := self._waiting.get()) is not None:
            assert message.id is not None  # notifications do not wait
            if not self._is_wanted(message.id):
                continue
            self._now = message.id
            line = self._answered(message, message.id)
            self._now = None
            if self._is_wanted(message.id, is_done=True):
                self._send(line)

    def _is_now_wanted(self) -> bool:
        return self._now is None or self._is_wanted(self._now, is_asked=True)

    def _is_wanted(self, id_: Id, is_done: bool = False, is_asked: bool = False) -> bool:
        with self._opening:
            is_wanted = self._open.get(id_, False)
            if not is_asked and (is_done or not is_wanted):
                self._open.pop(id_, None)
        return is_wanted

    def _answered(self, message: Message, id_: Id) -> bytes:
        try:
            return result_line(id_, self._session.answer(message))
        except ProtocolError as error:
            return error_line(id_, error)

    def _send(self, line: bytes) -> None:
        with self._writing:
            self._write(line)


def serve(path: str) -> None:
    """Serve one map, or those below a folder, until the other side closes. Raises UsageError for what is neither."""
    session = Session(Workshop(path))
    # What anything else prints must not come between the messages: from here on it goes to stderr.
    out = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    fed = sys.stdin.fileno()

    def write(line: bytes) -> None:
        left = memoryview(line)
        while left:
            left = left[os.write(out, left) :]

    exchange = Exchange(session, write)
    # A thread that waits for bytes cannot be told to stop: it ends with the process.
    threading.Thread(target=exchange.hear, args=(lambda most: os.read(fed, most),), daemon=True).start()
    try:
        exchange.work()
    except BrokenPipeError:  # nobody is there to be told
        pass
    finally:
        os.dup2(out, sys.stdout.fileno())

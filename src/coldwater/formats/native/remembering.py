"""What was found out about a text, kept for a time for whoever asks the same of the same text again.

Only who changes one map again and again, as a server does, remembers: ``with`` a memory, what readers make of a text is
made once. It must then not be changed by anybody. Without a memory everything is made when it is asked for.
"""

from __future__ import annotations

from contextvars import ContextVar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from contextvars import Token
    from typing import Any, TypeVar

    Made = TypeVar("Made")

_MEMORY: ContextVar[Memory | None] = ContextVar("memory", default=None)
#: How many texts are remembered: the one before a change, the one after it, and how that looks in canonical form.
_MOST = 3


class Memory:
    """Remembers what is asked of texts inside ``with``. One thread at a time may use it."""

    def __init__(self) -> None:
        self._texts: dict[str, dict[str, object]] = {}
        self._before: list[Token[Memory | None]] = []

    def __enter__(self) -> None:
        self._before.append(_MEMORY.set(self))

    def __exit__(self, *_: object) -> None:
        _MEMORY.reset(self._before.pop())

    def of(self, text: str) -> dict[str, object]:
        """Give what is known of a text, by what was asked; the texts asked for last are kept."""
        known = self._texts.pop(text, None)
        self._texts[text] = known = {} if known is None else known
        while len(self._texts) > _MOST:
            del self._texts[next(iter(self._texts))]
        return known


def remembered(what: str, text: str, make: Callable[[str], Made]) -> Made:
    """Give what ``make`` makes of a text, made anew only if nobody remembers it. What is raised is not remembered."""
    memory = _MEMORY.get()
    if memory is None:
        return make(text)
    known = memory.of(text)
    if what not in known:
        known[what] = make(text)
    return known[what]  # type: ignore[return-value]


def note(what: str, text: str, value: object) -> None:
    """Let be remembered what was found out on the way."""
    memory = _MEMORY.get()
    if memory is not None:
        memory.of(text)[what] = value


def own(data: Any) -> Any:
    """Give plain data that were read as one's own, to be changed: a copy, where somebody remembers them."""
    if _MEMORY.get() is None:
        return data
    from coldwater.model.data import copied  # noqa: PLC0415 - each start reads a map, few remember one

    return copied(data)

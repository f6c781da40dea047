"""What a format cannot carry, named: each thing with how often, where, and why."""

from __future__ import annotations

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Loss(NamedTuple):
    """Something that does not come along. ``what`` names one of them, ``many`` several; ``at`` are ids or places.

    ``at`` holds foreign ids where a file was read, ids of the map where one was written; it may be fewer than
    ``times``, as not all has an id. ``field`` is the model and the field that a file of coldwater has for it, if there
    is one: ``("Claim", "credence")``.
    """

    what: str
    many: str
    times: int
    at: tuple[str, ...]
    why: str
    field: tuple[str, str] | None = None

    def data(self) -> dict[str, Any]:
        """Give the loss as plain data."""
        return {"what": self.what, "count": self.times, "at": list(self.at), "why": self.why}


class Losses:
    """Losses as they are met; of a kind they are one, in the order in which the kinds came up."""

    def __init__(self) -> None:
        self._kinds: dict[tuple[str, str], tuple[str, tuple[str, str] | None, list[int], dict[str, None]]] = {}

    def add(  # noqa: PLR0913 - all that there is to say of it
        self,
        what: str,
        why: str,
        at: str | None = None,
        *,
        many: str | None = None,
        field: tuple[str, str] | None = None,
        count: int = 1,
    ) -> None:
        """Note that something is lost; ``many`` is its plural where an s does not make it."""
        if not count:
            return
        kind = self._kinds.setdefault((what, why), (many or f"{what}s", field, [0], {}))
        kind[2][0] += count
        if at is not None:
            kind[3][at] = None

    def all(self) -> tuple[Loss, ...]:
        """Give what was noted."""
        return tuple(
            Loss(what, many, count[0], tuple(at), why, field)
            for (what, why), (many, field, count, at) in self._kinds.items()
        )

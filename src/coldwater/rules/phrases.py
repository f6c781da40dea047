"""Words for messages: lists of ids, counts, circles. It knows ids only, no map."""

from __future__ import annotations

from coldwater.listing import listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_SHOWN = 4


def quoted(ids: Sequence[str]) -> str:
    """Give ids as a list in words, at most four of them by name.

    >>> quoted(["a", "b", "c"])
    '`a`, `b` and `c`'
    >>> quoted(["a", "b", "c", "d", "e", "f"])
    '`a`, `b`, `c` and 3 others'
    """
    names = [f"`{name}`" for name in ids[:_SHOWN]]
    if len(ids) > _SHOWN:
        names = [*names[: _SHOWN - 1], f"{len(ids) - _SHOWN + 1} others"]
    return listed(names)


def counted(number: int, word: str, limit: int | None = None) -> str:
    """Give a number with its noun; a number at the limit is said to be a lower bound.

    >>> counted(1, "claim"), counted(3, "claim"), counted(100, "claim", limit=100)
    ('1 claim', '3 claims', '100 claims or more')
    """
    more = " or more" if number == limit else ""
    return f"{number} {word}{'' if number == 1 else 's'}{more}"


def circle(route: Sequence[str]) -> str:
    """Give a circle as arrows, back to where it begins; a long one with a gap.

    >>> circle(["a", "b"])
    '`a` -> `b` -> `a`'
    """
    names = [f"`{name}`" for name in route]
    if len(route) > 10:
        names[5:-3] = [f"… {len(route) - 8} more …"]
    return " -> ".join([*names, names[0]])

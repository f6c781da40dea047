"""What goes into a reader of a foreign format, and what comes out of it."""

from __future__ import annotations

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from coldwater.formats.foreign.losses import Loss
    from coldwater.formats.native.places import Branch
    from coldwater.formats.native.spots import Spot


def _alone(_: str) -> bytes | None:
    return None


class Given(NamedTuple):
    """A foreign file: its name, its bytes, which claim is to be the thesis, and what lies beside it.

    ``beside`` gives the bytes of a file below the same folder, by a path relative to it; None where there is none.
    ``thesis`` is the id of a claim as the map will have it, or the foreign one.
    """

    name: str
    data: bytes
    thesis: str | None = None
    beside: Callable[[str], bytes | None] = _alone


class Counts(NamedTuple):
    """How much was read. ``supports`` and ``attacks`` are all arguments of that kind, whatever they are about.

    ``on_arguments``: those of both kinds that are about an argument; ``linked``: those with two premises or more.
    """

    claims: int = 0
    arguments: int = 0
    supports: int = 0
    attacks: int = 0
    on_arguments: int = 0
    linked: int = 0


class Imported(NamedTuple):
    """A map made of a foreign file, as plain data that fit the schema, or None; with remarks, places and losses."""

    format: str
    data: dict[str, Any] | None
    spots: tuple[Spot, ...]
    places: Branch
    losses: tuple[Loss, ...]
    counts: Counts


def counted(data: Mapping[str, Any], made_up: int = 0) -> Counts:
    """Count what a map holds, given as data; ``made_up``: how many claims of it stand for what the file leaves out."""
    arguments = list(data.get("arguments", {}).values())
    known = data.get("arguments", {})
    targets = [argument.get("supports", argument.get("attacks")) for argument in arguments]
    supports = sum("supports" in argument for argument in arguments)
    return Counts(
        claims=len(data["claims"]) - made_up,
        arguments=len(arguments),
        supports=supports,
        attacks=len(arguments) - supports,
        on_arguments=sum(target in known and target not in data["claims"] for target in targets),
        linked=sum(len(argument["premises"]) > 1 for argument in arguments),
    )

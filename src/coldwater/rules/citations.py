"""The citations of a map, wherever they stand, with their places."""

from __future__ import annotations

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.findings import Pointer
    from coldwater.model.models import Citation, Map


class Cited(NamedTuple):
    """A citation, where it stands, and the claim or argument that cites."""

    pointer: Pointer
    owner: str
    citation: Citation


def citations(map_: Map) -> Iterator[Cited]:
    """Give the citations of the claims, then of the arguments, in the order of the file."""
    for name, claim in map_.claims.items():
        for i, citation in enumerate(claim.cites):
            yield Cited(("claims", name, "cites", i), name, citation)
    for name, argument in map_.arguments.items():
        for i, citation in enumerate(argument.cites):
            yield Cited(("arguments", name, "cites", i), name, citation)

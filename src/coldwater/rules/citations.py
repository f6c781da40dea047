"""The citations of a map, wherever they stand, and the other references to sources, with their places."""

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


def sources_named(map_: Map) -> Iterator[tuple[Pointer, str, str]]:
    """Give the place, the owner and the source of each citation, then of each source that a position speaks in."""
    for pointer, owner, citation in citations(map_):
        yield (*pointer, "source"), owner, citation.source
    for name, position in map_.positions.items():
        for i, source in enumerate(position.speaks_in):
            yield ("positions", name, "speaks_in", i), name, source


def words_of(citation: Citation) -> list[tuple[Pointer, str]]:
    """Give the words of a citation that are looked up in the source, each with its field in the citation.

    That is the passage, where there is one, as the quotes are looked up in it (CW308); else they are the quotes.
    """
    if citation.passage is not None:
        return [(("passage",), citation.passage)]
    return quotes_of(citation)


def quotes_of(citation: Citation) -> list[tuple[Pointer, str]]:
    """Give the quotes of a citation, each with its field in the citation."""
    alone: list[tuple[Pointer, str]] = [] if citation.quote is None else [(("quote",), citation.quote)]
    return [*alone, *((("quotes", number), quote) for number, quote in enumerate(citation.quotes))]


def source_at(map_: Map, pointer: Pointer) -> str:
    """Give the source that is named at a place that ``sources_named`` gives."""
    section, owner, _, number, *_ = pointer
    assert isinstance(number, int)
    if section == "positions":
        return map_.positions[str(owner)].speaks_in[number]
    entries = map_.claims if section == "claims" else map_.arguments
    return entries[str(owner)].cites[number].source

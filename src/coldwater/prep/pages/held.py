"""Who holds what, as pages of debate material tell it: who accepts and rejects a claim, and who speaks in a source."""

from __future__ import annotations

from coldwater.prep.setting.page import Item

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from typing import Any

    from coldwater.model.holders import Holders
    from coldwater.model.models import Map


def held_by(holders: Holders, name: str, depth: int, told: Collection[str] = ()) -> Iterator[Item]:
    """Give who accepts and who rejects a claim as entries; ``told`` are those who accept it and were named already."""
    held = holders.of(name)
    accepted_by = [one for one in held.accepted_by if one not in told]
    for lead, positions in (("Accepted by:", accepted_by), ("Rejected by:", held.rejected_by)):
        if positions:
            yield Item(holders.names(positions), lead, "", depth)


def held_by_others(holders: Holders, name: str, depth: int) -> Iterator[Item]:
    """Give who accepts and who rejects a claim that was given with its citations, and with who speaks in them."""
    if name in holders.map.claims and holders:
        cites = holders.map.claims[name].cites
        told = {one for cited in cites for one in holders.speakers(name, cited.source)}
        yield from held_by(holders, name, depth, told)


def in_a_cell(holders: Holders, name: str, source: str) -> str:
    """Say who holds a claim as a cell of a table of what rests on a source: those who speak in it are told there."""
    held, speakers = holders.of(name), holders.speakers(name, source)
    accepted_by = [one for one in held.accepted_by if one not in speakers]
    sides = (("accepted", accepted_by), ("rejected", held.rejected_by))
    return "; ".join(f"{word} by {holders.names(positions)}" for word, positions in sides if positions)


def said_by(holders: Holders, name: str, source: str, told: tuple[str, str]) -> tuple[str, str]:
    """Give who said it, and where: of a voice inside a source first the speaker, then the source that tells of them.

    ``told``: who wrote the source and when, and its title with the place. A source without an author has a year alone,
    which is then the speaker's.
    """
    speakers = holders.names(holders.speakers(name, source))
    who, what = told
    if not speakers:
        return who, what
    if not who or who.isdecimal():
        return f"{speakers} {who}".rstrip(), f"in {what}"
    return f"{speakers}, in {who}", what


def held_data(holders: Holders, name: str) -> dict[str, Any]:
    """Give by id who accepts and who rejects a claim, as keys of an object for scripts; none where nobody does."""
    held = holders.of(name)._asdict()
    return {key: list(positions) for key, positions in held.items() if positions}


def tags_of(map_: Map, name: str) -> Sequence[str]:
    """Give the tags of a claim or an argument."""
    return (map_.claims.get(name) or map_.arguments[name]).tags


def tags_data(map_: Map, name: str) -> dict[str, Any]:
    """Give the tags of a claim or an argument, likewise; none where it has none."""
    tags = tags_of(map_, name)
    return {"tags": list(tags)} if tags else {}


def speaking_data(holders: Holders, name: str, source: str) -> dict[str, Any]:
    """Give by id who speaks in a source that is cited for a claim, likewise."""
    speakers = holders.speakers(name, source)
    return {"speakers": list(speakers)} if speakers else {}

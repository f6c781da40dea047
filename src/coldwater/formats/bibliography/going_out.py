"""The sources of a map on their way out: what else the map holds does not come along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.formats.foreign.outgoing import lose_fields

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from coldwater.formats.foreign.losses import Losses
    from coldwater.formats.foreign.outgoing import Outgoing

_WHY = "a bibliography has no place for it"


def lose_all_but_sources(losses: Losses, outgoing: Outgoing, carried: Collection[str]) -> None:
    """Name what a bibliography leaves out: the map itself, and fields of sources that are not carried."""
    lose_fields(losses, outgoing, {"Source": carried}, _WHY)
    if not outgoing.data.get("draft"):
        why = "what comes back is a draft, in which nothing is claimed yet"
        losses.add("the map as it is done", why, many="the map as it is done", field=("Map", "draft"))


def sources_of(outgoing: Outgoing) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the sources by id, as plain data; authors always in a list."""
    for id_, source in outgoing.data.get("sources", {}).items():
        data = {key: value for key, value in source.items() if not str(key).startswith("x-")}
        if "author" in data and not isinstance(data["author"], list):
            data["author"] = [data["author"]]
        yield id_, data

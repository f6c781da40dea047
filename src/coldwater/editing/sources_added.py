"""Sources from elsewhere as a patch for a map: under ids that are free, and none that the map has already."""

from __future__ import annotations

import re

from coldwater.edits import Patch
from coldwater.formats.foreign.naming import Names
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from coldwater.model.models import Map


class Sources(NamedTuple):
    """A patch with the new sources, and the ids of those of the map that were met again."""

    patch: Patch
    known: tuple[str, ...]


def new_sources(map_: Map, found: Mapping[str, Mapping[str, Any]]) -> Sources:
    """Give what of some sources, as plain data by id, a map has not: no DOI, address, or title and year in common.

    An id that is taken gets a number. Fields of ``x-`` stay behind. Cost: linear.
    """
    names = Names()
    owners: dict[tuple[str, ...], str] = {}
    for id_, source in map_.sources.items():
        names.keep(id_)
        for mark in _marks(source.title, source.url, source.issued):
            owners.setdefault(mark, id_)
    entries: dict[str, Mapping[str, Any]] = {}
    known: dict[str, None] = {}
    for wish, data in found.items():
        doi = _kept_doi(data)
        marks = [*_marks(data["title"], data.get("URL"), data.get("issued")), *_marks("", doi, None)]
        owner = next((owners[mark] for mark in marks if mark in owners), None)
        if owner is not None:
            if owner not in entries:  # else it stands twice in the file
                known[owner] = None
            continue
        id_ = names.keep(wish) or names.make(wish, "source")
        entries[id_] = {key: value for key, value in data.items() if not key.startswith("x-")}
        for mark in marks:
            owners.setdefault(mark, id_)
    return Sources(Patch(map_.title, map_.thesis, {"sources": entries} if entries else {}), tuple(known))


def _marks(title: str, url: str | None, issued: object) -> Iterator[tuple[str, ...]]:
    """Give what a source is known by: its DOI, its address, its title with the year."""
    if url:
        doi = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:)", "", url, flags=re.IGNORECASE)
        if doi != url:
            yield "doi", doi.casefold()
        else:
            yield "url", re.sub(r"^https?://(?:www\.)?", "", url).split("#")[0].rstrip("/")
    words = " ".join(re.findall(r"\w+", title.casefold()))
    if words:
        yield "title", words, str(issued or "")[:4]


def _kept_doi(data: Mapping[str, Any]) -> str | None:
    """Give the DOI that a reader kept beside an address, as a URI."""
    kept = data.get("x-from")
    fields = [kept.get("csl"), kept.get("bibtex")] if isinstance(kept, dict) else []
    found = [one.get("DOI") or one.get("doi") for one in fields if isinstance(one, dict)]
    return next((f"doi:{doi}" for doi in found if isinstance(doi, str) and doi), None)

"""Fields of a source from elsewhere, held against what a source of a map may be: what does not fit is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from coldwater.findings import START
from coldwater.formats.foreign.texts import cleaned, one_line
from coldwater.model import _accepts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coldwater.findings import Place
    from coldwater.formats.foreign.gathering import Entry, Gathering
    from coldwater.formats.foreign.losses import Losses

#: Fields that are one line.
_LINES = frozenset(("publisher", "container-title", "qualifications", "grade"))


def source(  # noqa: PLR0913 - what a source is made of
    gathering: Gathering,
    title: str,
    fields: Mapping[str, Any],
    *,
    id_: str | None,
    place: Place | Callable[[], Place] = START,
    wish: str = "",
) -> Entry:
    """Take a source with those of its fields that a source of a map may have; others are named, with a remark."""
    known: dict[str, Any] = {}
    named = id_ or one_line(title)
    for key, value in fields.items():
        said = (one_line(value) if key in _LINES else cleaned(value)) if isinstance(value, str) else value
        if said in ("", None, [], ()):
            continue
        if _accepts.source({"title": "t", key: said}):
            known[key] = said
        else:
            gathering.remark(place, f"`{key}` of `{named}` cannot be “{one_line(str(said))[:80]}”; it is left out")
    if not one_line(title):
        gathering.remark(place, f"`{named or 'an entry'}` has no title")
    words = one_line(title) or str(known.get("container-title", "")) or str(known.get("URL", ""))
    return gathering.source(words, id_=id_, wish=wish or _wish(known, words), place=place, **known)


def _wish(fields: Mapping[str, Any], title: str) -> str:
    """Give what the id of a source without one is made of: who and when, else its title."""
    authors = fields.get("author") or []
    first = authors[0] if authors else ""
    name = first if isinstance(first, str) else first.get("family") or first.get("literal", "")
    year = str(fields.get("issued", ""))[:4]
    return f"{name} {year}" if name and year else title


def address(url: str, doi: str) -> str:
    """Give the address of a source: its URL, else its DOI as a URI; signs that no address has are escaped."""
    plain = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", doi.strip(), flags=re.IGNORECASE)
    whole = url.strip() or (f"doi:{plain}" if plain else "")
    return re.sub(r"[^!-~]", _escaped, whole)


def _escaped(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))


def lose_years_in_quotes(losses: Losses, id_: str, data: Mapping[str, Any]) -> None:
    """Name a year that is a text in the map: it comes back as a number."""
    for key in ("issued",):
        if isinstance(data.get(key), str) and data[key].isdigit():
            why = "it comes back as a number"
            losses.add("year in quotes", why, id_, many="years in quotes", field=("Source", key))

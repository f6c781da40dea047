"""An Argdown document to a map: its front matter, its debate, and what of it does not come along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.formats.argdown.claiming import Claims
from coldwater.formats.argdown.included import Source
from coldwater.formats.argdown.mapping import put
from coldwater.formats.argdown.parsing import parse
from coldwater.formats.argdown.settling import settle
from coldwater.formats.foreign.gathering import Gathering
from coldwater.model import _accepts

if TYPE_CHECKING:
    from collections.abc import Callable

    from coldwater.findings import Place
    from coldwater.formats.argdown.debate import Debate
    from coldwater.formats.foreign.imported import Given, Imported

#: The field of the front matter that holds what a map says of itself and Argdown has no word for.
OURS = "argmap"
_APART = ("thesis", "rivals", "sources")
_LEAST: dict[str, Any] = {"argmap": 1, "title": "x", "thesis": "x", "claims": {"x": "x"}}


def read_argdown(given: Given, format_: str) -> Imported:
    """Read a document, whatever it holds."""
    source = Source(given)
    gathering = Gathering(format_, given)
    for place, message in source.remarks:
        gathering.remark(place, message)
    debate = parse(source.text, lambda start, end, message: gathering.remark(source.place(start, end), message))
    settle(debate)
    if source.included:
        gathering.kept["included"] = source.included
    gather(debate, gathering, lambda at: source.place(at, at + 1))
    gathering.lose("comment", "a map has no comments", count=len(debate.comments))
    gathering.lose("bold or italic text", "a map has plain text", many="bold or italic texts", count=debate.emphasis)
    return gathering.finish()


def gather(debate: Debate, gathering: Gathering, place: Callable[[int], Place]) -> None:
    """Put a debate into a gathering."""
    claims = Claims(gathering, place)
    ours = debate.front.get(OURS)
    ours = ours if isinstance(ours, dict) else {}
    for id_, fields in _items(ours.get("sources")):
        claims.sources.take(id_, fields)
    put(debate, claims)
    _tell(debate, gathering)
    for key, value in ours.items():
        if key not in _APART and _accepts.document({**_LEAST, key: value}):
            gathering.extra[key] = value
    if "thesis" in ours:
        gathering.kept["told"] = True
    for key, entries in (("thesis", gathering.theses), ("rivals", gathering.rivals)):
        value = ours.get(key)
        for name in value if isinstance(value, list) else [value]:
            entry = claims.named.get(name) if isinstance(name, str) else None
            if entry is not None and entry not in gathering.theses and entry not in entries:
                entries.append(entry)


def _tell(debate: Debate, gathering: Gathering) -> None:
    """Take what the front matter says of the document."""
    front = dict(debate.front)
    front.pop(OURS, None)
    title = front.get("title")
    if isinstance(title, str) and title.strip():
        gathering.title = title
        del front["title"]
    elif debate.sections:
        gathering.title = next(iter(debate.sections))[-1]
    abstract = front.get("abstract")
    if isinstance(abstract, str) and abstract.strip():
        gathering.fields["description"] = front.pop("abstract")
    if front:
        gathering.kept["front"] = front
        for key in front:
            gathering.lose(
                "front matter", "a map has no field for it; it is kept for the way back", key, many="front matter"
            )
    data = {" / ".join(way): told for way, told in debate.sections.items() if told}
    if data:
        gathering.kept["sections"] = data


def _items(value: Any) -> list[tuple[str, Any]]:
    return list(value.items()) if isinstance(value, dict) else []

"""CSL-JSON, which Zotero and most reference managers write: a source of a map has the same names already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coldwater.findings import Place
    from coldwater.formats.foreign.gathering import Gathering
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look
    from coldwater.formats.foreign.outgoing import Outgoing, Written

NAME = "csl-json"
TITLE = "CSL-JSON (Zotero)"
ENDINGS = (".csl.json", ".csljson")
#: Its sources can be added to a map that is there.
IS_BIBLIOGRAPHY = True
LOSES_IN: tuple[str, ...] = (
    "volume, pages, editors and other fields that a source has none of (kept in `x-from`)",
    "ends of spans of time, and dates in words",
)
LOSES_OUT: tuple[str, ...] = ("all but the sources",)

#: Fields of a source that CSL has no names for; they go into its `custom`.
_CUSTOM = ("qualifications", "grade", "text")
_SAME = ("title", "type", "publisher", "container-title", "language", "note")
_DATES = ("issued", "accessed")
_READ = frozenset((*_SAME, *_DATES, "id", "author", "URL", "DOI", "custom"))
CARRIED = ("title", "type", "author", "qualifications", "issued", "publisher", "container-title", "URL", "accessed",
           "language", "grade", "text", "note")  # fmt: skip


def is_one(look: Look) -> bool:
    """Tell whether a JSON file is a list of items, each with a type and a title, an author or a date."""
    items = look.json.get("items") if isinstance(look.json, dict) else look.json
    if not isinstance(items, list) or not items or not all(isinstance(one, dict) for one in items[:20]):
        return False
    return all(
        isinstance(one.get("type"), str) and bool({"title", "author", "issued", "DOI", "URL"} & set(one))
        for one in items[:20]
    )


def read(given: Given) -> Imported:
    """Read a list of items as the sources of a map that says nothing yet."""
    from coldwater.formats.foreign.gathering import Gathering  # noqa: PLC0415 - only where it is needed
    from coldwater.formats.foreign.json_document import read_document, refuse, rows  # noqa: PLC0415

    document = read_document(given)
    is_wrapped = isinstance(document.data, dict) and isinstance(document.data.get("items"), list)
    items = document.data["items"] if is_wrapped else document.data
    if isinstance(items, dict):
        raise refuse("CSL-JSON is a list of items, or an object with `items`")
    gathering = Gathering(NAME, given)
    gathering.expects_claims = False
    for item, place in rows(document, ("items",) if is_wrapped else (), items):
        _item(gathering, item, place)
    for remark in document.remarks:
        gathering.remark(document.place(()), remark)
    return gathering.finish()


def _item(gathering: Gathering, item: Mapping[str, Any], place: Callable[[], Place]) -> None:
    from coldwater.formats.bibliography.fitting import address, source  # noqa: PLC0415 - as above
    from coldwater.formats.foreign.json_document import said, word  # noqa: PLC0415

    id_ = word(item.get("id"))
    fields: dict[str, Any] = {key: said(item[key]) for key in _SAME if key in item and key != "title"}
    fields["author"] = [name for one in _listed(item.get("author")) if (name := _name(one))]
    for key in _DATES:
        if key in item:
            fields[key] = _date(item[key])
            if key == "accessed" and isinstance(fields[key], int):
                fields[key] = str(fields[key])
            if fields[key] is None or _is_span(item[key]):
                gathering.lose("date that is no day, month or year", "a source has one date", id_,
                               many="dates that are no days, months or years")  # fmt: skip
    fields["URL"] = address(said(item.get("URL")), said(item.get("DOI")))
    custom = item.get("custom")
    if isinstance(custom, dict):
        fields |= {key: said(custom[key]) for key in _CUSTOM if key in custom}
    entry = source(gathering, said(item.get("title")), fields, id_=id_, place=place)
    rest = {key: value for key, value in item.items() if key not in _READ and not key.startswith("x-")}
    if item.get("DOI") and item.get("URL"):
        rest["DOI"] = said(item["DOI"])
    for key in rest:
        gathering.lose(f"`{key}` of a source", "a source has no such field; `x-from` keeps it", id_,
                       many=f"`{key}` of sources")  # fmt: skip
    if rest:
        entry.kept["csl"] = rest


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if isinstance(value, dict | str) else []


def _name(one: Any) -> Any:
    """Give an author as a source has one: a text, or family and given names."""
    from coldwater.formats.foreign.json_document import said  # noqa: PLC0415 - as above
    from coldwater.formats.foreign.texts import one_line  # noqa: PLC0415

    if not isinstance(one, dict):
        return one_line(said(one))
    particle = one_line(said(one.get("non-dropping-particle")))
    family = " ".join(word for word in (particle, one_line(said(one.get("family")))) if word)
    parts = (said(one.get("given")), said(one.get("dropping-particle")))
    given = " ".join(one_line(word) for word in parts if one_line(word))
    if suffix := one_line(said(one.get("suffix"))):
        given = f"{given}, {suffix}" if given else suffix
    if not family:
        return one_line(said(one.get("literal"))) or given
    return {"family": family, "given": given} if given else {"family": family}


def _date(value: Any) -> int | str | None:
    from coldwater.formats.bibliography.dates import day, day_in  # noqa: PLC0415 - as above
    from coldwater.formats.foreign.json_document import said  # noqa: PLC0415

    if not isinstance(value, dict):
        return day_in(said(value))
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    if isinstance(first, list) and first:
        return day(*first[:3])
    return day_in(said(value.get("raw") or value.get("literal")))


def _is_span(value: Any) -> bool:
    parts = value.get("date-parts") if isinstance(value, dict) else None
    return isinstance(parts, list) and len(parts) > 1


def write(outgoing: Outgoing) -> Written:
    """Write the sources of a map."""
    import json  # noqa: PLC0415 - as above

    from coldwater.formats.bibliography.going_out import lose_all_but_sources, sources_of  # noqa: PLC0415
    from coldwater.formats.foreign.losses import Losses  # noqa: PLC0415
    from coldwater.formats.foreign.outgoing import Written  # noqa: PLC0415

    losses = Losses()
    lose_all_but_sources(losses, outgoing, CARRIED)
    items = [_written(outgoing, losses, id_, data) for id_, data in sources_of(outgoing)]
    return Written((json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode(), losses.all())


def _written(outgoing: Outgoing, losses: Any, id_: str, data: Mapping[str, Any]) -> dict[str, Any]:
    from coldwater.formats.bibliography.dates import parts  # noqa: PLC0415 - as above
    from coldwater.formats.bibliography.fitting import lose_years_in_quotes  # noqa: PLC0415

    lose_years_in_quotes(losses, id_, data)
    kept = outgoing.kept(NAME, "sources", id_)
    item: dict[str, Any] = {"id": outgoing.foreign_id(NAME, "sources", id_) or id_}
    item["type"] = data.get("type", "document")
    for key in ("title", "publisher", "container-title", "language", "note"):
        if key in data:
            item[key] = data[key]
    if "type" not in data:
        losses.add("missing type", "CSL-JSON wants one; `document` is written", id_, field=("Source", "type"))
    if "author" in data:
        item["author"] = [{"literal": one} if isinstance(one, str) else one for one in data["author"]]
        if any("literal" in one for one in data["author"] if not isinstance(one, str)):
            losses.add("name in one piece", "it comes back as a text", id_, many="names in one piece",
                       field=("Source", "author"))  # fmt: skip
    for key in _DATES:
        if key in data:
            item[key] = {"date-parts": [parts(data[key])]}
    url = str(data.get("URL", ""))
    if url:
        item |= {"DOI": url[4:]} if url.startswith("doi:") and url[4:] else {"URL": url}
    custom = {key: data[key] for key in _CUSTOM if key in data}
    if custom:
        item["custom"] = custom
    rest = kept.get("csl")
    return {**(rest if isinstance(rest, dict) else {}), **item}

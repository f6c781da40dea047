"""BibTeX and BibLaTeX: entries as the sources of a map, and the sources of a map as entries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.formats.bibliography.bibtex_entries import Item
    from coldwater.formats.foreign.gathering import Gathering
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look
    from coldwater.formats.foreign.losses import Losses
    from coldwater.formats.foreign.outgoing import Outgoing, Written

NAME = "bibtex"
TITLE = "BibTeX and BibLaTeX"
ENDINGS = (".bib", ".bibtex")
#: Its sources can be added to a map that is there.
IS_BIBLIOGRAPHY = True
LOSES_IN: tuple[str, ...] = (
    "volume, pages, editors, keywords and other fields that a source has none of (kept in `x-from`)",
    "formatting by LaTeX commands",
)
LOSES_OUT: tuple[str, ...] = ("all but the sources",)

#: Entry types by the type of a source; the first is written, the others are read.
_TYPES: dict[str, tuple[str, ...]] = {
    "article-journal": ("article", "suppperiodical"), "book": ("book", "mvbook", "booklet"),
    "chapter": ("incollection", "inbook", "suppbook", "bookinbook"),
    "paper-conference": ("inproceedings", "conference"), "collection": ("proceedings", "mvproceedings", "mvcollection"),
    "thesis": ("thesis", "phdthesis", "mastersthesis"), "report": ("report", "techreport"),
    "webpage": ("online", "electronic", "www"), "document": ("manual",), "manuscript": ("unpublished",),
    "dataset": ("dataset",), "software": ("software",), "patent": ("patent",), "motion_picture": ("movie", "video"),
    "personal_communication": ("letter",), "legislation": ("legislation",), "legal_case": ("jurisdiction",),
    "entry-encyclopedia": ("inreference",), "periodical": ("periodical",), "standard": ("standard",),
    "performance": ("performance",), "review": ("review",), "song": ("audio", "music"),
}  # fmt: skip
_READ_TYPES = {name: type_ for type_, names in _TYPES.items() for name in names}
_CONTAINERS = ("journaltitle", "journal", "booktitle", "maintitle")
_PUBLISHERS = ("publisher", "institution", "school", "organization", "howpublished")
_CUSTOM = ("qualifications", "grade", "text")
_READ = frozenset((
    "title", "subtitle", "author", "year", "month", "day", "date", *_CONTAINERS, *_PUBLISHERS, "url", "doi", "urldate",
    "language", "langid", "note", "annote", "csltype", *_CUSTOM,
))  # fmt: skip
_CARRIED = ("title", "type", "author", "qualifications", "issued", "publisher", "container-title", "URL", "accessed",
            "language", "grade", "text", "note")  # fmt: skip
_KEY = re.compile(r"[^\s{}(),=\"#%'\\~@]+")


def is_one(look: Look) -> bool:
    """Tell whether a text has an entry, and nothing before it that is neither a comment nor an entry."""
    begins = re.compile(r"\s*@\s*[A-Za-z]+\s*[{(]")
    first = next((line for line in look.lines if not line.lstrip().startswith("%")), "")
    return begins.match(first) is not None


def read(given: Given) -> Imported:
    """Read a bibliography as the sources of a map that says nothing yet."""
    from coldwater.findings import START, Place  # noqa: PLC0415 - only where it is needed
    from coldwater.formats.bibliography.bibtex_entries import items  # noqa: PLC0415
    from coldwater.formats.foreign.gathering import Gathering  # noqa: PLC0415
    from coldwater.formats.foreign.texts import decoded  # noqa: PLC0415

    text, remark = decoded(given.data)
    gathering = Gathering(NAME, given)
    gathering.expects_claims = False
    if remark:
        gathering.remark(START, remark)
    for item in items(text, lambda line, said: gathering.remark(Place(line, 1, line, 2), said)):
        _item(gathering, item)
    return gathering.finish()


def _item(gathering: Gathering, item: Item) -> None:
    from coldwater.findings import Place  # noqa: PLC0415 - as above
    from coldwater.formats.bibliography.dates import day, day_in, month  # noqa: PLC0415
    from coldwater.formats.bibliography.fitting import address, source  # noqa: PLC0415
    from coldwater.formats.bibliography.names import people  # noqa: PLC0415

    title = ": ".join(one for one in (item.text("title"), item.text("subtitle")) if one)
    whole = item.text("date")
    issued = day_in(whole) if whole else day(item.text("year"), month(item.text("month")), item.text("day"))
    if issued is None and item.text("year"):
        issued = day_in(re.sub(r"^\D*", "", item.text("year")))
    accessed = day_in(item.text("urldate"))
    language = item.text("language", "langid")
    fields: dict[str, Any] = {
        "type": item.text("csltype") or _READ_TYPES.get(item.type, ""),
        "author": people(item.raw.get("author", "")),
        "issued": issued,
        "publisher": item.text(*_PUBLISHERS),
        "container-title": item.text(*_CONTAINERS),
        "URL": address(item.text("url"), item.text("doi")),
        "accessed": None if accessed is None else str(accessed),
        "language": language if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", language) else "",
        "note": item.text("note", "annote"),
        **{key: item.text(key) for key in _CUSTOM},
    }
    place = Place(item.line, 1, item.line, 2)
    entry = source(gathering, title, fields, id_=item.key or None, place=place)
    rest = {key: value for key, value in item.raw.items() if key not in _READ and value.strip()}
    if item.text("doi") and item.text("url"):
        rest["doi"] = item.text("doi")
    if language and not fields["language"]:
        rest["language"] = item.raw.get("language", language)
    for key in rest:
        gathering.lose(f"`{key}` of a source", "a source has no such field; `x-from` keeps it", item.key or None,
                       many=f"`{key}` of sources")  # fmt: skip
    entry.kept |= {"type": item.type} if item.type != _entry_type(fields["type"]) else {}
    if rest:
        entry.kept["bibtex"] = rest


def _entry_type(type_: str) -> str:
    return _TYPES.get(type_, ("misc",))[0]


def write(outgoing: Outgoing) -> Written:
    """Write the sources of a map, as BibLaTeX understands them and BibTeX as far as it does."""
    from coldwater.formats.bibliography.going_out import lose_all_but_sources, sources_of  # noqa: PLC0415 - as above
    from coldwater.formats.foreign.losses import Losses  # noqa: PLC0415
    from coldwater.formats.foreign.outgoing import Written  # noqa: PLC0415

    losses = Losses()
    lose_all_but_sources(losses, outgoing, _CARRIED)
    entries = [_written(outgoing, losses, id_, data) for id_, data in sources_of(outgoing)]
    return Written("\n".join(entries).encode(), losses.all())


def _written(outgoing: Outgoing, losses: Losses, id_: str, data: Mapping[str, Any]) -> str:
    from coldwater.formats.bibliography.fitting import lose_years_in_quotes  # noqa: PLC0415 - as above
    from coldwater.formats.bibliography.latex import written  # noqa: PLC0415
    from coldwater.formats.bibliography.names import spelt  # noqa: PLC0415

    lose_years_in_quotes(losses, id_, data)
    kept = outgoing.kept(NAME, "sources", id_)
    type_ = data.get("type", "")
    kind = kept.get("type") if isinstance(kept.get("type"), str) else _entry_type(type_)
    fields: dict[str, str] = {}
    if "author" in data:
        fields["author"] = " and ".join(spelt(one) for one in data["author"])
        if any("family" not in one for one in data["author"] if not isinstance(one, str)):
            losses.add("name in one piece", "it comes back as a text", id_, many="names in one piece",
                       field=("Source", "author"))  # fmt: skip
    fields["title"] = written(data["title"])
    container = "journaltitle" if kind == "article" else "booktitle"
    texts = {"container-title": container, "publisher": "publisher", "note": "note", "language": "language"}
    for key, name in (*texts.items(), *((key, key) for key in _CUSTOM)):
        if key in data:
            fields[name] = written(data[key])
    for key, name in (("issued", "date"), ("accessed", "urldate")):
        if key in data:
            fields[name] = str(data[key])
    if "URL" in data:
        url = str(data["URL"])
        is_doi = url.startswith("doi:") and len(url) > 4
        fields["doi" if is_doi else "url"] = url[4:] if is_doi else url
    if type_ and _READ_TYPES.get(str(kind)) != type_:
        fields["csltype"] = written(type_)
    rest = kept.get("bibtex")
    fields |= {key: value for key, value in rest.items() if isinstance(value, str)} if isinstance(rest, dict) else {}
    foreign = outgoing.foreign_id(NAME, "sources", id_)
    key = foreign if foreign is not None and _KEY.fullmatch(foreign) else id_
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    return "\n".join([f"@{kind}{{{key},", *lines, "}", ""])

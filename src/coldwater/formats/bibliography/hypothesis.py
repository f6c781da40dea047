"""Annotations that Hypothesis exports: the pages are sources, each annotation a claim that cites what was marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coldwater.findings import Place
    from coldwater.formats.foreign.gathering import Entry, Gathering
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look

NAME = "hypothesis"
TITLE = "annotations of Hypothesis (JSON)"
ENDINGS = (".hypothesis.json",)
#: Its sources can be added to a map that is there.
IS_BIBLIOGRAPHY = True
LOSES_IN: tuple[str, ...] = (
    "who annotated and in which group (kept in `x-from`)",
    "where in the page a mark stands, but for its words",
    "replies become part of a note",
)
LOSES_OUT: tuple[str, ...] = ()
_WHOLE = "What this map is about is not said yet."


def is_one(look: Look) -> bool:
    """Tell whether a JSON file has annotations: objects with the address of a page and a target or a text."""
    found = _annotations(look.json)[1]
    return bool(found) and all(
        isinstance(one, dict) and isinstance(one.get("uri"), str) and ("target" in one or "user" in one)
        for one in found[:20]
    )


def _annotations(data: Any) -> tuple[tuple[str, ...], Sequence[Any]]:
    """Give the list of annotations, with its place: a list by itself, or what the API or the client puts it into."""
    if isinstance(data, list):
        return (), data
    for key in ("rows", "annotations"):
        if isinstance(data, dict) and isinstance(data.get(key), list):
            return (key,), data[key]
    return (), ()


def read(given: Given) -> Imported:
    """Read an export as a draft: sources, and claims that nothing connects yet."""
    from coldwater.formats.foreign.gathering import Gathering  # noqa: PLC0415 - only where it is needed
    from coldwater.formats.foreign.json_document import read_document, refuse, rows  # noqa: PLC0415

    document = read_document(given)
    pointer, found = _annotations(document.data)
    if not pointer and not isinstance(document.data, list):
        raise refuse("an export of Hypothesis is a list of annotations, or an object with `rows` or `annotations`")
    gathering = Gathering(NAME, given)
    gathering.fields["draft"] = True
    gathering.theses = [gathering.claim(_WHOLE, wish="thesis")]
    gathering.theses[0].is_made_up = True
    reader = _Reader(gathering)
    annotations = rows(document, pointer, found)
    for annotation, place in annotations:
        if not annotation.get("references"):
            reader.annotation(annotation, place)
    for annotation, _ in annotations:
        if annotation.get("references"):
            reader.reply(annotation)
    for remark in document.remarks:
        gathering.remark(document.place(()), remark)
    return gathering.finish()


class _Reader:
    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._pages: dict[str, Entry] = {}
        self._by_id: dict[str, Entry] = {}

    def annotation(self, annotation: Mapping[str, Any], place: Callable[[], Place]) -> None:
        """Take an annotation: what was written is the claim, else what was marked."""
        from coldwater.formats.foreign.json_document import said, word  # noqa: PLC0415 - as above
        from coldwater.formats.foreign.texts import cleaned, one_line  # noqa: PLC0415

        page = self._page(annotation, place)
        marked, written = cleaned(_marked(annotation)), cleaned(said(annotation.get("text")))
        id_ = word(annotation.get("id"))
        if not marked and not written:
            self._gathering.lose("annotation without words", "it says nothing", id_, many="annotations without words")
            return
        tags = list(dict.fromkeys(tag for one in _listed(annotation.get("tags")) if (tag := one_line(said(one)))))
        claim = self._gathering.claim(written or marked, place=place, tags=tags)
        self._gathering.cite(claim, page, quote=marked)
        if id_ is not None:
            self._by_id.setdefault(id_, claim)
            claim.kept["annotation"] = id_  # a program made it: it is no id that a reader could use
        for key, many in (("user", "names of annotators"), ("group", "groups of annotators")):
            if one_line(said(annotation.get(key))):
                claim.kept[key] = said(annotation[key])
                what = "name of an annotator" if key == "user" else "group of annotators"
                self._gathering.lose(what, "to annotate is not to accept; `x-from` keeps it", id_, many=many)

    def _page(self, annotation: Mapping[str, Any], place: Callable[[], Place]) -> Entry:
        from coldwater.formats.bibliography.fitting import address, source  # noqa: PLC0415 - as above
        from coldwater.formats.foreign.json_document import said  # noqa: PLC0415

        uri = said(annotation.get("uri")).strip()
        document = annotation.get("document")
        titles = _listed(document.get("title")) if isinstance(document, dict) else []
        if uri not in self._pages:
            title = said(titles[0]) if titles else ""
            is_on_web = uri.startswith(("http://", "https://", "doi:", "urn:"))
            fields = {"type": "webpage", "URL": address(uri, "")} if is_on_web else {}
            self._pages[uri] = source(self._gathering, title or uri, fields, id_=None, place=place, wish=title or uri)
        return self._pages[uri]

    def reply(self, annotation: Mapping[str, Any]) -> None:
        """Put a reply into the note of what it is about: whether it speaks for it or against it, nobody says."""
        from coldwater.formats.foreign.json_document import said, word  # noqa: PLC0415 - as above
        from coldwater.formats.foreign.texts import cleaned  # noqa: PLC0415

        id_, text = word(annotation.get("id")), cleaned(said(annotation.get("text")))
        above = [word(one) or "" for one in _listed(annotation.get("references"))]
        claim = next((self._by_id[one] for one in above if one in self._by_id), None)
        if claim is None or not text:
            why = "what it is about is not here" if text else "it says nothing"
            self._gathering.lose("reply", why, id_, many="replies")
            return
        claim.fields["note"] = "\n".join(one for one in (claim.fields.get("note"), text) if one)
        why = "whether it is for or against is not said; its text is in the note"
        self._gathering.lose("reply as a claim", why, id_, many="replies as claims")


def _marked(annotation: Mapping[str, Any]) -> str:
    """Give the words that were marked on the page; empty for a note on the page as a whole."""
    from coldwater.formats.foreign.json_document import said  # noqa: PLC0415 - as above

    for target in _listed(annotation.get("target")):
        for selector in _listed(target.get("selector")) if isinstance(target, dict) else ():
            if isinstance(selector, dict) and selector.get("type") == "TextQuoteSelector":
                return said(selector.get("exact"))
    return ""


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]

"""Graphs of arguebuf become maps, as AIF does; its resources become sources, its participants positions."""

from __future__ import annotations

import re
from typing import Any

from coldwater.findings import START
from coldwater.formats.aif.graph import (
    CONFLICT,
    INFERENCE,
    PREFERENCE,
    REPHRASE,
    STATEMENT,
    UNTYPED,
    Edge,
    Node,
    SchemeGraph,
)
from coldwater.formats.aif.keeping import keepable
from coldwater.formats.aif.labels import scheme_of
from coldwater.formats.aif.mapping import map_graph
from coldwater.formats.foreign.gathering import Gathering
from coldwater.formats.foreign.json_document import read_document, refuse, said, word
from coldwater.formats.foreign.texts import cleaned, one_line
from coldwater.model.patterns import URL_PATTERN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.formats.aif.mapping import Mapped
    from coldwater.formats.foreign.gathering import Entry
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.json_document import Document
    from coldwater.formats.foreign.places import Where

#: Kinds of schemes, and what the names of their values begin with.
KINDS = {"support": INFERENCE, "attack": CONFLICT, "rephrase": REPHRASE, "preference": PREFERENCE}
_LONGEST_TITLE = 80


def read_arguebuf(format_: str, given: Given) -> Imported:
    """Read a graph. Raises RefusedError for what is no JSON, or no object."""
    document = read_document(given)
    if not isinstance(document.data, dict):
        raise refuse("there is no graph in this file: it is not an object with `nodes` and `edges`")
    return _Graph(format_, given, document).read()


def field(data: dict[str, Any], name: str) -> Any:
    """Give the value of a field, whose name may be spelt `likeThis` or `like_this`."""
    return data[name] if name in data else data.get(re.sub("[A-Z]", lambda found: f"_{found[0].lower()}", name))


class _Graph:
    def __init__(self, format_: str, given: Given, document: Document) -> None:
        self._gathering = Gathering(format_, given)
        self._document = document
        self._data: dict[str, Any] = document.data

    def read(self) -> Imported:
        gathering = self._gathering
        nodes = [self._node(id_, raw, place) for id_, raw, place in self._members("nodes")]
        edges = [self._edge(id_, raw, place) for id_, raw, place in self._members("edges")]
        for remark in self._document.remarks:
            gathering.remark(START, remark)
        mapped = map_graph(SchemeGraph(nodes, edges), gathering)
        self._take_sources(nodes, mapped)
        self._take_participants(nodes, mapped)
        claim = word(field(self._data, "majorClaim"))
        if claim and claim in mapped.claims:
            gathering.foremost = mapped.claims[claim]
        elif claim:
            gathering.remark(START, f"`majorClaim` is no atom: `{claim[:40]}`")
        for key, what in (("analysts", "analyst"), ("userdata", "data of users")):
            if self._data.get(key):
                gathering.lose(what, "a map has no place for it", key, many="data of users" if key[0] == "u" else None)
        self._keep(mapped)
        return gathering.finish()

    def _members(self, key: str) -> Iterator[tuple[str, dict[str, Any], Where]]:
        value = self._data.get(key)
        if not isinstance(value, dict):
            if key in ("nodes", "edges"):
                self._gathering.remark(START, f"`{key}` is no object")
            return
        for id_, raw in value.items():
            place = self._document.late((key, id_))
            if isinstance(raw, dict):
                yield id_, raw, place
            else:
                self._gathering.remark(place, f"this is no object; it is left out of `{key}`")

    # --- nodes and edges --------------------------------------------------------------------------------------------

    def _node(self, id_: str, raw: dict[str, Any], place: Where) -> Node:
        rest = {key: value for key, value in raw.items() if key not in ("atom", "scheme")}
        atom = raw.get("atom")
        if isinstance(atom, dict) or "scheme" not in raw:
            atom = atom if isinstance(atom, dict) else {}
            text = cleaned(said(atom.get("text")))
            more = {key: value for key, value in atom.items() if key != "text" or cleaned(said(value)) != value}
            kept = rest | ({"atom": more} if more else {})
            return Node(id_, STATEMENT, text, kept=_under("node", kept), raw=raw, place=place)
        scheme = raw["scheme"] if isinstance(raw["scheme"], dict) else {}
        kind, value = kind_of(scheme)
        name = scheme_of(value) if kind in (INFERENCE, CONFLICT) else None
        return Node(id_, kind, value, scheme=name, kept=_under("node", rest | {"scheme": scheme}), raw=raw, place=place)

    def _edge(self, id_: str, raw: dict[str, Any], place: Where) -> Edge:
        rest = {key: value for key, value in raw.items() if key not in ("source", "target")}
        source, target = word(raw.get("source")) or "", word(raw.get("target")) or ""
        kept = keepable({"id": id_, **rest}) if rest else id_
        return Edge(source, target, name=f"{id_} ({source} -> {target})", kept=kept, raw=(id_, raw), place=place)

    # --- sources and participants -----------------------------------------------------------------------------------

    def _take_sources(self, nodes: list[Node], mapped: Mapped) -> None:
        sources: dict[str, Entry] = {}
        for id_, raw, place in self._members("resources"):
            text, link = said(raw.get("text")), said(raw.get("source"))
            title = one_line(said(raw.get("title")) or link or text[:_LONGEST_TITLE]) or id_
            url = link if re.search(URL_PATTERN, link) else None
            sources[id_] = self._gathering.source(title, id_=id_, place=place, URL=url)
            sources[id_].kept["resource"] = keepable({key: value for key, value in raw.items() if key != "id"})
            if text.strip():
                why = "a map names its sources; their texts lie beside it"
                self._gathering.lose("full text of a resource", why, id_, many="full texts of resources")
        for node in nodes:
            reference = _atom(node).get("reference")
            if not isinstance(reference, dict) or node.id not in mapped.claims:
                continue
            source = sources.get(word(reference.get("resource")) or "")
            quote = cleaned(said(reference.get("text")))
            if source is not None:
                self._gathering.cite(mapped.claims[node.id], source, quote=quote)
            elif quote and quote != node.text:
                why = "a quotation needs a source, and the file names none"
                self._gathering.lose("reference", why, node.id)

    def _take_participants(self, nodes: list[Node], mapped: Mapped) -> None:
        people: dict[str, Entry] = {}
        for id_, raw, place in self._members("participants"):
            name = one_line(said(raw.get("name"))) or one_line(said(raw.get("username"))) or id_
            people[id_] = self._gathering.position(name, id_=id_, place=place)
            people[id_].kept["participant"] = keepable(raw)
        for node in nodes:
            position = people.get(word(_atom(node).get("participant")) or "")
            if position is not None and node.id in mapped.claims:
                self._gathering.accept(position, mapped.claims[node.id])

    def _keep(self, mapped: Mapped) -> None:
        """Keep what no entry keeps: nodes and edges that are left over, and all that stands beside them."""
        known = ("nodes", "edges", "resources", "participants", "majorClaim", "major_claim")
        parts = {
            "nodes": {node.id: keepable(node.raw) for node in mapped.nodes},
            "edges": {edge.raw[0]: keepable(edge.raw[1]) for edge in mapped.edges},
            "dangling": {edge.raw[0]: keepable(edge.raw[1]) for edge in mapped.dangling},
            "more": keepable({key: value for key, value in self._data.items() if key not in known}),
        }
        self._gathering.kept.update({key: value for key, value in parts.items() if value})


def kind_of(scheme: dict[str, Any]) -> tuple[str, str]:
    """Give the kind of a scheme and what it is called; a value that is not known, or a number, tells the kind only."""
    for key, kind in KINDS.items():
        if key in scheme:
            value = said(scheme[key])
            return kind, "" if value.isdigit() else value.upper().removeprefix(f"{key.upper()}_").replace("_", " ")
    older = said(scheme.get("type")).lower()
    return next(((kind, "") for key, kind in KINDS.items() if key in older), (UNTYPED, ""))


def _atom(node: Node) -> dict[str, Any]:
    atom = node.raw.get("atom") if isinstance(node.raw, dict) else None
    return atom if isinstance(atom, dict) else {}


def _under(key: str, value: dict[str, Any]) -> dict[str, Any]:
    return {key: keepable(value)} if value else {}

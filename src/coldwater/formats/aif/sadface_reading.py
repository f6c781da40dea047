"""Documents of SADFace become maps, as AIF does."""

from __future__ import annotations

import re
from typing import Any

from coldwater.findings import START
from coldwater.formats.aif.graph import CONFLICT, INFERENCE, STATEMENT, Edge, Node, SchemeGraph
from coldwater.formats.aif.labels import scheme_of
from coldwater.formats.aif.mapping import map_graph
from coldwater.formats.aif.reading import read_frame
from coldwater.formats.foreign.gathering import Gathering
from coldwater.formats.foreign.json_document import read_document, rows, said, word
from coldwater.formats.foreign.texts import cleaned, one_line
from coldwater.schemes.forms import folded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.formats.aif.mapping import Mapped
    from coldwater.formats.foreign.gathering import Entry
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.json_document import Document
    from coldwater.formats.foreign.places import Where

_CONFLICTS = frozenset(["attack", "conflict", "disagree", "disagreement"])
_LONGEST_TITLE = 80
#: Since this version the library writes conflicts from attacked to attacker.
_BACKWARDS_SINCE = (0, 5)


def read_sadface(format_: str, given: Given, is_backwards: bool | None = None) -> Imported:
    """Read a document. ``is_backwards``: conflicts lead from attacked to attacker; None where the file should tell it.

    Raises RefusedError for what is no JSON, or no object.
    """
    document = read_document(given)
    gathering = Gathering(format_, given)
    return _Document(document, gathering, read_frame(document, gathering, None), is_backwards).read()


class _Document:
    def __init__(
        self, document: Document, gathering: Gathering, data: dict[str, Any], is_backwards: bool | None
    ) -> None:
        self._document = document
        self._gathering = gathering
        self._data = data
        self._core = _core(data)
        self._is_backwards = is_backwards
        self._is_new = _version(self._core) >= _BACKWARDS_SINCE

    def read(self) -> Imported:
        gathering, core = self._gathering, self._core
        gathering.title = one_line(said(core.get("title")))
        if description := cleaned(said(core.get("description"))):
            gathering.fields["description"] = description
        for key, what in (("notes", "note on the whole"), ("analyst_name", "name of the analyst")):
            if said(core.get(key)).strip():
                gathering.lose(what, "a map has no place for it", key, many=what)
        kinds = [self._node(raw, place) for raw, place in rows(self._document, ("nodes",), self._data.get("nodes"))]
        nodes = [node for node, _ in kinds]
        both = self._taken_by_both({node.id for node, is_new in kinds if is_new and node.id is not None})
        graph = SchemeGraph([node for node in nodes if node.id not in both], both.pop("", []))
        for remark in self._document.remarks:
            gathering.remark(START, remark)
        mapped = map_graph(graph, gathering)
        self._contradict(both, mapped, {node.id: node for node in nodes})
        self._take_sources(nodes, mapped)
        claim = word(core.get("claim"))
        if claim in mapped.claims:
            gathering.foremost = mapped.claims[claim or ""]
        elif claim:
            gathering.remark(START, f"`claim` is no atom: `{claim[:40]}`")
        return gathering.finish()

    def _node(self, raw: dict[str, Any], place: Where) -> tuple[Node, bool]:
        """Give a node, and whether it is a conflict as the library of late writes them."""
        kind, id_, name = said(raw.get("type")).strip().lower(), word(raw.get("id")), said(raw.get("name"))
        if kind == "atom":
            return Node(id_, STATEMENT, cleaned(said(raw.get("text"))), raw=raw, place=place), False
        is_conflict = kind == "conflict" or (kind == "scheme" and folded(name) in _CONFLICTS)
        if not is_conflict and kind not in ("inference", "scheme"):
            return Node(id_, kind or "?", name, raw=raw, place=place), False
        scheme = None if folded(name) in _CONFLICTS else scheme_of(name)
        node = Node(id_, CONFLICT if is_conflict else INFERENCE, name, scheme=scheme, raw=raw, place=place)
        is_librarys = kind == "conflict" and folded(name) == "attack" and self._is_new
        return node, is_conflict and (is_librarys if self._is_backwards is None else self._is_backwards)

    def _taken_by_both(self, backwards: set[str]) -> dict[str, list[Edge]]:
        """Give the edges under "", those of backward conflicts turned round, and by conflict those of disagreements.

        A conflict from which all edges lead away, two or more, is a disagreement of both sides.
        """
        edges = []
        for raw, place in rows(self._document, ("edges",), self._data.get("edges")):
            source, target = word(raw.get("source_id")) or "", word(raw.get("target_id")) or ""
            edges.append(Edge(source, target, name=word(raw.get("id")) or "", raw=raw, place=place))
        conflicts, steps, atoms = self._kinds()
        into: dict[str, list[Edge]] = {}
        out: dict[str, list[Edge]] = {}
        for edge in edges:
            into.setdefault(edge.target, []).append(edge)
            out.setdefault(edge.source, []).append(edge)
        both = {
            id_: out[id_] for id_ in conflicts
            if id_ not in into and len(out.get(id_, ())) > 1 and all(edge.target in atoms for edge in out[id_])
        }  # fmt: skip
        for id_ in conflicts - both.keys():
            # An edge between steps begins at the one that is about the other, whichever way the rest is drawn.
            is_plain = not any(edge.target in steps for edge in out.get(id_, ()))
            comes_from_step = any(edge.source in steps - conflicts for edge in into.get(id_, ()))
            if (id_ in backwards and is_plain) or comes_from_step:
                for edge in (*into.get(id_, ()), *out.get(id_, ())):
                    edge.source, edge.target = edge.target, edge.source
        disagreeing = {id(edge) for found in both.values() for edge in found}
        return {**both, "": [edge for edge in edges if id(edge) not in disagreeing]}

    def _kinds(self) -> tuple[set[str], set[str], set[str]]:
        """Give the ids of conflicts, of all steps, and of atoms."""
        conflicts: set[str] = set()
        steps: set[str] = set()
        atoms: set[str] = set()
        nodes = self._data.get("nodes")
        for raw in nodes if isinstance(nodes, list) else ():
            if isinstance(raw, dict) and (id_ := word(raw.get("id"))) is not None:
                kind = said(raw.get("type")).strip().lower()
                is_conflict = kind == "conflict" or (kind == "scheme" and folded(said(raw.get("name"))) in _CONFLICTS)
                if is_conflict:
                    conflicts.add(id_)
                (atoms if kind == "atom" else steps).add(id_)
        return conflicts, steps, atoms

    def _contradict(self, both: dict[str, list[Edge]], mapped: Mapped, nodes: dict[str | None, Node]) -> None:
        for id_, edges in both.items():
            entries = [mapped.claims[edge.target] for edge in edges if edge.target in mapped.claims]
            for number, entry in enumerate(entries):
                for other in entries[:number]:
                    self._gathering.contradict(other, entry)
            if len(set(entries)) < 2:
                self._gathering.remark(
                    nodes[id_].place if id_ in nodes else START,
                    "this conflict joins one statement with itself; it is left out",
                )
                self._gathering.lose("conflict", "it has one end", id_)

    def _take_sources(self, nodes: list[Node], mapped: Mapped) -> None:
        sources: dict[str, Entry] = {}
        for raw, place in rows(self._document, ("resources",), self._data.get("resources")):
            text, id_ = said(raw.get("content")), word(raw.get("id"))
            title = one_line(said(_core(raw).get("title"))) or one_line(text[:_LONGEST_TITLE]) or id_ or ""
            source = self._gathering.source(title, id_=id_, place=place)
            if id_ is not None:
                sources.setdefault(id_, source)
            if text.strip():
                why = "a map names its sources; their texts lie beside it"
                self._gathering.lose("full text of a resource", why, id_, many="full texts of resources")
        for node in nodes:
            listed = node.raw.get("sources") if node.kind == STATEMENT and node.id in mapped.claims else None
            for raw in listed if isinstance(listed, list) else ():
                found = sources.get(word(raw.get("resource_id")) or "") if isinstance(raw, dict) else None
                if found is not None:
                    self._gathering.cite(mapped.claims[node.id or ""], found, quote=cleaned(said(raw.get("text"))))


def _core(data: dict[str, Any]) -> dict[str, Any]:
    metadata = data.get("metadata")
    core = metadata.get("core") if isinstance(metadata, dict) else None
    return core if isinstance(core, dict) else {}


def _version(core: dict[str, Any]) -> tuple[int, ...]:
    found = re.match(r"(\d{1,4})\.(\d{1,4})", said(core.get("version")))
    return (int(found[1]), int(found[2])) if found else (0, 0)

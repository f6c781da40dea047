"""The nodes and edges of a map in AIF, those again that were kept when it was read."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from coldwater.formats.aif.entities import with_entities
from coldwater.formats.aif.graph import CONFLICT, INFERENCE, STATEMENT, UNTYPED
from coldwater.formats.aif.labels import label_of, scheme_of
from coldwater.formats.aif.nodeset import IDLE_LABELS, label_in, text_of
from coldwater.formats.foreign.json_document import said, word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coldwater.formats.foreign.outgoing import Outgoing
    from coldwater.model.models import Argument


class Steps:
    """Nodes and edges as AIF JSON has them. ``names_forms``: edges say that they follow no form, as AIFdb's do."""

    def __init__(self, format_: str, outgoing: Outgoing, names_forms: bool) -> None:
        self.nodes: list[dict[str, Any]] = []
        self.edges: list[dict[str, Any]] = []
        self._outgoing = outgoing
        self._format = format_
        self._names_forms = names_forms
        origin = outgoing.origin(format_) or {}
        left = [node for node in _objects(origin, "nodes") if word(node.get("nodeID")) is not None]
        self._numbers = origin.get("numbers")
        self._listed_numbers = frozenset(self._numbers) if isinstance(self._numbers, list) else frozenset()
        self._taken = {said(node.get("nodeID")) for node in left}
        self._ids: dict[str, str] = {}
        self._name_claims()
        shared = self._name_steps()
        self._edge_ids = self._free_edge_ids(origin)
        for id_, claim in outgoing.map.claims.items():
            self._add_claim(id_, claim.text)
        for id_, argument in outgoing.map.arguments.items():
            self._add_argument(id_, argument, shared)
        self.nodes += left
        there = {said(node["nodeID"]) for node in self.nodes}
        self.edges += [edge for edge in _objects(origin, "edges") if _joins(edge, there)]
        self.edges += [edge for edge in _objects(origin, "dangling") if not _joins(edge, there)]

    def _name_claims(self) -> None:
        """Name the claims; two that had one id in the file have it again."""
        given: set[str] = set()
        for id_ in self._outgoing.map.claims:
            foreign = self._outgoing.foreign_id(self._format, "claims", id_)
            self._ids[id_] = foreign if foreign is not None and foreign in given else self._take(foreign or id_)
            given.add(self._ids[id_])

    def _take(self, wish: str) -> str:
        free = wish if wish not in self._taken else next(
            name for name in (f"{wish}-{number}" for number in count(2)) if name not in self._taken
        )  # fmt: skip
        self._taken.add(free)
        return free

    def _name_steps(self) -> dict[str, str]:
        """Name the steps, and give the arguments that share a step with another: parts of one that was taken apart."""
        first: dict[str, str] = {}
        shared: dict[str, str] = {}
        arguments = self._outgoing.map.arguments
        for id_, argument in arguments.items():
            kept = self._outgoing.kept(self._format, "arguments", id_)
            foreign = self._outgoing.foreign_id(self._format, "arguments", id_) or id_
            main = first.get(foreign)
            if "part" in kept and main is not None and _is_alike(argument, arguments[main]):
                shared[id_] = main
                self._ids[id_] = self._ids[main]
                continue
            if "direct" in kept and _is_direct(argument, arguments):
                continue
            self._ids[id_] = self._take(foreign)
            first.setdefault(foreign, id_)
        return shared

    def _free_edge_ids(self, origin: Mapping[str, Any]) -> Iterator[str]:
        taken = {said(edge.get("edgeID")) for key in ("edges", "dangling") for edge in _objects(origin, key)}
        for id_ in self._outgoing.map.arguments if origin else ():
            kept = self._outgoing.kept(self._format, "arguments", id_)
            into = kept.get("in")
            for one in (kept.get("out"), kept.get("direct"), *(into.values() if isinstance(into, dict) else ())):
                taken.add(said(one.get("edgeID") if isinstance(one, dict) else one))
        return (str(number) for number in count(1) if str(number) not in taken)

    # --- nodes ------------------------------------------------------------------------------------------------------

    def _add_claim(self, id_: str, text: str) -> None:
        kept = self._outgoing.kept(self._format, "claims", id_)
        typed: Any = with_entities(text)
        if "text" in kept and text_of(said(kept["text"])) in (text, *_stand_ins(self._ids[id_], text)):
            typed = kept["text"]
        self._add_node(id_, typed, STATEMENT, kept)

    def _add_argument(self, id_: str, argument: Argument, shared: Mapping[str, str]) -> None:
        kept = self._outgoing.kept(self._format, "arguments", id_)
        target = self._ids.get(argument.target, "")
        if id_ not in self._ids:
            self._add_edge(self._ids[argument.premises[0]], target, kept.get("direct"))
            return
        if id_ not in shared:
            self._add_step(id_, argument, kept)
            into = kept.get("in")
            for premise in argument.premises:
                edge = into.get(self._ids[premise]) if isinstance(into, dict) else None
                self._add_edge(self._ids[premise], self._ids[id_], edge)
        self._add_edge(self._ids[id_], target, kept.get("out"))

    def _add_step(self, id_: str, argument: Argument, kept: Mapping[str, Any]) -> None:
        kind = CONFLICT if argument.attacks is not None else INFERENCE
        idle = IDLE_LABELS[kind]
        as_kept = {"text": kept.get("text", label_of(argument.scheme, idle)), "scheme": kept.get("scheme")}
        if scheme_of(label_in(as_kept)) == argument.scheme:
            self._add_node(id_, as_kept["text"], kind, kept)
            return
        rest = {key: value for key, value in kept.items() if key not in ("scheme", "schemeID")}
        self._add_node(id_, label_of(argument.scheme, idle), kind, rest)

    def _add_node(self, id_: str, text: Any, kind: str, kept: Mapping[str, Any]) -> None:
        typed = kept.get("type", kind)
        known = said(typed).strip().upper()
        fits = "type" in kept and (known == kind or (known == UNTYPED and kind == INFERENCE))
        node = {"nodeID": self._as_typed(self._ids[id_]), "text": text, "type": typed if fits else kind}
        node |= {key: kept[key] for key in ("timestamp", "scheme", "schemeID") if key in kept}
        more = kept.get("more")
        self.nodes.append(node | (more if isinstance(more, dict) else {}))

    # --- edges ------------------------------------------------------------------------------------------------------

    def _add_edge(self, source: str, target: str, kept: Any) -> None:
        ends = {"fromID": self._as_typed(source), "toID": self._as_typed(target)}
        if isinstance(kept, dict):
            self.edges.append(kept | ends)
            return
        edge = {"edgeID": next(self._edge_ids) if kept is None else kept, **ends}
        self.edges.append(edge | {"formEdgeID": None} if self._names_forms else edge)

    def _as_typed(self, id_: str) -> str | int:
        """Give an id as the file had it: a number or a text."""
        is_number = self._numbers is True or id_ in self._listed_numbers
        return int(id_) if is_number and id_.removeprefix("-").isascii() and id_.removeprefix("-").isdigit() else id_


def _objects(origin: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    value = origin.get(key)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _joins(edge: Mapping[str, Any], there: set[str]) -> bool:
    return said(edge.get("fromID")) in there and said(edge.get("toID")) in there


def _stand_ins(id_: str, text: str) -> tuple[str, ...]:
    """Give the text of a node of which a claim without words was made, if this may be one."""
    return ("",) if text in (f"({id_})", "…") else ()


def _is_alike(one: Argument, other: Argument) -> bool:
    return one.premises == other.premises and (one.attacks is None) == (other.attacks is None) and (
        one.scheme == other.scheme
    )  # fmt: skip


def _is_direct(argument: Argument, arguments: Mapping[str, Argument]) -> bool:
    """Tell whether an argument can be an edge by itself, from one claim to another."""
    return (
        len(argument.premises) == 1 and argument.supports is not None and argument.supports not in arguments
        and argument.scheme is None
    )  # fmt: skip

"""Maps become graphs of arguebuf: atoms, schemes, edges; sources go along as resources, positions as participants."""

from __future__ import annotations

import json
from itertools import count
from typing import TYPE_CHECKING, Any

from coldwater.formats.aif.arguebuf_reading import KINDS, kind_of, read_arguebuf
from coldwater.formats.aif.graph import UNTYPED
from coldwater.formats.aif.labels import scheme_of
from coldwater.formats.foreign.imported import Given
from coldwater.formats.foreign.losses import Losses
from coldwater.formats.foreign.outgoing import Written, lose_fields
from coldwater.formats.foreign.reading_back import lose_unread, named_by_file
from coldwater.schemes.lookup import find_scheme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.formats.foreign.outgoing import Outgoing
    from coldwater.model.models import Argument, Claim

_WHY = "arguebuf has no place for it"
_CARRIED = {
    "Map": ("thesis", "rivals", "shape", "draft"),
    "Claim": ("text", "cites"),
    "Argument": ("premises", "supports", "attacks", "scheme"),
    "Source": ("title", "URL"),
    "Citation": ("source", "quote"),
    "Position": ("name", "accepts"),
}


def write_arguebuf(format_: str, outgoing: Outgoing) -> Written:
    """Write a map; what was kept when it was read from arguebuf is written again. Bytes are always the same."""
    losses = Losses()
    graph = _Graph(format_, outgoing, losses)
    data = (json.dumps(graph.data(), ensure_ascii=False, indent=1) + "\n").encode()
    by_file = ("title",) if named_by_file(outgoing) else ()
    lose_fields(losses, outgoing, _CARRIED | {"Map": (*_CARRIED["Map"], *by_file)}, _WHY)
    lose_unread(losses, outgoing, read_arguebuf(format_, Given("", data)), _WHY, positions=True, passed=("scheme",))
    return Written(data, losses.all())


class _Graph:
    def __init__(self, format_: str, outgoing: Outgoing, losses: Losses) -> None:
        self._format = format_
        self._outgoing = outgoing
        self._losses = losses
        self._origin = outgoing.origin(format_) or {}
        self._nodes: dict[str, Any] = {}
        self._edges: dict[str, Any] = {}
        self._ids: dict[str, str] = {}
        self._taken = set(_dict(self._origin.get("nodes")))
        self._numbers = count(1)
        self._edge_ids = {*_dict(self._origin.get("edges")), *_dict(self._origin.get("dangling"))}

    def data(self) -> dict[str, Any]:
        """Give the graph."""
        map_ = self._outgoing.map
        first: dict[str, str] = {}
        for id_ in map_.claims:
            self._ids[id_] = self._take(self._foreign("claims", id_))
        for id_, argument in map_.arguments.items():
            kept = self._kept("arguments", id_)
            foreign = self._foreign("arguments", id_)
            main = first.get(foreign)
            if "part" in kept and main is not None and map_.arguments[main].premises == argument.premises:
                self._ids[id_] = self._ids[main]
            elif not self._is_direct(argument, kept):
                self._ids[id_] = self._take(foreign)
                first.setdefault(foreign, id_)
        resources = {self._foreign("sources", id_): self._resource(id_) for id_ in map_.sources}
        people, said_by = self._participants()
        for id_, claim in map_.claims.items():
            self._nodes[self._ids[id_]] = self._atom(id_, claim, said_by.get(id_))
        for id_, argument in map_.arguments.items():
            self._add(id_, argument)
        self._nodes |= _dict(self._origin.get("nodes"))
        self._edges |= {id_: edge for id_, edge in _dict(self._origin.get("edges")).items() if self._joins(edge)}
        self._edges |= {id_: edge for id_, edge in _dict(self._origin.get("dangling")).items() if not self._joins(edge)}
        rest = _dict(self._origin.get("more")) or {"schemaVersion": 1}
        whole = {"nodes": self._nodes, "edges": self._edges, "resources": resources, "participants": people}
        return {key: value for key, value in whole.items() if value or key in ("nodes", "edges")} | {
            "majorClaim": self._ids[map_.thesis], **rest,
        }  # fmt: skip

    # --- nodes and edges --------------------------------------------------------------------------------------------

    def _atom(self, id_: str, claim: Claim, participant: str | None) -> dict[str, Any]:
        kept = dict(_dict(self._kept("claims", id_).get("node")))
        before = _dict(kept.pop("atom", None))
        atom: dict[str, Any] = {"text": claim.text}
        if claim.cites:
            reference = {"resource": self._foreign("sources", claim.cites[0].source)}
            quote = claim.cites[0].quote
            reference |= {"text": quote} if quote else {}
            offset = _dict(before.get("reference")).get("offset")
            atom["reference"] = reference if offset is None else reference | {"offset": offset}
            self._losses.add(
                "further citation of a claim", _WHY, id_, many="further citations of claims", field=("Claim", "cites"),
                count=len(claim.cites) - 1,
            )  # fmt: skip
        elif isinstance(before.get("reference"), dict) and "resource" not in before["reference"]:
            atom["reference"] = before["reference"]
        if participant is not None:
            atom["participant"] = participant
        more = {key: value for key, value in before.items() if key not in ("text", "reference", "participant")}
        return {"atom": atom | more, **kept}

    def _add(self, id_: str, argument: Argument) -> None:
        kept = self._kept("arguments", id_)
        target = self._ids[argument.target]
        if id_ not in self._ids:
            self._add_edge(self._ids[argument.premises[0]], target, kept.get("direct"))
            return
        step = self._ids[id_]
        if step not in self._nodes:
            rest = dict(_dict(kept.get("node")))
            self._nodes[step] = {"scheme": self._scheme(id_, argument, rest.pop("scheme", None)), **rest}
            into = _dict(kept.get("in"))
            for premise in argument.premises:
                self._add_edge(self._ids[premise], step, into.get(self._ids[premise]))
        self._add_edge(step, target, kept.get("out"))

    def _scheme(self, id_: str, argument: Argument, kept: Any) -> dict[str, Any]:
        kind = "support" if argument.attacks is None else "attack"
        before = _dict(kept)
        if isinstance(kept, dict):
            there, name = kind_of(kept)
            fits = there == KINDS[kind] or (there == UNTYPED and kind == "support")
            if fits and scheme_of(name) == argument.scheme:
                return kept
        found = None if argument.scheme is None else find_scheme(argument.scheme)
        value = found.arguebuf if found and kind == "support" else None
        if argument.scheme is not None and (value is None or scheme_of(value.replace("_", " ")) != argument.scheme):
            self._losses.add("scheme", "arguebuf does not know it", id_, field=("Argument", "scheme"))
        described = {"premiseDescriptors": before["premiseDescriptors"]} if "premiseDescriptors" in before else {}
        return {kind: f"{kind.upper()}_{value or 'DEFAULT'}", **described}

    def _add_edge(self, source: str, target: str, kept: Any) -> None:
        rest = dict(kept) if isinstance(kept, dict) else {}
        id_ = rest.pop("id", kept)
        if not isinstance(id_, str) or id_ in self._edges:
            id_ = next(name for name in (f"e{number}" for number in self._numbers) if name not in self._edge_ids)
        self._edge_ids.add(id_)
        self._edges[id_] = {"source": source, "target": target, **rest}

    def _joins(self, edge: Any) -> bool:
        return (
            isinstance(edge, dict) and str(edge.get("source")) in self._nodes and str(edge.get("target")) in self._nodes
        )

    # --- what stands beside them ------------------------------------------------------------------------------------

    def _resource(self, id_: str) -> dict[str, Any]:
        source = self._outgoing.map.sources[id_]
        before = _dict(self._kept("sources", id_).get("resource"))
        resource = {"text": "", "title": source.title} | before
        if source.url is not None:
            resource["source"] = source.url
        is_as_read = before and _title(before) == source.title
        return resource | ({} if is_as_read else {"title": source.title})

    def _participants(self) -> tuple[dict[str, Any], dict[str, str]]:
        """Give the participants, and who says what, as far as only one does."""
        people: dict[str, Any] = {}
        holders: dict[str, list[str]] = {}
        for id_, position in self._outgoing.map.positions.items():
            foreign = self._foreign("positions", id_)
            people[foreign] = _dict(self._kept("positions", id_).get("participant")) | {"name": position.name}
            for claim in position.accepts:
                holders.setdefault(claim, []).append(foreign)
        return people, {claim: who[0] for claim, who in holders.items()}

    # --- ids --------------------------------------------------------------------------------------------------------

    def _kept(self, section: str, id_: str) -> Mapping[str, Any]:
        return self._outgoing.kept(self._format, section, id_)

    def _foreign(self, section: str, id_: str) -> str:
        return self._outgoing.foreign_id(self._format, section, id_) or id_

    def _take(self, wish: str) -> str:
        numbers = count(2)
        while wish in self._taken:
            wish = f"{wish}-{next(numbers)}"
        self._taken.add(wish)
        return wish

    def _is_direct(self, argument: Argument, kept: Mapping[str, Any]) -> bool:
        is_plain = len(argument.premises) == 1 and argument.supports in self._outgoing.map.claims
        return "direct" in kept and is_plain and argument.scheme is None


def _title(resource: dict[str, Any]) -> str:
    return str(resource.get("title") or resource.get("source") or "")


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}

"""Maps to microtexts: a piece of text and a unit for each claim, a relation for each argument, one more per premise."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from coldwater.findings import START
from coldwater.formats.foreign.gathering import Entry
from coldwater.formats.foreign.imported import Given
from coldwater.formats.foreign.losses import Losses
from coldwater.formats.foreign.naming import id_of_words
from coldwater.formats.foreign.outgoing import Written, lose_fields
from coldwater.formats.foreign.reading_back import lose_unread, named_by_file
from coldwater.formats.foreign.texts import cleaned
from coldwater.formats.microtexts.reading import NAME, RELATIONS, read_microtext
from coldwater.formats.microtexts.roles import roles_by_attacks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coldwater.formats.foreign.outgoing import Outgoing
    from coldwater.model.models import Argument, Claim

_WHY = "microtexts have no place for it"
_CARRIED = {
    "Map": ("thesis", "rivals", "shape", "draft"),
    "Claim": ("text", "implicit"),
    "Argument": ("premises", "supports", "attacks", "scheme"),
}
#: What an id may be in XML, and no more than an id of ours.
_XML_ID = re.compile(r"[^\W\d][\w.·-]*")
_EXAMPLE = "example"


def write_microtext(outgoing: Outgoing) -> Written:
    """Write a map; what was kept when it was read from a microtext is written again. Bytes are always the same."""
    data = _Text(outgoing).written().encode()
    losses = Losses()
    by_file = ("title",) if named_by_file(outgoing) else ()
    lose_fields(losses, outgoing, _CARRIED | {"Map": (*_CARRIED["Map"], *by_file)}, _WHY)
    for id_, argument in outgoing.map.arguments.items():
        if argument.scheme is not None and (argument.scheme != _EXAMPLE or argument.attacks is not None):
            losses.add("scheme", _WHY, id_, field=("Argument", "scheme"))
    lose_unread(losses, outgoing, read_microtext(Given("", data)), _WHY, passed=("scheme",))
    return Written(data, losses.all())


class _Text:
    """The elements of a microtext, made of a map."""

    def __init__(self, outgoing: Outgoing) -> None:
        self._outgoing = outgoing
        self._origin = outgoing.origin(NAME) or {}
        self._edus: dict[str, tuple[str, str | None]] = {}
        self._segments: list[tuple[str, str, str]] = []
        self._adus: list[tuple[str, str]] = []
        self._relations: list[dict[str, str]] = []
        self._joints = [one for one in _listed(self._origin.get("joints")) if isinstance(one, str)]
        self._taken: set[str] = set(self._joints)
        self._keep_ids()
        self._numbers: dict[str, Iterator[int]] = {}
        self._ids: dict[str, str] = {}
        for section, stem in (("claims", "a"), ("arguments", "c")):
            for id_ in getattr(outgoing.map, section):
                wish = outgoing.foreign_id(NAME, section, id_) or id_
                self._ids[id_] = self._take(wish, stem)

    def _keep_ids(self) -> None:
        """Set the ids aside that pieces, segments and left edges had, so that no other takes them."""
        kept = [self._origin]
        kept += [self._outgoing.kept(NAME, "claims", id_) for id_ in self._outgoing.map.claims]
        self._taken.update(edu["id"] for one in kept for edu in _edus(one))
        self._taken.update(way[0] for one in kept for way in _ways(one))
        self._taken.update(edge["id"] for edge in _edges(self._origin))
        for id_ in self._outgoing.map.arguments:
            added = _listed(self._outgoing.kept(NAME, "arguments", id_).get("add"))
            self._taken.update(one for one in added if isinstance(one, str))

    def _take(self, wish: str, stem: str) -> str:
        fits = _XML_ID.fullmatch(wish) is not None and wish not in self._taken
        found = wish if fits else next(self._free(stem))
        self._taken.add(found)
        return found

    def _free(self, stem: str) -> Iterator[str]:
        """Give ids that are free; those that were looked at once are not looked at again."""
        numbers = self._numbers.setdefault(stem, count(1))
        return (name for name in (f"{stem}{number}" for number in numbers) if name not in self._taken)

    # --- elements ---------------------------------------------------------------------------------------------------

    def written(self) -> str:
        """Give the file."""
        roles = _roles(self._outgoing)
        for id_, claim in self._outgoing.map.claims.items():
            kept = self._outgoing.kept(NAME, "claims", id_)
            role = kept.get("type")
            self._adus.append((self._ids[id_], role if isinstance(role, str) else roles[id_]))
            self._add_pieces(id_, claim, kept)
        for edu in _edus(self._origin):
            self._edus[edu["id"]] = (edu.get("text", ""), edu.get("implicit"))
        for id_, argument in self._outgoing.map.arguments.items():
            self._add_relation(id_, argument)
        order = {id_: number for number, id_ in enumerate(_texts(self._origin.get("order")))}
        pieces = sorted(self._edus, key=lambda id_: order.get(id_, len(order)))
        lines = [f"<arggraph{self._root()}>"]
        for id_ in pieces:
            text, implicit = self._edus[id_]
            lines.append(f"  <edu{_attributes(id=id_, implicit=implicit)}>{_quoted(text)}</edu>")
        lines += [f"  <joint{_attributes(id=id_)}/>" for id_ in self._joints]
        lines += [f"  <adu{_attributes(id=id_, type=role)}/>" for id_, role in self._adus]
        edges = [{"id": id_, "src": source, "trg": target, "type": "seg"} for id_, source, target in self._segments]
        lines += [f"  <edge{_attributes(**edge)}/>" for edge in (*edges, *self._relations, *_edges(self._origin))]
        return "\n".join(["<?xml version='1.0' encoding='UTF-8'?>", *lines, "</arggraph>\n"])

    def _root(self) -> str:
        kept = self._origin.get("root")
        root = {key: value for key, value in kept.items() if isinstance(value, str)} if isinstance(kept, dict) else {}
        name = id_of_words(self._outgoing.map.title)
        return _attributes(**({"id": name if _XML_ID.fullmatch(name) else "map"} | root))

    def _add_pieces(self, id_: str, claim: Claim, kept: Mapping[str, Any]) -> None:
        edus = _edus(kept)
        texts = [cleaned(edu.get("text", claim.text)) for edu in edus]
        if edus and " ".join(filter(None, texts)) == claim.text:
            for edu in edus:
                implicit = edu.get("implicit") if not claim.implicit else edu.get("implicit", "true")
                self._edus.setdefault(edu["id"], (edu.get("text", claim.text), implicit))
            self._segments += [way for way in _ways(kept) if way not in self._segments[-len(edus) :]]
            return
        if claim.text == f"({kept.get('id')})" and not edus:
            return
        edu_id = self._take("", "e")
        self._edus[edu_id] = (claim.text, "true" if claim.implicit else None)
        self._segments.append((self._take("", "c"), edu_id, self._ids[id_]))

    def _add_relation(self, id_: str, argument: Argument) -> None:
        kept = self._outgoing.kept(NAME, "arguments", id_)
        first, *others = argument.premises
        relation = {"id": self._ids[id_], "src": self._ids[first], "trg": self._ids[argument.target]}
        self._relations.append({**relation, "type": self._type(argument, kept.get("type"))})
        added = _texts(kept.get("add"))
        ids = added if len(added) == len(others) else [self._take("", "c") for _ in others]
        for add, premise in zip(ids, others, strict=True):
            self._relations.append({"id": add, "src": self._ids[premise], "trg": self._ids[id_], "type": "add"})

    def _type(self, argument: Argument, kept: Any) -> str:
        is_example = argument.scheme == _EXAMPLE and argument.attacks is None
        if kept in RELATIONS and RELATIONS[kept] == (argument.attacks is not None) and (kept == "exa") == is_example:
            return str(kept)
        if argument.attacks is None:
            return "exa" if is_example else "sup"
        return "und" if argument.attacks in self._outgoing.map.arguments else "reb"


def _roles(outgoing: Outgoing) -> dict[str, str]:
    claims = {id_: Entry("claims", {}, "", {}, START) for id_ in outgoing.map.claims}
    arguments = {id_: Entry("arguments", {}, "", {}, START) for id_ in outgoing.map.arguments}
    for id_, argument in outgoing.map.arguments.items():
        entry = arguments[id_]
        entry.premises = [claims[premise] for premise in argument.premises]
        entry.target = arguments.get(argument.target) or claims[argument.target]
        entry.attacks = argument.attacks is not None
    roles = roles_by_attacks(list(claims.values()), arguments.values())
    return {id_: roles[entry] for id_, entry in claims.items()}


def _quoted(text: str) -> str:
    return f"<![CDATA[{cleaned_for_xml(text).replace(']]>', ']]]]><![CDATA[>')}]]>"


def cleaned_for_xml(text: str) -> str:
    """Give a text without the characters that XML cannot hold; blanks at its ends stay."""
    return re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", text)


def _attributes(**values: str | None) -> str:
    return "".join(f" {key}={quoteattr(cleaned_for_xml(value))}" for key, value in values.items() if value is not None)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _texts(value: Any) -> list[str]:
    return [one for one in _listed(value) if isinstance(one, str)]


def _edus(kept: Mapping[str, Any]) -> list[dict[str, str]]:
    return [one for one in _listed(kept.get("edus")) if isinstance(one, dict) and isinstance(one.get("id"), str)]


def _ways(kept: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    return [(way[0], way[1], way[2]) for way in _listed(kept.get("seg")) if len(_texts(way)) == 3]


def _edges(origin: Mapping[str, Any]) -> list[dict[str, str]]:
    names = ("id", "src", "trg", "type")
    edges = [edge for edge in _listed(origin.get("edges")) if isinstance(edge, dict)]
    return [
        {name: edge[name] for name in names if isinstance(edge.get(name), str)}
        for edge in edges
        if isinstance(edge.get("id"), str)
    ]

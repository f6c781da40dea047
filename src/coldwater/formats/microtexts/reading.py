"""Microtexts to maps: a claim for each unit of argument, an argument for each relation with what is added to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from coldwater.findings import START
from coldwater.formats.foreign.gathering import Gathering
from coldwater.formats.foreign.packed import xml_root
from coldwater.formats.foreign.texts import cleaned, one_line
from coldwater.formats.foreign.xml_places import XmlPlaces
from coldwater.formats.microtexts.roles import roles_by_attacks
from coldwater.formats.native.spots import SYNTAX, RefusedError, Spot

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from coldwater.formats.foreign.gathering import Entry
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.places import Where

NAME = "microtexts"
#: What the corpus calls its units, relations and pieces; no words to a reader.
MACHINE_IDS = re.compile(r"[aecj]\d+")
#: Relations that make an argument, and whether it attacks.
RELATIONS = {"sup": False, "exa": False, "reb": True, "und": True}
_ELEMENTS = ("edu", "joint", "adu", "edge")


def read_microtext(given: Given) -> Imported:
    """Read a microtext. Raises RefusedError for what is no XML, or has another root."""
    root = xml_root(given.data)
    if root.tag.rpartition("}")[2] != "arggraph":
        raise RefusedError(Spot(SYNTAX, START, f"the root is `{one_line(root.tag)[:60]}`, not `arggraph`"))
    return _Microtext(given, root).read()


class _Microtext:
    def __init__(self, given: Given, root: Element) -> None:
        self._gathering = Gathering(NAME, given)
        self._gathering.machine_ids = MACHINE_IDS
        self._root = root
        self._places = XmlPlaces(given.data, root, *_ELEMENTS)
        #: Elements by their ids; of several with one id, the first.
        self._known: dict[str, Element] = {}
        self._claims: dict[str, Entry] = {}
        self._arguments: dict[str, Entry] = {}

    def read(self) -> Imported:
        kept = {key: value for key, value in self._root.attrib.items() if key in ("id", "stance", "topic_id")}
        if kept:
            self._gathering.kept["root"] = kept
        for key, what in (("topic_id", "topic"), ("stance", "stance")):
            if key in kept:
                why = "a map is about its thesis, and has no word for what that answers"
                self._gathering.lose(what, why, kept.get("id"))
        elements: dict[str, list[Element]] = {name: [] for name in _ELEMENTS}
        for element in self._root:
            name = str(element.tag).rpartition("}")[2]
            id_ = element.get("id", "")
            if name not in elements:
                self._odd(id_, f"there is no element `{name[:40]}` in a microtext; it is left out")
                self._gathering.lose("element", "microtexts have none of the kind", name[:40])
            elif not id_ or id_ in self._known:
                self._odd(
                    id_, f"this `{name}` has an id that is taken; it is left out" if id_ else f"a `{name}` has no id"
                )
                self._gathering.lose("element", "it has no id of its own", id_ or None)
            else:
                self._known[id_] = element
                elements[name].append(element)
        self._take_claims(elements)
        self._take_arguments(elements["edge"])
        self._compare_roles()
        return self._gathering.finish()

    # --- claims -----------------------------------------------------------------------------------------------------

    def _take_claims(self, elements: dict[str, list[Element]]) -> None:
        pieces = {element.get("id", ""): element for element in elements["edu"]}
        into: dict[str, list[tuple[str, str]]] = {}
        for edge in elements["edge"]:
            if edge.get("type") == "seg":
                into.setdefault(edge.get("trg", ""), []).append((edge.get("src", ""), edge.get("id", "")))
        order = {id_: number for number, id_ in enumerate(pieces)}
        used: set[str] = set()
        for adu in elements["adu"]:
            id_ = adu.get("id", "")
            found, ways = self._pieces(id_, into, order)
            used.update(found)
            texts = [cleaned(pieces[piece].text or "") for piece in found]
            is_implicit = bool(found) and all(_is_implicit(pieces[piece]) for piece in found)
            text = " ".join(filter(None, texts))
            entry = self._gathering.claim(text, id_=id_, place=self._place(id_), implicit=is_implicit or None)
            entry.kept["type"] = adu.get("type", "")
            if found:
                entry.kept["edus"] = [_kept_piece(pieces[piece], entry.fields["text"]) for piece in found]
                entry.kept["seg"] = ways
            self._claims[id_] = entry
        spare = [piece for piece in pieces if piece not in used]
        for piece in spare:
            why = "it is no part of the argument"
            self._gathering.lose("piece of text", why, piece, many="pieces of text")
        if spare:
            self._gathering.kept["edus"] = [_kept_piece(pieces[piece]) for piece in spare]
        self._gathering.kept["order"] = list(pieces)
        joints = [element.get("id", "") for element in elements["joint"]]
        if joints:
            self._gathering.kept["joints"] = joints
        self._remark_segments(elements["edge"])

    def _pieces(
        self, id_: str, into: dict[str, list[tuple[str, str]]], order: dict[str, int]
    ) -> tuple[list[str], list[list[str]]]:
        """Give the pieces of a unit in the order of the text, through joints as well, and the edges on the way."""
        found: dict[str, None] = {}
        ways: list[list[str]] = []
        waiting, seen = [id_], {id_}
        while waiting:
            target = waiting.pop()
            for source, edge in into.get(target, ()):
                ways.append([edge, source, target])
                if source in order:
                    found[source] = None
                elif source not in seen:
                    seen.add(source)
                    waiting.append(source)
        return sorted(found, key=order.__getitem__), ways

    def _remark_segments(self, edges: list[Element]) -> None:
        for edge in edges:
            if edge.get("type") != "seg":
                continue
            source, target = (self._known.get(edge.get(end, "")) for end in ("src", "trg"))
            joins = [None if one is None else one.tag.rpartition("}")[2] for one in (source, target)]
            if joins[0] not in ("edu", "joint") or joins[1] not in ("adu", "joint"):
                id_ = edge.get("id", "")
                self._odd(id_, f"the edge `{id_}` joins no piece of text with a unit; it is left out")
                self._gathering.lose("edge", "one of its ends is not there, or of another kind", id_)

    # --- arguments --------------------------------------------------------------------------------------------------

    def _take_arguments(self, edges: list[Element]) -> None:
        added = self._added(edges)
        waiting: list[tuple[Entry, Element]] = []
        for edge in edges:
            kind, id_ = edge.get("type"), edge.get("id", "")
            if kind not in RELATIONS:
                continue
            premise = self._claims.get(edge.get("src", ""))
            if premise is None:
                self._leave(edge, "it begins at no unit of argument")
                continue
            premises = [premise, *(self._claims[add.get("src", "")] for add in added.get(id_, ()))]
            entry = self._gathering.argument(
                premises, premise, attacks=RELATIONS[kind], id_=id_, place=self._place(id_),
                scheme="example" if kind == "exa" else None,
            )  # fmt: skip
            entry.kept["type"] = kind
            entry.kept.update({"add": ids} if (ids := [add.get("id", "") for add in added.get(id_, ())]) else {})
            self._arguments[id_] = entry
            waiting.append((entry, edge))
        self._aim(waiting)

    def _aim(self, waiting: list[tuple[Entry, Element]]) -> None:
        """Say what each argument is about; those that are about nothing are taken out, with what is about them."""
        about: dict[str, list[tuple[Entry, Element]]] = {}
        lost: list[Element] = []
        for entry, edge in waiting:
            target = self._target(edge.get("trg", ""))
            if target is None or target is entry:
                lost.append(edge)
                continue
            entry.target = target
            is_odd = (target.section == "arguments") != (edge.get("type") == "und")
            if is_odd:
                end = "an edge" if target.section == "arguments" else "a unit"
                self._odd(
                    edge.get("id", ""), f"a relation `{edge.get('type')}` leads to {end} here; it is read as such"
                )
            if target.section == "arguments":
                about.setdefault(target.kept["id"], []).append((entry, edge))
        gone: set[str] = set()
        while lost:
            edge = lost.pop()
            id_ = edge.get("id", "")
            if id_ not in gone:
                gone.add(id_)
                self._leave(edge, "it leads to no unit of argument and to no relation")
                lost += [edge for _, edge in about.get(id_, ())]
        self._gathering.arguments = [one for one in self._gathering.arguments if one.kept["id"] not in gone]

    def _added(self, edges: list[Element]) -> dict[str, list[Element]]:
        """Give the edges that add a premise, by the relation that they add it to, be it over other such edges."""
        found: dict[str, list[Element]] = {}
        for edge in edges:
            if edge.get("type") in (*RELATIONS, "seg"):
                continue
            if edge.get("type") != "add":
                self._leave(edge, f"there is no relation `{edge.get('type', '')[:40]}`")
                continue
            main = self._main(edge.get("trg", ""))
            if main is None or edge.get("src", "") not in self._claims:
                self._leave(edge, "it adds no unit of argument to a relation")
            else:
                found.setdefault(main, []).append(edge)
        return found

    def _main(self, id_: str) -> str | None:
        """Give the id of the relation that an id stands for: its own, or of an edge that adds to it; None for none."""
        seen: set[str] = set()
        while id_ not in seen:
            seen.add(id_)
            edge = self._known.get(id_)
            kind = None if edge is None else edge.get("type")
            if edge is None or edge.tag.rpartition("}")[2] != "edge":
                return None
            if kind in RELATIONS:
                return id_
            if kind != "add":
                return None
            id_ = edge.get("trg", "")
        return None

    def _target(self, id_: str) -> Entry | None:
        return self._claims.get(id_) or self._arguments.get(self._main(id_) or "")

    # --- what is said of it -----------------------------------------------------------------------------------------

    def _compare_roles(self) -> None:
        """Name the roles that are not those that the attacks give, as these are what a map can tell."""
        for claim, role in roles_by_attacks(self._gathering.claims, self._gathering.arguments).items():
            if claim.kept["type"] == role:
                del claim.kept["type"]
            else:
                why = "a map tells the side of a claim by the attacks on its way to the thesis"
                self._gathering.lose("role", why, claim.kept["id"])

    def _leave(self, edge: Element, why: str) -> None:
        id_ = edge.get("id", "")
        self._odd(id_, f"the edge `{id_}` is left out: {why}")
        self._gathering.lose("edge", why, id_)
        self._gathering.kept.setdefault("edges", []).append(dict(edge.attrib))

    def _place(self, id_: str) -> Where:
        """Give the place of the first element with an id; the beginning of the file where there is none."""
        return self._places.of(self._known[id_]) if id_ in self._known else START

    def _odd(self, id_: str, message: str) -> None:
        self._gathering.remark(self._place(id_), message)


def _is_implicit(piece: Element) -> bool:
    return piece.get("implicit", "").strip().lower() == "true"


def _kept_piece(piece: Element, said: str = "") -> dict[str, Any]:
    """Give what is kept of a piece of text: its text only where the claim does not say it."""
    kept: dict[str, Any] = {"id": piece.get("id", "")}
    if (piece.text or "") != said:
        kept["text"] = piece.text or ""
    if "implicit" in piece.attrib:
        kept["implicit"] = piece.get("implicit")
    return kept

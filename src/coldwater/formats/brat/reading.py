"""Annotated essays become maps: major claims the thesis, claims for and against it, premises behind these."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.findings import Place
from coldwater.formats.foreign.gathering import Gathering
from coldwater.formats.foreign.naming import NUMBERED
from coldwater.formats.foreign.texts import base_of, cleaned, decoded, one_line
from coldwater.formats.native.spots import RefusedError
from coldwater.records import NamedTuple

if TYPE_CHECKING:
    from coldwater.formats.foreign.gathering import Entry
    from coldwater.formats.foreign.imported import Given, Imported

_THESIS, _CLAIM = "MajorClaim", "Claim"
_SPANS = re.compile(r"\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9})*")
_RELATION = re.compile(r"(\S+)\s+Arg1:(\S+)\s+Arg2:(\S+)")
_ATTACKS = {"supports": False, "support": False, "attacks": True, "attack": True}
_STANCES = {"for": False, "against": True}
_NO_KIND = "a map has no place for it"


class _Component(NamedTuple):
    """A piece of the essay: its id, what it is, where it begins and ends in the text, its words, its line here."""

    id: str
    kind: str
    spans: tuple[tuple[int, int], ...]
    text: str
    place: Place


class _Relation(NamedTuple):
    """A line that joins two components, or that says what a claim does to the thesis (``target`` is empty then)."""

    id: str
    attacks: bool
    source: str
    target: str
    place: Place


def read_essay(format_: str, given: Given) -> Imported:
    """Read annotations; the text of the essay, if it lies beside them, gives the title. Raises RefusedError."""
    text, remark = decoded(given.data)
    gathering = Gathering(format_, given)
    if remark:
        gathering.remark(Place(1, 1, 1, 1), remark)
    return _Essay(gathering, _beside(given)).read(text)


class _Essay:
    def __init__(self, gathering: Gathering, essay: str) -> None:
        self._gathering = gathering
        self._gathering.machine_ids = NUMBERED
        self._essay = essay
        self._components: dict[str, _Component] = {}
        self._relations: list[_Relation] = []
        self._stances: list[_Relation] = []
        self._claims: dict[str, Entry] = {}

    def read(self, text: str) -> Imported:
        for number, line in enumerate(re.split("\r\n|\r|\n", text), 1):
            if line.strip():
                self._take_line(line, Place(number, 1, number, len(line) + 1))
        self._gathering.title = one_line(next((one for one in self._essay.splitlines() if one.strip()), ""))
        thesis = self._take_claims()
        for relation in self._relations:
            self._argue(relation, self._claims.get(relation.target), thesis)
        for stance in self._stances:
            component = self._components.get(stance.source)
            if thesis is None or component is None or component.kind == _THESIS:
                why = "there is no major claim" if thesis is None else "it is of no claim"
                self._gathering.lose("stance", why, stance.id)
                self._gathering.remark(stance.place, f"this stance leads nowhere: {why}")
            else:
                self._argue(stance, thesis, thesis)
        return self._gathering.finish()

    # --- lines ------------------------------------------------------------------------------------------------------

    def _take_line(self, line: str, place: Place) -> None:
        id_, _, rest = line.partition("\t")
        rest = rest.strip()
        if id_[:1] == "T":
            self._take_component(id_, rest, place)
        elif id_[:1] == "R":
            found = _RELATION.match(rest)
            if found is None or found[1] not in _ATTACKS:
                self._pass(id_, place, "this line names no relation of two components that supports or attacks")
            else:
                self._relations.append(_Relation(id_, _ATTACKS[found[1]], found[2], found[3], place))
        elif id_[:1] == "A":
            words = rest.split()
            if len(words) == 3 and words[0] == "Stance" and words[2].lower() in _STANCES:
                self._stances.append(_Relation(id_, _STANCES[words[2].lower()], words[1], "", place))
            else:
                self._pass(id_, place, "this attribute is no stance for or against")
        else:
            self._gathering.lose("annotation of another kind", _NO_KIND, id_[:20], many="annotations of other kinds")
            if id_[:1] not in ("E", "N", "M", "*", "#"):
                self._gathering.remark(place, "brat has no line of this kind")

    def _take_component(self, id_: str, rest: str, place: Place) -> None:
        head, _, text = rest.partition("\t")
        kind, _, where = head.partition(" ")
        if not _SPANS.fullmatch(where):
            self._pass(id_, place, "this component does not say where it begins and ends")
            return
        if id_ in self._components:
            self._pass(id_, place, f"the id `{id_}` is taken")
            return
        spans = tuple((int(start), int(end)) for start, end in (span.split(" ") for span in where.split(";")))
        there = " ".join(self._essay[start:end] for start, end in spans)
        if self._essay and one_line(there) != one_line(text):
            self._gathering.remark(place, "the words here are not those of the essay at this place")
        self._components[id_] = _Component(id_, kind, spans, cleaned(text) or cleaned(there), place)

    def _pass(self, id_: str, place: Place, why: str) -> None:
        self._gathering.remark(place, f"{why}; it is left out")
        self._gathering.lose("annotation", why, id_[:20])

    # --- what comes of them -----------------------------------------------------------------------------------------

    def _take_claims(self) -> Entry | None:
        """Take the claims, all major claims as one in the words of the first; give that, if there is one."""
        major = [one for one in self._components.values() if one.kind == _THESIS]
        first = min(major, key=lambda one: one.spans, default=None)
        thesis = None
        for one in self._components.values():
            if one.kind == _THESIS and one is not first:
                continue
            self._claims[one.id] = self._gathering.claim(one.text, id_=one.id, place=one.place)
            self._claims[one.id].kept["span"] = ";".join(f"{start} {end}" for start, end in one.spans)
            if one is first:
                thesis = self._claims[one.id]
        others = [one for one in major if one is not first]
        if thesis is not None:
            self._gathering.theses = [thesis]
            self._claims.update({one.id: thesis for one in others})
        for one in others:
            why = "the thesis is one claim; what else it is called is quoted there"
            self._gathering.lose("rephrasing of the thesis", why, one.id, many="rephrasings of the thesis")
        if thesis is not None and others:
            thesis.kept["also"] = [one.id for one in others]
            source = self._gathering.source(self._gathering.title or "The essay", wish="essay")
            for one in sorted(major, key=lambda one: one.spans):
                self._gathering.cite(thesis, source, quote=one.text)
        return thesis

    def _argue(self, relation: _Relation, target: Entry | None, thesis: Entry | None) -> None:
        premise = self._claims.get(relation.source)
        if premise is None or target is None:
            self._pass(relation.id, relation.place, "this relation names a component that is not there")
            return
        if premise is target:
            is_thesis = premise is thesis
            why = "both ends are the thesis" if is_thesis else "both ends are the same component"
            self._pass(relation.id, relation.place, f"in this relation {why}")
            return
        entry = self._gathering.argument([premise], target, attacks=relation.attacks, place=relation.place)
        entry.kept["id"] = relation.id


def _beside(given: Given) -> str:
    """Give the text of the essay; empty if it does not lie beside."""
    data = given.beside(re.sub(r"(?i)\.ann$", "", base_of(given.name)) + ".txt")
    try:
        return "" if data is None else decoded(data)[0].removeprefix("\ufeff")
    except RefusedError:
        return ""

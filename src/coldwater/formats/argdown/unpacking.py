"""An export of Argdown's as a debate. What is not there, or not what it should be, is passed over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from coldwater.findings import START
from coldwater.formats.argdown.debate import (
    ATTACK,
    CONTRADICTORY,
    CONTRARY,
    ENTAILS,
    SUPPORT,
    UNDERCUT,
    Debate,
    Inference,
    Line,
    Wording,
)
from coldwater.formats.argdown.reading import gather
from coldwater.formats.argdown.settling import settle
from coldwater.formats.foreign.gathering import Gathering
from coldwater.formats.foreign.json_document import read_document, refuse, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.findings import Place, Pointer
    from coldwater.formats.argdown.debate import Argument, Member, Statement, Titled
    from coldwater.formats.foreign.imported import Given, Imported

_KINDS = (SUPPORT, ATTACK, UNDERCUT, CONTRADICTORY, CONTRARY, ENTAILS)
_UNTITLED = re.compile(r"Untitled \d+")
_EMPHASES = ("bold", "italic")


def read_export(given: Given, format_: str) -> Imported:
    """Read an export, whatever the object holds."""
    document = read_document(given)
    if not isinstance(document.data, dict):
        raise refuse("this is JSON, but not an object with statements and arguments, as Argdown exports")
    gathering = Gathering(format_, given)
    unpacking = _Unpacking(document.data, gathering)
    unpacking.unpack()
    for remark in document.remarks:
        gathering.remark(START, remark)
    for pointer, message in unpacking.remarks:
        gathering.remark(document.place(pointer), message)
    settle(unpacking.debate)

    def place(at: int) -> Place:
        return document.place(unpacking.pointers[at])

    gather(unpacking.debate, gathering, place)
    gathering.lose("bold or italic text", "a map has plain text", many="bold or italic texts", count=unpacking.emphases)
    return gathering.finish()


class _Unpacking:
    """Goes through an export. ``pointers``: where each thing stands, by its number in the order of the document."""

    def __init__(self, data: dict[str, Any], gathering: Gathering) -> None:
        self.debate = Debate()
        self.remarks: list[tuple[Pointer, str]] = []
        self.emphases = 0
        self.pointers: list[Pointer] = []
        self._data = data
        self._gathering = gathering
        self._sections: dict[str, tuple[str, ...]] = {}
        #: The line and column of each thing, and what has its number as ``at``.
        self._lines: list[tuple[float, float]] = []
        self._placed: list[Any] = []

    def unpack(self) -> None:
        """Read all."""
        self._read_sections()
        for key in ("statements", "arguments"):
            for title, entry in _objects(self._data.get(key)):
                one: Titled = self._titled(key, title)
                self._read_titled(one, entry, (key, title))
        for title, entry in _objects(self._data.get("arguments")):
            self._read_structure(self.debate.argument(title), entry, ("arguments", title))
        relations = self._data.get("relations")
        for number, entry in enumerate(relations if isinstance(relations, list) else ()):
            self._read_relation(entry, ("relations", number))
        self._complete()
        self._order()

    def _titled(self, key: str, title: str) -> Statement | Argument:
        one = self.debate.statement(title) if key == "statements" else self.debate.argument(title)
        one.is_untitled = _UNTITLED.fullmatch(title) is not None
        return one

    def _number(self, entry: Any, pointer: Pointer, thing: Any) -> int:
        """Give the number of a thing for now; in the end it is that of the order of the document."""
        known = entry if isinstance(entry, dict) else {}
        line, column = known.get("startLine"), known.get("startColumn")
        self._lines.append((_amount(line), _amount(column)))
        self.pointers.append(pointer)
        self._placed.append(thing)
        return len(self.pointers) - 1

    def _order(self) -> None:
        order = sorted(range(len(self.pointers)), key=lambda number: (self._lines[number], number))
        for rank, number in enumerate(order):
            self._placed[number].at = rank
        self.pointers = [self.pointers[number] for number in order]

    # --- what has a title ---------------------------------------------------------------------------------------------

    def _read_titled(self, one: Titled, entry: dict[str, Any], pointer: Pointer) -> None:
        members = entry.get("members")
        for number, member in enumerate(members if isinstance(members, list) else ()):
            if isinstance(member, dict):
                self._read_member(one, member, (*pointer, "members", number))
        one.data = _dict(entry.get("data"))
        tags = entry.get("tags")
        for tag in tags if isinstance(tags, list) else ():
            if isinstance(tag, str):
                one.tags[tag] = None

    def _read_member(self, one: Titled, member: dict[str, Any], pointer: Pointer) -> None:
        text = " ".join(said(member.get("text")).split())
        wording = Wording(None if member.get("isReference") is True else text or None, 0)
        self._number(member, pointer, wording)
        wording.is_reference = member.get("isReference") is True
        wording.data = _dict(member.get("data"))
        wording.section = self._sections.get(said(member.get("section")), ())
        one.wordings.append(wording)
        ranges = member.get("ranges")
        whole = said(member.get("text"))
        for found in ranges if isinstance(ranges, list) else ():
            kind = found.get("type") if isinstance(found, dict) else None
            self.emphases += kind in _EMPHASES
            if kind == "link" and isinstance(found.get("url"), str):
                start, stop = found.get("start"), found.get("stop")
                is_told = isinstance(start, int) and isinstance(stop, int)
                one.links.setdefault(found["url"], whole[start : stop + 1] if is_told else "")

    def _complete(self) -> None:
        """Give everything a place, also what is only spoken of."""
        both: list[tuple[str, dict[str, Any]]] = [
            ("statements", {**self.debate.statements}), ("arguments", {**self.debate.arguments}),
        ]  # fmt: skip
        for key, kinds in both:
            for title, one in kinds.items():
                if not one.wordings and not getattr(one, "lines", ()):
                    wording = Wording(None, 0)
                    self._number(None, (key, title), wording)
                    one.wordings.append(wording)

    # --- structures and relations -------------------------------------------------------------------------------------

    def _read_structure(self, argument: Argument, entry: dict[str, Any], pointer: Pointer) -> None:
        lines = entry.get("pcs")
        for number, line in enumerate(lines if isinstance(lines, list) else ()):
            if isinstance(line, dict) and isinstance(line.get("title"), str):
                self._read_line(argument, line, (*pointer, "pcs", number))
        rest = 0
        while rest < len(argument.lines) and argument.lines[-1 - rest].inference is None:
            rest += 1
        if rest:
            self.remarks.append((pointer, "nothing is concluded from the last premises; they are statements alone"))
            del argument.lines[len(argument.lines) - rest :]
        if argument.lines:
            argument.group = self._sections.get(said(entry.get("section")), ()) or None

    def _read_line(self, argument: Argument, entry: dict[str, Any], pointer: Pointer) -> None:
        self._titled("statements", entry["title"])
        statement = self.debate.statement(entry["title"])
        inference: Inference | None = None
        told = entry.get("inference")
        if argument.lines and (isinstance(told, dict) or said(entry.get("role")).endswith("conclusion")):
            told = _dict(told)
            inference = Inference(argument, 0)
            self._number(told or entry, pointer, inference)
            inference.number = len(argument.inferences)
            rules = told.get("inferenceRules")
            named = (
                [" ".join(rule.split()) for rule in rules if isinstance(rule, str)] if isinstance(rules, list) else []
            )
            inference.rules = [rule for rule in named if rule]
            inference.data = _dict(told.get("data"))
        line = Line(statement, "", inference, 0)
        self._number(entry, pointer, line)
        argument.lines.append(line)

    def _read_relation(self, entry: Any, pointer: Pointer) -> None:
        if not isinstance(entry, dict) or entry.get("relationType") not in _KINDS:
            self.remarks.append((pointer, "this is no relation that Argdown has; it is passed over"))
            return
        source, target = self._end(entry, "from"), self._end(entry, "to")
        if source is None or target is None or isinstance(source, Inference):
            self.remarks.append((pointer, "this relation names no two ends; it is passed over"))
            return
        before = len(self.debate.relations)
        self.debate.relate(entry["relationType"], source, target, 0)
        if len(self.debate.relations) > before:
            self._lines.append((float("inf"), 0))
            self.pointers.append(pointer)
            self._placed.append(self.debate.relations[-1])

    def _end(self, entry: dict[str, Any], key: str) -> Member | None:
        title, kind = entry.get(key), entry.get(f"{key}Type")
        if not isinstance(title, str):
            return None
        if kind == "inference":
            argument = self.debate.arguments.get(title)
            index = entry.get("conclusionIndex")
            inferences = argument.inferences if argument is not None else []
            if argument is not None and isinstance(index, int) and 0 <= index < len(argument.lines):
                return argument.lines[index].inference or (inferences[-1] if inferences else argument)
            return inferences[-1] if inferences else argument
        is_argument = kind == "argument" or (kind is None and title in self.debate.arguments)
        return self._titled("arguments" if is_argument else "statements", title)

    # --- sections -----------------------------------------------------------------------------------------------------

    def _read_sections(self) -> None:
        for way, section in self._all_sections():
            self._sections[said(section.get("id"))] = way
            self.debate.sections[way] = _dict(section.get("data"))

    def _all_sections(self) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
        waiting: list[tuple[tuple[str, ...], Any]] = [((), self._data.get("sections"))]
        while waiting:
            way, sections = waiting.pop(0)
            for section in sections if isinstance(sections, list) else ():
                if isinstance(section, dict):
                    here = (*way, " ".join(said(section.get("title")).split()) or "…")
                    yield here, section
                    waiting.append((here, section.get("children")))


def _objects(value: Any) -> list[tuple[str, dict[str, Any]]]:
    """Give the objects by title in an object; or in a list, by the title that each has."""
    if isinstance(value, list):
        titled = [one for one in value if isinstance(one, dict) and isinstance(one.get("title"), str)]
        return [(one["title"], one) for one in titled]
    return [(key, one) for key, one in value.items() if isinstance(one, dict)] if isinstance(value, dict) else []


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _amount(value: Any) -> float:
    """Give a line or a column; what is none comes last."""
    return float(value) if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**40 else 2.0**41

"""Reads ``schemes.yaml`` and refuses what makes no sense in it. Needed in a checkout only, when the table is made."""

from __future__ import annotations

import os
from typing import Any

import yaml

from coldwater.schemes.forms import General, Question, Scheme, Slot, folded

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "schemes.yaml")
_BURDENS = ("answerer", "asker")
_ABOUT = ("premise", "step", "conclusion")
#: What a question may hit or quote besides a slot; so no slot may have these names.
_WHOLE = ("step", "conclusion")
_FIELDS = {
    "name", "title", "gist", "family", "wrm", "ref", "checked", "premises", "conclusion", "questions", "also",
    "arguebuf", "aif", "aifdb", "carneades",
}  # fmt: skip
_CHECKED = {"araucaria", "carneades", "book", "taxonomy", "pollock", "memory"}


class Source:
    """What ``schemes.yaml`` holds."""

    def __init__(self, text: str) -> None:
        """Read the text of the file. Raises ValueError with the scheme and what is wrong with it."""
        data = yaml.safe_load(text)
        self.families: dict[str, str] = data["families"]
        self.general = tuple(General(**entry) for entry in data["general"])
        self.schemes = tuple(_scheme(entry) for entry in data["schemes"])
        for general in self.general:
            _demand(general.about in _ABOUT and general.then.endswith("?"), general.name, "a general question is amiss")
        for scheme in self.schemes:
            self._check(scheme)
        names = [folded(scheme.name) for scheme in self.schemes]
        _demand(len(set(names)) == len(names), "schemes", "two have the same name")

    def _check(self, scheme: Scheme) -> None:
        slots = [slot.name for slot in scheme.premises]
        _demand(scheme.family in self.families, scheme.name, f"there is no family {scheme.family}")
        _demand(not set(slots) & set(_WHOLE), scheme.name, "a slot has the name of something else")
        _demand((scheme.wrm is None) == (scheme.ref is not None), scheme.name, "needs a number or a reference")
        _demand(set(scheme.checked) <= _CHECKED, scheme.name, f"compared with what? {scheme.checked}")
        _demand(bool(scheme.required), scheme.name, "needs a premise that is no assumption")
        for text in (*(slot.text for slot in scheme.premises), scheme.conclusion):
            _demand(text[0].isupper() and text.endswith("."), scheme.name, f"is no sentence: {text}")
        names = [question.name for question in scheme.questions]
        _demand(len(set(names)) == len(names) > 0, scheme.name, "needs questions, each with a name of its own")
        for question in scheme.questions:
            where = f"{scheme.name}, {question.name}"
            _demand(question.hits in (*slots, *_WHOLE), where, f"hits {question.hits}")
            _demand(question.quote in (*slots, "conclusion", ""), where, f"quotes {question.quote}")
            _demand(question.burden in _BURDENS, where, f"burden {question.burden}")
            _demand(question.ask.endswith("?") and question.then.endswith("?"), where, "asks nothing")


def read_source() -> Source:
    """Read the file of this checkout."""
    with open(SOURCE, encoding="utf-8") as file:
        return Source(file.read())


def _scheme(entry: dict[str, Any]) -> Scheme:
    name = entry["name"]
    _demand(set(entry) <= _FIELDS, name, f"unknown fields: {sorted(set(entry) - _FIELDS)}")
    return Scheme(
        name, entry["title"], entry["gist"], entry["family"], entry.get("wrm"), entry.get("ref"),
        tuple(entry["checked"].split(", ")),
        tuple(_slot(slot, text) for slot, text in entry["premises"].items()),
        entry["conclusion"],
        tuple(_question(question) for question in entry["questions"]),
        tuple(entry.get("also", ())), entry.get("arguebuf"), entry.get("aif"), entry.get("carneades"),
    )  # fmt: skip


def _slot(name: str, said: str | dict[str, Any]) -> Slot:
    return Slot(name, said, False) if isinstance(said, str) else Slot(name, said["text"], said["assumption"])


def _question(entry: dict[str, str]) -> Question:
    """Fill in the quote: the slot that is hit, unless another is named; none where a question stands by itself."""
    hits = entry["hits"]
    usual = "" if "then" not in entry or hits in _WHOLE else hits
    return Question(
        entry["name"], hits, entry["burden"], entry.get("quote", usual), entry["ask"], entry.get("then", entry["ask"])
    )


def _demand(holds: bool, where: str, otherwise: str) -> None:
    if not holds:
        raise ValueError(f"{where}: {otherwise}")

"""A small map as a tree of places for texts, written as YAML by hand would be; and what libyaml reads in it.

``write`` tells where each text stands. ``parsed`` is YAML 1.2's core schema over libyaml's nodes, and is all that is
known here of a parser: nothing of coldwater's own reading is used. (PyYAML's own reader is no judge: it takes the `?`
at the end of a question in braces for syntax.)
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Pointer = tuple[str | int, ...]


class Slot(NamedTuple):
    """A place for a text; ``kind`` says what sort of text stands there."""

    kind: str


class Word(NamedTuple):
    """An id, a number or a word of the format, written as it is."""

    text: str


class Flow(NamedTuple):
    """A mapping or a list in brackets."""

    node: dict[str, Any] | list[Any]


class Form(NamedTuple):
    """A text and how it is written: in quotes or plain, broken into lines at the blanks with these numbers."""

    text: str
    is_quoted: bool = False
    breaks: tuple[int, ...] = ()

    @property
    def lines(self) -> list[str]:
        """The lines that the text is broken into; folded again they give the text."""
        words = self.text.split(" ")
        ends = [*self.breaks, len(words)]
        return [" ".join(words[start:end]) for start, end in zip([0, *self.breaks], ends, strict=True)]


class Stretch(NamedTuple):
    """Where a text stands: lines and columns from 1, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Habits(NamedTuple):
    """How somebody writes YAML: blanks of an indent, and of a list's, and remarks by the pointer of their line."""

    step: int = 2
    list_step: int = 2
    remarks: Mapping[Pointer, str] = {}


class Written(NamedTuple):
    """A text of YAML and where each slot stands in it."""

    text: str
    places: Mapping[Pointer, Stretch]


def slots(node: Any, pointer: Pointer = ()) -> Iterator[tuple[Pointer, Slot]]:
    """Give all places for texts in a tree, in order."""
    inner = node.node if isinstance(node, Flow) else node
    if isinstance(inner, Slot):
        yield pointer, inner
    elif isinstance(inner, dict):
        for key, value in inner.items():
            yield from slots(value, (*pointer, key))
    elif isinstance(inner, list):
        for index, value in enumerate(inner):
            yield from slots(value, (*pointer, index))


def pruned(tree: dict[str, Any], pointer: Pointer) -> dict[str, Any]:
    """Give of a tree only the entry that a pointer leads into."""
    section = tree[str(pointer[0])]
    return {str(pointer[0]): {pointer[1]: section[pointer[1]]} if isinstance(section, dict) else section}


def write(tree: dict[str, Any], forms: Mapping[Pointer, Form], habits: Habits) -> Written:
    """Write a tree with a text in each slot."""
    writer = _Writer(forms, habits)
    writer.block(tree, (), 0)
    text = "".join(writer.parts).lstrip("\n") + "\n"
    return Written(text, {pointer: _stretch(text, *ends) for pointer, ends in writer.ends.items()})


def _stretch(text: str, start: int, end: int) -> Stretch:
    line, end_line = text.count("\n", 0, start) + 1, text.count("\n", 0, end) + 1
    return Stretch(line, start - text.rfind("\n", 0, start), end_line, end - text.rfind("\n", 0, end))


class _Writer:
    def __init__(self, forms: Mapping[Pointer, Form], habits: Habits) -> None:
        self.parts: list[str] = []
        self.ends: dict[Pointer, tuple[int, int]] = {}
        self._forms = forms
        self._habits = habits
        self._length = -1  # the first line end is dropped

    def block(self, node: Any, pointer: Pointer, indent: int) -> None:
        """Write a mapping or a list, each entry on a line of its own."""
        pairs = node.items() if isinstance(node, dict) else enumerate(node)
        for number, (key, value) in enumerate(pairs):
            here = (*pointer, key)
            follows_dash = number == 0 and bool(pointer) and isinstance(pointer[-1], int) and isinstance(node, dict)
            self._put("" if follows_dash else "\n" + " " * indent)
            self._put(f"{key}:" if isinstance(node, dict) else "- ")
            if isinstance(value, dict | list):
                below = indent + (self._habits.list_step if isinstance(value, list) else self._habits.step)
                self.block(value, here, indent + 2 if isinstance(node, list) else below)
            else:
                self._put(" " if isinstance(node, dict) else "")
                self._inline(value, here, indent + self._habits.step)
                self._put(self._habits.remarks.get(here, ""))

    def _inline(self, node: Any, pointer: Pointer, indent: int) -> None:
        if isinstance(node, Word):
            self._put(node.text)
        elif isinstance(node, Slot):
            form = self._forms[pointer]
            start = self._length
            self._put(json.dumps(form.text, ensure_ascii=False) if form.is_quoted else self._plain(form, indent))
            self.ends[pointer] = (start, self._length)
        elif isinstance(node.node, dict):
            self._flow("{}", [(f"{key}: ", (*pointer, key), value) for key, value in node.node.items()], indent)
        else:
            self._flow("[]", [("", (*pointer, index), value) for index, value in enumerate(node.node)], indent)

    def _flow(self, brackets: str, items: list[tuple[str, Pointer, Any]], indent: int) -> None:
        self._put(brackets[0])
        for number, (lead, pointer, value) in enumerate(items):
            self._put((", " if number else "") + lead)
            self._inline(value, pointer, indent)
        self._put(brackets[1])

    @staticmethod
    def _plain(form: Form, indent: int) -> str:
        return ("\n" + " " * (indent + 2)).join(form.lines)

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self._length += len(text)


# --- what YAML reads --------------------------------------------------------------------------------------------

_NO_TEXT = re.compile(
    r"~|null|Null|NULL||true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)


class NoText(NamedTuple):
    """What a plain scalar is that YAML 1.2 does not read as text: null, a boolean or a number."""

    spelling: str


def core(plain: str) -> str | NoText:
    """Read a plain scalar by the core schema of YAML 1.2."""
    return NoText(plain) if _NO_TEXT.fullmatch(plain) else plain


def data_of(node: Any, forms: Mapping[Pointer, Form], pointer: Pointer = ()) -> Any:
    """Give the data that a tree means."""
    inner = node.node if isinstance(node, Flow) else node
    if isinstance(inner, Slot):
        return forms[pointer].text
    if isinstance(inner, Word):
        return core(inner.text)
    if isinstance(inner, dict):
        return {key: data_of(value, forms, (*pointer, key)) for key, value in inner.items()}
    return [data_of(value, forms, (*pointer, index)) for index, value in enumerate(inner)]


def parsed(text: str) -> Any:
    """Give what libyaml makes of a text; None for what it refuses."""
    try:
        return _data(yaml.compose(text, Loader=yaml.CBaseLoader))
    except yaml.YAMLError:
        return None


def _data(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        pairs = [(_data(key), _data(value)) for key, value in node.value]
        is_plain = all(isinstance(key, str) for key, _ in pairs) and len(dict(pairs)) == len(pairs)
        return dict(pairs) if is_plain else pairs
    if isinstance(node, yaml.SequenceNode):
        return [_data(item) for item in node.value]
    return core(node.value) if node.style in (None, "") else node.value

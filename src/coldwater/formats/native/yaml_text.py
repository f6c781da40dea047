"""YAML text to plain data and places: YAML 1.2's core types, without tags, merge keys or keys that are no text."""

from __future__ import annotations

import re

from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from coldwater.findings import Place
from coldwater.formats.native import limits
from coldwater.formats.native.numbers import UnsafeNumberError, finite_number, whole_number
from coldwater.formats.native.places import Branch
from coldwater.formats.native.remembering import remembered
from coldwater.formats.native.spots import (
    SCHEMA,
    SYNTAX,
    UNSAFE_INPUT,
    Parsed,
    RefusedError,
    Remarks,
    Spot,
    duplicate_key,
    shown,
)
from coldwater.formats.native.yaml_nodes import NO_TAG, compose, too_deep
from coldwater.model import composed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from yaml.error import Mark
    from yaml.nodes import Node

_QUOTES = ("'", '"')
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
#: First characters of plain scalars that may be a number, that may be something else than text, and of keys to look at.
_NUMERIC = frozenset("+-.0123456789")
_SUSPECTS = _NUMERIC | frozenset("~nNtTfF")
_ODD_KEYS = _SUSPECTS | {"<"}
# Patterns, compiled where a text first calls for them: most maps hold no number but their version.
_INTEGER = r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
_FLOAT = r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
_NOT_FINITE = r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
#: A tag at the beginning of a node, after its anchor if that comes first.
_TAG = r"(&[^ \t\r\n,\[\]{}]+[ \t]+)?(!(<[^>\s]*>|[^\s,\[\]{}]*))"


def read_yaml(text: str) -> Parsed:
    """Give the data of a YAML text, its places, and remarks on what is not read as written.

    Raises RefusedError where the text is no YAML or is unsafe. Empty text gives None.
    """
    return remembered("yaml", text, _read)


def _read(text: str) -> Parsed:
    root = compose(text)
    if root is None:
        return Parsed(None)
    builder = _Builder(text)
    data = builder.value(root)
    return Parsed(data, _YamlBranch(text, root), builder.remarks.spots(), builder.discarded, builder.is_odd)


class _Builder:
    """Turns nodes into plain data. Their depth is bounded, also through aliases, so that recursion is safe."""

    def __init__(self, text: str) -> None:
        self.remarks = Remarks()
        self.discarded: list[Any] = []
        #: Whether a text goes on over lines that begin with a dash, or in quotes over lines at all.
        self.is_odd = False
        self._text = text
        self._may_be_tagged = "!" in text
        self._may_alias = "*" in text
        self._values_left = limits.MAX_VALUES
        self._characters_left = max(limits.MIN_EXPANSION, limits.EXPANSION * len(text))
        self._open: set[int] = set()
        #: How many fields that begin with x- are open: what is in them is their author's, to the letter.
        self._own = 0

    def value(self, node: Node) -> Any:
        """Give the data of a node."""
        if self._may_alias:
            self._bound(node)
        if self._may_be_tagged and self._is_tagged(node):
            self._refuse_tag(node)
        if node.__class__ is ScalarNode:
            text = node.value
            if " - " in text or node.style in _QUOTES:
                self._look_for_lines_within(node)
            return text if text and text[0] not in _SUSPECTS else self._scalar(node, text)
        data = [self.value(item) for item in node.value] if node.__class__ is SequenceNode else self._mapping(node)
        self._open.discard(id(node))
        return data

    def _bound(self, node: Node) -> None:
        """Bound what aliases expand to, and refuse a node that contains itself."""
        self._values_left -= 1
        if node.__class__ is ScalarNode:
            self._characters_left -= len(node.value)
        elif id(node) in self._open:
            raise _refusal(node, "an alias makes this value contain itself")
        elif len(self._open) >= limits.MAX_DEPTH:
            raise _refusal(node, too_deep())
        else:
            self._open.add(id(node))
        if self._values_left < 0 or self._characters_left < 0:
            raise _refusal(node, "aliases expand to far more than the file holds")

    def _is_tagged(self, node: Node) -> bool:
        """Tell whether a node has a tag; a lone `!` is none to libyaml, and may belong to the first key within."""
        start = node.start_mark.index
        if node.tag is not NO_TAG or self._text[start : start + 1] != "!":
            return bool(node.tag is not NO_TAG)
        return not (node.__class__ is MappingNode and node.value and node.value[0][0].start_mark.index == start)

    def _refuse_tag(self, node: Node) -> None:
        if self.remarks.skips():
            return
        mark = node.start_mark
        match = re.compile(_TAG).match(self._text, mark.index)
        start, end = match.span(2) if match else (mark.index, mark.index + 1)
        column = mark.column + 1 + start - mark.index
        message = "tags (`!…`) are not read: take the tag out, or quote a text that begins with `!`"
        self.remarks.add(SYNTAX, Place(mark.line + 1, column, mark.line + 1, column + end - start), message)

    def _mapping(self, node: Node) -> dict[str, Any]:
        data: dict[str, Any] = {}
        first: dict[str, Node] = {}
        inherited: list[Any] = []
        for key_node, value_node in node.value:
            key = self._key(key_node)
            is_own = key is not None and key.startswith("x-")
            self._own += is_own
            value = self.value(value_node)
            self._own -= is_own
            if key is None:
                (inherited if _is_merge(key_node) else self.discarded).append(value)
            elif key in data:
                first = first or self._first_keys(node)
                duplicate_key(self.remarks, key, place_of(key_node), place_of(first[key]))
                self.discarded.append(value)
            else:
                data[key] = value
        return _with_inherited(data, inherited) if inherited else data

    def _key(self, node: Node) -> str | None:
        """Give a key as text; None, with a remark, for a merge key and for what cannot be a key."""
        if node.__class__ is not ScalarNode:
            self.remarks.add(SYNTAX, place_of(node), "a key must be text, not a list or a mapping")
            self.discarded.append(self.value(node))
            return None
        key: str = node.value
        if self._may_be_tagged and self._is_tagged(node):
            self._refuse_tag(node)
        elif node.style == "" and (not key or key[0] in _ODD_KEYS):
            return self._odd_key(node, key)
        return key if key.isascii() else self._spelt(key)

    def _spelt(self, key: str) -> str:
        """Give a key in the form in which ids are compared; a field of the author's own as it is."""
        if self._own or key.startswith("x-"):
            return key
        return composed(key)

    def _first_keys(self, node: Node) -> dict[str, Node]:
        return {self._spelt(key.value): key for key, _ in reversed(node.value) if isinstance(key, ScalarNode)}

    def _odd_key(self, node: ScalarNode, key: str) -> str | None:
        if key == "<<":
            self.remarks.add(SYNTAX, place_of(node), "merge keys (`<<`) are not read: write the fields out")
            return None
        try:
            if isinstance(plain_value(key), str):
                return key
        except UnsafeNumberError as error:
            self.remarks.add(UNSAFE_INPUT, place_of(node), str(error))
            return key
        message = f'this key is `{shown(key)}`, which YAML does not read as text; quote it: "{shown(key)}"'
        self.remarks.add(SCHEMA, place_of(node), message if key else "this key is empty; give it a name")
        return key

    def _look_for_lines_within(self, node: ScalarNode) -> None:
        """Note a text in quotes, or one with a dash in it, that goes on over lines."""
        is_block = node.style in ("|", ">")
        self.is_odd = self.is_odd or (node.start_mark.line != node.end_mark.line and not is_block)

    def _scalar(self, node: ScalarNode, text: str) -> Any:
        if node.style != "":
            return text
        try:
            return plain_value(text)
        except UnsafeNumberError as error:
            self.remarks.add(UNSAFE_INPUT, place_of(node), str(error))
            return text


def _refusal(node: Node, message: str) -> RefusedError:
    return RefusedError(Spot(UNSAFE_INPUT, place_of(node), message))


def _is_merge(node: Node) -> bool:
    return isinstance(node, ScalarNode)


def _with_inherited(data: dict[str, Any], inherited: list[Any]) -> dict[str, Any]:
    """Add what merge keys would bring, so that the other rules look at what was meant."""
    bases = [base for value in inherited for base in (value if isinstance(value, list) else [value])]
    for base in bases:
        if isinstance(base, dict):
            data = {**base, **data}
    return data


def plain_value(text: str) -> Any:
    """Read a plain scalar by the core schema of YAML 1.2 (section 10.3): null, boolean, number, else text.

    Raises UnsafeNumberError for a number that is too long, too large or none at all.
    """
    if text in _NULLS:
        return None
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    if text[0] not in _NUMERIC:  # most texts that begin with one of these letters go on as texts
        return text
    if (text.isascii() and text.isdigit()) or re.fullmatch(_INTEGER, text):
        return whole_number(text)
    if re.fullmatch(_FLOAT, text):
        return finite_number(text)
    if re.fullmatch(_NOT_FINITE, text):
        raise UnsafeNumberError(f"`{text}` is no number that a map can hold")
    return text


def is_text(text: str) -> bool:
    """Tell whether a plain scalar is read as text, and not as a number, a boolean or nothing."""
    if text and text[0] not in _SUSPECTS:
        return True
    try:
        return isinstance(plain_value(text), str)
    except UnsafeNumberError:
        return False


def place_of(node: Node) -> Place:
    """Give the place of a node, in lines and columns from 1."""
    start, end = node.start_mark, _end_mark(node)
    return Place(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _end_mark(node: Node) -> Mark:
    """Give the end of a node: of block style that of the last thing in it, as libyaml's lies beyond it."""
    while node.__class__ is not ScalarNode and node.value and not _is_flow(node):
        last = node.value[-1]
        inner = last[1] if isinstance(last, tuple) and _stands_before(*last) else last
        inner = inner[0] if isinstance(inner, tuple) else inner
        if not _stands_before(node, inner):
            break
        node = inner
    return node.end_mark


def _is_flow(node: Node) -> bool:
    return bool(getattr(node, "flow_style", False))


def _stands_before(one: Node, other: Node) -> bool:
    """Tell whether a node begins before another. An alias does not: its node stands where its anchor is."""
    return bool(one.start_mark.index < other.start_mark.index)


class _YamlBranch(Branch):
    __slots__ = ("_key", "_node", "_text")

    def __init__(self, text: str, node: Node, key: Node | None = None) -> None:
        self._text = text
        self._node = node
        self._key = key

    def place(self) -> Place:
        """Give the value's place; the key's, where after a key there is nothing."""
        if self._key is not None and self._is_nothing():
            return place_of(self._key)
        if self._node.start_mark.index < len(self._text):
            return place_of(self._node)
        from coldwater.formats.native.lines import Lines  # noqa: PLC0415 - seldom needed

        end = Lines(self._text).point(len(self._text))  # libyaml puts nothing at the end of a text on a line of its own
        return end._replace(end_column=end.column)

    def spelling(self) -> str:
        """Give a scalar's text without quotes."""
        return str(self._node.value) if isinstance(self._node, ScalarNode) else ""

    def look_below(self) -> dict[str | int, tuple[Place, Branch]]:
        """Look up the entries of a mapping or a list, the first of keys that stand twice."""
        below: dict[str | int, tuple[Place, Branch]] = {}
        if isinstance(self._node, MappingNode):
            for key, value in self._node.value:
                if isinstance(key, ScalarNode):
                    for name in dict.fromkeys(
                        (key.value, composed(key.value))
                    ):  # by either, as fields of one's own stay as typed
                        below.setdefault(name, (place_of(key), _YamlBranch(self._text, value, key)))
        elif isinstance(self._node, SequenceNode):
            for index, item in enumerate(self._node.value):
                branch = _YamlBranch(self._text, item)
                below[index] = (branch.place(), branch)
        return below

    def _is_nothing(self) -> bool:
        return bool(self._node.start_mark.index == self._node.end_mark.index)

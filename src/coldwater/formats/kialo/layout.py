"""The lines of an export: which of them begin a claim, which go on with one, and where the sources begin.

It knows numbers, stances and raw texts, no claims.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.findings import START, Place
from coldwater.formats.foreign.texts import cleaned
from coldwater.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

NODE = re.compile(r"[ \t]*((?:[0-9]{1,9}\.)+)(?:[ \t]+|$)(?:(Pro|Con|Thesis|Question):(?:[ \t]+|$))?(.*)", re.DOTALL)
SOURCE = re.compile(r"\[([0-9]{1,6})\] ?(.*)", re.DOTALL)
_HEAD = re.compile(r"[ \t]*Discussion (Title|Name):[ \t]*(.*)", re.DOTALL)
_LINE_END = re.compile("\r\n|\r|\n")


class Node:
    """A claim or a link as it stands in the file: ``stance`` is Pro, Con, Thesis, Question or empty."""

    __slots__ = ("lines", "number", "place", "stance")

    def __init__(self, number: str, stance: str, place: Place) -> None:
        self.number = number
        self.stance = stance
        self.place = place
        self.lines: list[str] = []

    @property
    def parent(self) -> str:
        """The number of the claim above; empty at the top."""
        return self.number[: self.number.rstrip(".").rfind(".") + 1]

    @property
    def raw(self) -> str:
        """The text as it stands in the file, on several lines perhaps."""
        return cleaned("\n".join(self.lines))


class Source(NamedTuple):
    """An entry of the block of sources: its number, its address or whatever is there, and what is quoted."""

    number: str
    words: str
    quote: str
    place: Place


class Layout(NamedTuple):
    """What the lines of an export are."""

    is_old: bool
    title: str
    nodes: Sequence[Node]
    sources: Sequence[Source]


def laid_out(text: str) -> Layout:
    """Tell what the lines of an export are. Cost is linear."""
    lines = _LINE_END.split(text)
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    head = _HEAD.fullmatch(lines[start])
    is_old = head is not None and head[1] == "Title"
    end = len(lines) if is_old else _start_of_sources(lines)
    nodes = _Nodes(is_old)
    title = [head[2]] if head else []
    body = range(start + 1 if head else start, end)
    title.extend(lines[number] for number in body if not nodes.take(lines[number], number + 1))
    return Layout(is_old, " ".join(title), nodes.all, _sources(lines, end))


class _Nodes:
    def __init__(self, is_old: bool) -> None:
        self.all: list[Node] = []
        self._is_old = is_old
        self._last_child: dict[str, int] = {}
        self._with_stance: set[str] = set()

    def take(self, line: str, number: int) -> bool:
        """Take a line as the beginning of a claim, or to the last; False if there is none yet."""
        match = NODE.fullmatch(line)
        if match is not None and self._begins(match[1], match[2] or "", match[3]):
            node = Node(match[1], match[2] or "", Place(number, 1, number, len(line) + 1))
            if match[3].strip():
                node.lines.append(match[3])
            self.all.append(node)
            own = int(node.number.rstrip(".").rpartition(".")[2])
            self._last_child[node.parent] = max(self._last_child.get(node.parent, 0), own)
            self._last_child.setdefault(node.number, 0)
            if node.stance in ("Pro", "Con"):
                self._with_stance.add(node.parent)
        elif self.all:
            indent = 0 if self._is_old else 2 * (self.all[-1].number.count(".") - 1)
            bare = line[: len(line) - len(line.lstrip(" "))][:indent]
            self.all[-1].lines.append(line[len(bare) :])
        return bool(self.all)

    def _begins(self, number: str, stance: str, rest: str) -> bool:
        """Tell whether a line with a number begins a claim, and is not a line of a numbered list within one."""
        parent, _, own = number.rstrip(".").rpartition(".")
        parent += "." if parent else ""
        follows = parent in self._last_child and int(own) == self._last_child[parent] + 1
        if not self.all:
            return self._is_old or bool(stance)
        if not self._is_old:
            return bool(stance) and (not rest.strip() or follows)
        if stance in ("Pro", "Con"):
            return bool(parent)
        # theses below a question have no stance; once there is a pro or con, such a line is a list's
        return number.count(".") == 2 and follows and not stance and parent not in self._with_stance


def _start_of_sources(lines: Sequence[str]) -> int:
    """Give the index of the line `Sources:`; that of the end if there is none."""
    for number, line in enumerate(lines):
        if line.rstrip() == "Sources:":
            following = next((after for after in lines[number + 1 : number + 20] if after.strip()), None)
            if following is None or SOURCE.fullmatch(following):
                return number
    return len(lines)


def _sources(lines: Sequence[str], start: int) -> list[Source]:
    found: list[Source] = []
    open_lines: list[str] = []
    number, words, place = "", "", START

    def close() -> None:
        if number:
            found.append(Source(number, words, _quote(cleaned("\n".join(open_lines))), place))

    for index in range(start + 1, len(lines)):
        line = lines[index]
        match = SOURCE.fullmatch(line)
        if match is not None and (not number or is_address(match[2]) or not _is_open(open_lines)):
            close()
            number, words, open_lines = match[1], match[2].strip(), []
            place = Place(index + 1, 1, index + 1, len(line) + 1)
        else:
            open_lines.append(line)
    close()
    return found


def is_address(words: str) -> bool:
    """Tell whether what follows a number in brackets is an address: then it is an entry, even within a quotation."""
    return re.match(r"(https?://|www\.)", words) is not None


def _is_open(lines: Sequence[str]) -> bool:
    """Tell whether a quotation has begun and not ended."""
    first = next((line.strip() for line in lines[:3] if line.strip()), "")
    last = next((line.strip() for line in lines[-3:][::-1] if line.strip()), "")
    return first[:1] in ('"', "“") and not (last[-1:] in ('"', "”") and (len(lines) > 1 or len(first) > 1))


def _quote(text: str) -> str:
    if len(text) > 1 and text[0] in '"“' and text[-1] in '"”':
        return text[1:-1].strip()
    return text

"""The lists and mappings that are open at a line, each in its column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.formats.native.written.shapes import ANY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.formats.native.written.shapes import Shape

#: What may be an id: no blank in it, no sign of YAML.
_ID = re.compile(r"[^\s:,\[\]{}#&*!|>'\"%@`]+")


class Frame:
    """A mapping or a list in block style: its column, and what may stand in it."""

    __slots__ = ("column", "is_list", "key", "last_list", "line", "list_key", "pending", "seen", "shape")

    def __init__(self, column: int, shape: Shape, line: int, is_list: bool = False) -> None:
        self.column = column
        self.shape = shape
        self.is_list = is_list
        #: The line of its latest entry.
        self.line = line
        #: The key of its latest entry.
        self.key = ""
        self.seen: set[str] = set()
        #: What may stand below its latest entry, if that has no value on its line.
        self.pending: Shape | None = None
        #: The last list below an entry of it, which a misplaced item may belong to, and the key it stands below.
        self.last_list: Frame | None = None
        self.list_key = ""

    @property
    def items(self) -> Shape:
        """The shape of an item of a list."""
        return self.shape.items or ANY

    def enter(self, line: int, key: str = "") -> None:
        """Go on to the entry that begins on a line. A list that was to come below the last one never came."""
        if self.pending is not None and self.pending.items is not None:
            self.last_list, self.list_key = Frame(-1, self.pending, self.line, is_list=True), self.key
        self.line, self.key, self.pending = line, key, None
        self.seen.add(key)

    def is_list_at(self, column: int) -> bool:
        """Tell whether this is a list whose dashes stand in a column."""
        return self.is_list and self.column == column

    def lacks(self, name: str) -> bool:
        """Tell whether a field spelt just so belongs into this mapping and is not there yet."""
        return not self.is_list and self.shape.has(name) and name not in self.seen

    def knows(self, name: str) -> bool:
        """Tell whether a key can be meant for this mapping."""
        if self.is_list:
            return False
        return self.shape.field(name) is not None or (self.shape.entries is not None and looks_like_id(name))


def looks_like_id(name: str) -> bool:
    """Tell whether a key looks like an id, and not like the beginning of a sentence."""
    return _ID.fullmatch(name) is not None


def fits_below(shape: Shape, name: str | None, is_item: bool) -> bool:
    """Tell whether a line with this key, or with a dash, is the beginning of a list or mapping of a shape."""
    if shape.is_any:
        return name is not None or is_item
    if is_item:
        return shape.items is not None
    if name is None:
        return False
    if shape.fields is not None:
        return shape.field(name) is not None or not shape.is_text
    return shape.entries is not None or not (shape.is_text or shape.is_word)


def nearest(frames: Sequence[Frame], column: int, name: str, is_id_of_map: bool) -> Frame | None:
    """Give the mapping that a key in a column of its own was meant for: the nearest of those that know it best.

    These are the ones that lack just this field; then, for an id that something refers to, those that hold entries by
    id; then those with a field spelt alike; then the others.
    """
    found = [frame for frame in frames if not frame.is_list and frame.knows(name)]
    exact = [frame for frame in found if frame.lacks(name)]
    by_id = [frame for frame in found if frame.shape.entries is not None]
    alike = [frame for frame in found if frame.shape.fields is not None and abs(frame.column - column) <= 2]
    best = exact or (by_id if is_id_of_map else []) or alike or found
    return min(best, key=lambda frame: abs(frame.column - column), default=None)


def nearest_list(frames: Sequence[Frame], column: int) -> Frame | None:
    """Give the list that a dash in a column of its own was meant for: one at most three columns away."""
    found = [frame for frame in frames if frame.is_list and abs(frame.column - column) <= 3]
    return min(found, key=lambda frame: abs(frame.column - column), default=None)

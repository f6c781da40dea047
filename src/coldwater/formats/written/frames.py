"""The lists and mappings that are open at a line, each in its column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.formats.written.shapes import ANY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.formats.written.shapes import Shape

#: What may be an id: no blank in it, no sign of YAML.
_ID = re.compile(r"[^\s:,\[\]{}#&*!|>'\"%@`]+")


class Frame:
    """A mapping or a list in block style: its column, and what may stand in it."""

    __slots__ = ("column", "is_list", "last_list", "line", "pending", "seen", "shape")

    def __init__(self, column: int, shape: Shape, line: int, is_list: bool = False) -> None:
        self.column = column
        self.shape = shape
        self.is_list = is_list
        #: The line of its latest entry.
        self.line = line
        self.seen: set[str] = set()
        #: What may stand below its latest entry, if that has no value on its line.
        self.pending: Shape | None = None
        #: The last list below an entry of it, which a misplaced item may belong to.
        self.last_list: Frame | None = None

    @property
    def items(self) -> Shape:
        """The shape of an item of a list."""
        return self.shape.items or ANY

    def knows(self, name: str) -> bool:
        """Tell whether a key can be meant for this mapping."""
        if self.is_list:
            return False
        return self.shape.field(name) is not None or (self.shape.entries is not None and is_id(name))


def is_id(name: str) -> bool:
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


def nearest(frames: Sequence[Frame], column: int, name: str) -> Frame | None:
    """Give the mapping that a key in a column of its own was meant for: one that knows it, and the nearest of these."""
    found = [frame for frame in frames if not frame.is_list and frame.knows(name)]
    exact = [frame for frame in found if frame.shape.has(name) and name not in frame.seen]
    return min(exact or found, key=lambda frame: abs(frame.column - column), default=None)


def nearest_list(frames: Sequence[Frame], column: int) -> Frame | None:
    """Give the list that a dash in a column of its own was meant for: one at most three columns away."""
    found = [frame for frame in frames if frame.is_list and abs(frame.column - column) <= 3]
    return min(found, key=lambda frame: abs(frame.column - column), default=None)

"""Argdown texts made ready: other files included, Markdown's fences taken off; and places in what was there before."""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from coldwater.findings import START, Place
from coldwater.formats.foreign.texts import decoded
from coldwater.formats.native.limits import MAX_BYTES
from coldwater.formats.native.lines import Lines
from coldwater.formats.native.spots import UNSAFE_INPUT, RefusedError, Spot

if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Given

_INCLUDE = re.compile(r"@include\(([^)\n]+)\)")
FENCE = re.compile(
    r"^[ \t]*(```+|~~~+)[ \t]*\{?\.?argdown(?:-map)?\b[^\n]*\n(.*?)(?:^[ \t]*\1[`~]*[ \t]*$|\Z)", re.M | re.S
)
_DEEPEST = 50


class Source:
    """The text that is read, and where its pieces come from.

    ``remarks`` is what is to be said of how it was made ready, with places.
    """

    def __init__(self, given: Given) -> None:
        original, remark = decoded(given.data)
        self.remarks: list[tuple[Place, str]] = [(START, remark)] if remark else []
        self.included: list[str] = []
        self._lines = Lines(original)
        plain = original.replace("\r\n", "\n").replace("\r", "\n")
        self._plain = Lines(plain)
        self._given = given
        self._pieces: list[str] = []
        self._size = 0
        #: Where pieces begin in the text that is read, and in the plain text; whether they were included there.
        self._starts: list[int] = []
        self._origins: list[tuple[int, bool]] = []
        if plain.startswith("\ufeff"):
            plain = " " + plain[1:]
        fenced = list(FENCE.finditer(plain))
        if fenced and not given.name.lower().endswith((".argdown", ".ad", ".argdn")):
            for found in fenced:
                self._expand(found[2], found.start(2), None, "", ())
                self._add("\n\n", found.end(2), False)
        else:
            self._expand(plain, 0, None, "", ())
        self.text = "".join(self._pieces)

    def place(self, start: int, end: int) -> Place:
        """Give the place of a stretch of the text that is read; of what was included that of the line that says so."""
        if not self._starts:
            return START
        at = max(bisect_right(self._starts, start) - 1, 0)
        origin, is_included = self._origins[at]
        first = origin if is_included else origin + start - self._starts[at]
        last = first + 1 if is_included else first + max(end - start, 0)
        return self._plain.place(first, last)

    def _add(self, piece: str, origin: int, is_included: bool) -> None:
        if piece:
            self._starts.append(self._size)
            self._origins.append((origin, is_included))
            self._pieces.append(piece)
            self._size += len(piece)
            if self._size > MAX_BYTES:
                what = f"with all that it includes, the file has more than {MAX_BYTES:,} signs"
                raise RefusedError(Spot(UNSAFE_INPUT, START, what))

    def _expand(self, text: str, origin: int, at: int | None, folder: str, chain: tuple[str, ...]) -> None:
        """Add a text with what it includes; ``at``: where the first file includes it; None for that itself."""
        done = 0
        for found in _INCLUDE.finditer(text):
            self._add(text[done : found.start()], origin + done if at is None else at, at is not None)
            done = found.end()
            here = origin + found.start() if at is None else at
            path = posixpath.normpath(posixpath.join(folder, found[1].strip().strip("\"'").replace("\\", "/")))
            content = self._content(path, here, chain)
            if content is not None:
                self._expand(content, 0, here, posixpath.dirname(path), (*chain, path))
        self._add(text[done:], origin + done if at is None else at, at is not None)

    def _content(self, path: str, here: int, chain: tuple[str, ...]) -> str | None:
        place = self._plain.place(here, here + 1)
        if path in chain or len(chain) > _DEEPEST:
            self.remarks.append((place, f"{path} includes itself; once is enough"))
            return None
        data = self._given.beside(path)
        if data is None:
            self.remarks.append((place, f"{path} is not there beside the file, and is not included"))
            return None
        if path not in self.included:
            self.included.append(path)
        return decoded(data)[0].replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")

"""SVG elements as text: escaped, with rounded numbers, and noting which characters of which face are used.

It knows neither maps nor scenes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from coldwater.printable import printable
from coldwater.render.fonts.faces import has_all
from coldwater.render.fonts.scripts import is_leftward, turned
from coldwater.render.fonts.text import has_joined_emoji, is_foreign, is_wide, runs, width

if TYPE_CHECKING:
    from coldwater.render.fonts.faces import Face
    from coldwater.render.layout.geometry import Command

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
#: From so many characters on a text is hardly met again.
_SHORT = 32
_WEIGHT: dict[Face, str] = {"regular": "", "italic": ' font-style="italic"', "semibold": ' font-weight="600"'}


def escape(text: str) -> str:
    """Give text that is safe as content and in any attribute, also if it has not been made printable before."""
    return printable(text).translate(_ESCAPES)


def number(value: float) -> str:
    """Write a coordinate with at most two decimals, never as -0."""
    if value == (whole := int(value)):
        return str(whole)
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def attributes(values: dict[str, str | float | None]) -> str:
    """Write attributes; underscores in names become hyphens, None is left out."""
    parts = []
    for name, value in values.items():
        if value is None:
            continue
        if value.__class__ is not str:
            parts.append(f'{_begun(name)}{number(value)}"')  # type: ignore[arg-type]
        elif len(value) < _SHORT:
            parts.append(_short_attribute(name, value))
        else:
            parts.append(f'{_begun(name)}{escape(value)}"')
    return "".join(parts)


@lru_cache(maxsize=256)
def _begun(name: str) -> str:
    return f' {name.replace("_", "-")}="'


@lru_cache(maxsize=1024)
def _short_attribute(name: str, value: str) -> str:
    """Write an attribute with a short text: colours and styles come again and again."""
    return f'{_begun(name)}{escape(value)}"'


def element(name: str, /, **values: str | float | None) -> str:
    """Write an element without content."""
    return f"<{name}{attributes(values)}/>"


def rectangle(x: float, y: float, width: float, height: float, radius: float, /, **look: str | float | None) -> str:
    """Write a rectangle with round corners."""
    return element("rect", x=x, y=y, width=width, height=height, rx=radius, **look)


def path_data(commands: tuple[Command, ...]) -> str:
    """Write the commands of a path."""
    return "".join(
        letter + " ".join(f"{number(x)},{number(y)}" for x, y in points) for letter, points in commands
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set: size, colour, face, anchor (middle, end; None is start), letter spacing, line distance."""

    size: float
    fill: str
    face: Face = "regular"
    anchor: str | None = None
    spacing: float | None = None
    leading: float = 0.0

    def attributes(self) -> str:
        """Write it as attributes."""
        return _set_as(self.size, self.fill, self.face, self.anchor, self.spacing)


@lru_cache(maxsize=512)
def _set_as(size: float, fill: str, face: Face, anchor: str | None, spacing: float | None) -> str:
    """Write how a text is set: thousands of texts are set in a few ways."""
    values: dict[str, str | float | None] = {
        "font-size": size,
        "fill": fill,
        "text-anchor": anchor,
        "letter-spacing": spacing,
    }
    return attributes(values) + _WEIGHT[face]


#: How much of a line is left of its place, by anchor.
_SHARES = {None: 0.0, "middle": 0.5, "end": 1.0}


class Writing:
    """Writes text elements and remembers the characters of each face.

    ``is_fixed``: each line is as wide as it was measured, whatever font a program puts in place of the embedded one.
    ``is_outlined``: what the embedded font has is drawn as outlines, and no font is needed for it.
    """

    def __init__(self, is_fixed: bool = False, is_outlined: bool = False, is_leftward: bool = False) -> None:
        """``is_leftward``: lines without letters, such as numbers, run to the left as those around them do."""
        self.used: dict[Face, set[str]] = {}
        self.lacks_characters = False
        #: Whether other fonts are known to have no heavy letters: then a mixed line has none.
        self.others_are_light = False
        self._noted: set[tuple[Face, str]] = set()
        self._is_fixed = is_fixed
        self._is_outlined = is_outlined
        self._is_leftward = is_leftward

    @property
    def is_leftward(self) -> bool:
        """Tell whether the drawing is one from right to left."""
        return self._is_leftward

    def line(self, text: str, x: float, y: float, look: Type, is_turned: bool | None = None) -> str:
        """Write one line of text with its baseline at y.

        ``is_turned``: whether it runs to the left; by its own letters unless given.
        """
        if self._is_outlined:
            return self._outlined(text, x, y, look)
        self._note(look.face, text)
        if look.spacing and is_foreign(text):  # letters that are joined must not be set apart
            look = replace(look, spacing=None)
        if is_turned is None:
            is_turned = (self._is_leftward or not text.isascii()) and self._runs_left(text)
        values = look.attributes() + (self._length(text, look) if self._is_fixed else "")
        content = self._content(text, x, look)
        return f'<text x="{number(x)}" y="{number(y)}"{values}>{turned(content) if is_turned else content}</text>'

    def block(self, lines: tuple[str, ...], x: float, y: float, look: Type) -> str:
        """Write lines of text, the first baseline at y: as one element, where no line needs one of its own.

        All run the way that the first letter with a direction says, also lines that begin with a word of the other way.
        """
        if len(lines) == 1:
            return self.line(lines[0], x, y, look)
        whole = " ".join(lines)
        is_turned = (self._is_leftward or not whole.isascii()) and self._runs_left(whole)
        if self._is_fixed or self._is_outlined or is_turned:  # programs know a length, and a way, for whole texts only
            return "".join(self.line(line, x, y + at * look.leading, look, is_turned) for at, line in enumerate(lines))
        for line in lines:
            self._note(look.face, line)
        spans = " ".join(
            f'<tspan x="{number(x)}" y="{number(y + at * look.leading)}">{self._content(line, x, look)}</tspan>'
            for at, line in enumerate(lines)
        )
        return f"<text{look.attributes()}>{spans}</text>"

    def _note(self, face: Face, text: str) -> None:
        """Note which characters are used; of short texts, of which most come again, once."""
        if (face, text) in self._noted:
            return
        if len(text) < _SHORT:
            self._noted.add((face, text))
        self.used.setdefault(face, set()).update(printable(text))

    def _runs_left(self, text: str) -> bool:
        return is_leftward(text, self._is_leftward and len(text) > 2)  # a sign has no way

    def _outlined(self, text: str, x: float, y: float, look: Type) -> str:
        """Draw a line: outlines of what the embedded font has, text of the rest, each at its measured place."""
        from coldwater.render.fonts.outlines import outline, units_per_em  # noqa: PLC0415 - heavy

        text, spacing = printable(text), look.spacing or 0.0
        start = x - width(text, look.size, look.face, spacing) * _SHARES[look.anchor]
        scale = look.size / units_per_em(look.face)
        parts = []
        for is_there, run in runs(text):
            long = width(run, look.size, look.face, spacing)
            # of what is turned round as a whole, the end of an outline comes where its beginning was
            at = f"{number(start + long if is_there and self._is_leftward else start)} {number(y)}"
            start += long
            if is_there and (data := outline(run, look.face, spacing / look.size)):
                place = f"translate({at}) scale({scale:.6f} -{scale:.6f})"
                parts.append(element("path", d=data, transform=place, fill=look.fill))
            elif not is_there:
                self.lacks_characters = True
                values = replace(look, anchor=None).attributes()
                left, _, top = at.partition(" ")
                parts.append(f'<text class="o" x="{left}" y="{top}"{values}>{escape(run)}</text>')
        return f'<g aria-label="{escape(text)}">{"".join(parts)}</g>' if parts else ""

    @staticmethod
    def _length(text: str, look: Type) -> str:
        """Write how wide a line is; nothing where that is only guessed, or for a sign."""
        if len(text) < 3 or not (text.isascii() or has_all(text)):
            return ""
        return f' textLength="{number(width(text, look.size, look.face, look.spacing or 0.0))}"'

    def _content(self, text: str, x: float, look: Type) -> str:
        """Write text so that what the embedded font lacks stands in a class of its own.

        Browsers find another font for each such character; other programs set all that has no break in it. So
        ideographs, whose width is known, begin at a place of their own, and so does what follows them. A line with
        letters of another script is set in one font, or a figure in it would come out in any weight.
        An emoji of several characters has such a place, too: resvg 0.48 fails on one that has none.
        """
        if text.isascii() or has_all(text):
            return escape(text)
        self.lacks_characters = True
        cut = runs(text)
        if any(is_foreign(run) for is_there, run in cut if not is_there):
            return _run(False, text, None)
        places: list[float | None] = [None] * len(cut)
        lacking = [run for is_there, run in cut if not is_there]
        if len(cut) > 1 and all(has_joined_emoji(run) or all(map(is_wide, run)) for run in lacking):
            widths = [width(run, look.size, look.face, look.spacing or 0.0) for _, run in cut]
            first = x - sum(widths) * _SHARES[look.anchor]
            places = list(accumulate(widths[:-1], initial=first))
        is_light = self.others_are_light and look.face == "semibold"
        return "".join(_run(*run, place, is_light and run[0]) for run, place in zip(cut, places, strict=True))


def _run(is_there: bool, text: str, place: float | None, is_light: bool = False) -> str:
    if is_there and place is None and not is_light:
        return escape(text)
    values: dict[str, str | float | None] = {
        "class": None if is_there else "o",
        "x": place,
        "text-anchor": None if place is None else "start",
        "font-weight": "400" if is_light else None,
    }
    return f"<tspan{attributes(values)}>{escape(text)}</tspan>"

"""SVG elements as text: escaped, with rounded numbers, and noting which characters of which face are used.

It knows neither maps nor scenes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from coldwater.printable import printable

if TYPE_CHECKING:
    from coldwater.render.fonts.faces import Face
    from coldwater.render.layout.geometry import Command

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
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
    return "".join([_attribute(name, value) for name, value in values.items() if value is not None])


def _attribute(name: str, value: str | float) -> str:
    if isinstance(value, str):
        return _short_attribute(name, value) if len(value) < 32 else f' {name.replace("_", "-")}="{escape(value)}"'
    return f' {name.replace("_", "-")}="{number(value)}"'


@lru_cache(maxsize=1024)
def _short_attribute(name: str, value: str) -> str:
    """Write an attribute with a short text: colours and styles come again and again."""
    return f' {name.replace("_", "-")}="{escape(value)}"'


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
        values: dict[str, str | float | None] = {
            "font-size": self.size,
            "fill": self.fill,
            "text-anchor": self.anchor,
            "letter-spacing": self.spacing,
        }
        return attributes(values) + _WEIGHT[self.face]


class Writing:
    """Writes text elements and remembers the characters of each face."""

    def __init__(self) -> None:
        self.used: dict[Face, set[str]] = {}

    def line(self, text: str, x: float, y: float, look: Type) -> str:
        """Write one line of text with its baseline at y."""
        self.used.setdefault(look.face, set()).update(printable(text))
        return f'<text x="{number(x)}" y="{number(y)}"{look.attributes()}>{escape(text)}</text>'

    def block(self, lines: tuple[str, ...], x: float, y: float, look: Type) -> str:
        """Write lines of text as one element, the first baseline at y."""
        if len(lines) == 1:
            return self.line(lines[0], x, y, look)
        self.used.setdefault(look.face, set()).update(*(printable(line) for line in lines))
        spans = " ".join(
            f'<tspan x="{number(x)}" y="{number(y + at * look.leading)}">{escape(line)}</tspan>'
            for at, line in enumerate(lines)
        )
        return f"<text{look.attributes()}>{spans}</text>"

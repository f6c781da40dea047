"""Text set for a terminal: wrapped to a width in columns, indented, and safe to print. It knows no map."""

from __future__ import annotations

from coldwater.printable import display_width, printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_CODES = {"heading": "1", "in": "32", "out": "31", "undecided": "33"}
_LEAST_WIDTH = 40


class Paragraphs:
    """How text is set: the width in columns, at least 40, and whether there is colour."""

    def __init__(self, width: int, colour: bool) -> None:
        self.width = max(width, _LEAST_WIDTH)
        self.colour = colour

    def painted(self, text: str, style: str) -> str:
        """Give a text in a style (heading, or a verdict), where there is colour."""
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.colour else text

    def wrapped(self, text: str, lead: str = "", style: str | None = None) -> Iterator[str]:
        """Break a text into lines; ``lead`` stands before the first, and as many blanks before the others."""
        indent = display_width(lead)
        for number, line in enumerate(rows(printable(text), max(self.width - indent, 20))):
            shown = (lead if number == 0 else " " * indent) + line
            yield self.painted(shown, style) if style else shown


def rows(text: str, room: int) -> list[str]:
    """Break a text at blanks into rows of at most ``room`` columns; what is longer than a row is broken anywhere.

    >>> rows("one two three", 7)
    ['one two', 'three']
    >>> rows("桥应该重建吗", 6)
    ['桥应该', '重建吗']
    """
    found = [""]
    used = 0
    for word in text.split():
        width = display_width(word)
        if used and used + 1 + width > room:
            found.append("")
            used = 0
        if used:
            found[-1] += " "
            used += 1
        if used + width <= room:
            found[-1] += word
            used += width
            continue
        for character in word:
            step = display_width(character)
            if used + step > room and used:
                found.append("")
                used = 0
            found[-1] += character
            used += step
    return found

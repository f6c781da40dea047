"""Text set for a terminal: wrapped to a width in columns, indented, and safe to print. It knows no map."""

from __future__ import annotations

from coldwater.printable import printable
from coldwater.rows import display_width, folded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_CODES = {"heading": "1", "in": "32", "out": "31", "undecided": "33"}
_LEAST_WIDTH, _LEAST_ROOM = 40, 20


class Paragraphs:
    """How text is set: the width in columns, at least 40, and whether there is colour."""

    def __init__(self, width: int, colour: bool) -> None:
        self.width = max(width, _LEAST_WIDTH)
        self.colour = colour

    def painted(self, text: str, style: str) -> str:
        """Give a text in a style (heading, or a verdict), where there is colour."""
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.colour else text

    def wrapped(self, text: str, lead: str = "", style: str | None = None) -> Iterator[str]:
        """Break a text into lines; ``lead`` stands before the first, and as many blanks before the others.

        A lead that leaves no room for words has the first line for itself.
        """
        if self.width - display_width(lead) < _LEAST_ROOM:
            yield self.painted(lead.rstrip(), style) if style else lead.rstrip()
            lead = " " * (self.width // 4)
        indent = display_width(lead)
        for number, line in enumerate(folded(" ".join(printable(text).split()), self.width - indent)):
            shown = (lead if number == 0 else " " * indent) + line
            yield self.painted(shown, style) if style else shown

"""Where what is opened in a text is closed. Each search goes on where the last one ended: all cost one reading."""

from __future__ import annotations

import re

_STOP = re.compile(r"\}(?=\s[^,}])")
_NOT_LAST = re.compile(r"\s*[,}]")


class Closings:
    """Looks ahead in a text, at places that never go back."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[str, int] = {}
        self._data_stop = -1
        self._data_last = -1

    def next(self, sign: str, start: int) -> int:
        """Give where a sign stands next, from ``start`` on; the length of the text if it does not."""
        found = self._found.get(sign, -1)
        if found < start:
            found = self._text.find(sign, start)
            found = len(self._text) if found < 0 else found
            self._found[sign] = found
        return found

    def in_line(self, sign: str, start: int) -> int:
        """Give where a sign stands next within the line; -1 if it does not."""
        found = self.next(sign, start)
        return found if found < self.next("\n", start) else -1

    def data_end(self, start: int) -> int:
        """Give the end of the data whose brace opens at ``start``; -1 if they have none.

        They end at the first closing brace with a blank and something other than a comma or a brace behind it, or else
        at the last one in the text; and before, where a comma or a brace follows after blanks.
        """
        if self._data_stop <= start:
            found = _STOP.search(self._text, start + 1)
            self._data_stop = found.start() if found else len(self._text)
            self._data_last = self._last(start)
        return self._data_last + 1 if self._data_last > start else -1

    def _last(self, start: int) -> int:
        at = self._data_stop if self._data_stop < len(self._text) else self._text.rfind("}", start)
        while at > start and (self._text[at] != "}" or _NOT_LAST.match(self._text, at + 1)):
            at = self._text.rfind("}", start, at)
        return at

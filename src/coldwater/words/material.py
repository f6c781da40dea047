"""What pages of debate material say around the words of a map, in other languages than English.

A table has the English text as its key, as pages make it, with a mark for each part that differs: ``{}`` for words of
the map, which stay as they are and stand in a whole text only, ``{q}`` for words in quotation marks or a list of such,
``{n}`` for a number or a time, ``{=}`` for words that the table has themselves. The other text names the parts by their
place: ``{0}``, ``{1}``.
"""

from __future__ import annotations

import re
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Below so many steps no text holds another.
_DEEPEST = 6
_MARKS = {
    "{}": "(.+)",
    "{q}": r"(“[^”]*”(?:(?:, | and )“[^”]*”)*(?: and [\d,]+ more|, [\d,]+ more)?)",
    "{n}": r"([\d.,:%]+)",
    "{=}": "(.+?)",
}
_MARK = re.compile(r"\{[q=n]?\}")


class Table:
    """The texts of one language: ``quotes`` are its quotation marks, ``words`` those between the parts of a list."""

    def __init__(self, texts: Mapping[str, str], quotes: str, words: Sequence[tuple[str, str]]) -> None:
        self._whole = {key: text for key, text in texts.items() if not _MARK.search(key)}
        parts = [_Template(key, text) for key, text in texts.items() if _MARK.search(key)]
        # What says most by itself is tried first.
        self._parts = sorted(parts, key=lambda one: -one.weight)
        self._quotes = quotes
        self._words = words

    def told(self, text: str, depth: int = 0) -> str | None:
        """Give an English text in the language; None where the table does not have it."""
        if text in self._whole:
            return self._whole[text]
        if depth == _DEEPEST:
            return None
        for one in self._parts:
            if (found := one.told(text, self, depth)) is not None:
                return found
        return None

    def quoted(self, text: str) -> str:
        """Give a list of words in quotation marks with the marks and the little words of the language."""
        pieces = re.split("(“[^”]*”)", text)
        for place, piece in enumerate(pieces):
            if piece[:1] == "“":
                pieces[place] = f"{self._quotes[0]}{piece[1:-1]}{self._quotes[1]}"
            else:
                for ours, theirs in self._words:
                    piece = piece.replace(ours, theirs)  # noqa: PLW2901 - word for word
                pieces[place] = piece
        return "".join(pieces)


class _Template:
    def __init__(self, key: str, text: str) -> None:
        self._marks = _MARK.findall(key)
        pattern = "".join(map(re.escape, [_MARK.split(key)[0]]))
        for mark, rest in zip(self._marks, _MARK.split(key)[1:], strict=True):
            pattern += _MARKS[mark] + re.escape(rest)
        self._pattern = re.compile(pattern, re.DOTALL)
        self._start = _MARK.split(key)[0]
        self._has_words = "{}" in self._marks
        self.weight = len(_MARK.sub("", key))
        self._text = text

    def told(self, text: str, table: Table, depth: int) -> str | None:
        # Words of the map stand in a whole text, and not in a part of it: else anything could be one.
        is_none = (depth and self._has_words) or not text.startswith(self._start)
        found = None if is_none else self._pattern.fullmatch(text)
        if found is None:
            return None
        parts: list[str] = []
        for mark, part in zip(self._marks, found.groups(), strict=True):
            told = (
                table.told(part, depth + 1)
                if mark == "{=}"
                else table.quoted(part)
                if mark == "{q}" or part[:1] == "“"
                else part
            )
            if told is None:
                return None
            parts.append(told)
        return re.sub(r"\{(\d)\}", lambda one: parts[int(one[1])], self._text)


@cache
def table_for(language: str | None) -> Table | None:
    """Give the table for the language of a map; None where there is none, and for English, which needs none.

    >>> table_for("de-CH").told("To fill the time"), table_for("fr"), table_for(None)
    ('Was die Zeit füllen würde', None, None)
    """
    if language is not None and language.split("-")[0].lower() == "de":
        from coldwater.words.german_material import GERMAN  # noqa: PLC0415 - each page pays for one language

        return GERMAN
    return None

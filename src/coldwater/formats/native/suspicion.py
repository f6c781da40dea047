"""Whether a YAML text that fits may still say less than was written: a quick look, without what a longer one needs."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

#: The fields of claims, arguments, sources, positions and questions, one of which may have slipped out among the ids.
FIELDS_OF_ENTRIES = frozenset((
    "text", "kind", "status", "credence", "standard", "implicit", "contradicts", "cites", "tags", "note", "title",
    "premises", "supports", "attacks", "scheme", "roles", "answers", "strength", "type", "author", "issued",
    "publisher", "container-title", "URL", "accessed", "language", "grade", "name", "accepts", "rejects",
    "speaks_in", "qualifications",
))  # fmt: skip

#: What may follow the `#` of a comment: a blank, its like, or the end of the line.
_OF_COMMENTS = frozenset(" \t\r\n#-=*_~!")
#: A comma that may be inside a text in a list: between figures, or between brackets or curly quotation marks.
_FIGURE = r"[0-9],[0-9]"
_FIGURE_IN_BRACKETS = r"[\[{][^\n]*[0-9],[0-9]"
_COMMA_IN_MARKS = r"\[[^\]\n]*[(“„«‘‚][^)\]\n”“»’‘]*,"
#: An anchor, and a repetition.
_ANCHOR = r"(?m)(?:^|[:\-\[{,?])[ \t]*&[^\s,\[\]{}]"


def may_say_less(text: str) -> bool:
    """Tell whether a text holds something that YAML may pass over: a hash in a text, a comma in one, a lone anchor.

    True is no finding, only a reason to look closer. Cost is linear, and next to nothing for most texts.
    """
    return _has_hash(text) or _has_comma(text) or (" &" in text and _matches(_ANCHOR, text))


def has_field_among_ids(data: Mapping[str, Any]) -> bool:
    """Tell whether something in a map has the name of a field for its id, as a field has that stands too far out."""
    return any(not FIELDS_OF_ENTRIES.isdisjoint(entries) for entries in data.values() if isinstance(entries, dict))


def _has_hash(text: str) -> bool:
    """Tell whether a `#` stands behind a blank and before a character, on a line that has begun with something else."""
    return any(
        text[place + 2 : place + 3] not in _OF_COMMENTS and _is_behind_text(text, place) for place in _hashes(text)
    )


def _hashes(text: str) -> Iterator[int]:
    for blank in (" #", "\t#"):
        place = text.find(blank)
        while place >= 0:
            if place + 2 < len(text):
                yield place
            place = text.find(blank, place + 2)


def _is_behind_text(text: str, place: int) -> bool:
    start = max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1
    before = text[start:place].strip()
    return before != "" and not before.startswith("#")


def _has_comma(text: str) -> bool:
    has_tight = text.count(",") != text.count(", ") + text.count(",\n")
    has_marks = any(mark in text for mark in "(“„«‘‚") and "[" in text
    return (has_tight and _has_figure_in_brackets(text)) or (has_marks and _matches(_COMMA_IN_MARKS, text))


def _has_figure_in_brackets(text: str) -> bool:
    """Tell whether a figure such as 1,000 may stand in brackets: there its comma parts it, elsewhere it is no harm."""
    if not _matches(_FIGURE, text):
        return False
    return _matches(_FIGURE_IN_BRACKETS, text) or any(
        line.count("[") + line.count("{") != line.count("]") + line.count("}") for line in text.split("\n")
    )


def _matches(pattern: str, text: str) -> bool:
    import re  # noqa: PLC0415 - most texts give no cause for it

    return re.search(pattern, text) is not None

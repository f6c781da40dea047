"""What an id is, in any script, and what of a text keeps it from being one. It knows neither maps nor files.

An id begins with a letter or a digit of Unicode; letters, digits, combining marks, dots, underscores and hyphens may
follow. It is held in composed form (NFC), so that `é` is one spelling however it was typed. What cannot be seen has no
place in an id, be it a letter by the books: nobody could tell two such ids apart.
"""

from __future__ import annotations

import re

from coldwater.characters import HIDDEN, named
from coldwater.model import composed
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: What most ids are; to know that one of these fits takes nothing else.
ASCII_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._-]*$(?!\n)"
# The schema's pattern has to be read alike by JavaScript, with and without its flag for Unicode, and by Python, and
# none of the three can name letters the way another does. So it says what does not belong, a class for each sort, and
# only where that can be said in a line: signs, emoji and the punctuation of single scripts are left to `is_id`.
_ASCII_SIGNS = r"\u0000-\u002c\u002f\u003a-\u0040\u005b-\u005e\u0060\u007b-\u009f"
_LATIN_SIGNS = r"\u00a0-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7"
_UNSEEN = r"\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0"
_WIDE_SIGNS = r"\u3000-\u3004\u3008-\u3020\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffff"
_PRIVATE = r"\ue000-\uf8ff"
_NOT_FIRST = r"(?![._\u0300-\u036f-])"
#: What an id may be, for messages.
ID_RULE = "letters, digits, dot, underscore and hyphen only, a letter or digit first"
#: The pattern of the published schema. It takes every id, and some texts that are none.
ID_PATTERN = rf"^{_NOT_FIRST}[^{_ASCII_SIGNS}{_LATIN_SIGNS}{_UNSEEN}{_WIDE_SIGNS}{_PRIVATE}]+$(?!\n)"

# Patterns for what is no id, compiled where one first calls for them.
_PICTURE = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2934\u2935\u2b00-\u2bff\u3030\u303d"
    "\u3297\u3299\U0001f000-\U0001faff]"
)
#: Characters that are seen as one: a flag, a digit in a box, a picture with a tone of skin or joined to others.
_CLUSTER = (
    "(?s)[\U0001f1e6-\U0001f1ff]{2}|[0-9#*]\ufe0f?\u20e3"
    f"|{_PICTURE}[\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
    f"(?:\u200d{_PICTURE}[\ufe0f\U0001f3fb-\U0001f3ff]*)*|."
)
#: What parts words: in a proposal a hyphen takes its place.
_PARTING = r"[\s/\\|:;,+&=\u2010-\u2015\u2212\u3001\u30fb\uff0c\uff0f\uff1a\uff1b]+"


class Fault(NamedTuple):
    """Characters that have no place in an id; ``is_first`` if they only must not stand at its beginning."""

    characters: str
    is_first: bool


def is_id(text: str) -> bool:
    """Tell whether a text is an id, in composed form."""
    if text.isascii():
        return re.search(ASCII_PATTERN, text) is not None
    plain = text.replace("-", "").replace(".", "").replace("_", "")
    if not (plain.isalnum() and text[0].isalnum() and HIDDEN.isdisjoint(text)) and any(faults(text)):
        return False
    return composed(text) == text


def faults(text: str) -> Iterator[Fault]:
    """Give what keeps a text from being an id, in its order; nothing for an id, nor for an empty text.

    >>> [fault.characters for fault in faults("main girder!")]
    [' ', '!']
    """
    for match in re.finditer(_CLUSTER, text):
        signs = match[0]
        if not all(map(may_follow, signs)):
            yield Fault(signs, is_first=False)
        elif not match.start() and not signs[0].isalnum():
            yield Fault(signs, is_first=True)


def may_follow(sign: str) -> bool:
    """Tell whether a character may stand in an id, though perhaps not as the first."""
    if sign.isalnum() or sign in "._-":
        return sign not in HIDDEN
    from unicodedata import category  # noqa: PLC0415 - most maps need none of it

    return category(sign) in ("Mn", "Mc") and sign not in HIDDEN


def proposed(text: str) -> str:
    """Give the id that a text comes down to: hyphens for what parts words, nothing for what else has no place.

    Empty if nothing is left.

    >>> proposed("Is the bridge safe?")
    'Is-the-bridge-safe'
    """
    parts = [_with_place(part) for part in re.split(_PARTING, composed(text))]
    bare = "-".join(filter(None, parts))
    if len(parts) > 1:  # words in a row: their full stop is none of the id's
        bare = re.sub("-{2,}", "-", bare).rstrip("-._")
    start = next((number for number, sign in enumerate(bare) if sign.isalnum()), len(bare))
    return composed(bare[start:])


def _with_place(text: str) -> str:
    """Give a text without the characters that no id has."""
    if text.isascii():
        return text if text.isalnum() else re.sub("[^A-Za-z0-9._-]+", "", text)
    return "".join(filter(may_follow, text))


def why_no_id(text: str) -> str:
    """Say what keeps a text from being an id, as the rest of a sentence; the first three of several things.

    >>> why_no_id("main girder")
    'it has a blank (U+0020 SPACE)'
    """
    if not text:
        return "it is empty"
    found = list(dict.fromkeys(faults(text)))
    said = [f"it {'begins with' if fault.is_first else 'has'} {named(fault.characters)}" for fault in found[:3]]
    said = [words.removeprefix("it has ") if number and not found[number - 1].is_first else words
            for number, words in enumerate(said)]  # fmt: skip
    rest = " and more" if len(found) > 3 else ""
    return (", ".join(said[:-1]) + f"{',' if rest else ' and'} {said[-1]}" if len(said) > 1 else "".join(said)) + rest

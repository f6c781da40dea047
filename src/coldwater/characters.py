"""What a character is called in a message: by its sign where it can be seen, by number and name in any case.

It knows no map. What a reader cannot see, such as a space of no width, is never shown as it is.
"""

from __future__ import annotations

import re

#: Letters, marks and a sign that leave no trace.
HIDDEN = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)
#: White space that is more than a blank.
_BLANKS = {"\t": "a tab", **dict.fromkeys("\n\r\v\f\x85\u2028\u2029", "a line end")}
_PICTURES = "[\u00a9\u00ae\u203c-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
#: What makes a picture of the character before it, or joins pictures to one.
_MAKES_PICTURE = "[\ufe0f\u20e3\u200d\U0001f3fb-\U0001f3ff]"
_FLAG = "[\U0001f1e6-\U0001f1ff]{2}|\U0001f3f4[\U000e0020-\U000e007f]+"


def named(signs: str) -> str:
    """Give what a message calls a character, or some that are seen as one. ``signs`` is not empty.

    >>> named(" ")
    'a blank (U+0020 SPACE)'
    >>> named("!")
    '`!` (U+0021 EXCLAMATION MARK)'
    >>> named(chr(0x200B))
    'U+200B ZERO WIDTH SPACE, which cannot be seen'
    """
    if re.fullmatch(_FLAG, signs):
        return f"{signs} (an emoji flag)"
    if _is_picture(signs):
        return f"{signs} (an emoji)"
    return _of_one(signs[0])


def _is_picture(signs: str) -> bool:
    """Tell whether a character, or several, are drawn as a picture. Arrows and the like are signs if they stand alone.

    Those beyond U+FFFF are pictures by themselves, and so is the block of pictographs from U+2600 on.
    """
    first = signs[0]
    if len(signs) > 1:
        return re.search(_MAKES_PICTURE, signs[1:]) is not None
    return re.match(_PICTURES, first) is not None and (ord(first) > 0xFFFF or "\u2600" <= first <= "\u27bf")


def numbered(sign: str) -> str:
    """Give a character's number and its name, if it has one.

    >>> numbered(chr(0x200B))
    'U+200B ZERO WIDTH SPACE'
    """
    from unicodedata import name  # noqa: PLC0415 - only where there is something to say

    return f"U+{ord(sign):04X} {name(sign, '')}".rstrip()


def _of_one(sign: str) -> str:
    from unicodedata import category  # noqa: PLC0415 - only where there is something to say

    number, words = f"U+{ord(sign):04X}", numbered(sign)
    kind = category(sign)
    if kind in _NAMELESS and sign not in _BLANKS:
        return f"{number}, {_NAMELESS[kind]}"
    if kind == "Zs" or sign in _BLANKS:
        return f"{_BLANKS.get(sign, 'a blank')} ({words})"
    if kind == "Cf" or sign in HIDDEN:
        return f"{words}, which cannot be seen"
    return words if kind.startswith("M") else f"`{sign}` ({words})"


_NAMELESS = {
    "Cc": "a control character",
    "Cs": "half a character",
    "Co": "a character for private use",
    "Cn": "which is no character that is known here",
}

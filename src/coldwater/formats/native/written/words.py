"""A value of one word, such as an id or a number: signs in it that nobody sees or YAML does not know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.edits import Splice
from coldwater.formats.native.spots import shown
from coldwater.formats.native.written.signs import sign_slip
from coldwater.formats.native.written.slip import Slip
from coldwater.formats.native.written.unseen import unseen_slip

if TYPE_CHECKING:
    from coldwater.formats.native.written.shapes import Shape

_DECIMAL = re.compile(r"([+-]?[0-9]+),([0-9]+)")


def word_slip(text: str, start: int, end: int, shape: Shape) -> Slip | None:
    """Give the slip of a value that is one word or a list of words without plain brackets; None where it is right."""
    if not (shape.is_word or shape.items is not None):
        return None
    slip = unseen_slip(text, start, end, "in a word") or sign_slip(text, start, end, "in a word")
    return slip or (decimal_comma(text, start, end) if shape.is_number else None)


def decimal_comma(text: str, start: int, end: int) -> Slip | None:
    """Give the slip of a number with a comma before its decimals; None for anything else.

    >>> decimal_comma("strength: 0,5", 10, 13).message
    'a number has a point before its decimals, not a comma: write 0.5'
    """
    match = _DECIMAL.fullmatch(text, start, end)
    if match is None:
        return None
    meant = shown(f"{match[1]}.{match[2]}")
    message = f"a number has a point before its decimals, not a comma: write {meant}"
    return Slip(start, end, message, (Splice(match.end(1), match.end(1) + 1, "."),), f"the number is {meant}")

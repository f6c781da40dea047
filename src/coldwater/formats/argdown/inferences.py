"""The line between premises and conclusion: hyphens, and between them rules of inference and data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.formats.argdown.shortcodes import sign

if TYPE_CHECKING:
    from coldwater.formats.argdown.closings import Closings

_HYPHENS = re.compile(r"-{2,}")
#: What stands below hyphens that are a whole inference.
_BELOW = re.compile(r"[ \t]*(?:\Z|\n[' \t]*(?:\Z|\n|\(\d+\)|<|_))")
#: What may end the search for the closing hyphens, or hide them.
_SIGNS = re.compile(r"(-{2,})|(\{)|(//[^\n]*)|(/\*|<!--)|(\n[ \t]*(?=\n)|\n(?=[' \t]*\(\d+\)))|\\.")
_PARTS = re.compile(r"(\{)|(//[^\n]*)|(/\*|<!--)|\\(.)|(\.\S+?\.|:\S+?:)|(,)|([^{/<\\.:,]+)|(.)", re.DOTALL)
_CLOSING = {"/*": "*/", "<!--": "-->"}


def inference_end(text: str, start: int, closings: Closings) -> tuple[int, int]:
    """Give where what stands between the hyphens ends, and where the hyphens behind it do.

    Hyphens alone on their line are all: both ends are theirs then, also where closing ones are missing.
    """
    opening = _HYPHENS.match(text, start)
    assert opening is not None  # a token of its kind begins with them
    if len(opening[0]) > 3 and _BELOW.match(text, opening.end()):
        return opening.end(), opening.end()
    at = opening.end()
    while found := _SIGNS.search(text, at):
        at = found.end()
        if found[1]:
            return found.start(), at
        if found[2]:
            at = max(at, closings.data_end(found.start()))
        elif found[4]:
            at = min(len(text), closings.next(_CLOSING[found[4]], at) + len(_CLOSING[found[4]]))
        elif found[5] is not None:
            break
    return opening.end(), opening.end()


def inference_parts(text: str, start: int, end: int, closings: Closings) -> tuple[list[str], list[tuple[int, int]]]:
    """Give the rules that are named between ``start`` and ``end``, and where data stand."""
    rules, data, at = [""], [], start
    while at < end and (found := _PARTS.match(text, at, end)):
        at = found.end()
        if found[1]:
            close = closings.data_end(found.start())
            if start < close <= end:
                data.append((found.start(), close))
                at = close
            else:
                rules[-1] += "{"
        elif found[3]:
            at = min(end, closings.next(_CLOSING[found[3]], at) + len(_CLOSING[found[3]]))
        elif found[4]:
            rules[-1] += found[4]
        elif found[5]:
            rules[-1] += sign(found[5])
        elif found[6]:
            rules.append("")
        elif not found[2]:
            rules[-1] += found[7] or found[8]
    named = [" ".join(rule.split()) for rule in rules]
    return [rule for rule in named if rule], data

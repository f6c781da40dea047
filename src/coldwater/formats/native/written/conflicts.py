"""The marks that git leaves in a file where two changes could not be merged."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.edits import Splice
from coldwater.formats.native.written.slip import Slip

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONFLICT = re.compile(
    r"^<{7}(?:[ \t]+(?P<ours>[^\r\n]*))?(?P<first>\r\n?|\n)"
    r"(?P<our_lines>(?:(?!<{7}|={7}|\|{7}|>{7})[^\r\n]*(?:\r\n?|\n))*?)"
    r"(?:\|{7}[^\r\n]*(?:\r\n?|\n)(?:(?!={7})[^\r\n]*(?:\r\n?|\n))*?)?"
    r"={7}[ \t]*(?:\r\n?|\n)"
    r"(?:(?!<{7}|={7}|>{7})[^\r\n]*(?:\r\n?|\n))*?"
    r">{7}(?:[ \t]+(?P<theirs>[^\r\n]*))?(?:\r\n?|\n|$)",
    re.MULTILINE,
)
_LONE = re.compile(r"^(?:<{7}|>{7})(?:[ \t][^\r\n]*)?$", re.MULTILINE)


def conflicts(text: str) -> Iterator[Slip]:
    """Give a slip for each conflict; the text is read on with the side that stands first. Nothing mends it."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    done = 0
    for match in _CONFLICT.finditer(text):
        yield from _lone_marks(text, done, match.start())
        done = match.end()
        splices = (
            Splice(match.start(), match.start("our_lines"), ""),
            Splice(match.end("our_lines"), match.end(), ""),
        )
        end = match.end("ours") if match["ours"] else match.start() + 7
        yield Slip(match.start(), end, _message(match), splices, "", mends=False)
    yield from _lone_marks(text, done, len(text))


def _message(match: re.Match[str]) -> str:
    ours, theirs = ((match[side] or "").strip() or "without a name" for side in ("ours", "theirs"))
    return (
        f"a conflict of git: two changes could not be merged here, `{ours}` and `{theirs}`. Keep what should stand, "
        "and take the lines with <<<<<<<, ======= and >>>>>>> out"
    )


def _lone_marks(text: str, start: int, end: int) -> Iterator[Slip]:
    for match in _LONE.finditer(text, start, end):
        mark = match[0][:40]
        message = f"a conflict of git: this line (`{mark}`) marks changes that could not be merged; take it out"
        yield Slip(*match.span(), message, (Splice(*match.span(), ""),), "", mends=False)

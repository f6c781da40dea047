"""Texts of foreign files: bytes decoded, and texts rid of what no text of a map may hold."""

from __future__ import annotations

import re

from coldwater.findings import START
from coldwater.formats.native.decoding import too_large
from coldwater.formats.native.limits import MAX_BYTES
from coldwater.formats.native.spots import UNSAFE_INPUT, RefusedError, Spot

_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe\0\0": "utf-32", b"\0\0\xfe\xff": "utf-32", b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}  # fmt: skip
#: Control characters but for the tab and the line end, halves of characters, and what is no character at all.
_UNFIT = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")


def decoded(data: bytes) -> tuple[str, str | None]:
    r"""Give the text of a file without its byte order mark, and what is to be said of how it was read.

    UTF-8, or UTF-16 and UTF-32 with a mark; anything else is read as Windows-1252, in which no byte is wrong. Line ends
    stay as they are. Raises RefusedError where the file is too large, or no text at all.

    >>> decoded(b"caf\xe9")
    ('café', 'the file is not UTF-8; it is read as Windows-1252')
    """
    if len(data) > MAX_BYTES:
        raise RefusedError(Spot(UNSAFE_INPUT, START, too_large(len(data), MAX_BYTES)))
    mark = next((mark for mark in _MARKS if data.startswith(mark)), None)
    try:
        return data.decode("utf-8" if mark is None else _MARKS[mark]), None
    except UnicodeDecodeError:
        pass
    if b"\0" in data[:4096]:
        raise RefusedError(Spot(UNSAFE_INPUT, START, "the file is no text: it holds bytes that no text has"))
    if mark is not None:
        return data.decode(_MARKS[mark], "replace"), f"the file is not all {_MARKS[mark]}; what is not shows as �"
    text = data.decode("cp1252", "replace")
    return text, "the file is not UTF-8; it is read as Windows-1252"


def cleaned(text: str) -> str:
    r"""Give a text as a map may hold it: line ends are LF, blanks at the ends gone, control characters out.

    >>> cleaned(" one\r\ntwo\x07 ")
    'one\ntwo'
    """
    return _UNFIT.sub("", _LINE_END.sub("\n", text)).strip()


def one_line(text: str) -> str:
    r"""Give a text on one line, with one blank for any run of white space.

    >>> one_line("one\n  two")
    'one two'
    """
    return " ".join(cleaned(text).split())


def base_of(name: str) -> str:
    """Give the last part of a path, whichever way its slashes lean."""
    return one_line(name.replace("\\", "/").rsplit("/", 1)[-1]) or "…"


def stem_of(base: str) -> str:
    """Give the name of a file up to its first dot, or all of it where it begins with one."""
    return base.split(".", maxsplit=1)[0] or base

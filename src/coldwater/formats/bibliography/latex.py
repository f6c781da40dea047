"""LaTeX in bibliographies: read as plain text, and plain text written so that it is read as itself."""

from __future__ import annotations

import re
from functools import cache
from typing import Any
from unicodedata import normalize

_SPECIAL = re.compile(r"[\\{}$~%&#_^]|``|''|--|[?!]`|<<|>>|,,")
_BEYOND_BRACES = re.compile(r"[\\$~%&#_^]|``|''|--|[?!]`|<<|>>|,,")
#: How long a text is looked at for commands; of longer ones only the braces go.
_LONGEST = 20_000
_WRITTEN = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "$": r"\$", "%": r"\%", "&": r"\&", "#": r"\#", "_": r"\_", "`": r"\textasciigrave{}",
    "'": r"\textquotesingle{}", '"': r"\textquotedbl{}",
}  # fmt: skip
_READ = {
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~", "textasciicircum": "^",
    "textasciigrave": "`", "textquotesingle": "'", "textquotedbl": '"', "ldots": "…", "dots": "…",
    "LaTeX": "LaTeX", "TeX": "TeX",
}  # fmt: skip
_COMMAND = re.compile(r"\\(" + "|".join(_READ) + r")(?:\{\}|(?![A-Za-z]) ?)")
#: Accents over one letter, as nearly all commands in bibliographies are: they need no parser.
_ACCENT = re.compile(
    r"""(?<!\\)(?:\{\\(?P<a>['`^"~=.])(?P<b>[A-Za-z])\}|\\(?P<c>['`^"~=.])(?:\{(?P<d>[A-Za-z])\}|(?P<e>[A-Za-z])))"""
)
_MARKS = {"'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307"}
_PRIVATE = 0xE000  # a place for what is read already, beyond all commands


def plain(text: str) -> str:
    r"""Give a text without its LaTeX: accents, dashes, quotation marks and symbols as characters, braces gone.

    >>> plain(r"Jos{\'e} on {\"u}ber -- 50\% of {LaTeX}")
    'José on über – 50% of LaTeX'
    """
    if _SPECIAL.search(text) is None:
        return text
    if len(text) > _LONGEST:
        return re.sub(r"[{}]", "", text)
    text = _ACCENT.sub(_accented, text)
    if _BEYOND_BRACES.search(text) is None:
        return re.sub(r"[{}]", "", text)
    held = list(_READ.values())
    return "".join(
        held[ord(sign) - _PRIVATE] if 0 <= ord(sign) - _PRIVATE < len(held) else sign
        for sign in _parsed(_COMMAND.sub(lambda found: chr(_PRIVATE + list(_READ).index(found[1])), text))
    )


def _accented(found: re.Match[str]) -> str:
    letter = found["b"] or found["d"] or found["e"]
    return normalize("NFC", letter + _MARKS[found["a"] or found["c"]])


def _parsed(text: str) -> str:
    """Read what commands are left; where they are no LaTeX, only the braces go."""
    from pylatexenc.latexwalker import LatexWalker, LatexWalkerParseError  # noqa: PLC0415 - most texts have no commands

    reader, commands = _reader()
    try:
        nodes, _, _ = LatexWalker(text, latex_context=commands).get_latex_nodes()
        read: str = reader.nodelist_to_text(nodes)
    except (LatexWalkerParseError, RecursionError, IndexError, ValueError):
        return re.sub(r"[{}]", "", text)
    return read


@cache
def _reader() -> tuple[Any, Any]:
    """Give what makes text of LaTeX, and the commands that it knows: to make them takes longer than most texts."""
    from pylatexenc.latex2text import LatexNodes2Text  # noqa: PLC0415 - as above
    from pylatexenc.latexwalker import get_default_latex_context_db  # noqa: PLC0415

    reader = LatexNodes2Text(math_mode="text", strict_latex_spaces="macros")
    return reader, get_default_latex_context_db()


def written(text: str) -> str:
    r"""Give a text in which nothing is a command of LaTeX.

    >>> written("50% & {more}") == r"50\% \& \textbraceleft{}more\textbraceright{}"
    True
    """
    spelt = "".join(_WRITTEN.get(sign, sign) for sign in text)
    spelt = re.sub(r"-(?=-)", "-{}", spelt)
    return re.sub(r"([<>,?!])(?=\1)", r"\1{}", spelt)

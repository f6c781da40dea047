"""LaTeX in bibliographies: read as plain text, and plain text written so that it is read as itself."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"[\\{}$~%&#_^]|``|''|--|[?!]`|<<|>>|,,")
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
    from pylatexenc.latex2text import LatexNodes2Text  # noqa: PLC0415 - most texts have no commands
    from pylatexenc.latexwalker import LatexWalkerParseError  # noqa: PLC0415

    held = list(_READ.values())
    masked = _COMMAND.sub(lambda found: chr(_PRIVATE + list(_READ).index(found[1])), text)
    try:
        read: str = LatexNodes2Text(math_mode="text", strict_latex_spaces="macros").latex_to_text(masked)
    except (LatexWalkerParseError, RecursionError, IndexError, ValueError):
        read = re.sub(r"[{}]", "", masked)
    return "".join(held[ord(sign) - _PRIVATE] if 0 <= ord(sign) - _PRIVATE < len(held) else sign for sign in read)


def written(text: str) -> str:
    r"""Give a text in which nothing is a command of LaTeX.

    >>> written("50% & {more}") == r"50\% \& \textbraceleft{}more\textbraceright{}"
    True
    """
    spelt = "".join(_WRITTEN.get(sign, sign) for sign in text)
    spelt = re.sub(r"-(?=-)", "-{}", spelt)
    return re.sub(r"([<>,?!])(?=\1)", r"\1{}", spelt)

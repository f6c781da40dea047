"""What of a text may be shown, on a terminal, in XML or in DOT. It knows no map.

Texts of a map are written by strangers. Control characters can drive a terminal, bidi controls can make a text read
as another, and XML 1.0 forbids some characters outright; none of them is worth keeping. What runs in a pipeline writes
to a log, which obeys some signs in it.
"""

from __future__ import annotations

import re
from functools import cache

_BLANKS = "[\t\n\v\f\r\x85\u2028\u2029]+"
# Bidi controls, invisible operators, soft hyphen, byte order mark, interlinear marks, tag characters: all invisible.
_INVISIBLE = "[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
# C0 and C1 controls, lone surrogates, noncharacters; and U+FFFD, which the embedded font lacks.
_FORBIDDEN = "[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff{}]"
#: From here on what Python takes for printable may be invisible, or lack a sign: U+FFFD, and some selectors.
_DOUBTFUL = "\ufffd"
# A command to GitHub's runner, Azure or TeamCity, which look for it anywhere in a line of the log.
_LOGGED = re.compile(r"##(?=\w*\[)")


def printable(text: str) -> str:
    r"""Give a text that is safe to print: no control can come out raw, nothing hides or turns the writing around.

    Line ends and tabs become blanks, invisible controls vanish, every other forbidden character becomes "□"; a command
    to a log is parted.

    >>> printable("red \x1b[31malert\x07\r\nnext")
    'red □[31malert□ next'
    >>> printable("##[error]no #1")
    '# #[error]no #1'
    """
    if not (text.isprintable() and (text.isascii() or max(text) < _DOUBTFUL)):
        blanks, invisible, forbidden = _patterns()
        text = forbidden.sub("□", invisible.sub("", blanks.sub(" ", text)))
    return _LOGGED.sub("# #", text) if "##" in text else text


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Give the blanks, what is invisible and what is forbidden, compiled where a text first calls for it."""
    ends = (chr((plane << 16) + end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
    return re.compile(_BLANKS), re.compile(_INVISIBLE), re.compile(_FORBIDDEN.format("".join(ends)))


def unheard(line: str) -> str:
    """Give a printable line that GitHub's runner does not take for a command: those begin with two colons.

    >>> unheard("  ::error::no"), unheard("a::b")
    ('  : :error::no', 'a::b')
    """
    return line.replace("::", ": :", 1) if line.lstrip().startswith("::") else line

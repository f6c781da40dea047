"""How a text is spelt in YAML: plain where that is safe, else in quotes, and in lines of its own where it is long.

What is safe is what this reader, libyaml and PyYAML take for the same text, in flow style and in block style, and what
readers of YAML 1.1 take for text as well: to them ``no`` is false, ``1:30`` is ninety, and ``2026-03-01`` is a day.
"""

from __future__ import annotations

import re

from coldwater.characters import HIDDEN
from coldwater.formats.native.yaml_text import is_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

#: Characters that must not stand in YAML as they are, or that break lines or turn the writing around.
_ESCAPED = re.compile(
    "[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)
_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0", '"': '\\"', "\\": "\\\\"}
_TO_ESCAPE = re.compile(f'{_ESCAPED.pattern}|[\n"\\\\]')
#: What a plain text cannot begin with: an indicator, some of them only before a blank; nor with marks of documents.
_BAD_START = re.compile(r"""[ ,\[\]{}#&*!|>'"%@`]|[-?:](?: |$)|---|\.\.\.""")
_BAD_INSIDE = re.compile(r":(?: |$)| #| $|\n")
#: PyYAML, where it is written in Python, ends a plain text in a bracket at any question mark.
_BAD_IN_FLOW = re.compile(r"[,\[\]{}?]|^:")
#: What a text cannot hold if it is to be written in lines: blanks at the start or at the end of a line, many ends.
_NOT_IN_LINES = re.compile(r"^[ \n]|[ ](?:\n|$)|\n\n$|^$")
_GAP = re.compile("(?<! ) (?! )")
_GAPS = re.compile("\n+")
_LINE_END = re.compile("\r\n?|\n")
#: What a text begins with that YAML 1.1 may take for something else.
_OLD_SUSPECTS = frozenset("+-.=<~0123456789nNtTfFyYoO")
#: What YAML 1.1 takes for a truth value, a number, a time, a default value or a merge key (yaml.org/type). Its ``y``
#: and ``n`` are left out: no reader in use takes them for truth values.
_OLD_TYPES = re.compile(
    r"""
    (?: yes|Yes|YES | no|No|NO | on|On|ON | off|Off|OFF | true|True|TRUE | false|False|FALSE )
    | ~ | null|Null|NULL | = | <<
    | [-+]? (?: 0b[01_]+ | 0x[0-9a-fA-F_]+ | 0o[0-7_]+ | [0-9][0-9_]* )
    | [-+]? (?: [0-9][0-9_]* )? \. [0-9_]* (?: [eE][-+]?[0-9]+ )?
    | [-+]? [0-9][0-9_]* [eE][-+]?[0-9]+
    | [-+]? [0-9][0-9_]* (?: :[0-5]?[0-9] )+ (?: \. [0-9_]* )?
    | [-+]? \. (?: inf|Inf|INF ) | \. (?: nan|NaN|NAN )
    | [0-9]{4} - [0-9][0-9]? - [0-9][0-9]?
      (?: (?: [Tt] | [ \t]+ ) [0-9][0-9]? : [0-9]{2} : [0-9]{2} (?: \. [0-9]* )?
        (?: [ \t]* (?: Z | [-+][0-9][0-9]? (?: : [0-9]{2} )? ) )? )?
    """,
    re.VERBOSE,
)


def inline(text: str, in_flow: bool) -> str:
    r"""Spell a text on one line: plain, or in double quotes, or in single ones where that saves escapes.

    >>> inline("012", in_flow=False), inline("p. 4", in_flow=True), inline('say "a: b"', in_flow=False)
    ('"012"', 'p. 4', '\'say "a: b"\'')
    """
    if is_plain(text, in_flow) and not is_misread(text):
        return text
    return quoted(text, "'" if '"' in text or "\\" in text else '"')


def key(text: str, in_flow: bool) -> str:
    r"""Spell a key as a text on one line, with escapes for what cannot be seen: of keys, every sign counts.

    >>> key("p. 4", in_flow=False), key(chr(0xA0), in_flow=False)
    ('p. 4', '"\\xa0"')
    """
    if text.isprintable() and HIDDEN.isdisjoint(text):
        return inline(text, in_flow)
    is_shown = (sign.isprintable() and sign not in HIDDEN and sign not in '"\\' for sign in text)
    return '"' + "".join(sign if shown else _escaped(sign) for sign, shown in zip(text, is_shown, strict=True)) + '"'


def is_misread(text: str) -> bool:
    """Tell whether a reader of YAML 1.1 takes a plain text for something else than text.

    >>> [word for word in ("no", "2026-03-01", "1:30", "1_000", "norway", "1.30 pm") if is_misread(word)]
    ['no', '2026-03-01', '1:30', '1_000']
    """
    return text[:1] in _OLD_SUSPECTS and _OLD_TYPES.fullmatch(text) is not None


def quoted(text: str, quote: str) -> str:
    """Spell a text in these quotes, or in double ones where it needs escapes."""
    if quote == "'" and "\n" not in text and not _ESCAPED.search(text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + _TO_ESCAPE.sub(_escape, text) + '"'


def is_plain(text: str, in_flow: bool) -> bool:
    """Tell whether a text needs no quotes for this reader and libyaml."""
    if not text or _BAD_START.match(text) or _BAD_INSIDE.search(text) or _ESCAPED.search(text):
        return False
    if (in_flow and _BAD_IN_FLOW.search(text)) or text == "<<":
        return False
    return is_text(text)


def in_lines(text: str, width: int, is_literal: bool = False) -> tuple[str, list[str]] | None:
    """Spell a text in lines of its own, of at most ``width`` characters where it has blanks to break at.

    Gives the header and the lines without indentation: ``|`` keeps line ends as they are, ``>`` joins what was only
    wrapped. A text of several lines is written with ``|`` if they fit, or if ``is_literal``. None for a text that lines
    cannot hold, such as one that begins with a blank.
    """
    if _NOT_IN_LINES.search(text) or _ESCAPED.search(text):
        return None
    chomping = "" if text.endswith("\n") else "-"
    lines = text.removesuffix("\n").split("\n")
    fit = is_literal or all(len(line) <= width for line in lines)
    if len(lines) > 1 and (fit or any(line.startswith(" ") for line in lines)):
        return "|" + chomping, lines
    folded = _filled(lines[0], width)
    for line in lines[1:]:
        folded += ["", *_filled(line, width)] if line else [""]
    return ">" + chomping, folded


def written_lines(spelling: str, text: str, width: int) -> list[str] | None:
    """Give the lines in which a text was written with ``>`` if they are several, all fit, and give the text again."""
    lines = _LINE_END.split(spelling)[1:]
    while lines and not lines[-1].strip():
        lines.pop()
    margin = len(lines[0]) - len(lines[0].lstrip(" ")) if lines else 0
    lines = [line[margin:] if line.strip() else "" for line in lines]
    if len(lines) < 2 or any(len(line) > width or line.startswith(" ") for line in lines):
        return None
    return lines if _GAPS.sub(_joined, "\n".join(lines)) == text.removesuffix("\n") else None


def _joined(match: re.Match[str]) -> str:
    """Give what line ends in a text with ``>`` stand for: one for a blank, more for one less."""
    return match[0][1:] or " "


def _filled(line: str, width: int) -> list[str]:
    """Break a line at single blanks, so that its parts are as long as they may be."""
    filled: list[str] = []
    for word in _GAP.split(line):
        if filled and len(filled[-1]) + 1 + len(word) <= width:
            filled[-1] += " " + word
        else:
            filled.append(word)
    return filled


def spread(items: Sequence[str], width: int) -> list[str]:
    """Spread the items of a list in brackets over lines of at most ``width`` characters.

    >>> spread(["one", "two", "three"], 11)
    ['[one, two,', ' three]']
    """
    lines = ["["]
    for number, item in enumerate(items):
        piece = item + ("]" if number == len(items) - 1 else ",")
        if len(lines[-1]) > 1 and len(lines[-1]) + 1 + len(piece) > width:
            lines.append(" " + piece)
        else:
            lines[-1] += piece if lines[-1] == "[" else " " + piece
    return lines


def _escape(match: re.Match[str]) -> str:
    return _escaped(match[0])


def _escaped(character: str) -> str:
    code = ord(character)
    wide = f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    return _ESCAPES.get(character, wide)

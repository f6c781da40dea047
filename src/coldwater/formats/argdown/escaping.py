"""Texts, titles, tags and data spelt so that Argdown's own parser reads them as they are."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from coldwater.formats.argdown.texts import plain
from coldwater.formats.foreign.texts import cleaned

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SIGNS = re.compile(r"[\\\[\]<>{}#*_@]|/(?=[/*])|(?<=/)/|=(?==)|(?<==)=|[:.](?=[^ ])")
_FIRST = re.compile(r"(?=['+\-(=>])|(?<=\A)(\d+)(?=\.(?:\s|\Z))")
_RULE = re.compile(r"[\\\-,{/:.<]")
_BARE = re.compile(r"[a-z]{2,}(?:[-_][a-z]+)*")
#: Words that YAML, of whatever version, may not read as text.
_NO_TEXT = frozenset(("true", "false", "null", "yes", "no", "on", "off", "nan", "inf"))
_STATEMENT = re.compile(r"[^\s\-\]][^\]\n\r\t]*")
_ARGUMENT = re.compile(r"[^\s\-+_!>][^>\n\r\t]*")
_TAG = re.compile(r"[a-zA-Z0-9-]+")
_LONG_TAG = re.compile(r"[^()\[\]<>{}\n\r\t\\]+")
_UNFIT = re.compile("[}\\]>=\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")


def on_one_line(text: str) -> str:
    """Give a text as it can be said in running text: on one line, with single blanks."""
    return plain(cleaned(text)) or "…"


def escaped(text: str) -> str:
    r"""Give a text of one line with a backslash before what would mean something.

    >>> escaped("see [1] at http://x, 2*3. End.")
    'see \\[1\\] at http\\:\\/\\/x, 2\\*3. End.'
    """
    said = _SIGNS.sub(r"\\\g<0>", text)
    first = _FIRST.match(said)
    if first is None:
        return said
    return f"{first[1]}\\{said[first.end() :]}" if first[1] else f"\\{said}"


def escaped_rule(text: str) -> str:
    """Give the name of a rule of inference as it stands between hyphens."""
    return _RULE.sub(r"\\\g<0>", text)


def fits_statement(title: str) -> bool:
    """Tell whether a title can stand in square brackets, and be referred to."""
    return _STATEMENT.fullmatch(title) is not None


def fits_argument(title: str) -> bool:
    """Tell whether a title can stand in angle brackets, and be referred to."""
    return _ARGUMENT.fullmatch(title) is not None


def tags_text(tags: Iterable[str]) -> str | None:
    """Give tags as they stand behind a text; None where one of them cannot."""
    spelt = []
    for tag in tags:
        if _TAG.fullmatch(tag):
            spelt.append(f" #{tag}")
        elif _LONG_TAG.fullmatch(tag) and tag.strip() == tag:
            spelt.append(f" #({tag})")
        else:
            return None
    return "".join(spelt)


def data_text(data: Mapping[str, Any]) -> str:
    """Give data in braces, with a blank before; nothing where there are none."""
    return f" {flow(data)}" if data else ""


def flow(value: Any) -> str:
    """Give a value as flow YAML: JSON with plain words bare. No sign that ends data, or a title, is in its texts."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{flow(str(key))}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    if isinstance(value, str):
        if _BARE.fullmatch(value) and value not in _NO_TEXT and len(value) < 60:
            return value
        return _UNFIT.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))
    return json.dumps(value)

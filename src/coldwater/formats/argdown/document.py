"""Argdown documents, in and out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look
    from coldwater.formats.foreign.outgoing import Outgoing, Written

NAME = "argdown"
TITLE = "Argdown"
ENDINGS = (".argdown", ".argdn", ".ad")
LOSES_IN = (
    "comments, and bold and italic type",
    "links that are no addresses of sources",
    "other wordings of a statement than the last",
    "rules of inference beyond the first of a step",
    "front matter and data that a map has no field for, such as settings of the drawing: kept for the way back",
)
LOSES_OUT: tuple[str, ...] = ("contradictions that are said from both sides",)
_FENCE = re.compile(r"^[ \t]*(?:```+|~~~+)[ \t]*\{?\.?argdown", re.MULTILINE)
#: What only Argdown has: a title that is defined, an argument, an inference with its conclusion.
_SIGNS = re.compile(
    r"^[ \t]*(?:(?:\+>|->|<?[-+]|><|_>|<_|_|\*|\(\d+\))[ \t]*)?(?:\[[^\]\n]+\]:[ \t]|<[^>\n/!?=\"]+>(?::[ \t]|[ \t]*$))"
    r"|^[ \t]*(?:-{4,}|--[^\n]*--)[ \t]*\n(?:[ \t]+<?_[^\n]*\n)*[ \t]*\(\d+\)",
    re.MULTILINE,
)


def is_one(look: Look) -> bool:
    """Tell whether statements or arguments are defined, or conclusions drawn, as only Argdown does; or such a fence."""
    text = look.text[:200_000]
    if look.name.lower().endswith(ENDINGS):
        return bool(text.strip()) and text.lstrip()[:1] not in ("{",)
    if text.lstrip()[:1] in ("{", "<") and text.lstrip()[:2] not in ("{\n",) and "\n\n" not in text.strip():
        return False
    if _FENCE.search(text):
        return True
    return not re.search(r"^argmap[ \t]*:", text, re.MULTILINE) and _SIGNS.search(text) is not None


def read(given: Given) -> Imported:
    """Read a document, or what stands in Markdown's fences; whatever it holds."""
    from coldwater.formats.argdown.reading import read_argdown  # noqa: PLC0415 - heavy

    return read_argdown(given, NAME)


def write(outgoing: Outgoing) -> Written:
    """Write a map as a document that Argdown's own parser reads."""
    from coldwater.formats.argdown.writing import write_argdown  # noqa: PLC0415 - heavy

    return write_argdown(outgoing, NAME)

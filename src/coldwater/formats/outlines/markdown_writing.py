"""A map written as Markdown: theses as headings, arguments with their premises below, ids as code at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.formats.foreign.losses import Losses
from coldwater.formats.foreign.outgoing import Written, lose_fields
from coldwater.formats.foreign.texts import cleaned, one_line
from coldwater.formats.outlines.placed import Placing
from coldwater.formats.outlines.reading import UNCONNECTED
from coldwater.formats.outlines.writing import CARRIED, lose_words
from coldwater.markdown import begun, code, escaped
from coldwater.printable import printable

if TYPE_CHECKING:
    from coldwater.formats.foreign.outgoing import Outgoing
    from coldwater.formats.outlines.placed import Placed

_WHY = "Markdown as coldwater writes it has no place for it"
_UNSEEN = "a page of Markdown does not show them"
_BADGES = {"supports": "\\+", "backs": "\\+", "attacks": "−", "undercuts": "×"}


def write(outgoing: Outgoing) -> Written:
    """Write a map."""
    losses = Losses()
    lose_fields(losses, outgoing, CARRIED, _WHY)
    lose_words(losses, outgoing)
    lines = [f"# {_text(one_line(outgoing.map.title) or '…', '')}"]
    is_loose = False
    was_root = True
    for placed in Placing(outgoing, losses).all():
        if placed.is_loose and not is_loose:
            is_loose = True
            lines += ["", f"## {UNCONNECTED}"]
        if placed.depth == 0 and not placed.relation:
            if "\n" in cleaned(placed.text):
                id_ = placed.notes.split(";")[0]
                losses.add("control character or blank", _UNSEEN, id_, many="control characters or blanks")
            lines += ["", f"### {_line(placed, '')}" if is_loose else f"## {_line(placed, '')}"]
            was_root = True
            continue
        lines += [""] if was_root or placed.depth == 0 else []
        was_root = False
        indent = "  " * max(0, placed.depth - 1)
        lines.append(f"{indent}- {_line(placed, indent + '  ')}")
    _lose_signs(losses, outgoing)
    return Written(("\n".join(lines) + "\n").encode(), losses.all())


def _line(placed: Placed, indent: str) -> str:
    text = _text(cleaned(placed.text) or "…", indent)
    if placed.relation:
        text = f"**{_BADGES[placed.relation]}** {text}"
    return f"{text} {code(placed.notes)}"


def _text(text: str, indent: str) -> str:
    """Write a text that shows as it is; a backslash at the end of a row for each line end, in headings a blank."""
    rows = [begun(escaped(row)) for row in text.split("\n")]
    return f"\\\n{indent}".join(rows) if indent else " ".join(rows)


def _lose_signs(losses: Losses, outgoing: Outgoing) -> None:
    """Name what a page does not show: tabs and blanks beyond one, invisible signs; in headings, line ends."""
    for section in (outgoing.map.claims, outgoing.map.arguments):
        for id_, entry in section.items():
            text = cleaned(getattr(entry, "text", None) or getattr(entry, "title", None) or "")
            if any(printable(row).strip() != row or not row for row in text.split("\n")) and text:
                losses.add("control character or blank", _UNSEEN, id_, many="control characters or blanks")

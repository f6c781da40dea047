"""A map written as an outline, in the form that `coldwater show` prints, but with no line broken at any width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.formats.foreign.losses import Losses
from coldwater.formats.foreign.outgoing import Written, lose_fields
from coldwater.formats.foreign.texts import cleaned, one_line
from coldwater.formats.outlines.notes import RELATIONS, is_note
from coldwater.formats.outlines.placed import Placing
from coldwater.formats.outlines.reading import UNCONNECTED
from coldwater.formats.outlines.rows import broken, guarded

if TYPE_CHECKING:
    from coldwater.formats.foreign.outgoing import Outgoing
    from coldwater.formats.outlines.placed import Placed

CARRIED = {
    "Map": ("title", "thesis", "rivals"),
    "Claim": ("text", "kind", "status", "credence", "standard", "implicit", "contradicts"),
    "Argument": ("title", "premises", "supports", "attacks", "strength", "scheme"),
    "Position": ("name", "accepts", "rejects"),
}
WHY = "an outline has no place for it"
_UNSEEN = "they do not show in an outline"
_BADGES = {"supports": "+", "backs": "+", "attacks": "−", "undercuts": "×"}


def write(outgoing: Outgoing) -> Written:
    """Write a map."""
    losses = Losses()
    lose_fields(losses, outgoing, CARRIED, WHY)
    lose_words(losses, outgoing)
    title = one_line(outgoing.map.title) or "…"
    lines = [broken(guarded(title), ""), ""]
    heading = ""
    depth = 0
    groups: list[str] = []
    for placed in Placing(outgoing, losses).all():
        if placed.depth == 0:
            if placed.is_loose and not heading:
                heading = UNCONNECTED
                lines += ["", heading]
            if depth or len(lines) > 2:
                lines.append("")
        depth = placed.depth
        lines.append(_line(placed, groups))
    return Written(("\n".join(lines) + "\n").encode(), losses.all())


def _line(placed: Placed, groups: list[str]) -> str:
    del groups[placed.depth :]
    indent = "".join(groups)
    if placed.relation:
        mark = f"{_BADGES[placed.relation]} "
        groups.extend(["  "] * (placed.depth + 1 - len(groups)))
    elif placed.of:
        is_last = placed.number == placed.of - 1
        mark = "• " if placed.of == 1 else "┌ " if not placed.number else "└ " if is_last else "├ "
        groups.extend(["  "] * (placed.depth - len(groups)))
        groups.append("  " if is_last else "│ ")
    else:
        mark = ""
        groups.extend(["  "] * (placed.depth + 1 - len(groups)))
    text = f"{cleaned(placed.text) or '…'} [{placed.notes}]"
    text = text if mark else guarded(text)
    return indent + mark + broken(text, indent + (" " * len(mark)))


def lose_words(losses: Losses, outgoing: Outgoing) -> None:
    """Name what an outline changes in texts: control characters, blanks around them, several lines of a title."""
    map_ = outgoing.map
    if one_line(map_.title) != map_.title:
        losses.add("line end or blank", "a title is one line, without blanks around it", many="line ends or blanks")
    for id_, claim in map_.claims.items():
        if cleaned(claim.text) != claim.text:
            losses.add("control character or blank", _UNSEEN, id_, many="control characters or blanks")
    for id_, argument in map_.arguments.items():
        title = argument.title
        if title is not None and cleaned(title) in ("", *RELATIONS):
            losses.add("title", "it says no more than the relation", id_, field=("Argument", "title"))
        elif title is not None and cleaned(title) != title:
            losses.add("control character or blank", _UNSEEN, id_, many="control characters or blanks")
        if argument.scheme is not None and not is_note(argument.scheme):
            losses.add("scheme", "a note is a word without semicolons or brackets", id_, field=("Argument", "scheme"))

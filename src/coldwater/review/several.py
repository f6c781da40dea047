"""Several maps compared: those that changed, with what matters first, those that are new or gone; the rest is counted.

What is unchanged takes no room. A comment on a pull request has a limit: of what does not fit it is said how much.
"""

from __future__ import annotations

import json

from coldwater.markdown import code, escaped_prose
from coldwater.printable import printable
from coldwater.records import NamedTuple
from coldwater.report.counts import plural
from coldwater.review.sentences import cut
from coldwater.review.text import review_data, review_markdown, review_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Literal

    from coldwater.model.models import Map
    from coldwater.review.reviewing import Review

#: How long the Markdown may be, in characters. GitHub takes 65,536 in a comment, in which the gate has its say as well.
MOST = 50_000
#: GitHub draws no Mermaid text that is longer.
MOST_DRAWN = 20_000
#: So much room a map that changed has at least, while there is any.
_LEAST = 2_000


class Lone(NamedTuple):
    """A map that is on one side only: it is new, or gone."""

    kind: Literal["new", "gone"]
    map: Map


class Compared(NamedTuple):
    """Maps compared, by path: those that changed, what matters most first; new ones and gone ones; how many did not.

    ``moved``: the path that a map had, by the one that it has, whether it changed or not.
    """

    changed: Mapping[str, Review]
    lone: Mapping[str, Lone]
    unchanged: int
    moved: Mapping[str, str]


def sort_out(found: Mapping[str, Review | Lone], moved: Mapping[str, str]) -> Compared:
    """Put the maps in which a thesis turned first, then those with other turned verdicts, then the others, by path."""
    lone = {path: one for path, one in found.items() if isinstance(one, Lone)}
    reviews = {path: one for path, one in found.items() if not isinstance(one, Lone)}
    changed = [(path, one) for path, one in reviews.items() if one.difference.changes]
    changed.sort(key=lambda pair: _weight(pair[1]))
    return Compared(dict(changed), lone, len(reviews) - len(changed), moved)


def _weight(review: Review) -> tuple[bool, bool, bool]:
    has_shifted = any((review.shift.cruxes_came, review.shift.gaps_came))
    return not review.thesis_turned, not review.turns, not has_shifted


def compared_text(compared: Compared, width: int, colour: bool) -> str:
    """Give maps as text for a terminal, with a line end."""
    is_alone = len(compared.changed) + len(compared.lone) + compared.unchanged == 1
    parts = [
        ("" if is_alone else f"{printable(path)}\n") + review_text(one, width, colour)
        for path, one in compared.changed.items()
    ]
    if lone := [f"{printable(path)} {told_of_lone(one)}" for path, one in compared.lone.items()]:
        parts.append("\n".join(lone) + "\n")
    if moved := [f"{printable(path)} was {printable(old)}" for path, old in compared.moved.items()]:
        parts.append("\n".join(moved) + "\n")
    return "\n".join([*parts, *counted(compared)])


def told_of_lone(one: Lone) -> str:
    """Say of a map that is new or gone what it is called, and how large it is."""
    parts = ", ".join([plural(len(one.map.claims), "claim"), plural(len(one.map.arguments), "argument")])
    return f"is {one.kind}: {cut(one.map.title)} ({parts})"


def counted(compared: Compared) -> list[str]:
    """Say how many maps are as they were; nothing if none is."""
    number = compared.unchanged
    return [f"{plural(number, 'map')} {'is' if number == 1 else 'are'} unchanged.\n"] if number else []


def compared_markdown(compared: Compared, most: int = MOST, has_pictures: bool = False) -> str:
    """Give maps as Markdown of no more than ``most`` characters, some thousands; what is left out is counted.

    ``has_pictures``: below each map that changed a picture of that, which GitHub and GitLab draw from its text.
    """
    lone = [f"- {code(path)} {escaped_prose(told_of_lone(one))}" for path, one in compared.lone.items()]
    lone += [f"- {code(path)} was {code(old)}" for path, old in compared.moved.items()]
    added = _kept(lone, most // 5, "new, deleted and moved maps")
    room = most - len(added) - 200  # what is counted at the end has its room
    parts: list[str] = []
    for number, review in enumerate(compared.changed.values()):
        share = min(room, max(_LEAST, room // (len(compared.changed) - number)))
        if share < _LEAST:
            left = len(compared.changed) - number
            parts.append(f"{plural(left, 'more map')} changed: `coldwater diff` shows all.\n")
            break
        picture = _picture(review, share // 2) if has_pictures else ""
        lines = review_markdown(review).rstrip().split("\n")
        parts.append(_kept(lines, share - len(picture), "lines") + picture)
        room -= len(parts[-1]) + 1
    return "\n".join([*parts, *([added] if added else []), *counted(compared)])


def _picture(review: Review, most: int) -> str:
    """Give the picture of a review in a block for those who draw Mermaid, or say that it is too large for that."""
    from coldwater.review.picture import review_mermaid  # noqa: PLC0415 - whoever draws nothing needs none of it

    drawn = review_mermaid(review)
    if len(drawn) > min(most, MOST_DRAWN):
        return "\nThe picture is too large to stand here: `coldwater diff --output-format html` has it.\n"
    return f"\n<details open><summary>What changed, as a picture</summary>\n\n```mermaid\n{drawn}```\n\n</details>\n"


def _kept(lines: Sequence[str], most: int, what: str) -> str:
    """Give as many lines, from the first on, as there is room for, and count the rest; empty if there are none."""
    kept: list[str] = []
    room = most - 80
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            kept += ["", f"{len(lines) - len(kept):,} more {what} are left out: `coldwater diff` shows all."]
            break
        kept.append(line)
    return "\n".join(kept) + "\n" if kept else ""


def compared_json(compared: Compared) -> str:
    """Give maps as one JSON object, version 1; ASCII only."""
    document = {
        "version": 1,
        "maps": [review_data(path, one) for path, one in compared.changed.items()],
        "new": [_lone_data(path, one) for path, one in compared.lone.items() if one.kind == "new"],
        "gone": [_lone_data(path, one) for path, one in compared.lone.items() if one.kind == "gone"],
        "moved": [{"path": path, "old_path": old} for path, old in compared.moved.items()],
        "unchanged": compared.unchanged,
    }
    return json.dumps(document, indent=2) + "\n"


def _lone_data(path: str, one: Lone) -> dict[str, object]:
    counts = {"claims": len(one.map.claims), "arguments": len(one.map.arguments)}
    return {"path": path, "title": one.map.title, "thesis": one.map.thesis, **counts}

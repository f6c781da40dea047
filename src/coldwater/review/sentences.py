"""Changes and turned verdicts in words. What is put in backticks is an id; texts stand in quotation marks."""

from __future__ import annotations

from coldwater.listing import listed
from coldwater.printable import printable
from coldwater.review.words import compare_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence
    from typing import Any

    from coldwater.review.changes import Change
    from coldwater.review.hinges import Gap, Hinge, Shift
    from coldwater.review.meaning import Turn
    from coldwater.review.reviewing import Further
    from coldwater.review.words import Piece

#: How a text looks in which words were replaced: git's own signs for a word diff.
PLAIN_SIGNS = ("[-", "-]", "{+", "+}")
_STOOD = {"in": "stood", "out": "fell", "undecided": "was undecided"}
_STILL = {"in": "still stands", "out": "still falls", "undecided": "is still undecided"}
_STANDS = {"in": "stands", "out": "falls", "undecided": "is undecided"}
_LONGEST = 240


def told(change: Change, reworded: Callable[[Sequence[Piece]], str] | None = None) -> str:
    """Say a change in a phrase that stands under a heading; ``reworded`` shows a word diff.

    >>> from coldwater.review.changes import Change
    >>> told(Change("turned", "argument", "money", None, "attacks", "supports"))
    '`money` turned: it attacked, and now supports'
    """
    if change.kind == "added":
        return f"`{change.id}` added{_quoted(change.after)}"
    if change.kind == "removed":
        return f"`{change.id}` removed{_quoted(change.before)}"
    if change.kind == "renamed":
        return f"`{change.before}` renamed to `{change.after}`"
    if change.kind == "reworded":
        return f"`{change.id}` reworded: {(reworded or plain_words)(compare_words(change.before, change.after))}"
    return _told_inside(change) if change.sort == "map" else f"`{change.id}` {_told_inside(change)}"


def cause(change: Change) -> str:
    """Say a change as a clause that can follow "because".

    >>> from coldwater.review.changes import Change
    >>> cause(Change("removed", "argument", "funded", None, "State grant", None))
    'the argument `funded` was removed'
    """
    what = f"the {change.sort} `{change.id}`" if change.sort != "map" else "the map"
    if change.kind in ("added", "removed"):
        return f"{what} was {change.kind}"
    return f"{what} {_told_inside(change)}"


def _told_inside(change: Change) -> str:
    if change.kind == "retargeted":
        return f"now bears on `{change.after}`, not on `{change.before}`"
    if change.kind == "turned":
        was = "supported" if change.before == "supports" else "attacked"
        return f"turned: it {was}, and now {change.after}"
    if change.kind in ("premises", "contradictions", "cites"):
        what = {"premises": "premises", "contradictions": "contradictions", "cites": "citations"}[change.kind]
        return f"has other {what}: {_list_change(change.before, change.after, quote=change.kind != 'cites')}"
    return _told_field(change)


def _told_field(change: Change) -> str:
    field = f"`{change.field}`"
    if change.field == "draft":
        return "is a draft now: what is not done yet is only counted" if change.after else "is no draft any more"
    if change.field == "thesis" and isinstance(change.after, tuple) and set(change.before) == set(change.after):
        return f"has its {field} in another order: {listed([f'`{cut(name)}`' for name in change.after])}"
    if isinstance(change.before, tuple) and isinstance(change.after, tuple):
        return (
            f"has other {field}: {_list_change(change.before, change.after, quote=change.sort in ('map', 'position'))}"
        )
    if change.before is None:
        return f"has {field} {_shown(change.after)} now"
    if change.after is None:
        return f"has no {field} any more (it was {_shown(change.before)})"
    return f"has {field} {_shown(change.after)}, not {_shown(change.before)}"


def _list_change(before: Sequence[str], after: Sequence[str], quote: bool) -> str:
    """Say what was added to a list and what was removed."""

    def spelt(item: str) -> str:
        return f"`{cut(item)}`" if quote else cut(item)

    come = [f"{spelt(item)} added" for item in after if item not in before]
    gone = [f"{spelt(item)} removed" for item in before if item not in after]
    return ", ".join([*come, *gone]) or "other details"


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        parts = [f"{key} {_shown(item)}" for key, item in value.items() if item is not None]
        return cut(", ".join(parts)) or "nothing"
    if isinstance(value, tuple | list):
        return cut(", ".join(map(str, value))) or "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, float) else cut(str(value))


def _quoted(text: str | None) -> str:
    return "" if text is None else f": “{cut(text)}”"


def cut(text: str) -> str:
    """Give a text on one line, printable, and not longer than a sentence or two."""
    shown = " ".join(printable(text).split())
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1].rstrip() + "…"


def plain_words(pieces: Sequence[Piece]) -> str:
    """Show a word diff with git's signs."""
    return printable(marked_words(pieces, PLAIN_SIGNS, printable))  # once more: a sign may end what begins a command


def marked_words(pieces: Sequence[Piece], signs: tuple[str, str, str, str], escape: Callable[[str], str]) -> str:
    """Show a word diff with signs around what went and what came; blanks stay outside of them."""
    out = []
    for piece in pieces:
        if piece.is_kept:
            out.append(escape(piece.before))
            continue
        for text, start, end in ((piece.before, *signs[:2]), (piece.after, *signs[2:])):
            core = text.strip()
            if core and text is piece.after and piece.before.strip() and not piece.before[-1].isspace():
                out.append(" ")
            if core:
                lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
                out.append(f"{lead}{start}{escape(core)}{end}{tail}")
            elif not piece.before.strip():
                out.append(text)
    return " ".join("".join(out).split())


def turn_told(turn: Turn, is_thesis: bool) -> str:
    """Say that a verdict turned, without a full stop."""
    what = f"the thesis `{turn.id}`" if is_thesis else f"`{turn.id}`"
    now = f"{what} {_STANDS[turn.after.verdict]} ({turn.after.reason})"
    return f"{now}; it {_STOOD[turn.before.verdict]} before ({turn.before.reason})"


def further_told(one: Further, turn: Turn | None) -> str:
    """Say in a sentence, without a full stop, what became of a thesis besides the first, and because of what."""
    name = f"`{one.id}`"
    if one.after is None:
        return f"{name}, which was a thesis, is not there any more"
    if not one.is_thesis:
        return f"{name} is no thesis any more; it {_STANDS[one.after.verdict]} ({one.after.reason})"
    if turn is not None:
        said = turn_told(turn, is_thesis=True)
        return f"{said[0].upper()}{said[1:]}, because {causes_told(turn.causes)}"
    if not one.was_thesis:
        return f"{name} is a thesis now; it {_STANDS[one.after.verdict]} ({one.after.reason})"
    return f"The thesis {name} {_STILL[one.after.verdict]} ({one.after.reason})"


def shift_told(shift: Shift, there: Container[str], most: int = 5) -> list[str]:
    """Say which cruxes and unanswered arguments came or went, in sentences; none where nothing did.

    ``there``: the arguments that there are still. Of one that was removed it is not said that it is answered.
    """
    said = []
    came, gone = (_hinges(hinges, most) for hinges in (shift.cruxes_came, shift.cruxes_gone))
    if came and gone:
        said.append(f"The verdict hangs on {came} now, and no longer on {gone}.")
    elif came or gone:
        said.append(f"The verdict hangs on {came} now." if came else f"The verdict no longer hangs on {gone}.")
    if shift.gaps_came:
        said.append(f"Unanswered now: {_gaps(shift.gaps_came, most)}.")
    if gone_gaps := [gap for gap in shift.gaps_gone if gap.id in there]:
        said.append(f"No longer unanswered: {_gaps(gone_gaps, most)}.")
    if shift.is_cut:
        up_to = f"cruxes of more than {shift.complete_to} claims" if shift.complete_to else "cruxes"
        said.append(f"A limit of time or number was reached: {up_to} and some unanswered arguments may be missing.")
    return said


def _hinges(hinges: Sequence[Hinge], most: int) -> str:
    told = []
    for hinge in hinges[:most]:
        groups = [" or ".join(f"`{name}`" for name in group[:3]) for group in hinge.claims]
        told.append(groups[0] if len(groups) == 1 else f"({' with '.join(groups)})")
    return _listed(told, len(hinges))


def _gaps(gaps: Sequence[Gap], most: int) -> str:
    return _listed([f"`{gap.id}` ({' and '.join(gap.sides)})" for gap in gaps[:most]], len(gaps))


def _listed(told: Sequence[str], number: int) -> str:
    return listed([*told, *([f"{number - len(told)} more"] if number > len(told) else [])])


def causes_told(causes: Sequence[Change], most: int = 3) -> str:
    """Name the changes behind a verdict that turned, nearest first, as what follows "because"."""
    named = [cause(change) for change in causes[:most]]
    return ", and ".join([*named, *([f"{len(causes) - most} more"] if len(causes) > most else [])])

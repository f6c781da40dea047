"""A review for the terminal, for a comment (Markdown) and for scripts (JSON)."""

from __future__ import annotations

import re

from coldwater.markdown import code, escaped, escaped_prose
from coldwater.printable import printable
from coldwater.review.hinges import Shift
from coldwater.review.reviewing import Further
from coldwater.review.sentences import causes_told, cut, further_told, marked_words, shift_told, told, turn_told
from coldwater.rows import folded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.review.changes import Change
    from coldwater.review.meaning import Turn
    from coldwater.review.reviewing import Review
    from coldwater.review.words import Piece

HEADINGS = {
    "map": "Map",
    "claim": "Claims",
    "argument": "Arguments",
    "source": "Sources",
    "position": "Positions",
    "question": "Questions",
}
_COLOURS = {"added": "32", "removed": "31"}
_STANDS = {"in": "stands", "out": "falls", "undecided": "is undecided"}
_STILL = {"in": "still stands", "out": "still falls", "undecided": "is still undecided"}


def review_text(review: Review, width: int, colour: bool) -> str:
    """Give a review as text, with a line end: what it means first, then what changed."""
    lines = [*_wrapped(cut(review.new.title), width), ""]
    if not review.difference.changes:
        return "\n".join([*lines, "Nothing changed in what is claimed."]) + "\n"
    for said in (headline(review), *further(review)):
        lines += _wrapped(f"{said}.", width)
    for turn in others(review):
        lines += _wrapped(f"{turn_told(turn, is_thesis=False)}, because {causes_told(turn.causes)}.", width, "  ")
    for said in shifts_told(review):
        lines += _wrapped(said, width)
    for sort, changes in by_sort(review.difference.changes):
        lines += ["", HEADINGS[sort]]
        for change in changes:
            for line in _wrapped(told(change), width, "  "):
                lines.append(
                    f"\x1b[{_COLOURS[change.kind]}m{line}\x1b[0m" if colour and change.kind in _COLOURS else line
                )
    return "\n".join(lines) + "\n"


def headline(review: Review) -> str:
    """Say in a sentence, without a full stop, what became of the thesis, and because of what."""
    turn = next((turn for turn in review.turns if turn.id == review.new.thesis), None)
    if turn is not None:
        said = turn_told(turn, is_thesis=True)
        return f"{said[0].upper()}{said[1:]}, because {causes_told(turn.causes)}"
    if review.new.thesis in review.old.theses[1:]:
        return (
            f"The first thesis is `{review.new.thesis}` now; it {_STANDS[review.after.verdict]} ({review.after.reason})"
        )
    if review.before.verdict != review.after.verdict or review.old.thesis != review.new.thesis:
        thesis = f"The thesis is another one, `{review.new.thesis}`; it {_STANDS[review.after.verdict]}"
        return f"{thesis} ({review.after.reason})"
    return f"The thesis `{review.new.thesis}` {_STILL[review.after.verdict]} ({review.after.reason})"


def further(review: Review) -> list[str]:
    """Say likewise what became of the other theses."""
    turns = {turn.id: turn for turn in review.turns}
    return [further_told(one, turns.get(one.id)) for one in review.further]


def shifts_told(review: Review) -> list[str]:
    """Say which cruxes and unanswered arguments came or went, thesis by thesis, in sentences."""
    said = shift_told(review.shift, review.new.arguments)
    if any(one.shift != Shift() for one in review.further):
        said = [f"On `{review.new.thesis}`: {one}" for one in said]
    for one in review.further:
        said += [f"On `{one.id}`: {told}" for told in shift_told(one.shift, review.new.arguments)]
    return said


def others(review: Review) -> list[Turn]:
    """Give the turned verdicts besides those on theses."""
    return [turn for turn in review.turns if turn.id not in review.new.theses]


def by_sort(changes: Sequence[Change]) -> Iterator[tuple[str, list[Change]]]:
    """Give the changes under the headings map, claim, argument, source, position, in this order."""
    for sort in HEADINGS:
        if found := [change for change in changes if change.sort == sort]:
            yield sort, found


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """Break a text; its second and later rows are indented two columns more, if it is indented."""
    rows = folded(text, max(width, 40) - 2 * len(indent))
    return [(indent if number == 0 or not indent else f"{indent}  ") + row for number, row in enumerate(rows)]


# --- Markdown -----------------------------------------------------------------------------------------------------


def review_markdown(review: Review) -> str:
    """Give a review as Markdown, for a comment on a pull request or a job summary."""
    lines = [f"### {escaped(cut(review.new.title))}", ""]
    if not review.difference.changes:
        return "\n".join([*lines, "Nothing changed in what is claimed."]) + "\n"
    lines += [f"**{escaped_prose(headline(review))}.**", ""]
    for said in further(review):
        lines += [f"**{escaped_prose(said)}.**", ""]
    if turns := others(review):
        lines += ["| | before | after | because |", "|---|---|---|---|"]
        lines += [_row(turn) for turn in turns]
        lines.append("")
    if shifts := shifts_told(review):
        lines += [*(f"- {escaped_prose(one)}" for one in shifts), ""]
    for sort, changes in by_sort(review.difference.changes):
        lines += [f"**{HEADINGS[sort]}**", ""]
        lines += [f"- {_escaped_marked(told(change, _marked))}" for change in changes]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _row(turn: Turn) -> str:
    before, after = (_STANDS[verdict.verdict].removeprefix("is ") for verdict in (turn.before, turn.after))
    return f"| {code(turn.id)} | {before} | {after} | {escaped_prose(causes_told(turn.causes))} |"


#: Stand for the signs of a word diff until the text around them is escaped; ``printable`` leaves none in a text.
_SIGNS = {"\ufdd0": "<del>", "\ufdd1": "</del>", "\ufdd2": "<ins>", "\ufdd3": "</ins>"}


def _marked(pieces: Sequence[Piece]) -> str:
    start, end, start_new, end_new = _SIGNS
    return marked_words(pieces, (start, end, start_new, end_new), printable)


def _escaped_marked(text: str) -> str:
    """Escape a sentence between the signs of its word diff, which become tags: no text can bring its own."""
    parts = re.split(f"([{''.join(_SIGNS)}])", text)
    return "".join(_SIGNS.get(part) or escaped_prose(part) for part in parts)


# --- JSON ---------------------------------------------------------------------------------------------------------


def review_data(path: str, review: Review) -> dict[str, object]:
    """Give a review as data for JSON; ``path`` is the map's."""
    return {
        "path": path,
        "thesis": {
            "id": review.new.thesis,
            "before": review.before._asdict(),
            "after": review.after._asdict(),
            "turned": review.before.verdict != review.after.verdict,
        },
        **_theses_data(review),
        "turned": [
            {
                "id": turn.id,
                "before": turn.before._asdict(),
                "after": turn.after._asdict(),
                "causes": [cause._asdict() for cause in turn.causes],
            }
            for turn in review.turns
        ],
        **_shift_data(review.shift),
        "changes": [change._asdict() for change in review.difference.changes],
    }


def _shift_data(shift: Shift) -> dict[str, object]:
    return {
        "cruxes": {
            "came": [hinge._asdict() for hinge in shift.cruxes_came],
            "gone": [hinge._asdict() for hinge in shift.cruxes_gone],
            "complete_to": shift.complete_to,
        },
        "gaps": {
            "came": [gap._asdict() for gap in shift.gaps_came],
            "gone": [gap._asdict() for gap in shift.gaps_gone],
        },
        "cut": shift.is_cut,
    }


def _theses_data(review: Review) -> dict[str, object]:
    """Give what became of all theses; nothing where there is one before and after."""
    if not review.further:
        return {}
    was = {review.difference.renames.node(thesis) for thesis in review.old.theses}
    first = review.new.thesis
    was_first = Further(first, review.before, review.after, first in was, True, review.shift)
    told = [
        {
            "id": one.id,
            "before": None if one.before is None else one.before._asdict(),
            "after": None if one.after is None else one.after._asdict(),
            "turned": one.turned,
            "was_thesis": one.was_thesis,
            "is_thesis": one.is_thesis,
            **_shift_data(one.shift),
        }
        for one in (was_first, *review.further)
    ]
    return {"theses": told}

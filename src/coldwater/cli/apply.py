"""``coldwater apply``: what a patch holds is added to a map, and what that brings with it is said."""

from __future__ import annotations

import sys

from coldwater import moves, revise
from coldwater.cli import EXIT_CLEAN, EXIT_FINDINGS
from coldwater.cli.output import say, tell, wants_colour
from coldwater.cli.project import path_of_baseline, settings_for
from coldwater.cli.textdiff import text_diff
from coldwater.model.data import SECTIONS
from coldwater.printable import printable
from coldwater.report.counts import plural
from coldwater.report.move_answer import answer_of
from coldwater.report.plain import finding_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.changes import Patching
    from coldwater.report.move_answer import Answer


def run_apply(map_: str, patch: str, diff: bool, expected: bool) -> int:
    """Add the entries of a patch to a map, whole or not at all. Exits with 1 if that brings an error with it."""
    patching = revise.apply(map_, patch, expected=expected, baseline=path_of_baseline(None, settings_for(None)))
    if patching.is_of_another:
        title = printable(patching.patch.title)[:200]
        say(f"the patch was made for another map, “{title}”; all that it names is here, too")
    answer = _answer(patching)
    if diff:
        for change in (patching.change, *patching.beside):
            sys.stdout.write(text_diff(change, wants_colour(sys.stdout)))
    else:
        revise.save(patching)
        tell(f"{printable(map_)}: {_told(patching)}")
        for line in _turned(answer):
            tell(line)
    for spot in patching.remarks:
        say(f"{printable(patch)}:{spot.place.line}:{spot.place.column}: {spot.message}")
    if patching.losses:
        say(f"{printable(patch)}: {_left_behind(patching)}")
    added = {one.id for one in patching.added if one.section == "sources"}
    findings = answer.new if answer is not None else ()
    # That nothing cites them yet is what sources from elsewhere are added for.
    new = [one for one in findings if one.rule != "CW303" or one.id not in added]
    for finding in new:
        say(finding_line(finding))
    if any(finding.rule == "CW208" for finding in new):
        say("verdicts turned that the map expects otherwise; with --expected it expects them as they are now")
    return EXIT_FINDINGS if any(finding.severity == "error" for finding in new) else EXIT_CLEAN


def _answer(patching: Patching) -> Answer | None:
    """Give what a patch did to findings and verdicts; None where there was nothing to do."""
    change = patching.change
    if not change.is_needed:
        return None
    before, after = (moves.seen(change.path, data) for data in (change.old, change.new))
    return answer_of(before, after, patching.renamed, {}, "")


def _turned(answer: Answer | None) -> Iterator[str]:
    """Say of each thesis whose verdict was turned what it was and what it is."""
    for shift in answer.theses if answer is not None else ():
        if shift.before != shift.after:
            yield f"verdict on {printable(shift.id)}: {shift.before or 'none'} -> {shift.after or 'none'}"


def _left_behind(patching: Patching) -> str:
    """Name what of sources from elsewhere the map has no place for."""
    kinds = [f"{loss.times} {loss.what if loss.times == 1 else loss.many}" for loss in patching.losses]
    return f"stays behind: {', '.join(kinds)}"


def _told(patching: Patching) -> str:
    named = ", ".join(f"{SECTIONS[one.section]} {one.id}" for one in patching.added)
    if patching.known:
        there = f"there already: {', '.join(patching.known)}"
        return f"added {named}; {there}" if named else f"nothing to add; {there}"
    if patching.moves:
        made = plural(patching.moves, "move")
        named = f"{named}; made {made}" if named else ""
        if not named:
            return f"made {made}"
    if not named:
        return "nothing to add; the map holds all of the patch already"
    rest = f"; it held already: {', '.join(one.id for one in patching.held)}" if patching.held else ""
    return f"added {named}{rest}"

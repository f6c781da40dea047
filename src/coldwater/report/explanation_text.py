"""An explanation for people: an indented tree of short sentences that can be read aloud."""

from __future__ import annotations

from coldwater.listing import listed
from coldwater.report.counts import plural
from coldwater.report.evaluation_text import Layout, rests_on
from coldwater.semantics.positions import view_told
from coldwater.semantics.verdict_words import MARKS, PLAIN, sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.model.models import Map
    from coldwater.semantics.explanation import Step
    from coldwater.semantics.resting import Resting
    from coldwater.semantics.tallies import Tie

#: Deeper steps are not indented further, or nothing would be left of the line.
_MOST_INDENT = 24
#: So many of those that are left out are named, the weightiest first; JSON names all.
_MOST_NAMED = 12


def explanation_text(map_: Map, steps: Sequence[Step], resting: Resting, width: int, colour: bool) -> str:
    """Give the steps as indented sentences, and what the verdict rests on besides; with a line end."""
    layout = Layout(width, colour)
    lines: list[str] = [*layout.wrapped(told), ""] if (told := view_told(map_)) else []
    shown = {(step.above, step.name) for step in steps if step.role == "premise"}
    begun: list[int] = []  # of the steps above, those after which some are left out
    for place, step in enumerate(steps):
        lines += _ended(steps, begun, step.depth, layout)
        name = _name(map_, step.name, tells=(place, _first_premise(map_, step.name)) not in shown)
        asked = resting if step.role == "asked" else step.tie
        lines += _sentence(step, f"{_lead(map_, step, steps)}{name}", asked, step.name in map_.claims, layout)
        if step.more:
            begun.append(place)
    lines += _ended(steps, begun, 0, layout)
    if besides := list(rests_on(resting, layout)):
        lines += ["", "What it rests on:", *besides]
    return "\n".join(lines) + "\n"


def _lead(map_: Map, step: Step, steps: Sequence[Step]) -> str:
    """Say what a step is to the one it hangs on."""
    if step.role in ("asked", "premise"):
        return ""
    if step.role == "against" and step.name in map_.claims:
        return "contradicting it, "
    return f"{step.role} {'it' if steps[step.above].name in map_.claims else 'its step'}, "


def _sentence(step: Step, named: str, known: Resting | Tie | None, is_claim: bool, layout: Layout) -> Iterator[str]:
    indent = _indent(step, layout)
    lead = f"{indent}{layout.painted(MARKS[step.verdict], step.verdict)} "
    if step.ending == "circle":
        why = f"{PLAIN[step.verdict]}, and here the explanation comes back to it: it hangs in a circle"
    elif step.ending == "told":
        why = f"{PLAIN[step.verdict]}, as told above"
    elif step.ending == "aside":
        why = f"{PLAIN[step.verdict]}, and would change nothing if it stood"
    else:
        why = sentence(step.verdict, step.reason, known)
        if step.besides:
            count = len(step.besides)
            why += f", and {plural(count, 'argument')} for it stand{'s' * (count == 1)} ({_some(step.besides)})"
    if step.ground is not None:
        why += f"; its own {'ground' if is_claim else 'strength'} has force {step.ground:g}"
    told = f"{named}{_force(step)} {why}."
    yield from layout.wrapped(told[0].upper() + told[1:] if step.role == "asked" else told, f"{indent}  ", lead)


def _force(step: Step) -> str:
    """Give the force with which something speaks, where that was weighed."""
    if step.force is None:
        return ""
    return f" (force {step.force:g}{' at most' if step.verdict == 'undecided' else ''})"


def _indent(step: Step, layout: Layout) -> str:
    return " " * min(2 * step.depth, _MOST_INDENT, layout.width // 4)


def _name(map_: Map, name: str, tells: bool) -> str:
    """Name a claim by its text, an argument by its title; or by its first premise where ``tells``: nobody else does."""
    if name in map_.claims:
        return f"“{map_.claims[name].text}” [{name}]"
    if title := map_.arguments[name].title:
        return f"the argument “{title}” [{name}]"
    premise = map_.claims.get(_first_premise(map_, name)) if tells else None
    if premise is None:
        return f"the argument [{name}]"
    more = len(map_.arguments[name].premises) - 1
    return f"the argument from “{premise.text.rstrip('.。')}”{f' and {more} more' if more else ''} [{name}]"


def _first_premise(map_: Map, name: str) -> str:
    return "" if name in map_.claims else map_.arguments[name].premises[0]


def _ended(steps: Sequence[Step], begun: list[int], depth: int, layout: Layout) -> Iterator[str]:
    """Say what is left out after the steps that end before one of a depth: beside them, below all they rest on."""
    while begun and steps[begun[-1]].depth >= depth:
        yield from _left_out(steps, begun.pop(), layout)


def _left_out(steps: Sequence[Step], place: int, layout: Layout) -> Iterator[str]:
    step = steps[place]
    indent, count = _indent(step, layout), len(step.more)
    verbs = {"in": ("stands", "stand"), "out": ("falls", "fall"), "undecided": ("is undecided", "are undecided")}
    does = verbs[step.verdict][count != 1]
    if step.role == "premise":
        told = f"and {plural(count, 'more premise')} {does}: {_some(step.more)}."
    else:
        told = f"and {plural(count, 'more argument')} {step.role} it {does}: {_some(step.more)}."
    yield from layout.wrapped(told, f"{indent}  ", indent)


def _some(ids: Sequence[str]) -> str:
    rest = len(ids) - _MOST_NAMED
    return listed([*ids[:_MOST_NAMED], *([f"{rest:,} more"] if rest > 0 else [])])

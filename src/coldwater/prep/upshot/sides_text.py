"""What each side can do about a verdict, for people: what is enough, what it may give up, what it must answer."""

from __future__ import annotations

from coldwater.model.graph import OTHER
from coldwater.prep.deciding.answers import standing
from coldwater.prep.upshot.figures_text import loaded_all_the_same
from coldwater.prep.upshot.wording import MAKES, TO, name_of, sets_of, up_to
from coldwater.semantics.grounded import IN, OUT, UNDECIDED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.model.graph import Side
    from coldwater.prep.deciding.lines import Line, Lines
    from coldwater.prep.deciding.research import Need, Research
    from coldwater.prep.upshot.wording import Wording

#: How many lines, ids, single arguments and sets of arguments are shown.
_LINES, _IDS, _SINGLES, _SETS = 3, 12, 8, 3


def line_section(words: Wording) -> Iterator[str]:
    """Say what is enough for each side that has something to keep."""
    for lines in words.decision.lines if words.inquiry.handles else ():
        yield from _lines(words, lines)


def _lines(words: Wording, lines: Lines) -> Iterator[str]:
    side, count = name_of(lines.side), len(lines.found)
    does = f"{side} {_keeps(words, lines.side)}"
    if not count and lines.complete_to is None:
        yield from words.told(f"{side} has no line: what it rests on gives way once all opposing claims are granted.")
    elif not count:
        yield from words.told(f"What is enough for {lines.side} was not found.")
    elif not lines.found[0].handles:
        yield from words.told(f"{does} whatever it gives up.")
    else:
        which = "this alone" if count == 1 else f"any one of {count:,} sets of claims alone"
        such = "; the smallest" if count > _LINES else ""
        yield from words.told(f"{does} with {which}{such}:")
        for number, line in enumerate(lines.found[:_LINES], 1):
            yield from words.told(_by_argument(words, line, lines.side), f"    {number}. " if count > 1 else "    • ")
        if lines.complete_to is not None and not lines.cut_by:
            yield from words.told(f"Sets of more than {lines.complete_to} claims were not looked for.")
        yield from words.cut(lines.cut_by)


def _keeps(words: Wording, side: Side) -> str:
    if words.inquiry.label == UNDECIDED:
        return "keeps it from falling" if side == "pro" else "keeps it from standing"
    return MAKES[words.inquiry.label]


def _by_argument(words: Wording, line: Line, side: Side) -> str:
    """Name the leaves of a line, each with an argument that uses it for this side."""
    used: dict[int, list[str]] = {}
    for leaf in line.leaves:
        used.setdefault(_user(words, leaf, line, side), []).append(words.names[leaf])
    parts = []
    for user, leaves in used.items():
        name = words.names[user]
        is_argument = user >= words.inquiry.framework.claims
        parts.append(f"{words.map.arguments[name].title or name} ({', '.join(leaves)})" if is_argument else name)
    return " + ".join(parts)


def _user(words: Wording, leaf: int, line: Line, side: Side) -> int:
    """Give the argument that uses a leaf in a line: one that needs no leaf beyond the line; the leaf itself if none."""
    framework, leaves = words.inquiry.framework, {one for handles in words.inquiry.handles for one in handles.leaves}
    users = [one for one in framework.parts_of[leaf] if side in words.inquiry.sides(one)]
    whole = [one for one in users if not (leaves & {*framework.parts[one]}) - {*line.leaves}]
    return (whole or users or [leaf])[0]


def concession_section(words: Wording) -> Iterator[str]:
    """Say what each side that has something to keep may give up."""
    is_certain = words.decision.concessions.is_certain
    for lines in words.decision.lines if words.inquiry.handles else ():
        own = sum(len(one.leaves) for one in words.inquiry.handles if lines.side in one.sides)
        free = sorted(leaf for one in words.decision.concessions.of(lines.side) for leaf in one.leaves)
        side = name_of(lines.side)
        if not own:
            continue
        if not free:
            known = "can give up nothing without a loss" if is_certain else "may lose by whatever it gives up"
            yield from words.told(f"{side} {known}.")
            continue
        names = [words.names[leaf] for leaf in free]
        more = f" and {len(names) - _IDS:,} more" if len(names) > _IDS else ""
        together = ", all together" if len(names) > 1 else ""
        told = f"{side} can give up {len(names):,} of the {own:,} claims it begins from{together}: "
        yield from words.told(f"{told}{', '.join(names[:_IDS])}{more}.")
        yield from _loaded(words, free)
    if words.decision.concessions.free and not is_certain:
        yield from words.told("This is so as far as cruxes and lines were looked for.")


def _loaded(words: Wording, free: Sequence[int]) -> Iterator[str]:
    """Say of free concessions that bear load how both can be true."""
    shares = {leaf: load.share for load in words.decision.loads.found for leaf in load.handles.leaves if load.share}
    if told := loaded_all_the_same({words.names[leaf]: share for leaf, share in shares.items() if leaf in free}):
        yield from words.told(told)


def answer_section(words: Wording) -> Iterator[str]:
    """Say what each side that could gain would have to answer."""
    shown: set[Need] = set()
    for research in words.decision.research if words.map.arguments else ():
        fewest = [need for need in research.found if len(need.arguments) == len(research.found[0].arguments)]
        if not fewest:
            yield from words.told(_in_vain(research))
        elif not shown.issuperset(fewest):
            for label in dict.fromkeys(need.label for need in fewest):
                yield from _group(words, research, [need for need in fewest if need.label == label])
            yield from words.cut(research.cut_by)
        shown.update(fewest)


def _in_vain(research: Research) -> str:
    aim, other = TO[IN if research.side == "pro" else OUT], OTHER[research.side]
    if research.is_hopeless:
        return f"No answers to {other} arguments would be enough {aim}."
    if not research.complete_to:
        return f"What it takes {aim} was not found."
    return f"To answer {up_to(research.complete_to, f'{other} argument')} is not enough {aim}."


def _group(words: Wording, research: Research, needs: Sequence[Need]) -> Iterator[str]:
    """Set the needs of one size that lead to one verdict."""
    size, count = len(needs[0].arguments), len(needs)
    if size == 1:
        which = "this argument" if count == 1 else "one of these arguments"
    else:
        which = f"each of these {size} arguments" if count == 1 else f"one of {sets_of(count, size, 'argument')}"
    yield from words.told(f"{name_of(research.side)} must answer {which} {TO[needs[0].label]}:")
    yield from _needs(words, needs)


def _needs(words: Wording, needs: Sequence[Need]) -> Iterator[str]:
    is_single = len(needs[0].arguments) == 1
    shown = needs[: _SINGLES if is_single else _SETS]
    for number, need in enumerate(shown, 1):
        lead = "    " if is_single or len(needs) == 1 else f"    {number}. "
        for place, argument in enumerate(need.arguments):
            state = standing(words.inquiry, argument).state.replace(
                "answered-but-beaten", "standing against its answers"
            )
            told = f"{words.argument(argument)}, {state}"
            yield from words.told(told, (lead if place == 0 else " " * len(lead)) + "• ")
    yield from words.more(len(needs) - len(shown), "    ")

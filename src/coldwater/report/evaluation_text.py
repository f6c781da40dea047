"""An evaluation for people: the thesis or theses first, then what decides it, then everything as a table."""

from __future__ import annotations

import re

from coldwater.model.graph import Graph
from coldwater.printable import printable
from coldwater.report.counts import plural
from coldwater.rows import display_width, folded
from coldwater.semantics.deciding import deciders
from coldwater.semantics.positions import view_told
from coldwater.semantics.resting_words import because, points, tie_told
from coldwater.semantics.tallies import tie_of
from coldwater.semantics.verdict_words import BECAUSE, MARKS, PLAIN, circumstances, sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from coldwater.model.models import Map
    from coldwater.semantics.evaluation import Evaluation, Status
    from coldwater.semantics.labelling import Labelling, Verdict
    from coldwater.semantics.resting import Resting
    from coldwater.semantics.resting_words import Point
    from coldwater.semantics.tallies import Tie

_COLOURS = {"in": "32", "out": "31", "undecided": "33"}
#: Ids are in a column up to this length; a longer one has a row for itself.
LONGEST_ID = 30
#: The fewest columns that a line has beside its indent, and a column of texts.
_LEAST_ROOM, _LEAST_TEXT = 20, 26
_HELD_TO_IT = (
    "Each takes the place of the map's, so that all claims without a standard of their own are held to it: a stricter "
    "one may help the thesis by what it brings down."
)
_CONTROL = re.compile("\x1b\\[[0-9]*m")
#: Beyond so many, the decisive arguments are counted and not listed.
_MOST_DECISIVE = 12


class Layout:
    """How text is set: the width in columns, and whether verdicts are coloured."""

    def __init__(self, width: int, colour: bool) -> None:
        self.width = max(width, 40)
        self.colour = colour

    def painted(self, text: str, verdict: str) -> str:
        """Colour a text by a verdict, where there is colour."""
        return f"\x1b[{_COLOURS[verdict]}m{text}\x1b[0m" if self.colour else text

    def wrapped(self, text: str, indent: str = "", lead: str | None = None) -> Iterator[str]:
        """Break a text; ``lead`` stands before its first line in place of the indent."""
        room = max(self.width - len(indent), _LEAST_ROOM)
        for number, line in enumerate(folded(printable(text), room)):
            yield (lead if number == 0 and lead is not None else indent) + line

    def row(self, lead: str, name: str, names: int, text: str) -> Iterator[str]:
        """Give a row of a table: what leads, painted or not, an id in a column of ``names``, and a text.

        Where a column is too small for the id, or none is left for the text, that stands below.
        """
        indent = " " * (display_width(_plain(lead)) + names + 2)
        shown = printable(name)
        if self.has_room(len(indent)) and display_width(shown) <= names:
            yield from self.wrapped(text, indent, f"{lead}{shown}{' ' * (names - display_width(shown))}  ")
        else:
            is_beside = display_width(_plain(lead) + shown) <= self.width
            yield from [lead + shown] if is_beside else [lead.rstrip(), f"      {shown}"]
            yield from self.wrapped(text, "      ")

    def has_room(self, used: int) -> bool:
        """Tell whether a column for texts remains beside so many columns in use."""
        return self.width - used >= _LEAST_TEXT


def evaluation_text(map_: Map, evaluation: Evaluation, resting: Mapping[str, Resting], width: int, colour: bool) -> str:
    """Give an evaluation as text, with a line end. ``width`` in columns.

    ``resting``: by thesis what the verdict on it rests on; nothing where there is no labelling, and thus no verdict.
    """
    layout = Layout(width, colour)
    lines = [*titled(map_, layout), ""]
    if not resting:
        lines += _void(map_, evaluation, layout)
        return "\n".join([*lines, "", *_conditions(evaluation, layout)]) + "\n"
    for question, roots in Graph(map_).groups():
        if question is not None:
            lines += layout.wrapped(f"{map_.questions[question].text} [{question}]")
        for root in roots if question is not None else (root for root in roots if root in map_.theses):
            lines += _root(map_, root, evaluation, resting.get(root), layout)
    for thesis, one in resting.items():
        if evaluation.statuses is None:
            lines += _decisive(map_, thesis, evaluation.labellings[0], layout)
        lines += resting_set(map_, thesis, points(one), layout)
    lines += not_told(map_, len(resting), layout)
    if evaluation.statuses is None:
        lines += _table(map_, evaluation.verdicts, layout)
    else:
        lines += _several(evaluation, layout)
        lines += _statuses(map_, evaluation, evaluation.statuses, layout)
    return "\n".join([*lines, "", *_conditions(evaluation, layout)]) + "\n"


def standards_text(
    map_: Map,
    passed: Mapping[str, Mapping[str, tuple[Verdict, Tie | None]]],
    evaluation: Evaluation,
    width: int,
    colour: bool,
) -> str:
    """Give by thesis the verdict on it under each proof standard, the map's own marked; and what is known of a tie."""
    layout = Layout(width, colour)
    lines = list(titled(map_, layout))
    for thesis, verdicts in passed.items():
        own = map_.claims[thesis].standard or map_.standard
        lines += ["", *layout.wrapped(f"{map_.claims[thesis].text} [{thesis}]"), ""]
        for standard, ((verdict, reason), tie) in verdicts.items():
            name = f"{standard}{' (the map’s)' if standard == own else ''}"
            told = BECAUSE[reason] if tie is None else tie_told(tie)
            lines += layout.row(_lead(verdict, "", 0, layout)[:-2], name, 34, told)
    lines += ["", *layout.wrapped(_HELD_TO_IT)] if len(map_.claims) > 1 else []
    return "\n".join([*lines, "", *_conditions(evaluation, layout)]) + "\n"


def titled(map_: Map, layout: Layout) -> Iterator[str]:
    """Give the title of a map, and as whom it is seen, if by anybody."""
    yield from layout.wrapped(map_.title)
    if told := view_told(map_):
        yield from layout.wrapped(told)


def rests_on(resting: Resting, layout: Layout) -> Iterator[str]:
    """Say what a verdict rests on, a line or more for each point."""
    yield from points_set(points(resting), layout)


def resting_set(map_: Map, thesis: str, found: Iterable[Point], layout: Layout) -> Iterator[str]:
    """Set what a thesis rests on, under a heading; nothing where there is nothing to tell."""
    if told := list(points_set(found, layout)):
        yield from ("", *layout.wrapped(f"What {named(map_, thesis)} rests on:"), *told)


def named(map_: Map, thesis: str) -> str:
    """Name a thesis within a heading: by its id where there are several."""
    return "it" if len(map_.theses) == 1 else f"`{printable(thesis)}`"


def not_told(map_: Map, told: int, layout: Layout) -> Iterator[str]:
    """Say of how many theses it is not told what they rest on, and how to ask for that."""
    if more := len(map_.theses) - told:
        yield ""
        yield from layout.wrapped(
            f"And {more} more {'thesis' if more == 1 else 'theses'}: --thesis ID says what decides one of them."
        )


def points_set(found: Iterable[Point], layout: Layout) -> Iterator[str]:
    """Set points of what something rests on, a line or more for each."""
    for about, told in found:
        yield from layout.wrapped(told, " " * 15, f"  {about:<13}")


def _root(map_: Map, root: str, evaluation: Evaluation, resting: Resting | None, layout: Layout) -> Iterator[str]:
    """Say how a thesis or a rival stands, and why; ``resting`` where it is known what its verdict rests on."""
    verdict, reason = evaluation.verdicts[root]
    is_thesis = root in map_.theses
    what = "The thesis" if is_thesis and len(map_.theses) == 1 else f"The {'thesis' if is_thesis else 'rival'} `{root}`"
    known: Resting | Tie | None = resting
    if resting is None and evaluation.statuses is None:
        known = tie_of(map_, evaluation.labellings[0], root)
    if evaluation.statuses is None:
        told = f"{what} {sentence(verdict, reason, known)}."
    else:
        why = "" if reason == "depends" or known is None else f": {because(reason, known) or BECAUSE[reason]}"
        told = f"{what} {_in_several(evaluation.statuses[root], evaluation)}{why}."
    yield from (layout.painted(line, verdict) for line in layout.wrapped(f"{MARKS[verdict]} {told}", "  ", ""))
    yield from layout.wrapped(f"{map_.claims[root].text} [{root}]", "  ", "  ")


def _void(map_: Map, evaluation: Evaluation, layout: Layout) -> Iterator[str]:
    """Say that there is no labelling, so that nothing has a verdict."""
    what = "The thesis has no verdict" if len(map_.theses) == 1 else "No thesis has a verdict"
    yield from layout.wrapped(f"{what}: there is no {evaluation.semantics} labelling.")
    for thesis in map_.theses:
        yield from layout.wrapped(f"{map_.claims[thesis].text} [{thesis}]", "  ", "  ")
    yield ""
    yield from layout.wrapped(
        "Nor has anything else, not even that it is undecided: however claims and arguments are taken, some are left "
        "undecided, or stand only by themselves. --semantics preferred gives the views that decide as much as they can."
    )


def _in_several(status: Status, evaluation: Evaluation) -> str:
    """Say in which labellings something is in."""
    if status.sceptical:
        return f"stands in every {evaluation.semantics} labelling"
    if status.out_in_all:
        return f"falls in every {evaluation.semantics} labelling"
    some = ["stands in some" if status.credulous else "", "falls in some" if status.out_in_some else ""]
    found = " and ".join(filter(None, some))
    return f"{found} {evaluation.semantics} labellings" if found else f"is undecided under {evaluation.semantics}"


def _decisive(map_: Map, thesis: str, labelling: Labelling, layout: Layout) -> Iterator[str]:
    """Name the arguments that carried the verdict on a thesis."""
    framework = labelling.framework
    what, node_of = named(map_, thesis), framework.numbers[thesis]
    nodes = deciders(labelling, node_of)
    if not nodes:
        return
    yield ""
    yield f"What decides {what}:" if len(nodes) <= _MOST_DECISIVE else f"What decides {what}, {len(nodes)} in all:"
    pros = framework.supporters(node_of)
    for node in nodes[:_MOST_DECISIVE]:
        name = framework.names[node]
        verdict, reason = labelling.verdict(name)
        side = "for" if node in pros else "against"
        told = f"{side + ':':<9}{shown(map_, name)} {sentence(verdict, reason, tie_of(map_, labelling, name))}"
        yield from layout.wrapped(told, " " * 13, f"  {MARKS[verdict]} ")


def shown(map_: Map, name: str) -> str:
    """Give a claim with its text and id, an argument with its title, if any, and id."""
    if name in map_.claims:
        return f"“{map_.claims[name].text}” [{name}]"
    title = map_.arguments[name].title
    return f"{title} [{name}]" if title else f"[{name}]"


def _table(map_: Map, verdicts: Mapping[str, Verdict], layout: Layout) -> Iterator[str]:
    rows = [(name, *verdict) for name, verdict in verdicts.items()]
    yield from _rows(map_, rows, layout)
    yield ""
    yield from layout.wrapped(_counted(map_, verdicts))


def _rows(map_: Map, rows: Sequence[tuple[str, str, str]], layout: Layout) -> Iterator[str]:
    """Give a line for each claim and argument: mark, verdict, reason, id, text."""
    ids = column_of(name for name, _, _ in rows)
    told = max((len(reason) for _, _, reason in rows), default=0)
    for heading, names in (("Claims", map_.claims), ("Arguments", map_.arguments)):
        if names:
            yield ""
            yield heading
        for name, verdict, reason in rows:
            if name in names:
                yield from layout.row(_lead(verdict, reason, told, layout), name, ids, text_of(map_, name))


def _lead(verdict: str, reason: str, told: int, layout: Layout) -> str:
    """Give what leads a row: mark and verdict, painted, and the reason in a column of ``told``."""
    plain = PLAIN[verdict].removeprefix("is ")
    return f"  {layout.painted(f'{MARKS[verdict]} {plain:<10}', verdict)}{reason:<{told}}  "


def column_of(names: Iterable[str]) -> int:
    """Give how many columns ids take, except for those that are longer than a column should be."""
    return max((len(name) for name in names if len(name) <= LONGEST_ID), default=0)


def _plain(text: str) -> str:
    return _CONTROL.sub("", text)


def text_of(map_: Map, name: str) -> str:
    """Give what a row says of a claim or an argument: its text, or its title and what it bears on."""
    if name in map_.claims:
        return map_.claims[name].text
    argument = map_.arguments[name]
    verb = "supports" if argument.supports is not None else "attacks"
    return f"{argument.title + ': ' if argument.title else ''}{verb} {argument.target}"


def _counted(map_: Map, verdicts: Mapping[str, Verdict]) -> str:
    parts = []
    for noun, names in (("claim", map_.claims), ("argument", map_.arguments)):
        words: list[str] = [verdicts[name].verdict for name in names]
        if words:
            counts = {word: words.count(word) for word in MARKS}
            told = [f"{counts['in']} stand", f"{counts['out']} fall", f"{counts['undecided']} undecided"]
            parts.append(f"{plural(len(words), noun)}: {', '.join(told)}")
    return "; ".join(parts)


def _several(evaluation: Evaluation, layout: Layout) -> Iterator[str]:
    count = plural(len(evaluation.labellings), "labelling")
    yield ""
    if evaluation.cut_by is None:
        yield from layout.wrapped(f"There {'is' if len(evaluation.labellings) == 1 else 'are'} {count} in all.")
        return
    limit = "--most" if evaluation.cut_by == "count" else "--seconds"
    yield from layout.wrapped(f"{count} found before a limit was reached ({limit}): there may be more.")
    if not evaluation.is_certain:
        yield from layout.wrapped(
            "Time was too short for the statuses below as well: what is said to stand or fall in some does; what is "
            "said to be undecided may stand or fall in labellings that were not looked at."
        )


def _statuses(map_: Map, evaluation: Evaluation, statuses: Mapping[str, Status], layout: Layout) -> Iterator[str]:
    rows = [(name, evaluation.verdicts[name].verdict, _short(status)) for name, status in statuses.items()]
    yield from _rows(map_, rows, layout)


def _short(status: Status) -> str:
    """Say in how many labellings the verdict holds; of what has none, in which others it has one."""
    if status.sceptical or status.out_in_all or not (status.credulous or status.out_in_some):
        return "in all"
    if status.credulous and status.out_in_some:
        return "stands or falls"
    return "stands in some" if status.credulous else "falls in some"


def _conditions(evaluation: Evaluation, layout: Layout) -> Iterator[str]:
    """Say under what the verdicts hold."""
    for told in circumstances(evaluation):
        yield from layout.wrapped(told)

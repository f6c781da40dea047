"""The part of a map that is to be drawn: what is behind one node, so many levels deep. It knows no drawing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from coldwater.errors import UsageError
from coldwater.model import composed
from coldwater.model.graph import Graph
from coldwater.model.replacing import with_value
from coldwater.printable import printable
from coldwater.suggest import closest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coldwater.model.models import Argument, Claim, Expect, Lint, Map, Position, Proof, Question, Source

_SHORT = 60  # characters of the focused claim in the title


@dataclass(frozen=True, slots=True)
class Part:
    """A map's twin: the same fields, and what was left out of it."""

    argmap: int
    title: str
    theses: tuple[str, ...]
    rivals: tuple[str, ...]
    description: str | None
    language: str | None
    draft: bool
    shape: str
    standard: str
    weighing: str
    proof: Proof | None
    expect: Expect | None
    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    arguments: Mapping[str, Argument]
    positions: Mapping[str, Position]
    questions: Mapping[str, Question]
    lint: Lint | None
    left_out: Mapping[str, int]

    @property
    def thesis(self) -> str:
        """The first of the theses."""
        return self.theses[0]


def part(map_: Map, focus: str | None = None, depth: int | None = None) -> Map:
    """Give the part of a map behind a claim or an argument, at most ``depth`` levels of arguments deep.

    The focused claim is the thesis of the part; for an argument it is the argument's target, or the first claim
    above it, and the focused argument is the first level and always kept. Without a focus, theses and rivals
    are kept with what is behind them; without either, the map comes back as it is. Order is that of the file. Raises
    UsageError for an unknown id or a negative depth. Cost: linear.
    """
    if focus is None and depth is None:
        return map_
    if depth is not None and depth < 0:
        raise UsageError(f"A map cannot be drawn {depth} levels deep; --depth takes 0 or more.")
    graph = Graph(map_)
    focus = None if focus is None else composed(focus)
    if focus is not None and not graph.has(focus):
        raise UsageError(_unknown(map_, focus))
    roots = _way_up(graph, map_.thesis if focus is None else focus)
    besides = graph.roots[1:] if focus is None else ()
    if depth is not None and len(roots) > 1:
        depth = max(depth - 1, 0)
    kept = _behind(graph, (roots[0], *filter(graph.has, besides)), depth) | dict.fromkeys(roots)
    for argument in roots:
        if argument in graph.arguments:
            kept |= dict.fromkeys(graph.premises(argument))
    root = roots[-1] if roots[-1] in map_.claims else map_.thesis
    kept[root] = None
    title = map_.title if focus is None else f"{map_.title} – {short_name(map_, focus)}"
    theses = (root,) if focus is not None else (root, *(thesis for thesis in map_.theses[1:] if thesis in kept))
    return restricted(map_, kept, theses, title, count_left_out(graph, kept, roots[1:]))


def left_out(map_: Map) -> Mapping[str, int]:
    """Give how many arguments behind a claim or argument were left out of a part, by id; empty for a whole map."""
    counts: Mapping[str, int] = getattr(map_, "left_out", {})
    return counts


def restricted(map_: Map, kept: Iterable[str], theses: tuple[str, ...], title: str, cut: Mapping[str, int]) -> Map:
    """Give the part of a map about these theses, with what is kept, and nothing that refers to others but premises."""
    names = frozenset(kept)
    claims = {
        name: with_known_only(claim, "contradicts", names) for name, claim in map_.claims.items() if name in names
    }
    arguments = {name: argument for name, argument in map_.arguments.items() if name in names}
    cited = {citation.source for node in (*claims.values(), *arguments.values()) for citation in node.cites}
    positions = {name: _restricted(position, names, cited) for name, position in map_.positions.items()}
    piece = Part(
        argmap=map_.argmap,
        title=title,
        theses=theses,
        rivals=tuple(name for name in map_.rivals if name in names and name not in theses),
        description=map_.description,
        language=map_.language,
        draft=map_.draft,
        shape=map_.shape,
        standard=map_.standard,
        weighing=map_.weighing,
        proof=map_.proof,
        expect=None,
        sources={name: source for name, source in map_.sources.items() if name in cited},
        claims=claims,
        arguments=arguments,
        positions=positions,
        questions=_asked(map_, names),
        lint=None,
        left_out=cut,
    )
    return cast("Map", piece)


def _asked(map_: Map, names: frozenset[str]) -> dict[str, Question]:
    """Give the questions that something answers which is kept, with that."""
    cut = {name: with_known_only(question, "answers", names) for name, question in map_.questions.items()}
    return {name: cast("Question", question) for name, question in cut.items() if question.answers}


def _restricted(position: Position, names: frozenset[str], cited: Iterable[str]) -> Position:
    """Give a position on what is kept, in the sources that are: it is there even if that is nothing."""
    held = with_known_only(with_known_only(position, "accepts", names), "rejects", names)
    return cast("Position", with_known_only(held, "speaks_in", frozenset(cited)))


def short_name(map_: Map, node: str, most: int = _SHORT) -> str:
    """Give a claim's text, or an argument's title, cut at a blank if it is longer than ``most`` characters."""
    if node in map_.claims:
        text = " ".join(printable(map_.claims[node].text).split()) or node
    else:
        text = " ".join(printable(map_.arguments[node].title or node).split()) or node
    if len(text) <= most:
        return text.rstrip(".。")
    cut = text[: most - 1]
    words, blank, _ = cut.rpartition(" ")
    return (words if blank and len(words) > most // 2 else cut).rstrip(" ,;:.") + "…"


def _unknown(map_: Map, focus: str) -> str:
    message = f"there is no claim or argument `{printable(focus)}` to draw."
    meant = closest(focus, (*map_.claims, *map_.arguments))
    return f"{message} Did you mean `{meant}`?" if meant else message


def _way_up(graph: Graph, node: str) -> list[str]:
    """Give the node and what stands between it and the first claim above it, that claim last."""
    way: dict[str, None] = {}
    at: str | None = node
    while at is not None and at not in way:
        way[at] = None
        at = None if at in graph.claims else graph.target(at)
    return list(way)


def _below(graph: Graph, node: str) -> Iterable[tuple[str, int]]:
    """Give what is one step behind a node, and how many levels deeper it is."""
    for argument in graph.incoming(node):
        yield argument, 1
    if node in graph.arguments:
        for premise in graph.premises(node):
            yield premise, 0
    for contrary in graph.contraries(node):
        if not graph.uses(contrary) and contrary not in graph.roots:  # else it has a place of its own, maybe above
            yield contrary, 1


def _behind(graph: Graph, roots: Iterable[str], depth: int | None) -> dict[str, None]:
    """Walk level by level, so that every node is met at its least depth."""
    found = dict.fromkeys(roots)
    level = list(found)
    number = 0
    while level and (depth is None or number <= depth):
        deeper: list[str] = []
        for node in level:  # grows: what is on the same level is appended
            for neighbour, step in _below(graph, node):
                if step:
                    deeper.append(neighbour)
                elif neighbour not in found:
                    found[neighbour] = None
                    level.append(neighbour)
        number += 1
        level = []
        if depth is None or number <= depth:
            for node in deeper:
                if node not in found:
                    found[node] = None
                    level.append(node)
    return found


def count_left_out(graph: Graph, kept: Mapping[str, None], above: Iterable[str]) -> dict[str, int]:
    """Count the arguments behind each kept node that are not kept, each at the first node that leads to it.

    What stands ``above`` the focus is drawn for its sake alone, so that nothing counts as left out there.
    """
    passed = frozenset(above)
    beside = {premise for node in passed & graph.arguments.keys() for premise in graph.premises(node)}
    seen: set[str] = set(kept)
    counts: dict[str, int] = {}
    for node in kept:
        if node in passed or node in beside:
            continue
        waiting = [neighbour for neighbour in graph.incoming(node) if neighbour not in seen]
        count = 0
        while waiting:
            missing = waiting.pop()
            if missing not in seen:
                seen.add(missing)
                count += missing in graph.arguments
                waiting.extend(neighbour for neighbour, _ in _below(graph, missing) if neighbour not in seen)
        if count:
            counts[node] = count
    return counts


def with_known_only(record: Any, field: str, names: frozenset[str]) -> Any:
    """Give a record whose field holds known ids only; models and plain twins alike."""
    old = getattr(record, field)
    new = tuple(name for name in old if name in names)
    return record if len(new) == len(old) else with_value(record, field, new)

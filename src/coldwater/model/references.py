"""References to ids that are not there, wherever a map may hold one, and whether a map is a graph at all.

It guesses nothing and says nothing: rules do.
"""

from __future__ import annotations

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.findings import Pointer
    from coldwater.model.models import Map


class Loose(NamedTuple):
    """A reference that leads nowhere: where it stands, in what, as what, and to what."""

    pointer: Pointer
    owner: str | None
    role: str
    target: str


def is_graph(map_: Map) -> bool:
    """Tell whether every reference leads somewhere, and no id names both a claim and an argument. Cost: linear."""
    claims = map_.claims
    return next(loose_references(map_), None) is None and not any(name in claims for name in map_.arguments)


def loose_references(map_: Map) -> Iterator[Loose]:
    """Give the references to ids that are not there, thesis and rivals first, then in the order of the sections."""
    for i, thesis in enumerate(map_.theses):
        if thesis not in map_.claims:  # where one stands alone, it stands without a list
            yield Loose(("thesis", i) if len(map_.theses) > 1 else ("thesis",), None, "thesis", thesis)
    for i, rival in enumerate(map_.rivals):
        if rival not in map_.claims:
            yield Loose(("rivals", i), None, "rival", rival)
    for name, claim in map_.claims.items():
        if claim.contradicts:
            yield from _in_list(map_, ("claims", name, "contradicts"), "contradiction", claim.contradicts)
    yield from _in_arguments(map_)
    for name, position in map_.positions.items():
        yield from _in_list(map_, ("positions", name, "accepts"), "position", position.accepts)
        yield from _in_list(map_, ("positions", name, "rejects"), "position", position.rejects)
    for name, question in map_.questions.items():
        yield from _in_list(map_, ("questions", name, "answers"), "answer", question.answers)
    yield from _in_expectations(map_)
    yield from _in_lint(map_)


def _in_list(map_: Map, pointer: tuple[str, str, str], role: str, ids: Sequence[str]) -> Iterator[Loose]:
    for i, claim in enumerate(ids):
        if claim not in map_.claims:
            yield Loose((*pointer, i), pointer[1], role, claim)


def _in_arguments(map_: Map) -> Iterator[Loose]:
    claims, arguments = map_.claims, map_.arguments
    for name, argument in arguments.items():
        for i, premise in enumerate(argument.premises):
            if premise not in claims:
                yield Loose(("arguments", name, "premises", i), name, "premise", premise)
        target = argument.target
        if target not in claims and target not in arguments:
            key = "attacks" if argument.supports is None else "supports"
            yield Loose(("arguments", name, key), name, "target", target)
        for slot, filler in (argument.roles or {}).items():
            if filler not in claims:
                yield Loose(("arguments", name, "roles", slot), name, "slot", filler)
        for asked in argument.answers or ():
            if asked not in arguments:
                yield Loose(("arguments", name, "answers", asked), name, "answered", asked)


def _in_expectations(map_: Map) -> Iterator[Loose]:
    for name in map_.expect.verdicts if map_.expect is not None else ():
        if name not in map_.claims and name not in map_.arguments:
            yield Loose(("expect", "verdicts", name), None, "expectation", name)


def _in_lint(map_: Map) -> Iterator[Loose]:
    if map_.lint is None:
        return
    sections = (map_.claims, map_.arguments, map_.sources, map_.positions, map_.questions)
    for i, entry in enumerate(map_.lint.ignore):
        at = entry.at
        if at is not None and not any(at in part for part in sections):
            yield Loose(("lint", "ignore", i, "at"), None, "ignore", at)

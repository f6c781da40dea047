"""References to ids that are not there, wherever a map may hold one. It says nothing about them: rules do."""

from __future__ import annotations

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coldwater.findings import Pointer
    from coldwater.model.models import Map
    from coldwater.suggest import Names


class Reference(NamedTuple):
    """A reference that leads nowhere: where it stands, in what, as what, to what, and what was probably meant."""

    pointer: Pointer
    owner: str | None
    role: str
    target: str
    meant: str | None


class _Loose(NamedTuple):
    pointer: Pointer
    owner: str | None
    role: str
    target: str


def dangling_references(map_: Map, excused: frozenset[str]) -> tuple[Reference, ...]:
    """Give the references to ids that are not there, thesis and rivals first, then in the order of the sections.

    Roles are "thesis", "rival", "premise", "target", "slot" (of a scheme), "answered" (the argument whose question is
    answered), "contradiction", "position", "expectation" and "ignore".
    References to excused ids are left out.
    """
    loose = [reference for reference in _all_dangling(map_) if reference.target not in excused]
    return tuple(_with_guesses(map_, loose)) if loose else ()


def _all_dangling(map_: Map) -> Iterator[_Loose]:
    for i, thesis in enumerate(map_.theses):
        if thesis not in map_.claims:  # where one stands alone, it stands without a list
            yield _Loose(("thesis", i) if len(map_.theses) > 1 else ("thesis",), None, "thesis", thesis)
    for i, rival in enumerate(map_.rivals):
        if rival not in map_.claims:
            yield _Loose(("rivals", i), None, "rival", rival)
    for name, claim in map_.claims.items():
        if claim.contradicts:
            yield from _in_list(map_, ("claims", name, "contradicts"), "contradiction", claim.contradicts)
    yield from _in_arguments(map_)
    for name, position in map_.positions.items():
        yield from _in_list(map_, ("positions", name, "accepts"), "position", position.accepts)
        yield from _in_list(map_, ("positions", name, "rejects"), "position", position.rejects)
    yield from _in_expectations(map_)
    yield from _in_lint(map_)


def _in_list(map_: Map, pointer: tuple[str, str, str], role: str, ids: Sequence[str]) -> Iterator[_Loose]:
    for i, claim in enumerate(ids):
        if claim not in map_.claims:
            yield _Loose((*pointer, i), pointer[1], role, claim)


def _in_arguments(map_: Map) -> Iterator[_Loose]:
    claims, arguments = map_.claims, map_.arguments
    for name, argument in arguments.items():
        for i, premise in enumerate(argument.premises):
            if premise not in claims:
                yield _Loose(("arguments", name, "premises", i), name, "premise", premise)
        target = argument.target
        if target not in claims and target not in arguments:
            key = "attacks" if argument.supports is None else "supports"
            yield _Loose(("arguments", name, key), name, "target", target)
        for slot, filler in (argument.roles or {}).items():
            if filler not in claims:
                yield _Loose(("arguments", name, "roles", slot), name, "slot", filler)
        for asked in argument.answers or ():
            if asked not in arguments:
                yield _Loose(("arguments", name, "answers", asked), name, "answered", asked)


def _in_expectations(map_: Map) -> Iterator[_Loose]:
    for name in map_.expect.verdicts if map_.expect is not None else ():
        if name not in map_.claims and name not in map_.arguments:
            yield _Loose(("expect", "verdicts", name), None, "expectation", name)


def _in_lint(map_: Map) -> Iterator[_Loose]:
    if map_.lint is None:
        return
    sections = (map_.claims, map_.arguments, map_.sources, map_.positions)
    for i, entry in enumerate(map_.lint.ignore):
        at = entry.at
        if at is not None and not any(at in part for part in sections):
            yield _Loose(("lint", "ignore", i, "at"), None, "ignore", at)


def is_named_beside(map_: Map, reference: Reference) -> bool:
    """Tell whether the list of a reference, or the argument it is a target of, has the id that was probably meant."""
    pointer, meant = reference.pointer, reference.meant
    if reference.role == "premise":
        argument = map_.arguments[str(pointer[1])]
        return meant in (*argument.premises, argument.target)
    if reference.role == "target":
        return meant in (reference.owner, *map_.arguments[str(pointer[1])].premises)
    if reference.role == "contradiction":
        return meant in (reference.owner, *map_.claims[str(pointer[1])].contradicts)
    if reference.role in ("thesis", "rival"):
        return meant in (*map_.theses, *(map_.rivals if reference.role == "rival" else ()))
    if reference.role == "position":
        position = map_.positions[str(pointer[1])]
        return meant in (*position.accepts, *position.rejects)
    return False


def names_by_role(map_: Map) -> Mapping[str, Names]:
    """Give the ids that may be named in a role; under the empty name those of claims, for the other roles."""
    from coldwater.suggest import Names  # noqa: PLC0415 - only where something dangles

    return {
        "": Names(map_.claims),
        "source": Names(map_.sources),
        "target": Names((*map_.claims, *map_.arguments)),
        "answered": Names(map_.arguments),
        "expectation": Names((*map_.claims, *map_.arguments)),
        "ignore": Names((*map_.claims, *map_.arguments, *map_.sources, *map_.positions)),
    }


def _with_guesses(map_: Map, loose: list[_Loose]) -> Iterator[Reference]:
    """Add what was probably meant; an argument's id where a claim must stand, or the reverse, is no misspelling."""
    every = names_by_role(map_)
    for reference in loose:
        names = every.get(reference.role, every[""])
        known = reference.target in (map_.claims if reference.role == "answered" else map_.arguments)
        yield Reference(*reference, None if known else names.closest(reference.target))

"""References to ids that are not there, wherever a map may hold one. It says nothing about them: rules do."""

from __future__ import annotations

from coldwater.model.references import loose_references
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coldwater.findings import Pointer
    from coldwater.model.models import Map
    from coldwater.model.references import Loose
    from coldwater.suggest import Names


class Reference(NamedTuple):
    """A reference that leads nowhere: where it stands, in what, as what, to what, and what was probably meant."""

    pointer: Pointer
    owner: str | None
    role: str
    target: str
    meant: str | None


def dangling_references(map_: Map, excused: frozenset[str]) -> tuple[Reference, ...]:
    """Give the references to ids that are not there, thesis and rivals first, then in the order of the sections.

    Roles are "thesis", "rival", "premise", "target", "slot" (of a scheme), "answered" (the argument whose question is
    answered), "contradiction", "position", "answer" (to a question), "expectation" and "ignore".
    References to excused ids are left out.
    """
    loose = [reference for reference in loose_references(map_) if reference.target not in excused]
    return tuple(_with_guesses(map_, loose)) if loose else ()


def is_named_beside(map_: Map, reference: Reference) -> bool:
    """Tell whether the list of a reference, or the argument it is a target of, has the id that was probably meant."""
    return reference.meant in _named_beside(map_, reference)


def _named_beside(map_: Map, reference: Reference) -> tuple[str | None, ...]:
    """Give the ids that stand in the same list or argument; none where a reference stands alone."""
    pointer = reference.pointer
    if reference.role == "premise":
        argument = map_.arguments[str(pointer[1])]
        return (*argument.premises, argument.target)
    if reference.role == "target":
        return (reference.owner, *map_.arguments[str(pointer[1])].premises)
    if reference.role == "contradiction":
        return (reference.owner, *map_.claims[str(pointer[1])].contradicts)
    if reference.role in ("thesis", "rival"):
        return (*map_.theses, *(map_.rivals if reference.role == "rival" else ()))
    if reference.role == "position":
        position = map_.positions[str(pointer[1])]
        return (*position.accepts, *position.rejects)
    return tuple(map_.questions[str(pointer[1])].answers) if reference.role == "answer" else ()


def names_by_role(map_: Map) -> Mapping[str, Names]:
    """Give the ids that may be named in a role; under the empty name those of claims, for the other roles."""
    from coldwater.suggest import Names  # noqa: PLC0415 - only where something dangles

    return {
        "": Names(map_.claims),
        "source": Names(map_.sources),
        "target": Names((*map_.claims, *map_.arguments)),
        "answered": Names(map_.arguments),
        "expectation": Names((*map_.claims, *map_.arguments)),
        "ignore": Names((*map_.claims, *map_.arguments, *map_.sources, *map_.positions, *map_.questions)),
    }


def _with_guesses(map_: Map, loose: list[Loose]) -> Iterator[Reference]:
    """Add what was probably meant; an argument's id where a claim must stand, or the reverse, is no misspelling."""
    every = names_by_role(map_)
    for reference in loose:
        names = every.get(reference.role, every[""])
        known = reference.target in (map_.claims if reference.role == "answered" else map_.arguments)
        yield Reference(*reference, None if known else names.closest(reference.target))

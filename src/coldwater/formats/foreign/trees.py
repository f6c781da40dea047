"""A map as trees for formats that know nothing else: each claim once in full, and at its other places as a link.

What is about an argument hangs on the first premise of that argument, as these formats have no place at a step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.formats.foreign.losses import Losses
    from coldwater.formats.foreign.outgoing import Outgoing
    from coldwater.model.models import Map


class Branch(NamedTuple):
    """A claim at a place in a tree: how deep (0 for a root), the argument it serves, and whether it stands in full."""

    claim: str
    depth: int
    argument: str | None
    attacks: bool
    is_first: bool


def theses_of(outgoing: Outgoing) -> list[str]:
    """Give the theses of a map and then its rivals, each once."""
    thesis = outgoing.data["thesis"]
    theses = [thesis] if isinstance(thesis, str) else list(thesis)
    return list(dict.fromkeys([*theses, *outgoing.map.rivals]))


def branches(map_: Map, theses: Sequence[str]) -> list[Branch]:
    """Give all claims in the order in which they are written: theses, then what hangs on none of them as more roots.

    Every claim stands in full once, where it comes up first; what two arguments say alike is said once. Cost is linear.
    """
    below: dict[str, list[tuple[str, str, bool]]] = {}
    used: set[str] = set()
    steps: set[tuple[str, str, bool]] = set()
    for name, argument in map_.arguments.items():
        target = argument.target
        place = target if target in map_.claims else map_.arguments[target].premises[0]
        for premise in argument.premises:
            used.add(premise)
            if (step := (premise, place, argument.attacks is not None)) not in steps:
                steps.add(step)
                below.setdefault(place, []).append((premise, name, step[2]))
    done: set[str] = set()
    found: list[Branch] = []
    loose = [claim for claim in map_.claims if claim not in used]
    for number, root in enumerate([*theses, *loose, *map_.claims]):
        if number < len(theses) or root not in done:
            found.extend(_tree(root, below, done))
    return found


def _tree(root: str, below: dict[str, list[tuple[str, str, bool]]], done: set[str]) -> Iterator[Branch]:
    waiting = [Branch(root, 0, None, False, True)]
    while waiting:
        branch = waiting.pop()
        is_first = branch.claim not in done
        done.add(branch.claim)
        yield branch._replace(is_first=is_first)
        if is_first:
            waiting.extend(
                Branch(claim, branch.depth + 1, argument, attacks, True)
                for claim, argument, attacks in reversed(below.get(branch.claim, ()))
            )


def lose_structure(losses: Losses, map_: Map, format_: str) -> None:
    """Name what trees of claims cannot hold: linked premises, arguments about arguments, and repeated ones."""
    steps: set[tuple[str, str, bool]] = set()
    for name, argument in map_.arguments.items():
        if len(argument.premises) > 1:
            why = f"{format_} has no linked premises: each counts on its own"
            losses.add("linking of premises", why, name, many="linkings of premises")
        if argument.target not in map_.claims:
            why = f"{format_} has no arguments about a step: it is about the first premise of that"
            losses.add("argument about an argument", why, name, many="arguments about arguments")
        place = argument.target if argument.target in map_.claims else map_.arguments[argument.target].premises[0]
        for premise in argument.premises:
            if (step := (premise, place, argument.attacks is not None)) in steps:
                why = f"in {format_} a claim is pro or con another once, whatever else it is linked with"
                losses.add("repeated use of a premise", why, name, many="repeated uses of premises")
            steps.add(step)

"""What of a map is of some tags, with what must be shown besides. It knows no drawing."""

from __future__ import annotations

from coldwater.model.tags import entries, is_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from coldwater.model.graph import Graph
    from coldwater.model.models import Map
    from coldwater.model.tags import Levels


def chosen_parts(map_: Map, graph: Graph, tags: Sequence[Levels]) -> Collection[tuple[str, str]]:
    """Give what is of one of the tags, and what it leads to, step by step up to the thesis. Cost: linear."""
    kept: dict[tuple[str, str], None] = {}
    waiting: list[tuple[str, str]] = [node for node, entry in entries(map_) if is_of(entry, tags)]
    while waiting:
        sort, name = waiting.pop()
        if (sort, name) in kept:
            continue
        kept[sort, name] = None
        if sort == "claim":
            waiting += (("argument", use) for use in graph.uses(name))
        elif (target := graph.target(name)) is not None:
            waiting.append(("claim" if target in graph.claims else "argument", target))
    return kept.keys()


def plural(number: int, noun: str) -> str:
    """Give a number with its noun."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def counted(claims: int, arguments: int) -> str:
    """Say how many claims and arguments there are, and nothing of what there is none of.

    >>> counted(2, 1), counted(0, 3)
    ('2 claims, 1 argument', '3 arguments')
    """
    parts = [plural(number, noun) for number, noun in ((claims, "claim"), (arguments, "argument")) if number]
    return ", ".join(parts) or "nothing"


def left_out_words(claims: int, arguments: int) -> str:
    """Say how much of a map is of none of the tags."""
    return f"Left out, being of no such tag: {counted(claims, arguments)}."

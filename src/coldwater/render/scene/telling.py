"""What the file says of a claim or argument besides its text, as drawings show it: facts in words, and the side.

It knows maps and words, but no size.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from coldwater.printable import printable
from coldwater.render.reading.order import relation_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.model.graph import Graph
    from coldwater.model.models import Argument, Claim
    from coldwater.words.wording import Words

SideShown = Literal["", "pro", "con", "both"]


def facts_of_claim(claim: Claim, words: Words) -> str:
    """Say status and credence, as far as the file does; "" where it says neither."""
    status = f"{_word('status', words)} {printable(claim.status)}" if claim.status is not None else ""
    credence = f"{_word('credence', words)} {_figure(claim.credence)}" if claim.credence is not None else ""
    return " · ".join(filter(None, (status, credence)))


def facts_of_argument(argument: Argument, words: Words) -> str:
    """Say the strength, if the file does; else ""."""
    return f"{_word('strength', words)} {_figure(argument.strength)}" if argument.strength is not None else ""


def _figure(value: float) -> str:
    """Write a number from 0 to 1 with two decimals at most, as nobody means more.

    >>> _figure(0.75), _figure(1.0), _figure(0.846223)
    ('0.75', '1', '0.85')
    """
    return f"{round(value, 2):g}"


def _word(key: str, words: Words) -> str:
    word = words.on_page(key)
    return word if words.tag == "de" else word.lower()  # German nouns keep their capital


class SidesShown:
    """The side of each claim, for drawings in which it is not the same as what the claim's own argument does."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def of(self, claim: str) -> SideShown:
        """Give the side of a claim, as far as it is to be shown: "" for theses, rivals, and what serves no side."""
        if not self._are_needed or claim in self._graph.roots:
            return ""
        return self._found.get(claim, "")

    @cached_property
    def _found(self) -> Mapping[str, SideShown]:
        graph = self._graph
        sides = {name: graph.first_sides(name)[1] for name in graph.claims}
        words: dict[bool, SideShown] = {True: "pro", False: "con"}
        return {name: "both" if len(found) > 1 else words["pro" in found] for name, found in sides.items() if found}

    @cached_property
    def _are_needed(self) -> bool:
        """Tell whether some claim is on another side than its argument, by its colour, seems to be."""
        graph = self._graph
        for name in graph.arguments:
            seems = "pro" if relation_of(graph, name) in ("supports", "backs") else "con"
            if any(self._found.get(premise, seems) != seems for premise in graph.premises(name)):
                return True
        return False

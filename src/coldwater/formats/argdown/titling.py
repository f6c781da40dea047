"""What claims and arguments are called in an Argdown document, and which ids do not come back from that."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from coldwater.formats.argdown.escaping import fits_argument, fits_statement
from coldwater.formats.foreign.naming import Names, is_readable_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coldwater.formats.argdown.planning import Plan


class Titles:
    """Titles of statements and of arguments, each unique among its kind."""

    def __init__(self, plan: Plan, structures: Iterable[str]) -> None:
        """``structures``: the ids of the arguments by which structures are called, their last steps."""
        self._plan = plan
        self._statements: dict[str, str] = {}
        taken: set[str] = set()
        for id_ in plan.map.claims:
            if id_ not in plan.gists:
                wish = plan.kept("claims", id_).get("id")
                fits = (
                    isinstance(wish, str) and fits_statement(wish) and wish not in taken and wish not in plan.map.claims
                )
                self._statements[id_] = str(wish) if fits else id_
                taken.add(self._statements[id_])
        self._taken = taken
        self._arguments: dict[str, str] = {}
        self._argument_titles: set[str] = set(plan.sketches)
        named = list(structures)
        wishes = {id_: self._wish(id_) for id_ in named}
        often = Counter(wishes.values())
        for id_ in named:
            wish = wishes[id_]
            is_free = (
                often[wish] == 1
                and wish not in self._argument_titles
                and (wish == id_ or wish not in plan.map.arguments)
            )
            self._arguments[id_] = wish if is_free else self._unique(id_, self._argument_titles)
            self._argument_titles.add(self._arguments[id_])

    def _wish(self, id_: str) -> str:
        kept, entry = self._plan.kept("arguments", id_), self._plan.entry("arguments", id_)
        structure = None if kept.get("untitled") else kept.get("structure")
        for wish in (kept.get("id"), structure, entry.get("title")):
            if isinstance(wish, str) and fits_argument(wish):
                return wish
        return id_

    def _unique(self, wish: str, taken: set[str]) -> str:
        title, number = wish, 2
        while title in taken:
            title, number = f"{wish} ({number})", number + 1
        return title

    def statement(self, id_: str) -> str:
        """Give the title of a claim that is a statement."""
        return self._statements[id_]

    def argument(self, id_: str) -> str:
        """Give the title of the structure of an argument, its last step."""
        return self._arguments[id_]

    def aid(self, wish: str) -> str:
        """Give a title to a statement that is no claim of the map."""
        title = self._unique(wish, self._taken)
        self._taken.add(title)
        return title


def alike(plan: Plan) -> frozenset[str]:
    """Give the ids that differ from others in capitals alone: a reader would not take them for two."""
    ids = [*plan.map.claims, *plan.map.arguments]
    often = Counter(id_.casefold() for id_ in ids)
    return frozenset(id_ for id_ in ids if often[id_.casefold()] > 1)


def comes_back(id_: str, foreign: str | None, wish: str, otherwise: str) -> bool:
    """Tell whether an id is what a reader makes of a foreign one, or of a wish where that is none here."""
    if foreign is not None and is_readable_id(foreign):
        return foreign == id_
    return Names().make(wish, otherwise) == id_


def title_that_comes_back(title: str | None, has_own_id: bool, id_: str) -> str | None:
    """Give what a reader takes for the title of an argument that is called so."""
    if title is None or (not has_own_id and is_readable_id(title)) or (has_own_id and title == id_):
        return None
    return title


def bare(data: dict[str, Any]) -> dict[str, Any]:
    """Give data without what says nothing."""
    return {key: value for key, value in data.items() if value not in (None, [], {}, "")}

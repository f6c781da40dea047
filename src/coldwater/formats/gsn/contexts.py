"""Contexts, assumptions and justifications: words in the notes of what they are about, kept whole for the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.formats.foreign.texts import cleaned, one_line

if TYPE_CHECKING:
    from coldwater.formats.foreign.gathering import Entry, Gathering
    from coldwater.formats.gsn.elements import Element
    from coldwater.formats.gsn.modules import Case
    from coldwater.formats.gsn.roles import Roles


def told(kind: str, id_: str, text: str) -> str:
    """Give what a note says of a context.

    >>> told("Assumption", "A1", "Trams run daily.")
    'Assumption A1: Trams run daily.'
    """
    said = one_line(text)
    return f"{kind} {one_line(id_)}: {said}" if said else f"{kind} {one_line(id_)}"


class Contexts:
    """Finds what is said of the contexts of an element, and keeps the contexts themselves."""

    def __init__(self, case: Case, roles: Roles, gathering: Gathering) -> None:
        self._case = case
        self._roles = roles
        self._gathering = gathering
        self._named: set[tuple[int, str]] = set()

    def note(self, element: Element, entry: Entry) -> str:
        """Give the note of an element, and keep for the way back which contexts it names."""
        lines = []
        for id_ in element.in_context_of:
            found = self._case.find(id_, element)
            if found is None:
                self._case.remark(element, f"`{element.id}` is in the context of `{id_}`, which is not there (C03)")
                self._gathering.lose(
                    "context that is not there", "nothing is known of it", f"{element.id} -> {id_}",
                    many="contexts that are not there",
                )  # fmt: skip
            else:
                self._named.add(found.key)
                lines.append(told(found.kind, found.id, cleaned(found.text)))
        if element.in_context_of:
            entry.kept["inContextOf"] = element.in_context_of
        if lines:
            entry.kept["note"] = "\n".join(lines)
        return "\n".join(lines)

    def keep(self) -> None:
        """Keep all elements that are notes, and name them as lost as what they were."""
        kept: dict[str, Any] = {}
        for element in self._case:
            if not self._roles.is_note(element):
                continue
            word = element.kind.lower()
            if element.key in self._named:
                why = "a map has no element for it; what it says stands in the notes of what it is about"
            else:
                why = "a map has no element for it, and it is about nothing here"
            self._gathering.lose(word, why, element.id)
            if element.id in kept:
                self._gathering.lose(f"second {word} of a name", "only one can go out again", element.id)
            else:
                kept[element.id] = element.body
        if kept:
            self._gathering.kept["contexts"] = kept

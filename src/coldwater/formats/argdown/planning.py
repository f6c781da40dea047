"""In which form each claim and argument of a map is written.

A claim is a statement, or what a sketched argument says if it was read so. An argument is

* a *sketch* of an argument (``[T] + <A>: …``), if it was read so;
* a *relation* between statements (``[T] + [P]``), if it has one premise and nothing that needs a name;
* a *step* of a premise-conclusion structure otherwise.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from coldwater.formats.argdown.escaping import fits_argument

if TYPE_CHECKING:
    from coldwater.formats.foreign.outgoing import Outgoing
    from coldwater.model.models import Argument

#: Fields of an argument that a relation can have, in the data of its premise.
_SKETCHED_FIELDS = ("scheme", "roles", "answers", "strength")
_OF_GIST = ("cites", "note", "tags")


class Plan:
    """The forms. ``gists``: by claim the title of the sketched argument that says it; ``sketches``: by that title."""

    def __init__(self, outgoing: Outgoing, format_: str, model: dict[str, Any], sections: Any) -> None:
        """``model``: the settings of the model in the front matter; ``sections``: data of headings by their way."""
        self.map = outgoing.map
        self.data = outgoing.data
        self._outgoing = outgoing
        self._format = format_
        self.is_strict = model.get("mode") == "strict"
        self.sections: dict[str, Any] = sections if isinstance(sections, dict) else {}
        arguments = self.map.arguments
        self.aimed = Counter(argument.target for argument in arguments.values() if argument.target in arguments)
        self._uses: dict[str, list[str]] = {}
        self._about: dict[str, list[str]] = {}
        for id_, argument in arguments.items():
            self._about.setdefault(argument.target, []).append(id_)
            for premise in argument.premises:
                self._uses.setdefault(premise, []).append(id_)
        self.gists: dict[str, str] = {}
        self.sketches: dict[str, list[str]] = {}
        self._find_sketches()
        self.relations = self._find_relations()

    def kept(self, section: str, id_: str) -> dict[str, Any]:
        """Give what was kept of an entry that was read from Argdown."""
        return dict(self._outgoing.kept(self._format, section, id_))

    def entry(self, section: str, id_: str) -> dict[str, Any]:
        """Give the data of an entry."""
        entry = self.data.get(section, {}).get(id_)
        return dict(entry) if isinstance(entry, dict) else {"text": entry}

    def is_sketch(self, id_: str) -> bool:
        """Tell whether an argument is a sketched one."""
        premises = self.map.arguments[id_].premises
        return len(premises) == 1 and premises[0] in self.gists

    def is_step(self, id_: str) -> bool:
        """Tell whether an argument is a step of a structure."""
        return id_ not in self.relations and not self.is_sketch(id_)

    # --- sketched arguments -------------------------------------------------------------------------------------------

    def _find_sketches(self) -> None:
        contradicting = {id_ for id_, claim in self.map.claims.items() if claim.contradicts}
        contradicting |= {other for claim in self.map.claims.values() for other in claim.contradicts}
        for id_ in self.map.claims:
            title = self.kept("claims", id_).get("argument")
            if (
                isinstance(title, str)
                and fits_argument(title)
                and title not in self.sketches
                and id_ not in contradicting
            ):
                self.gists[id_] = title
                self.sketches[title] = self._uses.get(id_, [])
        waiting = [id_ for id_ in list(self.gists) if not self._is_whole(id_)]
        while waiting:
            id_ = waiting.pop()
            title = self.gists.pop(id_, None)
            if title is None:
                continue
            for argument in self.sketches.pop(title):
                target = self.map.arguments[argument].target
                aim = self.map.arguments.get(target)
                near = [target] if aim is None else list(aim.premises)
                waiting += [one for one in near if one in self.gists and not self._is_whole(one)]

    def _is_whole(self, id_: str) -> bool:
        """Tell whether a claim can be said by a sketched argument: all that it bears on is written as a sketch, too."""
        title = self.gists[id_]
        uses = self.sketches[title]
        for number, use in enumerate(uses):
            argument, entry = self.map.arguments[use], self.entry("arguments", use)
            if len(argument.premises) != 1 or self.kept("arguments", use).get("argument") != title:
                return False
            if any(key in entry for key in _OF_GIST) or (number and any(key in entry for key in _SKETCHED_FIELDS)):
                return False
            if any(self.map.arguments[one].supports == use for one in self._about.get(use, ())):
                return False
        if len(uses) > 1 and not self._are_undercut_together(uses):
            return False
        return all(self._is_plain(one) for one in self._about.get(id_, ()) if self.map.arguments[one].supports == id_)

    def _are_undercut_together(self, uses: list[str]) -> bool:
        first, *others = [{self.map.arguments[one].premises for one in self._about.get(use, ())} for use in uses]
        return all(other == first for other in others) and all(len(premises) == 1 for premises in first)

    def _is_plain(self, id_: str) -> bool:
        """Tell whether an argument for what a sketched one says can be a relation or a sketch."""
        argument = self.map.arguments[id_]
        if len(argument.premises) != 1:
            return False
        return argument.premises[0] in self.gists or self._may_be_relation(id_, argument)

    # --- relations ----------------------------------------------------------------------------------------------------

    def _may_be_relation(self, id_: str, argument: Argument) -> bool:
        entry = self.entry("arguments", id_)
        if len(argument.premises) != 1 or self.aimed[id_] or "title" in entry or "scheme" in entry:
            return False
        kept = self.kept("arguments", id_)
        if "structure" in kept or "id" in kept or argument.premises[0] == argument.target:
            return False
        is_contrary = self.is_strict and argument.attacks in self.map.claims and argument.attacks not in self.gists
        return not is_contrary

    def _find_relations(self) -> dict[str, str]:
        """Give the arguments that are relations, with their premise; of several that say the same the first."""
        found: dict[str, str] = {}
        said: set[tuple[str, str | None, str | None]] = set()
        for id_, argument in self.map.arguments.items():
            premise = argument.premises[0]
            key = (premise, argument.supports, argument.attacks)
            if premise not in self.gists and key not in said and self._may_be_relation(id_, argument):
                found[id_] = premise
                said.add(key)
        return found

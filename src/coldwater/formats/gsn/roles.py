"""What becomes of each element: a claim, the step of an argument, or words in a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.formats.gsn.kinds import CONTEXTUAL

if TYPE_CHECKING:
    from coldwater.formats.foreign.gathering import Gathering
    from coldwater.formats.gsn.elements import Element
    from coldwater.formats.gsn.modules import Case

ATTACKS, SUPPORTS = "attacks", "supports"


class Roles:
    """Joins elements to those that they name, and tells of each what it becomes.

    A *step* is a strategy between claims, or what a map of ours wrote for a step of its own. A *note* is a context, an
    assumption or a justification that argues for nothing and that nothing challenges. All else are claims.
    """

    def __init__(self, case: Case, gathering: Gathering) -> None:
        self.case = case
        self.gathering = gathering
        self._extend()
        challenged = self._join()
        self.steps = {element.key for element in case if _is_step(element)}
        self.notes = {
            element.key
            for element in case
            if element.kind in CONTEXTUAL
            and not (element.children or element.parents or element.challenges or element.key in challenged)
        }

    def is_step(self, element: Element) -> bool:
        """Tell whether an element is the step of an argument."""
        return element.key in self.steps

    def is_note(self, element: Element) -> bool:
        """Tell whether an element is only words in notes."""
        return element.key in self.notes

    def is_claim(self, element: Element) -> bool:
        """Tell whether an element is a claim."""
        return element.key not in self.steps and element.key not in self.notes

    def _extend(self) -> None:
        """Let modules develop what others left undeveloped (`extends`)."""
        for number, header in enumerate(self.case.headers):
            extensions = header.get("extends")
            for extension in extensions if isinstance(extensions, list) else ():
                develops = extension.get("develops") if isinstance(extension, dict) else None
                name = str(extension.get("module")) if isinstance(extension, dict) else "…"
                there = self.case.module_named(name)
                if there is None or not isinstance(develops, dict):
                    self._lack(
                        f"the module `{name}`, which is to be extended, is not among those that are used (C09)", name
                    )
                    continue
                for foreign, locals_ in develops.items():
                    element = self.case.elements.get((there, foreign))
                    ids = [str(one) for one in (locals_ if isinstance(locals_, list) else [locals_])]
                    known = [one for one in ids if (number, one) in self.case.elements]
                    if element is None or known != ids:
                        self._lack(
                            f"`{foreign}` of the module `{name}`, or what is to develop it, is not there (C10)", foreign
                        )
                    elif known:
                        element.supported_by += [one for one in known if one not in element.supported_by]
                        element.undeveloped = False

    def _lack(self, message: str, at: str) -> None:
        self.gathering.remark(self.case.place("module"), message)
        self.gathering.lose("extension of a module", "what it names is not there", at, many="extensions of modules")

    def _join(self) -> set[tuple[int, str]]:
        """Join elements to those that they name; give the keys of those that something challenges."""
        challenged = set()
        for element in self.case:
            for id_ in element.supported_by:
                found = self.case.find(id_, element)
                if found is not None:
                    element.children.append(found)
                    found.parents.append(element)
            if element.challenges and "->" not in element.challenges:
                found = self.case.find(element.challenges.strip(), element)
                if found is not None:
                    challenged.add(found.key)
        return challenged


def _is_step(element: Element) -> bool:
    own = element.ours.get("step")
    if own in (ATTACKS, SUPPORTS):
        return bool(element.children)
    between = bool(element.children and element.parents)
    return element.kind == "Strategy" and between and all(one.kind != "Strategy" for one in element.parents)

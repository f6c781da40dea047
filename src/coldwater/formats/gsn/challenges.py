"""What challenges elements, and relations between elements: attacks on claims, and on steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.formats.gsn.roles import ATTACKS, SUPPORTS

if TYPE_CHECKING:
    from coldwater.formats.foreign.gathering import Entry
    from coldwater.formats.gsn.elements import Element
    from coldwater.formats.gsn.reading import _Reader

    Key = tuple[int, str]
    Pair = tuple[Key, Key]


class Challenges:
    """Makes the attacks. One on a relation waits until the argument that the relation belongs to is there."""

    def __init__(self, reader: _Reader) -> None:
        self._reader = reader
        self._case = reader.case
        self._waiting: dict[Pair, list[Element]] = {}
        self._own: list[tuple[Element, Entry, str]] = []

    def read(self) -> None:
        """Make all attacks, and the steps of ours that are about steps."""
        ready: list[Element] = []
        for element in self._case:
            if self._reader.roles.is_step(element) and element.ours.get("step") in (ATTACKS, SUPPORTS):
                self._announce(element)
            elif element.challenges:
                ready.append(element)
        self._aim_own()
        self._challenge(ready)
        for pair, elements in self._waiting.items():
            for element in elements:
                self._lose(element, f"there is no relation from `{pair[0][1]}` to `{pair[1][1]}`")

    def _announce(self, element: Element) -> None:
        """Make a step of ours; what it is about may be a step that comes later."""
        is_attack = element.ours.get("step") == ATTACKS
        target = element.challenges if is_attack else element.ours.get("of")
        premise = next(
            (self._reader.claims[one.key] for one in element.children if one.key in self._reader.claims), None
        )
        if not isinstance(target, str) or premise is None:
            self._lose(element, "nothing says what it is about")
            return
        self._own.append((element, self._reader.step(element, premise, is_attack), target))

    def _aim_own(self) -> None:
        """Say what the steps of ours are about; where that is not there, they and what is about them are left out."""
        about: dict[Entry, list[tuple[Element, Entry]]] = {}
        lacking: list[tuple[Element, Entry]] = []
        for element, step, target in self._own:
            found = self._targets(element, target)
            if found:
                step.target = found[0]
                about.setdefault(found[0], []).append((element, step))
            else:
                lacking.append((element, step))
        left_out = set()
        for element, step in lacking:  # grows while it is gone through
            left_out.add(step)
            self._reader.steps.pop(element.key, None)
            self._reader.expected.pop(step, None)
            self._lose(element, "what it is about is not there")
            lacking += about.get(step, ())
        arguments = self._reader.gathering.arguments
        arguments[:] = [step for step in arguments if step not in left_out]

    def _challenge(self, ready: list[Element]) -> None:
        for element in ready:  # grows while it is gone through
            assert element.challenges is not None
            pair = self._pair(element, element.challenges)
            found = self._targets(element, element.challenges)
            claim = self._reader.claims.get(element.key)
            if claim is None:
                self._lose(element, "only a claim can challenge something here")
            elif found:
                self._attack(element, claim, found)
                target = self._case.find(element.challenges.strip(), element)
                if target is not None:
                    for one in ((target.key, element.key), (element.key, target.key)):
                        ready += self._waiting.pop(one, ())
            elif pair is not None:
                self._waiting.setdefault(pair, []).append(element)
            else:
                self._lose(element, f"`{element.challenges}` is not there")

    def _attack(self, element: Element, claim: Entry, targets: list[Entry]) -> None:
        for number, target in enumerate(targets):
            attack = self._reader.gathering.argument(
                [claim], target, attacks=True, wish=f"{element.id}-challenge", place=element.place
            )
            attack.kept["challenges"] = element.challenges
            if number:
                attack.kept["again"] = True
            elif (found := self._case.find((element.challenges or "").strip(), element)) is not None:
                self._reader.relations.setdefault((found.key, element.key), []).append(attack)
                if found.id in _listed(element.body.get("defeatedRelation")):
                    self._reader.expected[attack] = "out"

    def _pair(self, near: Element, text: str) -> Pair | None:
        """Give the elements of a relation such as ``G1 -> G2``; None where it is none, or names what is not there."""
        one, arrow, other = text.partition("->")
        first = self._case.find(one.strip(), near) if arrow else None
        second = self._case.find(other.strip(), near) if arrow else None
        return None if first is None or second is None else (first.key, second.key)

    def _targets(self, near: Element, text: str) -> list[Entry]:
        """Give the claim or the arguments that a challenge means; none where they are not there, or not yet."""
        pair = self._pair(near, text)
        if pair is not None:
            relations = self._reader.relations
            return list(dict.fromkeys(relations.get(pair) or relations.get((pair[1], pair[0])) or ()))
        found = self._case.find(text.strip(), near)
        if found is None:
            return []
        claim = self._reader.claims.get(found.key)
        return [claim] if claim is not None else self._reader.steps.get(found.key, [])

    def _lose(self, element: Element, why: str) -> None:
        self._case.remark(element, f"`{element.id}` challenges or supports nothing here: {why}")
        self._reader.gathering.lose(
            "challenge that hits nothing", "nothing here is what it is about", element.id,
            many="challenges that hit nothing",
        )  # fmt: skip


def _listed(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [] if value is None else [str(value)]

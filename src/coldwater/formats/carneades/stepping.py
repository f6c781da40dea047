"""The arguments of a graph as a map has them: for claims or against steps, one for each premise where any will do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.formats.carneades.words import ALONE, SHARING, normal, words_of
from coldwater.formats.foreign.scheme_names import scheme_of
from coldwater.formats.foreign.texts import one_line

if TYPE_CHECKING:
    from coldwater.formats.carneades.reading import _Reader
    from coldwater.formats.foreign.gathering import Entry


class Steps:
    """Makes the arguments; ``made`` gives those that each argument of the graph became."""

    def __init__(self, reader: _Reader) -> None:
        self._reader = reader
        self._graph = reader.graph
        self._gathering = reader.gathering
        self.made: dict[str, list[Entry]] = {}

    def make(self, arguments: dict[str, dict[str, Any]]) -> None:
        """Make all arguments, and then say what each is about."""
        for id_, body in arguments.items():
            premises = [(role, self._reader.claim(name)) for role, name in self._graph.premises(id_, body)]
            self.made[id_] = self._steps(id_, body, premises or [("", self._nothing(id_))])
        for id_, steps in list(self.made.items()):
            for step in steps:
                self._conclude(step, normal(str(arguments[id_]["conclusion"])))
        undercutters = self._reader.undercutters
        for id_, hit in undercutters.hit.items():
            if id_ not in undercutters.folded and id_ not in self._reader.about:
                for target in hit:
                    self._undercut_by(self._reader.claim(id_), target)

    def _conclude(self, step: Entry, conclusion: str) -> None:
        """Say what a step is about: a claim, or the step that its conclusion undercuts."""
        reader = self._reader
        if conclusion in reader.about:
            there, way = reader.about[conclusion]
            step.attacks = way == "attacks"
            step.target = self.made[there][0] if self.made.get(there) else reader.claim(there)
        elif conclusion in reader.undercutters.folded:
            self._aim(step, reader.undercutters.hit[conclusion][0])
        else:
            step.target = reader.claim(conclusion)

    def _nothing(self, id_: str) -> Entry:
        """Make a premise for an argument that has none; it goes out again as none."""
        text = f"{one_line(words_of(id_))} needs no premise."
        claim = self._gathering.claim(
            text, wish=f"{words_of(id_)} given", place=self._graph.document.place("arguments", id_), implicit=True,
            status="accepted",
        )  # fmt: skip
        claim.is_made_up = True
        claim.kept["nothing"] = text
        return claim

    def _aim(self, step: Entry, target: str) -> None:
        """Let a step undercut an argument, and each of those that the argument became."""
        step.attacks = True
        step.target = self.made[target][0]
        for other in self.made[target][1:]:
            again = self._gathering.argument(step.premises, other, attacks=True, place=step.place)
            again.kept["again"] = True

    def _undercut_by(self, claim: Entry, target: str) -> None:
        for step in self.made.get(target, ()):
            entry = self._gathering.argument([claim], step, attacks=True, wish=f"undercuts {target}", place=step.place)
            entry.kept["undercutter"] = target

    def _steps(self, id_: str, body: dict[str, Any], premises: list[tuple[str, Entry]]) -> list[Entry]:
        """Make an argument, or one for each premise where any will do."""
        scheme = str(body["scheme"]) if body.get("scheme") else ""
        is_alone = scheme == ALONE and len(premises) > 1
        if scheme in SHARING and len(premises) > 1:
            self._gathering.lose(
                f"{scheme} argument", "it weighs by the share of its premises that hold; here it needs all of them", id_
            )
        fields: dict[str, Any] = {"strength": self._graph.weight(id_, body)}
        if scheme not in ("", "linked", ALONE, *SHARING):
            fields["scheme"] = scheme_of(scheme)
        made = []
        for number, part in enumerate([[pair] for pair in premises] if is_alone else [premises]):
            entry = self._gathering.argument(
                [claim for _, claim in part], part[0][1], id_=id_ if not number else None,
                wish=f"{words_of(id_)} {number + 1}" if number else words_of(id_),
                place=self._graph.document.place("arguments", id_), **fields,
            )  # fmt: skip
            roles = {role: claim for role, claim in part if role}
            if roles and "scheme" in fields:
                entry.fields["roles"] = roles
            entry.kept |= {"id": id_} | ({"scheme": scheme} if scheme else {})
            if roles:
                entry.kept["roles"] = list(roles)
            if body.get("parameters"):
                entry.kept["parameters"] = body["parameters"]
            self._reader.own(entry, body)
            made.append(entry)
        return made

"""A map as a sheet reads it: what hangs on what, the verdicts, texts with their sources. It places nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coldwater.model.graph import Graph
from coldwater.printable import printable
from coldwater.render.digest import digest
from coldwater.render.reading.behind import Behind
from coldwater.render.reading.branches import Branches
from coldwater.render.reading.focus import left_out
from coldwater.render.reading.order import relation_of
from coldwater.render.scene.seals import seal_of
from coldwater.render.scene.sources import Numbering
from coldwater.render.scene.stances import Stances
from coldwater.render.scene.telling import facts_of_argument, facts_of_claim
from coldwater.render.svg.root import MOST_SPOKEN, suffix_of
from coldwater.words.languages import words_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coldwater.model.models import Map
    from coldwater.render.palette import Relation
    from coldwater.render.reading.verdicts import Verdicts
    from coldwater.render.scene.parts import Seal
    from coldwater.render.sheets.remarks import Remarks
    from coldwater.semantics.labelling import Word
    from coldwater.words.wording import Words

WORDS_IN_ORDER: tuple[Word, ...] = ("in", "out", "undecided")
_NBSP = "\u00a0"


class Case:
    """A map with all that its sheets ask of it, looked up once. Building costs time linear in the map."""

    def __init__(
        self, map_: Map, verdicts: Verdicts | None, mark: str | None = None, language: str | Words | None = None
    ) -> None:
        """``mark``: the digest of the drawing, where it is not that of map and verdicts; ``language``: of our words."""
        self.map = map_
        self.verdicts = verdicts
        self.words = words_for(language or map_.language)
        self.remarks: Remarks | None = None
        self.graph = Graph(map_)
        self.branches = Branches(self.graph)
        self.behind = Behind(self.branches, left_out(map_))
        self.stances = Stances(map_)
        self.digest = mark or digest(map_, verdicts.signature() if verdicts else None)
        self.title = printable(map_.title).strip()
        self._places = {name: number for number, name in enumerate(map_.claims)}
        self._numbering = Numbering(map_)
        cited = {one.source for entry in map_.claims.values() for one in entry.cites}
        cited |= {one.source for entry in map_.arguments.values() for one in entry.cites}
        self._has_numbers = len(cited & map_.sources.keys()) > 1

    # --- claims and arguments ------------------------------------------------------------------------------------

    def roots(self) -> list[str]:
        """Give the theses and rivals; where none is there, what arguments hang on and nothing uses."""
        there = [name for name in self.graph.roots if name in self.graph.claims]
        return there or [
            name for name in self.branches.roots if name in self.graph.claims and self.branches.on.get(name)
        ]

    def apart(self) -> tuple[int, int]:
        """Count the claims and arguments that hang on none of the roots."""
        roots = self.roots()
        claims, arguments = set(roots), set()
        waiting = [name for root in roots for name in self.branches.on.get(root, ())]
        while waiting:
            name = waiting.pop()
            arguments.add(name)
            claims.update(self.graph.premises(name))
            waiting += self.behind.below[name]
        return len(self.graph.claims) - len(claims), len(self.graph.arguments) - len(arguments)

    def whole(self) -> str:
        """Say how large the map is."""
        return self.words.whole.format(what=self.words.size(len(self.map.claims), len(self.map.arguments)))

    def told(self) -> list[str]:
        """Say the theses and rivals with their verdicts, for those who listen; of many, the first."""
        told = []
        for root in self.roots()[:MOST_SPOKEN]:
            who = self.words.rival if root in self.graph.rivals else self.words.thesis
            told.append(f"{who} {printable(root)}: {self.text(root)}{self.words.spoken(self.seal(root))}.")
        return told

    def relation(self, argument: str) -> Relation:
        """Give what an argument does to its target."""
        return relation_of(self.graph, argument)

    def heading(self, argument: str) -> str:
        """Give the title of an argument; where it has none, what it does."""
        return (
            printable(self.map.arguments[argument].title or "").strip() or self.words.untitled[self.relation(argument)]
        )

    def has_title(self, argument: str) -> bool:
        """Tell whether an argument has a title of its own."""
        return bool(printable(self.map.arguments[argument].title or "").strip())

    def question(self, root: str) -> str:
        """Give the text of the question that a root answers; "" if none is put."""
        asked = self.graph.question_of(root)
        return "" if asked is None else printable(self.map.questions[asked].text).strip()

    def text(self, claim: str) -> str:
        """Give the text of a claim; its id where it has none."""
        return printable(self.map.claims[claim].text).strip() or printable(claim)

    def premises(self, argument: str) -> list[str]:
        """Give the premises of an argument that are there, each once."""
        return list(dict.fromkeys(self.graph.premises(argument)))

    def missing(self, argument: str) -> str:
        """Give the premises of an argument that no claim is, in words; "" if all are there."""
        names = [name for name in self.map.arguments[argument].premises if name not in self.graph.claims]
        return self.words.missing.format(names=", ".join(map(printable, names))) if names else ""

    def anchor(self, claim: str) -> str:
        """Give the id of a claim in the picture; no id of a map becomes one."""
        return f"c{self._places[claim]}-{suffix_of(self.digest)}"

    def is_unstated(self, claim: str) -> bool:
        """Tell whether nobody states a claim."""
        return bool(self.map.claims[claim].implicit)

    # --- sources -------------------------------------------------------------------------------------------------

    def source_mark(self, name: str) -> str:
        """Give the numbers of what a claim or argument cites, with a blank that parts no line; "" if all cite one."""
        entry = self.map.claims[name] if name in self.map.claims else self.map.arguments[name]
        mark = self._numbering.mark(entry.cites) if entry.cites else ""
        if not mark or not self._has_numbers:
            return ""
        return f"{_NBSP}[{mark.partition(' ')[2]}]".replace(", ", f",{_NBSP}")

    def besides(self, name: str) -> str:
        """Give what a claim or argument cites, and in brackets what the file says of it: status, credence, strength."""
        is_claim = name in self.map.claims
        facts = (
            facts_of_claim(self.map.claims[name], self.words)
            if is_claim
            else facts_of_argument(self.map.arguments[name], self.words)
        )
        return self.source_mark(name) + (f" ({facts})" if facts else "")

    def source_lines(self) -> list[str]:
        """Give the sources that were marked, or the one that all cite."""
        lines = self._numbering.lines()
        return list(lines) if self._has_numbers else [line.partition(" ")[2] for line in lines]

    # --- verdicts ------------------------------------------------------------------------------------------------

    def seal(self, name: str) -> Seal | None:
        """Give the verdict on a claim or argument as boxes show it; None where there are no verdicts."""
        seal = seal_of(self.verdicts, name)
        if seal is None or self.verdicts is None or not self.words.reasons:
            return seal
        verdict, reason = self.verdicts.of[name]
        return replace(seal, word=self.words.verdicts[verdict], reason=self.words.reasons[reason])

    def held(self, claim: str) -> str:
        """Say who accepts and who rejects a claim, for those who listen; "" if nobody does."""
        if not self.words.reasons:
            return self.stances.spoken(claim)
        held, holders = self.stances.holders.of(claim), self.stances.holders
        sides = ((self.words.accepted, held.accepted_by), (self.words.rejected, held.rejected_by))
        return "".join(f"; {word}: {printable(holders.names(names))}" for word, names in sides if names)

    def falls(self, name: str) -> bool:
        """Tell whether a claim or argument falls."""
        return self.verdicts is not None and self.verdicts.of[name].verdict == "out"

    def told_in_text(self, name: str) -> str:
        """Give what follows the text of what does not stand: mark and word, in one piece; "" for what stands."""
        seal = self.seal(name)
        if seal is None or seal.verdict == "in":
            return ""
        return f" {'✗' if seal.verdict == 'out' else '?'}{_NBSP}{seal.word}"

    def verdicts_among(self, names: Iterable[str]) -> list[str]:
        """Give the verdicts that occur among some claims and arguments, as a key lists them."""
        found = set() if self.verdicts is None else {self.verdicts.of[name].verdict for name in names}
        return [word for word in WORDS_IN_ORDER if word in found]

    def circumstances(self) -> list[str]:
        """Say under what the verdicts hold, and what those on theses rest on; nothing where there are none."""
        if self.verdicts is None:
            return []
        return self.words.under(self.verdicts.evaluation) or list(self.verdicts.told)

"""What a page of ours says, by the ids of the map, until all of it is known; then it is gathered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.formats.foreign.texts import cleaned, one_line
from coldwater.formats.word_blocks.citing import Citing, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.formats.foreign.gathering import Entry, Gathering
    from coldwater.formats.word_blocks.cards import Card
    from coldwater.formats.word_blocks.paragraphs import Paragraph


class Step:
    """An argument to be: its id or none, its title or none, what it bears on, and the ids of its premises."""

    def __init__(self, id_: str, title: str, target: str, attacks: bool, premises: list[str]) -> None:
        self.id = id_
        self.title = title
        self.target = target
        self.attacks = attacks
        self.premises = premises


class _Cite:
    def __init__(self, owner: str, source: str, told: str, locator: str) -> None:
        self.owner, self.source, self.told, self.locator = owner, source, told, locator
        self.passages: list[str] = []
        self.quotes: list[str] = []


class Record:
    """Claims, arguments, sources and citations by id, in the order in which they are met."""

    def __init__(self, gathering: Gathering) -> None:
        self.theses: list[str] = []
        self.rivals: list[str] = []
        self.sources: dict[str, dict[str, Any]] = {}
        self._contrary: list[tuple[str, str]] = []
        self._gathering = gathering
        self._texts: dict[str, str] = {}
        self._new: set[str] = set()
        self._tags: dict[str, list[str]] = {}
        self._steps: dict[str, Step] = {}
        self._cites: list[_Cite] = []
        self._notes: dict[str, str] = {}
        self._added: list[tuple[str, Sequence[Card]]] = []

    @property
    def texts(self) -> dict[str, str]:
        """The texts of the claims by id."""
        return self._texts

    def titled(self, words: str) -> str:
        """Give the id of the only argument with this title; empty if there is none, or several."""
        found = [step.id for step in self._steps.values() if step.title.rstrip(".") == words.rstrip(".")]
        return found[0] if len(found) == 1 else ""

    def against(self, id_: str, claim: str) -> None:
        """Take what was met as an argument for a claim that cannot hold together with another one."""
        step = self._steps.pop(id_, None)
        if step is not None:
            self._texts.setdefault(id_, f"{step.title}.")
            if claim:
                self._contrary.append((id_, claim))

    def claim(self, id_: str, text: str) -> None:
        """Take a claim; the first text that it is met with holds."""
        self._texts.setdefault(id_, cleaned(text))

    def new_claim(self, text: str) -> str:
        """Take a claim without an id, and give what it is called here until it has one."""
        name = f" {len(self._texts)}"  # no id begins with a blank
        self._texts[name] = text
        self._new.add(name)
        return name

    def step(self, id_: str, title: str, target: str, attacks: bool, premises: list[str]) -> Step:
        """Take an argument; one that is met again stays as it was."""
        key = id_ or f" step {len(self._steps)}"
        return self._steps.setdefault(key, Step(id_, cleaned(title), target, attacks, premises))

    def tag(self, owner: str, tag: str) -> None:
        """Take a tag of a claim."""
        tags = self._tags.setdefault(owner, [])
        if tag not in tags:
            tags.append(tag)

    def cite(self, owner: str, source: str, told: str, locator: str) -> None:
        """Take a citation; ``told`` is how the page names the source."""
        self._cites.append(_Cite(owner, source, told, cleaned(locator)))

    def quote(self, words: str) -> None:
        """Take words that the last citation reads out."""
        if self._cites and words:
            self._cites[-1].quotes.append(words)

    def passage(self, paragraph: Paragraph) -> None:
        """Take a part of the passage of the last citation, of which what is underlined is read out."""
        if not self._cites:
            self._gathering.lose("paragraph", "it belongs to no card", one_line(paragraph.text)[:60])
            return
        self._cites[-1].passages.append(cleaned(paragraph.text))
        runs = (run for run in paragraph.runs if run.is_underlined)
        self._cites[-1].quotes += [words for run in runs if (words := cleaned(run.text))]

    def added(self, owner: str, note: str, cards: Sequence[Card]) -> None:
        """Take what stands below a tag without an id."""
        if note:
            self._notes[owner] = note
        self._added.append((owner, cards))

    def finish(self) -> None:
        """Gather all of it."""
        gathering = self._gathering
        sources = {
            id_: gathering.source(fields.pop("title"), id_=id_, wish=id_, **fields)
            for id_, fields in self.sources.items()
        }
        claims = {
            id_: gathering.claim(
                text, tags=self._tags.get(id_, []), note=self._notes.get(id_, ""),
                wish="" if id_ in self._new else id_, id_=None if id_ in self._new else id_,
            )
            for id_, text in self._texts.items()
        }  # fmt: skip
        gathering.theses = [claims[id_] for id_ in dict.fromkeys(self.theses)]
        gathering.rivals = [claims[id_] for id_ in dict.fromkeys(self.rivals) if id_ not in self.theses]
        nodes = {**claims, **self._arguments(claims)}
        for one, other in self._contrary:
            gathering.contradict(claims[one], claims[other])
        for cite in self._cites:
            if cite.source not in sources:
                sources[cite.source] = gathering.source(cite.told or cite.source, id_=cite.source, wish=cite.source)
            if cite.owner in nodes:
                fields = said("\n".join(cite.passages), tuple(cite.quotes))
                gathering.cite(nodes[cite.owner], sources[cite.source], locator=cite.locator, **fields)
        citing = Citing(gathering)
        for owner, cards in self._added:
            for card in cards:
                citing.card(claims[owner], card)

    def _arguments(self, claims: dict[str, Entry]) -> dict[str, Entry]:
        """Make the arguments; what they bear on may be one that is made later."""
        made: dict[str, Entry] = {}
        whole = {key: step for key, step in self._steps.items() if any(one in claims for one in step.premises)}
        while True:  # what bears on an argument that is no more goes with it
            lost = [key for key, step in whole.items() if step.target not in claims and step.target not in whole]
            if not lost:
                break
            for key in lost:
                del whole[key]
        for key, step in self._steps.items():
            if key not in whole:
                why = "it has no premise, or bears on nothing that is here"
                self._gathering.lose("argument", why, step.id or None)
        for key, step in whole.items():
            premises = [claims[one] for one in step.premises if one in claims]
            id_ = step.id or None
            made[key] = self._gathering.argument(
                premises, premises[0], attacks=step.attacks, title=step.title, wish=step.id, id_=id_
            )  # its target follows
        for key, step in whole.items():
            made[key].target = claims.get(step.target) or made[step.target]
        return made

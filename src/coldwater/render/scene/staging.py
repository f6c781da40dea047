"""From a map to a scene: what is drawn, where each claim belongs, in which order. It knows no layout and no file.

Everything that can be read as a graph can be staged: orphans, circles, shared premises, self-attacks, references to
nothing. A claim is drawn once, with the first argument in reading order that uses it; claims that no argument uses,
the thesis and its rivals, stand alone. Supporters go before attackers, then by strength (strongest first), then as
written.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from coldwater.errors import UsageError
from coldwater.model.graph import Graph
from coldwater.printable import printable
from coldwater.render.digest import digest
from coldwater.render.reading.focus import left_out
from coldwater.render.reading.order import reading_order, relation_of
from coldwater.render.scene import fans
from coldwater.render.scene import parts as s
from coldwater.render.scene.fitting import (
    Tag,
    again_card,
    as_rival,
    fit_card,
    fit_thesis,
    lines_at,
    with_room_for,
    word_of,
)
from coldwater.render.scene.joining import is_stacked, join, measure
from coldwater.render.scene.saying import against_words, legend_of
from coldwater.render.scene.seals import seal_of, with_verdicts
from coldwater.render.scene.sources import Numbering
from coldwater.render.scene.stances import Stances
from coldwater.render.scene.telling import SidesShown, facts_of_argument, facts_of_claim
from coldwater.words.languages import words_for

if TYPE_CHECKING:
    from coldwater.model.models import Map
    from coldwater.render.reading.verdicts import Verdicts
    from coldwater.words.wording import Words

DIRECTIONS = ("auto", "top-down", "left-right")
MOST_TOP_DOWN = 25  # claims and arguments that hang together; larger maps are drawn from left to right


def stage(  # noqa: PLR0913 - what is staged, and how
    map_: Map,
    direction: str = "auto",
    refers: bool = False,
    verdicts: Verdicts | None = None,
    has_ids: bool = True,
    language: str | Words | None = None,
    tells: bool = False,
    tells_contraries: bool = True,
) -> s.Scene:
    """Give the scene of a map. Cost: linear in the map, and in the length of its texts.

    ``refers``: draw no line across the tree, but a reference where a claim is used again, and words where claims
    contradict each other, unless whoever draws tells that otherwise (``tells_contraries`` is false). ``verdicts`` are
    shown where they are given. ``has_ids``: cards show the ids of their claims.
    ``tells``: cards tell their side where their colour does not, and boxes what the file says besides: status,
    credence, strength. ``language``: of what the scene says itself, or its words; that of the map unless given.

    ``direction``: top-down, left-right, or auto: top-down up to 25 claims and arguments. Raises UsageError for
    another word.
    """
    if direction not in DIRECTIONS:
        raise UsageError(f"there is no direction {direction!r}; the directions are {', '.join(DIRECTIONS)}.")
    words = words_for(language or map_.language)
    scene = _Stage(map_, direction, refers, verdicts, has_ids, words, tells, tells_contraries).scene()
    return scene if verdicts is None else with_verdicts(scene, verdicts)


class _Stage:
    """A scene under construction."""

    def __init__(  # noqa: PLR0913 - what is staged, and how
        self,
        map_: Map,
        direction: str,
        refers: bool,
        verdicts: Verdicts | None,
        has_ids: bool,
        words: Words,
        tells: bool,
        tells_contraries: bool,
    ) -> None:
        self.map = map_
        self.tells = tells
        self.words = words
        self.has_ids = has_ids
        self.refers = refers
        self.names_contraries = refers and tells_contraries
        self.verdicts = verdicts
        self.left_out = left_out(map_)
        self.stances = Stances(map_)
        self.graph = Graph(map_)
        self.order = reading_order(self.graph)
        self.keys = {node: f"n{number}" for number, node in enumerate(self.order)}
        self.sides = SidesShown(self.graph)
        self.relations = {name: relation_of(self.graph, name) for name in map_.arguments}
        self.homes = self._find_homes()
        self.is_top_down = direction == "top-down" or (direction == "auto" and self._hanging() <= MOST_TOP_DOWN)
        self.cards: dict[str, s.Card] = {}
        self.pills: dict[str, s.Pill] = {}
        self.panels: dict[str, s.Panel] = {}
        self.tags: dict[str, Tag] = {}  # of the theses

    def _hanging(self) -> int:
        """Count claims and arguments, but for claims that hang on nothing and on which nothing hangs."""
        graph = self.graph
        loose = (name for name in graph.claims if not (graph.incoming(name) or graph.uses(name)))
        return len(self.order) - sum(not graph.contraries(name) and name not in graph.roots for name in loose)

    def _find_homes(self) -> dict[str, str]:
        """Give for each claim the argument it is drawn with."""
        homes: dict[str, str] = {}
        for sort, name in self.order:
            if sort == "argument":
                for premise in self.graph.premises(name):
                    if premise not in self.graph.roots:
                        homes.setdefault(premise, name)
        return homes

    def scene(self) -> s.Scene:
        """Make all parts; sources are numbered on the way, in reading order."""
        numbering = Numbering(self.map, self.words)
        marks: dict[str, str] = {}
        for sort, name in self.order:
            cited = self.map.claims[name].cites if sort == "claim" else self.map.arguments[name].cites
            mark = self._marked(name, numbering.mark(cited), self._facts(sort, name))
            if sort == "claim":
                self._add_card(name, mark)
            else:
                marks[name] = mark
        self._make_theses_equal()
        for name in self.map.arguments:
            self._join(name, marks[name])
        self.pills = {key: self.pills[key] for key in map(self._key_of, self._arguments())}
        across = () if self.refers else (*self._shared(), *self._contradictions())
        edges = (*self._steps(), *across)
        columns = fans.columns(self.pills, self.panels, edges, self.is_top_down)
        for thesis in self._theses():
            lines = lines_at(thesis, edges, columns)
            self.cards[thesis.key] = with_room_for(thesis, lines, self.is_top_down)
        return s.Scene(
            title=printable(self.map.title).strip(),
            description=printable(self.map.description or ""),
            language=self.map.language,
            digest=digest(self.map, self.verdicts.signature() if self.verdicts else None),
            is_top_down=self.is_top_down,
            cards=self.cards,
            pills=self.pills,
            panels=self.panels,
            edges=edges,
            columns=columns,
            sources=numbering.lines(),
            legend=legend_of(self.cards.values(), self.pills.values(), self.panels.values(), edges),
            holders=self.stances.named(tuple(self.map.claims)),
            words=self.words,
        )

    def _facts(self, sort: str, name: str) -> str:
        """Say what the file says of a claim or argument, if that is to be told."""
        if not self.tells:
            return ""
        if sort == "claim":
            return facts_of_claim(self.map.claims[name], self.words)
        return facts_of_argument(self.map.arguments[name], self.words)

    def _marked(self, name: str, mark: str, facts: str) -> str:
        """Add to a mark what the file says, and, in a part of a map, how many arguments behind it are not shown."""
        hidden = self.left_out.get(name, 0)
        against = against_words(self.graph, name, self.words) if self.names_contraries else ""
        rival = self.words.on_page("rival").lower() if name in self.graph.rivals else ""
        question = self.graph.question_of(name)
        asked = printable(self.map.questions[question].text).strip() if question is not None else ""
        answers = self.words.on_page("mark_answers", question=asked) if question is not None else ""
        more = self.words.on_page("mark_more", count=hidden) if hidden else ""
        return " · ".join(part for part in (rival, answers, against, facts, mark, more) if part)

    # --- boxes ---------------------------------------------------------------------------------------------------

    def _add_card(self, name: str, mark: str) -> None:
        key, claim = self.keys["claim", name], self.map.claims[name]
        tag = Tag(
            key,
            name,
            mark,
            seal_of(self.verdicts, name, self.words),
            self.stances.of(name),
            self.stances.spoken(name, self.words),
            self.has_ids,
            self.words,
            self.sides.of(name) if self.tells else "",
        )
        if name in self.graph.theses:
            self.cards[key] = fit_thesis(tag, claim)
            self.tags[name] = tag
            return
        relation = self.relations[self.homes[name]] if name in self.homes else None
        card = fit_card(tag, claim, relation, self._text_width(self.homes.get(name)))
        if name in self.graph.rivals:
            card = as_rival(card, claim, self.words)
        lines = len(self.graph.incoming(name)) + (0 if self.refers else len(self.graph.contraries(name)))
        self.cards[key] = with_room_for(card, lines, self.is_top_down)

    def _text_width(self, argument: str | None) -> float:
        """Give the width of the lines of claims that are drawn with an argument, or with none."""
        return measure(argument is None or self._stacks(argument))

    def _stacks(self, argument: str) -> bool:
        """Tell whether an argument's premises stand one above the other."""
        return is_stacked(self._members(argument), self.touched, self.is_top_down)

    @cached_property
    def touched(self) -> frozenset[str]:
        """The claims to which lines lead, or from which lines lead that are not their argument's."""
        graph = self.graph
        across = () if self.refers else (
            name for name in graph.claims if graph.contraries(name) or len(graph.uses(name)) > 1
        )  # fmt: skip
        return frozenset({name for name in graph.claims if graph.incoming(name)}.union(across))

    def _theses(self) -> list[s.Card]:
        """Give the boxes of the theses that are there, in order."""
        return [self.cards[self.keys["claim", name]] for name in self.map.theses if name in self.graph.claims]

    def _make_theses_equal(self) -> None:
        """Give several theses boxes of one width: none is more of a thesis than the others."""
        theses = self._theses()
        widest = max((card.width for card in theses), default=0.0)
        for name, tag in self.tags.items():
            if self.cards[tag.key].width < widest:
                self.cards[tag.key] = fit_thesis(tag, self.map.claims[name], widest)

    def _join(self, name: str, mark: str) -> None:
        """Make the box of an argument, with its premises in it."""
        key = self.keys["argument", name]
        tag = Tag(key, name, mark, seal_of(self.verdicts, name, self.words), words=self.words)
        cards = [self.cards[card] for card in self._keys_in(name)]
        joined = join(tag, self.map.arguments[name], self.relations[name], cards, self._stacks(name))
        self.pills[key] = joined.pill
        self.cards.update((card.key, card) for card in joined.cards)
        if joined.panel is not None:
            self.panels[joined.panel.key] = joined.panel

    def _keys_in(self, name: str) -> list[str]:
        """Give the keys of the cards in an argument's box, with references where the drawing has no lines for them."""
        if self.refers:
            return [self._card_or_reference(name, premise) for premise in self._members(name)]
        return [self.keys["claim", premise] for premise in self._members(name)]

    def _card_or_reference(self, argument: str, premise: str) -> str:
        """Give the key of a premise's card in its argument's panel; where it is drawn elsewhere, of a reference."""
        card = self.cards[self.keys["claim", premise]]
        if self.homes.get(premise) == argument:
            return card.key
        text_width = self._text_width(argument)
        text = printable(self.map.claims[premise].text).strip() or printable(premise)
        key = f"{self.keys['argument', argument]}r{card.key[1:]}"
        self.cards[key] = again_card(card, key, text, text_width, self.has_ids, self.words)
        return key

    def _members(self, argument: str) -> list[str]:
        """Give the claims in an argument's box: those that are drawn with it, or, with references, all its premises."""
        premises = dict.fromkeys(self.graph.premises(argument))
        return [name for name in premises if self.refers or self.homes.get(name) == argument]

    # --- edges ---------------------------------------------------------------------------------------------------

    def _key_of(self, argument: str) -> str:
        return self.keys["argument", argument]

    def _arguments(self) -> list[str]:
        return [name for sort, name in self.order if sort == "argument"]

    def _steps(self) -> list[s.Edge]:
        edges = []
        for name in self._arguments():
            target = self.graph.target(name)
            if target is not None:
                sort = "claim" if target in self.graph.claims else "argument"
                head = self.keys[sort, target]
                edges.append(s.Edge("step", self.keys["argument", name], head, self.relations[name]))
        return edges

    def _shared(self) -> list[s.Edge]:
        edges = []
        for name in self._arguments():
            pill = self.keys["argument", name]
            edges += [
                s.Edge("shared", self.keys["claim", premise], pill, self.relations[name])
                for premise in dict.fromkeys(self.graph.premises(name))
                if self.homes.get(premise) != name
            ]
        return edges

    def _contradictions(self) -> list[s.Edge]:
        """Give each contradicting pair once, whoever says so."""
        word = word_of("contradicts", self.words)
        place = {name: number for number, (sort, name) in enumerate(self.order) if sort == "claim"}
        return [
            s.Edge(
                "contradicts",
                self.keys["claim", name],
                self.keys["claim", contrary],
                "contradicts",
                word=word,
            )
            for name in place
            for contrary in self.graph.contraries(name)
            if place[name] <= place[contrary]
        ]

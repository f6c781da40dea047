"""A map as Mermaid text: a flowchart for places that draw Mermaid themselves. It knows no layout.

Ids are n0, n1, …; everything else is text in quotes, in which whatever Mermaid or HTML could read as its own is
written as an entity code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.errors import UsageError
from coldwater.model.graph import Graph
from coldwater.model.holders import Holders
from coldwater.printable import printable
from coldwater.render.digest import MARK, digest
from coldwater.render.fonts.text import wrap
from coldwater.render.palette import SIGNS, Relation, palette
from coldwater.render.reading.focus import left_out
from coldwater.render.reading.order import reading_order, relation_of
from coldwater.render.scene.staging import DIRECTIONS
from coldwater.semantics.labelling import PLAIN_WORDS
from coldwater.semantics.verdict_words import told

if TYPE_CHECKING:
    from coldwater.model.models import Map
    from coldwater.render.reading.verdicts import Verdicts, Way

_SAFE = frozenset(" ,.?!'’‘“”…–—")
_ARROWS: dict[Relation, tuple[str, str]] = {
    "supports": ("-->", "---"),
    "backs": ("-->", "---"),
    "attacks": ("-.-x", "-.-"),
    "undercuts": ("-.-o", "-.-"),
    "contradicts": ("x-.-x", "-.-"),
}
_LINE = 12.0  # em of the widest line of a text; Mermaid itself breaks lines at 200 px, which is a little more


def mermaid_text(map_: Map, direction: str = "auto", verdicts: Verdicts | None = None) -> str:
    """Give the flowchart of a map, supporters first. The same map gives the same text.

    ``direction``: left-right has the thesis at the left; top-down, and auto, on top. ``verdicts`` are shown where they
    are given: in words, and as classes ``stands``, ``falls`` and ``undecided``. Raises UsageError for other directions.
    """
    if direction not in DIRECTIONS:
        raise UsageError(f"there is no direction {direction!r}; the directions are {', '.join(DIRECTIONS)}.")
    return _Writer(map_, "RL" if direction == "left-right" else "BT", verdicts).text()


def escape(text: str) -> str:
    """Give text that is safe between quotes in Mermaid: letters, digits and plain points as they are, the rest coded.

    >>> escape('a "b" [c]')
    'a #34;b#34; #91;c#93;'
    """
    return "".join(c if c.isalnum() or c in _SAFE else f"#{ord(c)};" for c in printable(text))


def _plain(text: str) -> str:
    """Give letters, digits and blanks only; titles for screen readers know no entity codes."""
    return " ".join("".join(c if c.isalnum() or c in ",.?!’" else " " for c in printable(text)).split())


def _lines(text: str, face_width: float = _LINE) -> str:
    """Escape a text, broken into lines; Mermaid's own wrapping differs between versions."""
    # Lines never begin as a list or a heading would: Mermaid reads Markdown only in backticks, which are coded.
    return "<br/>".join(escape(line) for line in wrap(printable(text).strip(), face_width, 1.0))


class _Writer:
    """A flowchart under construction."""

    def __init__(self, map_: Map, towards: str, verdicts: Verdicts | None) -> None:
        self.map = map_
        self.towards = towards
        self.verdicts = verdicts
        self.graph = Graph(map_)
        self.nodes = {node: f"n{number}" for number, node in enumerate(reading_order(self.graph))}
        self.relations: dict[str, Relation] = {name: relation_of(self.graph, name) for name in map_.arguments}
        self.left_out = left_out(map_)
        self.holders = Holders(map_)
        self.home: dict[str, str] = {}
        for sort, name in self.nodes:
            if sort == "argument":
                for premise in self.graph.premises(name):
                    if premise not in self.graph.roots:
                        self.home.setdefault(premise, name)
        self.edges: list[tuple[str, Relation, bool]] = []  # and whether it decided the thesis

    def text(self) -> str:
        mark = digest(self.map, self.verdicts.signature() if self.verdicts else None)
        lines = [f"%% {MARK}: {mark}", f"flowchart {self.towards}"]
        lines += [f"  accTitle: {_plain(self.map.title)}"] if _plain(self.map.title) else []
        if self.verdicts:
            lines.append(f"  accDescr: {_plain(' '.join(self.verdicts.told))}")
        for sort, name in self.nodes:
            if sort == "argument":
                lines += self._argument(name)
            elif name not in self.home:
                lines.append("  " + self._claim(name))
        lines += [f"  {edge}" for edge in self._edges()]
        lines += [
            f"  linkStyle {number} stroke:{palette('light').strong[relation]},stroke-width:{5 if is_decisive else 2}px"
            for number, (_, relation, is_decisive) in enumerate(self.edges)
        ]
        return "\n".join([*lines, *self._classes(), *self._verdict_classes(), ""])

    def _claim(self, name: str) -> str:
        claim = self.map.claims[name]
        text = _lines(claim.text.strip() or name) + self._verdict(name) + self._held(name) + self._more(name)
        sort = "thesis" if name in self.graph.theses else "rival" if name in self.graph.rivals else "claim"
        text += "<br/><small>rival</small>" if sort == "rival" else ""
        question = self.graph.question_of(name)
        text += f"<br/><small>answers: {_lines(self.map.questions[question].text.strip())}</small>" if question else ""
        if sort == "claim" and name in self.home:
            sort = self.relations[self.home[name]]
        if claim.implicit and sort not in ("thesis", "rival"):
            return f'{self.nodes["claim", name]}["<i>{text}</i>"]:::{sort}Unstated'
        return f'{self.nodes["claim", name]}["{text}"]:::{sort}'

    def _argument(self, name: str) -> list[str]:
        relation, key = self.relations[name], self.nodes["argument", name]
        sign = SIGNS[relation]
        title = escape((self.map.arguments[name].title or name).strip())
        words = f"<b>{escape(sign.badge)}</b> {sign.word} <b>{title}</b>{self._verdict(name)}{self._more(name)}"
        pill = f'  {key}(["{words}"]):::{relation}Step'
        own = [premise for premise in dict.fromkeys(self.graph.premises(name)) if self.home.get(premise) == name]
        if len(own) < 2:
            return [pill, *("  " + self._claim(premise) for premise in own)]
        inner = [f"    {self._claim(premise)}" for premise in own]
        colours = palette("light")
        style = f"  style p{key[1:]} fill:{colours.tint[relation]},stroke:{colours.strong[relation]}"
        return [pill, f'  subgraph p{key[1:]}["{escape("&")}"]', "    direction LR", *inner, "  end", style]

    def _held(self, name: str) -> str:
        """Say who accepts and who rejects a claim, in small letters."""
        words = self.holders.words(name)
        return f"<br/><small>{_lines(words, 1.2 * _LINE)}</small>" if words else ""

    def _more(self, name: str) -> str:
        count = self.left_out.get(name, 0)
        return f"<br/><small>{escape(f'+{count} more')}</small>" if count else ""

    def _verdict(self, name: str) -> str:
        if self.verdicts is None:
            return ""
        words = (
            told(self.verdicts.of[name].verdict)
            if name != self.verdicts.root and name not in self.graph.theses
            else self.verdicts.sentence(name)
        )
        return f"<br/><b>{_lines(words)}</b>"

    def _verdict_classes(self) -> list[str]:
        """Give classes for what stands, what falls (its border faint) and what is undecided (its border dotted)."""
        if self.verdicts is None:
            return []
        faint = palette("light")
        looks = {
            "in": "stroke-width:2px", "out": f"color:{faint.secondary},stroke-opacity:0.45",
            "undecided": "stroke-dasharray:2 3",
        }  # fmt: skip
        lines = []
        for verdict, look in looks.items():
            keys = [
                key for (_, name), key in self.nodes.items()
                if self.verdicts.of[name].verdict == verdict and name not in self.graph.theses
            ]  # fmt: skip
            if keys:
                word = PLAIN_WORDS[verdict]
                lines += [f"  classDef {word} {look}", f"  class {','.join(keys)} {word}"]
        return lines

    def _edges(self) -> list[str]:
        for sort, name in self.nodes:
            if sort == "argument":
                self._argument_edges(name)
        place = {name: number for number, (sort, name) in enumerate(self.nodes) if sort == "claim"}
        for name, number in place.items():
            for contrary in self.graph.contraries(name):
                if number <= place[contrary]:
                    ways = ((name, contrary), (contrary, name))
                    self._edge(self.nodes["claim", name], "x-.-x", self.nodes["claim", contrary], "contradicts", *ways)
        return [edge for edge, _, _ in self.edges]

    def _argument_edges(self, name: str) -> None:
        relation, key = self.relations[name], self.nodes["argument", name]
        arrow, line = _ARROWS[relation]
        target = self.graph.target(name)
        if target is not None:
            sort = "claim" if target in self.graph.claims else "argument"
            self._edge(key, arrow, self.nodes[sort, target], relation, (name, target))
        premises = list(dict.fromkeys(self.graph.premises(name)))
        own = [premise for premise in premises if self.home.get(premise) == name]
        if len(own) > 1:
            self._edge(f"p{key[1:]}", line, key, relation, *((premise, name) for premise in own))
        for premise in premises:
            if len(own) < 2 or premise not in own:
                self._edge(self.nodes["claim", premise], line, key, relation, (premise, name))

    def _edge(self, tail: str, arrow: str, head: str, relation: Relation, *ways: Way) -> None:
        is_decisive = self.verdicts is not None and not self.verdicts.ways.isdisjoint(ways)
        self.edges.append((f"{tail} {arrow} {head}", relation, is_decisive))

    def _classes(self) -> list[str]:
        colours = palette("light")
        look = f"fill:{colours.card},color:{colours.ink},stroke:{colours.neutral}"
        look_of_rival = f"fill:{colours.card},color:{colours.ink},stroke:{colours.thesis_border},stroke-width:3px"
        classes = [
            f"  classDef thesis fill:{colours.thesis},color:{colours.thesis_ink},stroke:{colours.thesis_border}",
            *([f"  classDef rival {look_of_rival}"] if self.graph.rivals else []),
            f"  classDef claim {look}",
            f"  classDef claimUnstated {look},stroke-dasharray:5 3",
        ]
        for relation in dict.fromkeys(self.relations[name] for sort, name in self.nodes if sort == "argument"):
            strong, tint = colours.strong[relation], colours.tint[relation]
            look = f"fill:{colours.card},color:{colours.ink},stroke:{strong}"
            classes += [
                f"  classDef {relation} {look}",
                f"  classDef {relation}Unstated {look},stroke-dasharray:5 3",
                f"  classDef {relation}Step fill:{tint},color:{strong},stroke:{strong},stroke-width:2px",
            ]
        return classes

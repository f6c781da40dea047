"""Kialo's text read: claims, a supporting or attacking argument for each line below another, sources and citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.formats.foreign.gathering import Gathering
from coldwater.formats.foreign.links import Cited
from coldwater.formats.foreign.texts import decoded, one_line
from coldwater.formats.kialo.layout import laid_out
from coldwater.formats.kialo.words import plain, seen

if TYPE_CHECKING:
    from coldwater.formats.foreign.gathering import Entry
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.kialo.layout import Layout, Node


def read(format_: str, given: Given) -> Imported:
    """Read an export."""
    from coldwater.findings import START  # noqa: PLC0415

    text, said = decoded(given.data)
    gathering = Gathering(format_, given)
    if said:
        gathering.remark(START, said)
    layout = laid_out(text)
    gathering.title = layout.title
    if layout.is_old:
        gathering.kept["layout"] = "old"
    _Reader(gathering, layout).read()
    return gathering.finish()


class _Reader:
    def __init__(self, gathering: Gathering, layout: Layout) -> None:
        self.gathering = gathering
        self.nodes = layout.nodes
        self.first: dict[str, Node] = {}
        for node in layout.nodes:
            self.first.setdefault(node.number, node)
        self.sources = {source.number: source for source in layout.sources}
        self.cited = Cited(gathering)
        self.source_entries = {
            number: self.cited.source(source.words or f"[{number}]", source.place)
            for number, source in self.sources.items()
        }
        self.used: set[str] = set()
        self.claims: dict[Node, Entry] = {}

    def read(self) -> None:
        """Take claims, then what they are for."""
        questions = self._questions()
        self._say_questions(questions)
        for node in self.nodes:
            if node not in questions and (seen(node.raw) is None or not node.parent):
                self.claims[node] = self._claim(node)
        for node in self.nodes:
            claim = None if node in questions else self._claim_of(node)
            if claim is not None:
                self._relate(node, claim, questions)
        for number, source in self.sources.items():
            if number not in self.used:
                entry = self.source_entries[number]
                entry.kept.setdefault("entries", []).append([number, source.quote])
                if source.quote:
                    self.gathering.lose(
                        "quotation that no claim refers to", "it has no place in a map",
                        f"[{number}]", many="quotations that no claim refers to",
                    )  # fmt: skip

    def _questions(self) -> set[Node]:
        """Give the roots that are no claims: what is below them are theses, neither pro nor con."""
        below: dict[str, list[Node]] = {}
        for node in self.nodes:
            below.setdefault(node.parent, []).append(node)
        return {
            root
            for root in below.get("", ())
            if not any(node.stance in ("Pro", "Con") for node in below.get(root.number, ()))
            and (root.stance == "Question" or (not root.stance and below.get(root.number)))
        }

    def _say_questions(self, questions: set[Node]) -> None:
        """Keep the text of a question: it is the title of the discussion, or else says what that is about."""
        said = [text for node in self.nodes if node in questions and (text := plain(node.raw, ()).text)]
        if not said:
            return
        self.gathering.kept["questions"] = said
        self.gathering.title = self.gathering.title.strip() or said[0]
        others = [text for text in said if one_line(text) != one_line(self.gathering.title)]
        self.gathering.fields["description"] = "\n".join(others)

    def _claim(self, node: Node) -> Entry:
        raw = node.raw
        found = plain(raw, self.sources)
        claim = self.gathering.claim(found.text, id_=node.number, place=node.place)
        if found.text != raw:
            claim.kept["text"] = raw
        for number in found.numbers:
            self.used.add(number)
            source = self.sources[number]
            self.gathering.cite(claim, self.source_entries[number], quote=source.quote, **{"x-from": {"n": number}})
        for _, url in found.links:
            self.gathering.cite(claim, self.cited.source(url, node.place))
        return claim

    def _claim_of(self, node: Node) -> Entry | None:
        """Give the claim of a node, that which it links to if it is a link; None if that leads nowhere."""
        way: set[Node] = set()
        at: Node | None = node
        while at is not None and at not in self.claims and at not in way:
            way.add(at)
            at = self.first.get(seen(at.raw) or "")
        claim = None if at is None else self.claims.get(at)
        if claim is None:
            self.gathering.remark(node.place, f"`{node.raw[:60]}` leads to no claim, and is left out")
            self.gathering.lose("link", "it leads to no claim of the file", node.number)
        return claim

    def _relate(self, node: Node, claim: Entry, questions: set[Node]) -> None:
        above = self._above(node)
        if above is None or above in questions or node.stance in ("Thesis", "Question"):
            if node.stance in ("Pro", "Con"):
                self.gathering.remark(node.place, f"there is no claim that {node.number} could be pro or con")
            if claim not in self.gathering.theses:
                self.gathering.theses.append(claim)
            return
        target = self.claims.get(above) or self._claim_of(above)
        if target is None:
            return
        if not node.stance:
            self.gathering.remark(node.place, f"{node.number} is neither pro nor con; it is taken for pro")
        self.gathering.argument(
            [claim], target, attacks=node.stance == "Con", id_=node.number, place=node.place
        )  # fmt: skip

    def _above(self, node: Node) -> Node | None:
        """Give the nearest claim above that is in the file, with a remark if it is not the one right above."""
        parent = node.parent
        while parent and parent not in self.first:
            parent = parent[: parent.rstrip(".").rfind(".") + 1]
        if parent != node.parent:
            what = f"; it is taken to be about {parent}" if parent else ""
            self.gathering.remark(node.place, f"there is no {node.parent} for {node.number} to be about{what}")
        return self.first.get(parent)

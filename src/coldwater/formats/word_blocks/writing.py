"""A map as a block file: a block for what speaks for a claim or step, one for what speaks against; a tag an argument.

Premises are tags, what they cite are cards; the ids of the map stand small and grey behind the texts, so that the file
comes back as the same map (``pages``).
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from coldwater.formats.foreign.losses import Losses
from coldwater.formats.foreign.outgoing import Written, lose_fields
from coldwater.formats.foreign.texts import one_line
from coldwater.formats.word_blocks.document import CITE, LEAD, MAP_ID, UNDERLINE, packed, paragraph
from coldwater.model.cards import pieces
from coldwater.model.data import as_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coldwater.formats.foreign.outgoing import Outgoing
    from coldwater.formats.word_blocks.document import Words

#: Fields of a map and of a source that stand in lines of their own, each led by its name.
MAP_FIELDS = ("description", "language", "draft", "shape", "standard", "weighing")
SOURCE_FIELDS = (
    "type", "author", "qualifications", "issued", "publisher", "container-title", "URL", "accessed", "language",
    "grade", "text", "note",
)  # fmt: skip
_CARRIED = {
    "Map": ("title", "thesis", "rivals", *MAP_FIELDS),
    "Claim": ("text", "cites", "tags"),
    "Argument": ("title", "premises", "supports", "attacks", "cites"),
    "Source": ("title", *SOURCE_FIELDS),
    "Citation": ("source", "locator", "quote", "quotes", "passage"),
}
_WHY = "a block file has no place for it"
_BLOCKS = {("claims", False): "For:", ("claims", True): "AT:", ("arguments", False): "For the step:",
           ("arguments", True): "AT the step:"}  # fmt: skip


def write_blocks(outgoing: Outgoing) -> Written:
    """Write a map as a block file. Cost: linear."""
    losses = Losses()
    lose_fields(losses, outgoing, _CARRIED, _WHY)
    page = _Page(as_data(outgoing.map), losses)
    title = one_line(outgoing.map.title)
    return Written(packed(page.paragraphs(), title, outgoing.map.language or "en"), losses.all())


class _Page:
    def __init__(self, data: Mapping[str, Any], losses: Losses) -> None:
        self._data = data
        self._losses = losses
        self._claims = {id_: {"text": one} if isinstance(one, str) else one for id_, one in data["claims"].items()}
        self._arguments: Mapping[str, Any] = data.get("arguments", {})
        self._sources: Mapping[str, Any] = data.get("sources", {})
        self._told: set[str] = set()
        self._on: dict[str, list[str]] = {}
        for id_, argument in self._arguments.items():
            self._on.setdefault(_target(argument), []).append(id_)

    def paragraphs(self) -> Iterator[str]:
        """Give the page: title, theses, what hangs on them, what hangs on nothing, sources."""
        yield paragraph([(self._data["title"], "")], 1)
        for key in MAP_FIELDS:
            if key in self._data:
                yield _labelled(key, self._data[key])
        theses = self._data["thesis"]
        theses = [theses] if isinstance(theses, str) else theses
        roots = [*((one, "Thesis:") for one in theses), *((one, "Rival:") for one in self._data.get("rivals", ()))]
        for root, lead in roots:
            yield paragraph([(f"{lead} ", LEAD), (self._claims[root]["text"], UNDERLINE), *_tag(root)])
            yield from self._about(root)
        for root, _ in roots:
            yield from self._hat([(self._claims[root]["text"], "")], [root])
        yield from self._hat([("Other claims", LEAD)], self._claims)
        for target in list(self._on):  # arguments that bear on each other, and on no claim in the end
            yield from self._from(target)
        if self._sources:
            yield paragraph([("Sources", LEAD)], 2)
            for id_, source in self._sources.items():
                yield from self._source(id_, source)

    def _hat(self, head: Sequence[Words], starts: Sequence[str] | Mapping[str, Any]) -> Iterator[str]:
        """Set all blocks that lead to some claims and are not there yet, and the claims that stand nowhere else."""
        inside = [line for start in starts for line in self._from(start)]
        if inside:
            yield paragraph(head, 2)
            yield from inside

    def _from(self, start: str) -> Iterator[str]:
        if start in self._claims and start not in self._told:
            yield paragraph([(self._claims[start]["text"], UNDERLINE), *_tag(start)], depth=0)
            yield from self._about(start)
        waiting = deque([start])
        while waiting:
            target = waiting.popleft()
            found = self._on.pop(target, [])
            for attacks in (False, True):
                names = [name for name in found if ("attacks" in self._arguments[name]) == attacks]
                if names:
                    yield from self._block(target, names, attacks)
                for name in names:
                    waiting += [*self._arguments[name]["premises"], name]

    def _block(self, target: str, names: Sequence[str], attacks: bool) -> Iterator[str]:
        section = "claims" if target in self._claims else "arguments"
        text = self._claims[target]["text"] if section == "claims" else self._called(target)
        yield paragraph([(f"{_BLOCKS[section, attacks]} ", LEAD), (text, ""), *_tag(target)], 3)
        for name in names:
            yield from self._argument(name)

    def _called(self, name: str) -> str:
        argument = self._arguments[name]
        text: str = argument.get("title") or self._claims[argument["premises"][0]]["text"]
        return text

    def _argument(self, name: str) -> Iterator[str]:
        """Set an argument: alone, its premise is its tag; else its title, or its first premise, with all below it."""
        argument = self._arguments[name]
        premises = argument["premises"]
        if len(premises) == 1 and "title" not in argument and not argument.get("cites"):
            yield paragraph([(self._claims[premises[0]]["text"], ""), *_tag(name, premises[0])], 4)
            yield from self._about(premises[0])
            return
        lead = [("Step: ", LEAD)] if "title" not in argument else []
        yield paragraph([*lead, (self._called(name), ""), *_tag(name)], 4)
        yield from self._cards(argument.get("cites", ()), name)
        for premise in premises:
            yield paragraph([(self._claims[premise]["text"], UNDERLINE), *_tag(premise)], depth=0)
            yield from self._about(premise)

    def _about(self, name: str) -> Iterator[str]:
        """Set what is to be said of a claim besides its text, the first time that it stands on the page."""
        if name in self._told:
            return
        self._told.add(name)
        for tag in self._claims[name].get("tags", ()):
            yield _labelled("tag", tag, depth=1)
        yield from self._cards(self._claims[name].get("cites", ()), name)

    def _cards(self, cites: Any, owner: str) -> Iterator[str]:
        for citation in cites:
            yield self._cite(citation)
            quote, quotes, passage = citation.get("quote"), citation.get("quotes", ()), citation.get("passage")
            said = [*([] if quote is None else [quote]), *quotes]
            if bool(quote) == bool(quotes) if said else False:
                why = "one quote stands alone and several in a list when the file comes back"
                self._losses.add("`quote` beside `quotes`", why, owner, many="`quote` beside `quotes`",
                                 field=("Citation", "quotes"))  # fmt: skip
            elif len(quotes) == 1:
                why = "one quote stands alone when the file comes back"
                self._losses.add("list of one quote", why, owner, many="lists of one quote",
                                 field=("Citation", "quotes"))  # fmt: skip
            found = pieces(passage, said) if passage is not None and said else ()
            is_marked = bool(said) and [piece for piece, is_read in found if is_read] == said
            if passage is not None:
                runs = found if is_marked else ((passage, False),)
                yield paragraph([(piece, UNDERLINE if is_read else "") for piece, is_read in runs])
            for one in () if is_marked else said:
                yield paragraph([("Words: ", LEAD), (one, UNDERLINE)])

    def _cite(self, citation: Mapping[str, Any]) -> str:
        source = self._sources.get(citation["source"], {})
        what = [one for one in (source.get("qualifications"), source.get("title")) if one]
        who = " ".join(one for one in (_authors(source), str(source.get("issued", ""))[:4]) if one)
        between = ", " if who and what else ""
        where = [(", ", ""), (citation["locator"], LEAD)] if "locator" in citation else []
        words = [("Source: ", LEAD), (who, CITE), (between + ", ".join(what), ""), *where]
        return paragraph([*words, *_tag(citation["source"])])

    def _source(self, id_: str, source: Mapping[str, Any]) -> Iterator[str]:
        yield paragraph([(source["title"], ""), *_tag(id_)], depth=0)
        for key in SOURCE_FIELDS:
            if key == "author":
                yield from self._written_by(id_, source.get(key, ()))
            elif key in source:
                if key == "issued" and isinstance(source[key], str) and source[key].isdigit():
                    self._losses.add("year in quotes", "it comes back as a number", id_, many="years in quotes",
                                     field=("Source", "issued"))  # fmt: skip
                yield _labelled(key, source[key], depth=1)

    def _written_by(self, id_: str, authors: Sequence[Any]) -> Iterator[str]:
        for author in authors:
            if not isinstance(author, str):
                why = "the name is written out"
                self._losses.add("part of a name", why, id_, many="parts of names", field=("Source", "author"))
            yield _labelled("author", author if isinstance(author, str) else _whole_name(author), depth=1)


def _tag(*ids: str) -> list[Words]:
    return [(f" {'; '.join(ids)}", MAP_ID)]


def _labelled(key: str, value: object, depth: int | None = None) -> str:
    said = str(value).lower() if isinstance(value, bool) else str(value)
    return paragraph([(f"{key[:1].upper()}{key[1:]}: ", LEAD), (said, "")], depth=depth)


def _target(argument: Mapping[str, Any]) -> str:
    target: str = argument.get("supports") or argument["attacks"]
    return target


def _authors(source: Mapping[str, Any]) -> str:
    names = [one if isinstance(one, str) else one.get("family") or one["literal"] for one in source.get("author", ())]
    return f"{names[0]} et al." if len(names) > 2 else " and ".join(names)


def _whole_name(author: Mapping[str, Any]) -> str:
    return author.get("literal") or ", ".join(one for one in (author.get("family"), author.get("given")) if one)

"""A map as the rows of a table, from its theses down: a row for each premise of each argument."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.formats.foreign.losses import Losses
from coldwater.formats.foreign.naming import id_of_words
from coldwater.formats.foreign.outgoing import lose_fields
from coldwater.formats.foreign.texts import cleaned, one_line
from coldwater.formats.foreign.trees import theses_of
from coldwater.formats.tables.cells import listed
from coldwater.formats.tables.fields import SOURCE
from coldwater.model.graph import Graph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coldwater.formats.foreign.losses import Loss
    from coldwater.formats.foreign.outgoing import Outgoing

CARRIED = {
    "Map": ("title", "thesis", "rivals"),
    "Claim": (
        "text", "kind", "status", "credence", "standard", "implicit", "contradicts", "cites", "tags", "note",
    ),
    "Argument": ("title", "premises", "supports", "attacks", "scheme", "strength", "cites", "tags", "note"),
    "Source": ("title", *SOURCE.values()),
    "Citation": ("source", "locator", "quote"),
    "Position": ("name", "accepts", "rejects"),
}  # fmt: skip
#: All columns, in their order; those that nothing is in are left out, but for the first five.
COLUMNS = (
    "id", "parent", "relation", "argument", "text", "title", "kind", "status", "credence", "standard", "implicit",
    "contradicts", "strength", "scheme", "tags", "note", "argument tags", "argument note", "accepted by", "rejected by",
    "source id", "source", *SOURCE, "locator", "quote",
)  # fmt: skip
_ALWAYS = 5
_WHY = "a table has no column for it"


def table_of(outgoing: Outgoing) -> tuple[list[list[str]], tuple[Loss, ...]]:
    """Give the rows of a map, with a header, and what is not in them."""
    losses = Losses()
    lose_fields(losses, outgoing, CARRIED, _WHY)
    records = list(_Rows(outgoing, losses).all())
    used = [name for place, name in enumerate(COLUMNS) if place < _ALWAYS or any(name in record for record in records)]
    return [used, *([record.get(name, "") for name in used] for record in records)], losses.all()


class _Rows:
    def __init__(self, outgoing: Outgoing, losses: Losses) -> None:
        self.map = outgoing.map
        self.graph = Graph(outgoing.map)
        self.losses = losses
        self.theses = theses_of(outgoing)
        self._told: set[str] = set()
        self._told_sources: set[str] = set()
        self._held = self._holders()

    def all(self) -> Iterator[dict[str, str]]:
        """Give all rows. A claim is told in full in its first row; every other has just its id."""
        unused = [claim for claim in self.map.claims if not self.graph.uses(claim)]
        for number, root in enumerate(dict.fromkeys([*self.theses, *unused])):
            role = "" if number >= len(self.theses) else "rival" if root in self.map.rivals else "thesis"
            yield from self._claim(root, {"relation": role, "title": self._title() if number == 0 else ""})
        for argument in self._in_order():
            yield from self._argument(argument)
        for id_ in self.map.sources:
            if id_ not in self._told_sources:
                yield _filled(self._source(id_))

    def _title(self) -> str:
        title = one_line(self.map.title) or "…"
        if title != self.map.title:
            self.losses.add(
                "line end or blank", "a title is one line, without blanks around it", many="line ends or blanks"
            )
        return title

    def _in_order(self) -> list[str]:
        """Give the arguments as they are read: those about a claim, each followed by those about its premises."""
        done: dict[str, None] = {}
        for root in (*self.theses, *self.map.claims, *self.map.arguments):
            waiting = [root]
            while waiting:
                node = waiting.pop()
                if node in self.map.arguments and node not in self.map.claims:
                    if node in done:
                        continue
                    done[node] = None
                    waiting += reversed(self.map.arguments[node].premises)
                waiting += [one for one in reversed(self.graph.incoming(node)) if one not in done]
        return [*done, *(one for one in self.map.arguments if one not in done)]

    def _argument(self, id_: str) -> Iterator[dict[str, str]]:
        argument = self.map.arguments[id_]
        relation = "supports" if argument.attacks is None else "attacks"
        said = {"title": argument.title, "scheme": argument.scheme, "argument note": argument.note}
        own = {key: self._said(value, id_) for key, value in said.items()}
        own["argument tags"] = self._listed(argument.tags, id_)
        own["strength"] = "" if argument.strength is None else repr(float(argument.strength))
        for premise in argument.premises:
            row = {"parent": argument.target, "relation": relation, "argument": id_, **own}
            yield from self._claim(premise, row)
            own = {}
        for citation in argument.cites:
            yield _filled({"argument": id_, **self._citation(citation, id_)})

    def _claim(self, id_: str, row: Mapping[str, str]) -> Iterator[dict[str, str]]:
        if id_ in self._told:
            yield _filled({"id": id_, **row})
            return
        self._told.add(id_)
        claim = self.map.claims[id_]
        cites = [self._citation(citation, id_) for citation in claim.cites]
        words = {
            "text": self._said(claim.text, id_) or "…",
            "kind": claim.kind or "", "status": claim.status or "", "standard": claim.standard or "",
            "credence": "" if claim.credence is None else repr(float(claim.credence)),
            "implicit": "yes" if claim.implicit else "", "contradicts": "; ".join(claim.contradicts),
            "tags": self._listed(claim.tags, id_), "note": self._said(claim.note, id_),
            "accepted by": listed(self._held.get((id_, "accepts"), ())),
            "rejected by": listed(self._held.get((id_, "rejects"), ())),
        }  # fmt: skip
        yield _filled({"id": id_, **row, **words, **(cites[0] if cites else {})})
        for citation in cites[1:]:
            yield _filled({"id": id_, **citation})

    # --- sources and positions ---------------------------------------------------------------------------------------

    def _citation(self, citation: Any, id_: str) -> dict[str, str]:
        source = self._source(citation.source) if citation.source not in self._told_sources else {}
        said = {"locator": self._said(citation.locator, id_), "quote": self._said(citation.quote, id_)}
        return {"source id": citation.source, **source, **said}

    def _source(self, id_: str) -> dict[str, str]:
        self._told_sources.add(id_)
        source = self.map.sources.get(id_)
        if source is None:
            return {}
        row = {"source id": id_, "source": self._title_of(source.title, id_)}
        names = {"url": source.url, "source type": source.type, "publisher": source.publisher}
        names["container"] = source.container_title
        row |= {key: self._said(value, id_) for key, value in names.items()}
        row["issued"] = f"{source.issued:04}" if isinstance(source.issued, int) else str(source.issued or "")
        if isinstance(source.issued, int):
            self.losses.add(
                "year as a number", "a cell is text", id_, many="years as numbers", field=("Source", "issued")
            )
        authors = source.author or ()
        if any(not isinstance(author, str) for author in authors):
            self.losses.add(
                "parts of a name", "a cell has the whole name", id_, many="parts of names", field=("Source", "author")
            )
        row["author"] = self._listed([_name(author) for author in authors], id_)
        return row

    def _title_of(self, title: str, id_: str) -> str:
        said = one_line(title) or "…"
        if said != title:
            self._lose_signs(id_)
        return said

    def _holders(self) -> dict[tuple[str, str], list[str]]:
        held: dict[tuple[str, str], list[str]] = {}
        names: set[str] = set()
        for id_, position in self.map.positions.items():
            name = one_line(position.name)
            if not name or name in names or not (position.accepts or position.rejects):
                why = "a table tells positions by what they hold and by their names"
                self.losses.add("position", why, id_, field=("Map", "positions"))
                continue
            names.add(name)
            if name != position.name:
                self._lose_signs(id_)
            if id_of_words(name) != id_:
                self.losses.add("id of a position", "a table has their names alone", id_, many="ids of positions")
            for word in ("accepts", "rejects"):
                for claim in getattr(position, word):
                    held.setdefault((claim, word), []).append(name)
        return held

    # --- texts -------------------------------------------------------------------------------------------------------

    def _said(self, value: str | None, id_: str) -> str:
        if value is None:
            return ""
        said = cleaned(value)
        if said != value:
            self._lose_signs(id_)
        return said

    def _listed(self, values: Iterable[str], id_: str) -> str:
        return listed(said for value in values if (said := self._said(value, id_)))

    def _lose_signs(self, id_: str) -> None:
        why = "no cell holds them"
        self.losses.add("control character or blank", why, id_, many="control characters or blanks around texts")


def _filled(row: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in row.items() if value}


def _name(author: Any) -> str:
    if isinstance(author, str):
        return author
    return author.literal or ", ".join(part for part in (author.family, author.given) if part)

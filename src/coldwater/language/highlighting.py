"""What names what, for colours: claims, arguments and sources, with the side they serve and their verdict."""

from __future__ import annotations

from coldwater.language.layout import IdAt
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.language.known import Known
    from coldwater.language.open_map import OpenMap

#: The kinds of what is coloured, and what may be said of one besides.
KINDS = ("claim", "argument", "source", "position", "question", "field")
TRAITS = ("declaration", "pro", "con", "in", "out", "undecided", "unknown")
_KIND_OF = {"claims": "claim", "arguments": "argument", "sources": "source", "positions": "position",
            "questions": "question"}  # fmt: skip


class Colour(NamedTuple):
    """A stretch of the text, the kind of what it names, and its traits."""

    start: int
    end: int
    kind: str
    traits: tuple[str, ...]


class Naming:
    """What the ids of a text name, as it is now: its kind and its traits."""

    def __init__(self, open_map: OpenMap) -> None:
        self._layout = open_map.layout
        self._known, _ = open_map.judged()
        self._traits: dict[tuple[str, str], tuple[str, ...]] = {}

    def of(self, sections: tuple[str, ...], id_: str, *, is_declared: bool) -> tuple[str, tuple[str, ...]]:
        """Give the kind and the traits of an id that may name an entry of these sections."""
        section = next((one for one in sections if self._layout.has(one, id_)), None)
        traits = ("declaration",) if is_declared else ()
        if section is None:
            return _KIND_OF[sections[0]], (*traits, "unknown")
        if (section, id_) not in self._traits:
            self._traits[section, id_] = _traits(self._known, section, id_)
        return _KIND_OF[section], (*traits, *self._traits[section, id_])


def colours(open_map: OpenMap, start: int = 0, end: int | None = None) -> Iterator[Colour]:
    """Give what names something, in order, between two offsets."""
    naming = Naming(open_map)
    for token, sections in open_map.layout.named(start, len(open_map.text) if end is None else end):
        if sections:
            at = IdAt(token, sections)
            yield Colour(*token.inner, *naming.of(sections, at.id, is_declared=at.is_declared))
        elif token.is_key:
            yield Colour(*token.inner, "field", ())


def _traits(known: Known | None, section: str, id_: str) -> tuple[str, ...]:
    if known is None or section not in ("claims", "arguments") or not known.graph.has(id_):
        return ()
    sides = known.sides(id_)
    found = known.verdict(id_)
    return (*(side for side in ("pro", "con") if sides == {side}), *(() if found is None else (found[0],)))

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


def colours(open_map: OpenMap, start: int = 0, end: int | None = None) -> Iterator[Colour]:
    """Give what names something, in order, between two offsets."""
    layout = open_map.layout
    known, _ = open_map.judged()
    stop = len(open_map.text) if end is None else end
    traits_of: dict[tuple[str, str], tuple[str, ...]] = {}
    for token, sections in layout.named(start, stop):
        if not sections:
            if token.is_key:
                yield Colour(*token.inner, "field", ())
            continue
        at = IdAt(token, sections)
        section = next((one for one in sections if layout.has(one, at.id)), None)
        traits = ("declaration",) if at.is_declared else ()
        if section is None:
            yield Colour(*token.inner, _KIND_OF[sections[0]], (*traits, "unknown"))
        else:
            if (section, at.id) not in traits_of:
                traits_of[section, at.id] = _traits(known, section, at.id)
            yield Colour(*token.inner, _KIND_OF[section], (*traits, *traits_of[section, at.id]))


def _traits(known: Known | None, section: str, id_: str) -> tuple[str, ...]:
    if known is None or section not in ("claims", "arguments") or not known.graph.has(id_):
        return ()
    sides = known.sides(id_)
    found = known.verdict(id_)
    return (*(side for side in ("pro", "con") if sides == {side}), *(() if found is None else (found[0],)))

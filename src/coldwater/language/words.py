"""What is told of an entry in one line: for lists, hovers and the tree of a map. It knows no place in a text."""

from __future__ import annotations

from coldwater.printable import printable
from coldwater.semantics.verdict_words import MARKS, PLAIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.language.known import Known
    from coldwater.language.open_map import OpenMap
    from coldwater.model.models import Map

#: What a verdict is called in a word or two behind a mark, by its reason.
SHORT = {
    "granted": "granted", "grounded": "grounded", "supported": "supported", "outweighs": "outweighs",
    "stands": "stands", "refuted": "refuted", "outweighed": "outweighed", "unsupported": "unsupported",
    "set-aside": "rejected", "premise-out": "a premise falls", "undercut": "undercut", "tied": "tied",
    "open": "open", "depends": "depends",
}  # fmt: skip
_LONGEST = 160


def one_line(text: str, most: int = _LONGEST) -> str:
    """Give a text on one line, cut where it is too long.

    >>> one_line("The bridge  is old.", 12)
    'The bridge…'
    """
    is_plain = text.isascii() and text.isprintable() and "  " not in text
    line = text.strip() if is_plain else " ".join(printable(text).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def said_of(open_map: OpenMap, sections: Sequence[str], id_: str) -> str | None:
    """Give what an entry says: of what is written now, else of the map as it was last read; None if it is not there."""
    for section in sections:
        if open_map.layout.has(section, id_):
            written = _written(open_map, section, id_)
            return written or _known(open_map.map(), section, id_) or ""
    return None


_SAYS = {"claims": "text", "arguments": "title", "sources": "title", "positions": "name", "questions": "text"}


def _written(open_map: OpenMap, section: str, id_: str) -> str | None:
    values = open_map.layout.values(section, id_)
    found = values.get((_SAYS[section],)) or values.get(())
    return one_line(found) if found else None


def _known(map_: Map | None, section: str, id_: str) -> str | None:
    entry = None if map_ is None else getattr(map_, section).get(id_)
    if entry is None:
        return None
    said = getattr(entry, _SAYS[section])
    if said is None and map_ is not None:
        return argument_named(map_, id_)
    return one_line(said) if said else None


def argument_named(map_: Map, id_: str) -> str:
    """Name an argument by its title, or by its first premise."""
    argument = map_.arguments[id_]
    if argument.title:
        return one_line(argument.title)
    claim = map_.claims.get(argument.premises[0]) if argument.premises else None
    more = f" and {len(argument.premises) - 1} more" if len(argument.premises) > 1 else ""
    return f"from “{one_line(claim.text, 80).rstrip('.')}”{more}" if claim is not None else id_


def said(map_: Map, id_: str) -> str:
    """Give what a claim says, or name an argument."""
    return one_line(map_.claims[id_].text) if id_ in map_.claims else argument_named(map_, id_)


def verdict_mark(known: Known, id_: str) -> str | None:
    """Give mark and reason of a verdict: ``✗ outweighed``; None where there is none."""
    found = known.verdict(id_)
    return None if found is None else f"{MARKS[found[0]]} {SHORT.get(found[1], found[1])}"


def verdict_told(known: Known, id_: str) -> str | None:
    """Give a verdict and why in a few words: ``falls: outweighed``; None where there is none."""
    found = known.verdict(id_)
    if found is None:
        return None
    word, reason = PLAIN[found[0]], SHORT.get(found[1], found[1])
    return word if reason == word else f"{word}: {reason}"

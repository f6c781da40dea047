"""What is shown beside the text: a line above claims with what bears on them, and verdicts behind their ids."""

from __future__ import annotations

from coldwater.language.layout import IdAt
from coldwater.language.words import said, verdict_mark, verdict_told
from coldwater.records import NamedTuple
from coldwater.report.counts import plural

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.language.known import Known
    from coldwater.language.open_map import OpenMap


class Lens(NamedTuple):
    """A line above an entry: what it says, the entry, where its key stands, and where to go from it."""

    text: str
    section: str
    id: str
    start: int
    end: int


class Mark(NamedTuple):
    """A verdict behind an id: where it is shown, in a word or two, and in a sentence."""

    offset: int
    text: str
    told: str


def lenses(open_map: OpenMap) -> Iterator[Lens]:
    """Give a line for each claim that arguments bear on, for theses and rivals, and for what is in a crux."""
    known, is_current = open_map.judged()
    if known is None:
        return
    roots = {*known.map.theses, *known.map.rivals}
    for entry in open_map.layout.entries():
        if entry.section != "claims" or entry.id not in known.map.claims:
            continue
        bearing = len(known.graph.incoming(entry.id))
        cruxes = known.cruxes_with(entry.id)
        if not bearing and not cruxes and entry.id not in roots:
            continue
        yield Lens(_told(known, entry.id, bearing, cruxes, is_current), entry.section, entry.id, *entry.key[:2])


def _told(known: Known, id_: str, bearing: int, cruxes: int | None, is_current: bool) -> str:
    """Say how many arguments bear on a claim, its verdict and in how many cruxes it is."""
    map_ = known.map
    role = "thesis: " if id_ in map_.theses else "rival: " if id_ in map_.rivals else ""
    verdict = verdict_told(known, id_)
    parts = [*([plural(bearing, "argument")] if bearing else []), *([verdict] if verdict else [])]
    told = role + ", ".join(parts)
    if cruxes:
        told += f" · in {cruxes} cruxes" if cruxes != 1 else " · in 1 crux"
    return told if is_current else f"{told} (before the last edits)"


def marks(open_map: OpenMap, start: int, end: int) -> Iterator[Mark]:
    """Give the verdicts of the claims and arguments that are named between two offsets, in order."""
    known, is_current = open_map.judged()
    if known is None:
        return
    layout = open_map.layout
    for token, sections in layout.named(start, end):
        at = IdAt(token, sections)
        if token.end > end or not set(sections) & {"claims", "arguments"}:
            continue
        if token.path[0] in ("lint", "expect") or not known.graph.has(at.id):
            continue
        mark = verdict_mark(known, at.id)
        if mark is not None:
            stale = "" if is_current else " (before the last edits)"
            told = f"{said(known.map, at.id)} — {verdict_told(known, at.id)}{stale}"
            yield Mark(token.end, mark if token.is_key and len(token.path) == 2 else mark.split(" ")[0], told)

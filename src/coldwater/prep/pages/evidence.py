"""The evidence of a side as part of a page: a table for each source, with what rests on it."""

from __future__ import annotations

from coldwater.prep.pages.citing import in_full, quoted, who_and_when
from coldwater.prep.pages.held import in_a_cell, tags_of
from coldwater.prep.setting.page import Heading, Line, Source, Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.prep.material.brief import Brief, Evidence
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.setting.page import Part

#: How many citations are on the page; JSON holds all.
_CITATIONS = 60


def evidence_parts(prep: Preparation, brief: Brief) -> Iterator[Part]:
    """Give what the claims of a side rest on, source by source."""
    yield Heading(2, "Evidence")
    if not brief.evidence:
        yield Line("No claim of ours cites a source.")
        return
    shown = brief.evidence[:_CITATIONS]
    for source in dict.fromkeys(one.citation.source for one in shown):
        yield _cited(prep, source, [one for one in shown if one.citation.source == source])
    if len(brief.evidence) > _CITATIONS:
        yield Line(f"And {len(brief.evidence) - _CITATIONS:,} more citations.")


def _cited(prep: Preparation, source: str, evidence: Sequence[Evidence]) -> Table:
    """Set what rests on one source: the claims, who speaks in it, where, and the words, each if there are any.

    Who else holds a claim comes last, and its tags.
    """
    holders, names = prep.holders, [prep.names[one.node] for one in evidence]
    columns = {
        "Claim": [prep.title(one.node) for one in evidence],
        "Said by": [holders.names(holders.speakers(name, source)) for name in names],
        "Where": [one.citation.locator or "" for one in evidence],
        "Words": [quoted(one.citation) for one in evidence],
        "Positions": [in_a_cell(holders, name, source) for name in names],
        "Tags": [", ".join(tags_of(prep.map, name)) for name in names],
    }
    header = tuple(name for name, cells in columns.items() if any(cells))
    rows = tuple(zip(*(columns[name] for name in header), strict=True))
    words = header.index("Words") if "Words" in header else None
    return Table(header, rows, tuple(names), words, Source(*_whole(prep, source), tag=source))


def _whole(prep: Preparation, name: str) -> tuple[str, str]:
    source = prep.map.sources.get(name)
    return ("", name) if source is None else (who_and_when(source), in_full(source))

"""Sources and citations of cards: the same cite line is the same source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from coldwater.formats.foreign.texts import one_line
from coldwater.formats.word_blocks.cite_line import parsed

if TYPE_CHECKING:
    from coldwater.formats.foreign.gathering import Entry, Gathering
    from coldwater.formats.word_blocks.cards import Card
    from coldwater.formats.word_blocks.paragraphs import Paragraph

_UNNAMED = "Source not named"


class Citing:
    """Puts the cards of a file on the claims that they are for."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._sources: dict[tuple[str, ...], Entry] = {}

    def card(self, claim: Entry, card: Card) -> None:
        """Cite what a card is from, with its passage and what is read out of it."""
        self._gathering.cite(claim, self._source(card.cite), **said(card.passage, card.quotes))

    def _source(self, cite: Paragraph | None) -> Entry:
        if cite is None:
            key: tuple[str, ...] = ("",)
            if key not in self._sources:
                self._sources[key] = self._gathering.source(_UNNAMED, wish="not-named")
            return self._sources[key]
        line = one_line(cite.text)
        marked = "".join(run.text for run in cite.runs if run.role == "cite")
        found = parsed(line, marked)
        url = found.url or next((link for link in cite.links if re.match(r"https?://[!-~]+$", link)), "")
        known = (found.author, found.issued, found.title, url) if found.title or url else (line.casefold(),)
        if known not in self._sources:
            who = " ".join(word for word in (found.author, found.issued[:4]) if word)
            fields: dict[str, Any] = {
                "author": [{"family": name, "given": given} if given else name for name, given in found.authors],
                "qualifications": found.qualifications,
                "issued": int(found.issued) if len(found.issued) == 4 else found.issued,
                "container-title": found.container,
                "URL": url,
                "accessed": found.accessed,
                "note": line if line not in (found.title, who) else "",
            }
            title = found.title or who or line
            self._sources[known] = self._gathering.source(title, wish=who or title, **fields)
        return self._sources[known]


def said(passage: str, quotes: tuple[str, ...]) -> dict[str, Any]:
    """Give the fields of a citation for a passage and what is read out of it; one quote stands alone."""
    return {
        "quote": quotes[0] if len(quotes) == 1 else "",
        "quotes": list(quotes) if len(quotes) > 1 else [],
        "passage": passage,
    }

"""Sources on paper: in full the first time, then in short, or in a note; and cards, which are a cite and a passage.

In full is: the author with given name, qualifications, title, container, publisher, full date, address, when it was
looked up. Positions that speak in a source are named as evaluation names them. Texts of a map stand as they are.
"""

from __future__ import annotations

from coldwater.prep.pages.held import said_by
from coldwater.prep.setting.page import Card, Source, tagged
from coldwater.prep.speeches.spoken_length import WORD, units

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.model.cards import Pieces
    from coldwater.model.models import Author, Citation
    from coldwater.model.models import Source as Cited
    from coldwater.prep.material.preparation import Preparation


class Citing:
    """What a page has told of sources so far."""

    def __init__(self, prep: Preparation) -> None:
        self.prep = prep
        self._told: set[str] = set()

    def sources(self, name: str, depth: int) -> Iterator[Source]:
        """Give the citations of a claim or an argument as entries; a voice inside a source is told from the source."""
        for citation in cites_of(self.prep, name):
            who, what = self._named(citation)
            what = ", ".join(word for word in (what, citation.locator or "") if word)
            who, what = said_by(self.prep.holders, name, citation.source, (who, what))
            tag = tagged(citation.source, to_read(citation) if citation.passage is not None else "")
            told = Source(who, what, quoted(citation), tag, depth, card_of(citation))
            yield noted(self.prep, told, name, citation)

    def cards(self, name: str) -> Iterator[Card]:
        """Give the citations of a claim or an argument as cards."""
        for citation in cites_of(self.prep, name):
            who, what = self._named(citation)
            what = ", ".join(word for word in (what, citation.locator or "") if word)
            who, what = said_by(self.prep.holders, name, citation.source, (who, what))
            yield Card(who, what, read_pieces(citation), citation.source)

    def _named(self, citation: Citation) -> tuple[str, str]:
        source = self.prep.map.sources.get(citation.source)
        if source is None:
            return "", citation.source
        is_new = citation.source not in self._told
        self._told.add(citation.source)
        return who_and_when(source), in_full(source) if is_new else in_short(source)


def cites_of(prep: Preparation, name: str) -> tuple[Citation, ...]:
    """Give the citations of a claim or an argument, by its id."""
    return (prep.graph.claims.get(name) or prep.graph.arguments[name]).cites


def noted(prep: Preparation, told: Source, name: str, citation: Citation) -> Source:
    """Give a citation with its source in full as a note, and with what names it where there are notes.

    That is who and when; of a source without an author its title, and likewise of a source not on the map.
    """
    source = prep.map.sources.get(citation.source)
    if source is None:
        return told
    who, full = who_and_when(source), in_full(source)
    title = "" if source.author else in_short(source)
    named = said_by(prep.holders, name, citation.source, (who, title))
    return told._replace(
        note=", ".join(word for word in (who, full) if word),
        named=", ".join(word for word in named if word),
        place=citation.locator or "",
    )


def quoted(citation: Citation) -> str:
    """Give what is read out of a citation as one text; what is left out between two quotes is marked."""
    return " … ".join(citation.read_out)


def card_of(citation: Citation) -> Pieces:
    """Give the passage of a citation, parted into what is read out and what is not; nothing where it has none."""
    if citation.passage is None:
        return ()
    from coldwater.model.cards import pieces  # noqa: PLC0415 - character tables

    return pieces(citation.passage, citation.read_out)


#: How fast a card is read, in words a minute, where nobody says how fast.
_PACE = 150


def to_read(citation: Citation) -> str:
    """Say how long what is read out of a citation takes, at 150 words a minute.

    >>> from coldwater.model.models import Citation
    >>> to_read(Citation(source="s", quote="the main girder is cracked"))
    '2 s to read'
    """
    return f"{round(units(quoted(citation)) * 60 / (WORD * _PACE))} s to read"


def read_pieces(citation: Citation) -> tuple[tuple[str, str], ...]:
    """Give the passage of a citation, or its quotes, in pieces: each unread ("", "read" or "stressed").

    Where both ``quote`` and ``quotes`` are given, ``quote`` is what counts most, and stressed.
    """
    most = citation.quote if citation.quote is not None and citation.quotes else None
    passage = citation.passage if citation.passage is not None else quoted(citation)
    if not passage:
        return ()
    from coldwater.model.cards import pieces  # noqa: PLC0415 - character tables

    read = pieces(passage, citation.read_out) or ((passage, False),)
    stressed = pieces(passage, (most,)) if most else ()
    return tuple(_merged(read, stressed))


def _merged(read: Pieces, stressed: Pieces) -> Iterator[tuple[str, str]]:
    """Lay two partings of the same text over each other."""
    marks = [is_read for piece, is_read in read for _ in piece]
    most = [is_most for piece, is_most in stressed for _ in piece] or [False] * len(marks)
    text = "".join(piece for piece, _ in read)
    looks = ["stressed" if top else "read" if mark else "" for mark, top in zip(marks, most, strict=True)]
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or looks[at] != looks[start]:
            yield text[start:at], looks[start]
            start = at


def who_and_when(source: Cited) -> str:
    """Give who said it when, in short: family names and the year.

    >>> from coldwater.model.models import Source
    >>> reed = {"family": "Reed", "given": "Ann"}
    >>> who_and_when(Source.model_validate({"title": "T", "author": reed, "issued": 2024}))
    'Reed 2024'
    """
    names = [one if isinstance(one, str) else one.literal or one.family or "" for one in source.author or ()]
    who = names[0] + (" et al." if len(names) > 2 else f" and {names[1]}" if len(names) == 2 else "") if names else ""
    year = "" if source.issued is None else str(source.issued)[:4]
    return " ".join(word for word in (who, year) if word)


def in_full(source: Cited) -> str:
    """Give all that a source says of itself, but for notes, behind its authors and the year.

    >>> from coldwater.model.models import Source
    >>> in_full(Source.model_validate({
    ...     "title": "On lungs", "author": {"family": "Reed", "given": "Ann"}, "qualifications": "a lung specialist",
    ...     "issued": "2024-05-03", "container-title": "Chest", "accessed": "2025-06-30", "URL": "https://x.example/a",
    ... }))
    'Ann Reed, a lung specialist, “On lungs”, Chest, 2024-05-03, https://x.example/a, accessed 2025-06-30'
    """
    authors = [name for one in source.author or () if (name := _whole_name(one))]
    day = str(source.issued) if source.issued is not None and len(str(source.issued)) > len("2024") else ""
    title = f"“{source.title}”" if source.author else source.title
    words = [
        "; ".join(authors) if _says_more(source) else "",
        source.qualifications or "",
        title,
        source.container_title or "",
        source.publisher or "",
        day,
        source.url or "",
        f"accessed {source.accessed}" if source.accessed else "",
    ]
    return ", ".join(word for word in words if word)


def _says_more(source: Cited) -> bool:
    """Tell whether the authors in full say more than the short name before them."""
    authors = source.author or ()
    return len(authors) > 2 or any(not isinstance(one, str) and bool(one.given) for one in authors)


def in_short(source: Cited) -> str:
    """Give what names a source that was told in full before."""
    return f"“{source.title}”" if source.author else source.title


def _whole_name(author: str | Author) -> str:
    if isinstance(author, str):
        return author
    return author.literal or " ".join(word for word in (author.given, author.family) if word)

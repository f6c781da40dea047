"""Sources as they are said: who says it, who that is, and when; in full the first time, in short after that."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.model.models import Author, Citation, Source
    from coldwater.prep.material.preparation import Preparation


class Heard:
    """What has been heard of sources so far in a speech, and which was named last."""

    def __init__(self) -> None:
        self._named: set[str] = set()
        self._last: object = None

    def lead(self, prep: Preparation, node: int) -> str:
        """Give the words with which a cited claim begins; none where nothing is cited, or the source is clear.

        Of several sources the first whose author is known is named.
        """
        cites = [one for one in prep.cites(node) if one.source in prep.map.sources]
        if not cites or prep.names[node] in prep.graph.arguments:
            return ""
        chosen = next((one for one in cites if prep.map.sources[one.source].author), cites[0])
        return self._name(prep, node, chosen)

    def moves_on(self) -> None:
        """Forget which source was named last: with a new point the listener wants to hear it again."""
        self._last = None

    def _name(self, prep: Preparation, node: int, citation: Citation) -> str:
        source = prep.map.sources[citation.source]
        speakers = prep.holders.names(prep.holders.speakers(prep.names[node], citation.source))
        if self._last == (speakers, citation.source):
            return ""
        self._last = (speakers, citation.source)
        told = in_full(source) if citation.source not in self._named else in_short(source)
        self._named.add(citation.source)
        return f"{speakers}, in {told}: " if speakers else f"{told}: "


def in_full(source: Source) -> str:
    """Give a source as it is said the first time: authors, who they are, the year; without an author its title."""
    if not source.author:
        return source.title.rstrip(". ")
    words = [_authors(source.author, in_full=True), source.qualifications or "", _year(source)]
    return ", ".join(word.strip(" .,;") for word in words if word)


def in_short(source: Source) -> str:
    """Give a source as it is said again: family name and year, or its title."""
    if not source.author:
        return source.title.rstrip(". ")
    return " ".join(word for word in (_authors(source.author, in_full=False), _year(source)) if word)


def _year(source: Source) -> str:
    return "" if source.issued is None else str(source.issued)[:4]


def _authors(authors: tuple[str | Author, ...], *, in_full: bool) -> str:
    names = [_name(one, in_full=in_full) for one in authors]
    if len(names) > 2:
        return f"{names[0]} and others"
    return " and ".join(names)


def _name(author: str | Author, *, in_full: bool) -> str:
    if isinstance(author, str):
        return author
    if author.literal is not None or author.family is None:
        return author.literal or ""
    return f"{author.given} {author.family}" if author.given and in_full else author.family

"""Sources as they are said: who says it, who that is, and when; in full the first time, in short after that."""

from __future__ import annotations

from coldwater.model.holders import MOST_NAMED
from coldwater.prep.speeches.phrases import phrases_for

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.model.models import Author, Citation, Source
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.speeches.phrases import Phrases


class Heard:
    """What has been heard of sources so far in a speech, and which was named last.

    ``in_full``: whether there is time to name the title of a source with its author.
    """

    def __init__(self, *, in_full: bool = False) -> None:
        self._in_full = in_full
        self._named: set[str] = set()
        self._voices: set[object] = set()
        self._last: object = None
        self._said: set[str] = set()

    def is_new(self, words: str) -> bool:
        """Tell whether words of ours have not been heard before; now they have."""
        is_new = words not in self._said
        self._said.add(words)
        return is_new

    def lead(self, prep: Preparation, node: int) -> str:
        """Give the words with which a cited claim begins; none where nothing is cited.

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
        source, words = prep.map.sources[citation.source], phrases_for(prep.map.language)
        speakers = prep.holders.speakers(prep.names[node], citation.source)
        voice = (speakers, citation.source)
        if self._last == voice:
            # What is only asserted may stand between: each claim that has a source is heard to have one.
            return words.same_source
        self._last = voice
        is_known = voice in self._voices
        self._voices.add(voice)
        told = (
            in_short(source, words)
            if citation.source in self._named
            else in_full(source, words, with_title=self._in_full)
        )
        self._named.add(citation.source)
        if not speakers:
            return f"{told}: "
        names = words.listed([prep.map.positions[one].name.strip() or one for one in speakers[:MOST_NAMED]])
        # A voice inside a source that was named with it before needs the source no more.
        return f"{names}: " if is_known else f"{words.inside.format(names, told)}: "


def in_full(source: Source, words: Phrases, *, with_title: bool = False) -> str:
    """Give a source as it is said the first time: authors, who they are, the year; without an author its title."""
    if not source.author:
        return source.title.rstrip(". ")
    title = words.in_title.format(source.title.rstrip(". ")) if with_title else ""
    told = [_authors(source.author, words, in_full=True), source.qualifications or "", title, _year(source)]
    return ", ".join(word.strip(" .,;") for word in told if word)


def in_short(source: Source, words: Phrases) -> str:
    """Give a source as it is said again: family name and year, or its title."""
    if not source.author:
        return source.title.rstrip(". ")
    return " ".join(word for word in (_authors(source.author, words, in_full=False), _year(source)) if word)


def _year(source: Source) -> str:
    return "" if source.issued is None else str(source.issued)[:4]


def _authors(authors: tuple[str | Author, ...], words: Phrases, *, in_full: bool) -> str:
    names = [_name(one, in_full=in_full) for one in authors]
    return words.others.format(names[0]) if len(names) > 2 else words.listed(names)


def _name(author: str | Author, *, in_full: bool) -> str:
    if isinstance(author, str):
        return author
    if author.literal is not None or author.family is None:
        return author.literal or ""
    return f"{author.given} {author.family}" if author.given and in_full else author.family

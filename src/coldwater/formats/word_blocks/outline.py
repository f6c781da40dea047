"""The outline of a block file: what stands below which headings, and which level is that of tags.

Debaters have four levels: pocket, hat, block, tag. Where a file has fewer, its deepest is that of tags and the one
above it that of blocks.
"""

from __future__ import annotations

import re

from coldwater.formats.foreign.texts import one_line
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.formats.word_blocks.paragraphs import Paragraph

_TAGS = 4
_SEPARATOR = r"\s*(?:[:\-–—]+\s*|\s(?=[“\"‘'A-Z0-9]))"
#: What a block answers: "AT: Cost", "A2 Cost", "A/T – Cost", "Answers to: Cost". "At home" and "AT&T" are none.
_AGAINST = re.compile(
    rf"(?:[12][ANan][CRcr][CRcr]?\s+)?(?:(?:AT|A2|A/T|A/2)(?:{_SEPARATOR})"
    r"|(?i:(?:answers?|responses?|replies|reply)\s+to)\s*[:\-–—]?\s+)(?P<what>\S.*)"
)
#: What a block extends: "Extensions: Jobs", "Ext – Jobs", "XT: Jobs".
_EXTENDS = re.compile(
    r"(?:[12][ANan][CRcr][CRcr]?\s+)?(?:(?i:extensions?|ext)\s*\.?\s*[:\-–—]+\s*|XT\s*[:\-–—]+\s*|(?i:extensions?)\s+(?i:of)\s+)(?P<what>\S.*)"
)


class Named(NamedTuple):
    """What the title of a block says that it does: ``against``, ``extends`` or ``for`` the claim in ``text``."""

    relation: str
    text: str


def block_named(title: str) -> Named:
    """Tell what a block is about by its title, where that is sure; else its title is the claim that its tags support.

    >>> block_named("AT: Too dear"), block_named("Extensions – Jobs").relation, block_named("AT&T is dear").relation
    (Named(relation='against', text='Too dear'), 'extends', 'for')
    """
    whole = one_line(title)
    for relation, pattern in (("against", _AGAINST), ("extends", _EXTENDS)):
        if (found := pattern.fullmatch(whole)) is not None:
            return Named(relation, found["what"].strip(" “”\"‘’'") or whole)
    return Named("for", whole)


class Section(NamedTuple):
    """Paragraphs below the same headings: those of the levels above the tag, outermost first, and the tag or None.

    ``headings`` hold the block last; each level only once.
    """

    headings: tuple[Paragraph, ...]
    tag: Paragraph | None
    body: tuple[Paragraph, ...]


def sections(paragraphs: Sequence[Paragraph]) -> Iterator[Section]:
    """Part a file into its tags, each with what stands below it, and into what stands below a heading without a tag."""
    deepest = tag_level(paragraphs)
    above: list[Paragraph] = []
    tag: Paragraph | None = None
    body: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.level is None:
            body.append(paragraph)
            continue
        if tag is not None or body or above:
            yield Section(tuple(above), tag, tuple(body))
        body = []
        if paragraph.level >= deepest:
            tag = paragraph
        else:
            tag = None
            above = [*(one for one in above if (one.level or 0) < paragraph.level), paragraph]
    if tag is not None or body or above:
        yield Section(tuple(above), tag, tuple(body))


def tag_level(paragraphs: Sequence[Paragraph]) -> int:
    """Give the level of tags: 4, or the deepest there is; one below any where all headings are of level 1."""
    levels = {paragraph.level for paragraph in paragraphs if paragraph.level is not None}
    return _TAGS if not levels or _TAGS in levels else max(levels)

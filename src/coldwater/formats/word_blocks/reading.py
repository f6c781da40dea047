"""A debater's block file as a map: a tag speaks for what its block claims, or against what its block answers.

No block file says what it is about as a whole: each claim of a block that serves nothing else is a thesis. Pockets and
hats sort; they become tags of the claims.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.findings import START
from coldwater.formats.foreign.gathering import Gathering
from coldwater.formats.foreign.texts import cleaned, one_line
from coldwater.formats.word_blocks import NAME
from coldwater.formats.word_blocks.cards import parted
from coldwater.formats.word_blocks.citing import Citing
from coldwater.formats.word_blocks.outline import Named, block_named, sections
from coldwater.formats.word_blocks.paragraphs import word_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coldwater.formats.foreign.gathering import Entry
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.word_blocks.cards import Card
    from coldwater.formats.word_blocks.outline import Section
    from coldwater.formats.word_blocks.paragraphs import Paragraph, WordFile

#: What leads a line that tells what the block is an answer to, as ``coldwater prep blocks`` writes it.
_ANSWERED = "They say:"
_NUMBER = re.compile(r"^\s*\(?[0-9]{1,2}[.)]\s+")


def read_blocks(given: Given) -> Imported:
    """Read a block file. Raises RefusedError for what is no Word file. Cost: linear."""
    file = word_file(given.data)
    gathering = Gathering(NAME, given)
    if file.is_ours:
        from coldwater.formats.word_blocks.pages import read_page  # noqa: PLC0415 - most are not ours

        read_page(gathering, file)
    else:
        gathering.fields["draft"] = True
        _Blocks(gathering, file).read()
    for what, times in file.lost.items():
        why = "its cells are read as paragraphs" if what == "table" else "a map has no place for it"
        gathering.lose(what, why, count=times)
    return gathering.finish()


class _Blocks:
    def __init__(self, gathering: Gathering, file: WordFile) -> None:
        self._gathering = gathering
        self._file = file
        self._citing = Citing(gathering)
        #: The claims of blocks by the headings they stand under, and all claims by their words.
        self._blocks: dict[tuple[str, ...], tuple[Named, Entry | None]] = {}
        self._by_words: dict[str, list[Entry]] = {}
        #: What was said in blocks that answer or extend something, which may stand further below.
        self._waiting: list[tuple[Named, tuple[str, ...], Entry]] = []

    def read(self) -> None:
        """Gather the claims of all tags and blocks, then what they are for or against."""
        used: set[int] = set()
        for section in sections(self._file.paragraphs):
            if section.tag is not None or section.body:
                used.update(heading.number for heading in (*section.headings, section.tag) if heading is not None)
                self._section(section)
        for heading in self._file.paragraphs:
            if heading.level is not None and heading.number not in used:
                what, many = "heading with nothing below it", "headings with nothing below them"
                self._gathering.lose(what, "it says nothing", one_line(heading.text), many=many)
        self._connect()
        self._title()

    def _title(self) -> None:
        pockets = {one_line(one.text): None for one in self._file.paragraphs if one.level == 1}
        self._gathering.title = self._file.title or (next(iter(pockets)) if len(pockets) == 1 else "")
        if not any(one.level for one in self._file.paragraphs):
            self._gathering.remark(START, "no paragraph is a heading (Heading 1 to 4), so that tags cannot be told")

    def _section(self, section: Section) -> None:
        path = tuple(one_line(heading.text) for heading in section.headings)
        ahead, cards = parted(section.body)
        if section.tag is None:
            self._untagged(path, ahead, cards)
            return
        note = cleaned("\n".join(paragraph.text for paragraph in ahead))
        claim = self._claim(section.tag.text, path, note)
        for card in cards:
            self._citing.card(claim, card)
        self._said(path, claim)

    def _untagged(self, path: tuple[str, ...], ahead: Sequence[Paragraph], cards: Iterable[Card]) -> None:
        """Take what stands in a block without a tag: each paragraph is a claim, and cards are of the last of them."""
        claim = None
        for paragraph in ahead:
            if paragraph.lead == _ANSWERED:
                self._gathering.lose("line with what a block answers", "its heading names it")
                continue
            claim = self._claim(paragraph.text, path)
            self._said(path, claim)
        for card in cards:
            owner = claim or self._owner(path)
            if owner is None:
                owner = self._claim(card.cite.text if card.cite is not None else card.passage, path)
                self._said(path, owner)
            self._citing.card(owner, card)

    def _owner(self, path: tuple[str, ...]) -> Entry | None:
        """Give the claim of a block that says something itself."""
        return self._block(path)[1] if path else None

    def _claim(self, text: str, path: Sequence[str], note: str = "") -> Entry:
        group = " / ".join(path)
        said = one_line(text)
        claim = self._gathering.claim(
            said, wish=_NUMBER.sub("", said).casefold(), tags=[group] if group else [], note=note
        )
        self._by_words.setdefault(_words(text), []).append(claim)
        return claim

    def _block(self, path: tuple[str, ...]) -> tuple[Named, Entry | None]:
        """Give what a block is about; its claim is made here where its title is one."""
        if path not in self._blocks:
            named = block_named(path[-1])
            claim = self._claim(named.text, path[:-1]) if named.relation == "for" else None
            self._blocks[path] = named, claim
        return self._blocks[path]

    def _said(self, path: tuple[str, ...], claim: Entry) -> None:
        if path:
            named, block = self._block(path)
            if block is not None:
                self._gathering.argument([claim], block)
            else:
                self._waiting.append((named, path, claim))

    def _connect(self) -> None:
        """Say what the blocks that answer or extend are about: the one claim with these words, or one of their own."""
        made: dict[tuple[str, str], Entry] = {}
        own = {claim for _, _, claim in self._waiting}
        for named, path, claim in self._waiting:
            key = _words(named.text)
            found = [one for one in self._by_words.get(key, ()) if one not in own]
            group = path[0] if len(path) > 1 else ""
            target = found[0] if len(found) == 1 else made.get((group, key))
            if target is None:
                target = made[group, key] = self._gathering.claim(
                    named.text, wish=named.text.casefold(), tags=[" / ".join(path[:-1])] if path[:-1] else []
                )
            self._gathering.argument([claim], target, attacks=named.relation == "against")


def _words(text: str) -> str:
    """Give the words of a claim as titles are compared: without a number before them, signs and capitals."""
    return " ".join(re.findall(r"\w+", _NUMBER.sub("", one_line(text)).casefold()))

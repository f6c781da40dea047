"""A block file of ours as the map that it was made of: ids stand behind its texts, and words of ours lead them.

What somebody added in Word without an id is read as in any block file. ``writing`` says how a page is laid out;
``prepared`` reads the pages of ``coldwater prep``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.findings import START
from coldwater.formats.foreign.texts import cleaned, one_line
from coldwater.formats.word_blocks.cards import parted
from coldwater.formats.word_blocks.record import Record
from coldwater.formats.word_blocks.writing import MAP_FIELDS, SOURCE_FIELDS
from coldwater.model import _accepts

if TYPE_CHECKING:
    from coldwater.formats.foreign.gathering import Gathering
    from coldwater.formats.word_blocks.paragraphs import Paragraph, WordFile
    from coldwater.formats.word_blocks.record import Step

_OF_MAP = {f"{key[:1].upper()}{key[1:]}:": key for key in MAP_FIELDS}
_OF_SOURCE = {f"{key[:1].upper()}{key[1:]}:": key for key in SOURCE_FIELDS}
_BLOCKS = {"For:": False, "AT:": True, "For the step:": False, "AT the step:": True}


def read_page(gathering: Gathering, file: WordFile) -> None:
    """Gather the map that a page of ours holds."""
    if not any((one.level == 3 and one.lead in _BLOCKS) or one.lead == "Thesis:" for one in file.paragraphs):
        from coldwater.formats.word_blocks.prepared import read_prepared  # noqa: PLC0415 - one layout or the other

        read_prepared(gathering, file)
        return
    page = _Page(gathering)
    for paragraph in file.paragraphs:
        page.take(paragraph)
    page.finish()


class _Page:
    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._record = Record(gathering)
        self._sources_begun = False
        self._block: tuple[str, bool] | None = None
        self._step: Step | None = None
        #: Whom the next card is of, and the card that is being read.
        self._owner = ""
        self._added: list[Paragraph] = []
        self._is_added = False

    def take(self, paragraph: Paragraph) -> None:
        """Take the next paragraph."""
        if paragraph.level is not None:
            self._end_added()
            self._heading(paragraph)
        elif self._is_added:
            self._added.append(paragraph)
        elif self._sources_begun:
            self._of_sources(paragraph)
        elif paragraph.lead:
            self._led(paragraph)
        elif paragraph.tag:
            self._claim(paragraph.tag[0], paragraph.body)
        else:
            self._record.passage(paragraph)

    def finish(self) -> None:
        """Say how all of it hangs together."""
        self._end_added()
        self._gathering.fields.setdefault("draft", False)
        self._record.finish()

    def _heading(self, paragraph: Paragraph) -> None:
        if paragraph.level == 1:
            self._gathering.fields.setdefault("title", cleaned(paragraph.text) or "…")
        elif paragraph.level == 2:
            self._sources_begun = paragraph.lead == "Sources"
        elif paragraph.level == 3:
            self._block = (paragraph.tag[0], _BLOCKS.get(paragraph.lead, False)) if paragraph.tag else None
            if self._block is None:
                self._gathering.remark(START, f"the block “{one_line(paragraph.text)}” names no id; it is passed over")
        elif self._block is not None:
            self._tag(paragraph, *self._block)

    def _tag(self, paragraph: Paragraph, target: str, attacks: bool) -> None:
        self._is_added = not paragraph.tag
        if not paragraph.tag:
            self._owner = self._record.new_claim(one_line(paragraph.text))
            self._record.step("", "", target, attacks, [self._owner])
            return
        is_whole = len(paragraph.tag) > 1
        title = "" if is_whole or paragraph.lead == "Step:" else paragraph.body
        self._step = self._record.step(paragraph.tag[0], title, target, attacks, [])
        self._owner = paragraph.tag[0]
        if is_whole:
            self._claim(paragraph.tag[1], paragraph.body)

    def _claim(self, id_: str, text: str) -> None:
        self._record.claim(id_, text)
        self._owner = id_
        if self._step is not None and self._block is not None:
            self._step.premises.append(id_)

    def _led(self, paragraph: Paragraph) -> None:
        lead, body = paragraph.lead, cleaned(paragraph.body)
        if lead in ("Thesis:", "Rival:") and paragraph.tag:
            self._claim(paragraph.tag[0], body)
            (self._record.theses if lead == "Thesis:" else self._record.rivals).append(paragraph.tag[0])
        elif lead == "Tag:" and body:
            self._record.tag(self._owner, body)
        elif lead == "Source:" and paragraph.tag:
            strong = [run.text for run in paragraph.runs[1:] if run.role == "strong"]
            self._record.cite(self._owner, paragraph.tag[0], body, "".join(strong))
        elif lead == "Words:":
            self._record.quote(body)
        elif lead in _OF_MAP:
            self._of_map(_OF_MAP[lead], body)

    def _of_map(self, key: str, said_: str) -> None:
        value: Any = {"true": True, "false": False}.get(said_, said_) if key == "draft" else said_
        trial = {"argmap": 1, "title": "t", "thesis": "t", "claims": {"t": "t"}, key: value}
        if _accepts.document(trial):
            self._gathering.fields[key] = value
        else:
            self._gathering.remark(START, f"`{key}` cannot be “{one_line(said_)[:80]}”; that is passed over")

    def _of_sources(self, paragraph: Paragraph) -> None:
        key = _OF_SOURCE.get(paragraph.lead, "")
        if paragraph.tag and not paragraph.lead:
            self._owner = paragraph.tag[0]
            self._record.sources.setdefault(self._owner, {"title": one_line(paragraph.body) or "…"})
        elif key and self._owner in self._record.sources:
            self._of_source(self._record.sources[self._owner], key, cleaned(paragraph.body))

    def _of_source(self, source: dict[str, Any], key: str, said_: str) -> None:
        value: Any = int(said_) if key == "issued" and said_.isascii() and said_.isdigit() else said_
        value = [value] if key == "author" else value
        if _accepts.source({"title": "t", key: value}):
            source[key] = [*source.get(key, []), *value] if key == "author" else value
        else:
            self._gathering.remark(START, f"`{key}` of a source cannot be “{one_line(said_)[:80]}”; it is passed over")

    def _end_added(self) -> None:
        """Read what stands below a tag that somebody added."""
        if self._is_added:
            ahead, cards = parted(self._added)
            self._record.added(self._owner, cleaned("\n".join(one.text for one in ahead)), cards)
        self._added, self._is_added, self._step = [], False, None

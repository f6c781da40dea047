"""Pages of ``coldwater prep`` as Word files, block files above all: what of the map stands on them.

A page names claims and arguments by their ids, and what an argument bears on by the words of the claim. What it does
not say, as what an objection is directed at, is guessed, with a remark; verdicts, questions and positions stay out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.findings import START
from coldwater.formats.foreign.texts import cleaned, one_line
from coldwater.formats.word_blocks.record import Record
from coldwater.model.ids import is_id

if TYPE_CHECKING:
    from coldwater.formats.foreign.gathering import Gathering
    from coldwater.formats.word_blocks.paragraphs import Paragraph, WordFile
    from coldwater.formats.word_blocks.record import Step

#: Short words that stand beside ids.
_WORDS = frozenset(("unstated", "accepted", "rejected", "open", "double-edged", "crux", "no answer"))
_IN_QUOTES = re.compile("“(.*)”", re.DOTALL)
_FIRST_QUOTED = re.compile("“([^“”]*)”")
_ANSWER = re.compile(r"Answer \d+: ")
_LOCATOR = re.compile(
    r", ((?:pp?\.|blocks?|sections?|§+|ch(?:apter|\.)?|annex|tables?|figures?|art(?:icle|\.)?|paras?\.?|lines?|[0-9])"
    r"[^,“”]*)$",
    re.IGNORECASE,
)


def read_prepared(gathering: Gathering, file: WordFile) -> None:
    """Gather what a page holds of its map."""
    page = _Prepared(gathering)
    for paragraph in file.paragraphs:
        page.take(paragraph)
    page.finish()


class _Prepared:
    def __init__(self, gathering: Gathering) -> None:
        gathering.fields["draft"] = True
        self._gathering = gathering
        self._record = Record(gathering)
        self._thesis = ""
        #: The argument of the block, the one that is told, and at each depth of the list the one last named.
        self._block = ""
        self._step: Step | None = None
        self._named: dict[int, Step] = {}
        self._claim = ""
        #: Arguments of which the page tells what they bear on by its words, which may come later.
        self._by_words: list[tuple[Step, str]] = []
        self._contrary: list[tuple[str, str]] = []
        self._guessed: list[str] = []
        self._left = 0
        self._is_asking = False

    def take(self, paragraph: Paragraph) -> None:
        """Take the next paragraph."""
        if paragraph.level is not None:
            self._heading(paragraph)
        elif self._is_asking:
            self._left += 1
        elif paragraph.lead == "Thesis." and paragraph.tag:
            self._thesis = paragraph.tag[0]
            self._record.theses.append(self._thesis)
            self._record.claim(self._thesis, paragraph.body)
        else:
            self._line(paragraph)

    def _line(self, paragraph: Paragraph) -> None:
        """Take a line below a heading by the words of ours that lead it."""
        if paragraph.lead == "They argue." and self._step is not None:
            self._aim(self._step, paragraph.body.split(";")[0])
        elif paragraph.lead == "We answer." and self._step is not None:
            self._answer(self._step, paragraph.body)
        elif paragraph.lead == "Source:":
            self._source(paragraph)
        elif paragraph.lead.startswith(("They will say", "Then (")) and paragraph.tag:
            self._objection(paragraph, paragraph.depth or 0)
        elif paragraph.tag and not paragraph.lead and paragraph.depth is not None:
            self._premise(paragraph)
        else:
            self._rest(paragraph)

    def _rest(self, paragraph: Paragraph) -> None:
        """Name what is listed without saying what it is for, and count what is no part of a map."""
        if len(ids := _ids(paragraph.tag)) > 1:
            self._claim = ""
            self._gathering.lose("argument", "the page does not say what it is for", ids[0])
        elif paragraph.tag or paragraph.lead not in ("", "Verdict.", "To do.", "Positions.", "They argue."):
            self._left += 1

    def _heading(self, paragraph: Paragraph) -> None:
        self._named.clear()
        if paragraph.level == 1:
            self._gathering.title = paragraph.text.partition(": ")[2] or paragraph.text
        self._step, self._claim = None, ""
        ids = _ids(paragraph.tag)
        self._is_asking = not ids and paragraph.level == 4
        if not ids or paragraph.level not in (3, 4):
            self._block = "" if (paragraph.level or 0) < 3 else self._block
            return
        is_answer = _ANSWER.match(paragraph.text)
        if paragraph.level == 3 or is_answer:
            title = paragraph.text[is_answer.end() :] if is_answer else paragraph.text
            self._step = self._record.step(ids[0], title, "", paragraph.level == 4, [])
            self._block = ids[0] if paragraph.level == 3 else self._block

    def _aim(self, step: Step, said: str) -> None:
        """Take what the argument of a block bears on: the thesis, or a claim or a step named by its words."""
        step.attacks = said.casefold().startswith("against")
        found = _IN_QUOTES.search(said)
        if found is None:
            step.target = self._thesis
        else:
            self._by_words.append((step, found[1]))
            if (first := _FIRST_QUOTED.search(said)) is not None and first[1] != found[1]:
                self._by_words.append((step, first[1]))

    def _answer(self, step: Step, said: str) -> None:
        """Take what an answer is directed at: the step of the block, or a premise of it."""
        found = _IN_QUOTES.search(said)
        if found is None or "Against the step" in said:
            step.target = self._block
            return
        if "Cannot hold together" in said:
            self._contrary.append((step.id, found[1]))
        else:
            self._by_words.append((step, found[1]))

    def _objection(self, paragraph: Paragraph, depth: int) -> None:
        ids = _ids(paragraph.tag)
        answered = self._named.get(depth - 1) if depth else self._step
        if not ids or answered is None:
            self._left += 1
            return
        title = cleaned(paragraph.body)
        step = self._record.step(ids[0], title, answered.id, True, [])
        if len(ids) > 1 and not step.premises:
            self._record.claim(ids[-1], f"{title}.")
            step.premises.append(ids[-1])
            step.title = ""
        self._named[depth] = step
        self._guessed.append(ids[0])

    def _premise(self, paragraph: Paragraph) -> None:
        ids = _ids(paragraph.tag)
        if not ids:
            return
        depth = paragraph.depth or 0
        self._record.claim(ids[0], paragraph.body)
        self._claim = ids[0]
        step = self._named.get(depth - 1) if depth else self._step
        if step is not None and ids[0] not in step.premises:
            step.premises.append(ids[0])

    def _source(self, paragraph: Paragraph) -> None:
        ids = _ids(paragraph.tag)
        if not ids or not self._claim:
            return
        whole = cleaned(paragraph.body)
        told, _, _ = whole.partition(": “")
        found = _LOCATOR.search(told)
        title = told[: found.start()] if found else told
        self._record.cite(self._claim, ids[-1], one_line(paragraph.note or title), found[1] if found else "")
        for words in [run.text for run in paragraph.runs if run.is_underlined]:
            self._record.quote(cleaned(words))

    def finish(self) -> None:
        """Find what is named by its words, and gather all of it."""
        claims = {_words(text): id_ for id_, text in self._record.texts.items()}
        for step, words in self._by_words:
            step.target = step.target or claims.get(_words(words)) or self._record.titled(words)
        for id_, words in self._contrary:
            self._record.against(id_, claims.get(_words(words), ""))
        if self._guessed:
            many = ", ".join(f"`{one}`" for one in dict.fromkeys(self._guessed))
            self._gathering.remark(
                START, f"the page does not say what these objections and replies are directed at: {many}; "
                "each is taken to attack the step of what it answers",
            )  # fmt: skip
        what, many = "line with a question, a verdict or a count", "lines with questions, verdicts and counts"
        self._gathering.lose(what, "a map has no place for them", count=self._left, many=many)
        self._record.finish()


def _ids(tag: tuple[str, ...]) -> list[str]:
    return [word for word in tag if word not in _WORDS and is_id(word)]


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))

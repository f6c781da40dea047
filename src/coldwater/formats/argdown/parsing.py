"""An Argdown text to what it says, tolerantly: what Argdown's own parser refuses is read as it was likely meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.formats.argdown import tokens as t
from coldwater.formats.argdown.data import data_in_braces, fields, merged
from coldwater.formats.argdown.debate import Argument, Debate, Statement, Wording
from coldwater.formats.argdown.inferences import inference_parts
from coldwater.formats.argdown.relating import Chain
from coldwater.formats.argdown.structures import Structure
from coldwater.formats.argdown.texts import text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from coldwater.formats.argdown.tokens import Token

    #: Says something about the text between two offsets.
    Remark = Callable[[int, int, str], None]

_DEFINITIONS = (t.STATEMENT, t.ARGUMENT)
_REFERENCES = (t.STATEMENT_REFERENCE, t.ARGUMENT_REFERENCE)
_TITLED = (*_DEFINITIONS, *_REFERENCES)


def parse(text: str, remark: Remark) -> Debate:
    """Read a text whose lines end with LF. What bends the rules of Argdown is told to ``remark``; nothing raises."""
    return _Parser(text, remark).debate()


class _Parser:
    """Goes through the tokens once: what begins a line, with what follows up to the next such token, is a unit."""

    def __init__(self, text: str, remark: Remark) -> None:
        self.text = text
        self.remark = remark
        self.lexer = t.Lexer(text)
        self.read = Debate()
        self.chain = Chain(self.read, remark)
        self.structure = Structure(self.read, remark)
        self.headings: list[tuple[int, str]] = []
        self.section: tuple[str, ...] = ()
        self.has_front = False
        #: The argument that a premise-conclusion structure belongs to if it comes next.
        self.owner: Argument | None = None

    def debate(self) -> Debate:
        """Read all."""
        opener: Token | None = None
        content: list[Token] = []
        for token in self.lexer.tokens():
            if token.kind in t.PARTING:
                self._unit(opener, content)
                opener, content = token, []
            else:
                content.append(token)
        self._unit(opener, content)
        self.structure.close()
        self.read.comments = self.lexer.comments
        if not self.has_front:
            self._take_front()
        return self.read

    def _take_front(self) -> None:
        self.has_front = True
        if self.lexer.front is None:
            return
        start, end = self.lexer.front
        found = fields(self.text[start:end].strip("="))
        if found is None:
            self.remark(start, end, "the front matter is no YAML that can be read, and is passed over")
        else:
            self.read.front = found

    # --- units --------------------------------------------------------------------------------------------------------

    def _unit(self, opener: Token | None, content: Sequence[Token]) -> None:
        """Read a unit; a title that begins a line begins another one, though there should be a blank line before it."""
        if any(token.kind in _TITLED for token in content):
            starts = [number for number in range(1, len(content)) if _begins(content, number)]
            for start, end in zip([0, *starts], [*starts, len(content)], strict=True):
                if start:
                    self.remark(content[start].start, content[start].end, "a blank line is missing before this")
                    opener = None
                self._single(opener, content[start:end])
        else:
            self._single(opener, content)

    def _single(self, opener: Token | None, content: Sequence[Token]) -> None:
        kind = opener.kind if opener else t.BLANK
        if kind == t.BLANK:
            if opener:
                self.chain.pause()
                self.structure.pause()
            if any(token.kind != t.NEWLINE for token in content):
                self._top_level(content)
        elif opener is not None:
            {
                t.HEADING: self._heading, t.RELATION: self._relation, t.NUMBER: self._line,
                t.INFERENCE: self._inference, t.ITEM: self._item,
            }[kind](opener, content)  # fmt: skip

    def _top_level(self, content: Sequence[Token]) -> None:
        self.structure.close()
        element = self._element(content)
        self.chain.begin(element)
        self.owner = element if isinstance(element, Argument) else None

    def _item(self, opener: Token, content: Sequence[Token]) -> None:
        self.structure.close()
        self.owner = None
        if self._is_empty(opener, content):
            return
        self.chain.begin(self._element(content))

    def _heading(self, opener: Token, content: Sequence[Token]) -> None:
        self.structure.close()
        self.owner = None
        self.chain.begin(None)
        said, data = self._split_data(content)
        title = self._text(said) or "…"
        while self.headings and self.headings[-1][0] >= opener.width:
            self.headings.pop()
        self.headings.append((opener.width, title))
        self.section = tuple(title for _, title in self.headings)
        self.read.sections[self.section] = merged(self.read.sections.get(self.section, {}), data)

    def _relation(self, opener: Token, content: Sequence[Token]) -> None:
        if self._is_empty(opener, content):
            return
        parent = self.chain.parent(opener)
        element = self._element(content)
        if parent is None:
            self.remark(opener.start, opener.end, "there is nothing above that this could be a relation to")
            self.chain.begin(element)
        else:
            if isinstance(parent, Statement) and self.chain.is_first(parent):
                parent = self.structure.target_of_undercut(parent) if opener.value in ("_", "<_") else parent
            self.chain.relate(opener, parent, element)

    def _line(self, opener: Token, content: Sequence[Token]) -> None:
        if self._is_empty(opener, content):
            return
        if not self.structure.goes_on():
            if self.owner is not None and self.owner.lines:
                self.remark(
                    opener.start, opener.end, f"<{self.owner.title}> has its premises already; these are of another"
                )
                self.owner = None
            self.structure.begin(self.owner, self.section)
        self.owner = None
        element = self._element(content)
        if isinstance(element, Argument):
            self.remark(opener.start, opener.end, "an argument is no premise; what is meant is read as a statement")
            element = self.read.statement(element.title)
            element.wordings = element.wordings or [self._wording(None, opener.start)]
        self.structure.add(element, opener)
        self.chain.begin(element)

    def _inference(self, opener: Token, content: Sequence[Token]) -> None:
        if not self.structure.takes_inference():
            self.remark(opener.start, opener.end, "there is no premise above this line, which is passed over")
            if any(token.kind != t.NEWLINE for token in content):
                self._top_level(content)
            return
        inference = self.structure.infer(opener)
        width = len(self.text[opener.start : opener.end]) - len(self.text[opener.start : opener.end].lstrip("-"))
        end = opener.start + len(opener.value)
        inference.rules, data = inference_parts(self.text, opener.start + width, end, self.lexer.closings)
        for start, stop in data:
            inference.data = merged(inference.data, self._data(start, stop))
        if end == opener.end and width < 4:
            self.remark(opener.start, opener.end, "an inference is a line of at least four hyphens")
        if any(token.kind != t.NEWLINE for token in content):
            self.remark(content[0].start, content[-1].end, "what follows an inference on its line is passed over")
        self.chain.begin(inference)

    def _is_empty(self, opener: Token, content: Sequence[Token]) -> bool:
        is_empty = all(token.kind == t.NEWLINE for token in content)
        if is_empty:
            self.remark(opener.start, opener.end, f"nothing follows `{opener.value or '#'}` here; it is passed over")
        return is_empty

    # --- elements -----------------------------------------------------------------------------------------------------

    def _element(self, content: Sequence[Token]) -> Statement | Argument:
        """Give the statement or the argument that some tokens name or define; there is at least one but line ends."""
        said, data = self._split_data(content)
        first = next((token for token in said if token.kind != t.NEWLINE), None)
        at = first.start if first else content[0].start
        kind = first.kind if first else t.TEXT
        title = first.value if first and kind in _TITLED else None
        rest = list(said[said.index(first) + 1 :]) if first and title is not None else said
        element: Statement | Argument
        if kind in (t.ARGUMENT, t.ARGUMENT_REFERENCE):
            element = self.read.argument(title)
        else:
            element = self.read.statement(title)
        text: str | None = None
        if kind not in _REFERENCES or any(token.kind not in (t.TAG, t.NEWLINE) for token in rest):
            text = self._text(rest)
            if kind in _REFERENCES:
                self.remark(at, rest[-1].end, f"text after a reference needs a colon: {self.text[at : first.end]}:")  # type: ignore[union-attr]
                text = text.removeprefix(":").strip()
        self._odd_titles(rest)
        wording = self._wording(text or None, at)
        wording.is_reference = text is None
        wording.data = data
        element.data = merged(element.data, data) if element.data else data
        element.wordings.append(wording)
        for token in rest:
            if token.kind == t.TAG:
                element.tags[token.value] = None
            elif token.kind == t.LINK:
                element.links.setdefault(self.text[token.width + 2 : token.end - 1], token.value)
        return element

    def _wording(self, text: str | None, at: int) -> Wording:
        wording = Wording(text, at)
        wording.section = self.section
        return wording

    def _text(self, content: Sequence[Token]) -> str:
        if not self.has_front:  # it stands before all that says something
            self._take_front()
        if self.read.drops_tags:
            content = [token for token in content if token.kind != t.TAG]
        text, emphases, unclosed = text_of(content, self.text)
        self.read.emphasis += emphases
        for token in unclosed:
            self.remark(
                token.start, token.end, f"`{token.value}` is never closed; write \\{token.value[0]} for the sign"
            )
        return text

    def _odd_titles(self, content: Sequence[Token]) -> None:
        for token in content:
            if token.kind in _TITLED or token.kind == t.DATA:
                self.remark(
                    token.start,
                    token.end,
                    f"this is read as text; write \\{self.text[token.start]} for the sign itself",
                )

    def _split_data(self, content: Sequence[Token]) -> tuple[Sequence[Token], dict[str, Any]]:
        """Give the tokens before the data at the end, and the data."""
        end = len(content)
        data: dict[str, Any] = {}
        while end and content[end - 1].kind in (t.NEWLINE, t.DATA):
            end -= 1
            if content[end].kind == t.DATA:
                data = merged(self._data(content[end].start, content[end].end), data)
        return content[:end], data

    def _data(self, start: int, end: int) -> dict[str, Any]:
        found = data_in_braces(self.text[start:end])
        if found is None:
            self.remark(start, end, "these data are no YAML that can be read; they are passed over")
        return found or {}


def _begins(content: Sequence[Token], number: int) -> bool:
    """Tell whether a title begins a line and is defined there, or stands alone."""
    if content[number - 1].kind != t.NEWLINE or content[number].kind not in _TITLED:
        return False
    if all(token.kind == t.NEWLINE for token in content[:number]):
        return False
    after = content[number + 1].kind if number + 1 < len(content) else t.NEWLINE
    return content[number].kind in _DEFINITIONS or after in (t.NEWLINE, t.TAG, t.DATA)

"""A Word file as paragraphs of runs: their heading levels, and what is underlined, highlighted, a cite or an id.

It reads the file's XML itself: what the usual library gives leaves out links, insertions and fields, and reads
entities. Pictures, notes and text boxes are counted, not read.
"""

from __future__ import annotations

from collections import Counter

from coldwater.findings import START
from coldwater.formats.foreign.packed import unpacked, xml_root
from coldwater.formats.native.spots import SYNTAX, RefusedError, Spot
from coldwater.formats.word_blocks.styles import (
    LEAD,
    MAP_ID,
    MAP_NOTE,
    Styles,
    W,
    in_usual_names,
    of_properties,
    outline_level,
)
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "ptab": "\t"}
_LOST = {"footnoteReference": "footnote", "endnoteReference": "footnote", "commentReference": "comment",
         "drawing": "picture", "pict": "picture", "object": "picture", "txbxContent": "text box"}  # fmt: skip
_SKIPPED = frozenset(W + tag for tag in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "sectPr"))
_HEADINGS = 4


class Run(NamedTuple):
    """Characters with the same look.

    ``role``: ``cite``, ``mapid``, ``strong`` (words of ours), ``mapnote`` (the source in full), or empty.
    """

    text: str
    is_underlined: bool = False
    is_highlighted: bool = False
    is_bold: bool = False
    role: str = ""


class Paragraph(NamedTuple):
    """A paragraph: its number in the file, from 1; its heading level, or None; its depth in a list, or None; links."""

    number: int
    level: int | None
    depth: int | None
    runs: tuple[Run, ...]
    links: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All of it, ids of a map and notes left out."""
        return "".join(run.text for run in self.runs if run.role not in (MAP_ID, MAP_NOTE))

    @property
    def note(self) -> str:
        """The source in full, from its note on pages of ours; empty where it was named before."""
        return "".join(run.text for run in self.runs if run.role == MAP_NOTE).strip()

    @property
    def tag(self) -> tuple[str, ...]:
        """The ids and short words behind the text, on pages of ours."""
        said = "".join(run.text for run in self.runs if run.role == MAP_ID)
        return tuple(word.strip() for word in said.split(";") if word.strip())

    @property
    def lead(self) -> str:
        """The words of ours before the text."""
        first = self.runs[0] if self.runs else Run("")
        return first.text.strip() if first.role == LEAD else ""

    @property
    def body(self) -> str:
        """The text without the words before it."""
        return self.text[len(self.runs[0].text) :] if self.lead else self.text


class WordFile(NamedTuple):
    """The paragraphs of a file that say something, its title if it has one, and what is passed over, counted."""

    paragraphs: tuple[Paragraph, ...]
    title: str
    lost: Counter[str]

    @property
    def is_ours(self) -> bool:
        """Whether ids of a map stand behind its texts."""
        return any(run.role == MAP_ID for paragraph in self.paragraphs for run in paragraph.runs)


def word_file(data: bytes) -> WordFile:
    """Read a Word file. Raises RefusedError for what is damaged, no Word file, or unpacks to too much. Cost: linear."""
    document = unpacked(data, "word/document.xml")
    if document is None:
        raise RefusedError(Spot(SYNTAX, START, "the archive holds no Word document"))
    root = in_usual_names(xml_root(document))
    styles = Styles(_part(data, "word/styles.xml"))
    notes = _notes(_part(data, "word/footnotes.xml"))
    reader = _Reader(styles, _links(_part(data, "word/_rels/document.xml.rels")), notes)
    body = root.find(f"{W}body")
    paragraphs = tuple(reader.paragraphs(root if body is None else body))
    return WordFile(paragraphs, reader.title, reader.lost)


def _part(data: bytes, name: str) -> Element | None:
    """Give a part that a file can do without; None where it is missing or damaged."""
    try:
        found = unpacked(data, name)
        return None if found is None else in_usual_names(xml_root(found))
    except RefusedError:
        return None


def _links(root: Element | None) -> dict[str, str]:
    return {} if root is None else {one.get("Id") or "": one.get("Target") or "" for one in root}


def _notes(root: Element | None) -> dict[str, str]:
    notes = () if root is None else root.iter(f"{W}footnote")
    return {one.get(f"{W}id") or "": "".join(text.text or "" for text in one.iter(f"{W}t")) for one in notes}


class _Reader:
    def __init__(self, styles: Styles, links: dict[str, str], notes: dict[str, str]) -> None:
        self.lost: Counter[str] = Counter()
        self.title = ""
        self._styles = styles
        self._links = links
        self._notes = notes

    def paragraphs(self, body: Element) -> Iterator[Paragraph]:
        """Give what says something, in order; those in tables as well."""
        for number, element in enumerate(_outer(body, self.lost), 1):
            found = self._paragraph(element, number)
            if found is not None:
                yield found

    def _paragraph(self, element: Element, number: int) -> Paragraph | None:
        properties = element.find(f"{W}pPr")
        style = _style(properties, "pStyle")
        links: list[str] = []
        runs = tuple(_merged(self._runs(element, style, links)))
        if not any(run.text.strip() for run in runs) or self._styles.is_contents(style):
            return None
        if self._styles.is_title(style) and not self.title:
            self.title = "".join(run.text for run in runs if run.role != MAP_ID)
            return None
        level = outline_level(properties) or self._styles.level(style)
        level = None if level is None or level > _HEADINGS else level
        return Paragraph(number, level, _depth(properties), runs, tuple(links))

    def _runs(self, element: Element, style: str, links: list[str]) -> Iterator[Run]:
        base = self._styles.look(style)
        for run, link in _in_order(element, self.lost):
            if link and (target := self._links.get(link)) and target not in links:
                links.append(target)
            properties = run.find(f"{W}rPr")
            own, named = of_properties(properties), self._styles.look(_style(properties, "rStyle"))
            text = self._noted(run) if named.role == MAP_NOTE else "".join(_text(run))
            if not text:
                continue
            looks = (own, named, base)
            yield Run(
                text,
                bool(next((one.underline for one in looks if one.underline is not None), False)),
                bool(next((one.highlight for one in looks if one.highlight is not None), False)),
                bool(next((one.bold for one in looks if one.bold is not None), False)),
                named.role,
            )

    def _noted(self, run: Element) -> str:
        """Give the text of the note that a number of ours leads to."""
        mark = run.find(f"{W}footnoteReference")
        if mark is None:
            return ""
        self.lost["footnote"] -= 1
        return self._notes.get(mark.get(f"{W}id") or "", "")


def _outer(body: Element, lost: Counter[str]) -> Iterator[Element]:
    """Give the paragraphs below an element that lie in no other paragraph."""
    waiting = [iter(body)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        elif element.tag == f"{W}p":
            yield element
        elif element.tag not in _SKIPPED and element.tag != _FALLBACK:
            lost["table"] += element.tag == f"{W}tbl"
            waiting.append(iter(element))


def _in_order(paragraph: Element, lost: Counter[str]) -> Iterator[tuple[Element, str]]:
    """Give the runs of a paragraph, each with the id of the link that it lies in; count what is passed over."""
    waiting = [(iter(paragraph), "")]
    while waiting:
        elements, link = waiting[-1]
        element = next(elements, None)
        if element is None:
            waiting.pop()
            continue
        tag = element.tag[len(W) :] if element.tag.startswith(W) else ""
        if tag in _LOST:
            lost[_LOST[tag]] += 1
        elif element.tag not in _SKIPPED and element.tag != _FALLBACK:
            if tag == "r":
                yield element, link
            waiting.append((iter(element), element.get(_REL) or link if tag == "hyperlink" else link))


def _text(run: Element) -> Iterator[str]:
    for element in run:
        tag = element.tag[len(W) :] if element.tag.startswith(W) else ""
        if tag == "t":
            yield element.text or ""
        elif tag in _BREAKS:
            yield _BREAKS[tag]


def _style(properties: Element | None, tag: str) -> str:
    element = None if properties is None else properties.find(f"{W}{tag}")
    return "" if element is None else element.get(f"{W}val") or ""


def _depth(properties: Element | None) -> int | None:
    """Give how deep an entry of a list lies, from 0; None for what is none."""
    numbering = None if properties is None else properties.find(f"{W}numPr")
    level = None if numbering is None else numbering.find(f"{W}ilvl")
    if numbering is None:
        return None
    said = "0" if level is None else level.get(f"{W}val") or "0"
    return int(said) if said.isascii() and said.isdigit() and len(said) < 3 else 0


def _merged(runs: Iterator[Run]) -> Iterator[Run]:
    """Give runs of the same look as one: Word parts them at will."""
    before: Run | None = None
    for run in runs:
        if before is not None and before[1:] == run[1:]:
            before = before._replace(text=before.text + run.text)
            continue
        if before is not None:
            yield before
        before = run
    if before is not None:
        yield before

"""Footnotes of a Word file, which python-docx does not know: their part, and the marks that lead to them.

A note stands where it is named first; where it is named again, its number is a field that refers to it.
"""

from __future__ import annotations

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from coldwater.prep.setting.docx_styles import NOTE, NOTE_MARK
from coldwater.printable import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_MARK = f'<w:rPr><w:rStyle w:val="{NOTE_MARK}"/></w:rPr>'
#: The lines between text and notes, which every file with notes has, under these numbers.
_LINES = (("separator", -1), ("continuationSeparator", 0))


def note_mark(number: int, *, is_first: bool) -> Iterator[BaseOxmlElement]:
    """Give what stands in a paragraph for a note; ``number`` is from 1, and told by the program that shows it."""
    if is_first:
        yield parse_xml(f'<w:bookmarkStart {_W} w:id="{number}" w:name="_RefSource{number}"/>')
        yield parse_xml(f'<w:r {_W}>{_MARK}<w:footnoteReference w:id="{number}"/></w:r>')
        yield parse_xml(f'<w:bookmarkEnd {_W} w:id="{number}"/>')
    else:
        yield parse_xml(
            f'<w:fldSimple {_W} w:instr=" NOTEREF _RefSource{number} \\h ">'
            f"<w:r>{_MARK}<w:t>{number}</w:t></w:r></w:fldSimple>"
        )


def add_notes(document: WordDocument, texts: Sequence[str]) -> None:
    """Put notes into a file, from number 1; texts are made safe here."""
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240"/></w:pPr>'
        f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
        for kind, number in _LINES
    )
    root = parse_xml(f"<w:footnotes {_W}>{lines}</w:footnotes>")
    for number, text in enumerate(texts, 1):
        root.append(_note(number, text))
    part = Part(PackURI("/word/footnotes.xml"), _TYPE, _written(root), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    settings = document.settings.element
    known = "".join(f'<w:footnote w:id="{number}"/>' for _, number in _LINES)
    told = parse_xml(f"<w:footnotePr {_W}>{known}</w:footnotePr>")
    settings.find(qn("w:compat")).addprevious(told)


def _note(number: int, text: str) -> BaseOxmlElement:
    note = parse_xml(
        f'<w:footnote {_W} w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{NOTE}"/></w:pPr>'
        f'<w:r>{_MARK}<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"/></w:r></w:p></w:footnote>'
    )
    next(note.iter(qn("w:t"))).text = f" {printable(text)}"
    return note


def _written(root: BaseOxmlElement) -> bytes:
    from docx.opc.oxml import serialize_part_xml  # noqa: PLC0415 - its types are not told

    return serialize_part_xml(root)

"""A Word file around a body: python-docx's empty file with our styles, and nothing in it that differs by the day."""

from __future__ import annotations

import zipfile
from html import escape
from io import BytesIO

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Twips

from coldwater.prep.setting.docx_notes import add_notes
from coldwater.prep.setting.docx_styles import FOOTER, fonts_xml, numbering_xml, styles_xml
from coldwater.prep.setting.page import Picture
from coldwater.prep.setting.reading import paper_of
from coldwater.printable import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, MutableMapping, Sequence

    from docx.document import Document as WordDocument
    from docx.opc.rel import _Relationship
    from docx.oxml.xmlchemy import BaseOxmlElement

#: Width and height of paper, and the margin, in mm.
_PAPERS = {"A4": (210.0, 297.0), "letter": (215.9, 279.4)}
_MARGIN = 20
#: What python-docx's empty file holds beyond need: a picture, an author's program, a second set of styles.
_NEEDLESS = ("/thumbnail", "/extended-properties", "/stylesWithEffects", "/customXml", "/webSettings")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date that a ZIP file can tell


def word_file(body: Iterable[BaseOxmlElement | Picture], title: str, language: str, notes: Sequence[str] = ()) -> bytes:
    """Give a Word file. ``title`` must be safe to print; ``language`` is a BCP 47 tag, which also tells the paper.

    ``notes``: the texts of its footnotes, from number 1.
    """
    document = Document()
    _replace(document.styles.element, styles_xml(language))
    _replace(document.part.numbering_part.element, numbering_xml())
    _modernise(document)
    for part in (document.part.rels, document.part.package.rels):
        _drop_needless(part)
    _lay_out(document, title, language)
    end = document.element.body.sectPr
    for element in body:
        end.addprevious(_drawn(document, element, language) if isinstance(element, Picture) else element)
    if notes:
        add_notes(document, notes)
    made = BytesIO()
    document.save(made)
    return _packed(made, {"docProps/core.xml": _properties(title, language), "word/fontTable.xml": fonts_xml()})


def _drawn(document: WordDocument, picture: Picture, language: str) -> BaseOxmlElement:
    """Put a picture into the file, as wide as the text, and give the paragraph that holds it."""
    inline = document.part.new_pic_inline(BytesIO(picture.png), width=Twips(text_width(language)))
    inline.docPr.set("descr", printable(picture.text))
    paragraph = parse_xml('<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:r/></w:p>')
    paragraph.r_lst[0].add_drawing(inline)
    return paragraph


def _replace(element: BaseOxmlElement, xml: str) -> None:
    """Put the content of other XML in the place of an element's own."""
    for child in list(element):
        element.remove(child)
    element.extend(list(parse_xml(xml)))


def _modernise(document: WordDocument) -> None:
    """Keep Word from opening the file as one of an older program."""
    for setting in document.settings.element.xpath(".//w:compatSetting[@w:name='compatibilityMode']"):
        setting.set(qn("w:val"), "15")
    for needless in document.settings.element.xpath("w:rsids | w:zoom | w:savePreviewPicture | w:compat/w:useFELayout"):
        needless.getparent().remove(needless)


def _drop_needless(relationships: MutableMapping[str, _Relationship]) -> None:
    for name in [key for key, one in relationships.items() if one.reltype.endswith(_NEEDLESS)]:
        del relationships[name]


def _lay_out(document: WordDocument, title: str, language: str) -> None:
    """Set paper, margins, and the foot of each page: the title, the page's number and how many there are."""
    section = document.sections[0]
    width, height = _PAPERS[paper_of(language)]
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)
    section.header_distance = section.footer_distance = Mm(10)
    line = section.footer.paragraphs[0].paragraph_format.element
    for child in list(line):
        line.remove(child)
    right = text_width(language)
    foot = parse_xml(
        '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:pPr><w:pStyle w:val="{FOOTER}"/><w:tabs><w:tab w:val="right" w:pos="{right}"/></w:tabs>'
        f'<w:ind w:right="0"/></w:pPr><w:r><w:t xml:space="preserve">{escape(_short(title))}</w:t></w:r>'
        '<w:r><w:tab/></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        '<w:r><w:t xml:space="preserve"> / </w:t></w:r>'
        '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    )
    line.extend(list(foot))


def text_width(language: str) -> int:
    """Give the width of the text on the paper that a language tag tells, in twentieths of a point."""
    return round((_PAPERS[paper_of(language)][0] - 2 * _MARGIN) / 25.4 * 1440)


def _short(title: str) -> str:
    """Cut a title that would not leave the foot of a page on one line."""
    return title if len(title) <= 80 else f"{title[:79].rstrip()}…"


def _properties(title: str, language: str) -> str:
    """Give the document's properties: its title and language, and no date and no name."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>"
    )


def _packed(made: BytesIO, replaced: Mapping[str, str]) -> bytes:
    """Pack a file again with some of its parts replaced and all dates alike."""
    packed = BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = replaced[name].encode() if name in replaced else old.read(name)
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3  # or Windows would write another byte
            new.writestr(member, data)
    return packed.getvalue()

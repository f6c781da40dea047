"""A Word file of headings and paragraphs, as debaters' macros know them; the same paragraphs give the same bytes.

The ids and names of the styles are those of ``prep.setting.docx_styles``, which says where they are from.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from unicodedata import bidirectional
from xml.sax.saxutils import escape, quoteattr

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: A text with the id of its style, or none.
Words = tuple[str, str]
CITE, UNDERLINE, LEAD, MAP_ID = "Style13ptBold", "StyleUnderline", "Strong", "MapId"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date that a ZIP file can tell
_HEADINGS = (("Pocket", 36, 0), ("Hat", 28, 360), ("Block", 24, 280), ("Tag", 22, 160))
_CHARACTERS = (
    (CITE, "Style 13 pt Bold", "Cite", '<w:b/><w:sz w:val="26"/>'),
    (UNDERLINE, "Style Underline", "Underline", '<w:u w:val="single"/>'),
    (LEAD, "Strong", "", "<w:b/>"),
    (MAP_ID, "Map Id", "", '<w:b w:val="0"/><w:color w:val="767676"/><w:sz w:val="16"/>'),
)
#: What XML 1.0 cannot hold.
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def paragraph(words: Sequence[Words], level: int | None = None, depth: int | None = None) -> str:
    """Give a paragraph as XML: a heading of a level from 1, an entry of a list at a depth from 0, or plain."""
    properties = f'<w:pStyle w:val="Heading{level}"/>' if level is not None else ""
    if depth is not None:
        properties += f'<w:numPr><w:ilvl w:val="{min(depth, 8)}"/><w:numId w:val="1"/></w:numPr>'
    if _is_right_to_left("".join(text for text, style in words if style != LEAD)):
        properties += "<w:bidi/>"
    head = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{head}{''.join(_run(text, style) for text, style in words if text)}</w:p>"


def _run(text: str, style: str) -> str:
    properties = f'<w:rStyle w:val="{style}"/>' if style else ""
    if _is_right_to_left(text):
        properties += "<w:rtl/>"
    head = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{head}{''.join(_pieces(_UNFIT.sub('', text)))}</w:r>"


def _pieces(text: str) -> Iterator[str]:
    for piece in re.split("([\t\n])", text):
        if piece in ("\t", "\n"):
            yield "<w:tab/>" if piece == "\t" else "<w:br/>"
        elif piece:
            yield f'<w:t xml:space="preserve">{escape(piece)}</w:t>'


def _is_right_to_left(text: str) -> bool:
    if text.isascii():
        return False
    return next((bidirectional(sign) in ("R", "AL") for sign in text if bidirectional(sign) in ("L", "R", "AL")), False)


def packed(paragraphs: Iterable[str], title: str, language: str) -> bytes:
    """Give the bytes of a Word file; ``language`` is a BCP 47 tag."""
    body = "".join(paragraphs)
    paper = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" '
    paper += 'w:header="567" w:footer="567" w:gutter="0"/>'
    section = f"<w:sectPr>{paper}</w:sectPr>"
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": f'<w:document xmlns:w="{_MAIN}"><w:body>{body}{section}</w:body></w:document>',
        "word/styles.xml": _styles(language),
        "word/numbering.xml": _numbering(),
        "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS,
        "docProps/core.xml": _properties(title, language),
    }
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3  # or Windows would write another byte
            archive.writestr(member, (_HEAD + content).encode())
    return made.getvalue()


def _styles(language: str) -> str:
    font = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
    spacing = '<w:spacing w:after="80" w:line="259" w:lineRule="auto"/>'
    defaults = f"<w:rPrDefault><w:rPr>{font}<w:lang w:val={quoteattr(language)}/></w:rPr></w:rPrDefault>"
    defaults += f"<w:pPrDefault><w:pPr>{spacing}</w:pPr></w:pPrDefault>"
    default = '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    styles = [
        f"<w:docDefaults>{defaults}</w:docDefaults>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
        f'{default}<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>',
    ]
    for level, (alias, size, before) in enumerate(_HEADINGS, 1):
        styles.append(
            f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
            f'<w:aliases w:val="{alias}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr>'
            f'<w:keepNext/><w:keepLines/><w:spacing w:before="{before}" w:after="80"/>'
            f'<w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        )
    for id_, name, alias, look in _CHARACTERS:
        aliases = f'<w:aliases w:val="{alias}"/>' if alias else ""
        styles.append(
            f'<w:style w:type="character" w:styleId="{id_}"><w:name w:val="{name}"/>{aliases}<w:qFormat/>'
            f"<w:rPr>{look}</w:rPr></w:style>"
        )
    return f'<w:styles xmlns:w="{_MAIN}">{"".join(styles)}</w:styles>'


def _numbering() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{340 * level + 340}" w:hanging="240"/></w:pPr></w:lvl>'
        for level in range(9)
    )
    return (
        f'<w:numbering xmlns:w="{_MAIN}"><w:abstractNum w:abstractNumId="0">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def _properties(title: str, language: str) -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(_UNFIT.sub('', title))}</dc:title><dc:language>{escape(language)}</dc:language>"
        "</cp:coreProperties>"
    )


_KINDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_KINDS}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_KINDS}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_KINDS}.numbering+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_OF_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OF_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONS = (
    f'<Relationships xmlns="{_OF_PACKAGE}">'
    f'<Relationship Id="rId1" Type="{_OF_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_OF_PACKAGE}/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
_DOCUMENT_RELATIONS = (
    f'<Relationships xmlns="{_OF_PACKAGE}">'
    f'<Relationship Id="rId1" Type="{_OF_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OF_OFFICE}/numbering" Target="numbering.xml"/></Relationships>'
)

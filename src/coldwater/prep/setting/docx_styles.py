"""The look of a Word file: styles under the names that debaters' macros look for, and bullets for lists.

Macros find the parts of a file by its styles: headings 1 to 4, which they also call Pocket, Hat, Block and Tag; the
characters of a citation (Cite), of what is read out (Underline), and of what is stressed (Emphasis). The style ids and
names are those of the template that most of these macros come with; the look is ours.
"""

from __future__ import annotations

from coldwater.prep.setting.reading import OURS, script_of
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: Style ids, as paragraphs and runs name them.
HEADINGS = ("Heading1", "Heading2", "Heading3", "Heading4")
CITE, UNDERLINE, EMPHASIS, LEAD, MAP_ID = "Style13ptBold", "StyleUnderline", "Emphasis", "Strong", "MapId"
TABLE, CELL, FOOTER = "MapTable", "MapCell", "Footer"
#: The text of a footnote, and its number.
NOTE, NOTE_MARK = "FootnoteText", "MapNote"
#: How deep entries are indented; the deeper ones stand below each other.
LEVELS = 9
#: The colour of headings, as of the thesis in drawings.
_MARK = '<w:color w:val="22304A"/>'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FONT, _ALTERNATIVE = "Calibri", "Carlito"
_BULLETS = "•–·"


class _Style(NamedTuple):
    """A style: kind, id, name, what macros call it too, and the XML of what it does to paragraphs and characters."""

    kind: str
    id: str
    name: str
    alias: str = ""
    paragraph: str = ""
    characters: str = ""


def _heading(level: int, alias: str, size: int, before: int, more: str = "") -> _Style:
    paragraph = (
        f'<w:keepNext/><w:keepLines/>{more}<w:spacing w:before="{before}" w:after="80"/>'
        f'<w:outlineLvl w:val="{level - 1}"/>'
    )
    return _Style("paragraph", f"Heading{level}", f"heading {level}", alias, paragraph, f"<w:b/>{_MARK}{_size(size)}")


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


_RULE_BELOW = '<w:pBdr><w:bottom w:val="single" w:sz="{width}" w:space="3" w:color="22304A"/></w:pBdr>'
_STYLES = (
    _heading(1, "Pocket", 36, 0, _RULE_BELOW.format(width=12)),
    _heading(2, "Hat", 28, 360, _RULE_BELOW.format(width=4)),
    _heading(3, "Block", 24, 280),
    _heading(4, "Tag", 22, 160),
    _Style("character", CITE, "Style 13 pt Bold", "Cite", "", f"<w:b/>{_size(26)}"),
    _Style("character", UNDERLINE, "Style Underline", "Underline", "", '<w:u w:val="single"/>'),
    _Style("character", EMPHASIS, "Emphasis", "", "", '<w:b/><w:i w:val="0"/><w:u w:val="single"/>'),
    _Style("character", LEAD, "Strong", "", "", "<w:b/>"),
    _Style("character", MAP_ID, "Map Id", "", "", f'<w:b w:val="0"/><w:color w:val="767676"/>{_size(16)}'),
    _Style("paragraph", CELL, "Map Cell", "", '<w:spacing w:before="30" w:after="30" w:line="240"/>', _size(20)),
    _Style("character", NOTE_MARK, "Map Note", "", "", '<w:vertAlign w:val="superscript"/>'),
    _Style("paragraph", NOTE, "footnote text", "", '<w:spacing w:after="20" w:line="240"/>', _size(18)),
    _Style("paragraph", FOOTER, "footer", "", '<w:spacing w:after="0"/>', f'<w:color w:val="595959"/>{_size(17)}'),
)  # fmt: skip


def styles_xml(language: str) -> str:
    """Give the part of a Word file that holds its styles; ``language`` is a BCP 47 tag without signs of XML."""
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:cs="{_FONT}"/>{_size(22)}'
        f"{_languages(language)}</w:rPr></w:rPrDefault>"
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="80" w:line="259" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )
    return f"<w:styles {_W}>{defaults}{''.join(_all_styles())}</w:styles>"


def _languages(language: str) -> str:
    """Name the language of each kind of script; a program breaks lines by it. Our own words are always Latin."""
    kind = script_of(language)
    latin = language if kind == "latin" else OURS
    other = {"east-asian": f' w:eastAsia="{language}"', "right-to-left": f' w:bidi="{language}"'}.get(kind, "")
    return f'<w:lang w:val="{latin}"{other}/>'


def _all_styles() -> Iterator[str]:
    yield '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    yield (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    yield (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="80" w:type="dxa"/>'
        '<w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    for style in _STYLES:
        is_paragraph = style.kind == "paragraph"
        based = "Normal" if is_paragraph else "DefaultParagraphFont"
        yield (
            f'<w:style w:type="{style.kind}" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
            + (f'<w:aliases w:val="{style.alias}"/>' if style.alias else "")
            + f'<w:basedOn w:val="{based}"/>'
            + ('<w:next w:val="Normal"/>' if is_paragraph else "")
            + "<w:qFormat/>"
            + (f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else "")
            + f"<w:rPr>{style.characters}</w:rPr></w:style>"
        )
    yield _table_style()


def _table_style() -> str:
    line = 'w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"'
    borders = "".join(f"<w:{edge} {line}/>" for edge in ("top", "bottom", "insideH"))
    return (
        f'<w:style w:type="table" w:styleId="{TABLE}"><w:name w:val="Map Table"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>'
        '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/></w:tcPr></w:tblStylePr></w:style>'
    )


def numbering_xml() -> str:
    """Give the part that holds the bullets of lists, as number 1."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f'<w:lvlText w:val="{_BULLETS[min(level, len(_BULLETS) - 1)]}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{340 * level + 340}" w:hanging="240"/></w:pPr></w:lvl>'
        for level in range(LEVELS)
    )
    return (
        f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>{levels}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def fonts_xml() -> str:
    """Give the part that names the font and what may stand in for it."""
    return (
        f'<w:fonts {_W}><w:font w:name="{_FONT}"><w:altName w:val="{_ALTERNATIVE}"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )

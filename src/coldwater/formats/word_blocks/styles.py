"""The styles of a Word file: which make a heading of which level, which underline, highlight, or mark a cite or an id.

Word keeps a heading's level in its style, whatever the style is called; where it does not, its name tells, in many
languages. Debaters' templates call the levels pocket, hat, block and tag, and have styles for cites and underlining.
"""

from __future__ import annotations

import re

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: Other namespaces that programs write for the same elements (ISO 29500 Strict).
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
#: The style that ids of a map have on pages of ours, and that of words of ours before a text.
MAP_ID, LEAD = "mapid", "strong"
#: That of the number of a note which names a source in full.
MAP_NOTE = "mapnote"
_BY_NAME = {"pocket": 1, "hat": 2, "block": 3, "tag": 4, "tags": 4}
_HEADING = re.compile(
    r"(?:heading|[üu]?berschrift|titre|t[íi]tulo|titolo|kop|rubrik|overskrift|otsikko|nag[łl][óo]wek|nadpis|c[íi]msor"
    r"|заголовок|ba[şs]l[ıi]k|επικεφαλίδα|antra[šs]t[ėe]|pealkiri|virsraksts|標題|标题|見出し|제목)\s*([1-9])",
    re.IGNORECASE,
)
_CITES = ("cite", "style13ptbold", "style 13 pt bold", "author-date", "citation")
_UNDERLINES = ("underline", "styleunderline", "style underline", "emphasis", "styleboldunderline")
_DEEPEST = 20  # styles are based on styles, in good files not in a circle


class Look(NamedTuple):
    """What a style or a run does: None where it says nothing of it."""

    underline: bool | None = None
    highlight: bool | None = None
    bold: bool | None = None
    role: str = ""


class Styles:
    """Answers what a style id means. A file without styles, or with damaged ones, goes by the ids."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        for style in () if root is None else root.iter(f"{W}style"):
            self._elements.setdefault(style.get(f"{W}styleId") or "", style)
        self._levels: dict[str, int | None] = {}
        self._looks: dict[str, Look] = {}

    def level(self, id_: str) -> int | None:
        """Give the level of the heading that a paragraph style makes, from 1; None for other text."""
        if id_ not in self._levels:
            self._levels[id_] = self._level(id_)
        return self._levels[id_]

    def is_contents(self, id_: str) -> bool:
        """Tell whether a paragraph belongs to a table of contents."""
        return any(re.match(r"toc\s*\d|toc ?heading|verzeichnis\s*\d", name) for name in self._names(id_))

    def is_title(self, id_: str) -> bool:
        """Tell whether a paragraph is the title of the document."""
        return bool({"title", "titel", "titre"} & set(self._names(id_)))

    def look(self, id_: str) -> Look:
        """Give what a character or paragraph style does to the characters, by itself and by what it is based on."""
        if id_ not in self._looks:
            self._looks[id_] = self._look(id_)
        return self._looks[id_]

    def _chain(self, id_: str) -> list[Element]:
        found: list[Element] = []
        while id_ in self._elements and len(found) < _DEEPEST:
            found.append(self._elements[id_])
            based = found[-1].find(f"{W}basedOn")
            id_ = "" if based is None else based.get(f"{W}val") or ""
        return found

    def _names(self, id_: str) -> list[str]:
        """Give the id, the name and the other names of a style, in small letters."""
        names = [id_]
        if (style := self._elements.get(id_)) is not None:
            for tag in ("name", "aliases"):
                if (element := style.find(f"{W}{tag}")) is not None:
                    names += re.split(r"[,;]", element.get(f"{W}val") or "")
        return [name.strip().casefold() for name in names if name.strip()]

    def _level(self, id_: str) -> int | None:
        for style in self._chain(id_):
            if (level := _level_named(self._names(style.get(f"{W}styleId") or ""))) is not None:
                return level
            if (level := outline_level(style.find(f"{W}pPr"))) is not None:
                return level
        return _level_named([id_.casefold()])

    def _look(self, id_: str) -> Look:
        looks = [of_properties(style.find(f"{W}rPr")) for style in self._chain(id_)]
        names = [name for style in self._chain(id_) for name in self._names(style.get(f"{W}styleId") or "")]
        names += self._names(id_)
        role = next((role for role in (MAP_ID, LEAD, MAP_NOTE) if role in names[:2]), "")
        role = role or ("cite" if any(name in _CITES for name in names) else "")
        underline = _first(one.underline for one in looks)
        if underline is None and any(name in _UNDERLINES for name in names):
            underline = True
        return Look(underline, _first(one.highlight for one in looks), _first(one.bold for one in looks), role)


def _level_named(names: list[str]) -> int | None:
    """Give the level of a heading that is called one of these names, in small letters."""
    for name in names:
        if name in _BY_NAME:
            return _BY_NAME[name]
        if found := _HEADING.fullmatch(name):
            return int(found[1])
    return None


def outline_level(properties: Element | None) -> int | None:
    """Give the level that the properties of a paragraph say, from 1; None where they say none, or plain text (9)."""
    element = None if properties is None else properties.find(f"{W}outlineLvl")
    said = "" if element is None else element.get(f"{W}val") or ""
    return int(said) + 1 if said.isascii() and said.isdigit() and len(said) == 1 and said != "9" else None


def of_properties(properties: Element | None) -> Look:
    """Give what the properties of a run or a style do to the characters."""
    if properties is None:
        return Look()
    underline = _value(properties, "u")
    colours = [colour for colour in (_value(properties, "highlight"), _shade(properties)) if colour is not None]
    bold = _value(properties, "b")
    return Look(
        None if underline is None else underline not in ("none", "0", "false"),
        any(colour not in ("none", "auto", "FFFFFF", "ffffff", "clear") for colour in colours) if colours else None,
        None if bold is None else bold not in ("0", "false", "none", "off"),
    )


def _value(properties: Element, tag: str) -> str | None:
    element = properties.find(f"{W}{tag}")
    return None if element is None else element.get(f"{W}val", "single")


def _shade(properties: Element) -> str | None:
    element = properties.find(f"{W}shd")
    return None if element is None else element.get(f"{W}fill", "auto")


def _first(values: object) -> bool | None:
    return next((value for value in values if value is not None), None)  # type: ignore[attr-defined]


def in_usual_names(root: Element) -> Element:
    """Give an element whose names are those of the usual namespace: some programs write the strict one."""
    for element in root.iter():
        if element.tag.startswith(_STRICT):
            element.tag = W + element.tag[len(_STRICT) :]
            renamed: Mapping[str, str] = {key.replace(_STRICT, W): value for key, value in element.attrib.items()}
            element.attrib.clear()
            element.attrib.update(renamed)
    return root

"""The files of FreeMind and Freeplane (.mm)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from coldwater.formats.foreign.gathering import Gathering
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look
    from coldwater.formats.foreign.xml_places import XmlPlaces
    from coldwater.formats.mindmaps.branches import Branch

NAME = "freemind"
TITLE = "FreeMind, Freeplane (.mm)"
ENDINGS = (".mm",)
LOSES_IN: tuple[str, ...] = (
    "arrows between branches, attributes that are no stance, formulas, pictures",
    "looks: fonts, clouds, colours other than green and red where both are used",
)
LOSES_OUT: tuple[str, ...] = ()


def is_one(look: Look) -> bool:
    """Tell whether the root element is a map with nodes."""
    return look.root_tag == "map" and "<node" in look.text[:20_000]


def read(given: Given) -> Imported:
    """Read a mind map."""
    from coldwater.formats.foreign.gathering import Gathering  # noqa: PLC0415 - only where there is one
    from coldwater.formats.foreign.packed import xml_root  # noqa: PLC0415
    from coldwater.formats.foreign.xml_places import XmlPlaces  # noqa: PLC0415
    from coldwater.formats.mindmaps.branches import grown  # noqa: PLC0415

    root = xml_root(given.data)
    gathering = Gathering(NAME, given)
    places = XmlPlaces(given.data, root, "node")
    tops = [element for element in root if element.tag == "node"]
    roots = [_branch(element, gathering, places) for element in tops]
    pairs = list(zip(tops, roots, strict=True))
    while pairs:
        element, branch = pairs.pop()
        inside = [one for one in element if one.tag == "node"]
        branch.below = [_branch(one, gathering, places) for one in inside]
        pairs += zip(inside, branch.below, strict=True)
    return grown(gathering, "", roots)


def _branch(element: Element, gathering: Gathering, places: XmlPlaces) -> Branch:
    from coldwater.formats.foreign.stances import stance_of  # noqa: PLC0415
    from coldwater.formats.mindmaps.branches import Branch  # noqa: PLC0415

    held = element.attrib
    branch = Branch(held.get("TEXT") or held.get("LOCALIZED_TEXT") or "", places.of(element), held.get("ID"))
    branch.links = [held["LINK"]] if held.get("LINK") else []
    branch.colours = [held[key] for key in ("COLOR", "BACKGROUND_COLOR") if key in held]
    for one in element:
        kind = one.tag
        if kind == "icon":
            branch.signs.append(one.get("BUILTIN", ""))
        elif kind == "richcontent":
            words = _words(one)
            if one.get("TYPE") == "NODE":
                branch.text = branch.text or words
            else:
                branch.note = f"{branch.note}\n{words}".strip()
        elif kind == "attribute":
            value = one.get("VALUE", "")
            if stance_of(value) and not branch.signs:
                branch.signs.append(value)
            else:
                gathering.lose("attribute", "it says neither pro nor con", held.get("ID"))
        elif kind == "arrowlink":
            gathering.lose("arrow", "nothing says what it means", held.get("ID"))
    return branch


def _words(element: Element) -> str:
    """Give the words of a text that is HTML within the file, a row for each paragraph."""
    rows: list[str] = []
    for part in element.iter():
        if part.tag in ("p", "li", "div", "body", "text"):
            rows.append("")
        words = " ".join((part.text or "").split())
        tail = " ".join((part.tail or "").split()) if part is not element else ""
        if words or tail:
            rows = rows or [""]
            rows[-1] = " ".join(filter(None, [rows[-1], words, tail]))
    return "\n".join(row for row in rows if row)

"""OPML read and written. What coldwater writes has its notes in an attribute, and so comes back whole."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from coldwater.formats.foreign.gathering import Gathering
from coldwater.formats.foreign.losses import Losses
from coldwater.formats.foreign.outgoing import Written, lose_fields
from coldwater.formats.foreign.packed import xml_root
from coldwater.formats.foreign.stances import SIGNS
from coldwater.formats.foreign.texts import cleaned, one_line
from coldwater.formats.foreign.twigs import Growing, Twig
from coldwater.formats.foreign.xml_places import XmlPlaces
from coldwater.formats.mindmaps.branches import Branch, grown
from coldwater.formats.outlines.notes import is_notes, take_notes
from coldwater.formats.outlines.placed import Placing
from coldwater.formats.outlines.reading import UNCONNECTED, Holders, say_strange
from coldwater.formats.outlines.writing import CARRIED, lose_words

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.outgoing import Outgoing

_WHY = "OPML as coldwater writes it has no place for it"
_OWN = "coldwater"
_BADGES = {"supports": "+", "backs": "+", "attacks": "−", "undercuts": "×"}
_KNOWN = (
    "text",
    "title",
    "_note",
    "note",
    "url",
    "htmlurl",
    "xmlurl",
    "link",
    "type",
    "_status",
    "relation",
    "stance",
    "id",
)


def read(format_: str, given: Given) -> Imported:
    """Read an outline."""
    root = xml_root(given.data)
    gathering = Gathering(format_, given)
    title = next((element.text or "" for element in root.iter() if _name(element) == "title"), "")
    body = next((element for element in root.iter() if _name(element) == "body"), root)
    tops = [element for element in body if _name(element) == "outline"]
    if any(is_notes(element.get(_OWN, "")) for element in tops[:1]):
        return _own(gathering, title, tops, XmlPlaces(given.data, root, "outline"))
    places = XmlPlaces(given.data, root, "outline")
    roots = [_branch(element, gathering, places) for element in tops]
    pairs = list(zip(tops, roots, strict=True))
    while pairs:
        element, branch = pairs.pop()
        inside = [one for one in element if _name(one) == "outline"]
        branch.below = [_branch(one, gathering, places) for one in inside]
        pairs += zip(inside, branch.below, strict=True)
    return grown(gathering, title, roots)


def _branch(element: Element, gathering: Gathering, places: XmlPlaces) -> Branch:
    held = {key.rpartition("}")[2].casefold(): value for key, value in element.attrib.items()}
    branch = Branch(held.get("text") or held.get("title") or "", places.of(element), held.get("id"))
    branch.note = held.get("_note") or held.get("note") or ""
    branch.links = [held[key] for key in ("url", "htmlurl", "xmlurl", "link") if held.get(key)]
    branch.signs = [held[key] for key in ("relation", "stance") if key in held]
    for key in held:
        if key not in _KNOWN:
            gathering.lose(f"attribute `{key[:40]}`", "it is none that is known", many=f"attributes `{key[:40]}`")
    return branch


def _own(gathering: Gathering, title: str, tops: list[Element], places: XmlPlaces) -> Imported:
    """Read what coldwater wrote."""
    gathering.keeps_ids = True
    gathering.title = title
    holders = Holders(gathering)
    roots: list[Twig] = []
    waiting: list[tuple[Element, Twig | None, str]] = [(top, None, "") for top in reversed(tops)]
    while waiting:
        element, above, role = waiting.pop()
        notes, text = element.get(_OWN, ""), element.get("text", "")
        inside = [one for one in reversed(element) if _name(one) == "outline"]
        if not is_notes(notes):
            if one_line(text) != UNCONNECTED:
                said = f"`{one_line(text)[:60]}` has no id; what is below it counts as not connected"
                gathering.remark(places.of(element), said)
                gathering.lose("text", "it has no id, as the others have", one_line(text)[:60])
            waiting += [(one, None, "loose") for one in inside]
            continue
        stance = SIGNS.get(text[:1]) if text[1:2] == " " and element.get("relation") else None
        twig = Twig(text[2:] if stance else text, places.of(element), stance)
        say_strange(gathering, twig, take_notes(twig, notes, holders.take))
        twig.role = twig.role or role
        twig.is_premise = above is not None and above.stance is not None and stance is None
        (roots if above is None else above.below).append(twig)
        waiting += [(one, twig, "") for one in inside]
    Growing(gathering).grow(roots)
    holders.finish()
    return gathering.finish()


def write(outgoing: Outgoing) -> Written:
    """Write a map."""
    losses = Losses()
    lose_fields(losses, outgoing, CARRIED, _WHY)
    lose_words(losses, outgoing)
    title = escape(cleaned(one_line(outgoing.map.title)) or "…")
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"<head><title>{title}</title></head>",
        "<body>",
    ]
    depth = within = 0
    for placed in Placing(outgoing, losses).all():
        if placed.is_loose and not within:
            lines += [*["</outline>"] * depth, f"<outline text={quoteattr(UNCONNECTED)}>"]
            depth = within = 1
        level = placed.depth + within
        lines += ["</outline>"] * (depth - level)
        text = cleaned(placed.text) or "…"
        badge = f"{_BADGES[placed.relation]} " if placed.relation else ""
        relation = f" relation={quoteattr(placed.relation)}" if placed.relation else ""
        lines.append(f"<outline text={quoteattr(badge + text)}{relation} {_OWN}={quoteattr(placed.notes)}>")
        depth = level + 1
    lines += [*["</outline>"] * depth, "</body>", "</opml>"]
    return Written(("\n".join(lines) + "\n").encode(), losses.all())


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2].casefold()

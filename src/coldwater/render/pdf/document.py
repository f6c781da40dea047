"""A map as a PDF for print: planned pages set by typst, offline, with the embedded font. It reads no file of the user.

Texts reach typst as JSON data and as SVG, never as markup, so that no text of a map is ever run.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from coldwater.printable import printable
from coldwater.render.digest import digest
from coldwater.render.fonts.faces import FAMILY
from coldwater.render.fonts.families import other_families
from coldwater.render.fonts.given import families_of
from coldwater.render.fonts.scripts import runs_left
from coldwater.render.fonts.text import shorten, wrap
from coldwater.render.palette import palette
from coldwater.render.pdf.index import MOST_WITHOUT, index_of
from coldwater.render.pdf.index import TEMPLATE as INDEXED
from coldwater.render.pdf.overview import (
    LEADING,
    TEXT_SIZE,
    TITLE_LEADING,
    TITLE_SIZE,
    heads,
    set_in_columns,
    told_in_lines,
    zoom_of,
)
from coldwater.render.pdf.paper import EDGE, FOOT, Fit, of_one_size, size_of
from coldwater.render.pdf.plan import Plan, plan
from coldwater.render.pdf.shaped import TEMPLATE as SHAPED
from coldwater.render.pdf.shaped import without_shaped
from coldwater.render.pdf.typesetting import language_of, refuse_without_typst, typeset, with_digest
from coldwater.render.svg.drawing import svg_text
from coldwater.render.svg.page import compose
from coldwater.words.languages import words_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.model.models import Map
    from coldwater.render.fonts.given import Fonts
    from coldwater.render.pdf.shaped import ShapedLine
    from coldwater.render.reading.verdicts import Verdicts
    from coldwater.render.scene.parts import Card, Pill
    from coldwater.render.svg.page import Page
    from coldwater.words.wording import Words

_ALMOST = 1.25  # so many times the pages, and the smaller paper is taken
_NEVER_SMALL = 300  # claims from which on A4 is not even tried
#: Sizes in pt of the title and the thesis on a list of the main arguments, each with how many lines there is room for.
_TITLE_SIZES = ((16.0, 2), (12.5, 3), (9.0, 4))
_THESIS_SIZES = ((13.0, 2), (11.0, 2), (8.5, 3), (7.0, 4))
_FOOT_ROW = 24.0  # px of a card, where it says so
_TEMPLATE = r"""
#let data = json("data.json")
#set document(title: data.title, keywords: data.keywords, date: none)
#set text(font: data.fonts, lang: data.lang, fill: rgb(data.ink))
#set par(leading: 0pt, spacing: 0pt)
#set text(top-edge: "ascender", bottom-edge: "descender")
#let foot() = {
  set text(size: 8pt, fill: rgb(data.secondary))
  grid(columns: (1fr, auto), column-gutter: 12pt, box(height: 11pt, clip: true, data.foot),
    context data.page-of.replace("{page}", counter(page).display())
      .replace("{count}", str(counter(page).final().first())))
}
#let spaced(space) = if data.is-joined { 0pt } else { space }
#let at(x, y, body) = place(top + left, dx: x * 1pt, dy: y * 1pt, body)
#let entry(it) = {
  let e = it + (x: it.x - data.edge)
  let colour = rgb(e.colour)
  at(e.x, e.y, circle(radius: 7pt, fill: colour, inset: 0pt, align(center + horizon,
    text(size: 11pt, weight: 600, fill: white, e.badge))))
  at(e.x + 20, e.y + 2, text(size: 7.5pt, weight: 600, fill: colour, tracking: spaced(0.6pt), e.word))
  for (number, line) in e.title.enumerate() {
    at(e.x + e.indent, e.y - 1 + number * data.title-leading, text(size: data.title-size * 1pt, weight: 600, line))
  }
  let words = text(size: data.text-size * 1pt, fill: rgb(data.secondary), e.page)
  let to = (page: e.number, x: 0pt, y: 0pt)
  let page = if e.number <= data.pages.len() { link(to, words) } else { words }
  at(e.x, e.y, box(width: e.width * 1pt, align(right, page)))
  let below = e.y + 17 + (e.title.len() - 1) * data.title-leading
  for (number, line) in e.lines.enumerate() {
    at(e.x + 20, below + number * data.leading, text(size: data.text-size * 1pt, line))
  }
}
#let listed(p) = scale(origin: top + left, p.zoom * 100%, box(width: p.list * 1pt, {
  at(26, 20, text(size: 8pt, weight: 600, tracking: spaced(1.2pt), fill: rgb(data.secondary), data.sort))
  for (number, line) in p.title.lines.enumerate() {
    at(26, 32 + 1.25 * p.title.size * number, text(size: p.title.size * 1pt, weight: 600, line))
  }
  at(26, 80, block(width: (p.list - 68) * 1pt, height: 50pt, radius: 7pt, fill: rgb(data.thesis), inset: 8pt,
    align(center + horizon,
      text(size: p.thesis.size * 1pt, weight: 600, fill: white, p.thesis.lines.join(linebreak())))))
  for (number, line) in p.told.enumerate() {
    at(26, 136 + number * data.leading, text(size: data.text-size * 1pt, line))
  }
  for h in p.heads {
    at(h.at(0) - data.edge, h.at(1),
      text(size: 8.5pt, weight: 600, tracking: spaced(0.8pt), fill: rgb(h.at(3)), h.at(2)))
  }
  for e in p.entries { entry(e) }
}))
@shaped@
#for p in data.pages {
  page(width: p.width * 1pt, height: p.height * 1pt, footer-descent: 6pt, footer: pad(x: 20pt, foot()),
    margin: (x: data.edge * 1pt, top: data.edge * 1pt, bottom: data.room * 1pt))[
    #for title in p.bookmarks {
      place(top + left, hide(heading(bookmarked: true, outlined: false, text(size: 1pt, title))))
    }
    #if "svg" in p {
      align(center, image(p.svg, width: p.image * 1pt, alt: p.alt))
      for line in p.lines { shaped(line, data) }
      for l in p.links { if l.page <= data.pages.len() {
        at(l.x, l.y, link((page: l.page, x: 0pt, y: 0pt), box(width: l.width * 1pt, height: l.height * 1pt)))
      } }
    } else { listed(p) }
  ]
}
#index(data.index)
"""


def pdf_bytes(  # noqa: PLR0913 - what is drawn, and how
    map_: Map,
    paper: str = "auto",
    direction: str = "auto",
    fonts: Fonts = (),
    verdicts: Verdicts | None = None,
    language: str | Words | None = None,
) -> bytes:
    """Give a map as a PDF whose smallest text is at least 7 pt, on as many pages as that takes.

    ``paper``: a4, a3, letter or tabloid; auto takes A4 if the whole map fits one page, else A3 (or A4, where that
    takes hardly more pages). What fits no page of that paper even alone gets a larger one. ``direction``: auto takes
    on each page the one that comes out larger. ``fonts``: font files for the characters that the embedded font lacks.
    ``verdicts`` are shown where they are given. ``language``: of what the pages say themselves; the map's unless given.
    Raises MissingExtraError without typst, UsageError for an unknown word
    or a file that is no font. The same map gives the same bytes.
    """
    refuse_without_typst()
    files = _files(map_, _planned(map_, paper, direction, verdicts, language), fonts, verdicts, language)
    return with_digest(typeset(files, fonts), digest(map_, verdicts.signature() if verdicts else None))


def _planned(map_: Map, paper: str, direction: str, verdicts: Verdicts | None, language: str | Words | None) -> Plan:
    if paper != "auto":
        return plan(map_, size_of(paper), direction, verdicts, language)
    if len(map_.claims) > _NEVER_SMALL:
        return plan(map_, size_of("a3"), direction, verdicts, language)
    small = plan(map_, size_of("a4"), direction, verdicts, language)
    if small.count == 1 and small.is_regular:
        return small
    large = plan(map_, size_of("a3"), direction, verdicts, language)
    return small if small.is_regular and large.count > 1 and small.count <= _ALMOST * large.count else large


def _files(
    map_: Map, planned: Plan, fonts: Fonts, verdicts: Verdicts | None, language: str | Words | None
) -> dict[str, bytes]:
    """Give the template, its data and the drawings by name."""
    words = words_for(language or map_.language)
    pages: list[dict[str, Any]] = []
    files: dict[str, bytes] = {}
    thesis = printable(map_.claims[map_.thesis].text).strip() if map_.thesis in map_.claims else ""
    zoom = zoom_of(planned.entries, planned.sheet, planned.told)
    for entries in set_in_columns(planned.entries, planned.sheet, planned.told):
        width, height = planned.sheet[0] / zoom, planned.sheet[1] / zoom
        pages.append({
            "width": width * zoom, "height": height * zoom, "zoom": zoom, "list": width,
            "bookmarks": [] if pages else [words.overview],
            "entries": [asdict(entry) for entry in entries],
            "title": _fitted(printable(map_.title), width - 70, _TITLE_SIZES),
            "thesis": _fitted(thesis, width - 100, _THESIS_SIZES),
            "told": told_in_lines(planned.told, width),
            "heads": heads(planned.entries, (width, height), planned.told, (words.pro, words.con)),
        })  # fmt: skip
    claims: dict[str, int] = {}
    for fit in of_one_size([fit for fit in (planned.overview, *planned.pages) if fit is not None]):
        name = f"page{len(pages) + 1}.svg"
        svg, lines = without_shaped(svg_text(fit.scene, fit.layout, carries_font=False, fonts=fonts))
        files[name] = svg.encode("utf-8")
        pages.append(_drawing(fit, name, lines, words))
        claims |= dict.fromkeys((one for one in _standing(fit) if one not in claims), len(pages))
    told = claims if len(pages) > MOST_WITHOUT else {}
    colours = palette("light")
    index = index_of(map_, told, planned.sheet, words, colours.secondary)
    families = other_families(map_.language, families_of(fonts, map_.language))
    data = {
        "sort": words.sort_judged if verdicts else words.sort, "page-of": words.page_of,
        "is-joined": runs_left(words.tag),  # letters that are joined must not be set apart

        "title": printable(map_.title), "foot": _foot(printable(map_.title), thesis), "pages": pages, "index": index,
        "lang": language_of(map_.language),
        "keywords": ["argument map", *_tags(map_)], "fonts": [FAMILY, *families],
        "others": [*families, FAMILY],
        "ink": colours.ink, "secondary": colours.secondary, "thesis": colours.thesis, "edge": EDGE, "room": FOOT,
        "title-size": TITLE_SIZE, "title-leading": TITLE_LEADING, "text-size": TEXT_SIZE, "leading": LEADING,
    }  # fmt: skip
    files["data.json"] = json.dumps(data, ensure_ascii=False).encode("utf-8")
    files["main.typ"] = _TEMPLATE.replace("@shaped@", SHAPED + INDEXED).encode("utf-8")
    return files


def _drawing(fit: Fit, name: str, lines: Sequence[ShapedLine], words: Words) -> dict[str, Any]:
    page = compose(fit.scene, fit.layout.width, fit.layout.height)
    left = (fit.width - 2 * EDGE - page.width * fit.scale) / 2
    labels = [card.label for card in fit.scene.cards.values()] + [pill.label for pill in fit.scene.pills.values()]
    return {
        "width": fit.width, "height": fit.height, "svg": name, "image": page.width * fit.scale,
        "bookmarks": list(fit.begun) or [fit.scene.title], "alt": ". ".join(labels),
        "links": _links(fit, page, _page_said(words)),
        "lines": [line.on_page(left, 0.0, fit.scale) for line in lines],
    }  # fmt: skip


def _standing(fit: Fit) -> list[str]:
    """Give the claims that stand on a page with what they are said for, or alone; what it goes on from comes last."""
    scene = fit.scene
    first = [scene.cards[key] for panel in scene.panels.values() for key in panel.cards]
    return [card.name for card in (*first, *scene.cards.values()) if card.again is None]


def _page_said(words: Words) -> re.Pattern[str]:
    """Give what finds the words that name a page: those of a way there, or back."""
    ways = [f"→ {words.to_page}", f"→ {words.to_pages}", words.from_page]
    numbers = {r"\{page\}": r"(\d+)", r"\{first\}": r"(\d+)", r"\{last\}": r"\d+"}
    found = [re.escape(way) for way in ways]
    for place, number in numbers.items():
        found = [way.replace(place, number) for way in found]
    return re.compile("|".join(found))


def _links(fit: Fit, page: Page, page_said: re.Pattern[str]) -> list[dict[str, float]]:
    """Give where a page says on which other page something is, in pt within its edges, and which page that is."""
    boxes: list[Card | Pill] = [*fit.scene.cards.values(), *fit.scene.pills.values()]
    left = (fit.width - 2 * EDGE - page.width * fit.scale) / 2
    links = []
    for one in boxes:
        if said := page_said.search(one.mark):
            box = fit.layout.boxes[one.key]
            x = page.left + box.x
            if runs_left(fit.scene.language):
                x = page.width - x - box.width
            is_head = one.key in fit.scene.pills
            high = box.height if is_head else _FOOT_ROW
            top = box.y if is_head else box.y + box.height - _FOOT_ROW
            links.append({
                "page": int(next(filter(None, said.groups()))), "x": left + x * fit.scale,
                "y": (page.top + top) * fit.scale,
                "width": box.width * fit.scale, "height": high * fit.scale,
            })  # fmt: skip
    return links


def _foot(title: str, thesis: str) -> str:
    """Give the title and the thesis as far as they go on one line."""
    return shorten(f"{title} · {thesis}" if thesis else title, 420.0, 8.0)


def _fitted(text: str, room: float, sizes: Sequence[tuple[float, int]]) -> dict[str, Any]:
    """Break a text into lines of the first size of which there are no more than there is room for.

    One that fits in none is cut; it stands whole on the pages that follow.
    """
    for size, most in sizes:
        lines = wrap(text, room, size, "semibold")
        if len(lines) <= most:
            return {"lines": lines, "size": size}
    return {"lines": [*lines[: most - 1], shorten(lines[most - 1] + " …", room, size, "semibold")], "size": size}


def _tags(map_: Map) -> list[str]:
    return list(dict.fromkeys(printable(tag) for claim in map_.claims.values() for tag in claim.tags))[:20]

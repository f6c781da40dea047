"""An index of all claims at the end of many pages: each with its page, which it leads to. It knows no layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.printable import printable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.model.models import Map
    from coldwater.words.wording import Words

#: From more pages on there is an index.
MOST_WITHOUT = 10
_COLUMN = 250.0  # pt that a column has at least
_MARKS = "“”‘’\"'«»„¿¡([{…"

#: What a template needs to set it: ``#index(data.index)`` behind all pages. Lines are never cut.
TEMPLATE = r"""
#let index(it) = if it.entries.len() > 0 {
  page(width: it.width * 1pt, height: it.height * 1pt, margin: (x: 34pt, top: 34pt, bottom: 40pt), footer: foot())[
    #set text(top-edge: "ascender", bottom-edge: "descender")
    #set par(leading: 0pt, spacing: 0pt)
    #place(top + left, hide(heading(bookmarked: true, outlined: false, text(size: 1pt, it.title))))
    #text(size: 16pt, weight: 600, it.title)
    #v(12pt)
    #columns(it.columns, gutter: 26pt, for e in it.entries {
      block(breakable: false, above: 0pt, below: 5pt, width: 100%, link((page: e.page, x: 0pt, y: 0pt),
        grid(columns: (1fr, auto), column-gutter: 10pt, text(size: 8.5pt, e.text),
          text(size: 8.5pt, fill: rgb(it.secondary), str(e.page)))))
    })
  ]
}
"""


def index_of(
    map_: Map, pages: Mapping[str, int], sheet: tuple[float, float], words: Words, secondary: str
) -> dict[str, Any]:
    """Give the index as the template takes it, for sheets of a size in pt: claims by their texts, as words are sorted.

    ``pages`` gives the page of each claim that has one, from 1. Without any, nothing is set.
    """
    texts = [(printable(map_.claims[name].text).strip() or name, page) for name, page in pages.items()]
    return {
        "title": words.on_page("index_of_claims"),
        "width": sheet[0], "height": sheet[1], "columns": max(1, int(sheet[0] // _COLUMN)), "secondary": secondary,
        "entries": [{"text": text, "page": page} for text, page in sorted(texts, key=_order)],
    }  # fmt: skip


def _order(entry: tuple[str, int]) -> tuple[str, int]:
    return entry[0].lstrip(_MARKS).casefold(), entry[1]

"""A review as one HTML page that needs nothing else: what it means for each map, the picture, what changed."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from coldwater.printable import printable
from coldwater.review.picture import plain, review_svg
from coldwater.review.sentences import causes_told, cut, told, turn_told
from coldwater.review.several import counted, told_of_lone
from coldwater.review.text import HEADINGS, by_sort, further, headline, others, shifts_told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.review.reviewing import Review
    from coldwater.review.several import Compared

_WENT, _CAME = re.compile(r"\[-(.*?)-\]"), re.compile(r"\{\+(.*?)\+\}")
_STYLE = """
:root { color-scheme: light; --ink: #1B2430; --quiet: #5A6573; --rule: #D5DAE1; --new: #00705A; --gone: #B23A0E; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff;
  font: 400 16px/1.5 "Source Sans 3", "Segoe UI", "Noto Sans", sans-serif; }
main { max-width: 1060px; margin: 0 auto; padding: 28px 22px 60px; overflow-wrap: anywhere; }
.eyebrow { margin: 0; font-size: 12px; font-weight: 600; letter-spacing: 1.3px; color: var(--quiet);
  text-transform: uppercase; }
h1 { font-size: 24px; line-height: 1.3; margin: 2px 0 18px; }
h2 { font-size: 20px; line-height: 1.3; margin: 34px 0 6px; padding-top: 18px; border-top: 1px solid var(--rule); }
h3 { font-size: 15px; margin: 18px 0 4px; }
p { margin: 6px 0; }
.path { color: var(--quiet); font-size: 14px; }
.meaning { font-weight: 600; }
ul { margin: 4px 0; padding-left: 22px; }
li.added { color: var(--new); } li.added::marker { content: "+ "; }
li.removed { color: var(--gone); } li.removed::marker { content: "\\2212 "; }
del { color: var(--gone); } ins { color: var(--new); text-decoration-thickness: 1px; }
.picture { overflow-x: auto; margin: 14px 0; } .picture svg { max-width: 100%; height: auto; display: block; }
@media print { main { max-width: none; padding: 0; } section { break-inside: auto; } li, p { break-inside: avoid; } }
"""


def compared_html(compared: Compared) -> str:
    """Give maps that were compared as a page, those first in which most turned. Cost: linear in the maps."""
    title = "What changed in the argument"
    alone = len(compared.changed) == 1 and not compared.lone
    if alone:
        title = f"What changed: {cut(next(iter(compared.changed.values())).new.title)}"
    body = [
        '<p class="eyebrow">Argument map</p>', f"<h1>{_said(title)}</h1>",
        *(line for path, one in compared.changed.items() for line in _section(path, one, is_titled=not alone)),
        *_rest(compared),
    ]  # fmt: skip
    if not compared.changed and not compared.lone:
        body.append("<p>Nothing changed in what is claimed.</p>")
    policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'"
    return "\n".join([
        "<!doctype html>", '<html lang="en">', "<head>", '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_said(title)}</title>", f"<style>{_STYLE}</style>", "</head>", "<body>", "<main>", *body, "</main>",
        "</body>", "</html>", "",
    ])  # fmt: skip


def _section(path: str, review: Review, is_titled: bool) -> Iterator[str]:
    lang = f' lang="{escape(review.new.language)}"' if review.new.language else ""
    title = f"<h2{lang}>{_said(review.new.title)}</h2>" if is_titled else ""
    yield f'<section>{title}<p class="path">{_said(path)}</p>'
    for said in (headline(review), *further(review)):
        yield f'<p class="meaning">{_said(plain(said))}.</p>'
    for turn in others(review):
        because = _said(plain(causes_told(turn.causes)))
        yield f"<p>{_said(plain(turn_told(turn, is_thesis=False)))}, because {because}.</p>"
    for said in shifts_told(review):
        yield f"<p>{_said(plain(said))}</p>"
    yield f'<div class="picture">{review_svg(review)}</div>'
    for sort, changes in by_sort(review.difference.changes):
        items = "".join(f'<li class="{one.kind}">{_reworded(plain(told(one)))}</li>' for one in changes)
        yield f"<h3>{HEADINGS[sort]}</h3><ul>{items}</ul>"
    yield "</section>"


def _rest(compared: Compared) -> Iterator[str]:
    lines = [f"{path} {told_of_lone(one)}" for path, one in compared.lone.items()]
    lines += [f"{path} was {old}" for path, old in compared.moved.items()]
    lines += [line.strip() for line in counted(compared)]
    if lines:
        yield "<h2>Besides</h2><ul>" + "".join(f"<li>{_said(line)}</li>" for line in lines) + "</ul>"


def _reworded(text: str) -> str:
    """Show what went and what came within a text, which a terminal marks with signs."""
    return _CAME.sub(r"<ins>\1</ins>", _WENT.sub(r"<del>\1</del>", _said(text)))


def _said(text: str) -> str:
    return escape(printable(text))

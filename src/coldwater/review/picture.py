"""A review as a picture: what came, went, turned and was reworded, where it stands in the argument.

Shown is the new state, as far as it changed or bears on what did: changed entries and turned verdicts, each with its
way to the thesis.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from coldwater.model.graph import Graph
from coldwater.model.replacing import with_value
from coldwater.printable import printable
from coldwater.render.exchange.mermaid import mermaid_text
from coldwater.render.reading.focus import restricted
from coldwater.render.reading.verdicts import judge
from coldwater.render.sheets.composing import draw_remarks
from coldwater.render.sheets.remarks import Remark, Remarks
from coldwater.review.sentences import causes_told, told
from coldwater.review.text import further, headline

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from coldwater.model.models import Map
    from coldwater.review.changes import Change
    from coldwater.review.meaning import Turn
    from coldwater.review.reviewing import Review

WIDTH = 1000.0
_SORT = "ARGUMENT MAP · WHAT CHANGED"
_ID = re.compile("`([^`]*)`")
_PART = "Shown here: what changed, with its way to the thesis."
_NODES = ("claim", "argument")
_STANDS = {"in": "stands", "out": "falls", "undecided": "is undecided"}
_STOOD = {"in": "stood", "out": "fell", "undecided": "was undecided"}


def review_svg(review: Review, wide: float = WIDTH, theme: str = "light") -> str:
    """Draw a review as SVG, in px so wide; the same review gives the same bytes. Cost: linear in the new map."""
    shown, found = _seen(review)
    verdicts = judge(review.new, review.new.thesis, None, review.new.theses[1:])
    return draw_remarks(shown, verdicts, found, wide, theme)


def review_mermaid(review: Review) -> str:
    """Draw a review as Mermaid text: the same part of the new state, what happened to an entry before its words.

    What is gone is not in it; the sentences of a review tell of that.
    """
    shown, found = _seen(review)

    def marked(entry: Any, field: str, remark: Remark, name: str) -> Any:
        return with_value(entry, field, f"{remark.word}: {getattr(entry, field) or name}")

    claims = {name: marked(one, "text", found.of[name], name) if name in found.of else one
              for name, one in shown.claims.items()}  # fmt: skip
    arguments = {name: marked(one, "title", found.of[name], name) if name in found.of else one
                 for name, one in shown.arguments.items()}  # fmt: skip
    told = with_value(with_value(shown, "claims", claims), "arguments", arguments)
    verdicts = judge(review.new, review.new.thesis, None, review.new.theses[1:])
    return mermaid_text(told, "auto", verdicts)


def _seen(review: Review) -> tuple[Map, Remarks]:
    """Give the part of the new state that is shown, and what is said of it."""
    changes = review.difference.changes
    nodes = [one for one in changes if one.sort in _NODES]
    remarks = _remarks(nodes, review.turns, review.new.theses)
    kept = _with_ways(Graph(review.new), [name for name in remarks if _is_there(review.new, name)])
    shown = restricted(review.new, kept, tuple(review.new.theses), review.new.title, {})
    removed = [one for one in nodes if one.kind == "removed"]
    found = Remarks(
        sort=_SORT,
        told=_told(review, is_part=len(kept) < len(review.new.claims) + len(review.new.arguments)),
        of={name: remark for name, remark in remarks.items() if name in kept},
        gone=tuple((printable(str(one.before or one.id)).strip(), Remark("GONE", (_named(one),))) for one in removed),
        besides=tuple(plain(told(one)) for one in changes if one.sort not in _NODES),
    )  # fmt: skip
    return shown, found


def _told(review: Review, is_part: bool) -> tuple[str, ...]:
    if not review.difference.changes:
        return ("Nothing changed in what is claimed.",)
    return (*(f"{plain(one)}." for one in (headline(review), *further(review))), *([_PART] if is_part else []))


def _remarks(changes: Iterable[Change], turns: Iterable[Turn], theses: Container[str]) -> Mapping[str, Remark]:
    """Give for each entry what happened to it: the weightiest as a word, the rest as notes."""
    words: dict[str, str] = {}
    notes: dict[str, list[str]] = {}
    for one in changes:
        if one.kind == "removed":
            continue
        word = {"added": "NEW", "reworded": "REWORDED", "turned": "TURNED ROUND"}.get(one.kind, "CHANGED")
        words[one.id] = word if words.get(one.id) in (None, "CHANGED") else words[one.id]
        if one.kind == "reworded":
            notes.setdefault(one.id, []).append(f"was: “{printable(str(one.before)).strip()}”")
        elif one.kind != "added":
            notes.setdefault(one.id, []).append(plain(told(one)))
    for turn in turns:
        if turn.id in theses:  # of which the headline tells
            continue
        words.setdefault(turn.id, "VERDICT TURNED")
        causes = plain(causes_told(turn.causes))
        said = f"{_STANDS[turn.after.verdict]} now, {_STOOD[turn.before.verdict]} before: {causes}"
        notes.setdefault(turn.id, []).append(said)
    return {name: Remark(word, tuple(notes.get(name, ()))) for name, word in words.items()}


def _with_ways(graph: Graph, names: Iterable[str]) -> set[str]:
    """Give entries with their ways to the thesis, the premises of every argument on them, and the theses and rivals."""
    kept: set[str] = {name for name in graph.roots if name in graph.claims}
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in kept:
            continue
        kept.add(name)
        if name in graph.arguments:
            kept.update(graph.premises(name))
            target = graph.target(name)
            waiting += [target] if target is not None else []
        else:
            waiting += graph.uses(name)
    return kept


def _is_there(map_: Map, name: str) -> bool:
    return name in map_.claims or name in map_.arguments


def _named(change: Change) -> str:
    return f"{change.sort} {printable(change.id)}"


def plain(sentence: str) -> str:
    """Give a sentence with ids in quotation marks, not in the signs of a terminal."""
    return printable(_ID.sub(r"‘\1’", sentence))

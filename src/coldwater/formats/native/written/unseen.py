"""Characters that nobody sees, or that look like others, where they keep YAML or JSON from being read as written."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from coldwater.characters import numbered
from coldwater.edits import Splice
from coldwater.formats.native.spots import shown
from coldwater.formats.native.written.frames import looks_like_id
from coldwater.formats.native.written.shapes import map_shape
from coldwater.formats.native.written.slip import Slip
from coldwater.listing import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.formats.native.written.shapes import Shape

#: Blanks that are none to YAML; each is meant as one.
_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
#: What takes no room, or turns the writing around.
_NOTHING = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
#: Signs that cannot be seen, for the brackets of a pattern.
SIGNS = f"{_BLANKS}{_NOTHING}"
_WIDE = "\u3000"
UNSEEN = re.compile(f"[{SIGNS}]")
_BLANK = re.compile(f"[{_BLANKS}]")
#: A line with a key, or with the dash of an item: what stands before the key, the key, and what is round its colon.
_ENTRY = re.compile(
    rf"(?m)^(?P<margin>[ \t{SIGNS}]*+(?:-[ \t{SIGNS}]++)*+)(?P<key>[^\s:：\r\n,\[\]{{}}#][^:：\r\n]{{0,80}}?)"
    rf"(?P<gap>[ \t{SIGNS}]*):(?P<after>[ \t{SIGNS}]+|$)"
)
_DASH = re.compile(rf"(?m)^(?P<margin>[ \t{SIGNS}]*)-(?P<after>[ \t{SIGNS}]+)(?=[^\s])")
#: A line whose value is in brackets, and what cannot be seen before an opening or behind a closing one.
_IN_BRACKETS = re.compile(rf"(?m)^[^#\r\n]*?(?:[:\-]|^)[ \t{SIGNS}]+[\[{{][^\r\n]*")
_BESIDE = re.compile(
    rf"(?m)(?<=[\]}}])[ \t]*+[{SIGNS}][ \t{SIGNS}]*+(?=[\]}},\r\n]|$)"
    rf"|(?<=[\[{{,:\-])[ \t]*+[{SIGNS}][ \t{SIGNS}]*+(?=[\[{{])"
)
_MARGIN = re.compile(r"[ \t]*(?:-[ \t]+)*")
_JSON_STRING = re.compile(r'"(?:[^"\\]|\\.)*"(?P<colon>\s*:)?', re.DOTALL)


#: What may stand before or behind a word.
_AROUND_WORDS = frozenset(["", *" \t\r\n:,[]{}"])


def seen(text: str) -> str:
    """Give a text without what cannot be seen, blanks of other kinds made plain ones."""
    return UNSEEN.sub("", _BLANK.sub(" ", text))


def unseen_slip(text: str, start: int, end: int, where: str) -> Slip | None:
    """Give the slip of what cannot be seen in a stretch of a text; None if there is nothing of the kind.

    Those within a word go; others of the width of a blank become one.
    """
    found = list(UNSEEN.finditer(text, start, end))
    if not found:
        return None
    names = list(dict.fromkeys(numbered(match[0]) for match in found))
    splices = tuple(Splice(*match.span(), _plain(text, match)) for match in found)
    what = listed(names)
    does = "cannot be seen and stands" if len(found) == 1 else "cannot be seen and stand"
    message = f"{what} {does} {where}, where it is no blank to YAML and part of the word; take it out"
    return Slip(found[0].start(), found[-1].end(), message, splices, f"{what} {where} is gone")


def _plain(text: str, match: re.Match[str]) -> str:
    """Give what stands for a character that cannot be seen: a blank for a blank, but within a word nothing."""
    before, behind = text[max(match.start() - 2, 0) : match.start()], text[match.end() : match.end() + 1]
    is_begun = before[-1:] not in _AROUND_WORDS and not (before[-1:] == "-" and before[:1] in _AROUND_WORDS)
    return " " if _BLANK.match(match[0]) and not (is_begun and behind not in _AROUND_WORDS) else ""


def slips_in_yaml(text: str) -> Iterator[Slip]:
    """Give the slips of unseen characters before, in and behind keys and dashes, one for each line."""
    if text.isascii() or UNSEEN.search(text) is None:
        return
    taken: set[int] = set()
    margins = {_blanks(match["margin"]) for match in _ENTRY.finditer(text) if UNSEEN.search(match[0]) is None}
    yield from _beside_brackets(text)
    for match in _ENTRY.finditer(text):
        if UNSEEN.search(match[0]) is None or not _is_key(match, margins):
            continue
        after = match.end("after") if match["after"][:1] not in ("", " ", "\t") else match.end("gap") + 1
        slip = unseen_slip(text, match.start(), after, _where(match))
        if slip is not None:
            taken.add(match.start())
            yield _as_blanks(slip, match, match.end("gap") + 1, margins)
    for match in _DASH.finditer(text):
        after = match.end("after") if UNSEEN.match(match["after"]) else match.start("after")
        if match.start() not in taken and (slip := unseen_slip(text, match.start(), after, "beside a dash")):
            yield _as_blanks(slip, match, match.start("after"), margins)


def _beside_brackets(text: str) -> Iterator[Slip]:
    """Give the slips of unseen characters next to the brackets of a value that is in brackets."""
    for line in _IN_BRACKETS.finditer(text):
        for match in _BESIDE.finditer(text, line.start(), line.end()):
            if slip := unseen_slip(text, *match.span(), "beside a bracket"):
                yield slip


def _as_blanks(slip: Slip, match: re.Match[str], behind: int, margins: set[str]) -> Slip:
    """Let a blank stand behind a colon or a dash, whatever stood there; and before the line what other lines have."""
    ways = [_blanks(one) for one in _ways(match["margin"])]
    beside = _margins_beside(match, is_item="key" not in match.groupdict())
    near = [one for one in ways if one in beside] or [one for one in ways if one in margins]
    if behind == match.end():  # nothing stands behind the key: its entries are deeper
        deeper = max(beside, key=len, default="")
        near = [one for one in ways if one in margins and len(one) < len(deeper)] or near
    way = ways.index(near[0]) if near else 0

    def blanks(one: Splice) -> str:
        if one.start == behind:
            return " "
        return _ways(match.string[one.start])[way] if one.start < match.end("margin") else one.text

    return slip._replace(splices=tuple(one._replace(text=blanks(one)) for one in slip.splices))


def _ways(margin: str) -> tuple[str, str, str]:
    """Give what an indentation may be meant as: with wide blanks as two, with all as one, and without any."""
    return seen(margin.replace(_WIDE, "  ")), seen(margin), UNSEEN.sub("", margin)


def _blanks(margin: str) -> str:
    """Give an indentation with blanks for the dashes in it."""
    return margin.replace("-", " ")


def _margins_beside(match: re.Match[str], is_item: bool) -> set[str]:
    """Give the indentations of the lines before and behind the one of a match, up to their dashes for an item."""
    text = match.string
    before = text[max(0, text.rfind("\n", 0, max(0, match.start() - 1)) + 1) : match.start()]
    start = text.find("\n", match.end()) + 1
    behind = text[start : start + 200] if start else ""
    lines = (before, behind)
    if is_item:
        return {line[: len(line) - len(line.lstrip(" \t"))] for line in lines}
    return {_blanks(found[0]) for found in map(_MARGIN.match, lines) if found}


def _is_key(match: re.Match[str], margins: set[str]) -> bool:
    """Tell whether a line really begins with a key: a field of a map, or an id beside the keys of other lines."""
    name = UNSEEN.sub("", match["key"]).strip()
    if name.startswith("x-"):
        return False  # what a field of one's own is called is not ours to say
    return name in field_names() or (
        looks_like_id(name) and any(_blanks(way) in margins for way in _ways(match["margin"]))
    )


def _where(match: re.Match[str]) -> str:
    name = shown(UNSEEN.sub("", match["key"]).strip())
    if UNSEEN.search(match["key"]):
        return f"in the key `{name}`"
    return f"before the key `{name}`" if UNSEEN.search(match["margin"]) else f"beside the colon of `{name}`"


@cache
def field_names() -> frozenset[str]:
    """Give the names of all fields of a map."""
    names: set[str] = set()
    waiting, done = [map_shape()], set()
    while waiting:
        shape: Shape = waiting.pop()
        if id(shape) in done:
            continue
        done.add(id(shape))
        names.update(shape.fields or ())
        waiting += [*(shape.fields or {}).values(), *(one for one in (shape.items, shape.entries) if one is not None)]
    return frozenset(names)


def slips_in_json(text: str) -> Iterator[Slip]:
    """Give the slips of unseen characters between the strings of a JSON text, and in names of fields."""
    if text.isascii():
        return
    done = 0
    for match in _JSON_STRING.finditer(text):
        if slip := unseen_slip(text, done, match.start(), "between values"):
            yield slip
        done = match.end()
        if match["colon"] and UNSEEN.search(match[0]):
            name = seen(match[0][: len(match[0]) - len(match["colon"])])
            if name.strip('"') in field_names() and (slip := unseen_slip(text, *match.span(), f"in the key {name}")):
                yield slip
    if slip := unseen_slip(text, done, len(text), "between values"):
        yield slip

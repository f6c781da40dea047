"""Headings and nested lists of Markdown read: what coldwater wrote, by its ids in code, and what people write."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.findings import START, Place
from coldwater.formats.foreign.gathering import Gathering
from coldwater.formats.foreign.stances import SIGNS, begun, marked
from coldwater.formats.foreign.texts import cleaned, decoded
from coldwater.formats.foreign.twigs import Growing, Twig, settle_headings
from coldwater.formats.outlines.inline import ending_code, plain_inline
from coldwater.formats.outlines.notes import is_notes, take_notes
from coldwater.formats.outlines.reading import UNCONNECTED, Holders, say_strange, say_unsigned

if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Given, Imported

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*")
_ITEM = re.compile(r"([ \t]*)([-+*]|[0-9]{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(.*)")
_SIGN = re.compile(r"(?:\*\*|__)\s*\\?([+\-−×])\s*(?:\*\*|__)\s*(.*)", re.DOTALL)
_TAB = 4


class _Block:
    """A heading (``level`` from 1), an item of a list (``level`` 0) or a paragraph (-1), on one or more rows."""

    __slots__ = ("bullet", "indent", "level", "line", "text")

    def __init__(self, level: int, indent: int, bullet: str, text: str, line: int) -> None:
        self.level = level
        self.indent = indent
        self.bullet = bullet
        self.text = text
        self.line = line

    @property
    def place(self) -> Place:
        """Where it begins."""
        return Place(self.line, 1, self.line, 2)


def read(format_: str, given: Given) -> Imported:
    """Read a file of Markdown."""
    text, said = decoded(given.data)
    gathering = Gathering(format_, given)
    if said:
        gathering.remark(START, said)
    blocks = _blocks(text, gathering)
    notes = [ending_code(block.text)[1] for block in blocks if block.level >= 0]
    is_noted = any(note is not None and is_notes(note) for note in notes[1:2]) and blocks[0].level == 1
    gathering.keeps_ids = is_noted
    holders = Holders(gathering)
    twigs = _noted(blocks, gathering, holders) if is_noted else _unnoted(blocks, gathering)
    growing = Growing(gathering)
    growing.grow(twigs)
    holders.finish()
    say_unsigned(gathering, growing.unsigned)
    return gathering.finish()


def _blocks(text: str, gathering: Gathering) -> list[_Block]:
    """Give headings, items and paragraphs; code set apart and tables are losses."""
    blocks: list[_Block] = []
    fence, is_apart, goes_on = "", True, False
    for number, row in enumerate(re.split("\r\n|\r|\n", text), 1):
        bare = row.strip()
        mark = re.match(r"(`{3,}|~{3,})", bare)
        if fence or (mark and not goes_on):
            fence = "" if fence and bare.startswith(fence) else fence or (mark[1] if mark else "")
            gathering.lose("row of code", "code is no argument", str(number), many="rows of code")
            continue
        heading, item = _HEADING.fullmatch(row), _ITEM.fullmatch(row)
        if goes_on and blocks:
            blocks[-1].text += "\n" + row.strip(" \t")
        elif heading:
            blocks.append(_Block(len(heading[1]), 0, "", heading[2], number))
        elif item:
            blocks.append(_Block(0, len(item[1].expandtabs(_TAB)), item[2], item[3].rstrip(" \t"), number))
        elif not bare or re.fullmatch(r"(?:[-*_][ \t]*){3,}|<!--.*-->", bare):
            is_apart = True
            continue
        elif bare.startswith("|"):
            gathering.lose(
                "row of a table", "tables are read from files of their own", str(number), many="rows of tables"
            )
            continue
        elif blocks and not is_apart and blocks[-1].level <= 0:
            blocks[-1].text += ("\n" if blocks[-1].text.endswith("\\") else " ") + bare
        else:
            blocks.append(_Block(-1, len(row) - len(row.lstrip()), "", bare.lstrip("> "), number))
        goes_on = _is_open(row) and bool(blocks) and blocks[-1].level <= 0
        is_apart = False
    return blocks


def _is_open(row: str) -> bool:
    """Tell whether a row ends with a line end of its text: an odd number of backslashes."""
    return (len(row) - len(row.rstrip("\\"))) % 2 == 1


def _plain(text: str) -> tuple[str, list[tuple[str, str]]]:
    said, links = plain_inline(re.sub(r"\\\n", "\n", text))
    return cleaned(said), links


def _noted(blocks: list[_Block], gathering: Gathering, holders: Holders) -> list[Twig]:
    roots: list[Twig] = []
    path: list[tuple[int, Twig]] = []
    is_loose = False
    for number, block in enumerate(blocks):
        rest, notes = ending_code(block.text)
        if block.level < 0 or (block.level == 1 and not number) or notes is None or not is_notes(notes):
            said = _plain(block.text)[0]
            is_loose = is_loose or (block.level == 2 and said == UNCONNECTED)
            if block.level == 1 and not number:
                gathering.title = said
            elif said != UNCONNECTED:
                gathering.remark(block.place, "this has no id in code at its end; it is left out")
                gathering.lose("text", "it has no id, as the others have", str(block.line))
            continue
        sign = _SIGN.fullmatch(rest)
        twig = Twig(_plain(sign[2] if sign else rest)[0], block.place, SIGNS[sign[1]] if sign else None)
        say_strange(gathering, twig, take_notes(twig, notes, holders.take))
        depth = -1 if block.level else block.indent
        while path and path[-1][0] >= depth:
            path.pop()
        above = path[-1][1] if path and not (twig.target and depth == 0) else None
        twig.is_premise = above is not None and above.stance is not None and twig.stance is None
        if above is None:
            twig.role = twig.role or ("loose" if is_loose else "")
            roots.append(twig)
        else:
            above.below.append(twig)
        path.append((depth, twig))
    return roots


def _unnoted(blocks: list[_Block], gathering: Gathering) -> list[Twig]:
    bullets = {block.bullet for block in blocks}
    has_signs = {"+", "-"} <= bullets
    roots: list[Twig] = []
    path: list[tuple[int, Twig]] = []
    for number, block in enumerate(blocks):
        said, links = _plain(block.text)
        if block.level < 0:
            _take_paragraph(gathering, path, said, number)
            continue
        sign = _SIGN.fullmatch(block.text)
        stance = SIGNS[sign[1]] if sign else SIGNS.get(block.bullet) if has_signs else None
        if sign:
            said = _plain(sign[2])[0]
        elif stance is None and not block.level:
            stance, said = begun(said)
        elif stance is None:
            stance, said = marked(said)
        twig = Twig(said, block.place, stance)
        twig.links = links
        twig.is_heading = bool(block.level)
        key = block.level - 10 if block.level else block.indent
        while path and path[-1][0] >= key:
            path.pop()
        (path[-1][1].below if path else roots).append(twig)
        path.append((key, twig))
    if roots and roots[0].is_heading:
        gathering.title = roots[0].text
    settle_headings(roots, gathering)
    return roots


def _take_paragraph(gathering: Gathering, path: list[tuple[int, Twig]], said: str, number: int) -> None:
    """Take a paragraph: it describes the map where it stands before all lists, else it is a note."""
    if len(path) < 2 and number < 3 and "description" not in gathering.fields:
        gathering.fields["description"] = said
    elif path and said:
        fields = path[-1][1].fields
        fields["note"] = f"{fields['note']}\n{said}" if "note" in fields else said

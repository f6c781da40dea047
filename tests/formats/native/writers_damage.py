"""Slips put into written maps, as writers make them: one to three a map, each somewhere else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from formats.native.unquoted_texts import INSERTS, JOINS, LEADS, TAILS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

#: What cannot be seen, as browsers, word processors and messengers put it in.
UNSEEN = ("\u200b", "\u00a0", "\u00ad", "\ufeff", "\u2028", "\u200e", "\u2060", "\u3000", "\u202f")
_VALUE = re.compile(r"(?P<lead>\s*(?:- )?(?:[\w.-]+: +|(?![\w.-]+:)))(?P<text>[^\s\[{|>&*#-].* .*)")
_WIDE = str.maketrans({":": "：", ",": "，", "[": "［", "]": "］", '"': "“", "'": "’"})


def with_slips(text: str, random: Random) -> tuple[str, list[str]]:
    """Put one to three slips into a text; give it with the names of the slips."""
    lines = text.split("\n")
    names = []
    for _ in range(random.choice((1, 1, 1, 2, 2, 3))):
        slip = random.choice(_SLIPS)
        number = random.randrange(len(lines))
        if lines[number].strip() and not lines[number].lstrip().startswith("#"):
            lines[number : number + 1] = slip(lines[number], random)
            names.append(slip.__name__.strip("_"))
    return "\n".join(lines), names


def _drop_quotes(line: str, _: Random) -> Sequence[str]:
    return [re.sub(r"([\"'])(.*)\1", r"\2", line)]


def _drop_a_closing_sign(line: str, random: Random) -> Sequence[str]:
    places = [match.start() for match in re.finditer(r"[\"'\]}]", line)] or [len(line)]
    place = random.choice(places)
    return [line[:place] + line[place + 1 :]]


def _put_a_mark(line: str, random: Random) -> Sequence[str]:
    """Put a mark before, into or behind the text of a line."""
    match = _VALUE.fullmatch(line)
    if match is None:
        return [line]
    lead, text = match["lead"], match["text"]
    gaps = [gap.start() for gap in re.finditer(r"(?<=\w) (?=\w)", text)]
    match random.choice(("lead", "tail", "insert", "join")):
        case "lead":
            return [lead + random.choice(LEADS) + text]
        case "insert" if gaps:
            gap = random.choice(gaps)
            return [lead + text[:gap] + random.choice(INSERTS) + text[gap:]]
        case "join" if gaps:
            gap = random.choice(gaps)
            return [lead + text[:gap] + random.choice(JOINS) + text[gap + 1 :]]
        case _:
            return [lead + text + random.choice(TAILS)]


def _shift(line: str, random: Random) -> Sequence[str]:
    many = random.choice((1, 1, 2))
    return [" " * many + line if random.random() < 0.5 else line.removeprefix(" ").removeprefix(" " * (many - 1))]


def _indent_by_tab(line: str, random: Random) -> Sequence[str]:
    return [random.choice(("\t", "\t\t", "  \t")) + line.lstrip()]


def _swap_a_blank(line: str, random: Random) -> Sequence[str]:
    places = [place for place, sign in enumerate(line) if sign == " "]
    if not places:
        return [line]
    place = random.choice(places)
    return [line[:place] + random.choice(("\t", "\u00a0", "\u3000")) + line[place + 1 :]]


def _put_unseen(line: str, random: Random) -> Sequence[str]:
    place = random.randrange(len(line) + 1)
    return [line[:place] + random.choice(UNSEEN) + line[place:]]


def _glue(line: str, _: Random) -> Sequence[str]:
    return [line.replace(": ", ":", 1) if ": " in line else line.replace("- ", "-", 1)]


def _drop_a_colon(line: str, _: Random) -> Sequence[str]:
    return [line.replace(":", "", 1)]


def _widen(line: str, random: Random) -> Sequence[str]:
    """Write a sign as an East Asian keyboard, or a word processor, does."""
    places = [match.start() for match in re.finditer(r"[:,\[\]\"']", line)]
    if not places:
        return [line]
    place = random.choice(places)
    return [line[:place] + line[place].translate(_WIDE) + line[place + 1 :]]


def _leave_a_conflict(line: str, random: Random) -> Sequence[str]:
    base = ["||||||| 4f2a91c", line] if random.random() < 0.3 else []
    other = re.sub(r"\w+$", "otherwise", line)
    return ["<<<<<<< HEAD", line, *base, "=======", other, ">>>>>>> feature/words"]


def _make_an_item_of_it(line: str, random: Random) -> Sequence[str]:
    indent = len(line) - len(line.lstrip())
    return [line, " " * max(0, indent + random.choice((-2, 0, 2))) + "- budget 2026"]


_SLIPS: Sequence[Callable[[str, Random], Sequence[str]]] = (
    _drop_quotes, _drop_a_closing_sign, _put_a_mark, _put_a_mark, _put_a_mark, _shift, _shift, _indent_by_tab,
    _swap_a_blank, _put_unseen, _put_unseen, _glue, _drop_a_colon, _widen, _leave_a_conflict, _make_an_item_of_it,
)  # fmt: skip

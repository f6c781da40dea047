"""The format of the ICCMA competitions since 2023: `p af 5`, then a line of two numbers for each attack."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.findings import START, Place
from coldwater.formats.abstract.frames import IS_READING, LOSES_OUT, Attacks, write_frame
from coldwater.formats.foreign.gathering import Gathering
from coldwater.formats.foreign.texts import decoded, one_line
from coldwater.formats.native.spots import SYNTAX, UNSAFE_INPUT, RefusedError, Spot

if TYPE_CHECKING:
    from coldwater.formats.abstract.instantiating import Abstract
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look
    from coldwater.formats.foreign.outgoing import Outgoing, Written

NAME = "af"
TITLE = "ICCMA's p af (abstract arguments)"
ENDINGS = (".af", ".i23")
LOSES_IN: tuple[str, ...] = ()
__all__ = ["ENDINGS", "IS_READING", "LOSES_IN", "LOSES_OUT", "NAME", "TITLE", "is_one", "read", "write"]

#: More arguments than this are not made of a header alone.
MOST = 1_000_000
_HEAD = re.compile(r"p\s+(af|aba)\s+(\d+)(?:\s+\d+)?\s*$")
_LABEL = re.compile(r"#\s*(\d+) = (?:(\S+): )?(.+)")


def is_one(look: Look) -> bool:
    """Tell whether the first line that is no comment is the header."""
    bare = [line for line in look.lines if line.split()[0] not in ("#", "c")]
    return bool(bare) and _HEAD.match(bare[0].strip()) is not None


def read(given: Given) -> Imported:
    """Read a framework: claims by number, an attack for each pair; what we wrote about a number is its text and id.

    The form of 2021 (`p af n m`, lines `i -j 0`) is read as well. Raises RefusedError for a file without a header,
    and for assumption-based frameworks (`p aba`).
    """
    text, remark = decoded(given.data)
    lines = text.splitlines()
    labels = {
        int(found[1]): (found[2], found[3]) for line in lines if (found := _LABEL.match(line)) and len(found[1]) < 9
    }
    gathering = Gathering(NAME, given)
    if remark:
        gathering.remark(START, remark)
    attacks = Attacks(gathering)
    count: int | None = None
    for number, line in enumerate(lines, 1):
        place = Place(number, 1, number, len(line) + 1)
        words = line.split()
        if not words or words[0].startswith("#") or words[0] == "c":
            continue
        if count is None:
            count = _count(line, place)
            for one in range(1, count + 1):
                id_, said = labels.get(one, (None, ""))
                attacks.claims[str(one)] = gathering.claim(
                    said or str(one), id_=str(one), wish=id_ or f"{one}", place=place
                )
            continue
        pair = _pair(words)
        if pair is None or not all(0 < int(one) <= count for one in pair):
            gathering.remark(place, f"this line is no pair of numbers from 1 to {count}, and is passed over")
        else:
            attacks.attack(*pair, place)
    if count is None:
        raise RefusedError(Spot(SYNTAX, START, "there is no line such as `p af 5`"))
    return gathering.finish()


def _count(line: str, place: Place) -> int:
    found = _HEAD.match(line.strip())
    if found is None:
        raise RefusedError(
            Spot(SYNTAX, place, "the first line must say how many arguments there are, such as `p af 5`")
        )
    if found[1] == "aba":
        raise RefusedError(Spot(SYNTAX, place, "this is an assumption-based framework (`p aba`), not an abstract one"))
    if len(found[2]) > 9 or int(found[2]) > MOST:
        raise RefusedError(Spot(UNSAFE_INPUT, place, f"a framework may have {MOST:,} arguments"))
    return int(found[2])


def _pair(words: list[str]) -> tuple[str, str] | None:
    """Give the two numbers of an attack in plain spelling; None where there are no two."""
    if len(words) == 3 and words[2] == "0" and words[1][:1] == "-":
        words = [words[0], words[1][1:]]
    if len(words) != 2 or not all(word.isascii() and word.isdigit() and len(word) < 10 for word in words):
        return None
    return str(int(words[0])), str(int(words[1]))


def write(outgoing: Outgoing) -> Written:
    """Write the framework of a map; ids and what they say stand in comments, which are read again."""
    return write_frame(outgoing, NAME, _spelt)


def _spelt(frame: Abstract, names: list[str]) -> str:
    numbers = _numbers(names)
    lines = [f"p af {len(names)}"]
    for number, member in sorted(zip(numbers, range(len(names)), strict=True)):
        name, text = names[member], one_line(frame.members[member].text)
        if not name == text == str(number):
            lines.append(f"# {number} = {name}: {text}")
    lines += [f"{numbers[one]} {numbers[other]}" for one, other in frame.attacks]
    return "\n".join(lines) + "\n"


def _numbers(names: list[str]) -> list[int]:
    """Give the number of each member: those that they had in the file that the map was read from, or their order."""
    own = [int(name) if name.isascii() and name.isdigit() and len(name) < 10 else 0 for name in names]
    return own if sorted(own) == list(range(1, len(names) + 1)) else list(range(1, len(names) + 1))

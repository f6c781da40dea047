"""tgf, the trivial graph format: a line for each argument, a line `#`, a line for each attack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.findings import START, Place
from coldwater.formats.abstract.frames import IS_READING, LOSES_OUT, Attacks, write_frame
from coldwater.formats.foreign.gathering import Gathering
from coldwater.formats.foreign.texts import decoded, one_line

if TYPE_CHECKING:
    from coldwater.formats.abstract.instantiating import Abstract
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look
    from coldwater.formats.foreign.outgoing import Outgoing, Written

NAME = "tgf"
TITLE = "tgf (abstract arguments)"
ENDINGS = (".tgf",)
LOSES_IN: tuple[str, ...] = ("labels of attacks",)
__all__ = ["ENDINGS", "IS_READING", "LOSES_IN", "LOSES_OUT", "NAME", "TITLE", "is_one", "read", "write"]


def is_one(look: Look) -> bool:
    """Tell whether a line `#` stands between lines of one word or more and lines of two."""
    lines = [line.split() for line in look.lines]
    at = lines.index(["#"]) if ["#"] in lines else 0
    is_markup = any(":" in line or line[:1] in " -+*" for line in look.lines)
    return at > 0 and not is_markup and all(len(words) >= 2 for words in lines[at + 1 :])


def read(given: Given) -> Imported:
    """Read a framework: a claim for each argument, an attack for each pair."""
    text, remark = decoded(given.data)
    gathering = Gathering(NAME, given)
    if remark:
        gathering.remark(START, remark)
    attacks = Attacks(gathering)
    is_below = False
    for number, line in enumerate(text.splitlines(), 1):
        place = Place(number, 1, number, len(line) + 1)
        words = line.split(maxsplit=2 if is_below else 1)
        if words == ["#"] and not is_below:
            is_below = True
        elif words and not is_below:
            attacks.claim(words[0], words[1] if len(words) > 1 else "", place)
        elif len(words) >= 2:
            attacks.attack(words[0], words[1], place)
            if words[2:]:
                gathering.lose(
                    "label of an attack",
                    "an attack has no label here",
                    f"{words[0]} {words[1]}",
                    many="labels of attacks",
                )
        elif words:
            gathering.remark(place, "this line names no two arguments and is passed over")
    return gathering.finish()


def write(outgoing: Outgoing) -> Written:
    """Write the framework of a map, each member with what it says behind its name."""
    return write_frame(outgoing, NAME, _spelt)


def _spelt(frame: Abstract, names: list[str]) -> str:
    lines = [
        name if one_line(member.text) == name else f"{name} {one_line(member.text)}"
        for name, member in zip(names, frame.members, strict=True)
    ]
    pairs = [f"{names[one]} {names[other]}" for one, other in frame.attacks]
    return "\n".join([*lines, "#", *pairs]) + "\n"

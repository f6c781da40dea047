"""tgf, the trivial graph format: a line for each argument, a line `#`, a line for each attack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.findings import Place
from coldwater.formats.foreign.gathering import Gathering
from coldwater.formats.foreign.texts import decoded

if TYPE_CHECKING:
    from coldwater.formats.foreign.gathering import Entry
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look

NAME = "tgf"
TITLE = "tgf (abstract arguments)"
ENDINGS = (".tgf",)
LOSES_IN: tuple[str, ...] = ("the words at an attack",)
LOSES_OUT: tuple[str, ...] = ()


def is_one(look: Look) -> bool:
    """Tell whether a line `#` stands between lines of one word or more and lines of two."""
    lines = [line.split() for line in look.lines]
    at = lines.index(["#"]) if ["#"] in lines else 0
    is_markup = any(":" in line or line[:1] in " -+*" for line in look.lines)
    return at > 0 and not is_markup and all(len(words) >= 2 for words in lines[at + 1 :])


def read(given: Given) -> Imported:
    """Read a framework: a claim for each argument, an attack for each pair."""
    text, _ = decoded(given.data)
    gathering = Gathering(NAME, given)
    known: dict[str, Entry] = {}
    is_below = False
    for number, line in enumerate(text.splitlines(), 1):
        place = Place(number, 1, number, len(line) + 1)
        words = line.split()
        if words == ["#"]:
            is_below = True
        elif words and not is_below:
            known[words[0]] = gathering.claim(" ".join(words[1:]) or words[0], id_=words[0], place=place)
        elif len(words) >= 2 and words[0] in known and words[1] in known:
            gathering.argument([known[words[0]]], known[words[1]], attacks=True, place=place)
            if words[2:]:
                gathering.lose(
                    "label of an attack", "an attack has no label", f"{words[0]} {words[1]}", many="labels of attacks"
                )
        elif words:
            gathering.remark(place, "this line names no two arguments and is passed over")
    return gathering.finish()

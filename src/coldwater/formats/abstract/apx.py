"""apx, the format of ASPARTIX: a fact for each argument, `arg(a).`, and for each attack, `att(a,b).`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.findings import START
from coldwater.formats.abstract.frames import IS_READING, LOSES_OUT, Attacks, table, write_frame
from coldwater.formats.foreign.gathering import Gathering
from coldwater.formats.foreign.texts import decoded
from coldwater.formats.native.lines import Lines

if TYPE_CHECKING:
    from coldwater.formats.abstract.instantiating import Abstract
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look
    from coldwater.formats.foreign.outgoing import Outgoing, Written

NAME = "apx"
TITLE = "apx (abstract arguments, ASPARTIX)"
ENDINGS = (".apx",)
LOSES_IN = ("facts other than arg and att: preferences, values, supports",)
__all__ = ["ENDINGS", "IS_READING", "LOSES_IN", "LOSES_OUT", "NAME", "TITLE", "is_one", "read", "write"]

_NAME = r"\"(?:[^\"\\\n]|\\.)*\"|[^\s(),\"%][^\s(),\"%]*"
_FACT = re.compile(
    rf"(?P<comment>%[^\n]*)|(?P<fact>(?P<word>[A-Za-z_]\w*)\s*\(\s*(?P<first>{_NAME})\s*(?P<more>(?:,\s*(?:{_NAME})\s*)*)\)"
    r"\s*(?P<stop>\.?))|(?P<odd>[^\s%][^\n.%]*\.?)"
)
_LABEL = re.compile(r"%\s*(\S+) = (.+)")


def is_one(look: Look) -> bool:
    """Tell whether the file begins with a fact about an argument or an attack."""
    bare = [line for line in look.lines if not line.lstrip().startswith("%")]
    return bool(bare) and re.match(r"\s*(?:arg|att)\s*\([^()]*\)\s*\.", bare[0]) is not None


def read(given: Given) -> Imported:
    """Read a framework: a claim for each argument, an attack for each pair; several facts may stand on a line."""
    text, remark = decoded(given.data)
    gathering = Gathering(NAME, given)
    if remark:
        gathering.remark(START, remark)
    attacks, lines, late = Attacks(gathering), Lines(text), []
    labels = []
    for found in _FACT.finditer(text):
        place = lines.place(found.start(), found.end())
        if found["comment"]:
            labels += _LABEL.findall(found["comment"])
        elif found["odd"]:
            gathering.remark(place, "this is no fact, and is passed over")
        else:
            names = [_bare(name) for name in (found["first"], *re.findall(_NAME, found["more"]))]
            if not found["stop"]:
                gathering.remark(place, "the full stop is missing")
            if found["word"] == "arg" and len(names) == 1:
                attacks.claim(names[0], "", place)
            elif found["word"] == "att" and len(names) in (2, 3):
                late.append((names[-2], names[-1], place))
            else:
                gathering.lose(
                    f"fact `{found['word']}`", "a framework here has arguments and attacks alone", ", ".join(names)
                )
    for one, other, place in late:
        attacks.attack(one, other, place)
    for name, words in labels:
        attacks.label(_bare(name), words)
    return gathering.finish()


def write(outgoing: Outgoing) -> Written:
    """Write the framework of a map; what its members say stands in comments, which are read again."""
    return write_frame(outgoing, NAME, _spelt)


def _spelt(frame: Abstract, names: list[str]) -> str:
    quoted = [_quoted(name) for name in names]
    lines = [f"arg({name})." for name in quoted]
    lines += [f"att({quoted[one]},{quoted[other]})." for one, other in frame.attacks]
    return "\n".join([*table(frame, quoted, "%"), *lines]) + "\n"


def _bare(name: str) -> str:
    return re.sub(r"\\(.)", r"\1", name[1:-1]) if name[:1] == '"' and name[-1:] == '"' and len(name) > 1 else name


def _quoted(name: str) -> str:
    """Give a name as ASPARTIX takes it: letters, digits and underscores, a small letter or underscore first."""
    if re.fullmatch(r"[a-z_][A-Za-z0-9_]*|\d+", name):
        return name
    return '"' + re.sub(r'(["\\])', r"\\\1", name) + '"'

"""The words and signs by which people mark what speaks for and what speaks against, in several languages."""

from __future__ import annotations

import re
from typing import Literal

Stance = Literal["supports", "attacks", "undercuts", "backs"]

SIGNS: dict[str, Stance] = {
    **dict.fromkeys(("+", "++", "＋", "✓", "✔", "👍", "⊕"), "supports"),
    **dict.fromkeys(("-", "--", "−", "–", "—", "✗", "✘", "👎", "⊖"), "attacks"),
    "×": "undercuts",
}  # fmt: skip
_WORDS: dict[Stance, str] = {
    "supports": "pro pros for support supports supporting supported-by "
    "favor favour in-favor in-favour because since "
    "reason reasons advantage advantages benefit benefits strength strengths agree evidence argument "
    "arguments argument-for arguments-for reasons-for yes "
    "dafür weil denn grund gründe stützt unterstützt unterstützung vorteil vorteile ja spricht-dafür argumente-dafür "
    "pour avantage avantages parce-que car soutient a-favor porque ventaja ventajas apoya favorevole a-favore perché "
    "vantaggio vantaggi voor voordeel voordelen omdat за",
    "attacks": "con cons contra against but however yet although attack attacks attacking objection objections opposes "
    "opposing rebuttal rebuts rebut refutes counter counterargument counterarguments counter-argument disadvantage "
    "disadvantages drawback drawbacks weakness weaknesses risk risks disagree argument-against arguments-against "
    "reasons-against no "
    "kontra dagegen aber jedoch allerdings einwand einwände gegen greift-an widerspricht nachteil nachteile nein "
    "gegenargument gegenargumente spricht-dagegen argumente-dagegen contre mais cependant inconvénient inconvénients "
    "en-contra pero desventaja desventajas ataca contro ma però svantaggio svantaggi tegen maar nadeel nadelen против",
    "undercuts": "undercut undercuts undercutter untergräbt attacks-argument attacks-step",
    "backs": "backs backing backed supports-argument supports-step",
}
_STANCES: dict[str, Stance] = {word: stance for stance, words in _WORDS.items() for word in words.split()}
#: Words with which a sentence begins that are the mark themselves, without a colon.
_BEGINNINGS = ("because", "but", "however", "weil", "aber", "jedoch", "mais", "pero", "porque", "omdat", "maar")
_MARKED = re.compile(
    r"\[(?P<bracket>[^\[\]\s]{1,12})\]\s*(?=\S)|\((?P<round>[^()\s]{1,12})\)\s*(?=\S)"
    r"|(?P<word>[^\W\d_][\w' -]{0,24}?)\s*(?:\([^()]{1,20}\))?\s*[:：]\s*(?=\S)"
    r"|(?P<sign>[+−×✓✔✗✘👍👎⊕⊖-])\s+(?=\S)"
)


def stance_of(word: str) -> Stance | None:
    """Tell what a word or a sign says, whatever its case; None if nothing of the kind.

    >>> stance_of("Pro"), stance_of("−"), stance_of("in favour"), stance_of("maybe")
    ('supports', 'attacks', 'supports', None)
    """
    said = word.strip().rstrip(":.").strip().casefold()
    return SIGNS.get(said) or _STANCES.get("-".join(said.replace("_", " ").split()))


def marked(text: str) -> tuple[Stance | None, str]:
    """Give what the beginning of a text says of it, and the rest; a mark without a text is no mark.

    >>> marked("Con: It is dear."), marked("(+) It holds."), marked("In 1999: a flood")
    (('attacks', 'It is dear.'), ('supports', 'It holds.'), (None, 'In 1999: a flood'))
    """
    match = _MARKED.match(text)
    stance = stance_of(next(filter(None, match.groups()), "")) if match else None
    return (stance, text[match.end() :]) if match and stance else (None, text)


def begun(text: str) -> tuple[Stance | None, str]:
    """Do the same where a sentence may also begin with a word such as `because`, which it is rid of.

    >>> begun("Because it is dear."), begun("But not here")
    (('supports', 'It is dear.'), ('attacks', 'Not here'))
    """
    stance, rest = marked(text)
    word, _, after = text.partition(" ")
    if stance is None and word.rstrip(",").casefold() in _BEGINNINGS and after.strip():
        bare = after.strip()
        return stance_of(word.rstrip(",")), bare[0].upper() + bare[1:]
    return stance, rest

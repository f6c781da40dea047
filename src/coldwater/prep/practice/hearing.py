"""What somebody means with a line in a bout: an answer of the map, something said before, or new words.

It asks nothing and prints nothing: a likeness is a guess, and whether it is right is asked by whoever hears.
"""

from __future__ import annotations

from coldwater.model import composed
from coldwater.prep.practice.likeness import TWINS, Likeness
from coldwater.prep.practice.replies import claim_texts, words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.prep.deciding.answers import Answer
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.practice.sayings import Saying, Sayings

#: Longer numbers are numbers of nothing.
_DIGITS = 9


class Hearing:
    """Hears lines against a challenge, an argument or claim of the map; ``choices``: what the map has against it."""

    def __init__(self, prep: Preparation, sayings: Sayings) -> None:
        self._prep = prep
        self._sayings = sayings
        self._used = set[tuple[int, str]]()
        self._likeness = Likeness(claim_texts(prep))

    def named(self, line: str, choices: Sequence[Answer]) -> Answer | None:
        """Give the answer of the map that is meant by its id, or by its number in the list, from 1."""
        if line.isdecimal() and 0 < int(line[:_DIGITS]) <= len(choices):
            return choices[int(line[:_DIGITS]) - 1]
        return next((one for one in choices if self._prep.names[one.node] == composed(line)), None)

    def again(self, challenge: int) -> list[Saying]:
        """Give what was said before against a claim that is discussed now, too, and was not said in this discussion."""
        name = self._prep.names[challenge]
        claims = self._prep.graph.premises(name) if name in self._prep.graph.arguments else (name,)
        return [
            one for one in self._sayings.found if one.target in claims and (challenge, one.argument) not in self._used
        ]

    def repeated(self, line: str, choices: Sequence[Answer], challenge: int) -> Saying | None:
        """Give what was said before and is meant by its number behind the choices, by an id, or by the same words."""
        again = self.again(challenge)
        if line.isdecimal():
            place = int(line[:_DIGITS]) - len(choices) - 1
            return again[place] if 0 <= place < len(again) else None
        known, name = self._sayings.known_as(line), composed(line)
        return next((one for one in again if name in (one.claim, one.argument) or one.claim == known), None)

    def use(self, challenge: int, saying: Saying) -> None:
        """Note that something was said in the discussion of a challenge."""
        self._used.add((challenge, saying.argument))

    def is_name(self, line: str) -> bool:
        """Tell whether a line is the id of a claim or an argument, of the map or said before."""
        name = composed(line)
        return name in self._prep.numbers or self._sayings.has(name)

    def meant(self, text: str, choices: Sequence[Answer]) -> Answer | None:
        """Give the answer of the map that words are most like; None if they are like none."""
        place = self._likeness.meant(text, [words_of(self._prep, one.node) for one in choices])
        return None if place is None else choices[place]

    def twin(self, text: str) -> str | None:
        """Give the id of the claim that says much the same; None if there is none."""
        claims = self._prep.map.claims
        place = self._likeness.meant(text, [claim.text for claim in claims.values()], TWINS)
        return None if place is None else list(claims)[place]

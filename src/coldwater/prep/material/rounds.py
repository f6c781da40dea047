"""What came up in rounds, held against the map: what nothing answers yet, what was tried and how it went."""

from __future__ import annotations

from coldwater.prep.deciding.answers import standing
from coldwater.records import NamedTuple
from coldwater.semantics.grounded import OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.rounds.round_notes import CameUp, RoundNotes


class Met(NamedTuple):
    """Something that came up in a round, and where it stands on the map.

    ``round``: the place of the round among the notes; ``node``: what it is on the map, None where the map lacks it;
    ``against``: what of the map it was said against, None where that is not told; ``answers``: what the map has against
    it and does not fall; ``answer``: what was answered on the map, None where nothing was, or nothing that it has.
    """

    round: int
    told: CameUp
    node: int | None
    against: int | None
    answers: tuple[int, ...]
    answer: int | None

    @property
    def is_open(self) -> bool:
        """Whether the map has no answer to it."""
        return not self.answers


class Rounds(NamedTuple):
    """The rounds of a side, and what came up in them: what is open first, in the order of the notes.

    ``left_out``: how many notes were of rounds on the other side.
    """

    notes: tuple[RoundNotes, ...] = ()
    met: tuple[Met, ...] = ()
    left_out: int = 0


NONE = Rounds()


def find_rounds(prep: Preparation, notes: Sequence[RoundNotes]) -> Rounds:
    """Hold the notes of rounds against the map. Words that are those of a title or a claim are taken for that."""
    own = tuple(one for one in notes if one.side == prep.side)
    words = _words(prep)
    met = [_met(prep, words, place, one) for place, round_ in enumerate(own) for one in round_.came_up]
    return Rounds(own, tuple(sorted(met, key=lambda one: not one.is_open)), len(notes) - len(own))


def _words(prep: Preparation) -> Mapping[str, int]:
    """Give by its words, without case and blanks, what the map has; claims before arguments that are called alike."""
    found: dict[str, int] = {}
    for node, name in enumerate(prep.names):
        found.setdefault(_plain(prep.title(node)), node)
        found.setdefault(_plain(name), node)
    return found


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(". ")


def _met(prep: Preparation, words: Mapping[str, int], place: int, one: CameUp) -> Met:
    node = prep.numbers[one.id] if one.id else words.get(_plain(one.said))
    against = prep.numbers[one.against] if one.against else None
    answer = words.get(_plain(one.answer)) if one.answer else None
    return Met(place, one, node, against, tuple(_answers(prep, node)), answer)


def _answers(prep: Preparation, node: int | None) -> Iterable[int]:
    """Give what answers something and does not fall: against an argument, or each that a claim makes."""
    if node is None:
        return ()
    name = prep.names[node]
    arguments = (node,) if name in prep.graph.arguments else tuple(prep.numbers[use] for use in prep.graph.uses(name))
    found = [
        answer.node
        for argument in arguments
        for answer in standing(prep.inquiry, argument).answers
        if answer.label != OUT and (argument == node or answer.premise in (None, node))
    ]
    return dict.fromkeys(found)

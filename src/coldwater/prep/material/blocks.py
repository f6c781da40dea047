"""Blocks: for each opposing argument what a side answers, what the other will say to that, and what comes then."""

from __future__ import annotations

from coldwater.prep.deciding.answers import answers_to
from coldwater.prep.material.contentions import contentions, heads_of
from coldwater.prep.material.cross_examination import examine
from coldwater.prep.material.preparation import STANDING_FIRST
from coldwater.records import NamedTuple
from coldwater.semantics.grounded import IN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from coldwater.prep.deciding.answers import Answer, Standing
    from coldwater.prep.material.contentions import Contention
    from coldwater.prep.material.preparation import Preparation, Weight
    from coldwater.schemes.asking import Asked


#: How much may be said in a file of blocks: answers, objections to them, and replies to these. Where all contradicts
#: all, there would be the cube of the arguments.
MOST_SAID = 50_000


class Frontline(NamedTuple):
    """What the other side has against an answer, and what the side has against that; ``more``: what is left out."""

    objection: Answer
    replies: tuple[Answer, ...]
    more: int = 0


class Reply(NamedTuple):
    """An answer to an opposing argument, with its frontlines; ``more``: how many are left out."""

    answer: Answer
    frontlines: tuple[Frontline, ...]
    more: int = 0


class Block(NamedTuple):
    """An opposing argument, the answers to it (those that stand first), and the questions that are open.

    ``outweighed_by``: the arguments for the opposite conclusion that stand: they do not answer it, but it may not be
    enough against them. ``more``: how many answers are left out.
    """

    standing: Standing
    weight: Weight
    is_live: bool
    replies: tuple[Reply, ...]
    outweighed_by: tuple[int, ...]
    questions: tuple[Asked, ...]
    more: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing on the map answers the argument."""
        return not self.replies


class Countered(NamedTuple):
    """A claim of the other side that contradicts the thesis, such as a counterplan, and what speaks against it."""

    claim: int
    replies: tuple[Reply, ...]


class File(NamedTuple):
    """The blocks of a side, by argument, and what they are filed under: each contention of the other side.

    ``countered``: what the other side puts in the place of the thesis; that is answered in a block of its own.
    """

    blocks: dict[int, Block]
    contentions: tuple[Contention, ...]
    countered: tuple[Countered, ...] = ()


def find_blocks(prep: Preparation, most: int = MOST_SAID) -> File:
    """Give a block for each opposing argument; contentions that still bear on the matter first, then by cruxes.

    ``most``: how much is said about in all; of more, each argument is answered by as many as fit, those that stand
    first, and the rest is counted. Cost: linear in the map and what is said.
    """
    questions = {one.standing.argument: one.questions for one in examine(prep)}
    said = _Said(prep, most)
    blocks = {one.argument: said.block(one, questions.get(one.argument, ())) for one in prep.opposing}
    found = contentions(prep, list(blocks))
    ordered = tuple(sorted(found, key=lambda one: not blocks[one.head].is_live))
    return File(blocks, ordered, tuple(map(said.countered, _contraries(prep))))


def _contraries(prep: Preparation) -> list[int]:
    """Give the claims of the other side that contradict the thesis, ranked."""
    if prep.other != "con":
        return []
    names = [prep.names[node] for node in heads_of(prep, prep.other)]
    return [prep.numbers[name] for name in names if name in prep.graph.claims and name != prep.map.thesis]


class _Said:
    """What is said against what, looked up once for each claim and argument, and no more than so much in all."""

    def __init__(self, prep: Preparation, most: int) -> None:
        self._prep = prep
        self._known: dict[int, tuple[Answer, ...]] = {}
        self._each: int | None = None
        longest = max((len(one.answers) for one in prep.opposing), default=0)
        while self._amount() > most and self._each != 1:
            self._each = max(1, (self._each or longest) // 2)

    def _amount(self) -> int:
        """Count what is said if each is answered by so many at most."""
        after: dict[int, int] = {}
        whole = 0
        for one in self._prep.opposing:
            for answer in _in_order(one.answers)[: self._each]:
                if answer.node not in after:
                    objections = self._against(answer.node)[: self._each]
                    after[answer.node] = 1 + sum(
                        1 + len(self._against(objection.node)[: self._each]) for objection in objections
                    )
                whole += after[answer.node]
        return whole

    def block(self, one: Standing, questions: tuple[Asked, ...]) -> Block:
        """Give the block for an argument."""
        prep = self._prep
        answers = _in_order(one.answers)
        shown = answers[: self._each]
        return Block(
            standing=one,
            weight=prep.weight(one.argument),
            is_live=one.argument in prep.live,
            replies=tuple(map(self._reply, shown)),
            outweighed_by=tuple(node for node in one.rebuttals if prep.labels[node] == IN),
            questions=questions,
            more=len(answers) - len(shown),
        )

    def countered(self, claim: int) -> Countered:
        """Give what speaks against a claim, but for the thesis and what the thesis rests on."""
        thesis = self._prep.numbers[self._prep.map.thesis]
        answers = [one for one in _in_order(answers_to(self._prep.inquiry, claim)) if one.node != thesis]
        return Countered(claim, tuple(map(self._reply, answers[: self._each])))

    def _reply(self, answer: Answer) -> Reply:
        objections = self._against(answer.node)
        shown = objections[: self._each]
        return Reply(answer, tuple(map(self._frontline, shown)), len(objections) - len(shown))

    def _frontline(self, objection: Answer) -> Frontline:
        replies = self._against(objection.node)
        shown = replies[: self._each]
        return Frontline(objection, shown, len(replies) - len(shown))

    def _against(self, node: int) -> tuple[Answer, ...]:
        """Give what answers an argument, or speaks against a claim; what stands first."""
        if node not in self._known:
            # A claim answers by contradicting a premise: that premise would come back as what contradicts the claim.
            is_claim = self._prep.names[node] in self._prep.graph.claims
            every = answers_to(self._prep.inquiry, node)
            found = [one for one in every if not (is_claim and one.kind == "contradicts-premise")]
            self._known[node] = _in_order(found)
        return self._known[node]


def _in_order(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """Give what stands first."""
    return tuple(sorted(answers, key=lambda one: STANDING_FIRST[one.label]))

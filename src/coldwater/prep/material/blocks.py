"""Blocks: for each opposing argument what a side answers, what the other will say to that, and what comes then."""

from __future__ import annotations

from coldwater.prep.deciding.answers import answers_to
from coldwater.prep.material.contentions import contentions
from coldwater.prep.material.cross_examination import examine
from coldwater.prep.material.preparation import STANDING_FIRST
from coldwater.records import NamedTuple
from coldwater.semantics.grounded import IN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.prep.deciding.answers import Answer, Standing
    from coldwater.prep.material.contentions import Contention
    from coldwater.prep.material.preparation import Preparation, Weight
    from coldwater.schemes.asking import Asked


class Frontline(NamedTuple):
    """What the other side has against an answer, and what the side has against that."""

    objection: Answer
    replies: tuple[Answer, ...]


class Reply(NamedTuple):
    """An answer to an opposing argument, with its frontlines."""

    answer: Answer
    frontlines: tuple[Frontline, ...]


class Block(NamedTuple):
    """An opposing argument, the answers to it (those that stand first), and the questions that are open.

    ``outweighed_by``: the arguments for the opposite conclusion that stand: they do not answer it, but it may not be
    enough against them.
    """

    standing: Standing
    weight: Weight
    is_live: bool
    replies: tuple[Reply, ...]
    outweighed_by: tuple[int, ...]
    questions: tuple[Asked, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing on the map answers the argument."""
        return not self.replies


class File(NamedTuple):
    """The blocks of a side, by argument, and what they are filed under: each contention of the other side."""

    blocks: dict[int, Block]
    contentions: tuple[Contention, ...]


def find_blocks(prep: Preparation) -> File:
    """Give a block for each opposing argument; contentions that still bear on the matter first, then by cruxes."""
    questions = {one.standing.argument: one.questions for one in examine(prep)}
    blocks = {one.argument: _block(prep, one, questions.get(one.argument, ())) for one in prep.opposing}
    found = contentions(prep, list(blocks))
    return File(blocks, tuple(sorted(found, key=lambda one: not blocks[one.head].is_live)))


def _block(prep: Preparation, one: Standing, questions: tuple[Asked, ...]) -> Block:
    replies = [Reply(answer, _frontlines(prep, answer.node)) for answer in one.answers]
    return Block(
        standing=one,
        weight=prep.weight(one.argument),
        is_live=one.argument in prep.live,
        replies=tuple(sorted(replies, key=lambda reply: STANDING_FIRST[reply.answer.label])),
        outweighed_by=tuple(node for node in one.rebuttals if prep.labels[node] == IN),
        questions=questions,
    )


def _frontlines(prep: Preparation, node: int) -> tuple[Frontline, ...]:
    found = [Frontline(one, _against(prep, one.node)) for one in _against(prep, node)]
    return tuple(sorted(found, key=lambda frontline: STANDING_FIRST[frontline.objection.label]))


def _against(prep: Preparation, node: int) -> tuple[Answer, ...]:
    """Give what answers an argument, or speaks against a claim; what stands first."""
    # A claim answers by contradicting a premise: that premise would come back as what contradicts the claim.
    is_claim = prep.names[node] in prep.graph.claims
    every = answers_to(prep.inquiry, node)
    found = [one for one in every if not (is_claim and one.kind == "contradicts-premise")]
    return tuple(sorted(found, key=lambda one: STANDING_FIRST[one.label]))

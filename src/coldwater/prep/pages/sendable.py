"""A block file that may be handed to the other side: answers and cards, and nothing of how they stand.

What is meant for one's own eyes (states, ids, what they will say next, what is missing, questions) is the page of
``blocks``. Answers that fall on the map are left to it as well.
"""

from __future__ import annotations

from coldwater.prep.pages.citing import Citing, cites_of
from coldwater.prep.setting.page import Heading, Item, Line
from coldwater.prep.speeches.reasons import Reasons, leading_claims, said_claims
from coldwater.semantics.grounded import OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.prep.material.blocks import Block, File, Reply
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.setting.page import Part

#: How many answers a block holds, and how many steps deep the reasons behind an answer go.
_ANSWERS, _DEEPEST = 20, 2


def sendable_blocks(prep: Preparation, file: File) -> Iterator[Part]:
    """Give the block file of a side as it may be sent: a block for each argument that an answer of ours meets."""
    yield Heading(1, f"Blocks of {prep.side}: {prep.map.title}")
    citing = Citing(prep)
    found = False
    for one in file.countered:
        if replies := _standing(one.replies):
            found = True
            yield Heading(2, prep.title(one.claim))
            yield Heading(3, f"AT: {prep.title(one.claim)}")
            yield Line(prep.map.claims[prep.names[one.claim]].text, "They say:")
            for reply in replies:
                yield from _answer(prep, reply.answer.node, citing)
    for contention in file.contentions:
        blocks = [file.blocks[node] for node in (contention.head, *contention.behind)]
        blocks = [block for block in blocks if _answers(block)]
        if blocks:
            found = True
            yield Heading(2, prep.title(contention.head))
        for block in blocks:
            yield from _block(prep, block, citing)
    if not found:
        yield Line("No answer on this map may be sent yet.")


def not_sent(file: File) -> list[int]:
    """Give the answers that are in no block that is sent, since they fall on the map, in the order of the blocks."""
    every = [*(one.replies for one in file.countered), *(one.replies for one in file.blocks.values())]
    return list(dict.fromkeys(one.answer.node for replies in every for one in replies if one.answer.label == OUT))


def _answers(block: Block) -> list[Reply]:
    return _standing(block.replies)


def _standing(replies: Sequence[Reply]) -> list[Reply]:
    return [reply for reply in replies if reply.answer.label != OUT][:_ANSWERS]


def _block(prep: Preparation, block: Block, citing: Citing) -> Iterator[Part]:
    node = block.standing.argument
    yield Heading(3, f"AT: {prep.title(node)}")
    said: set[int] = set()
    for reply in _answers(block):
        answer = reply.answer
        hit = (answer.premise,) if answer.premise is not None else leading_claims(prep, node)
        for claim in hit:
            if claim not in said:
                said.add(claim)
                yield Line(prep.map.claims[prep.names[claim]].text, "They say:")
        yield from _answer(prep, answer.node, citing)


def _answer(prep: Preparation, node: int, citing: Citing) -> Iterator[Part]:
    """Set an answer: its first claim as a tag, each claim that cites something as a tag with its cards."""
    yield from _claims(prep, node, citing, "", is_first=True)
    reasons = Reasons(prep).behind(node, said_claims(prep, node), (), _DEEPEST)
    for reason, _, _, _ in reasons.found:
        yield from _claims(prep, reason, citing, "Because:", is_first=False)


def _claims(prep: Preparation, node: int, citing: Citing, lead: str, *, is_first: bool) -> Iterator[Part]:
    name = prep.names[node]
    for place, claim in enumerate(said_claims(prep, node)):
        text = prep.map.claims[prep.names[claim]].text
        if (place == 0 and is_first) or cites_of(prep, prep.names[claim]):
            yield Heading(4, text)
            yield from citing.cards(prep.names[claim])
        else:
            yield Item(text, lead if place == 0 else "", is_read=True)
    if name in prep.graph.arguments:
        yield from citing.cards(name)

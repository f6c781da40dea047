"""Where a side has nothing yet: opposing arguments that nothing holds against, and claims of its own without ground."""

from __future__ import annotations

from coldwater.prep.deciding.answers import answers_to
from coldwater.prep.material.contentions import heads_of
from coldwater.records import NamedTuple
from coldwater.semantics.grounded import OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.prep.deciding.answers import Standing
    from coldwater.prep.deciding.research import Research
    from coldwater.prep.material.preparation import Preparation, Weight


class Gap(NamedTuple):
    """An opposing argument, and how much hangs on it. ``is_live``: whether what it serves is not lost already."""

    standing: Standing
    weight: Weight
    is_live: bool


class Unsourced(NamedTuple):
    """A claim of the side's own for which there is neither source nor argument, and how much hangs on it."""

    claim: int
    weight: Weight


class Gaps(NamedTuple):
    """What a side lacks; in each list, what is live comes first, then what touches the smallest crux.

    ``unanswered``, ``beaten``, ``contested``: opposing arguments, by state. No argument is among them that the side
    itself has as an answer that stands. ``unsourced``: claims that were stated without a source, ``unstated``: those
    that were not even stated. ``needs``: the fewest answers that would better the verdict for the side. ``contraries``:
    claims that the other side puts in the place of the thesis, which do not fall and which nothing answers.
    """

    unanswered: tuple[Gap, ...]
    beaten: tuple[Gap, ...]
    contested: tuple[Gap, ...]
    unsourced: tuple[Unsourced, ...]
    unstated: tuple[Unsourced, ...]
    needs: tuple[Research, ...]
    contraries: tuple[int, ...] = ()

    @property
    def unanswered_cruxes(self) -> tuple[Gap, ...]:
        """The unanswered arguments that touch a crux."""
        return tuple(gap for gap in self.unanswered if gap.weight.smallest is not None)


def find_gaps(prep: Preparation) -> Gaps:
    """Find what a side lacks."""
    by_state: dict[str, list[Gap]] = {"unanswered": [], "answered-but-beaten": [], "contested": []}
    for one in sorted(prep.opposing, key=lambda one: one.argument not in prep.live):
        if one.state in by_state and one.argument not in prep.live_answers:
            by_state[one.state].append(Gap(one, prep.weight(one.argument), one.argument in prep.live))
    bare = _without_ground(prep)
    is_unstated = [prep.map.claims[prep.names[one.claim]].implicit for one in bare]
    return Gaps(
        unanswered=tuple(by_state["unanswered"]),
        beaten=tuple(by_state["answered-but-beaten"]),
        contested=tuple(by_state["contested"]),
        unsourced=tuple(one for one, unstated in zip(bare, is_unstated, strict=True) if not unstated),
        unstated=tuple(one for one, unstated in zip(bare, is_unstated, strict=True) if unstated),
        needs=tuple(one for one in prep.decision.research if one.side == prep.side),
        contraries=tuple(_contraries(prep)),
    )


def _contraries(prep: Preparation) -> Iterator[int]:
    thesis = prep.numbers[prep.map.thesis]
    for node in heads_of(prep, prep.other) if prep.other == "con" else ():
        is_standing_claim = prep.names[node] in prep.graph.claims and prep.labels[node] != OUT and node != thesis
        if is_standing_claim and all(one.node == thesis for one in answers_to(prep.inquiry, node)):
            yield node


def _without_ground(prep: Preparation) -> list[Unsourced]:
    """Give the side's claims that rest on nothing: the weightiest first, then in the order of the file."""
    found = [
        Unsourced(node, prep.weight(node))
        for node, name in enumerate(prep.names[: prep.inquiry.framework.claims])
        if name != prep.map.thesis
        and prep.side in prep.graph.sides(name)
        and not prep.map.claims[name].cites
        and not prep.graph.supporters(name)
    ]
    return sorted(found, key=lambda one: one.weight.rank)

"""A brief: what a side takes into a round: its case, the other side's, what it may give up, and what decides."""

from __future__ import annotations

from coldwater.prep.deciding.ranking import RANKS
from coldwater.prep.material.blocks import find_blocks
from coldwater.prep.material.conceding import what_to_keep
from coldwater.prep.material.contentions import case_of
from coldwater.prep.material.issues import distinct
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.model.models import Citation
    from coldwater.prep.deciding.cruxes import Crux
    from coldwater.prep.material.blocks import File
    from coldwater.prep.material.contentions import Contention
    from coldwater.prep.material.preparation import Preparation

#: How many cruxes make voting issues.
_ISSUES = 3


class Turn(NamedTuple):
    """A claim that serves both sides: the arguments that use it for the side, and those that use it against."""

    claim: int
    ours: tuple[int, ...]
    theirs: tuple[int, ...]


class Evidence(NamedTuple):
    """A claim or an argument of the side's own, and where it has its ground."""

    node: int
    citation: Citation


class Brief(NamedTuple):
    """What a side takes into a round.

    ``issues``: the cruxes to put to the judge, at most three; of each side that can gain there is one, where one is
    known. ``case``: the contentions that argue on the thesis itself, those that stand first, then by load;
    ``contraries``: claims that cannot hold together with the thesis. ``file``: what the other side will say, with the
    answers. ``concessions``: the side's leaves that may be given up without a loss, all together; certain only if
    ``is_certain``. ``kept``: those that could be given up as well if there were nothing to win: without them it would
    take more answers to turn the verdict. ``turns`` in the order of the file, ``evidence`` by load.
    """

    issues: tuple[Crux, ...]
    case: tuple[Contention, ...]
    contraries: tuple[int, ...]
    file: File
    concessions: tuple[int, ...]
    kept: tuple[int, ...]
    is_certain: bool
    turns: tuple[Turn, ...]
    evidence: tuple[Evidence, ...]


def find_brief(prep: Preparation) -> Brief:
    """Put together what a side takes into a round."""
    given_up = {leaf for one in prep.decision.concessions.of(prep.side) for leaf in one.leaves}
    kept = {leaf for one in what_to_keep(prep) for leaf in one.leaves}
    return Brief(
        issues=_issues(prep),
        case=tuple(sorted(case_of(prep), key=lambda one: prep.standing_rank(one.head))),
        contraries=tuple(prep.numbers[one] for one in prep.graph.contraries(prep.map.thesis) if prep.side == "con"),
        file=find_blocks(prep),
        concessions=tuple(sorted(given_up - kept)),
        kept=tuple(sorted(kept)),
        is_certain=prep.decision.concessions.is_certain,
        turns=tuple(_turns(prep)),
        evidence=_evidence(prep),
    )


def _issues(prep: Preparation) -> tuple[Crux, ...]:
    """Give the first crux by which each side gains, the side's own first, then the next ones.

    The most disputed come first, then the smallest.
    """
    every = distinct(prep, (*prep.decision.cruxes.found, *prep.decision.cruxes.larger))
    every = tuple(sorted(every, key=lambda one: RANKS.index(prep.ranks[one].rank)))
    firsts = [next((one for one in every if one.gainer == side), None) for side in (prep.side, prep.other)]
    chosen = [one for one in firsts if one is not None]
    chosen += [one for one in every if one not in chosen]
    return tuple(chosen[:_ISSUES])


def _turns(prep: Preparation) -> list[Turn]:
    found = []
    for node, name in enumerate(prep.names[: prep.inquiry.framework.claims]):
        if len(prep.graph.sides(name)) > 1:
            uses = [prep.numbers[one] for one in prep.graph.uses(name)]
            ours = tuple(use for use in uses if prep.side in prep.inquiry.sides(use))
            theirs = tuple(use for use in uses if prep.other in prep.inquiry.sides(use))
            found.append(Turn(node, ours, theirs))
    return found


def _evidence(prep: Preparation) -> tuple[Evidence, ...]:
    """Give every citation of the side's own claims and arguments but the thesis, those of most load first."""
    thesis = prep.map.thesis
    own = [node for node, name in enumerate(prep.names) if prep.side in prep.graph.sides(name) and name != thesis]
    cited = [(node, citation) for node in own for citation in prep.cites(node)]
    return tuple(Evidence(*one) for one in sorted(cited, key=lambda one: -prep.weight(one[0]).load))

"""Which free concessions a side that still wants to win had better keep.

What may be given up without a loss of the verdict there is may be needed to turn it: a claim that holds off an argument
of the other side does nothing while another one stands, and everything once that one has met an answer.
"""

from __future__ import annotations

from coldwater.semantics.grounded import UNDECIDED
from coldwater.semantics.scenarios import Scenarios

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coldwater.prep.deciding.inquiry import Handles
    from coldwater.prep.deciding.research import Need
    from coldwater.prep.material.preparation import Preparation
    from coldwater.semantics.scenarios import Masks

#: How often all that is left is tried together.
_ROUNDS = 20


def what_to_keep(prep: Preparation) -> tuple[Handles, ...]:
    """Give the side's free concessions without which the fewest answers that turn the verdict would do so no more.

    That is, for some verdict that is better for the side, none of the least sets of answers that lead there. Of several
    that only together spoil that, those of more load are kept. Empty where the side has nothing to win, or where time
    is over before it is known.
    Cost: one search for each set of fewest answers, and as many again for each claim that is found only together.
    """
    free = list(prep.decision.concessions.of(prep.side))
    needs = _needs(prep)
    if not (free and needs):
        return ()
    free.sort(key=lambda one: (prep.weight(one.first).load, sorted(prep.title(leaf) for leaf in one.leaves)))
    alone = _spoilt(prep, needs, free, lambda place: 1 << place)
    kept = [one for place, one in enumerate(free) if alone >> place & 1]
    left = [one for one in free if one not in kept]
    for _ in range(_ROUNDS):
        # Case n gives up the first n + 1 of them.
        together = _spoilt(prep, needs, left, lambda place: ((1 << len(left)) - 1) & ~((1 << place) - 1))
        if not together:
            return tuple(kept)
        first = (together & -together).bit_length() - 1
        kept.append(left.pop(first))
    return (*kept, *left)


def _needs(prep: Preparation) -> dict[int, list[Need]]:
    """Give by the verdict it leads to the fewest answers of the side: all sets of the least size."""
    found: dict[int, list[Need]] = {}
    for research in prep.decision.research:
        for need in research.found if research.side == prep.side else ():
            found.setdefault(need.label, []).append(need)
    return {
        label: [one for one in needs if len(one.arguments) == min(len(each.arguments) for each in needs)]
        for label, needs in found.items()
    }


def _spoilt(
    prep: Preparation, needs: dict[int, list[Need]], free: Sequence[Handles], given_up: Callable[[int], int]
) -> int:
    """Give the cases in which for some verdict no set of answers does any more; none where time is over.

    There are as many cases as concessions; ``given_up`` says in which of them the concession at a place is given up.
    """
    every = (1 << len(free)) - 1
    rejected = {one.first: given_up(place) for place, one in enumerate(free)}
    found = 0
    for label, choices in needs.items():
        done = 0
        for need in choices:
            answered = dict.fromkeys(need.arguments, every)
            masks = prep.inquiry.oracle.verdicts(Scenarios(len(free), {**rejected, **answered}, {}), every)
            if masks is None:
                return 0
            done |= _reached(prep, masks, label, every)
        found |= every & ~done
    return found


def _reached(prep: Preparation, masks: Masks, label: int, every: int) -> int:
    """Give the cases in which the verdict is at least as good for the side as a label."""
    own, others = (masks.stands, masks.falls) if prep.side == "pro" else (masks.falls, masks.stands)
    return every & ~others if label == UNDECIDED else own

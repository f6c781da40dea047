"""The grounded labelling: the least fixpoint, from everything undecided. Unique, and found in linear time.

Source: Dung, Artificial Intelligence 77 (1995), definition 20, for attacks; Brewka et al., Abstract Dialectical
Frameworks Revisited (2013), definition 4, for acceptance conditions. Each node is decided once, and tells those it
bears on.
"""

from __future__ import annotations

from coldwater.semantics.framework import GRANTED, OPEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coldwater.semantics.framework import Framework, Pro

UNDECIDED, IN, OUT = range(3)


def grounded(framework: Framework, rejected: Iterable[int] = (), granted: Iterable[int] = ()) -> bytearray:
    """Give the grounded labelling: by node UNDECIDED, IN or OUT.

    ``rejected`` nodes are out, whatever stands; ``granted`` claims are read as if their status were accepted.
    Cost: linear in nodes and relations.
    """
    start = framework.start
    best, hold, top, missing = start.best.copy(), start.hold.copy(), start.top.copy(), start.missing.copy()
    base, fallen = framework.base, start.rejected
    if granted := framework.with_lent(granted):
        base = base.copy()
        for node in granted:
            best[node], hold[node], base[node] = 0, max(hold[node], 0), GRANTED
        fallen = tuple(node for node in fallen if node not in granted)
    labels = bytearray(framework.nodes)
    waiting = []
    for node in (*fallen, *rejected):
        if not labels[node]:
            labels[node] = OUT
            waiting.append(node)
    for node in (*start.first, *granted):
        if not labels[node]:
            if best[node] > top[node] and not missing[node]:
                labels[node] = IN
                waiting.append(node)
            elif hold[node] < 0:
                labels[node] = OUT
                waiting.append(node)
    _spread(framework, labels, waiting, (best, hold, top, missing), base)
    return labels


def _spread(  # noqa: C901, PLR0912 - a call for each node would cost as much again
    framework: Framework,
    labels: bytearray,
    waiting: list[int],
    kept: tuple[list[int], list[int], list[int], list[int]],
    base: list[int],
) -> None:
    """Let each decided node tell those it bears on, and whatever they decide, until nothing more is decided.

    ``kept``: best, hold, top and missing as in ``framework.Start``. This is where all the time goes, hence one long
    function with nothing but local names, and a list that grows while it is gone through.
    """
    best, hold, top, missing = kept
    parts_of, pro_of, con_of, all_cons = framework.parts_of, framework.pro_of, framework.con_of, framework.cons
    hit = [-1] * framework.nodes  # the place of the last con that is in
    first = [0] * framework.nodes  # the first pro that is not out
    for node in waiting:
        if labels[node] == IN:
            for target in parts_of[node]:
                missing[target] -= 1
                if not missing[target] and not labels[target]:
                    labels[target] = IN
                    waiting.append(target)
            for target, limit in pro_of[node]:
                if limit > best[target]:
                    best[target] = limit
                    if top[target] < limit and not labels[target]:
                        labels[target] = IN
                        waiting.append(target)
            for target, place in con_of[node]:
                if place > hit[target]:
                    hit[target] = place
                    if place >= hold[target] and not labels[target]:
                        labels[target] = OUT
                        waiting.append(target)
        else:
            for target in parts_of[node]:
                if not labels[target]:
                    labels[target] = OUT
                    waiting.append(target)
            for target, _ in pro_of[node]:
                if not labels[target]:
                    hold[target] = _lose_pro(framework.pros[target], labels, first, target, base[target])
                    if hit[target] >= hold[target]:
                        labels[target] = OUT
                        waiting.append(target)
            for target, place in con_of[node]:
                if place == top[target] and not labels[target]:
                    cons, last = all_cons[target], place - 1
                    while last >= 0 and labels[cons[last]] == OUT:
                        last -= 1
                    top[target] = last
                    if last < best[target]:
                        labels[target] = IN
                        waiting.append(target)


def _lose_pro(pros: Sequence[Pro], labels: bytearray, first: list[int], target: int, base: int) -> int:
    """Give from which place on no con may be in for a node not to be out, now that a pro of it is out."""
    at = first[target]
    while at < len(pros) and labels[pros[at][0]] == OUT:
        at += 1
    first[target] = at
    floor = 0 if base in (GRANTED, OPEN) else -1
    return max(pros[at][2], floor) if at < len(pros) else floor

"""The grounded labelling: the least fixpoint, from everything undecided. Unique, and found in linear time.

Source: Dung, Artificial Intelligence 77 (1995), definition 20, for attacks; Brewka et al., Abstract Dialectical
Frameworks Revisited (2013), definition 4, for acceptance conditions. Each node is decided once, and tells those it
bears on.
"""

from __future__ import annotations

from coldwater.semantics.framework import GRANTED, OPEN, REJECTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from coldwater.semantics.framework import Framework

UNDECIDED, IN, OUT = range(3)


def grounded(framework: Framework, rejected: Iterable[int] = (), granted: Iterable[int] = ()) -> bytearray:
    """Give the grounded labelling: by node UNDECIDED, IN or OUT.

    ``rejected`` nodes are out, whatever stands; ``granted`` claims are read as if their status were accepted.
    Cost: linear in nodes and relations.
    """
    return _Evaluation(framework, rejected, granted).labels()


class _Evaluation:
    """A worklist of decided nodes.

    By claim or step: ``best``, how far the cons that stand may reach for it still to be in, given the pros that are in;
    ``hold``, the same for it not to be out, given the pros that are not out; ``top``, the place of the last con that is
    not out; ``hit``, the place of the last con that is in; ``next``, the first pro that is not out. -1 is none.
    """

    def __init__(self, framework: Framework, rejected: Iterable[int], granted: Iterable[int]) -> None:
        self.framework = framework
        base = framework.base
        if granted := list(granted):
            base = base.copy()
            for node in granted:
                base[node] = GRANTED
        self.decided = bytearray(framework.nodes)
        self.best = [0 if held == GRANTED else -1 for held in base]
        self.floor = [0 if held in (GRANTED, OPEN) else -1 for held in base]
        self.hold = [
            max(pros[0][2], floor) if pros else floor for pros, floor in zip(framework.pros, self.floor, strict=True)
        ]
        self.top = [len(cons) - 1 for cons in framework.cons]
        self.hit = [-1] * framework.nodes
        self.next = [0] * framework.nodes
        self.missing = [len(parts) for parts in framework.parts]
        self.waiting: list[int] = []
        for node in (*(node for node, held in enumerate(base) if held == REJECTED), *rejected):
            self._decide(node, OUT)
        self._begin()

    def _decide(self, node: int, label: int) -> None:
        if not self.decided[node]:
            self.decided[node] = label
            self.waiting.append(node)

    def _begin(self) -> None:
        """Decide the claims and steps that nothing bears on, or nothing against, or nothing for."""
        for node, (top, best, hold) in enumerate(zip(self.top, self.best, self.hold, strict=True)):
            if not self.missing[node] and top < 0 and best >= 0:
                self._decide(node, IN)
            elif hold < 0:
                self._decide(node, OUT)

    def labels(self) -> bytearray:
        waiting, decided = self.waiting, self.decided
        while waiting:
            node = waiting.pop()
            if decided[node] == IN:
                self._stands(node)
            else:
                self._falls(node)
        return decided

    def _stands(self, node: int) -> None:
        framework, decided = self.framework, self.decided
        for argument in framework.parts_of[node]:
            self.missing[argument] -= 1
            if not self.missing[argument]:
                self._decide(argument, IN)
        for target, limit in framework.pro_of[node]:
            self.best[target] = max(self.best[target], limit)
            if self.top[target] < self.best[target]:
                self._decide(target, IN)
        for target, place in framework.con_of[node]:
            self.hit[target] = max(self.hit[target], place)
            if not decided[target] and self.hit[target] >= self.hold[target]:
                self._decide(target, OUT)

    def _falls(self, node: int) -> None:
        framework, decided = self.framework, self.decided
        for argument in framework.parts_of[node]:
            self._decide(argument, OUT)
        for target, _ in framework.pro_of[node]:
            if not decided[target]:
                self._lose_pro(target)
        for target, place in framework.con_of[node]:
            if not decided[target] and place == self.top[target]:
                self._lose_con(target)

    def _lose_pro(self, target: int) -> None:
        pros, at = self.framework.pros[target], self.next[target]
        while at < len(pros) and self.decided[pros[at][0]] == OUT:
            at += 1
        self.next[target] = at
        floor = self.floor[target]
        self.hold[target] = max(pros[at][2], floor) if at < len(pros) else floor
        if self.hit[target] >= self.hold[target]:
            self._decide(target, OUT)

    def _lose_con(self, target: int) -> None:
        cons, top = self.framework.cons[target], self.top[target]
        while top >= 0 and self.decided[cons[top]] == OUT:
            top -= 1
        self.top[target] = top
        if top < self.best[target]:
            self._decide(target, IN)

"""Verdicts with their reasons: a labelling of a framework, read back in the map's ids."""

from __future__ import annotations

from functools import cached_property

from coldwater.records import NamedTuple
from coldwater.semantics.framework import GRANTED, OPEN, REJECTED
from coldwater.semantics.grounded import IN, OUT, UNDECIDED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from coldwater.semantics.framework import Framework

    Word = Literal["in", "out", "undecided"]
    Reason = Literal[
        "granted", "grounded", "supported", "outweighs", "stands",
        "refuted", "outweighed", "unsupported", "set-aside", "premise-out", "undercut",
        "tied", "open", "depends",
    ]  # fmt: skip

#: The verdicts, by label.
WORDS: tuple[Word, Word, Word] = ("undecided", "in", "out")
#: The same for people.
PLAIN_WORDS = {"in": "stands", "out": "falls", "undecided": "undecided"}


class Verdict(NamedTuple):
    """What evaluation says of a claim or an argument, and why."""

    verdict: Word
    reason: Reason


class Labelling:
    """A label for every node of a framework. A fixpoint gets its reasons too; they are worked out when asked for."""

    def __init__(self, framework: Framework, labels: Sequence[int], rejected: frozenset[int] = frozenset(),
                 granted: frozenset[int] = frozenset()) -> None:  # fmt: skip
        """``rejected`` and ``granted`` are the nodes that were overruled in the evaluation."""
        self.framework = framework
        self.labels = labels
        self.rejected = rejected
        self.granted = granted

    @cached_property
    def forces(self) -> Sequence[float]:
        """The force with which each claim and argument that is in stands, in 0..1; 0 for all others."""
        stands = [label == IN for label in self.labels[: len(self.framework.names)]]
        possible = self.framework.possible
        return [float(one) for one in stands] if possible is None else possible.standing(stands, self.granted)

    @cached_property
    def _forces_at_most(self) -> Sequence[float]:
        """The force that each claim and argument would have if all stood that does not fall."""
        stands = [label != OUT for label in self.labels[: len(self.framework.names)]]
        possible = self.framework.possible
        return [float(one) for one in stands] if possible is None else possible.standing(stands, self.granted)

    def could_have(self, node: int) -> float:
        """Give the greatest force with which a claim or argument could speak, in 0..1; none if it is merely granted."""
        framework = self.framework
        is_firm = framework.parts[node] or node in framework.grounds
        if is_firm or any(self.labels[pro] != OUT for pro in framework.supporters(node)):
            return self._forces_at_most[node]
        return 0.0

    def is_firm(self, claim: int) -> bool:
        """Tell whether a claim has more than being granted: a ground with a force, or a standing argument for it."""
        framework = self.framework
        return claim in framework.grounds or any(self.labels[pro] == IN for pro in framework.supporters(claim))

    def word(self, name: str) -> Word:
        """Give the verdict of a claim or argument by its id: in, out or undecided."""
        return WORDS[self.labels[self.framework.numbers[name]]]

    def verdict(self, name: str) -> Verdict:
        """Give the verdict of a claim or argument by its id, with the reason."""
        node = self.framework.numbers[name]
        return Verdict(WORDS[self.labels[node]], self.reason(node))

    def verdicts(self) -> dict[str, Verdict]:
        """Give all verdicts by id: claims, then arguments, in the order of the file."""
        labels = self.labels
        return {name: Verdict(WORDS[labels[node]], self.reason(node)) for node, name in enumerate(self.framework.names)}

    def base(self, node: int) -> int:
        """Give what holds a node that nothing supports, as it was in this evaluation."""
        if node in self.rejected:
            return REJECTED
        return GRANTED if node in self.granted else self.framework.base[node]

    def reason(self, node: int) -> Reason:
        """Give why a node has its label. Cost: linear in what bears on it."""
        if node in self.rejected:
            return "set-aside"
        if self.framework.parts[node]:
            return self._reason_of_argument(node)
        return self.reason_of_statement(node)

    def _reason_of_argument(self, node: int) -> Reason:
        label, labels = self.labels[node], self.labels
        if label == IN:
            return "stands"
        step = self.framework.steps.get(node)
        premises = [labels[part] for part in self.framework.parts[node] if part != step]
        if label == OUT:
            return "premise-out" if OUT in premises else "undercut"
        if step is None or UNDECIDED in premises:
            return "depends"
        return self.reason_of_statement(step)

    def reason_of_statement(self, node: int) -> Reason:
        """Give why a claim or a step has its label."""
        framework, labels, base = self.framework, self.labels, self.base(node)
        label = labels[node]
        if base == REJECTED:
            return "set-aside"
        pros = [labels[pro] for pro in framework.supporters(node)]
        cons = [labels[con] for con in framework.opponents(node)]
        if label == IN:
            return _why_in(pros, cons, has_ground=node in framework.grounds)
        if label == OUT:
            return _why_out(pros, cons, has_ground=node in framework.grounds)
        if self.could_stand(node) or self.could_fall(node):
            return "depends"
        return "tied" if IN in cons else "open"

    # What the rule for a node says, whatever becomes of the undecided nodes around it, or at best, or at worst.

    def must_stand(self, node: int) -> bool:
        """Tell whether a claim or step is in however all that is undecided around it turns out."""
        return self._is_in(node, (IN,), (IN, UNDECIDED))

    def must_fall(self, node: int) -> bool:
        """Tell whether a claim or step is out however all that is undecided around it turns out."""
        return self._is_out(node, (IN, UNDECIDED), (IN,))

    def could_stand(self, node: int) -> bool:
        """Tell whether a claim or step would be in if all that is undecided around it turned out in its favour."""
        return self._is_in(node, (IN, UNDECIDED), (IN,))

    def could_fall(self, node: int) -> bool:
        """Tell whether a claim or step would be out if all that is undecided around it turned out against it."""
        return self._is_out(node, (IN,), (IN, UNDECIDED))

    def _is_in(self, node: int, pro_labels: tuple[int, ...], con_labels: tuple[int, ...]) -> bool:
        """Apply the rule for *in*, taking pros and cons with such labels to stand."""
        base = self.base(node)
        limits = [to_be_in for pro, to_be_in, _ in self.framework.pros[node] if self.labels[pro] in pro_labels]
        return base != REJECTED and self._last_con(node, con_labels) < max([*limits, 0 if base == GRANTED else -1])

    def _is_out(self, node: int, pro_labels: tuple[int, ...], con_labels: tuple[int, ...]) -> bool:
        """Apply the rule for *out*, taking pros and cons with such labels to stand."""
        base = self.base(node)
        limits = [not_out for pro, _, not_out in self.framework.pros[node] if self.labels[pro] in pro_labels]
        held = 0 if base in (GRANTED, OPEN) else -1
        return base == REJECTED or self._last_con(node, con_labels) >= max([*limits, held])

    def _last_con(self, node: int, kinds: tuple[int, ...]) -> int:
        """Give the place of the last con with such a label; -1 if there is none."""
        cons = self.framework.cons[node]
        return next((place for place in reversed(range(len(cons))) if self.labels[cons[place]] in kinds), -1)


def _why_in(pros: Sequence[int], cons: Sequence[int], *, has_ground: bool) -> Reason:
    if any(con != OUT for con in cons):
        return "outweighs"
    return "supported" if IN in pros else "grounded" if has_ground else "granted"


def _why_out(pros: Sequence[int], cons: Sequence[int], *, has_ground: bool) -> Reason:
    if IN not in cons:
        return "unsupported"
    return "outweighed" if has_ground or any(pro != OUT for pro in pros) else "refuted"

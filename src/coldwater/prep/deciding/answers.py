"""What answers an argument, and whether the answer holds.

An answer undercuts the argument's step or speaks against one of its premises. What speaks for the opposite conclusion
is a rebuttal: it may outweigh the argument, but it does not answer it, or nothing would ever be unanswered. So
rebuttals are kept apart.
"""

from __future__ import annotations

from coldwater.model.graph import OTHER
from coldwater.records import NamedTuple
from coldwater.semantics.grounded import IN, OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from coldwater.model.graph import Side
    from coldwater.prep.deciding.inquiry import Inquiry

    Kind = Literal["undercuts", "attacks-premise", "contradicts-premise"]
    State = Literal["unanswered", "answered", "answered-but-beaten", "contested", "fallen"]


class Answer(NamedTuple):
    """An argument, or a claim that contradicts a premise: what it does, to which premise if to one, and its label."""

    node: int
    kind: Kind
    premise: int | None
    label: int


class Standing(NamedTuple):
    """How an argument stands: its label, its state, its answers, and the arguments for the opposite conclusion.

    The states: *unanswered*: nothing answers it, and it does not fall. *answered*: it falls, and an answer stands.
    *answered-but-beaten*: there are answers, and it stands all the same. *contested*: it is undecided, and something
    answers it or what it rests on. *fallen*: it falls, but not by an answer of its own: what it rests on is answered,
    lacks support or is rejected.
    """

    argument: int
    label: int
    state: State
    answers: tuple[Answer, ...]
    rebuttals: tuple[int, ...]

    @property
    def is_gap(self) -> bool:
        """Whether the other side has nothing that holds against it: it is unanswered, or its answers are beaten."""
        return self.state in ("unanswered", "answered-but-beaten")


def standing(inquiry: Inquiry, argument: int) -> Standing:
    """Say how an argument stands. Answers to its step come first, then by premise; each in the order of the file."""
    answers = tuple(answers_to(inquiry, argument))
    label = inquiry.oracle.labels[argument]
    return Standing(argument, label, _state(inquiry, argument, label, answers), answers, _rebuttals(inquiry, argument))


def opposing(inquiry: Inquiry, side: Side) -> tuple[Standing, ...]:
    """Say how each argument stands that serves the other side, in the order of the file."""
    framework = inquiry.framework
    return tuple(
        standing(inquiry, argument)
        for argument in range(framework.claims, len(framework.names))
        if OTHER[side] in inquiry.sides(argument)
    )


def gaps(inquiry: Inquiry, side: Side) -> tuple[Standing, ...]:
    """Give the opposing arguments against which a side has nothing that holds, in the order of the file."""
    return tuple(one for one in opposing(inquiry, side) if one.is_gap)


def answers_to(inquiry: Inquiry, node: int) -> Iterator[Answer]:
    """Give what answers an argument: its step first, then by premise; each in the order of the file.

    For a claim, give what speaks against it, as against a premise that it would be.
    """
    graph, framework, labels = inquiry.graph, inquiry.framework, inquiry.oracle.labels
    name = framework.names[node]
    is_argument = name in graph.arguments
    kinds: list[tuple[Kind, str | None, tuple[str, ...]]] = []
    if is_argument:
        kinds.append(("undercuts", None, graph.attackers(name)))
    for premise in graph.premises(name) if is_argument else (name,):
        kinds.append(("attacks-premise", premise, graph.attackers(premise)))
        kinds.append(("contradicts-premise", premise, graph.contraries(premise)))
    for kind, of, found in kinds:
        for one in map(framework.numbers.__getitem__, found):
            yield Answer(one, kind, None if of is None else framework.numbers[of], labels[one])


def _rebuttals(inquiry: Inquiry, argument: int) -> tuple[int, ...]:
    graph, numbers = inquiry.graph, inquiry.framework.numbers
    own = graph.arguments[inquiry.framework.names[argument]]
    found = graph.attackers(own.target) if own.attacks is None else graph.supporters(own.target)
    return tuple(numbers[one] for one in found)


def _state(inquiry: Inquiry, argument: int, label: int, answers: tuple[Answer, ...]) -> State:
    if label == IN:
        return "answered-but-beaten" if answers else "unanswered"
    if label == OUT:
        return "answered" if any(answer.label == IN for answer in answers) else "fallen"
    return "contested" if argument in inquiry.opposed else "unanswered"

"""Semantics with several labellings, or none: what they share, and what holds in some of them only."""

from __future__ import annotations

from coldwater.semantics.enumeration import acceptance, labellings
from coldwater.semantics.evaluation import Status
from coldwater.semantics.labelling import Labelling, Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from coldwater.semantics.evaluation import Evaluation, Limits
    from coldwater.semantics.framework import Framework
    from coldwater.semantics.labelling import Word


def evaluate_several(
    start: Evaluation, limits: Limits, rejected: frozenset[int], accepted: frozenset[int]
) -> Evaluation:
    """Fill in labellings, statuses and verdicts; where the list was cut short, the solver is asked for statuses.

    There are none where there is no labelling.
    """
    framework = start.framework
    semantics: Any = start.semantics  # one that has several: evaluate_map has seen to it
    found = labellings(framework, semantics, limits.most, limits.seconds, rejected, accepted)
    made = tuple(Labelling(framework, labels, rejected, accepted) for labels in found.labellings)
    is_certain = True
    if found.is_complete and not made:
        return start._replace(statuses={})
    if found.is_complete:
        statuses = {name: _status_in(made, node) for node, name in enumerate(framework.names)}
    else:
        asked = acceptance(framework, semantics, limits.seconds, range(len(framework.names)), rejected, accepted)
        is_certain = asked.is_complete
        statuses = {
            name: Status(
                node in asked.credulous,
                node in asked.sceptical,
                node in asked.credulously_out,
                node in asked.sceptically_out,
            )
            for node, name in enumerate(framework.names)
        }
        if asked.has_labellings is False:
            return start._replace(statuses={})
    return start._replace(
        labellings=made,
        statuses=statuses,
        verdicts=_verdicts(framework, made, statuses),
        cut_by=found.cut_by,
        is_certain=is_certain,
    )


def _status_in(made: Sequence[Labelling], node: int) -> Status:
    words = {labelling.word(labelling.framework.names[node]) for labelling in made}
    return Status("in" in words, words == {"in"}, "out" in words, words == {"out"})


def _verdicts(framework: Framework, made: Sequence[Labelling], statuses: dict[str, Status]) -> dict[str, Verdict]:
    """Give what all labellings share; the reason is theirs if they share it too, else that it depends."""
    verdicts = {}
    for node, name in enumerate(framework.names):
        status = statuses[name]
        reasons = {labelling.reason(node) for labelling in made}
        word: Word = "in" if status.sceptical else "out" if status.out_in_all else "undecided"
        shared = {labelling.word(name) for labelling in made} == {word}
        verdicts[name] = Verdict(word, reasons.pop() if shared and len(reasons) == 1 else "depends")
    return verdicts

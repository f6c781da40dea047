"""Which of the nodes that bear on a node carried its verdict.

Drawings make them strong, explanations walk along them.
"""

from __future__ import annotations

from coldwater.semantics.grounded import IN, OUT, UNDECIDED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from coldwater.semantics.framework import Framework
    from coldwater.semantics.labelling import Labelling


def deciders(labelling: Labelling, node: int) -> tuple[int, ...]:
    """Give the claims and arguments that carried the verdict on a claim, an argument or a step.

    Pros and cons that could be left out without a change are not among them: of arguments that stand only those that
    are strong enough by themselves, of a tie the strongest on both sides. Nothing for what is granted, open or set
    aside. Order: premises, pros, cons, each as the framework has them.
    """
    if node in labelling.rejected:
        return ()
    if not labelling.framework.parts[node]:
        return _of_statement(labelling, node)
    labels, step = labelling.labels, labelling.framework.steps.get(node)
    premises = [part for part in labelling.framework.parts[node] if part != step and labels[part] == labels[node]]
    if labels[node] == OUT and premises:
        return tuple(premises)
    if step is not None and labels[step] == labels[node]:
        return (*premises, *_of_statement(labelling, step))
    return tuple(premises)


def _of_statement(labelling: Labelling, node: int) -> tuple[int, ...]:
    reason = labelling.reason_of_statement(node)
    if reason in ("supported", "outweighs"):
        return tuple(enough_for(labelling, node))
    if reason in ("refuted", "outweighed"):
        return tuple(enough_against(labelling, node))
    pros, cons = labelling.framework.supporters(node), labelling.framework.opponents(node)
    if reason == "unsupported":
        return pros
    if reason == "tied":
        return (*strongest_pros(labelling, node), *strongest_cons(labelling, node))
    if reason == "depends":
        return tuple(one for one in (*pros, *cons) if labelling.labels[one] == UNDECIDED)
    return ()


def enough_for(labelling: Labelling, node: int) -> Iterable[int]:
    """Give the pros that stand and are strong enough, each alone, against all cons that do not fall."""
    labels, framework = labelling.labels, labelling.framework
    top = max((place for place, con in enumerate(framework.cons[node]) if labels[con] != OUT), default=-1)
    return _owners(framework, [p for p, limit, _ in framework.pros[node] if labels[p] == IN and top < limit])


def enough_against(labelling: Labelling, node: int) -> Iterable[int]:
    """Give the cons that stand and are strong enough, each alone, against all pros that do not fall."""
    labels, framework = labelling.labels, labelling.framework
    hold = max((limit for pro, _, limit in framework.pros[node] if labels[pro] != OUT), default=0)
    standing = [con for place, con in enumerate(framework.cons[node]) if labels[con] == IN and place >= hold]
    return _owners(framework, standing)


def strongest_pros(labelling: Labelling, node: int) -> Iterable[int]:
    """Give the standing pros that are hardest to overcome."""
    framework = labelling.framework
    standing = [pro for pro in framework.pros[node] if labelling.labels[pro[0]] == IN]
    return _owners(framework, [pro for pro, *limits in standing if limits == list(standing[0][1:])])


def strongest_cons(labelling: Labelling, node: int) -> Iterable[int]:
    """Give the standing cons that every standing pro fails to beat."""
    labels, framework = labelling.labels, labelling.framework
    least = max((limit for pro, limit, _ in framework.pros[node] if labels[pro] == IN), default=0)
    standing = [con for place, con in enumerate(framework.cons[node]) if labels[con] == IN and place >= least]
    return _owners(framework, standing)


def _owners(framework: Framework, nodes: Iterable[int]) -> tuple[int, ...]:
    """Give the claims and arguments that speak there, each once; a ground is nobody's."""
    return tuple(dict.fromkeys(framework.owner(node) for node in nodes if node not in framework.ground_nodes))

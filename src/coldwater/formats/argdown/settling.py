"""Relations as Argdown's model has them in the end: between conclusions rather than arguments, each once."""

from __future__ import annotations

from coldwater.formats.argdown.debate import (
    ATTACK,
    CONTRADICTORY,
    CONTRARY,
    ENTAILS,
    SUPPORT,
    UNDERCUT,
    Argument,
    Debate,
    Inference,
    Relation,
    Statement,
)


def settle(debate: Debate) -> None:
    """Move relations to where they belong.

    What a reconstructed argument speaks for or against, its conclusion does; its undercuts are those of its last step.
    In strict mode statements entail each other or are contraries. An attack of a statement on an argument goes where
    the statement already attacks a premise of it.
    """
    settled: dict[tuple[str, int, int], Relation] = {}
    for relation in debate.relations:
        source, target, kind = relation.source, relation.target, relation.kind
        if isinstance(target, Inference) and target not in target.argument.inferences:
            target = target.argument  # nothing was concluded
        if isinstance(target, Argument) and debate.arguments.get(target.title) is not target:
            continue
        if isinstance(source, Argument) and source.lines:
            source = source.lines[-1].statement
            if source is target:
                continue  # an argument bears on what it concludes by concluding it
        if isinstance(target, Argument) and target.lines and kind == UNDERCUT:
            target = target.inferences[-1]
        if debate.is_strict and isinstance(source, Statement) and isinstance(target, Statement):
            kind = {SUPPORT: ENTAILS, ATTACK: CONTRARY}.get(kind, kind)
        if kind == CONTRARY and (kind, id(target), id(source)) in settled:
            continue
        settled.setdefault((kind, id(source), id(target)), Relation(kind, source, target, relation.at))
    debate.relations = [one for one in settled.values() if not _is_said_of_a_premise(one, settled)]


def _is_said_of_a_premise(relation: Relation, settled: dict[tuple[str, int, int], Relation]) -> bool:
    source, target = relation.source, relation.target
    if relation.kind != ATTACK or not isinstance(source, Statement) or not isinstance(target, Argument):
        return False
    for line in target.lines:
        one, other = id(source), id(line.statement)
        if line.inference is None and (
            (ATTACK, one, other) in settled
            or any(
                (kind, *pair) in settled for kind in (CONTRADICTORY, CONTRARY) for pair in ((one, other), (other, one))
            )
        ):
            return True
    return False

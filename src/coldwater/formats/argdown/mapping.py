"""A debate as a map: statements are claims, steps and sketches arguments, contradictions and contraries contradict."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from coldwater.formats.argdown.arguing import Arguments

if TYPE_CHECKING:
    from collections.abc import Callable

    from coldwater.formats.argdown.claiming import Claims
    from coldwater.formats.argdown.debate import Debate, Relation, Statement, Titled

#: What data say of a statement that is there only because Argdown needs a conclusion to attack or back something.
ONLY_CONCLUSION = ("only", "conclusion")


def put(debate: Debate, claims: Claims) -> None:
    """Put a debate into the gathering of ``claims``, all in the order of the text."""
    outgoing: dict[Titled, list[Relation]] = {}
    for relation in debate.relations:
        outgoing.setdefault(relation.source, []).append(relation)
    aids = _aids(debate, outgoing)
    for statement in sorted(debate.statements.values(), key=lambda one: one.at):
        if statement not in aids:
            claims.take(statement)
    sketched = [argument for argument in debate.arguments.values() if not argument.lines]
    for argument in sorted(sketched, key=lambda one: one.at):
        claims.take_gist(argument, argument in outgoing)
    arguments = Arguments(claims, aids)
    made: list[tuple[int, Callable[[], None]]] = [
        (argument.lines[0].at, partial(arguments.take_structure, argument))
        for argument in debate.arguments.values()
        if argument.lines
    ]
    made += [
        (relation.at, partial(arguments.take_relation, relation))
        for relation in debate.relations
        if relation.source in claims.of
    ]
    for _, make in sorted(made, key=lambda one: one[0]):
        make()
    arguments.aim()


def _aids(debate: Debate, outgoing: dict[Titled, list[Relation]]) -> dict[Statement, Relation]:
    """Give the statements that stand for nothing but what their one relation says, with that relation."""
    uses = Counter(id(relation.target) for relation in debate.relations)
    ends: set[Statement] = set()
    for argument in debate.arguments.values():
        uses.update(id(line.statement) for line in argument.lines[:-1])
        if argument.lines:
            ends.add(argument.lines[-1].statement)
    key, value = ONLY_CONCLUSION
    return {
        one: outgoing[one][0]
        for one in debate.statements.values()
        if one.data.get(key) == value and one in ends and not uses[id(one)] and len(outgoing.get(one, ())) == 1
    }

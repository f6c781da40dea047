"""Steps that are written as one premise-conclusion structure: those that were read from one, if they still make one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coldwater.formats.argdown.planning import Plan


class Step:
    """A step of a structure: an argument, the premises that stand above it for the first time, and what it uses.

    ``uses`` are the numbers of the lines of all its premises, where that is not plain from where they stand.
    """

    __slots__ = ("id", "new", "uses")

    def __init__(self, id_: str, new: list[str], uses: list[int] | None) -> None:
        self.id = id_
        self.new = new
        self.uses = uses


def structures(plan: Plan) -> list[list[Step]]:
    """Give all steps of a map, by structure, each where its first step stands."""
    groups: dict[str, list[str]] = {}
    for id_ in plan.map.arguments:
        if plan.is_step(id_):
            name = plan.kept("arguments", id_).get("structure")
            groups.setdefault(f"structure {name}" if isinstance(name, str) else f"argument {id_}", []).append(id_)
    found: list[list[Step]] = []
    backed = {argument.supports for argument in plan.map.arguments.values() if argument.supports in plan.map.arguments}
    for members in groups.values():
        whole = _chain(plan, members, backed)
        found += (
            [whole]
            if whole is not None
            else [[Step(id_, list(plan.map.arguments[id_].premises), None)] for id_ in members]
        )
    return found


def _chain(plan: Plan, members: list[str], backed: set[str | None]) -> list[Step] | None:
    """Give the steps of one structure; None where they make none."""
    ordered = sorted(members, key=lambda id_: _number(plan.kept("arguments", id_)))
    if [_number(plan.kept("arguments", id_)) for id_ in ordered] != list(range(len(ordered))) and len(ordered) > 1:
        return None
    lines: dict[str, int] = {}
    steps: list[Step] = []
    before: list[str] = []
    count = 0
    for id_ in ordered:
        argument = plan.map.arguments[id_]
        is_last = id_ is ordered[-1]
        if not is_last and (argument.supports not in plan.map.claims or id_ in backed):
            return None
        new = [premise for premise in argument.premises if premise not in lines]
        for premise in new:
            count += 1
            lines[premise] = count
        uses = None
        if list(argument.premises) != [*before, *new]:
            uses = [lines[premise] for premise in argument.premises]
            if uses != sorted(uses):
                return None
        steps.append(Step(id_, new, uses))
        count += 1
        if not is_last:
            lines[argument.target] = count
            before = [argument.target]
    return steps


def _number(kept: dict[str, Any]) -> int:
    number = kept.get("step", 0)
    return number if isinstance(number, int) else -1

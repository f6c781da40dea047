"""The blocks of an Argdown document: statements with what bears on them indented below, and structures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.formats.argdown.chains import Step, structures
from coldwater.formats.argdown.elements import Elements
from coldwater.formats.argdown.sections import Sections
from coldwater.formats.foreign.naming import Names

if TYPE_CHECKING:
    from coldwater.formats.argdown.planning import Plan
    from coldwater.model.models import Argument

#: How deep relations are indented at most; what lies deeper begins a block of its own.
_DEEPEST = 16
#: A relation to be written: its sign, and the kind and id of the member: a claim, a sketch or an aid.
Child = tuple[str, str, str]


class Blocks:
    """Writes a map block by block, each claim where it is first met."""

    def __init__(self, plan: Plan, names_theses: bool, telling: frozenset[str] = frozenset()) -> None:
        """``telling``: the sketched arguments whose relations stand in another order than their arguments."""
        self.plan = plan
        self.structures = structures(plan)
        self.elements = Elements(plan, self.structures)
        self.elements.telling |= telling
        self._met: dict[str, list[tuple[str, str]]] = {}
        self.sections = Sections(plan)
        self.below: dict[tuple[str, str], dict[Child, None]] = {}
        self._last = {steps[-1].id for steps in self.structures}
        #: What the claims attack of which each is a premise.
        self._attacked: dict[str, set[str]] = {}
        for argument in plan.map.arguments.values():
            for premise in argument.premises if argument.attacks else ():
                self._attacked.setdefault(premise, set()).add(argument.target)
        self._place_relations()
        self._written: set[tuple[str, str]] = set()
        self._expanded: set[tuple[str, str]] = set()
        self._waiting: list[tuple[str, str]] = []
        self._mentions: dict[str, int] = {}
        self._count_mentions()
        if names_theses:
            for id_ in (*plan.map.theses, *plan.map.rivals):
                self._mentions[id_] = self._mentions.get(id_, 0) + 2

    def name(self, claim: str) -> str:
        """Give the title that a claim can be named by."""
        return self.plan.gists.get(claim) or self.elements.titles.statement(claim)

    def text(self) -> str:
        """Give all blocks, under their headings."""
        map_ = self.plan.map
        for id_ in (*map_.theses, *map_.rivals):
            self._begin(self._member(id_))
        for steps in self.structures:
            self._structure(steps)
            self._drain()
        for id_ in map_.claims:
            self._begin(self._member(id_))
        return self.sections.text()

    # --- relations ----------------------------------------------------------------------------------------------------

    def _member(self, claim: str) -> tuple[str, str]:
        gists = self.plan.gists
        return ("sketch", gists[claim]) if claim in gists else ("claim", claim)

    def _place_relations(self) -> None:
        """Find what is written below what: relations first, then steps, as they are read in this order."""
        steps: list[str] = []
        for id_, argument in self.plan.map.arguments.items():
            if self.plan.is_step(id_):
                steps.append(id_)
            else:
                self._place_relation(id_, argument)
        for id_ in steps:
            self._place_aid(id_)
        self._place_contradictions()

    def _place_relation(self, id_: str, argument: Argument) -> None:
        plan, target = self.plan, argument.target
        child = self._member(argument.premises[0])
        kept = plan.kept("arguments", id_).get("relation")
        if target in plan.map.claims:
            leads_nowhere = target in plan.gists and not plan.sketches[plan.gists[target]]
            sign = "+" if argument.supports else "_" if kept == "undercut" and leads_nowhere else "-"
            self._put(self._member(target), (sign, *child))
        elif plan.is_sketch(target):
            self._put(("sketch", plan.gists[plan.map.arguments[target].premises[0]]), ("_", *child))
        elif argument.supports:
            self._put(("structure", target), ("+", *child))
        elif kept == "attack" and target in self._last and self._stays(argument.premises[0], target):
            self._put(("structure", target), ("-", *child))
        else:
            self._put(("step", target), ("<_", *child))

    def _stays(self, premise: str, target: str) -> bool:
        """Tell whether an attack on a structure is not taken for one on its premise."""
        return self._attacked.get(premise, set()).isdisjoint(self.plan.map.arguments[target].premises)

    def _place_contradictions(self) -> None:
        plan = self.plan
        said: set[tuple[str, str]] = set()
        for id_, claim in plan.map.claims.items():
            contrary = plan.kept("claims", id_).get("contrary")
            contraries = contrary if plan.is_strict and isinstance(contrary, list) else []
            for other in claim.contradicts:
                if other in plan.map.claims and other != id_ and (other, id_) not in said:
                    said.add((id_, other))
                    sign = "->" if self.elements.titles.statement(other) in contraries else "><"
                    self._put(("claim", id_), (sign, "claim", other))

    def _put(self, key: tuple[str, str], child: Child) -> None:
        self.below.setdefault(key, {})[child] = None

    def _place_aid(self, id_: str) -> None:
        """Let the conclusion that a step is written with do what the step does."""
        map_ = self.plan.map
        argument = map_.arguments[id_]
        if argument.supports in map_.claims:
            return
        aid = self.elements.aid(argument)
        target = argument.target
        if target in map_.claims:
            self._put(("aid", aid), ("->", *self._member(target)))
        elif self.plan.is_sketch(target):
            title = self.plan.gists[map_.arguments[target].premises[0]]
            self._put(("aid", aid), ("+>" if argument.supports else "_>", "sketch", title))
        elif argument.supports:
            self._put(("aid", aid), ("+>", "structure", target))
        else:
            self._put(("step", target), ("<_", "aid", aid))

    def _count_mentions(self) -> None:
        """Count how often each claim must be named, beside where it stands with what bears on it."""
        for children in self.below.values():
            for _, kind, id_ in children:
                if kind == "claim":
                    self._mentions[id_] = self._mentions.get(id_, 0) + 1
        map_ = self.plan.map
        for steps in self.structures:
            for step in steps:
                named = [*step.new]
                if map_.arguments[step.id].supports in map_.claims:
                    named.append(map_.arguments[step.id].target)
                for id_ in named:
                    self._mentions[id_] = self._mentions.get(id_, 0) + 1

    # --- blocks -------------------------------------------------------------------------------------------------------

    def _begin(self, member: tuple[str, str]) -> None:
        """Write a member as a block of its own, unless all of it is written."""
        if member in self._written and (member in self._expanded or not self.below.get(member)):
            return
        lines: list[str] = []
        section = self.sections.of(*member)
        self._tree(lines, "", member, 0, section, is_alone=True)
        if lines:
            self.sections.add(section, lines)
        self._drain()

    def _drain(self) -> None:
        while self._waiting:
            waiting, self._waiting = self._waiting, []
            for member in waiting:
                self._begin(member)

    def _tree(  # noqa: PLR0913 - where and how
        self,
        lines: list[str],
        lead: str,
        member: tuple[str, str],
        depth: int,
        section: tuple[str, ...],
        *,
        is_alone: bool = False,
    ) -> None:
        """Write a member with what bears on it, as far as it is not written elsewhere; without recursion."""
        work: list[tuple[str, tuple[str, str], int, bool, tuple[str, str] | None]] = [
            (lead, member, depth, is_alone, None)
        ]
        while work:
            lead, member, depth, is_alone, above = work.pop()
            if above is not None and member[0] == "sketch":
                self._met.setdefault(member[1], []).append(above)
            children = self.below.get(member, {})
            is_new = member not in self._written
            is_here = is_alone or self.sections.of(*member) == section
            if is_new and is_here:
                self._written.add(member)
            elif is_new:
                self._waiting.append(member)
            is_named = self._is_named(member, is_alone, depth)
            lines.append(lead + self.elements.member(*member, is_new=is_new and is_here, is_named=is_named))
            if member in self._expanded or not children or not is_here:
                continue
            if depth >= _DEEPEST:
                self._waiting.append(member)
                continue
            self._expanded.add(member)
            indent = "  " * (depth + 1)
            work += [
                (f"{indent}{sign} ", (kind, id_), depth + 1, False, member) for sign, kind, id_ in reversed(children)
            ]

    def out_of_order(self) -> frozenset[str]:
        """Give the sketched arguments that lead to several, where these would come back under each other's ids."""
        return frozenset(
            title for title, uses in self.plan.sketches.items() if len(uses) > 1 and not self._is_in_order(title, uses)
        )

    def _is_in_order(self, title: str, uses: list[str]) -> bool:
        stem = Names().make(title, "argument")
        natural = [uses[0], *(f"{stem}-{number}" for number in range(2, len(uses) + 1))]
        arguments = self.plan.map.arguments
        aims = [
            self._member(arguments[use].target) if arguments[use].target in self.plan.map.claims else None
            for use in uses
        ]
        return uses == natural and None not in aims and self._met.get(title) == aims

    def _is_named(self, member: tuple[str, str], is_alone: bool, depth: int) -> bool:
        """Tell whether a claim needs a title where it is written."""
        kind, id_ = member
        if kind != "claim" or not self.elements.is_untitled(id_):
            return True
        if depth >= _DEEPEST and self.below.get(member):
            return True
        return self._mentions.get(id_, 0) > (0 if is_alone else 1)

    def _structure(self, steps: list[Step]) -> None:
        """Write a structure: its title with what backs it, then line by line."""
        last = steps[-1].id
        arguments = self.plan.map.arguments
        section = self.sections.of("structure", last)
        lines: list[str] = []
        backing = self.below.get(("structure", last), {})
        header = self.elements.header(last, is_needed=bool(backing) or self.elements.is_aimed_at(last))
        if header is not None:
            lines.append(header)
            for sign, kind, id_ in backing:
                self._tree(lines, f"  {sign} ", (kind, id_), 1, section)
            self._expanded.add(("structure", last))
            lines.append("")
        number = 0
        for step in steps:
            for premise in step.new:
                number += 1
                self._tree(lines, f"({number}) ", ("claim", premise), 1, section)
            lines.append(self.elements.inference(step, has_header=header is not None))
            for sign, kind, id_ in self.below.get(("step", step.id), {}):
                self._tree(lines, f"    {sign} ", (kind, id_), 2, section)
            number += 1
            argument = arguments[step.id]
            is_claim = argument.supports in self.plan.map.claims
            end = ("claim", argument.target) if is_claim else ("aid", self.elements.aid(argument))
            self._tree(lines, f"({number}) ", end, 1, section)
        self.sections.add(section, lines)

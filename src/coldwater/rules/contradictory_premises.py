"""Claims that contradict each other are used as if they went together.

Why: two premises that exclude each other can never both hold, so that their argument can never stand. A premise that
excludes the very claim it is to support takes back what it gives. A claim that contradicts itself cannot hold at all.

Bad:
    argmap: 1
    title: Should we take the night train?
    thesis: night-train
    claims:
      night-train: We should take the night train.
      rested: We arrive rested.
      sleepless:
        text: Nobody sleeps on the night train.
        contradicts: [rested]
    arguments:
      saves-a-day: {premises: [rested, sleepless], supports: night-train}

Good:
    argmap: 1
    title: Should we take the night train?
    thesis: night-train
    claims:
      night-train: We should take the night train.
      rested: We arrive rested.
      sleepless:
        text: Nobody sleeps on the night train.
        contradicts: [rested]
    arguments:
      saves-a-day: {premises: [rested], supports: night-train}
      tired: {premises: [sleepless], attacks: night-train}

Source: inconsistent premises in any textbook of logic, such as Copi, Introduction to Logic, from memory.
"""

from __future__ import annotations

from operator import itemgetter

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.findings import Pointer
    from coldwater.rules.subject import Subject

CODE = "CW201"
NAME = "contradictory-premises"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find contradictions within an argument: among its premises, or between a premise and what it supports."""
    for name, claim in subject.map.claims.items():
        if name in claim.contradicts:
            i = claim.contradicts.index(name)
            message = f"`{name}` is said to contradict itself; name another claim"
            yield Flaw(("claims", name, "contradicts", i), message, name)
    for pointer, argument, premise, other in clashes(subject) if subject.contraries else ():
        if other == subject.map.arguments[argument].supports:
            message = f"`{premise}` contradicts `{other}`, which `{argument}` supports with it"
        else:
            message = f"`{premise}` contradicts `{other}`, but `{argument}` needs both; it can never stand"
        yield Flaw(pointer, message, argument)


def clashes(subject: Subject) -> Iterator[tuple[Pointer, str, str, str]]:
    """Give place, argument, premise, and the premise or the conclusion that the premise contradicts.

    Of two premises the one whose id comes later is given, so that it does not matter in what order they are written.
    """
    for name, argument in subject.map.arguments.items():
        seen: set[str] = set()
        for i, premise in sorted(enumerate(argument.premises), key=itemgetter(1)):
            contraries = subject.contraries.get(premise, frozenset())
            if earlier := contraries & seen:
                yield ("arguments", name, "premises", i), name, premise, min(earlier)
            elif argument.supports is not None and argument.supports in contraries:
                yield ("arguments", name, "premises", i), name, premise, argument.supports
            seen.add(premise)

"""An argument defeats itself: it attacks its own premise, rests on its own conclusion, or has itself as its target.

Why: if an argument that attacks its own premise succeeds, it has lost what it stands on. If the conclusion is among the
premises, nobody who doubts it will be moved.

Bad:
    argmap: 1
    title: Should I believe the guide?
    thesis: believe
    claims:
      believe: I should believe the guide.
      never-lies: The guide never lies.
      admits: The guide says that he sometimes lies.
    arguments:
      honest: {premises: [never-lies], supports: believe}
      confession: {premises: [admits, never-lies], attacks: never-lies}

Good:
    argmap: 1
    title: Should I believe the guide?
    thesis: believe
    claims:
      believe: I should believe the guide.
      never-lies: The guide never lies.
      caught: The guide was caught lying last week.
    arguments:
      honest: {premises: [never-lies], supports: believe}
      lapse: {premises: [caught], attacks: never-lies}

Source: self-attacking arguments in Dung, Artificial Intelligence 77 (1995); begging the question in Aristotle, Prior
Analytics II 16; both from memory.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.rules.subject import Subject

CODE = "CW107"
NAME = "self-defeat"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the arguments whose target is one of their premises, or themselves."""
    for name, argument in subject.map.arguments.items():
        if name not in subject.self_defeating:
            continue
        key, target = ("attacks", argument.target) if argument.supports is None else ("supports", argument.target)
        if target not in argument.premises:
            message = f"`{name}` {key} itself; choose another target"
        elif key == "attacks":
            message = f"`{name}` attacks its own premise `{target}`: if it succeeds, it has nothing to stand on"
        else:
            message = f"`{name}` rests on its own conclusion `{target}`; whoever doubts it learns nothing new"
        yield Flaw(("arguments", name, key), message, name)

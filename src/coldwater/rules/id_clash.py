"""One id names both a claim and an argument.

Why: claims and arguments share one namespace, because an argument may support or attack either. Where an id names both,
nobody can tell which is meant. This rule cannot be ignored, because without it a map is no graph.

Bad:
    argmap: 1
    title: Should the office move out of town?
    thesis: move
    claims:
      move: The office should move out of town.
      rent: Rent in town is twice as high.
    arguments:
      rent: {premises: [rent], supports: move}

Good:
    argmap: 1
    title: Should the office move out of town?
    thesis: move
    claims:
      move: The office should move out of town.
      rent: Rent in town is twice as high.
    arguments:
      save-rent: {premises: [rent], supports: move}

Source: our own.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.rules.subject import Subject

CODE = "CW102"
NAME = "id-clash"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the arguments that have the id of a claim."""
    for name in subject.map.arguments:
        if name in subject.clashing:
            message = f"`{name}` names a claim as well as this argument; give one of them another id"
            yield Flaw(("arguments", name), message, name, on_key=True)

"""Two arguments say the same: the same premises support, or attack, the same target.

Why: an argument does not grow stronger by being said twice, but in a count of reasons it looks so. Perhaps one of the
two should have another premise or another target.

Bad:
    argmap: 1
    title: Should the class keep hens?
    thesis: hens
    shape: graph
    claims:
      hens: The class should keep hens.
      care: Caring for animals teaches patience.
      chance: Hens give every child something to care for.
    arguments:
      patience: {premises: [care, chance], supports: hens}
      character: {premises: [chance, care], supports: hens}

Good:
    argmap: 1
    title: Should the class keep hens?
    thesis: hens
    claims:
      hens: The class should keep hens.
      care: Caring for animals teaches patience.
      chance: Hens give every child something to care for.
    arguments:
      patience: {premises: [care, chance], supports: hens}

Source: our own.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.rules.subject import Subject

CODE = "CW108"
NAME = "duplicate-argument"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the arguments with the premises, the relation and the target of an earlier one."""
    for name, earlier in subject.twins.duplicates.items():
        relation = "attack" if subject.map.arguments[name].supports is None else "support"
        target = subject.map.arguments[name].target
        message = f"`{name}` repeats `{earlier}`: the same premises {relation} `{target}`; remove one of them"
        yield Flaw(("arguments", name), message, name, on_key=True)

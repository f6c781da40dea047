"""Claims support each other in a circle, so that each rests on itself.

Why: whoever doubts one of them is given the others as a reason, and those rest on the one in doubt. However long the
circle, it proves nothing.

Bad:
    argmap: 1
    title: Should we trust the old recipe?
    thesis: trust
    claims:
      trust: We should trust the old recipe.
      wise: Grandmother knew how to cook.
    arguments:
      hers: {premises: [wise], supports: trust}
      shown: {premises: [trust], supports: wise}

Good:
    argmap: 1
    title: Should we trust the old recipe?
    thesis: trust
    claims:
      trust: We should trust the old recipe.
      wise: Grandmother knew how to cook.
      guests: Her guests always asked for more.
    arguments:
      hers: {premises: [wise], supports: trust}
      shown: {premises: [guests], supports: wise}

Source: Aristotle, Prior Analytics II 5 and 16 (circular proof, begging the question), from memory.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.rules.subject import Subject

CODE = "CW105"
NAME = "circular-support"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the circles of supports; one finding for each knot, naming a shortest way round."""
    if subject.is_tree:
        return
    for component in subject.support_circles:
        from coldwater.rules.phrases import circle  # noqa: PLC0415 - only where something is wrong
        from coldwater.rules.routes import round_trip  # noqa: PLC0415

        first = next(node for node in component if node in subject.map.arguments)
        route = round_trip(first, set(component), subject.steps_up)
        message = f"the support goes in a circle: {circle(route)}; take one step out, or rest it on something outside"
        yield Flaw(("arguments", first), message, first, on_key=True)

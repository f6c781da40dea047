"""The map promises to be a tree, but a claim serves more than one argument, or something goes round.

Why: in a tree every claim has one place, so that it can be read from top to bottom and drawn without crossing lines.
Where a claim does two jobs, it is often two claims. If it is meant, say `shape: graph`.

Bad:
    argmap: 1
    title: Should the festival be moved to June?
    thesis: june
    claims:
      june: The festival should be moved to June.
      dry: June is drier than May.
      tents: We would need fewer tents.
      visitors: More visitors would come.
    arguments:
      cheaper: {premises: [tents], supports: june}
      fuller: {premises: [visitors], supports: june}
      less-cover: {premises: [dry], supports: tents}
      fair-weather: {premises: [dry], supports: visitors}

Good:
    argmap: 1
    title: Should the festival be moved to June?
    thesis: june
    shape: graph
    claims:
      june: The festival should be moved to June.
      dry: June is drier than May.
      tents: We would need fewer tents.
      visitors: More visitors would come.
    arguments:
      cheaper: {premises: [tents], supports: june}
      fuller: {premises: [visitors], supports: june}
      less-cover: {premises: [dry], supports: tents}
      fair-weather: {premises: [dry], supports: visitors}

Source: Twardy, "Argument maps improve critical thinking", Teaching Philosophy 27 (2004), from memory.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coldwater.rules.subject import Subject

CODE = "CW106"
NAME = "not-a-tree"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the claims with two places and the circles of a map whose shape is tree, unless another rule has them."""
    if subject.map.shape != "tree" or subject.is_tree:
        return
    shared = shared_claims(subject)
    for claim, uses in shared.items():
        yield _shared(subject, claim, uses)
    yield from _circles(subject, shared)


def shared_claims(subject: Subject) -> Mapping[str, tuple[str, ...]]:
    """Give the claims that serve more arguments than a tree allows, with these arguments; nothing for a graph.

    Not counted are arguments that CW107, CW108 or CW109 report, and steps round a circle that CW105 reports.
    """
    if subject.map.shape != "tree" or subject.is_tree:
        return {}
    graph, roots = subject.graph, frozenset(subject.graph.roots)
    found: dict[str, tuple[str, ...]] = {}
    for claim in subject.map.claims:
        uses = graph.uses(claim)
        most = 0 if claim in roots else 1
        if len(uses) > most:
            counted = tuple(use for use in uses if not _is_reported(subject, claim, use))
            if len(counted) > most:
                found[claim] = counted
    return found


def _is_reported(subject: Subject, claim: str, use: str) -> bool:
    if use in subject.self_defeating or use in subject.twins.duplicates or use in subject.twins.opposites:
        return True
    knots = subject.support_knots
    reverse = subject.twins.reversed_by.get(use, use)
    return claim in knots and knots[claim] in (knots.get(use), knots.get(reverse))


def _shared(subject: Subject, claim: str, uses: tuple[str, ...]) -> Flaw:
    from coldwater.rules.phrases import quoted  # noqa: PLC0415 - only where something is wrong

    is_root = claim in subject.graph.theses or claim in subject.graph.rivals
    use = uses[0] if is_root else uses[1]
    pointer = ("arguments", use, "premises", subject.map.arguments[use].premises.index(claim))
    if is_root:
        what = "rival" if claim in subject.graph.rivals else "thesis"
        message = f"the {what} `{claim}` is a premise of {quoted(uses)}, but in a tree it serves none; take it out"
    else:
        message = f"`{claim}` is a premise of {quoted(uses)}, but in a tree a claim serves only one; split it"
    return Flaw(pointer, message + ", or say `shape: graph` if it is meant", claim)


def _circles(subject: Subject, shared: Mapping[str, tuple[str, ...]]) -> Iterator[Flaw]:
    """Find the circles with an attack in them that reach the thesis; the others are CW104's."""
    explained = shared.keys() | subject.support_knots.keys() | subject.self_defeating | subject.clashing
    for component in subject.graph.circles():
        if not explained.isdisjoint(component) or component[0] not in subject.connected:
            continue
        from coldwater.rules.phrases import circle  # noqa: PLC0415 - only where something is wrong
        from coldwater.rules.routes import round_trip  # noqa: PLC0415

        first = next(node for node in component if node in subject.map.arguments)
        route = round_trip(first, set(component), subject.steps_up)
        message = f"the arguments go in a circle: {circle(route)}; break it, or say `shape: graph` if it is meant"
        yield Flaw(("arguments", first), message, first, on_key=True)

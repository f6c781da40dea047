"""A fact cites a source, and the only argument for it may tell why it is so rather than that it is.

Why: a reason why something holds is not a reason that it does. The source says that it does; whoever doubts it wants
better evidence, and whoever doubts the explanation has not touched the fact. An argument counts as an explanation if
its scheme goes from a cause or a motive (`cause_to_effect`, `practical_reasoning`, `value_based_practical`,
`two_person_practical`, `values`). Without a scheme nobody but you can tell: then this asks. If it is evidence, name its
scheme; if it explains, put it where it is itself a reason for something, or into a `note`.

Bad:
    argmap: 1
    title: Should we move the beehives?
    thesis: move
    sources:
      keeper: {title: The keeper's book, issued: 2024}
    claims:
      move: We should move the beehives.
      fewer:
        text: The hives lost a third of their bees last summer.
        kind: fact
        cites: [{source: keeper, locator: p. 31}]
      hot: The hives stand in full sun.
    arguments:
      loss: {premises: [fewer], supports: move}
      heat: {premises: [hot], supports: fewer}

Good:
    argmap: 1
    title: Should we move the beehives?
    thesis: move
    sources:
      keeper: {title: The keeper's book, issued: 2024}
    claims:
      move: We should move the beehives.
      fewer:
        text: The hives lost a third of their bees last summer.
        kind: fact
        cites: [{source: keeper, locator: p. 31}]
      hot: The hives stand in full sun.
    arguments:
      loss: {premises: [fewer, hot], supports: move}

Source: Govier, "Problems in Argument Analysis and Evaluation" (1987), on arguments and explanations, from memory.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.rules.subject import Subject

CODE = "CW307"
NAME = "explanation-as-reason"
SEVERITY = "info"

#: The schemes that go from a cause, or from a motive, to what comes of it.
EXPLAINING = frozenset(
    ("cause_to_effect", "practical_reasoning", "value_based_practical", "two_person_practical", "values")
)


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the sourced facts whose only support explains them, or may; what another rule says of it comes first."""
    for name, claim in subject.map.claims.items():
        supporters = subject.graph.supporters(name)
        if claim.kind != "fact" or not claim.cites or len(supporters) != 1:
            continue
        [only] = supporters
        if name not in subject.excused | subject.meant_targets and not _is_reported(subject, only):
            message = _message(subject, name, only)
            if message:
                yield Flaw(("arguments", only, "supports"), message, only)


def _is_reported(subject: Subject, argument: str) -> bool:
    """Tell whether another rule says that this argument is none as it stands."""
    twins = subject.twins
    return (
        argument in subject.clashing
        or argument in subject.self_defeating
        or argument in subject.support_knots
        or argument in twins.opposites
        or argument in twins.opposites.values()
    )


def _message(subject: Subject, fact: str, only: str) -> str | None:
    if subject.map.arguments[only].scheme is None:
        return (
            f"does `{only}` show that `{fact}` is so, or tell why it is? The source says that it is; "
            "name a scheme if this is evidence, and move it if it explains"
        )
    if _explains(subject, only):
        return f"`{only}` tells why `{fact}` is so, not that it is; leave that to the source, or add evidence for it"
    return None


def _explains(subject: Subject, name: str) -> bool:
    use = subject.schemes.get(name)
    return use is not None and use.scheme.name in EXPLAINING

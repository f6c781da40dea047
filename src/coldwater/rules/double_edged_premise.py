"""A claim serves both sides: it helps the thesis in one place and hurts it in another.

Why: that may be right, and then it is worth knowing: to deny such a claim costs whoever denies it something, and it
settles nothing by itself. Often it shows a wrong sign or two meanings of one word. A claim that attacks both sides is a
true tension: neither can use it without paying. Reported is where it begins; what supports a double-edged claim is
double-edged too.

Bad:
    argmap: 1
    title: Should the shop stay open at night?
    thesis: night
    shape: graph
    claims:
      night: The shop should stay open at night.
      students: Students shop late.
      takings: Night takings would be good.
      noise: Neighbours would be kept awake.
    arguments:
      income: {premises: [takings], supports: night}
      customers: {premises: [students], supports: takings}
      peace: {premises: [noise], attacks: night}
      loud: {premises: [students], supports: noise}

Good:
    argmap: 1
    title: Should the shop stay open at night?
    thesis: night
    shape: graph
    claims:
      night: The shop should stay open at night.
      students: Students shop late.
      takings: Night takings would be good.
      noise: Neighbours would be kept awake.
      lorries: Goods would come by lorry at night.
    arguments:
      income: {premises: [takings], supports: night}
      customers: {premises: [students], supports: takings}
      peace: {premises: [noise], attacks: night}
      loud: {premises: [lorries], supports: noise}

Source: "controversial" arguments in Dung, Artificial Intelligence 77 (1995), from memory.
"""

from __future__ import annotations

from coldwater.findings import Flaw
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import TypeAlias

    from coldwater.rules.subject import Subject

    #: Claims and pairs of them that other rules report.
    _Explained: TypeAlias = tuple[set[str], set[frozenset[str]]]

CODE = "CW204"
NAME = "double-edged-premise"
SEVERITY = "info"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the claims at which two sides meet, unless another rule explains it."""
    if subject.is_tree:
        return
    explained: _Explained | None = None
    told: set[str] = set()
    for thesis, sides in subject.sides:
        suspects = [
            claim for claim in subject.map.claims if claim in subject.contraries or len(sides.get(claim, ())) == 2
        ]
        if suspects:
            explained = _explained(subject) if explained is None else explained
            yield from _meetings(_View(subject, thesis, sides), suspects, explained, told)
    if explained is not None:
        yield from _odd_circles(subject)


class _View(NamedTuple):
    """A map from one of its theses, by the sides there."""

    subject: Subject
    thesis: str
    sides: Mapping[str, frozenset[str]]


def _meetings(view: _View, suspects: Sequence[str], explained: _Explained, told: set[str]) -> Iterator[Flaw]:
    """Find where the sides of a thesis meet, but for what was ``told`` of another thesis or rule; add it to that."""
    claims, pairs = explained
    ways = {claim: _ways_by_argument(view, claim) for claim in suspects}
    for claim in suspects:
        contrary = _ally_it_contradicts(view.subject, claim, ways)
        if len(ways[claim]) < 2 and contrary is None:
            continue
        if claim in claims or claim in told or contrary in told or frozenset((claim, contrary)) in pairs:
            continue
        told.add(claim)
        yield Flaw(("claims", claim), _message(view, claim, ways[claim], contrary), claim, on_key=True)


def _odd_circles(subject: Subject) -> Iterator[Flaw]:
    """Find the circles with an odd number of attacks; of a tree they are CW106's."""
    if subject.map.shape == "tree":
        return
    reported = subject.self_defeating | subject.clashing
    for component in subject.graph.circles():
        is_sided = any(component[0] in sides for _, sides in subject.sides)
        if reported.isdisjoint(component) and is_sided and _is_odd(subject, component):
            claim = component[0]
            message = f"`{claim}` serves both sides: it stands in a circle with an odd number of attacks"
            yield Flaw(("claims", claim), message, claim, on_key=True)


def _is_odd(subject: Subject, component: Sequence[str]) -> bool:
    """Tell whether some way round a strongly connected component turns the side: two colours do not suffice then."""
    inside = frozenset(component)
    turned = {component[0]: False}
    waiting = [component[0]]
    while waiting:
        node = waiting.pop()
        turns = node in subject.map.arguments and subject.map.arguments[node].supports is None
        for above in inside.intersection(subject.steps_up(node)):
            if above not in turned:
                turned[above] = turned[node] != turns
                waiting.append(above)
            elif turned[above] != (turned[node] != turns):
                return True
    return False


def _ways_by_argument(view: _View, claim: str) -> dict[str, str]:
    """Give for each side that a claim serves through an argument of that side alone the first such argument."""
    ways: dict[str, str] = {}
    for use in view.subject.graph.uses(claim):
        sides = view.sides.get(use, frozenset())
        if len(sides) == 1:
            [side] = sides
            ways.setdefault(side, use)
    return ways


def _ally_it_contradicts(subject: Subject, claim: str, ways: dict[str, dict[str, str]]) -> str | None:
    """Give a claim that this one contradicts though both serve the same side, and only that, through arguments."""
    if len(ways[claim]) != 1:
        return None
    contraries = sorted(subject.contraries.get(claim, ()))
    return next((contrary for contrary in contraries if ways[contrary].keys() == ways[claim].keys()), None)


def _explained(subject: Subject) -> _Explained:
    """Give the claims that CW106, CW109 or CW205 report, and the pairs that CW201 does."""
    from coldwater.rules.contradictory_premises import clashes  # noqa: PLC0415 - rules beside this one
    from coldwater.rules.friendly_fire import hits  # noqa: PLC0415
    from coldwater.rules.not_a_tree import shared_claims  # noqa: PLC0415

    claims = {*shared_claims(subject), *(premise for _, premise, _ in hits(subject))}
    for name in subject.twins.opposites:
        claims.update(subject.map.arguments[name].premises)
    pairs = {frozenset((premise, other)) for _, _, premise, other in clashes(subject)} if subject.contraries else set()
    return claims, pairs


def _message(view: _View, claim: str, ways: dict[str, str], contrary: str | None) -> str:
    subject = view.subject
    thesis = "the thesis" if len(subject.map.theses) == 1 else f"`{view.thesis}`"
    if contrary is not None:
        return (
            f"`{claim}` and `{contrary}` contradict each other but serve the same side; keep both only if it is meant"
        )
    if all(subject.map.arguments[use].supports is None for use in ways.values()):
        return f"`{claim}` speaks against both sides: {thesis} in `{ways['con']}`, its opponents in `{ways['pro']}`"
    return f"`{claim}` serves both sides: {thesis} through `{ways['pro']}`, its opponents through `{ways['con']}`"

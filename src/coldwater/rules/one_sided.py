"""Nothing in the map speaks against the thesis or against anything it rests on.

Why: a case that has met no objection has not been tested. If there really is none, the map is done; more often nobody
has looked. The strongest objection you know is worth more here than the next reason in favour.

Bad:
    argmap: 1
    title: Should we swim in the lake?
    thesis: swim
    claims:
      swim: We should swim in the lake.
      warm: The water is warm.
    arguments:
      pleasant: {premises: [warm], supports: swim}

Good:
    argmap: 1
    title: Should we swim in the lake?
    thesis: swim
    claims:
      swim: We should swim in the lake.
      warm: The water is warm.
      algae: There are blue-green algae in the water.
    arguments:
      pleasant: {premises: [warm], supports: swim}
      unhealthy: {premises: [algae], attacks: swim}

Source: Mill, On Liberty (1859), chapter 2, from memory: who knows only his own side of the case knows little of that.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.rules.subject import Subject

CODE = "CW206"
NAME = "one-sided"
SEVERITY = "info"
UNFINISHED = ("thesis has nothing against it yet", "theses have nothing against them yet")


def check(subject: Subject) -> Iterator[Flaw]:
    """Tell when a thesis has support, nothing connected to it attacks or contradicts anything, and no rival has any."""
    map_, graph = subject.map, subject.graph
    if not subject.has_theses or subject.excused:
        return
    if len(graph.rivals) < len(map_.rivals) or any(graph.supporters(rival) for rival in graph.rivals):
        return  # who argues for another answer speaks against the thesis, too; who that is, may be misspelt
    untested = [thesis for thesis in map_.theses if graph.supporters(thesis)]
    if not untested:
        return
    tested = _tested(subject, {*untested, *subject.loose_ends})
    if not subject.loose_ends.isdisjoint(tested):
        return
    for number, thesis in enumerate(map_.theses):
        if thesis in untested and thesis not in tested:
            message = f"nothing in the map speaks against `{thesis}`; add the strongest objection you know"
            yield Flaw(("thesis", number) if len(map_.theses) > 1 else ("thesis",), message, thesis)


def _tested(subject: Subject, wanted: set[str]) -> set[str]:
    """Give those of the wanted nodes that something attacks or contradicts, or something behind them."""
    graph = subject.graph
    waiting = [name for name, argument in graph.arguments.items() if argument.supports is None]
    waiting += [name for name, claim in graph.claims.items() if claim.contradicts]
    seen = set(waiting)
    left = wanted - seen
    while waiting and left:
        for above in graph.above(waiting.pop()):
            if above not in seen:
                seen.add(above)
                left.discard(above)
                waiting.append(above)
    return wanted - left

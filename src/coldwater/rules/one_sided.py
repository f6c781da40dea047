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
    map_, thesis = subject.map, subject.map.thesis
    if thesis not in map_.claims or subject.excused or not subject.graph.supporters(thesis):
        return
    rivals = subject.graph.rivals
    if len(rivals) < len(map_.rivals) or any(subject.graph.supporters(rival) for rival in rivals):
        return  # who argues for another answer speaks against the thesis, too; who that is, may be misspelt
    connected = subject.graph.behind([thesis, *sorted(subject.loose_ends)]) if rivals else subject.connected
    attacked = any(argument.supports is None and name in connected for name, argument in map_.arguments.items())
    if attacked or any(claim.contradicts and name in connected for name, claim in map_.claims.items()):
        return
    message = f"nothing in the map speaks against `{thesis}`; add the strongest objection you know"
    yield Flaw(("thesis",), message, thesis)

"""A claim is given as a fact, but no source is cited for it and no argument supports it.

Why: whether a fact holds can be looked up, and readers want to know where. If it is an assumption of yours, call it
something else, or mark it as `implicit`.

Bad:
    argmap: 1
    title: Should we plant oaks?
    thesis: oaks
    claims:
      oaks: We should plant oaks.
      dry:
        text: Oaks survive dry summers better than spruces.
        kind: fact
    arguments:
      climate: {premises: [dry], supports: oaks}

Good:
    argmap: 1
    title: Should we plant oaks?
    thesis: oaks
    sources:
      forester: {title: Report of the forestry office, issued: 2024}
    claims:
      oaks: We should plant oaks.
      dry:
        text: Oaks survive dry summers better than spruces.
        kind: fact
        cites: [{source: forester, locator: p. 12}]
    arguments:
      climate: {premises: [dry], supports: oaks}

Source: Wikipedia, "Verifiability", from memory.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.rules.subject import Subject

CODE = "CW301"
NAME = "unsourced-fact"
SEVERITY = "warning"
UNFINISHED = ("fact has no source yet", "facts have no source yet")


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the facts that rest on nothing, unless a reference that leads nowhere may have meant them."""
    for name, claim in subject.map.claims.items():
        if claim.kind != "fact" or claim.cites or claim.implicit or subject.graph.supporters(name):
            continue
        if name not in subject.excused and name not in subject.meant_targets:
            message = f"`{name}` is given as a fact without a source or a supporting argument; cite where it is from"
            yield Flaw(("claims", name), message, name, on_key=True)

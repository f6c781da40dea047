"""A claim stands in the map, but nothing connects it to the thesis: no argument uses it.

Why: a claim that serves no argument says nothing about the thesis. Either the argument that should use it is missing
or misspelt, or the claim is a leftover. Readers take it for a reason all the same.

Bad:
    argmap: 1
    title: Should the bridge be rebuilt?
    thesis: rebuild
    claims:
      rebuild: The town should rebuild the bridge.
      cracks: The main girder is cracked.
      noise: The bridge hums in the wind.
    arguments:
      safety: {premises: [cracks], supports: rebuild}

Good:
    argmap: 1
    title: Should the bridge be rebuilt?
    thesis: rebuild
    claims:
      rebuild: The town should rebuild the bridge.
      cracks: The main girder is cracked.
      noise: The bridge hums in the wind.
    arguments:
      safety: {premises: [cracks, noise], supports: rebuild}

Source: our own; the rule that a map is a tree with one root is in Twardy, "Argument maps improve critical thinking",
Teaching Philosophy 27 (2004), from memory.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.rules.subject import Subject

CODE = "CW103"
NAME = "orphan-premise"
SEVERITY = "error"
UNFINISHED = ("claim hangs on nothing yet", "claims hang on nothing yet")


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the claims that nothing uses and nothing is said about; those that arguments reach are CW104's."""
    to = "the thesis" if len(subject.map.theses) == 1 else "a thesis"
    for end in subject.breaks:
        if end.claim is None or end.reached_by:
            continue
        message = f"no argument uses `{end.claim}`, so it never reaches {to}"
        if end.contrary is not None:
            message = f"no argument uses `{end.claim}`: it only contradicts `{end.contrary}`, which supports nothing"
        yield Flaw(("claims", end.claim), message + "; make it a premise, or remove it", end.claim, on_key=True)

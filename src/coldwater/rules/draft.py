"""The map is a draft, and what is not done in it yet is counted here instead of being told one by one.

`draft: true` says that a map is being written, or was brought in from elsewhere. Then the rules that only miss
something (a claim that hangs on nothing, a fact without a source, a text still to be written) give this one finding,
with how often each applies. What is wrong now stays wrong in a draft: a reference that leads nowhere, a contradiction,
a circle. A rule that is selected by its whole code (`--select CW103`) is told one by one all the same.

Why: a dialogue of sixty loose claims is not sixty mistakes, and who has to scroll past sixty findings misses the one
that counts. Nothing is hidden by it: the numbers say how far the map has come. `coldwater gate` names what a change
newly hides by making a map a draft.

Bad:
    argmap: 1
    title: Should the choir sing outdoors?
    thesis: outdoors
    draft: true
    claims:
      outdoors: The choir should sing outdoors.
      air: Everybody likes fresh air.
      wind: The wind carries the voices away.
    arguments:
      fresh: {premises: [air], supports: outdoors}

Good:
    argmap: 1
    title: Should the choir sing outdoors?
    thesis: outdoors
    draft: true
    claims:
      outdoors: The choir should sing outdoors.
      air: Everybody likes fresh air.
      wind: The wind carries the voices away.
    arguments:
      fresh: {premises: [air], supports: outdoors}
      lost: {premises: [wind], attacks: outdoors}

Source: our own.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

CODE = "CW902"
NAME = "draft"
SEVERITY = "info"
#: What the engine gives where a draft has something unfinished; the message comes when all is counted.
FLAW = Flaw(("draft",), "a draft", on_key=True)


def message(counts: Mapping[str, int]) -> str:
    """Say how much is not done yet, by the codes of rules that have UNFINISHED; ``counts`` is not empty.

    >>> message({"CW103": 60, "CW301": 1}).partition(";")[0]
    'a draft: 60 claims hang on nothing yet (CW103), 1 fact has no source yet (CW301)'
    """
    from coldwater.rules import rule  # noqa: PLC0415 - the list of rules has this one in it

    parts = []
    for code, number in counts.items():
        one, several = rule(code).UNFINISHED  # type: ignore[union-attr]  # its code was taken from the list
        parts.append(f"{number:,} {one if number == 1 else several} ({code})")
    return f"a draft: {', '.join(parts)}; take `draft` away when this should count, `--select CODE` to see each"

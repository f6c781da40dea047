"""An argument names a scheme that is not in the list.

Why: the scheme tells which premises such an argument needs and which questions test it. A misspelt one tells nothing.
`coldwater scheme` lists those that are known; a name of your own begins with `x-`.

Bad:
    argmap: 1
    title: Should we see the doctor?
    thesis: go
    claims:
      go: We should see the doctor.
      nurse-says: The school nurse says that we should see the doctor.
      trained: The school nurse is trained for such things.
      costly: Seeing the doctor costs an afternoon.
    arguments:
      advice: {premises: [trained, nurse-says], supports: go, scheme: expert_opinon}
      time: {premises: [costly], attacks: go}

Good:
    argmap: 1
    title: Should we see the doctor?
    thesis: go
    claims:
      go: We should see the doctor.
      nurse-says: The school nurse says that we should see the doctor.
      trained: The school nurse is trained for such things.
      costly: Seeing the doctor costs an afternoon.
    arguments:
      advice: {premises: [trained, nurse-says], supports: go, scheme: expert_opinion}
      time: {premises: [costly], attacks: go}

Source: Walton, Reed and Macagno, Argumentation Schemes (2008), chapter 9; docs/schemes.md says what was compared with
what.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.rules.subject import Subject

CODE = "CW501"
NAME = "unknown-scheme"
SEVERITY = "warning"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the schemes that are neither known nor the author's own."""
    for name, argument in subject.map.arguments.items():
        scheme = argument.scheme
        if scheme is None or name in subject.schemes or scheme.startswith("x-"):
            continue
        from coldwater.schemes.lookup import closest_scheme  # noqa: PLC0415 - only where something is unknown
        from coldwater.suggest import phrase  # noqa: PLC0415

        otherwise = " `coldwater scheme` lists them; a name of your own begins with `x-`"
        hint = phrase(closest_scheme(scheme)) or otherwise
        yield Flaw(("arguments", name, "scheme"), f"there is no scheme `{scheme}`.{hint}", name)

"""An argument gives a role that its scheme does not have, or gives roles and names no scheme.

Why: a role that nobody knows fills nothing. Which premise is which then has to be guessed, by readers and by the tools
that ask questions.

Bad:
    argmap: 1
    title: Should we see the doctor?
    thesis: go
    claims:
      go: We should see the doctor.
      rash: Anna has a red rash.
      costly: Seeing the doctor costs an afternoon.
    arguments:
      measles: {premises: [rash], supports: go, scheme: sign, roles: {sen: rash}}
      time: {premises: [costly], attacks: go}

Good:
    argmap: 1
    title: Should we see the doctor?
    thesis: go
    claims:
      go: We should see the doctor.
      rash: Anna has a red rash.
      costly: Seeing the doctor costs an afternoon.
    arguments:
      measles: {premises: [rash], supports: go, scheme: sign, roles: {seen: rash}}
      time: {premises: [costly], attacks: go}

Source: our own.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.rules.subject import Subject
    from coldwater.schemes.filling import Use

CODE = "CW504"
NAME = "unknown-role"
SEVERITY = "warning"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the roles that fill no slot."""
    for name, argument in subject.map.arguments.items():
        if not argument.roles:
            continue
        if argument.scheme is None:
            message = (
                f"`{name}` says what its premises are in a scheme, but names none; add `scheme`, or take this away"
            )
            yield Flaw(("arguments", name, "roles"), message, name, on_key=True)
        elif name in subject.schemes:
            use = subject.schemes[name]
            for role in use.strange:
                yield Flaw(("arguments", name, "roles", role), _message(use, role), name, on_key=True)


def _message(use: Use, role: str) -> str:
    from coldwater.suggest import closest, phrase  # noqa: PLC0415 - only where something is unknown

    slots = [slot.name for slot in use.scheme.premises]
    meant = phrase(closest(role, slots)) or f" It has {', '.join(f'`{slot}`' for slot in slots)}"
    return f"the scheme `{use.scheme.name}` has no slot `{role}`.{meant}"

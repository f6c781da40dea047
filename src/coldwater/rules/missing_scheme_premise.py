"""An argument leaves out a premise that its scheme needs.

Why: a premise that nobody states is one that nobody defends. An appeal to an expert that does not say what makes
somebody an expert looks stronger than it is, and the first question from the other side will be just that. A premise
that was left unstated can be written down and marked as `implicit`. An argument without `roles` is only said to leave
something out if it has fewer premises than its scheme needs.

Bad:
    argmap: 1
    title: Should we see the doctor?
    thesis: go
    claims:
      go: We should see the doctor.
      nurse-says: The school nurse says that we should see the doctor.
      costly: Seeing the doctor costs an afternoon.
    arguments:
      advice:
        premises: [nurse-says]
        supports: go
        scheme: expert_opinion
        roles: {says: nurse-says}
      time: {premises: [costly], attacks: go}

Good:
    argmap: 1
    title: Should we see the doctor?
    thesis: go
    claims:
      go: We should see the doctor.
      nurse-says: The school nurse says that we should see the doctor.
      trained: {text: The school nurse is trained for such things., implicit: true}
      costly: Seeing the doctor costs an afternoon.
    arguments:
      advice:
        premises: [trained, nurse-says]
        supports: go
        scheme: expert_opinion
        roles: {expert: trained, says: nurse-says}
      time: {premises: [costly], attacks: go}

Source: Gordon, Prakken and Walton, The Carneades model of argument and burden of proof (2007), from memory: ordinary
premises must be supported, assumptions hold until somebody questions them.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.rules.subject import Subject
    from coldwater.schemes.filling import Use

CODE = "CW502"
NAME = "missing-scheme-premise"
SEVERITY = "warning"
UNFINISHED = ("scheme lacks a premise yet", "schemes lack a premise yet")


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the slots that must be filled and are not, one flaw for each argument, and roles of claims from outside.

    A role that is misspelt is CW504's; a claim that is not there is CW101's.
    """
    for name, use in subject.schemes.items():
        argument = subject.map.arguments[name]
        for role, claim in (argument.roles or {}).items():
            if claim not in argument.premises and claim in subject.map.claims:
                message = f"`{claim}` has a role in `{name}` but is no premise of it; add it to `premises`"
                yield Flaw(("arguments", name, "roles", role), message, name)
        missing = _missing(use)
        pointer = ("arguments", name, "scheme")
        if argument.roles and missing:
            yield Flaw(pointer, _nobody_is(name, use, missing), name)
        elif not argument.roles and len(argument.premises) < len(use.scheme.required):
            yield Flaw(pointer, _too_few(name, len(argument.premises), use), name)


def _missing(use: Use) -> list[str]:
    """Give the slots that nothing fills, but for those that a misspelt role probably meant."""
    missing = [slot for slot in use.scheme.required if slot not in use.filled]
    if missing and use.strange:
        from coldwater.suggest import Names  # noqa: PLC0415 - only where something is unknown

        slots = Names(slot.name for slot in use.scheme.premises)
        meant = {slots.closest(role) for role in use.strange}
        missing = [slot for slot in missing if slot not in meant]
    return missing


def _nobody_is(name: str, use: Use, missing: Sequence[str]) -> str:
    what = " and the ".join(f"`{slot}`" for slot in missing)
    return f"no premise of `{name}` is the {what} that `{use.scheme.name}` needs; add it, and name it in `roles`"


def _too_few(name: str, count: int, use: Use) -> str:
    slots = ", ".join(f"`{slot}`" for slot in use.scheme.required)
    has = f"has {count} premise{'s' if count != 1 else ''}"
    needs = f"`{use.scheme.name}` needs {len(use.scheme.required)} ({slots})"
    return f"`{name}` {has}, but {needs}; add what is missing, and say in `roles` which is which"

"""An argument supports or attacks something, but no chain of arguments leads on from there to the thesis.

Why: the chain breaks off, and all the work behind it says nothing about the thesis. Usually one more argument is
missing that uses what this one shows, or the target is not the one that was meant. One break gives one finding, at the
place where it breaks; what hangs on it is not reported again.

Bad:
    argmap: 1
    title: Should the village keep its bus?
    thesis: keep
    claims:
      keep: The village should keep its bus.
      pupils: Forty pupils take the bus every day.
      lonely: Many old people have no car.
      isolated: Without the bus old people would be cut off.
    arguments:
      school: {premises: [pupils], supports: keep}
      no-car: {premises: [lonely], supports: isolated}

Good:
    argmap: 1
    title: Should the village keep its bus?
    thesis: keep
    claims:
      keep: The village should keep its bus.
      pupils: Forty pupils take the bus every day.
      lonely: Many old people have no car.
      isolated: Without the bus old people would be cut off.
    arguments:
      school: {premises: [pupils], supports: keep}
      no-car: {premises: [lonely], supports: isolated}
      company: {premises: [isolated], supports: keep}

Source: our own; that a map has one root to which all its lines lead is in Twardy, "Argument maps improve critical
thinking", Teaching Philosophy 27 (2004), from memory.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.rules.breaks import Break
    from coldwater.rules.subject import Subject

CODE = "CW104"
NAME = "stray-argument"
SEVERITY = "error"
UNFINISHED = ("chain of arguments leads to no thesis yet", "chains of arguments lead to no thesis yet")


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the arguments at which a chain breaks off, and circles of arguments that lead nowhere."""
    for end in subject.breaks:
        if end.circle:
            yield _going_round(subject, end)
        elif end.claim is not None and end.reached_by:
            yield _breaking_off(subject, end, end.claim)


def _breaking_off(subject: Subject, end: Break, claim: str) -> Flaw:
    from coldwater.rules.phrases import quoted  # noqa: PLC0415 - only where something is wrong

    first, *others = end.reached_by
    also = f" (and so {'does' if len(others) == 1 else 'do'} {quoted(others)})" if others else ""
    message = (
        f"`{first}` reaches `{claim}`{also}, which supports nothing{_load(end)}; let an argument use `{claim}`, "
        "or choose another target"
    )
    key = "attacks" if subject.map.arguments[first].supports is None else "supports"
    return Flaw(("arguments", first, key), message, first)


def _going_round(subject: Subject, end: Break) -> Flaw:
    from coldwater.rules.phrases import circle  # noqa: PLC0415 - only where something is wrong

    first = end.circle[0]
    to = "the thesis" if len(subject.map.theses) == 1 else "a thesis"
    message = f"`{first}` goes round without reaching {to}: {circle(end.circle)}; let one of them lead to it"
    return Flaw(("arguments", first), message, first, on_key=True)


def _load(end: Break) -> str:
    from coldwater.rules.breaks import COUNT_LIMIT  # noqa: PLC0415
    from coldwater.rules.phrases import counted  # noqa: PLC0415

    verb = "hangs" if end.hanging == 1 else "hang"
    return f" ({counted(end.hanging, 'claim', COUNT_LIMIT)} {verb} on it)" if end.hanging else ""

"""The same premises support a target in one argument and attack it in another.

Why: what speaks for a claim and against it alike decides nothing. One of the two arguments has the wrong target or the
wrong sign, or lacks the premise that makes its step.

Bad:
    argmap: 1
    title: Should the pool open at six?
    thesis: six
    shape: graph
    claims:
      six: The pool should open at six.
      early: Few people are up at six.
    arguments:
      quiet: {premises: [early], supports: six}
      empty: {premises: [early], attacks: six}

Good:
    argmap: 1
    title: Should the pool open at six?
    thesis: six
    claims:
      six: The pool should open at six.
      early: Few people are up at six.
    arguments:
      empty: {premises: [early], attacks: six}

Source: our own; Argdown accepts such a map without a word.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.rules.subject import Subject

CODE = "CW109"
NAME = "support-and-attack"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the arguments that reverse an earlier one: its premises and target, the other relation."""
    for name, earlier in subject.twins.opposites.items():
        argument = subject.map.arguments[name]
        this, that = ("attacks", "supports") if argument.supports is None else ("supports", "attacks")
        message = (
            f"`{name}` {this} `{argument.target}` with the very premises with which `{earlier}` {that} it; "
            "they cannot do both"
        )
        yield Flaw(("arguments", name), message, name, on_key=True)

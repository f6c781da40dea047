"""An argument rests on a premise that is rejected outright, so that it can never matter.

Why: whatever else is added to the map, the argument will not stand. Either the premise was rejected too soon, or the
argument belongs out of the map, or in it with a premise that can be defended.

Bad:
    argmap: 1
    title: Should the library lend tools?
    thesis: lend
    claims:
      lend: The library should lend tools.
      space: There is an empty room.
      stolen: {text: All tools would be stolen., status: rejected}
    arguments:
      room: {premises: [space], supports: lend}
      theft: {premises: [stolen], attacks: lend}

Good:
    argmap: 1
    title: Should the library lend tools?
    thesis: lend
    claims:
      lend: The library should lend tools.
      space: There is an empty room.
      stolen: Some tools would be stolen.
    arguments:
      room: {premises: [space], supports: lend}
      theft: {premises: [stolen], attacks: lend}

Source: our own; linked premises are all needed (Thomas, Practical Reasoning in Natural Language, 1973, from memory).
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.rules.subject import Subject

CODE = "CW207"
NAME = "inert-argument"
SEVERITY = "warning"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the arguments with a premise whose status is rejected; each is reported at the first of them."""
    rejected = {name for name, claim in subject.map.claims.items() if claim.status == "rejected"}
    if not rejected:
        return
    for name, argument in subject.map.arguments.items():
        for i, premise in enumerate(argument.premises):
            if premise in rejected:
                message = (
                    f"`{name}` can never matter: its premise `{premise}` is rejected outright; reopen the premise, "
                )
                yield Flaw(("arguments", name, "premises", i), f"{message}or remove the argument", name)
                break

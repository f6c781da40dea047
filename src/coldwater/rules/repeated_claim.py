"""One statement stands under two ids.

Why: what is said against the one does not touch the other, though it is the same. Compared are the words, whatever
their case, spacing and last full stop.

Bad:
    argmap: 1
    title: Should homework be abolished?
    thesis: abolish
    claims:
      abolish: Homework should be abolished.
      unfair: Not every child has a quiet room.
      no-rest: Children need time to play.
      no-room: Not every child has a quiet room
    arguments:
      justice: {premises: [unfair], supports: abolish}
      play: {premises: [no-rest, no-room], supports: abolish}

Good:
    argmap: 1
    title: Should homework be abolished?
    thesis: abolish
    claims:
      abolish: Homework should be abolished.
      unfair: Not every child has a quiet room.
      no-rest: Children need time to play.
    arguments:
      justice: {premises: [unfair], supports: abolish}
      play: {premises: [no-rest], supports: abolish}

Source: our own.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.rules.subject import Subject

CODE = "CW401"
NAME = "repeated-claim"
SEVERITY = "error"

_LAST_MARKS = " .,;:!?…。．！？；：،؟।"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the claims whose words an earlier claim has, except placeholders (CW404)."""
    first: dict[str, str] = {}
    for name, claim in subject.map.claims.items():
        earlier = first.setdefault(_words(claim.text), name)
        if earlier != name and not _is_placeholder(claim.text):
            message = f"`{name}` says the same as `{earlier}`; use one id for both"
            yield Flaw(("claims", name), message, name, on_key=True)


def _words(text: str) -> str:
    """Give a text as it is compared."""
    if text.isascii():
        plain = " ".join(text.split())
    else:
        from coldwater.model.passages import normal_form  # noqa: PLC0415 - slow to load, and seldom needed

        plain = normal_form(text)
    plain = plain.casefold()
    return plain.rstrip(_LAST_MARKS) or plain


def _is_placeholder(text: str) -> bool:
    from coldwater.rules.placeholder_text import is_placeholder  # noqa: PLC0415 - a rule beside this one

    return is_placeholder(text)

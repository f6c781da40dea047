"""A claim's text is longer than 240 characters.

Why: a long text usually makes several claims, and whoever attacks or supports it has to say which. It also fills the
drawing. Split it, and link the parts as premises of one argument. Wide characters, such as Chinese ones, count double.

Bad:
    argmap: 1
    title: Should the park be lit at night?
    thesis: light
    claims:
      light: The park should be lit at night.
      fear: >-
        Many people avoid the park after dark, because they feel unsafe between the tall hedges, because the paths are
        uneven and full of roots on which one stumbles, and because last autumn two bicycles were stolen there, which
        the local paper reported on its first page.
    arguments:
      safety: {premises: [fear], supports: light}

Good:
    argmap: 1
    title: Should the park be lit at night?
    thesis: light
    claims:
      light: The park should be lit at night.
      fear: Many people feel unsafe between the tall hedges after dark.
      roots: One stumbles over roots in the dark.
    arguments:
      safety: {premises: [fear], supports: light}
      footing: {premises: [roots], supports: light}

Source: our own; style guides ask for sentences of at most 20 to 25 words.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.rules.subject import Subject

CODE = "CW403"
NAME = "overlong"
SEVERITY = "info"
UNFINISHED = ("claim is not cut short yet", "claims are not cut short yet")

LIMIT = 240


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the claims that are too long to be one claim."""
    for name, claim in subject.map.claims.items():
        if len(claim.text) > LIMIT // 2 and (length := _length(claim.text.strip())) > LIMIT:
            message = f"`{name}` is {length} characters long; split it, or say it in at most {LIMIT}"
            yield Flaw(("claims", name, "text"), message, name)


def _length(text: str) -> int:
    """Count the characters of a text: wide ones twice, combining marks not at all."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width  # noqa: PLC0415 - slow to load, and seldom needed

    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)

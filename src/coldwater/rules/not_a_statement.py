"""A claim is a question or a command, not a statement.

Why: a claim must be something that can be true or false, accepted or rejected. A question leaves open which answer is
meant; a command hides the claim that something should be done.

Bad:
    argmap: 1
    title: Should we repaint the hall?
    thesis: repaint
    claims:
      repaint: We should repaint the hall.
      shabby: Who wants to look at these walls?
    arguments:
      looks: {premises: [shabby], supports: repaint}

Good:
    argmap: 1
    title: Should we repaint the hall?
    thesis: repaint
    claims:
      repaint: We should repaint the hall.
      shabby: The walls of the hall are ugly.
    arguments:
      looks: {premises: [shabby], supports: repaint}

Source: textbooks of logic such as Copi, Introduction to Logic, chapter 1 (arguments consist of propositions; questions
and commands are none), from memory.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.rules.subject import Subject

CODE = "CW402"
NAME = "not-a-statement"
SEVERITY = "warning"
UNFINISHED = ("claim is no statement yet", "claims are no statements yet")

_QUESTION_MARKS = ("?", "\uff1f", "\u037e", "\u061f")
_EXCLAMATION_MARKS = ("!", "\uff01")
_COMMANDS = ("please ", "let's ", "let us ", "do not ", "don't ")


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the questions and commands among the claims, by their marks and, in English, their first words."""
    english = (subject.map.language or "en").lower().partition("-")[0] == "en"
    for name, claim in subject.map.claims.items():
        message = _complaint(claim.text.strip(), english)
        if message is not None and not _is_placeholder(claim.text):
            yield Flaw(("claims", name, "text"), f"`{name}` {message}", name)


def _complaint(text: str, english: bool) -> str | None:
    if text.endswith(_QUESTION_MARKS):
        return "is a question; state the answer that you mean"
    start = text[:8].lower().replace("\u2019", "'")
    if text.endswith(_EXCLAMATION_MARKS) or (english and start.startswith(_COMMANDS)):
        return "is a command or an exclamation; state what is the case or what should be done"
    return None


def _is_placeholder(text: str) -> bool:
    from coldwater.rules.placeholder_text import is_placeholder  # noqa: PLC0415 - a rule beside this one

    return is_placeholder(text)

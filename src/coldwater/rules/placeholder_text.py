"""A claim's text is a placeholder, such as TODO, ???, or the beginning of lorem ipsum.

Why: a placeholder says nothing, but whatever it supports looks supported. Write the claim, or leave it out until you
know it.

Bad:
    argmap: 1
    title: Should we buy a second printer?
    thesis: buy
    claims:
      buy: We should buy a second printer.
      queue: "TODO: how long do people wait?"
    arguments:
      waiting: {premises: [queue], supports: buy}

Good:
    argmap: 1
    title: Should we buy a second printer?
    thesis: buy
    claims:
      buy: We should buy a second printer.
      queue: People wait ten minutes for the printer every morning.
    arguments:
      waiting: {premises: [queue], supports: buy}

Source: pylint's fixme (W0511), from memory.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.rules.subject import Subject

CODE = "CW404"
NAME = "placeholder-text"
SEVERITY = "warning"
UNFINISHED = ("text is not written yet", "texts are not written yet")

_WORDS = frozenset({"todo", "tbd", "tba", "tbc", "fixme", "xxx", "placeholder", "to do", "to be done", "to be written"})
#: What stands for a text if it begins one, in capitals, before a colon or an opening bracket.
_FLAGS = ("TODO", "TBD", "FIXME", "XXX")
_MARKS = " \t\r\n.,;:!?…-–—_*/#~<>()[]{}\"'"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the claims whose text stands for one that is not written yet."""
    for name, claim in subject.map.claims.items():
        if is_placeholder(claim.text):
            message = f"the text of `{name}` is a placeholder; write the claim, or remove it until you know it"
            yield Flaw(("claims", name, "text"), message, name)


def is_placeholder(text: str) -> bool:
    """Tell whether a text holds nothing but marks, is such a word as TODO, or begins with a flag or lorem ipsum.

    >>> is_placeholder("TODO: ask the engineer"), is_placeholder("[tbd]"), is_placeholder("…")
    (True, True, True)
    >>> is_placeholder("Todo cambia.")
    False
    """
    core = text.strip(_MARKS)
    if not core or (len(core) <= 20 and core.casefold() in _WORDS):
        return True
    if core.startswith(_FLAGS):
        return core.lstrip("ADEFIMOTXB").lstrip()[:1] in (":", "(", "[")
    return core[:11].casefold() == "lorem ipsum"

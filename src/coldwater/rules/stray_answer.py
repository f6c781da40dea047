"""A claim is listed as the answer to a question, but is neither a thesis nor a rival.

Why: a question groups what the map is about. A claim that is no root is drawn and read where it serves its argument,
not below the question, so that the list promises more than any output shows. Either it belongs among the theses or the
rivals, or another claim was meant.

Bad:
    argmap: 1
    title: The meeting of 3 May
    thesis: rebuild
    claims:
      rebuild: The town should rebuild the bridge.
      repair: The town should repair the bridge.
      cracks: The main girder is cracked.
    arguments:
      safety: {premises: [cracks], supports: rebuild}
    questions:
      bridge: {text: What should become of the bridge?, answers: [rebuild, cracks]}
    lint: {ignore: [{at: repair, reason: Nobody has spoken for it yet.}]}

Good:
    argmap: 1
    title: The meeting of 3 May
    thesis: rebuild
    rivals: [repair]
    claims:
      rebuild: The town should rebuild the bridge.
      repair: The town should repair the bridge.
      cracks: The main girder is cracked.
    arguments:
      safety: {premises: [cracks], supports: rebuild}
    questions:
      bridge: {text: What should become of the bridge?, answers: [rebuild, repair]}

Source: our own; a question with positions as its answers is an issue in Kunz and Rittel, Issues as Elements of
Information Systems (1970), from memory.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.rules.subject import Subject

CODE = "CW111"
NAME = "stray-answer"
SEVERITY = "warning"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the answers to questions that are no roots, where it is known which claims are."""
    map_ = subject.map
    if not map_.questions or subject.excused or any(one.role in ("thesis", "rival") for one in subject.dangling):
        return
    for name, question in map_.questions.items():
        for i, answer in enumerate(question.answers):
            if answer in map_.claims and answer not in map_.theses and answer not in map_.rivals:
                message = (
                    f"`{answer}` answers `{name}`, but is neither a thesis nor a rival; list it there, or take it out"
                )
                yield Flaw(("questions", name, "answers", i), message, name)

"""A reference leads nowhere: no claim or argument has this id, or the id is one of the wrong kind.

Why: the step that you wrote is not in the map. A misspelt premise leaves its argument with less than it needs, and a
misspelt target leaves it without any effect. This rule cannot be ignored, because without it a map is no graph.

Bad:
    argmap: 1
    title: Should we repair the boat?
    thesis: repair
    claims:
      repair: We should repair the boat.
      cheap: The repair costs less than a week of renting.
    arguments:
      saves: {premises: [chaep], supports: repair}

Good:
    argmap: 1
    title: Should we repair the boat?
    thesis: repair
    claims:
      repair: We should repair the boat.
      cheap: The repair costs less than a week of renting.
    arguments:
      saves: {premises: [cheap], supports: repair}

Source: every compiler has it; ruff calls it undefined-name (F821, from memory).
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.edits import Fix
    from coldwater.rules.references import Reference
    from coldwater.rules.subject import Subject

CODE = "CW101"
NAME = "dangling-reference"
SEVERITY = "error"

_MUST_BE_A_CLAIM = {
    "thesis": "the thesis must be a claim",
    "rival": "a rival of the thesis must be a claim",
    "premise": "a premise must be a claim",
    "slot": "a role is filled by a claim",
    "contradiction": "only claims contradict each other",
    "position": "a position accepts or rejects claims",
    "answer": "what answers a question is a claim",
}

_MAY_BE = {
    "target": "claim or argument",
    "answered": "argument",
    "expectation": "claim or argument",
    "ignore": "claim, argument, source or position",
}


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the references to ids that are not there or are no claims."""
    for reference in subject.dangling:
        on_key = reference.role in ("expectation", "answered")
        yield Flaw(reference.pointer, _message(subject, reference), reference.owner, on_key)


def _message(subject: Subject, reference: Reference) -> str:
    target = reference.target
    if reference.role == "answered" and target in subject.map.claims:
        return f"`{target}` is a claim; questions are asked of arguments"
    if target in subject.map.arguments:
        return f"`{target}` is an argument; {_MUST_BE_A_CLAIM[reference.role]}"
    what = _MAY_BE.get(reference.role, "claim")
    if reference.meant is None:
        return f"there is no {what} `{target}`; add it, or name one that is there"
    return f"there is no {what} `{target}`. Did you mean `{reference.meant}`?"


def guess(subject: Subject, flaw: Flaw) -> Fix | None:
    """Name the one id that is spelt alike, if it is not named there already."""
    from coldwater.edits import Fix, Replace  # noqa: PLC0415 - a check mends nothing
    from coldwater.rules.references import is_named_beside  # noqa: PLC0415 - loaded where something dangles

    reference = subject.dangling_at[flaw.pointer]
    names = subject.names
    if reference.meant is None or is_named_beside(subject.map, reference):
        return None
    if not names.get(reference.role, names[""]).is_sole(reference.target):
        return None
    words = f"`{reference.target}` is now `{reference.meant}`"
    return Fix((Replace(reference.pointer, reference.meant),), words, is_safe=False)

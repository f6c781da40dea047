"""How far a claim can be trusted as evidence, in 0..1: by its credence, the grades of its sources, and its verdict.

Grades are on a scale of the author's own. Words (high, medium, low) and letters from A to F, as in the admiralty code
with or without a figure behind (B2), are understood; another grade counts like a source without one. The figures are
a convention of ours, and said to be wherever they are used.
"""

from __future__ import annotations

import re

from coldwater.semantics.grounded import OUT, UNDECIDED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.model.models import Claim, Source

#: A source without a grade that is understood; a claim without a source.
UNGRADED, UNSOURCED = 0.6, 0.4
#: What is undecided counts half.
HALF = 0.5
_WORDS = {"high": 1.0, "medium": UNGRADED, "moderate": UNGRADED, "low": 0.2}
#: F and 6 say that it cannot be judged.
_STEPS = {"A": 1.0, "B": 0.8, "C": 0.6, "D": 0.4, "E": 0.2, "F": UNSOURCED}
_FIGURES = {"1": 1.0, "2": 0.8, "3": 0.6, "4": 0.4, "5": 0.2, "6": UNSOURCED, "": 1.0}
_CODE = re.compile(r"([A-F])[ -]?([1-6]?)", re.IGNORECASE)


def credibility(claim: Claim, label: int, sources: Mapping[str, Source]) -> float:
    """Give how far a claim with a label can be trusted. Its own credence goes before the best of its sources."""
    if label == OUT:
        return 0.0
    grades = [grade_value(sources[one.source].grade) for one in claim.cites if one.source in sources]
    given = max((UNGRADED if grade is None else grade for grade in grades), default=None)
    if given is None:
        given = UNGRADED if claim.status == "accepted" or claim.cites else UNSOURCED
    whole = given if claim.credence is None else claim.credence
    return whole * HALF if label == UNDECIDED else whole


def grade_value(grade: str | None) -> float | None:
    """Give a grade as a number in 0..1; None if there is none, or none that is understood.

    >>> [grade_value(grade) for grade in ("High", "B", "b2", "A4", "***", None)]
    [1.0, 0.8, 0.8, 0.4, None, None]
    """
    text = (grade or "").strip()
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    code = _CODE.fullmatch(text)
    return min(_STEPS[code[1].upper()], _FIGURES[code[2]]) if code else None

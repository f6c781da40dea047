"""The labellings under complete, preferred and stable semantics, and who is accepted in some of them or in all.

The grounded labelling comes first; only what it leaves open is searched. Small knots of circles are solved by plain
Python, larger ones by a solver, which is an extra. Every answer is exact or says that it was cut.
Sources: Dung, Artificial Intelligence 77 (1995); Brewka et al., Abstract Dialectical Frameworks Revisited (2013).
"""

from __future__ import annotations

import time

from coldwater.errors import UsageError
from coldwater.records import NamedTuple
from coldwater.semantics.acceptance import SEMANTICS, Acceptance, acceptance
from coldwater.semantics.conditions import rest_of
from coldwater.semantics.solver import OutOfTimeError
from coldwater.semantics.walk import Walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal

    from coldwater.semantics.acceptance import Semantics
    from coldwater.semantics.framework import Framework

__all__ = ["Acceptance", "Enumeration", "acceptance", "labellings"]


class Enumeration(NamedTuple):
    """Labellings: labels by node as in ``grounded``, sorted by them.

    ``is_complete``: there are no others. Otherwise ``cut_by`` says why there may be: as many were found as were asked
    for, or the time was over. None at all and complete: there is none, which only happens with stable ones.
    """

    labellings: tuple[bytes, ...]
    is_complete: bool
    cut_by: Literal["count", "time"] | None


def labellings(  # noqa: PLR0913 - the last two are those of grounded
    framework: Framework,
    semantics: Semantics,
    most: int = 100,
    seconds: float = 10,
    rejected: Iterable[int] = (),
    granted: Iterable[int] = (),
) -> Enumeration:
    """Give the labellings under a semantics, ``most`` of them at the most, and those found within ``seconds``.

    ``rejected`` and ``granted``: nodes overruled as in ``grounded``. complete: the fixpoints; preferred: those to which
    no other adds a decision; stable: those that decide everything and let no node owe its support to itself.
    Raises UsageError for another semantics or a ``most`` below 1, MissingExtraError if a knot of circles takes more
    than ``exhaustive.MOST_CUTS`` nodes to cut and there is no solver.
    """
    deadline = time.monotonic() + seconds
    if semantics not in SEMANTICS:
        raise UsageError(f"there is no {semantics!r} here; there is: {', '.join(SEMANTICS)}")
    if most < 1:
        raise UsageError(f"at least one labelling must be asked for, not {most}")
    rest = rest_of(framework, rejected, granted)
    if semantics == "stable" and rest.has_no_stable_labelling:
        return Enumeration((), True, None)
    walk = Walk(rest, rest.conditions, semantics, deadline)
    found: list[bytes] = []
    try:
        for labels in walk:
            found.append(labels)
            if len(found) == most and not walk.is_at_end:
                return Enumeration(tuple(sorted(found)), False, "count")
    except OutOfTimeError:
        return Enumeration(tuple(sorted(found)), False, "time")
    return Enumeration(tuple(sorted(found)), True, None)

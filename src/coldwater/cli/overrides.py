"""What is taken to be otherwise than a map says, as the command line says it: overrides, and whose view it is."""

from __future__ import annotations

from coldwater import judge
from coldwater.cli.given import map_given
from coldwater.errors import UsageError
from coldwater.model import composed
from coldwater.semantics.evaluation import Overrides

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.model.models import Map


def read_overrides(
    reject: Sequence[str], accept: Sequence[str], strength: Sequence[str], standard: str | None, weighing: str | None
) -> Overrides:
    """Give the overrides of ``--reject``, ``--accept``, ``--strength``, ``--standard`` and ``--weighing``.

    Raises UsageError for a strength that is no number.
    """
    strengths = _strengths(strength)
    return Overrides(tuple(map(composed, reject)), tuple(map(composed, accept)), strengths, standard, weighing)


def map_seen(path: str, position: str | None, weighing: str | None = None, thesis: str | None = None) -> Map:
    """Read the map that a command line names, as a position sees it, weighed in a way, about one of its theses.

    Each of them where it is named. Raises what reading it raises, and UsageError where there is no such position or
    thesis.
    """
    map_ = judge.about(judge.weighed(map_given(path), weighing), thesis)
    return map_ if position is None else judge.seen_by(map_, position)


def _strengths(words: Sequence[str]) -> dict[str, float]:
    """Read ``ID=STRENGTH`` pairs. Raises UsageError for another form."""
    strengths = {}
    for word in words:
        name, equals, value = word.partition("=")
        try:
            strengths[composed(name)] = float(value)
        except ValueError:
            equals = ""
        if not (name and equals):
            raise UsageError(f"--strength takes ID=NUMBER, such as money=0.4; this is {word!r}")
    return strengths

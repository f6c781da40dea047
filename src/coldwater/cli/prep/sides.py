"""The sides by all the names that debaters have for them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.model.graph import Side

#: What each name of a side means. In every format government and proposition speak for the motion, which the thesis is.
SIDE_NAMES: Mapping[str, Side] = {
    "pro": "pro", "con": "con",
    "aff": "pro", "neg": "con",
    "prop": "pro", "opp": "con",
    "gov": "pro",
    "affirmative": "pro", "negative": "con",
    "proposition": "pro", "opposition": "con",
    "government": "pro",
}  # fmt: skip


def side_named(name: str) -> Side:
    """Give the side that a name means.

    >>> side_named("neg"), side_named("government")
    ('con', 'pro')
    """
    return SIDE_NAMES[name]

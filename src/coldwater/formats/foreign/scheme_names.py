"""Schemes by the names that other formats give them."""

from __future__ import annotations

import re

from coldwater.model.ids import proposed
from coldwater.schemes.lookup import find_scheme


def scheme_of(name: str) -> str:
    """Give the scheme of a name; one that is not known here begins with ``x-``.

    >>> scheme_of("ExpertOpinion"), scheme_of("Ad baculum, loudly"), scheme_of("x-own")
    ('expert_opinion', 'x-Ad-baculum-loudly', 'x-own')
    """
    if name.startswith("x-") and proposed(name) == name:
        return name
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).strip()
    known = find_scheme(words)
    return known.name if known is not None else f"x-{proposed(words) or 'scheme'}"

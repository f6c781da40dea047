"""What was probably meant by a word that is not known."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """Give the candidate that looks most like a word, or None if none comes near.

    >>> closest("suports", ["supports", "attacks"])
    'supports'
    """
    from difflib import get_close_matches  # noqa: PLC0415 - needed only when something is unknown

    matches = get_close_matches(word[:80], list(candidates), n=1, cutoff=0.7)
    return matches[0] if matches else None

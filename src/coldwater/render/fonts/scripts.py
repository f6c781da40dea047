"""Which way a text runs. It knows characters and language tags, but no drawing."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

#: Languages that are usually written from right to left, and scripts that always are.
_LANGUAGES = {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
_SCRIPTS = {"adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"}
#: Marks that make a line run to the left by itself, whatever stands around it; they take no room.
_TURNED, _ENDED = "\u2067", "\u2069"


def runs_left(language: str | None) -> bool:
    """Tell whether a language, by its tag, is written from right to left; a script in the tag decides.

    >>> runs_left("ar"), runs_left("he-IL"), runs_left("ku-Latn"), runs_left("en"), runs_left(None)
    (True, True, False, False, False)
    """
    first, *rest = (language or "").lower().replace("_", "-").split("-")
    scripts = [part for part in rest if len(part) == 4 and part.isalpha()]
    return scripts[0] in _SCRIPTS if scripts else first in _LANGUAGES


@lru_cache(maxsize=8192)
def is_leftward(text: str, otherwise: bool = False) -> bool:
    """Tell whether a text is one from right to left, by its first letter that has a direction.

    >>> is_leftward("2019 שנת"), is_leftward("OECD قالت"), is_leftward("2019"), is_leftward("2019", otherwise=True)
    (True, False, False, True)
    """
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind != "L" for kind in kinds if kind in ("L", "R", "AL")), otherwise)


def turned(line: str) -> str:
    """Give a line of a text that runs to the left with marks around it, so that its ends come where they belong."""
    return f"{_TURNED}{line}{_ENDED}"

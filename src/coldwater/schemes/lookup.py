"""Finds a scheme by the names that maps and other tools use for it."""

from __future__ import annotations

from functools import lru_cache

from coldwater.schemes._table import SCHEMES
from coldwater.schemes.forms import folded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.schemes.forms import Scheme

#: How the literature begins and ends the names of schemes.
_BEGINNINGS = ("argumentfroman", "argumentfroma", "argumentfrom", "appealto")
_ENDING = "argument"
#: So many letters of a name tell what was meant.
_LEAST = 4


def find_scheme(name: str) -> Scheme | None:
    """Give the scheme with this name; None if there is none. Case, hyphens and underscores are alike.

    >>> find_scheme("Expert-Opinion").name
    'expert_opinion'
    >>> find_scheme("Argument from an Established Rule").name
    'rule'
    """
    return next((_BY_NAME[one] for one in _spellings(folded(name)) if one in _BY_NAME), None)


@lru_cache(maxsize=32)  # who misspells a scheme does so all over a map
def closest_scheme(name: str) -> str | None:
    """Give the name of a scheme that was probably meant: one letter off, a longer one, or alike; None if none is near.

    >>> [closest_scheme(name) for name in ("expert_opinon", "expert", "experts", "kritik")]
    ['expert_opinion', 'expert_opinion', 'expert_opinion', None]
    """
    from coldwater.suggest import Names  # noqa: PLC0415 - only where something is unknown

    known = [*(scheme.name for scheme in SCHEMES), *(other for scheme in SCHEMES for other in scheme.also)]
    names = Names(known)
    spellings = tuple(_spellings(folded(name)))
    for word in (name, *spellings):
        if found := names.one_letter_off(word):
            return found
    for word in spellings:
        if len(word) >= _LEAST and (found := next((one for one in known if word in folded(one)), None)):
            return found
    words = {word: one for one in reversed(known) for word in one.split("_") if len(word) >= _LEAST}
    near = Names(words)
    for word in spellings:
        if found := near.one_letter_off(word):
            return words[found]
    return next((found for word in (name, *spellings) if (found := names.closest(word))), None)


def _spellings(name: str) -> Iterator[str]:
    yield name
    yield name.removesuffix(_ENDING)
    yield from (name.removeprefix(beginning) for beginning in _BEGINNINGS if name.startswith(beginning))


def _names(scheme: Scheme) -> Iterator[str]:
    others = (scheme.title, *scheme.also, scheme.aif, scheme.arguebuf, scheme.carneades)
    yield from (name for name in others if name)


_BY_NAME = {folded(scheme.name): scheme for scheme in SCHEMES}
for _scheme in SCHEMES:
    for _name in _names(_scheme):
        _BY_NAME.setdefault(folded(_name), _scheme)

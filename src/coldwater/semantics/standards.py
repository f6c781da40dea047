"""The proof standards: how much must speak for a claim when something speaks against it.

p and q are the greatest strengths of the arguments for and against that stand. A standard is never asked for p and q
themselves: for each argument for a claim it says from which strength on an argument against keeps the claim from being
*in*, and from which strength on it makes the claim *out*. Both conditions only grow with q, so that is all there is to
know. Arguments against come sorted by strength, and a standard answers with places in that list.

Sources: Gordon and Walton, Proof Burdens and Standards (2009), section 3, for the standards and their parameters;
Brewka and Gordon, Carneades and Abstract Dialectical Frameworks (2010), for standards as acceptance conditions. From
memory.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.model.models import Map, Proof

#: No number has more decimals than this: the least above 0 is 5e-324.
_FINEST = 350
#: The standards from the mildest to the strictest.
STANDARDS = (
    "scintilla",
    "preponderance",
    "clear-and-convincing",
    "beyond-reasonable-doubt",
    "dialectical-validity",
)


#: Those that ask for no force: whatever stands for a claim is enough, or nothing is where anything stands against it.
UNWEIGHED = frozenset({"scintilla", "dialectical-validity"})


class Parameters(NamedTuple):
    """alpha: p must exceed it; beta: p must exceed q by more; gamma: q must stay below. Each in 0..1."""

    alpha: float = 0.5
    beta: float = 0.3
    gamma: float = 0.2


#: The parameters of a map that names none.
USUAL = Parameters()


def standard_of(map_: Map, claim: str, standard: str | None = None) -> str:
    """Give the standard by which a claim is judged; ``standard`` takes the place of the map's, and the thesis' own."""
    if standard is not None and claim == map_.thesis:
        return standard
    return map_.claims[claim].standard or standard or map_.standard


def parameters_of(proof: Proof | None) -> Parameters:
    """Give the parameters that a map's ``proof`` names, the usual ones where it names none."""
    if proof is None:
        return USUAL
    given = (proof.alpha, proof.beta, proof.gamma)
    return Parameters(*(usual if own is None else own for own, usual in zip(given, USUAL, strict=True)))


class Limits(NamedTuple):
    """Places in the sorted list of arguments against, from 0 to its length.

    An argument for a claim puts it in as long as no argument against stands at ``to_be_in`` or after; it keeps it from
    being out as long as none stands at ``not_out`` or after.
    """

    to_be_in: int
    not_out: int


def limits(standard: str, strength: float, against: Sequence[float], parameters: Parameters) -> Limits:
    """Give the limits of an argument of a strength, given the sorted strengths of the arguments against.

    Strengths are compared as they are written: 0.8 is 0.3 more than 0.5, not a little more. Cost: logarithmic.

    >>> limits("preponderance", 0.5, [0.2, 0.5, 0.9], USUAL)
    Limits(to_be_in=1, not_out=2)
    >>> limits("clear-and-convincing", 0.8, [0.4, 0.5], USUAL)
    Limits(to_be_in=1, not_out=1)
    """
    if standard == "preponderance":
        return Limits(bisect_left(against, strength), bisect_right(against, strength))
    if standard == "scintilla":
        return Limits(len(against), len(against))
    if standard == "dialectical-validity" or not against:
        return Limits(0, 0)
    place = _convincing(strength, against, parameters, standard == "beyond-reasonable-doubt")
    return Limits(place, place)


def _convincing(strength: float, against: Sequence[float], parameters: Parameters, beyond_doubt: bool) -> int:
    """Give the first place whose strength q fails p > alpha, p - q > beta and, beyond doubt, q < gamma."""
    if strength <= against[0] or strength <= parameters.alpha:
        return 0
    p, _, beta, gamma = _exact(strength), *map(_exact, parameters)
    bound = min(p - beta, gamma) if beyond_doubt else p - beta
    return bisect_left(against, bound, key=_exact)


@lru_cache(maxsize=1024)
def _exact(number: float) -> int:
    """Give a number as it is written, in units that are finer than any number of the kind.

    Fractions of the standard library would do; to load them takes as long as to judge a map.

    >>> _exact(0.8) - _exact(0.5) == _exact(0.3), _exact(1e-05) * 10 == _exact(0.0001)
    (True, True)
    """
    digits, _, exponent = repr(float(number)).partition("e")
    whole, _, decimals = digits.partition(".")
    unit: int = 10 ** (_FINEST + int(exponent or 0) - len(decimals))
    return int(whole + decimals) * unit

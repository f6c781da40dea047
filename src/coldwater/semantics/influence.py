"""How pros and cons move a base score towards 1 or 0: the three gradual semantics. Numbers in, a number out.

Each aggregates the degrees of pros and cons into an energy and lets it act on the base. All are *neutral* (without pros
and cons, and where they balance, the base stays), grow with each pro and the base, fall with each con, stay in [0, 1],
and give the same number to the last bit in whatever order pros and cons come. Formulas checked against two
implementations from the field (Potyka's Uncertainpy, and Kampik's Quantitative-Bipolar-Argumentation), not against the
papers.
"""

from __future__ import annotations

import math

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    #: Makes a degree of a base score and the degrees of pros and cons, all in 0..1.
    Influence = Callable[[float, Sequence[float], Sequence[float]], float]


def df_quad(base: float, pros: Sequence[float], cons: Sequence[float]) -> float:
    """Let pros and cons each act as if independent: what remains of 1 when each takes its share of the rest.

    Energy: the product of 1 − con over the cons, minus the product of 1 − pro over the pros. It takes that share of the
    way from the base to 1, or to 0 if it is negative. Source: Rago, Toni, Aurisicchio and Baroni, Discontinuity-Free
    Decision Support with Quantitative Argumentation Debates (KR 2016), for trees.

    >>> df_quad(0.5, [0.7, 0.08], [])
    0.862
    """
    energy = _left_by(cons) - _left_by(pros)
    return base + (1 - base) * energy if energy >= 0 else base + base * energy


def quadratic_energy(base: float, pros: Sequence[float], cons: Sequence[float]) -> float:
    """Let the sum of the pros minus that of the cons act by its square: weak sums do little, strong ones saturate.

    Source: Potyka, Continuous Dynamical Systems for Weighted Bipolar Argumentation (KR 2018).

    >>> quadratic_energy(0.5, [0.6, 0.9], [0.5])
    0.75
    """
    energy = math.fsum((*pros, *(-con for con in cons)))
    share = energy * energy / (1 + energy * energy)
    return base + (1 - base) * share if energy > 0 else base - base * share


def euler_based(base: float, pros: Sequence[float], cons: Sequence[float]) -> float:
    """Let the sum of the pros minus that of the cons act by an exponential. It never falls below the base's square.

    The published form is 1 − (1 − base²) / (1 + base · e^energy); what is computed is the same, multiplied out so that
    it neither overflows nor loses digits. Source: Amgoud and Ben-Naim, Evaluation of Arguments in Weighted Bipolar
    Graphs (2018), for acyclic graphs and base scores below 1: a base of 1 cannot be moved, and a base of 0 neither.

    >>> round(euler_based(0.5, [1.0], []), 4)
    0.6821
    """
    energy = math.fsum((*pros, *(-con for con in cons)))
    if energy == 0 or base == 0:
        return base
    if energy > 0:
        shrunk = math.exp(-energy)
        return base * (base * shrunk + 1) / (shrunk + base)
    grown = math.exp(energy)
    return base * (base + grown) / (1 + base * grown)


def _left_by(degrees: Sequence[float]) -> float:
    """Give what is left of 1; from the least, so that the order makes no difference."""
    return math.prod(sorted([1 - degree for degree in degrees])) if len(degrees) != 1 else 1 - degrees[0]


#: The gradual semantics by their names on the command line; the first is the default.
INFLUENCES: Mapping[str, Influence] = {
    "df-quad": df_quad,
    "quadratic-energy": quadratic_energy,
    "euler": euler_based,
}

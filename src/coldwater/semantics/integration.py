"""Where a system of differential equations comes to rest, found by following it. It knows numbers only.

Each step is taken by a Runge-Kutta method of the fifth order, with one of the fourth beside it: the difference tells
the error, and the step grows or shrinks by it. Source of the coefficients: Dormand and Prince, A family of embedded
Runge-Kutta formulae (1980); from memory, and tested to be of their order. All values live in [0, 1].
"""

from __future__ import annotations

from operator import mul

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    State = list[float]
    #: How fast each value changes in a state.
    Rates = Callable[[State], State]

#: Below this rate of every value the system rests.
REST = 1e-8
#: Error that one step may add to a value, and how much more for each unit of the fastest rate: on the way, accuracy
#: matters little, since a rest attracts what is near it.
ERROR, HASTE = 1e-9, 1e-5
#: Steps after which a system that does not rest is given up: tens of swings of one that swings.
MOST_STEPS = 3000
#: After so many steps a system counts as resting below this rate: it slows down for ever, and a value that nears its
#: limit as 1/time does is then about a thousandth away from it.
PATIENCE, SLOW = 500, 1e-6
#: A value that changed by more than this in the second half of the steps is still moving.
STILL = 1e-6

#: By stage, how much the slopes found so far count in going on from the state; the last stage is the step itself.
_STAGES = (
    (1 / 5,),
    (3 / 40, 9 / 40),
    (44 / 45, -56 / 15, 32 / 9),
    (19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729),
    (9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656),
    (35 / 384, 0.0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84),
)
#: The step of the fourth order, less that of the fifth.
_BESIDE = (
    5179 / 57600 - 35 / 384, 0.0, 7571 / 16695 - 500 / 1113, 393 / 640 - 125 / 192, -92097 / 339200 + 2187 / 6784,
    187 / 2100 - 11 / 84, 1 / 40,
)  # fmt: skip


class Restless(NamedTuple):
    """No rest was found until this time; ``moving`` are the numbers of the values that still changed."""

    moving: tuple[int, ...]
    time: float


def rest_of(rates: Rates, start: Sequence[float]) -> State | Restless:
    """Follow a system from a state until it rests. ``rates`` is only asked for states in [0, 1].

    Cost: 6 calls of ``rates`` for each of at most 3,000 steps; a system that rests does so after ten to a hundred.
    """
    state, step, time = list(start), 0.1, 0.0
    now = rates(state)
    lowest, highest = state, state
    for number in range(MOST_STEPS):
        fastest = max(map(abs, now), default=0.0)
        if fastest < (REST if number < PATIENCE else SLOW):
            return state
        if number == MOST_STEPS // 2:
            lowest, highest = state, state
        reached, slope, error = _step(rates, state, now, step)
        allowed = ERROR + HASTE * fastest
        if error <= allowed:
            state, now, time = reached, slope, time + step
            lowest, highest = list(map(min, lowest, state)), list(map(max, highest, state))
        step *= min(5.0, max(0.2, 0.9 * (allowed / error) ** 0.2)) if error else 5.0
    values = enumerate(zip(now, lowest, highest, strict=True))
    return Restless(tuple(n for n, (rate, low, high) in values if high - low > STILL or abs(rate) >= REST), time)


def _step(rates: Rates, state: State, now: State, step: float) -> tuple[State, State, float]:
    """Give the state one step later, the rates there, and the error of the value that has the largest."""
    slopes, reached = [now], state
    for stage in _STAGES:
        pushes = [sum(map(mul, stage, own)) for own in zip(*slopes, strict=True)]
        reached = [min(1.0, max(0.0, value + step * push)) for value, push in zip(state, pushes, strict=True)]
        slopes.append(rates(reached))
    error = max(abs(sum(map(mul, _BESIDE, own))) for own in zip(*slopes, strict=True))
    return reached, slopes[-1], step * error

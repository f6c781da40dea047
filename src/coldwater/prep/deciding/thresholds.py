"""Thresholds: how far each strength is from the nearest value at which the verdict changes.

A strength is only ever compared with the forces of what speaks against it, here or further on, and with the parameters
of the proof standard. So the verdict can change at a few *critical* values alone: those forces, what lies beta above or
below one of them, alpha and gamma. It is looked up at each of them and once between any two. Values are added as they
are written, in decimals. Where an argument has no strength, it weighs 1, and its step holds as it does now: a strength
that is written would be a ground on which it resists what undercuts it.

Gradual verdicts may change anywhere; there the value is found by halving, and is not exact.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from coldwater.model.graph import strongly_connected
from coldwater.prep.deciding.one_by_one import GradualOracle, label_of
from coldwater.prep.deciding.subsets import bits_of
from coldwater.records import NamedTuple
from coldwater.semantics.comparing import Comparisons
from coldwater.semantics.compiling import compile_map
from coldwater.semantics.grounded import IN, OUT, UNDECIDED
from coldwater.semantics.scenarios import Scenarios
from coldwater.semantics.standards import parameters_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coldwater.prep.deciding.inquiry import Inquiry

#: So many copies of arguments stand in one framework at most.
MOST_COPIES = 2_000
#: Gradual: how many values are looked at on each side of a strength, how closely a change is then closed in, and how
#: far from it the verdict beside it is looked up (near it a degree may leave 0.5 very slowly).
STEPS, CLOSENESS, ASIDE = 16, 1e-6, 1e-3


class Threshold(NamedTuple):
    """The value nearest to an argument's strength at which the verdict on the thesis changes.

    The labels just below it, at it and just above it are not all the same; None where the value is 0 or 1 and nothing
    lies beyond. The lower of two values that are equally near. ``is_exact``: else it is right to five decimals.
    """

    argument: int
    strength: float
    value: float
    below: int | None
    at: int
    above: int | None
    is_exact: bool = True


class Thresholds(NamedTuple):
    """The thresholds there are, in the order of the file; ``cut_by`` is "time" if not all strengths were looked at."""

    found: tuple[Threshold, ...]
    cut_by: str | None = None


def find_thresholds(inquiry: Inquiry, standard: str | None) -> Thresholds:
    """Find the threshold of each argument; ``standard`` as the oracle was made with."""
    if isinstance(inquiry.oracle, GradualOracle):
        return _gradual(inquiry, inquiry.oracle)
    found: list[Threshold] = []
    weighed = _Weighed(inquiry)
    for chunk in _chunks(inquiry, weighed):
        names = [(inquiry.framework.names[argument], value) for argument, values in chunk for value in values]
        labels = _labels_at(inquiry, standard, names)
        if labels is None:
            return Thresholds(tuple(found), "time")
        for argument, values in chunk:
            known, labels = labels[: len(values)], labels[len(values) :]
            found += _nearest(argument, strength_of(inquiry, argument), weighed.critical(argument), values, known)
    return Thresholds(tuple(found))


def strength_of(inquiry: Inquiry, argument: int) -> float:
    """Give the strength of an argument: 1 if the map gives none."""
    strength = inquiry.graph.arguments[inquiry.framework.names[argument]].strength
    return 1.0 if strength is None else strength


def _chunks(inquiry: Inquiry, weighed: _Weighed) -> Iterator[list[tuple[int, list[float]]]]:
    """Give the arguments that are weighed at all, each with the values to look at, few enough of them at a time."""
    chunk: list[tuple[int, list[float]]] = []
    copies = 0
    for argument in range(inquiry.framework.claims, len(inquiry.framework.names)):
        if argument not in inquiry.oracle.bearing or not (critical := weighed.critical(argument)):
            continue
        values = _values(critical)
        if chunk and copies + len(values) > MOST_COPIES:
            yield chunk
            chunk, copies = [], 0
        chunk.append((argument, values))
        copies += len(values)
    if chunk:
        yield chunk


class _Weighed:
    """What strengths are weighed against, and how much more than the greater force is asked for."""

    def __init__(self, inquiry: Inquiry) -> None:
        self.comparisons = Comparisons(inquiry.map, inquiry.framework, inquiry.map.weighing, inquiry.standard)
        self.parameters = list(map(_exact, parameters_of(inquiry.map.proof))) if _is_demanding(inquiry) else None
        self.known: dict[frozenset[float], list[float]] = {}

    def critical(self, argument: int) -> list[float]:
        """Give the critical values of a strength, ascending; none where it is never weighed."""
        forces = frozenset(self.comparisons.of_strength(argument))
        if forces not in self.known:
            self.known[forces] = self._critical(forces)
        return self.known[forces]

    def _critical(self, forces: frozenset[float]) -> list[float]:
        if not forces:
            return []
        values = {_exact(one) for one in forces}
        if self.parameters is not None:
            alpha, beta, gamma = self.parameters
            values = {one + more for one in values for more in (0, beta, -beta)} | {alpha, gamma}
        return sorted({float(value) for value in values if 0 <= value <= 1})


def _is_demanding(inquiry: Inquiry) -> bool:
    """Tell whether a standard is in use that asks for more than the greater force."""
    map_ = inquiry.map
    named = {inquiry.standard, map_.standard, *(claim.standard for claim in map_.claims.values())}
    return bool(named & {"clear-and-convincing", "beyond-reasonable-doubt"})


def _exact(number: float) -> Fraction:
    """Give a number as it is written."""
    return Fraction(repr(float(number)))


def _values(critical: Sequence[float]) -> list[float]:
    """Give the critical values and one between any two, from 0 to 1; ascending."""
    between = [(low + high) / 2 for low, high in pairwise(sorted({0.0, *critical, 1.0}))]
    return sorted({*critical, *between})


def _labels_at(inquiry: Inquiry, standard: str | None, copies: Sequence[tuple[str, float]]) -> list[int] | None:
    """Give the verdict with each argument at a strength; None if time is over.

    Copies of the arguments stand beside them; each scenario rejects the argument and all copies but one.
    """
    if inquiry.oracle.clock.is_over():
        return None
    if _goes_round(inquiry):
        return _labels_one_by_one(inquiry, standard, copies)
    framework = compile_map(inquiry.map, standard, copies=copies)
    every = (1 << len(copies)) - 1
    rejected = {node: every & ~(1 << place) for place, node in enumerate(framework.copies)}
    for place, (name, _) in enumerate(copies):
        node = framework.numbers[name]
        rejected[node] = rejected.get(node, 0) | 1 << place
    masks = inquiry.oracle.on(framework).verdicts(Scenarios(len(copies), rejected, {}), every)
    if masks is None:
        return None
    labels = [UNDECIDED] * len(copies)
    for label, mask in enumerate(masks, 1):
        for place in bits_of(mask):
            labels[place] = label
    return labels


def _goes_round(inquiry: Inquiry) -> bool:
    """Tell whether any force comes back to what it comes from, if not all are 1 any longer."""
    graph = inquiry.graph
    if inquiry.map.weighing == "last-link":
        return False
    sources = {name: graph.supporters(name) for name in graph.claims}
    sources |= {name: graph.premises(name) for name in graph.arguments}
    return any(len(circle) > 1 for circle in strongly_connected(sources))


def _labels_one_by_one(
    inquiry: Inquiry, standard: str | None, strengths: Sequence[tuple[str, float]]
) -> list[int] | None:
    """Give the same where forces go round in circles, in whose least numbers all copies would take part."""
    labels = []
    for name, strength in strengths:
        is_stated = inquiry.graph.arguments[name].strength is not None
        if is_stated:
            oracle = inquiry.oracle.on(compile_map(inquiry.map, standard, {name: strength}))
            labels.append(oracle.label)
            continue
        framework = compile_map(inquiry.map, standard, copies=[(name, strength)])
        masks = inquiry.oracle.on(framework).verdicts(Scenarios(1, {framework.numbers[name]: 1}, {}), 1)
        if masks is None:
            return None
        labels.append(IN if masks.stands else OUT if masks.falls else UNDECIDED)
    return None if inquiry.oracle.clock.is_over() else labels


def _nearest(
    argument: int, strength: float, critical: Iterable[float], values: Sequence[float], labels: Sequence[int]
) -> list[Threshold]:
    """Give the critical value nearest to a strength around which the labels differ, if there is one."""
    found, wanted = [], set(critical)
    for place, value in enumerate(values):
        if value not in wanted:
            continue
        below = labels[place - 1] if value > 0 else None
        above = labels[place + 1] if value < 1 else None
        if {below, labels[place], above} - {None, labels[place]}:
            found.append(Threshold(argument, strength, value, below, labels[place], above))
    written = _exact(strength)
    return [min(found, key=lambda one: (abs(_exact(one.value) - written), one.value))] if found else []


# --- gradual ------------------------------------------------------------------------------------------------------


class _OutOfTimeError(Exception):
    """The time allowed is over: what a degree was looked up for is not known. It never leaves this room."""


def _gradual(inquiry: Inquiry, oracle: GradualOracle) -> Thresholds:
    found: list[Threshold] = []
    for argument in range(inquiry.framework.claims, len(inquiry.framework.names)):
        if argument in oracle.bearing:
            try:
                found += _changes(inquiry, oracle, argument)[:1]
            except _OutOfTimeError:
                return Thresholds(tuple(found), "time")
    return Thresholds(tuple(found))


def credence_threshold(inquiry: Inquiry, claim: int) -> Threshold | None:
    """Give the credence of a claim at which the verdict changes; ``argument`` is the claim then.

    None where no credence changes it, where time is over, and under semantics that look at no credence.
    """
    oracle = inquiry.oracle
    if not isinstance(oracle, GradualOracle) or claim not in oracle.bearing or oracle.clock.is_over():
        return None
    from coldwater.semantics.gradual import CREDENCE  # noqa: PLC0415 - heavier than grounded

    credence = inquiry.graph.claims[inquiry.framework.names[claim]].credence
    try:
        return next(iter(_changes_from(inquiry, oracle, claim, CREDENCE if credence is None else credence)), None)
    except _OutOfTimeError:
        return None


def _changes(inquiry: Inquiry, oracle: GradualOracle, argument: int) -> list[Threshold]:
    return _changes_from(inquiry, oracle, argument, strength_of(inquiry, argument))


def _changes_from(inquiry: Inquiry, oracle: GradualOracle, argument: int, strength: float) -> list[Threshold]:
    """Close in on the first change on each side of a strength; the nearer one first. Raises _OutOfTimeError."""
    name = inquiry.framework.names[argument]

    def label(value: float) -> int:
        degree = oracle.degree_at({name: value})
        if oracle.clock.is_over():
            raise _OutOfTimeError
        return label_of(degree)

    found = []
    for end in (0.0, 1.0):
        values = [strength + (end - strength) * step / STEPS for step in range(STEPS + 1)]
        change = next(((near, far) for near, far in pairwise(values) if label(far) != inquiry.label), None)
        if change is None or end == strength:
            continue
        near, far = change
        while abs(far - near) > CLOSENESS:
            middle = (near + far) / 2
            near, far = (near, middle) if label(middle) != inquiry.label else (middle, far)
        value = round((near + far) / 2, 5)
        below = label(value - ASIDE) if value >= ASIDE else None
        above = label(value + ASIDE) if value <= 1 - ASIDE else None
        found.append(Threshold(argument, strength, value, below, label(value), above, is_exact=False))
    return sorted(found, key=lambda one: abs(one.value - strength))

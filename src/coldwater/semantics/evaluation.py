"""A map evaluated under a semantics, with what was overruled: the verdicts, and how they come about.

Grounded needs nothing but this room; the other labelling semantics may need a solver, which is loaded when one is asked
for.
"""

from __future__ import annotations

from coldwater.errors import UsageError
from coldwater.records import NamedTuple
from coldwater.semantics.compiling import compile_map, compile_under
from coldwater.semantics.grounded import grounded
from coldwater.semantics.labelling import Labelling, Verdict
from coldwater.semantics.standards import STANDARDS, Parameters, parameters_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coldwater.model.models import Map
    from coldwater.semantics.framework import Framework

#: The semantics that give labellings.
LABELLINGS = ("grounded", "complete", "preferred", "stable")
#: The semantics that give every claim and argument a degree in 0..1.
GRADUAL = ("df-quad", "quadratic-energy", "euler")
#: How strongly an argument speaks: as its weakest link, or as its own step alone.
WEIGHINGS = ("weakest-link", "last-link")


class Overrides(NamedTuple):
    """What an evaluation takes to be otherwise than the map says: ids, and strengths in 0..1 by argument."""

    rejected: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    strengths: Mapping[str, float] = {}
    standard: str | None = None
    weighing: str | None = None


#: An evaluation of the map as it is.
AS_WRITTEN = Overrides()


class Limits(NamedTuple):
    """How many labellings are listed at most, and for how many seconds they are looked for."""

    most: int = 100
    seconds: float = 10.0


USUAL_LIMITS = Limits()


class Status(NamedTuple):
    """In which labellings a claim or argument is in, and in which out: in some (credulous), in all (sceptical)."""

    credulous: bool
    sceptical: bool
    out_in_some: bool
    out_in_all: bool


class Evaluation(NamedTuple):
    """What came of an evaluation.

    ``verdicts`` by id: claims, then arguments, in the order of the file. Under grounded there is one labelling. Under
    the others there may be several; then ``statuses`` says by id in which a node is in, and the verdict is the one that
    all labellings share, else undecided. Where there is no labelling, which only happens under stable semantics, there
    are no verdicts and no statuses either: ``is_void`` says so. ``cut_by`` names what cut the list of labellings short:
    "count" or "time", else None; ``is_certain`` is false where time was too short for the statuses as well.
    """

    semantics: str
    standard: str
    weighing: str
    parameters: Parameters
    overrides: Overrides
    framework: Framework
    labellings: tuple[Labelling, ...]
    verdicts: Mapping[str, Verdict]
    statuses: Mapping[str, Status] | None = None
    cut_by: str | None = None
    is_certain: bool = True

    @property
    def is_void(self) -> bool:
        """Whether there is no labelling, so that nothing has a verdict."""
        return not self.verdicts


def evaluate_map(
    map_: Map, semantics: str = "grounded", overrides: Overrides = AS_WRITTEN, limits: Limits = USUAL_LIMITS
) -> Evaluation:
    """Evaluate a map in which every reference leads somewhere.

    Raises UsageError for an unknown semantics or standard, an id that is not there, a strength outside 0..1, or a claim
    both rejected and accepted; MissingExtraError where a solver is needed and not installed. Cost: under grounded
    linear; otherwise bounded by ``limits``.
    """
    _refuse_unknown("semantics", semantics, LABELLINGS)
    refuse_odd(map_, overrides)
    framework = compile_map(
        map_,
        overrides.standard,
        overrides.strengths,
        weighing=overrides.weighing,
        accepted=overrides.accepted,
        is_fixed=True,
    )
    rejected, accepted = (_nodes(framework, ids) for ids in (overrides.rejected, overrides.accepted))
    start = Evaluation(
        semantics,
        overrides.standard or map_.standard,
        overrides.weighing or map_.weighing,
        parameters_of(map_.proof),
        overrides,
        framework,
        (),
        {},
    )
    if semantics == "grounded":
        labelling = _judged(framework, rejected, accepted)
        return start._replace(labellings=(labelling,), verdicts=labelling.verdicts())
    from coldwater.semantics.several import evaluate_several  # noqa: PLC0415 - grounded needs no search

    return evaluate_several(start, limits, rejected, accepted)


def _judged(framework: Framework, rejected: frozenset[int], accepted: frozenset[int]) -> Labelling:
    return Labelling(framework, grounded(framework, rejected, accepted), rejected, accepted)


def _nodes(framework: Framework, ids: Sequence[str]) -> frozenset[int]:
    return frozenset(framework.numbers[name] for name in ids)


def refuse_odd(map_: Map, overrides: Overrides, is_gradual: bool = False) -> None:
    """Raise UsageError where overrides make no sense for a map, and say what was probably meant.

    Under gradual semantics a claim may be given a strength as well (its credence), and no proof standard.
    """
    for name in overrides.accepted:
        _refuse_missing(name, map_.claims, "claim")
    for name in overrides.rejected:
        if name not in map_.claims:
            _refuse_missing(name, {**map_.claims, **map_.arguments}, "claim or argument")
    for name, strength in overrides.strengths.items():
        if is_gradual and name in map_.claims:
            continue
        _refuse_missing(name, map_.arguments, "argument")
        if not 0 <= strength <= 1:
            raise UsageError(f"the strength of `{name}` must lie between 0 and 1; this is {strength}")
    if both := sorted(set(overrides.rejected) & set(overrides.accepted)):
        raise UsageError(f"`{both[0]}` cannot be both rejected and accepted")
    _refuse_odd_weighing(overrides, is_gradual)


def _refuse_odd_weighing(overrides: Overrides, is_gradual: bool) -> None:
    """Refuse how things are weighed where there is no such way, or nothing is weighed."""
    if is_gradual and overrides.standard is not None:
        raise UsageError("proof standards play no part under gradual semantics: take --standard away")
    if is_gradual and overrides.weighing is not None:
        raise UsageError("weighing plays no part under gradual semantics: take --weighing away")
    if overrides.standard is not None:
        _refuse_unknown("proof standard", overrides.standard, STANDARDS)
    if overrides.weighing is not None:
        _refuse_unknown("weighing", overrides.weighing, WEIGHINGS)


def _refuse_missing(name: str, known: Mapping[str, object], what: str) -> None:
    if name not in known:
        from coldwater.suggest import hint  # noqa: PLC0415 - only where something is unknown

        raise UsageError(f"there is no {what} `{name}` in this map.{hint(name, known)}")


def _refuse_unknown(what: str, word: str, known: Sequence[str]) -> None:
    if word not in known:
        from coldwater.suggest import hint  # noqa: PLC0415 - only where something is unknown

        raise UsageError(f"there is no {what} `{word}`; there are {', '.join(known)}.{hint(word, known)}")


def passes(map_: Map, overrides: Overrides = AS_WRITTEN, standards: Sequence[str] = STANDARDS) -> dict[str, Verdict]:
    """Give the grounded verdict on the thesis under each proof standard, from the mildest to the strictest.

    The standard takes the place of the map's, and of the thesis' own. Raises as ``evaluate_map`` does. Cost: for each
    standard, linear.
    """
    return {one: found.verdict(map_.thesis) for one, found in labellings_under(map_, overrides, standards).items()}


def labellings_under(
    map_: Map, overrides: Overrides = AS_WRITTEN, standards: Sequence[str] = STANDARDS
) -> dict[str, Labelling]:
    """Give the grounded labelling under each proof standard, as ``passes`` does the verdict on the thesis."""
    return {standard: _judged(*under) for standard, under in frameworks_under(map_, overrides, standards)}


def frameworks_under(
    map_: Map, overrides: Overrides, standards: Sequence[str]
) -> Iterator[tuple[str, tuple[Framework, frozenset[int], frozenset[int]]]]:
    """Give what is evaluated under each proof standard, and which nodes of it are rejected and granted.

    Raises as ``evaluate_map`` does.
    """
    refuse_odd(map_, overrides)
    under = compile_under(map_, standards, overrides.strengths, overrides.weighing, overrides.accepted)
    for standard, framework in zip(standards, under, strict=True):
        yield standard, (framework, _nodes(framework, overrides.rejected), _nodes(framework, overrides.accepted))

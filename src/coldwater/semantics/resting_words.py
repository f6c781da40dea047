"""What a verdict rests on, in words for people. It knows words only: neither width nor page."""

from __future__ import annotations

from coldwater.listing import listed
from coldwater.records import NamedTuple
from coldwater.semantics.grounded import IN
from coldwater.semantics.tallies import Tie, tie_of
from coldwater.semantics.verdict_words import BECAUSE, MAY_STAND

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coldwater.model.models import Map
    from coldwater.semantics.labelling import Labelling, Reason, Word
    from coldwater.semantics.resting import Resting
    from coldwater.semantics.resting_degrees import RestingDegree
    from coldwater.semantics.tallies import Tally
    from coldwater.semantics.unstated import Unstated

#: To what something fell, in the order in which it is told.
_FELL: Mapping[Reason, str] = {
    "premise-out": "a premise that falls",
    "undercut": "an undercut",
    "set-aside": "being set aside",
    "unsupported": "lack of support",
    "depends": "different things in different labellings",
}
#: What speaks against something can be a claim; then it falls as a claim does.
_IN_TURN: tuple[Reason, ...] = ("refuted", "outweighed")
_WOULD: Mapping[str | None, str] = {
    "in": "this would stand",
    "out": "this would fall",
    "undecided": "this would be undecided",
    None: "no verdict was found",
}
_STANDARDS: Mapping[str | None, str] = {
    "in": "would let it stand",
    "out": "would let it fall",
    "undecided": "would leave it undecided",
    None: "would leave no labelling",
}
_VERDICTS: Mapping[str | None, str] = {"in": "stands", "out": "falls"}
#: What is said of a tie for which no equal numbers were written.
UNWEIGHED = "and the map does not say which weigh more"
#: What is said where they were; in braces stands the number.
EQUALLY_STRONG = "and the strongest on both sides are equally strong ({force})"
#: So many ids are named, the rest is counted.
_MOST_NAMED = 4


class Point(NamedTuple):
    """One thing that a verdict rests on: a word or two for what it is, and the rest."""

    about: str
    told: str


def tie_told(tie: Tie) -> str:
    """Say of a tie what is known, and no more.

    Reasons on both sides stand; they are equally strong only if the same number was written for them.

    >>> from coldwater.semantics.tallies import Tie
    >>> tie_told(Tie(4, 1, has_ground=False, equal=None))
    '4 for, 1 against, and the map does not say which weigh more'
    """
    own, has_ground = tie.pros, tie.has_ground
    pros = f"{own} for" if own or not has_ground else "its own ground for"
    told = f"{pros}{' besides its own ground' if own and has_ground else ''}, {tie.cons} against"
    if tie.equal is not None:
        return f"{told}, {EQUALLY_STRONG.format(force=f'{tie.equal:g}')}"
    return f"{told}, {UNWEIGHED}"


def support(resting: Resting) -> str:
    """Say by how many arguments something stands that nothing stands against."""
    return _support(resting.pros.standing)


def _support(number: int) -> str:
    return (
        f"{number} argument{'s' if number > 1 else ''} for it stand{'' if number > 1 else 's'} and nothing against it"
    )


def because(reason: str, known: Resting | Tie) -> str | None:
    """Give a reason in words that count, or that say what may stand where nothing does; None if others will do."""
    if isinstance(known, Tie):
        return tie_told(known) if reason == "tied" else None
    return _because_of(reason, known)


def _because_of(reason: str, resting: Resting) -> str | None:
    if reason == "tied":
        return tie_told(resting.tie)
    if reason == "supported":
        return support(resting)
    if reason == "outweighs" and not resting.cons.standing:
        return MAY_STAND[reason]
    if reason == "outweighed" and not resting.pros.standing and resting.ground is None:
        return MAY_STAND[reason]
    return None


def why(map_: Map, labelling: Labelling, name: str, *, counts_support: bool = True) -> str:
    """Give why a claim or argument has its verdict, with counts, and what only may stand told as such.

    Without ``counts_support`` it is not counted how many arguments for it stand where nothing is against it.
    """
    reason, node = labelling.verdict(name).reason, labelling.framework.numbers[name]
    if reason == "supported" and counts_support:
        return _support(sum(labelling.labels[one] == IN for one in labelling.framework.supporters(node)))
    if reason in MAY_STAND and not _loses_standing(labelling, node, reason):
        return MAY_STAND[reason]
    tie = tie_of(map_, labelling, name) if reason == "tied" else None
    return BECAUSE[reason] if tie is None else tie_told(tie)


def _loses_standing(labelling: Labelling, node: int, reason: str) -> bool:
    """Tell whether something that stands is on the side that loses."""
    framework = labelling.framework
    if reason == "outweighed":
        return node in framework.grounds or any(labelling.labels[one] == IN for one in framework.supporters(node))
    return any(labelling.labels[one] == IN for one in framework.opponents(node))


def points(resting: Resting | RestingDegree) -> Iterator[Point]:
    """Say what a verdict or a degree rests on, the nearest first."""
    from coldwater.semantics.resting import Resting as OfVerdict  # noqa: PLC0415 - at hand where there is one

    return _verdict_points(resting) if isinstance(resting, OfVerdict) else _degree_points(resting)


def _verdict_points(resting: Resting) -> Iterator[Point]:
    is_weighed, shared = resting.is_weighed, resting.is_shared
    if resting.pros.number or resting.ground is not None:
        pros = _tallied(resting.pros, is_weighed, shared) if resting.pros.number else "no argument"
        yield Point("for it", f"{pros}{_ground(resting, is_weighed)}")
    if resting.cons.number:
        yield Point("against it", _tallied(resting.cons, is_weighed, shared))
    if resting.unstated is not None:
        yield Point("unstated", _unstated(resting.unstated, resting.verdict))
    if resting.standards:
        yield Point("standards", "; ".join(_by_verdict(resting.standards)))
    if resting.disagreeing:
        yield Point("degrees", _degrees(resting))


def _degree_points(resting: RestingDegree) -> Iterator[Point]:
    for about, side in (("for it", resting.pros), ("against it", resting.cons)):
        if side.number:
            told = f"{side.speaking} of {side.number} {'has' if side.speaking == 1 else 'have'} a degree above 0"
            most = f" ({'at most ' * (side.speaking > 1)}{side.greatest:.2f})" if side.speaking else ""
            yield Point(about, f"{told}{most}")
    if resting.unstated is not None:
        yield Point("unstated", _unstated_degree(resting))
    if resting.disagreeing:
        yield Point("readings", _other_readings(resting))


def _unstated_degree(resting: RestingDegree) -> str:
    claims, without, turning = resting.unstated or ((), None, None)
    number = len(claims)
    told = f"{number} premise{'s' * (number > 1)} that nobody states and nothing supports: {_named(claims)}"
    them = "them" if number > 1 else "it"
    told += f"; without {them} {'no degree was found' if without is None else f'the degree is {without:.2f}'}"
    if number > 1 and turning:
        some = "any one of them" if len(turning) == number else _named(turning, "or")
        told += f"; without {some} alone it is on the other side of one half already"
    return told


def _other_readings(resting: RestingDegree) -> str:
    disagreeing, degrees = resting.disagreeing, resting.degrees or {}
    told = [f"by the grounded verdict it {_VERDICTS[resting.verdict]}"] if "grounded" in disagreeing else []
    told += [f"{one} gives {degree:.2f}" for one, degree in degrees.items() if one in disagreeing]
    return f"clearly on the other side: {listed(told)}"


def _ground(resting: Resting, is_weighed: bool) -> str:
    if resting.ground is None:
        return ""
    told = ", and it has a strength of its own" if resting.is_argument else ", and it has a ground of its own"
    return f"{told} (force {resting.ground:g})" if is_weighed else told


def _tallied(tally: Tally, is_weighed: bool, shared: bool) -> str:
    """Count who stands, with which force where that is weighed, who is undecided, and who fell to what."""
    words = [f"{tally.standing} of {tally.number} stand{'s' * (tally.standing == 1)}"]
    if is_weighed and tally.force is not None:
        words[0] += f" (force {tally.force:g}{' at most' if tally.standing > 1 else ''})"
    if tally.undecided:
        most = f" (force {tally.may_have:g} at most)" if is_weighed and tally.may_have is not None else ""
        how = "without a verdict that all labellings share" if shared else "undecided"
        words.append(f"{tally.undecided} {how}{most}")
    fallen: dict[str, int] = {}
    for reason, word in _FELL.items():
        if reason in tally.fallen:
            fallen[word] = fallen.get(word, 0) + tally.fallen[reason]
    words += [f"{number} fall{'s' * (number == 1)} to {word}" for word, number in fallen.items()]
    if refuted := sum(tally.fallen.get(reason, 0) for reason in _IN_TURN):
        words.append(f"{refuted} {'is' if refuted == 1 else 'are'} refuted in turn")
    return ", ".join(words)


def _unstated(unstated: Unstated, verdict: str) -> str:
    number = len(unstated.claims)
    told = f"{number} premise{'s' * (number > 1)} that nobody states and nothing supports: {_named(unstated.claims)}"
    if unstated.without == verdict and not unstated.turning:
        return f"{told}; without {'them' if number > 1 else 'it'} the verdict is the same"
    told = f"{told}; without {'them' if number > 1 else 'it'} {_WOULD[unstated.without]}"
    if number > 1 and unstated.turning:
        some = "any one of them" if len(unstated.turning) == number else _named(unstated.turning, "or")
        told += f"; without {some} alone the verdict is another already"
    return told


def _named(names: Sequence[str], last: str = "and") -> str:
    shown = [f"[{name}]" for name in names[:_MOST_NAMED]]
    if len(names) > _MOST_NAMED:
        shown.append(f"{len(names) - _MOST_NAMED} more")
    return listed(shown, last)


def _by_verdict(standards: Mapping[str, Word | None]) -> Iterator[str]:
    for verdict, words in _STANDARDS.items():
        found = [standard for standard, other in standards.items() if other == verdict]
        if found:
            yield f"{listed(found)} {words}"


def _degrees(resting: Resting) -> str:
    degrees, leaning = resting.degrees or {}, resting.disagreeing
    told = ", ".join(f"{semantics} {degree:.2f}" for semantics, degree in degrees.items())
    also = "; they lean so too where facts that cite a source begin at 1" if resting.sourced else ""
    told += f" (a claim without a credence begins at 0.5{also})"
    if len({degree > 0.5 for degree in leaning.values()}) > 1:
        return f"the gradual readings disagree with each other: {told}"
    side = "for it" if next(iter(leaning.values())) > 0.5 else "against it"
    if len(leaning) == len(degrees):
        who = "the gradual readings lean" if len(degrees) > 1 else "the gradual reading leans"
    else:
        who = f"{listed(tuple(leaning))} lean{'s' * (len(leaning) == 1)}"
    return f"{who} {side} all the same: {told}"

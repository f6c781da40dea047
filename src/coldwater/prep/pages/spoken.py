"""How pages of debate material name claims, arguments, sides, verdicts and sources. It gives texts as they are."""

from __future__ import annotations

from coldwater.listing import listed
from coldwater.prep.pages.citing import card_of, cites_of, noted, quoted, who_and_when
from coldwater.prep.pages.held import said_by
from coldwater.prep.setting.page import Line, Source, tagged
from coldwater.schemes.reading_out import Reader
from coldwater.semantics.evaluation import GRADUAL
from coldwater.semantics.grounded import IN, OUT, UNDECIDED
from coldwater.semantics.labelling import Labelling
from coldwater.semantics.positions import as_seen, seer_of, view_told
from coldwater.semantics.resting import Resting
from coldwater.semantics.resting_words import tie_told
from coldwater.semantics.verdict_words import BECAUSE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coldwater.model.models import Map
    from coldwater.prep.material.preparation import Preparation, Weight

STATES: Mapping[str, str] = {
    "unanswered": "unanswered",
    "answered": "answered",
    "answered-but-beaten": "answered, but it stands all the same",
    "contested": "contested: it is undecided",
    "fallen": "it falls by itself",
}
_VERDICTS = {IN: "stands", OUT: "falls", UNDECIDED: "is undecided"}


def verdict_of(label: int) -> str:
    """Give what a sentence says of something with a label: it stands, falls or is undecided."""
    return _VERDICTS[label]


def opening(prep: Preparation, tells_holders: bool = False) -> Iterator[Line]:
    """Say what is debated, and perhaps who holds it, for whom this is, and how the matter stands."""
    verdict = _VERDICTS[prep.inquiry.label]
    yield Line(prep.map.claims[prep.map.thesis].text, "Thesis.", prep.map.thesis)
    if tells_holders and (held := prep.holders.words(prep.map.thesis)):
        yield Line(f"{held[:1].upper()}{held[1:]}.", "Positions.")
    ahead = {IN: "pro", OUT: "con"}.get(prep.inquiry.label)
    if prep.inquiry.is_void:
        verdict = "has no verdict"
    told = _undecided(prep) if ahead is None else f"{prep.side} is {'ahead' if ahead == prep.side else 'behind'}"
    yield Line(f"{seen_here(prep.map)} the thesis {verdict}: {told} ({conditions(prep)}).", "Verdict.", "", verdict)
    yield from view_of(prep.map)
    yield from other_theses(prep)
    yield from cut_short(prep)


#: So many other theses are named on a page about one.
_THESES = 12


def other_theses(prep: Preparation) -> Iterator[Line]:
    """Name the other theses of a map: what is prepared is about one."""
    others = prep.map.theses[1:]
    if others:
        named = list(others[:_THESES])
        if len(others) > _THESES:
            named.append(f"{len(others) - _THESES:,} more")
        yield Line(f"The map is about {listed(named)} as well; --thesis ID prepares that.", "Other theses.")


def _undecided(prep: Preparation) -> str:
    """Say why the thesis is undecided; of a tie no more than how many stand on each side."""
    if prep.inquiry.is_void:
        return f"there is no {prep.decision.semantics} labelling, and below it counts as undecided"
    oracle, framework = prep.inquiry.oracle, prep.inquiry.framework
    if not oracle.is_grounded:
        return "neither side is ahead"
    reason = Labelling(framework, oracle.labels).reason_of_statement(framework.thesis)
    resting = prep.decision.resting if reason == "tied" else None
    return tie_told(resting.tie) if isinstance(resting, Resting) else BECAUSE[reason]


def seen_here(map_: Map) -> str:
    """Give the words with which a sentence begins that says what holds on a map: on it, or as somebody sees it."""
    seen = as_seen(map_)
    return f"{seen[:1].upper()}{seen[1:]}," if seen else "On this map"


def view_of(map_: Map) -> Iterator[Line]:
    """Say whose view of the map a page gives, if it is that of a position."""
    if (seer := seer_of(map_)) is not None:
        yield Line(view_told(map_), "Position.", seer.id)


def cut_short(prep: Preparation) -> Iterator[Line]:
    """Say that the search for what decides was not finished, if it was not."""
    if prep.decision.cut_by:
        more = "; --seconds allows more time" if "time" in prep.decision.cut_by else ""
        yield Line(f"The search for what decides was not finished, so that there may be more than is said{more}.")


def conditions(prep: Preparation) -> str:
    """Say under what the verdict holds: semantics and proof standard."""
    semantics = prep.decision.semantics
    if semantics in GRADUAL:
        return f"{semantics} semantics, by our convention that what has a degree above 0.5 stands"
    own = prep.map.claims[prep.map.thesis].standard
    told = f"{semantics} semantics, standard of proof: {prep.decision.standard or own or prep.map.standard}"
    return told if prep.map.weighing == "weakest-link" else f"{told}, weighed by the last link"


def claim_tag(prep: Preparation, name: str) -> str:
    """Give a claim's id with what a debater wants to know of it at once."""
    claim = prep.map.claims[name]
    return tagged(
        name,
        "unstated" if claim.implicit else "",
        claim.status or "",
        "double-edged" if len(prep.graph.sides(name)) > 1 else "",
    )


def untold_premises(prep: Preparation, name: str) -> tuple[str, ...]:
    """Give the premises that the title of an argument does not say: none where it is called by its only premise.

    None as well for a claim.
    """
    argument = prep.graph.arguments.get(name)
    if argument is None or (argument.title is None and len(argument.premises) == 1):
        return ()
    return prep.graph.premises(name)


def argument_tag(prep: Preparation, name: str, *words: str) -> str:
    """Give the id of an argument, or of a claim, with short words; and that of the only premise it is called by."""
    argument = prep.graph.arguments.get(name)
    if argument is None or untold_premises(prep, name):
        return tagged(name, *words)
    return tagged(name, *words, claim_tag(prep, argument.premises[0]))


def crux_words(weight: Weight) -> str:
    """Say whether something touches a crux, as short words of ours.

    >>> from coldwater.prep.material.preparation import Weight
    >>> crux_words(Weight(3, 1, 0.2)), crux_words(Weight(1, 4, 0.1)), crux_words(Weight(0, None, 0.0))
    ('crux', 'crux of 4', '')
    >>> crux_words(Weight(1, 4, 0.1, is_own=False))
    'against a crux of 4'
    """
    if weight.smallest is None:
        return ""
    crux = "crux" if weight.smallest == 1 else f"crux of {weight.smallest}"
    return crux if weight.is_own else f"against a {crux}"


def aim_of(prep: Preparation, name: str) -> str:
    """Say what an argument is for or against, as part of a sentence."""
    argument = prep.graph.arguments[name]
    if argument.target in prep.graph.claims:
        told = f"“{prep.title(prep.numbers[argument.target])}”"
        what = "the thesis" if argument.target == prep.map.thesis else told
        return f"{'against' if argument.supports is None else 'for'} {what}"
    step = Reader(prep.graph).step_in_short(argument.target, prep.map.thesis)
    return f"{'against' if argument.supports is None else 'in defence of'} {step}"


def sourced(prep: Preparation, name: str, depth: int) -> Iterator[Source]:
    """Give the citations of a claim or an argument as entries in short; who speaks in a source is told from it."""
    for citation in cites_of(prep, name):
        source = prep.map.sources.get(citation.source)
        who = "" if source is None else who_and_when(source)
        title = citation.source if source is None else source.title
        what = [None if source is None else source.qualifications, title, citation.locator]
        who, told = said_by(prep.holders, name, citation.source, (who, ", ".join(word for word in what if word)))
        entry = Source(who, told, quoted(citation), citation.source, depth, card_of(citation))
        yield noted(prep, entry, name, citation)

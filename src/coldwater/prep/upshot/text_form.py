"""What decides a verdict, for people: the verdict, what it hangs on, and what each side can do about it.

The sections answer the questions a debater asks, in the order in which they come up. Long lists are cut short and
counted; JSON holds all of them.
"""

from __future__ import annotations

from coldwater.prep.setting.paragraphs import Paragraphs
from coldwater.prep.upshot.figures_text import load_section, strength_section
from coldwater.prep.upshot.rank_words import rank_told, reason
from coldwater.prep.upshot.sides_text import answer_section, concession_section, line_section
from coldwater.prep.upshot.wording import LIMITS, MAKES, WOULD, Wording, sets_of
from coldwater.semantics.evaluation import GRADUAL
from coldwater.semantics.grounded import IN, OUT, UNDECIDED
from coldwater.semantics.labelling import PLAIN_WORDS, WORDS, Labelling
from coldwater.semantics.positions import view_told
from coldwater.semantics.resting import Resting
from coldwater.semantics.resting_words import points
from coldwater.semantics.standards import parameters_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coldwater.model.graph import Side
    from coldwater.prep.deciding.decision import Decision
    from coldwater.prep.deciding.ranking import Ranked
    from coldwater.semantics.resting_degrees import RestingDegree

    Section = Callable[[Wording], Iterator[str]]

_MARKS = {IN: "✓", OUT: "✗", UNDECIDED: "?"}
#: How many cruxes of one leaf and of more, and how many open claims are shown.
_SINGLES, _SETS, _OPEN = 8, 3, 8


def decision_text(
    decision: Decision, width: int, colour: bool, sentence: Callable[[str, str, Resting | None], str]
) -> str:
    """Give what decides a verdict as text, with a line end. ``width`` in columns.

    ``sentence`` says a verdict and its reason in words, as it does wherever verdicts are explained.
    """
    words = Wording(decision, Paragraphs(width, colour))
    resting = decision.resting
    parts = [list(_title(words)), list(_verdict(words, sentence, resting))]
    if resting is not None and (rests := list(_rests_on(words, resting))):
        parts.append([words.set.painted("What it rests on", "heading"), *rests])
    for heading, section in _SECTIONS:
        if lines := list(section(words)):
            parts.append([words.set.painted(heading, "heading"), *lines])
    parts.append(list(_conditions(words)))
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _title(words: Wording) -> Iterator[str]:
    yield from words.told(words.map.title, "")
    if told := view_told(words.map):
        yield from words.told(told, "")


def _verdict(
    words: Wording, sentence: Callable[[str, str, Resting | None], str], resting: Resting | RestingDegree | None
) -> Iterator[str]:
    inquiry, decision = words.inquiry, words.decision
    verdict = WORDS[inquiry.label]
    if inquiry.is_void:
        told = f"The thesis has no verdict: there is no {decision.semantics} labelling. Below it counts as undecided."
    elif isinstance(resting, Resting) and inquiry.oracle.is_grounded:
        labelling = Labelling(inquiry.framework, inquiry.oracle.labels)
        told = f"The thesis {sentence(*labelling.verdict(words.map.thesis), resting)}."
    else:
        does = f"{'is ' if inquiry.label == UNDECIDED else ''}{PLAIN_WORDS[verdict]}"
        told = f"The thesis {does} under {decision.semantics} semantics{_degree(decision)}."
    yield from words.set.wrapped(told, f"{_MARKS[inquiry.label]} ", verdict)
    yield from words.told(words.claim(inquiry.framework.thesis))
    for name, label, degree in decision.theses[1:]:
        does = f"{'is ' if label == UNDECIDED else ''}{PLAIN_WORDS[WORDS[label]]}"
        at = "" if degree is None else f" at {degree:.2f}"
        told = f"The thesis {name} {does}{at}; --thesis {name} says what decides that."
        yield from words.set.wrapped(told, f"{_MARKS[label]} ", WORDS[label])


def _rests_on(words: Wording, resting: Resting | RestingDegree) -> Iterator[str]:
    for about, told in points(resting):
        yield from words.told(f"{about[:1].upper()}{about[1:]}: {told}.")


def _degree(decision: Decision) -> str:
    if decision.semantics not in GRADUAL:
        return ""
    if decision.degree is None:
        return ": its degree never rests" if "time" not in decision.cut_by else ": its degree did not rest in time"
    return f": its degree is {decision.degree:.2f}"


def _conditions(words: Wording) -> Iterator[str]:
    """Say under what all of this holds."""
    semantics = words.decision.semantics
    if semantics in GRADUAL:
        convention = "By a convention of ours the thesis stands above 0.5, falls below, and is undecided at 0.5."
        yield from words.told(f"Semantics: {semantics}. {convention}", "")
    else:
        alpha, beta, gamma = parameters_of(words.map.proof)
        told = f"Semantics: {semantics}. Proof standard: {words.decision.standard or words.map.standard} (alpha "
        links = "" if words.map.weighing == "weakest-link" else " Arguments weigh by their last link."
        yield from words.told(f"{told}{alpha:g}, beta {beta:g}, gamma {gamma:g} for the stricter ones).{links}", "")
    yield from words.told("Cruxes and lines hold for the map as it is; a new argument may turn them.", "")
    if words.decision.cut_by:
        more = "; --seconds allows more time" if "time" in words.decision.cut_by else ""
        yield from words.told(f"A limit was reached, so there may be more than is said{more}.", "")


# --- cruxes -------------------------------------------------------------------------------------------------------


def _crux_section(words: Wording) -> Iterator[str]:
    if not words.inquiry.handles:
        yield from words.told("No claim that could be given up bears on the thesis.")
        return
    groups: dict[tuple[str, int, int], list[Ranked]] = {}
    for one in words.decision.ranking.found:
        groups.setdefault((rank_told(one), len(one.crux.handles), one.crux.label), []).append(one)
    for (told, size, label), group in groups.items():
        yield from _group(words, group, f"{told}. The thesis {WOULD[label]}", size)
    yield from _missing(words)
    yield from _searched(words)


def _group(words: Wording, group: Sequence[Ranked], told: str, size: int) -> Iterator[str]:
    """Set the cruxes of one rank and size that lead to one verdict."""
    count = len(group)
    if size == 1:
        which = "this" if count == 1 else "any one of these"
        yield from words.told(f"{told} if {which} were given up:")
        for one in group[:_SINGLES]:
            yield from words.either(one.crux.handles[0], "    • ")
            yield from _reason(words, one, "      ")
        yield from words.more(count - _SINGLES, "    ")
        return
    such = ", such as" if count > _SETS else ""
    which = f"these {size}" if count == 1 else f"one of {sets_of(count, size, 'claim')}"
    yield from words.told(f"{told} if {which} were given up{such}:")
    yield from _sets(words, group[:_SETS])


def _sets(words: Wording, group: Sequence[Ranked]) -> Iterator[str]:
    for number, ranked in enumerate(group, 1):
        lead = f"    {number}. " if len(group) > 1 else "    "
        for place, one in enumerate(ranked.crux.handles):
            yield from words.either(one, (lead if place == 0 else " " * len(lead)) + "• ")
        yield from _reason(words, ranked, " " * len(lead))


def _reason(words: Wording, one: Ranked, indent: str) -> Iterator[str]:
    """Say why a crux has its rank, where the rank alone does not."""
    if one.doubts:
        yield from words.told(f"({reason(words.map, one)})", indent)


def _missing(words: Wording) -> Iterator[str]:
    """Say what it would take for a side that gains by none of the cruxes found."""
    cruxes = words.decision.cruxes
    gaining = {crux.gainer for crux in cruxes.found}
    for side in words.inquiry.gainers():
        if side in gaining:
            continue
        larger = [one for one in words.decision.ranking.larger if one.crux.gainer == side]
        change = _change(words, side)
        if larger:
            which = f"these {len(larger[0].crux.handles)} together" if len(larger[0].crux.handles) > 1 else "this"
            if cruxes.complete_to:
                yield from words.told(f"No {_up_to(cruxes.complete_to)} {change}; {which} will:")
            else:
                yield from words.told(f"To give up {which} {change}:")
            yield from _sets(words, larger)
        elif side in cruxes.safe_from:
            yield from words.told(f"Nothing that could be given up {change}.")
        elif cruxes.complete_to:
            yield from words.told(f"No {_up_to(cruxes.complete_to)} {change}.")


def _change(words: Wording, side: Side) -> str:
    if words.inquiry.label == UNDECIDED:
        return MAKES[IN if side == "pro" else OUT]
    return "changes it"


def _searched(words: Wording) -> Iterator[str]:
    cruxes = words.decision.cruxes
    if cruxes.cut_by:
        asked = words.decision.most_size
        told = f"The limit of {LIMITS[cruxes.cut_by]} was reached: this is complete up to size {cruxes.complete_to}"
        yield from words.told(f"{told}, not {asked}.")
    elif cruxes.complete_to < len(words.inquiry.handles):
        yield from words.told(f"All sets of up to {cruxes.complete_to} were looked at.")


def _up_to(size: int) -> str:
    return "single claim" if size == 1 else f"set of up to {size} claims"


def _open_section(words: Wording) -> Iterator[str]:
    settlings = words.decision.settlings
    for one in settlings[:_OPEN]:
        told = f"{words.claim(one.leaf)}: if granted, the thesis {WOULD[one.if_granted]}; if rejected, it "
        yield from words.told(f"{told}{WOULD[one.if_rejected]}.", "  • ")
    yield from words.more(len(settlings) - _OPEN, "  ")


_SECTIONS: tuple[tuple[str, Section], ...] = (
    ("What the verdict hangs on", _crux_section),
    ("What is open", _open_section),
    ("Winning lines", line_section),
    ("Free concessions", concession_section),
    ("Fewest new answers", answer_section),
    ("Strengths", strength_section),
    ("How much hangs on each claim", load_section),
)

"""Key assumptions as a page: what turns the verdict if it goes, what to ask of it, and what need not be looked at."""

from __future__ import annotations

from coldwater.prep.pages.remainder import with_reasons
from coldwater.prep.pages.spoken import aim_of, conditions, cut_short, other_theses, seen_here, verdict_of, view_of
from coldwater.prep.setting.page import Heading, Item, Line, leading, tagged
from coldwater.prep.upshot.figures_text import changes, percent
from coldwater.prep.upshot.wording import WOULD, name_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from coldwater.model.graph import Side
    from coldwater.prep.material.assumptions import Assumption, Assumptions
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.setting.page import Part

#: How many assumptions of a kind are listed, and how many are named in one line; JSON holds all.
MOST, NAMED = 15, 12
_USES = 4  # how many arguments that rest on one are named
#: What to ask of a claim of some kind; "" of one whose kind is not said.
_ASK: Mapping[str, str] = {
    "fact": "Which source would show it, and is there one that says otherwise?",
    "forecast": "What would we see by now if it were not going to happen?",
    "value": "Who would weigh this otherwise, and why?",
    "policy": "Who would choose otherwise, and why?",
    "definition": "Who uses the word otherwise, and what would follow then?",
    "": "What would make it untrue, and would we notice?",
}
_ASK_UNSTATED = "Would those who argue so say it aloud?"
#: What to ask of each; our words for the questions of the technique.
QUESTIONS = (
    "Why is it believed, and how sure are we of it?",
    "What would make it untrue, and what would we see then?",
    "Was it true once, and is it still?",
    "Who would disagree, and on what ground?",
    "Is it solid, in need of a caveat, or unsupported?",
)


def assumptions_page(prep: Preparation, sides: Sequence[Side], found: Assumptions) -> Iterator[Part]:
    """Give the key assumptions of one side or of both; at the end stands what is not taken for granted, and why."""
    own = [
        prep.numbers[name]
        for name in prep.map.claims
        if name != prep.map.thesis and set(prep.graph.sides(name)) & set(sides)
    ]

    def why(node: int) -> str:
        if prep.cites(node):
            return "It has a source"
        return "There is an argument for it" if prep.graph.supporters(prep.names[node]) else "It is rejected"

    return with_reasons(prep, _assumptions(prep, sides, found), own, why)


def _assumptions(prep: Preparation, sides: Sequence[Side], found: Assumptions) -> Iterator[Part]:
    of = f" of {sides[0]}" if len(sides) == 1 else ""
    yield Heading(1, f"Key assumptions{of}: {prep.map.title}")
    yield Line(prep.map.claims[prep.map.thesis].text, "Thesis.", prep.map.thesis)
    yield Line(f"{seen_here(prep.map)} the thesis {verdict_of(prep.inquiry.label)} ({conditions(prep)}).", "Verdict.")
    yield from view_of(prep.map)
    yield from other_theses(prep)
    yield from cut_short(prep)
    yield Line(_counted(prep, sides, found), "Taken for granted.")
    if found.alone or found.together or found.others:
        yield Line(_share_explained(prep), "Percentages.")
    told = _Told(prep, is_both=len(sides) > 1)
    yield from _listed("Each by itself turns the verdict", found.alone, told.critical)
    yield from _listed("These turn it together with others", found.together, told.critical)
    if found.alone or found.together:
        yield Heading(2, "Ask of each")
        for question in QUESTIONS:
            yield Item(question)
    yield from _listed("In no known crux, but they bear on the verdict", found.others, told.bearing)
    yield from _rest(prep, found)


def _counted(prep: Preparation, sides: Sequence[Side], found: Assumptions) -> str:
    count = len(found.every)
    who = "The map takes" if len(sides) > 1 else f"{name_of(sides[0])} takes"
    if not count:
        own = any(
            side in prep.graph.sides(name) for side in sides for name in prep.map.claims if name != prep.map.thesis
        )
        why = "each has a source, or an argument for it" if own else "there is none on this map"
        return f"{who} no claim for granted: {why}."
    unstated = sum(bool(prep.map.claims[prep.names[one.claim]].implicit) for one in found.every)
    claims = "1 claim" if count == 1 else f"{count:,} claims"
    told = f"{who} {claims} for granted, without a source and without an argument"
    if unstated:
        which = "it is" if count == 1 else "all of them are" if unstated == count else f"{unstated:,} of them"
        told += f"; {which} unstated"
    critical = len(found.alone) + len(found.together)
    none = "" if critical else " None of them is known to turn the verdict."
    return f"{told}.{none}"


def _share_explained(prep: Preparation) -> str:
    loads = prep.decision.loads
    told = "In how many of all ways to keep or give up the other claims this one tips the verdict"
    if loads.cut_by:
        return f"{told}: it could not be worked out."
    error = max((one.error for one in loads.found), default=0.0)
    return f"{told}{f' (estimated, standard error {error:.1%} at most)' if loads.drawn else ''}."


def _listed(
    heading: str, found: Sequence[Assumption], entries: Callable[[Assumption], Iterator[Item]]
) -> Iterator[Part]:
    if found:
        yield Heading(2, f"{heading} ({len(found):,})")
        yield from leading((item for one in found for item in entries(one)), MOST)


class _Told:
    """The entries of the lists; where both sides are looked at, each says whose it is."""

    def __init__(self, prep: Preparation, is_both: bool) -> None:
        self.prep = prep
        self.is_both = is_both

    def head(self, one: Assumption) -> Item:
        """Give a claim with what an analyst wants to know of it at once."""
        name = self.prep.names[one.claim]
        claim = self.prep.map.claims[name]
        sides = sorted(self.prep.graph.sides(name), reverse=True)
        side = "double-edged" if len(sides) > 1 else "".join(sides) if self.is_both else ""
        tag = tagged(name, side, "unstated" if claim.implicit else "", claim.status or "", claim.kind or "")
        share = "" if one.load is None or one.load.share is None else percent(one.share)
        return Item(claim.text, share, tag)

    def bearing(self, one: Assumption) -> Iterator[Item]:
        """Tell a claim that is in no crux."""
        yield self.head(one)

    def critical(self, one: Assumption) -> Iterator[Item]:
        """Tell a claim that turns the verdict, and why."""
        prep, usual = self.prep, self.prep.inquiry.label
        yield self.head(one)
        yield self.without(one)
        uses = [prep.numbers[use] for use in prep.graph.uses(prep.names[one.claim])]
        for use in uses[:_USES]:
            yield Item(f"{prep.title(use)}: {aim_of(prep, prep.names[use])}", "Carries:", prep.names[use], 1)
        if len(uses) > _USES:
            yield Item(f"{len(uses) - _USES:,} more arguments", "Carries:", "", 1)
        for tip in one.thresholds:
            told = f"{tip.strength:g}; {changes(tip, usual)}."
            yield Item(told, f"Strength of {prep.names[tip.argument]}:", "", 1)
        if one.credence is not None:
            yield Item(f"{one.credence.strength:g}; {changes(one.credence, usual)}.", "Credence:", "", 1)
        yield Item(self.question(one), "Ask:", "", 1)

    def without(self, one: Assumption) -> Item:
        """Say what becomes of the thesis without it, and what must go as well."""
        if one.without is not None and one.without != self.prep.inquiry.label:
            return Item(f"the thesis {WOULD[one.without]}.", "Without it:", "", 1)
        crux = one.crux
        assert crux is not None
        rest = [handles.first for handles in crux.handles if one.claim not in handles.leaves]
        which = "this goes" if len(rest) == 1 else f"these {len(rest)} go"
        more = f" ({one.cruxes - 1:,} other {'set' if one.cruxes == 2 else 'sets'} would do)" if one.cruxes > 1 else ""
        ids = tagged(*(self.prep.names[leaf] for leaf in rest))
        return Item(f"the thesis {WOULD[crux.label]} if {which} as well{more}:", "Without it:", ids, 1)

    def question(self, one: Assumption) -> str:
        """Give what to ask first."""
        claim = self.prep.map.claims[self.prep.names[one.claim]]
        return _ASK_UNSTATED if claim.implicit and claim.kind is None else _ASK[claim.kind or ""]


def _rest(prep: Preparation, found: Assumptions) -> Iterator[Part]:
    """Sum up what need not be looked at, in a line for each reason."""
    sampled = "never changed the verdict in the sample that was drawn" if found.is_sampled else (
        "cannot change the verdict, whatever else is given up"
    )  # fmt: skip
    for group, what in (
        (found.idle, sampled),
        (found.fallen, "already fell to an argument"),
        (found.elsewhere, "can bear on rivals of the thesis only"),
    ):
        if group:
            more = f" and {len(group) - NAMED:,} more" if len(group) > NAMED else ""
            ids = tagged(*(prep.names[one.claim] for one in group[:NAMED]))
            yield Line(f"{len(group):,} {what}{f' ({NAMED} of them named here)' if more else ''}:", "The rest.", ids)

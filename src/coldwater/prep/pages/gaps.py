"""Gaps as a page: what to answer first, what else is open, and what of one's own has no ground yet."""

from __future__ import annotations

from coldwater.prep.material.contentions import contentions
from coldwater.prep.material.rounds import NONE
from coldwater.prep.pages.crux_legend import with_cruxes_explained
from coldwater.prep.pages.remainder import with_reasons
from coldwater.prep.pages.rounds_told import open_parts, tried_parts
from coldwater.prep.pages.spoken import (
    aim_of,
    argument_tag,
    claim_tag,
    crux_words,
    opening,
    untold_premises,
    verdict_of,
)
from coldwater.prep.setting.page import Heading, Item, Line, leading, tagged
from coldwater.prep.upshot.wording import TO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.prep.deciding.research import Need
    from coldwater.prep.material.gaps import Gap, Gaps, Unsourced
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.material.rounds import Rounds
    from coldwater.prep.setting.page import Part

#: How many arguments and claims of a kind are listed; JSON holds all.
MOST = 20
_BEHIND = 6  # how many arguments behind another are named


def gaps_page(prep: Preparation, gaps: Gaps, rounds: Rounds = NONE) -> Iterator[Part]:
    """Give the gaps of a side; what came up in ``rounds`` without an answer comes first.

    At the end stands what is no gap, and why: arguments of the other side, and the side's own claims.
    """
    states = {one.argument: one.state for one in prep.opposing}
    own = _own_claims(prep)

    def why(node: int) -> str:
        return _no_gap(prep, node, states.get(node))

    return with_reasons(prep, with_cruxes_explained(_gaps(prep, gaps, rounds)), (*states, *own), why)


def _own_claims(prep: Preparation) -> Iterator[int]:
    for name in prep.map.claims:
        if name != prep.map.thesis and prep.side in prep.graph.sides(name):
            yield prep.numbers[name]


def _no_gap(prep: Preparation, node: int, state: str | None) -> str:
    """Say why something is no gap."""
    if state is not None:
        if node in prep.live_answers:
            return f"Of {prep.other}, and ours as well"
        return {"answered": f"Of {prep.other}, answered"}.get(state, f"Of {prep.other}, falls by itself")
    return "Ours, with a source" if prep.cites(node) else "Ours, with an argument for it"


def _gaps(prep: Preparation, gaps: Gaps, rounds: Rounds) -> Iterator[Part]:
    yield Heading(1, f"Gaps of {prep.side}: {prep.map.title}")
    yield from opening(prep)
    yield from open_parts(prep, rounds)
    if not prep.opposing:
        yield Line(f"There is no {prep.other} argument on this map, so there is nothing to answer yet.")
    elif not (gaps.unanswered or gaps.beaten or gaps.contested):
        yield Line(f"Every {prep.other} argument falls: there is nothing to answer.")
    yield from _first(prep, gaps)
    if gaps.contraries:
        yield Heading(
            2, f"What {prep.other} puts in the place of the thesis, and nothing answers ({len(gaps.contraries):,})"
        )
        yield from (Item(prep.map.claims[prep.names[node]].text, "", prep.names[node]) for node in gaps.contraries)
    live = [gap for gap in gaps.unanswered if gap.is_live]
    yield from _arguments(prep, f"Unanswered {prep.other} arguments", live)
    yield from _arguments(prep, f"Answered, but {prep.other} still holds them", gaps.beaten)
    yield from _arguments(prep, "Contested: nobody has the better of it yet", gaps.contested)
    lost = [gap for gap in gaps.unanswered if not gap.is_live]
    yield from _arguments(prep, "Unanswered, but what they serve falls already", lost)
    yield from _claims(prep, f"{prep.side.capitalize()} claims without a source", gaps.unsourced)
    yield from _claims(prep, f"Unstated {prep.side} premises that nothing defends", gaps.unstated)
    yield from tried_parts(prep, rounds)


def _first(prep: Preparation, gaps: Gaps) -> Iterator[Part]:
    """Say which answers would turn the verdict."""
    told: set[Need] = set()
    for research in gaps.needs:
        if not research.found:
            if research.is_hopeless and prep.opposing:
                yield Line(f"No answers alone would be enough {_aim(prep)}.", "What would turn it.")
            continue
        fewest = [need for need in research.found if len(need.arguments) == len(research.found[0].arguments)]
        for label in dict.fromkeys(need.label for need in fewest):
            choices = [need for need in fewest if need.label == label]
            if not told.issuperset(choices):
                yield from _choice(prep, choices)
        told.update(fewest)


def _choice(prep: Preparation, choices: Sequence[Need]) -> Iterator[Part]:
    """Set the first of several sets of answers that each lead to the same verdict; the others are counted."""
    need, others = choices[0], len(choices) - 1
    size = len(need.arguments)
    which = "this argument" if size == 1 else f"all of these {size} arguments"
    more = f" ({others:,} other {'choice' if others == 1 else 'choices'} would do as well)" if others else ""
    yield Heading(2, f"{TO[need.label].replace('it', 'the thesis', 1).capitalize()}, answer {which}{more}")
    for node in need.arguments:
        yield Item(prep.title(node), "", prep.names[node])


def _aim(prep: Preparation) -> str:
    return "to make the thesis stand" if prep.side == "pro" else "to make the thesis fall"


def _arguments(prep: Preparation, heading: str, gaps: Sequence[Gap]) -> Iterator[Part]:
    """List arguments; those that only support a premise of another in the list are named below that one."""
    if not gaps:
        return
    by_node = {gap.standing.argument: gap for gap in gaps}
    lines = contentions(prep, list(by_node))
    behind = len(gaps) - len(lines)
    yield Heading(2, f"{heading} ({len(lines):,}{f', and {behind:,} behind them' if behind else ''})")
    yield from leading((item for one in lines for item in _argument(prep, by_node[one.head], one.behind)), MOST)


def _argument(prep: Preparation, gap: Gap, behind: Sequence[int]) -> Iterator[Item]:
    name = prep.names[gap.standing.argument]
    lead = f"{prep.title(gap.standing.argument)}:"
    yield Item(aim_of(prep, name), lead, argument_tag(prep, name, crux_words(gap.weight)))
    for premise in untold_premises(prep, name):
        yield Item(prep.map.claims[premise].text, "", claim_tag(prep, premise), 1)
    for answer in gap.standing.answers:
        lead = f"Answer (it {verdict_of(answer.label)}):"
        yield Item(prep.title(answer.node), lead, prep.names[answer.node], 1)
    if behind:
        titles = ", ".join(f"“{prep.title(node)}”" for node in behind[:_BEHIND])
        more = f" and {len(behind) - _BEHIND:,} more" if len(behind) > _BEHIND else ""
        yield Item(titles + more, "Behind it:", tagged(*(prep.names[node] for node in behind[:_BEHIND])), 1)


def _claims(prep: Preparation, heading: str, claims: Sequence[Unsourced]) -> Iterator[Part]:
    if not claims:
        return
    yield Heading(2, f"{heading} ({len(claims):,})")
    items = []
    for one in claims:
        name = prep.names[one.claim]
        kind = prep.map.claims[name].kind or ""
        tag = tagged(name, kind, crux_words(one.weight))
        items.append(Item(prep.map.claims[name].text, "", tag))
    yield from leading(items, MOST)

"""A brief as a page, in the order in which it is needed: what decides, both cases, what may go, the evidence."""

from __future__ import annotations

from functools import partial

from coldwater.listing import listed
from coldwater.prep.pages.crux_legend import with_cruxes_explained
from coldwater.prep.pages.evidence import evidence_parts
from coldwater.prep.pages.notes import notes_parts
from coldwater.prep.pages.remainder import with_remainder
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
from coldwater.prep.upshot.figures_text import loaded_all_the_same, percent
from coldwater.prep.upshot.rank_words import rank_told, reason
from coldwater.prep.upshot.wording import WOULD
from coldwater.semantics.grounded import IN
from coldwater.semantics.resting_words import points

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.prep.deciding.cruxes import Crux
    from coldwater.prep.material.blocks import Block, Reply
    from coldwater.prep.material.brief import Brief
    from coldwater.prep.material.contentions import Contention
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.setting.page import Part, Picture

#: How many contentions, concessions and turns are on the page; JSON holds all.
MOST = 12
#: How many arguments deep a case is laid out, and how many of one crux are told.
_LEVELS, _PARTS = 2, 6
#: How many voting issues, claims of one and concessions are on a brief of one page.
_SHORT = 3


def brief_page(
    prep: Preparation, brief: Brief, picture: Picture | None = None, *, notes: bool = True
) -> Iterator[Part]:
    """Give the brief of a side; with a picture of both sides it begins with that.

    With ``notes``, also what the map says for one's own eyes.
    """
    page = with_cruxes_explained(_brief(prep, brief, picture))
    yield from with_remainder(prep, page, "Further behind what is here")
    if notes:
        yield from notes_parts(prep)


def brief_on_one_page(prep: Preparation, brief: Brief, picture: Picture | None = None) -> Iterator[Part]:
    """Give of a brief what is looked at in a round: how it stands, both sides, the voting issues, what may go.

    Without a picture the sides are lists of their arguments.
    """
    yield from (part for part in _begun(prep, picture) if not isinstance(part, Line) or part.lead != "Positions.")
    if picture is None:
        yield Heading(2, "Our case")
        yield from leading(_titled(prep, brief.case), _PARTS)
        yield Heading(2, f"What {prep.other} will say")
        yield from leading(_titled(prep, brief.file.contentions), _PARTS)
    if brief.issues:
        yield Heading(2, "Voting issues")
    for crux in brief.issues[:_SHORT]:
        question, *rest = _issue(prep, crux)
        claims = [one for one in rest if one.depth == 1 and one.tag][: _SHORT - 1]
        more = max(len(crux.handles), *(len(one.leaves) for one in crux.handles if len(crux.handles) == 1), 0) - len(
            claims
        )
        yield from (question, *claims)
        if more:
            yield Item(f"and {more:,} more, in the brief", "", "", 1)
    if len(brief.issues) > _SHORT:
        yield Item(f"and {len(brief.issues) - _SHORT:,} more, in the brief")
    if brief.concessions:
        yield Heading(2, "What may be given up")
        named = [Item(prep.map.claims[prep.names[one]].text, "", prep.names[one]) for one in brief.concessions]
        yield from leading(iter(named), _SHORT)


def _titled(prep: Preparation, case: Sequence[Contention]) -> Iterator[Item]:
    yield from (Item(prep.title(one.head), "", prep.names[one.head]) for one in case)


def _begun(prep: Preparation, picture: Picture | None) -> Iterator[Part]:
    yield Heading(1, f"Brief for {prep.side}: {prep.map.title}")
    yield from opening(prep, tells_holders=True)
    if picture is not None:
        yield picture


def _brief(prep: Preparation, brief: Brief, picture: Picture | None) -> Iterator[Part]:
    yield from _begun(prep, picture)
    yield from _resting(prep)
    yield from _issues(prep, brief)
    yield from _case(prep, brief)
    yield from _opposition(prep, brief)
    yield from _concessions(prep, brief)
    yield from _turns(prep, brief)
    yield from evidence_parts(prep, brief)


def _resting(prep: Preparation) -> Iterator[Part]:
    """Say what the verdict rests on, so that neither side takes it for more than it is."""
    resting = prep.decision.resting
    told = [] if resting is None else list(points(resting))
    if told:
        yield Heading(2, "What the verdict rests on")
    for about, words in told:
        yield Item(f"{words}.", f"{about[:1].upper()}{about[1:]}:", names_ids=True)


# --- voting issues ------------------------------------------------------------------------------------------------


def _issues(prep: Preparation, brief: Brief) -> Iterator[Part]:
    if brief.issues:
        yield Heading(2, "Voting issues")
    for crux in brief.issues:
        yield from _issue(prep, crux)


def _issue(prep: Preparation, crux: Crux) -> Iterator[Item]:
    """Put a crux as a question. Of claims that act alike each is asked about: any one will do."""
    ours = "Press it" if crux.gainer == prep.side else "Defend it"
    alone = len(crux.handles) == 1
    which = "Does this hold?" if alone else f"Does at least one of these {len(crux.handles)} hold?"
    fails = "if not"
    if alone and len(crux.handles[0].leaves) > 1:
        which, fails = "Do all of these hold?", "if one of them fails"
    yield Item(f"{ours}: {fails}, the thesis {WOULD[crux.label]}.", which)
    for one in crux.handles[:_PARTS]:
        leaves = [prep.names[leaf] for leaf in one.leaves]
        for number, leaf in enumerate(leaves):
            goes_with = number > 0 and not alone
            lead = "together with:" if goes_with else ""
            yield Item(prep.map.claims[leaf].text, lead, claim_tag(prep, leaf), 2 if goes_with else 1)
    if len(crux.handles) > _PARTS:
        yield Item(f"and {len(crux.handles) - _PARTS:,} more", "", "", 1)
    ranked = prep.ranks[crux]
    if ranked.doubts:
        yield Item(f"{reason(prep.map, ranked, partial(_in_words, prep))}.", f"{rank_told(ranked)}.", "", 1)


def _in_words(prep: Preparation, name: str) -> str:
    return f"“{prep.title(prep.numbers[name])}”"


# --- the case -----------------------------------------------------------------------------------------------------


def _case(prep: Preparation, brief: Brief) -> Iterator[Part]:
    yield Heading(2, "Our case")
    if not (brief.case or brief.contraries):
        yield Line(f"No argument on this map speaks {'for' if prep.side == 'pro' else 'against'} the thesis itself.")
    for contrary in brief.contraries:
        yield Item(prep.map.claims[prep.names[contrary]].text, "Against the thesis:", prep.names[contrary])
    if any(prep.weight(one.head).load for one in brief.case):
        yield Line("Load says in how many of all cases the weightiest claim of an argument tips the verdict.")
    for number, contention in enumerate(brief.case[:MOST], 1):
        yield from _contention(prep, contention, number)
    if len(brief.case) > MOST:
        yield Line(f"And {len(brief.case) - MOST:,} more lines of argument.")


def _contention(prep: Preparation, contention: Contention, number: int) -> Iterator[Part]:
    weight = prep.weight(contention.head)
    name = prep.names[contention.head]
    yield Heading(3, f"{number}. {prep.title(contention.head)}", tagged(name, crux_words(weight)))
    verdict = verdict_of(prep.labels[contention.head])
    told = [_because(prep, contention.head), f"Load {percent(weight.load)}." if weight.load else ""]
    yield Line(" ".join(word for word in told if word), f"It {verdict}.")
    yield from _outline(prep, contention)


def _outline(prep: Preparation, contention: Contention) -> Iterator[Item]:
    """Lay out the premises of a contention, below each what supports it, some levels deep; the rest is counted.

    An argument that is called by its only premise is told in one entry with it.
    """
    left = set(contention.behind)
    # By what is told: how many arguments lie between it and the contention, and how far it is set in.
    waiting = [(prep.numbers[one], 0, 0) for one in reversed(prep.graph.premises(prep.names[contention.head]))]
    while waiting:
        node, level, depth = waiting.pop()
        name = prep.names[node]
        premise = name if name in prep.graph.claims else None
        if premise is not None:
            yield Item(prep.map.claims[name].text, "", claim_tag(prep, name), depth, is_read=True)
        else:
            told = untold_premises(prep, name)
            fate = "" if prep.labels[node] == IN else f" (it {verdict_of(prep.labels[node])})"
            yield Item(prep.title(node), f"Because{fate}:", argument_tag(prep, name), depth, is_read=not told)
            waiting += [(prep.numbers[one], level, depth + 1) for one in reversed(told)]
            premise = None if told else prep.graph.premises(name)[0]
        if premise is not None and level < _LEVELS:
            below = [one for one in map(prep.numbers.__getitem__, prep.graph.supporters(premise)) if one in left]
            left.difference_update(below)
            waiting += [(one, level + 1, depth + 1) for one in sorted(below, key=prep.standing_rank, reverse=True)]
    if left:
        yield Item(f"{len(left):,} further {'argument' if len(left) == 1 else 'arguments'} behind these.")


def _because(prep: Preparation, node: int) -> str:
    """Say what brings an argument down, or in doubt: the answers of the other side that stand or are undecided."""
    if prep.labels[node] == IN:
        return ""
    from coldwater.prep.deciding.answers import standing  # noqa: PLC0415 - only where something does not stand

    found = [one for one in standing(prep.inquiry, node).answers if one.label == prep.labels_against(node)]
    titles = listed([f"“{prep.title(one.node)}”" for one in found[:_PARTS]])
    return f"{titles} {'speaks' if len(found) == 1 else 'speak'} against it." if found else ""


# --- the other side -----------------------------------------------------------------------------------------------


def _opposition(prep: Preparation, brief: Brief) -> Iterator[Part]:
    yield Heading(2, f"What {prep.other} will say")
    if not brief.file.blocks:
        yield Line(f"There is no {prep.other} argument on this map.")
    yield from leading(_every_said(prep, brief), MOST)


def _every_said(prep: Preparation, brief: Brief) -> Iterator[Item]:
    """Tell each contention; what several of them are to be weighed against is said in full the first time."""
    weighed: set[tuple[int, ...]] = set()
    for one in brief.file.contentions:
        yield from _said(prep, brief, one, weighed)


def _said(prep: Preparation, brief: Brief, contention: Contention, weighed: set[tuple[int, ...]]) -> Iterator[Item]:
    block = brief.file.blocks[contention.head]
    name = prep.names[contention.head]
    lead = f"{prep.title(contention.head)}:"
    yield Item(aim_of(prep, name), lead, argument_tag(prep, name, crux_words(block.weight)))
    for premise in untold_premises(prep, name):
        yield Item(prep.map.claims[premise].text, "", claim_tag(prep, premise), 1)
    for reply in block.replies[:_PARTS]:
        yield from _reply(prep, reply)
    behind = list(_behind(prep, brief, contention))
    yield from behind
    if block.is_empty:
        told_before = block.outweighed_by in weighed
        weighed.add(block.outweighed_by)
        yield Item(
            _instead(prep, block, told_before=told_before),
            f"No {'direct ' if behind else ''}answer on this map.",
            "",
            1,
        )
        if block.is_live and block.questions:
            asked = block.questions[0]
            yield Item(asked.text, "Ask:", asked.read_out.quote or "", 1)


def _reply(prep: Preparation, reply: Reply) -> Iterator[Item]:
    name = prep.names[reply.answer.node]
    more = untold_premises(prep, name)
    lead = f"We answer (it {verdict_of(reply.answer.label)}):"
    yield Item(prep.title(reply.answer.node), lead, argument_tag(prep, name), 1, is_read=not more)
    for premise in more:
        yield Item(prep.map.claims[premise].text, "", claim_tag(prep, premise), 2, is_read=True)


def _behind(prep: Preparation, brief: Brief, contention: Contention) -> Iterator[Item]:
    """Name the answers to what holds an argument up."""
    for node in contention.behind:
        for reply in brief.file.blocks[node].replies:
            if reply.answer.label == IN:
                told = f"“{prep.title(reply.answer.node)}” answers “{prep.title(node)}”, on which it rests."
                yield Item(told, "Behind it:", tagged(prep.names[reply.answer.node], prep.names[node]), 1)


def _instead(prep: Preparation, block: Block, *, told_before: bool) -> str:
    if not block.outweighed_by:
        return "" if block.is_live else "What it serves falls already."
    if told_before and len(block.outweighed_by) > 1:
        return "Weigh it as said above."
    titles = listed([f"“{prep.title(node)}”" for node in block.outweighed_by[:_PARTS]])
    return f"Weigh it against {titles}."


# --- what may go, what turns, what it rests on --------------------------------------------------------------------


def _concessions(prep: Preparation, brief: Brief) -> Iterator[Part]:
    sure = "" if brief.is_certain else ", as far as cruxes and lines were looked for"
    if brief.concessions:
        yield Heading(2, "Concessions that cost nothing")
        yield Line(f"The verdict stays as it is even if all of these are given up at once{sure}.")
        yield from leading(_given_up(prep, brief.concessions), MOST)
        shares = {prep.names[one]: prep.weight(one).load for one in brief.concessions}
        heavy = sorted((item for item in shares.items() if item[1]), key=lambda item: -item[1])
        if told := loaded_all_the_same({_in_words(prep, name): share for name, share in heavy}):
            yield Line(told)
    if brief.kept:
        yield Heading(2, "Keep, though nothing hangs on it yet")
        yield Line(f"The verdict stays as it is without these{sure}, but to turn it would then take more answers.")
        yield from leading(_given_up(prep, brief.kept), MOST)


def _given_up(prep: Preparation, claims: Sequence[int]) -> Iterator[Item]:
    for one in claims:
        yield Item(prep.map.claims[prep.names[one]].text, "", claim_tag(prep, prep.names[one]))


def _turns(prep: Preparation, brief: Brief) -> Iterator[Part]:
    if not brief.turns:
        return
    yield Heading(2, "Turns: claims that cut both ways")
    items = []
    for turn in brief.turns:
        name = prep.names[turn.claim]
        items.append(Item(prep.map.claims[name].text, "", claim_tag(prep, name)))
        for lead, uses in (("For us in:", turn.ours), ("Against us in:", turn.theirs)):
            if uses:
                titles = ", ".join(f"“{prep.title(node)}”" for node in uses[:_PARTS])
                items.append(Item(titles, lead, tagged(*(prep.names[node] for node in uses[:_PARTS])), 1))
    yield from leading(items, MOST)

"""Blocks as a page: a heading for each contention of the other side, below it its blocks, in these their answers.

The four levels of headings are those that debaters file by: page (pocket), contention (hat), block, and answer (tag).
"""

from __future__ import annotations

from coldwater.listing import listed
from coldwater.prep.material.cross_examination import is_stock
from coldwater.prep.pages.citing import Citing
from coldwater.prep.pages.crux_legend import with_cruxes_explained
from coldwater.prep.pages.held import held_by, held_by_others
from coldwater.prep.pages.notes import notes_parts
from coldwater.prep.pages.questions import grouped
from coldwater.prep.pages.remainder import with_remainder
from coldwater.prep.pages.spoken import (
    STATES,
    aim_of,
    argument_tag,
    claim_tag,
    crux_words,
    opening,
    untold_premises,
    verdict_of,
)
from coldwater.prep.setting.page import Heading, Item, Line, tagged
from coldwater.records import NamedTuple
from coldwater.semantics.grounded import OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.prep.deciding.answers import Answer
    from coldwater.prep.material.blocks import Block, Countered, File, Reply
    from coldwater.prep.material.contentions import Contention
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.setting.page import Part

#: How many arguments are on the page, and how many questions and rebuttals are in a block; JSON holds all.
MOST, _QUESTIONS, _REBUTTALS = 80, 3, 6


class _Told(NamedTuple):
    """What stands on the page already: questions, sources, and the argument to which answers are given in full.

    Answers go by the premises of the argument and what answers it: where both are the same, so is all there is to say.
    """

    asked: set[str]
    answered: dict[tuple[frozenset[str], tuple[int, ...]], int]
    citing: Citing


def blocks_page(prep: Preparation, file: File) -> Iterator[Part]:
    """Give the block file of a side, with all that is meant for its own eyes."""
    page = with_cruxes_explained(_blocks(prep, file))
    yield from with_remainder(prep, page, "Our own case, which answers none of their arguments")
    yield from notes_parts(prep)


def _blocks(prep: Preparation, file: File) -> Iterator[Part]:
    yield Heading(1, f"Blocks of {prep.side}: {prep.map.title}")
    yield from opening(prep, tells_holders=True)
    if not (file.blocks or file.countered):
        yield Line(f"There is no {prep.other} argument on this map to block.")
        return
    live = [block for block in file.blocks.values() if block.is_live]
    if empty := sum(block.is_empty for block in live):
        yield Line(_to_do(len(live), empty), "To do.")
    before = _Told(set(), {}, Citing(prep))
    for countered in file.countered:
        yield from _countered(prep, countered, before)
    left = MOST
    for contention in file.contentions:
        nodes = [contention.head, *contention.behind][:left]
        if nodes:
            yield from _contention(prep, file, contention, nodes, before)
        left -= len(nodes)
    if len(file.blocks) > MOST:
        yield Line(f"And {len(file.blocks) - MOST:,} more arguments, which the page leaves out.")


def _countered(prep: Preparation, one: Countered, told: _Told) -> Iterator[Part]:
    """Set what is answered to a claim that they put in the place of the thesis."""
    name = prep.names[one.claim]
    yield Heading(2, f"Against “{prep.title(one.claim)}”")
    # What falls without an answer falls with what is for it.
    behind = [] if one.replies or prep.labels[one.claim] != OUT else prep.graph.supporters(name)
    yield Heading(3, prep.title(one.claim), tagged(name, "" if one.replies or behind else "no answer"))
    yield Line("It cannot hold together with the thesis.", "They argue.")
    yield from told.citing.sources(name, 0)
    for number, reply in enumerate(one.replies, 1):
        yield from _reply(prep, reply, number, told.citing, "Against it")
    if behind:
        titles = listed([f"“{prep.title(prep.numbers[each])}”" for each in behind])
        yield Line(f"What is for it falls: {titles}, in a block below.", "No answer needed.", tagged(*behind))
    elif not one.replies:
        yield Heading(4, "No answer on this map")


def _to_do(live: int, empty: int) -> str:
    """Say how many of the arguments that still count have no answer.

    >>> _to_do(1, 1)
    'The one argument that still bears on the matter has no answer on this map yet; it is marked.'
    """
    if live == 1:
        return "The one argument that still bears on the matter has no answer on this map yet; it is marked."
    of, marked = f"{live:,} arguments that still bear on the matter", "it is marked" if empty == 1 else "each is marked"
    if empty == live:
        return f"None of the {of} has an answer on this map yet; {marked}."
    return f"Of the {of} {empty:,} {'has' if empty == 1 else 'have'} no answer on this map yet; {marked}."


def _contention(prep: Preparation, file: File, contention: Contention, nodes: list[int], told: _Told) -> Iterator[Part]:
    head = file.blocks[contention.head]
    lost = "" if head.is_live else ", which falls already"
    yield Heading(2, f"Against “{prep.title(contention.head)}”{lost}")
    full = [node for node in nodes if node == contention.head or _needs_room(file.blocks[node])]
    for node in full:
        yield from _block(prep, file.blocks[node], told)
    bare = [node for node in nodes if node not in full]
    if bare:
        yield Heading(3, f"Behind it, without an answer on this map ({len(bare):,})")
    for node in bare:
        yield from _bare(prep, file.blocks[node], told.citing)


def _needs_room(block: Block) -> bool:
    """Tell whether there is something to say to an argument, or has to be; the others are only listed."""
    return not block.is_empty or block.weight.smallest is not None


def _bare(prep: Preparation, block: Block, citing: Citing) -> Iterator[Part]:
    """List an argument with its premises; of the questions, one that its scheme raises: what fits any is no help."""
    node = block.standing.argument
    name = prep.names[node]
    title, tag = prep.title(node), tagged(name, "no answer")
    premises = prep.graph.premises(name)
    claim = prep.map.claims[premises[0]]
    if len(premises) == 1 and not prep.graph.arguments[name].cites:
        lead = f"{title}:" if title != prep.title(prep.numbers[premises[0]]) else ""
        yield Item(claim.text, lead, tagged(tag, claim_tag(prep, premises[0])))
        yield from citing.sources(premises[0], 1)
        yield from held_by_others(prep.holders, premises[0], 1)
    else:
        yield Item("", f"{title}:", tag)
        yield from _premises(prep, name, citing, 1)
    special = [one for one in block.questions if one.scheme]
    for one in special[:1]:
        yield Item(one.text, "Ask:", one.read_out.quote or "", 1)


def _block(prep: Preparation, block: Block, told: _Told) -> Iterator[Part]:
    node = block.standing.argument
    name = prep.names[node]
    yield Heading(3, prep.title(node), tagged(name, crux_words(block.weight), "no answer" if block.is_empty else ""))
    aim = aim_of(prep, name)
    yield Line(f"{aim[:1].upper()}{aim[1:]}; {STATES[block.standing.state]}.", "They argue.")
    yield from _premises(prep, name, told.citing)
    answers = (frozenset(prep.graph.premises(name)), tuple(one.answer.node for one in block.replies))
    first = told.answered.setdefault(answers, node)
    if first == node or block.is_empty:
        for number, reply in enumerate(block.replies, 1):
            yield from _reply(prep, reply, number, told.citing)
        yield from left_out(block.more, "answers", 0)
    else:
        yield Heading(4, f"Answers: as to “{prep.title(first)}” above", prep.names[first])
        yield Line("Both rest on the same premises.")
    if block.is_empty:
        yield Heading(4, "No answer on this map")
        yield _weak_spots(prep, name)
        if block.outweighed_by:
            yield Line(f"{_rebuttals(prep, block)}.", "Weigh it against", _rebuttal_ids(prep, block))
    useful = [one for one in block.questions if block.is_empty or one.scheme or one.hits != "conclusion"]
    new = [one for one in useful if one.text not in told.asked and not is_stock(one, block.weight)][:_QUESTIONS]
    told.asked.update(one.text for one in new)
    if new:
        yield Heading(4, "Questions to ask")
    yield from grouped(new)


def _weak_spots(prep: Preparation, name: str) -> Line:
    """Say where an argument that nothing answers is open to attack: its premises without ground, or else its step."""
    bare = [
        one
        for one in prep.graph.premises(name)
        if not (prep.map.claims[one].cites or prep.graph.supporters(one) or prep.graph.arguments[name].cites)
    ]
    if not bare:
        return Line("Each premise has a source or an argument behind it: test these, or attack the step.", "To attack.")
    titles = listed([f"“{prep.title(prep.numbers[one])}”" for one in bare])
    have, them = ("has", "it") if len(bare) == 1 else ("have", "them")
    return Line(f"{titles} {have} neither a source nor an argument behind {them}.", "To attack.")


def _rebuttals(prep: Preparation, block: Block) -> str:
    titles = [f"“{prep.title(node)}”" for node in block.outweighed_by[:_REBUTTALS]]
    more = len(block.outweighed_by) - len(titles)
    return listed([*titles, f"{more:,} more"] if more else titles)


def _rebuttal_ids(prep: Preparation, block: Block) -> str:
    return tagged(*(prep.names[node] for node in block.outweighed_by[:_REBUTTALS]))


def _reply(prep: Preparation, reply: Reply, number: int, citing: Citing, does: str = "") -> Iterator[Part]:
    """Set an answer: what it does, its grounds, then what they will say to it and what comes then."""
    answer = reply.answer
    name = prep.names[answer.node]
    does = does or _does(prep, answer)
    yield Heading(4, f"Answer {number}: {prep.title(answer.node)}", name)
    verdict = verdict_of(answer.label)
    yield Line(f"It {verdict}. {does}.", "We answer.", "", verdict)
    if name in prep.graph.arguments:
        yield from _premises(prep, name, citing, is_read=True)
    else:
        yield from citing.sources(name, 0)
        yield from held_by_others(prep.holders, name, 0)
    for frontline in reply.frontlines:
        objection = frontline.objection
        lead = f"They will say ({_mark(objection)}):"
        yield from _told(prep, objection, lead, 0)
        for then in frontline.replies:
            yield from _told(prep, then, f"Then ({_mark(then)}):", 1, is_read=True)
        yield from left_out(frontline.more, "replies", 1)
        if not frontline.replies:
            yield Item("nothing on this map answers that.", "Then:", "", 1)
    yield from left_out(reply.more, "objections", 0)


def left_out(more: int, what: str, depth: int) -> Iterator[Item]:
    """Say how many answers, objections or replies are left out, since there would be too many in all."""
    if more:
        yield Item(f"{more:,}, left out here.", f"More {what}:", "", depth)


def _mark(answer: Answer) -> str:
    return f"it {verdict_of(answer.label)}"


def _does(prep: Preparation, answer: Answer) -> str:
    if answer.premise is None:
        return "Against the step: the premises may hold, but the conclusion does not follow"
    premise = prep.title(answer.premise)
    does = "Cannot hold together with" if answer.kind == "contradicts-premise" else "Against the premise"
    return f"{does} “{premise}”"


def _told(prep: Preparation, answer: Answer, lead: str, depth: int, is_read: bool = False) -> Iterator[Item]:
    """Set what is said against something in one entry, with its premises as the words."""
    name = prep.names[answer.node]
    more = untold_premises(prep, name)
    yield Item(prep.title(answer.node), lead, argument_tag(prep, name), depth, is_read and not more)
    for premise in more:
        yield Item(prep.map.claims[premise].text, "", claim_tag(prep, premise), depth + 1, is_read)
        yield from held_by(prep.holders, premise, depth + 2)
    if not more:
        claim = name if name in prep.graph.claims else prep.graph.arguments[name].premises[0]
        yield from held_by(prep.holders, claim, depth + 1)


def _premises(prep: Preparation, name: str, citing: Citing, depth: int = 0, is_read: bool = False) -> Iterator[Part]:
    for premise in prep.graph.premises(name):
        claim = prep.map.claims[premise]
        yield Item(claim.text, "", claim_tag(prep, premise), depth, is_read)
        yield from citing.sources(premise, depth + 1)
        yield from held_by_others(prep.holders, premise, depth + 1)
    yield from citing.sources(name, depth)

"""What is told in practice, as parts of a page: an argument as the one who makes it says it, and what is answered."""

from __future__ import annotations

from coldwater.prep.pages.blocks import left_out
from coldwater.prep.pages.spoken import (
    argument_tag,
    claim_tag,
    crux_words,
    seen_here,
    sourced,
    untold_premises,
    verdict_of,
)
from coldwater.prep.setting.page import Heading, Item, Line
from coldwater.schemes.reading_out import Reader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.prep.deciding.answers import Answer
    from coldwater.prep.material.blocks import Block, Reply
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.practice.bout import Bout
    from coldwater.prep.practice.sayings import Sayings
    from coldwater.prep.setting.page import Part

#: How many questions are put where there is no answer, and how many arguments for the opposite are named.
_QUESTIONS = 3
_REBUTTALS = 6


def argued(prep: Preparation, node: int, lead: str) -> Iterator[Part]:
    """Give an argument as its side makes it: its grounds, then what follows. A claim is just stated."""
    name = prep.names[node]
    if name in prep.graph.claims:
        yield Line(prep.graph.claims[name].text, lead, claim_tag(prep, name))
        return
    yield Line(prep.title(node), lead, argument_tag(prep, name, crux_words(prep.weight(node))))
    yield from grounds(prep, name)
    yield from conclusion(prep, name)


def grounds(prep: Preparation, name: str, depth: int = 0) -> Iterator[Part]:
    """Give the premises of an argument with their sources; of one that is called by its only premise, the sources."""
    told = untold_premises(prep, name)
    for premise in prep.graph.premises(name):
        if told:
            yield Item(prep.graph.claims[premise].text, "", claim_tag(prep, premise), depth)
        yield from sourced(prep, premise, depth + (1 if told else 0))
    yield from sourced(prep, name, depth)


def conclusion(prep: Preparation, name: str) -> Iterator[Item]:
    """Say what an argument comes to: its target holds or does not, or a step, told in full, holds or does not."""
    argument = prep.graph.arguments[name]
    attacks, target = argument.supports is None, argument.target
    if target in prep.graph.claims:
        of = " (the thesis)" if target == prep.map.thesis else ""
        text = prep.graph.claims[target].text
        yield Item(f"{text}{of}", "That speaks against this:" if attacks else "So:")
        return
    step = f"step {'of' if prep.graph.arguments[target].title else 'from'} “{prep.title(prep.numbers[target])}”"
    yield Item(f"your {step} fails:" if attacks else f"my {step} holds:", "So:", argument_tag(prep, target))
    yield from step_of(prep, target, 1)


def step_of(prep: Preparation, name: str, depth: int) -> Iterator[Item]:
    """Tell the step of an argument: its grounds, and what they are for."""
    argument = prep.graph.arguments[name]
    for premise in untold_premises(prep, name):
        yield Item(prep.graph.claims[premise].text, "", premise, depth)
    what, attacks = prep.graph.claims.get(argument.target), argument.supports is None
    if what:
        yield Item(what.text, "hence not:" if attacks else "hence:", argument.target, depth)
        return
    step = Reader(prep.graph).step_in_short(argument.target, prep.map.thesis)
    yield Item(f"{step} {'fails' if attacks else 'holds'}", "hence:", argument.target, depth)


def answers(prep: Preparation, block: Block) -> Iterator[Part]:
    """Give what the map answers to an argument, those that stand first, or what to ask where it answers nothing."""
    for number, reply in enumerate(block.replies, 1):
        yield from _reply(prep, reply, number)
    yield from left_out(block.more, "answers", 0)
    if not block.is_empty:
        return
    yield Line("The map has none: yours is the first.", "Answers.")
    if block.outweighed_by:
        titles = [prep.title(node) for node in block.outweighed_by]
        more = f" and {len(titles) - _REBUTTALS:,} more" if len(titles) > _REBUTTALS else ""
        yield Line(f"{', '.join(titles[:_REBUTTALS])}{more}", "What speaks for the opposite:")
    if block.questions:
        yield Line("", "Ask them:")
    for one in block.questions[:_QUESTIONS]:
        yield Item(one.text, "", one.read_out.quote or "")


def _reply(prep: Preparation, reply: Reply, number: int) -> Iterator[Part]:
    answer = reply.answer
    name = prep.names[answer.node]
    yield Line(prep.title(answer.node), f"Answer {number} ({_mark(answer)}):", argument_tag(prep, name))
    yield Item(does(prep, answer))
    if name in prep.graph.arguments:
        yield from grounds(prep, name)
    for frontline in reply.frontlines:
        objection = frontline.objection
        yield from _told(prep, objection, f"They will say ({_mark(objection)}):", 0)
        for then in frontline.replies:
            yield from _told(prep, then, f"Then ({_mark(then)}):", 1)
        yield from left_out(frontline.more, "replies", 1)
        if not frontline.replies:
            yield Item("nothing on this map answers that.", "Then:", "", 1)
    yield from left_out(reply.more, "objections", 0)


def _told(prep: Preparation, answer: Answer, lead: str, depth: int) -> Iterator[Item]:
    name = prep.names[answer.node]
    yield Item(prep.title(answer.node), lead, argument_tag(prep, name), depth)
    for premise in untold_premises(prep, name):
        yield Item(prep.graph.claims[premise].text, "", claim_tag(prep, premise), depth + 1)


def _mark(answer: Answer) -> str:
    return f"it {verdict_of(answer.label)}"


def does(prep: Preparation, answer: Answer) -> str:
    """Say what an answer is directed at."""
    if answer.premise is None:
        return "Against the step: even if the premises hold, the conclusion does not follow."
    premise = prep.graph.claims[prep.names[answer.premise]].text
    if answer.kind == "contradicts-premise":
        return f"It cannot hold together with “{premise}”"
    return f"Against “{premise}”"


# --- bouts ------------------------------------------------------------------------------------------------------

_OUTCOMES = {"won": "Yours", "lost": "Mine", "open": "Open"}


def summed_up(prep: Preparation, bout: Bout, sayings: Sayings) -> Iterator[Part]:
    """Say how a bout went: each point, and whether the verdict would be another one with what was said."""
    yield Heading(2, "How it went")
    counts = [sum(one.outcome == outcome for one in bout.points) for outcome in _OUTCOMES]
    rest = len(bout.left) + (bout.challenge is not None)
    more = f"; {rest:,} more not fought out" if rest else ""
    yield Line(f"{counts[0]:,} yours, {counts[1]:,} mine, {counts[2]:,} open{more}.", "Points.")
    for one in bout.points:
        yield Item(prep.title(one.node), f"{_OUTCOMES[one.outcome]}:", prep.names[one.node])
    yield Line(_verdicts(prep, sayings), "Verdict.")


def _verdicts(prep: Preparation, sayings: Sayings) -> str:
    before = verdict_of(prep.inquiry.label)
    if not sayings.found:
        return f"{seen_here(prep.map)} the thesis {before}; you said nothing that the map lacks."
    after = verdict_of(sayings.label_with())
    if after == before:
        return f"{seen_here(prep.map)} the thesis {before}; what you said that the map lacks does not turn that."
    return f"{seen_here(prep.map)} the thesis {before}; with what you said that the map lacks it {after}."

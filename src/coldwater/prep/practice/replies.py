"""What may be said to what: the openings of the other side, answers to an argument, and replies to an answer."""

from __future__ import annotations

from coldwater.prep.deciding.answers import answers_to
from coldwater.prep.material.contentions import case_of
from coldwater.semantics.grounded import OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from coldwater.prep.deciding.answers import Answer
    from coldwater.prep.material.preparation import Preparation


def openings(prep: Preparation, random: Random) -> list[int]:
    """Give the arguments that the other side opens with; chance orders equals.

    These are its arguments on the thesis, and those against the side's own case on it. What falls already or bears on
    nothing any more comes last; before that, its own case comes first, then what is weightiest.
    """
    case = _said_for(prep)
    found = [one.argument for one in prep.opposing if _opens(prep, one.argument, case)]
    random.shuffle(found)
    return sorted(found, key=lambda node: opening_rank(prep, node))


def opening_rank(prep: Preparation, node: int) -> tuple[bool, bool, tuple[float, int, float]]:
    """Rank an argument to open with; equals are equal."""
    return (node not in prep.live, attacked_of(prep, node) is not None, prep.weight(node).rank)


def attacked_of(prep: Preparation, node: int) -> int | None:
    """Give the argument that an argument attacks, or the first one that rests on the claim it attacks.

    None for one on the thesis, or on what contradicts it: it attacks nobody's argument.
    """
    argument = prep.graph.arguments[prep.names[node]]
    if argument.supports is not None or argument.target in prep.aims:
        return None
    hit = [argument.target] if argument.target in prep.graph.arguments else prep.graph.uses(argument.target)
    return prep.numbers[hit[0]] if hit else None


def _said_for(prep: Preparation) -> set[str]:
    """Give the side's own case: its arguments on the thesis, what holds these up, and their premises."""
    found = set[str]()
    for one in case_of(prep):
        for name in (prep.names[node] for node in (one.head, *one.behind)):
            found |= {name, *prep.graph.premises(name)}
    return found


def _opens(prep: Preparation, node: int, case: set[str]) -> bool:
    argument = prep.graph.arguments[prep.names[node]]
    return argument.target in prep.aims or (argument.supports is None and argument.target in case)


def against(prep: Preparation, node: int) -> list[Answer]:
    """Give what answers an argument, or speaks against a claim: what stands first, then by weight."""
    once = {answer.node: answer for answer in reversed(list(answers_to(prep.inquiry, node)))}
    return sorted(once.values(), key=lambda answer: (prep.labels[answer.node] == OUT, *_weight(prep, answer.node)))


def behind(prep: Preparation, claim: int) -> list[int]:
    """Give the arguments for a claim, the same order."""
    found = [prep.numbers[one] for one in prep.graph.supporters(prep.names[claim])]
    return sorted(found, key=lambda node: (prep.labels[node] == OUT, *_weight(prep, node)))


def _weight(prep: Preparation, node: int) -> tuple[tuple[float, int, float], int]:
    return prep.weight(node).rank, node


def words_of(prep: Preparation, node: int) -> str:
    """Give all that an argument says, or a claim, as one text to compare with."""
    name = prep.names[node]
    if name in prep.graph.claims:
        return prep.graph.claims[name].text
    texts = [prep.graph.claims[one].text for one in prep.graph.premises(name)]
    title = prep.graph.arguments[name].title
    return " ".join((f"{title}:", *texts) if title else texts)


def claim_texts(prep: Preparation) -> Iterable[str]:
    """Give the texts of all claims."""
    return (claim.text for claim in prep.graph.claims.values())

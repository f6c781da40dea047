"""A debate on one page: both sides' cases, what decides, and what each side would have to answer to turn it."""

from __future__ import annotations

from coldwater.prep.deciding.answers import answers_to, standing
from coldwater.prep.material.contentions import contentions, heads_of
from coldwater.prep.material.issues import distinct
from coldwater.prep.material.preparation import Preparation
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.model.graph import Side
    from coldwater.prep.deciding.answers import Answer
    from coldwater.prep.deciding.cruxes import Crux
    from coldwater.prep.deciding.research import Need


class Contended(NamedTuple):
    """A contention: an argument on the thesis, or a claim that contradicts it.

    ``state``: how it fares (see ``Standing``), None for a claim; ``answers``: what the map has against it; ``behind``:
    the arguments that only hold it up.
    """

    node: int
    state: str | None
    answers: tuple[Answer, ...]
    behind: tuple[int, ...]


class Overview(NamedTuple):
    """The debate: by side its contentions, what stands first; ``cruxes``: no two by which a side gains share a claim.

    ``needs``: by side the fewest answers that would better the verdict for it, the first choice of each.
    """

    preps: tuple[Preparation, Preparation]
    cases: tuple[tuple[Contended, ...], tuple[Contended, ...]]
    cruxes: tuple[Crux, ...]
    needs: tuple[tuple[Side, Need], ...]


def find_overview(prep: Preparation) -> Overview:
    """Give the overview of a debate that one side, whichever, was prepared for."""
    preps = (_seen(prep, "pro"), _seen(prep, "con"))
    every = (*prep.decision.cruxes.found, *prep.decision.cruxes.larger)
    needs: dict[tuple[Side, int], tuple[Side, Need]] = {}
    for research in prep.decision.research:
        for need in research.found[:1]:
            needs.setdefault((research.side, need.label), (research.side, need))
    cases = (tuple(_case(preps[0])), tuple(_case(preps[1])))
    return Overview(preps, cases, distinct(prep, every), tuple(needs.values()))


def _seen(prep: Preparation, side: Side) -> Preparation:
    return prep if prep.side == side else Preparation(prep.decision, side)


def _case(prep: Preparation) -> list[Contended]:
    """Give the case of a side as the flow lays it out; what speaks for a claim of it stands behind that claim."""
    lines = {one.head: one for one in contentions(prep, prep.own)}
    behind = {head: one.behind for head, one in lines.items()}
    found = []
    for node in heads_of(prep, prep.side):
        name = prep.names[node]
        if name in prep.graph.arguments:
            state = standing(prep.inquiry, node)
            found.append(Contended(node, state.state, state.answers, behind.get(node, ())))
            continue
        own = [prep.numbers[one] for one in prep.graph.supporters(name)]
        answers = tuple(answers_to(prep.inquiry, node))
        found.append(
            Contended(
                node, None, answers, tuple(dict.fromkeys(node for one in own for node in (one, *behind.get(one, ()))))
            )
        )
    return found

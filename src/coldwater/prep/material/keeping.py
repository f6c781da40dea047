"""What a side can hold up again of its case though it was spoken against, by the rows of a flow."""

from __future__ import annotations

from coldwater.prep.deciding.answers import answers_to
from coldwater.records import NamedTuple
from coldwater.semantics.grounded import IN, OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coldwater.prep.deciding.answers import Answer
    from coldwater.prep.material.exchange import Row
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.rounds.debate_format import DebateFormat


class Kept(NamedTuple):
    """A contention of the side that was spoken against, and does not fall. ``is_cleared``: all of that is answered."""

    node: int
    is_cleared: bool


def find_kept(prep: Preparation, rows: Sequence[Row], debate: DebateFormat, speech: int) -> Iterable[Kept]:
    """Give what of the side's case was spoken against by now; of a block, in the speech that goes through that case."""
    if debate.takes_up(speech, own=True) != speech:
        return
    side, said = debate.speeches[speech].side, first_speeches(rows)
    held = {cell.node for row in rows for cell in row.cells if (cell.speech, cell.mark) == (speech, "extended")}
    for row in rows:
        head = row.head
        if row.side != side or row.origin != "contention" or head.speech >= speech or head.node in held:
            continue
        against = [one for one in answers_to(prep.inquiry, head.node) if said.get(one.node, speech) < speech]
        if against and prep.labels[head.node] != OUT:
            yield Kept(
                head.node, prep.labels[head.node] == IN and all(_is_met(prep, one, said, speech) for one in against)
            )


def _is_met(prep: Preparation, objection: Answer, said: Mapping[int, int], speech: int) -> bool:
    """Tell whether an objection falls, and what answers it has been said by the end of a speech."""
    answers = answers_to(prep.inquiry, objection.node)
    return objection.label == OUT and any(
        one.label == IN and said.get(one.node, speech + 1) <= speech for one in answers
    )


def first_speeches(rows: Iterable[Row]) -> Mapping[int, int]:
    """Give by what is said in a flow the first speech in which it is."""
    found: dict[int, int] = {}
    for row in rows:
        for cell in row.cells:
            if cell.mark in ("said", "again"):
                found[cell.node] = min(cell.speech, found.get(cell.node, cell.speech))
    return found

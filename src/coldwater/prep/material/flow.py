"""A flow: who says what in which speech of a debate, row by row, and what is dropped.

Each contention on the thesis is a group of rows. A row follows one exchange through the speeches: what is said, the
answer, the answer to that. Further answers, and arguments behind what is said that are attacked themselves, have rows
of their own below. Both sides answer as soon as they may, what stands first. What the other side leaves without an
answer is extended in each later turn; where the map has no answer, it is *dropped* at the last chance to give one.
What no speech is left to answer is no drop.
"""

from __future__ import annotations

from coldwater.prep.material.drops import find_drops
from coldwater.prep.material.exchange import NOT_BEGUN, Exchange
from coldwater.prep.material.keeping import find_kept
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coldwater.model.graph import Side
    from coldwater.prep.material.drops import Drop
    from coldwater.prep.material.exchange import Played, Row
    from coldwater.prep.material.keeping import Kept
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.rounds.debate_format import DebateFormat

#: What a cell is marked with in which something is said.
PLACED = ("said", "again")


class Flow(NamedTuple):
    """A flow sheet: the rows in order, and what follows from them.

    ``drops``: those that cost the verdict first, then what still bears on the matter, then by row. ``unsaid``: what
    speaks in an exchange on the map but for which no speech is left, in no order that means anything (by id).
    ``is_searched``: whether it is known of every drop if it costs the verdict; ``is_played``: whether the debate has
    begun, so that what was said in the speeches that are over is known; ``out_of_turn``: what was said in a speech that
    is over but stands in no row, since the format has no place for it there, as speech and node;
    ``kept``: by speech what of the side's own case is held up again there, though it was spoken against.
    """

    debate: DebateFormat
    rows: tuple[Row, ...]
    drops: tuple[Drop, ...]
    unsaid: tuple[int, ...]
    is_searched: bool
    is_played: bool = False
    out_of_turn: tuple[tuple[int, int], ...] = ()
    kept: tuple[tuple[int, Kept], ...] = ()

    def kept_in(self, node: int) -> tuple[int, ...]:
        """Give the speeches in which a contention is held up again, though it was spoken against."""
        return tuple(speech for speech, one in self.kept if one.node == node)

    def dropped_by(self, side: Side) -> tuple[Drop, ...]:
        """Give the drops of a side."""
        return tuple(one for one in self.drops if one.by == side)


def find_flow(prep: Preparation, debate: DebateFormat, played: Played = NOT_BEGUN) -> Flow:
    """Fill the flow sheet of a debate from a map. Cost: linear in the map, and one search for what drops cost.

    ``played``: what was said in the speeches that are over, if the debate has begun. Nothing depends on the order of
    the file: equals go by title and id.
    """
    exchange = Exchange(prep, debate, played)
    rows = exchange.rows()
    drops, is_searched = find_drops(prep, debate, rows)
    out_of_turn = tuple(_out_of_turn(prep, rows, played))
    kept = tuple((at, one) for at in range(len(debate.speeches)) for one in find_kept(prep, rows, debate, at))
    return Flow(debate, rows, drops, exchange.unsaid(), is_searched, played.now > 0, out_of_turn, kept)


def _out_of_turn(prep: Preparation, rows: Iterable[Row], played: Played) -> Iterator[tuple[int, int]]:
    """Give what was said in answer to what was not said, or in a wrong speech: by speech, then by id."""
    placed = {cell.node for row in rows for cell in row.cells if cell.mark in PLACED and cell.speech < played.now}
    for speech, nodes in sorted(played.said.items()):
        for node in sorted(nodes - placed, key=prep.names.__getitem__):
            yield speech, node

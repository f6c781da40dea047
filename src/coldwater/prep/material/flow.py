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
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.model.graph import Side
    from coldwater.prep.material.drops import Drop
    from coldwater.prep.material.exchange import Played, Row
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.rounds.debate_format import DebateFormat


class Flow(NamedTuple):
    """A flow sheet: the rows in order, and what follows from them.

    ``drops``: those that cost the verdict first, then what still bears on the matter, then by row. ``unsaid``: what
    speaks in an exchange on the map but for which no speech is left, in no order that means anything (by id).
    ``is_searched``: whether it is known of every drop if it costs the verdict; ``is_played``: whether the debate has
    begun, so that what was said in the speeches that are over is known.
    """

    debate: DebateFormat
    rows: tuple[Row, ...]
    drops: tuple[Drop, ...]
    unsaid: tuple[int, ...]
    is_searched: bool
    is_played: bool = False

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
    return Flow(debate, rows, drops, exchange.unsaid(), is_searched, played.now > 0)

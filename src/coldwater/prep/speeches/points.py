"""What there is to say in a speech: points in the words of the map, each with its worth.

The worth of a point is the load of what it is about: the share of all cases in which the weightiest claim it rests on
tips the verdict. What is undecided counts less, and so do reasons behind reasons, second answers, quotations and what
only may be said; what costs the other side the verdict counts more than all of these. What falls on the map counts
least, and is read out as open only as long as the other side has not said why it falls.
"""

from __future__ import annotations

from coldwater.records import NamedTuple
from coldwater.semantics.grounded import IN, OUT, UNDECIDED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from typing import Literal

    from coldwater.prep.material.preparation import Preparation

    Kind = Literal[
        "contention",
        "because",
        "evidence",
        "answer",
        "also",
        "again",
        "ahead",
        "press",
        "compare",
        "overview",
        "extension",
        "issue",
        "weighing",
    ]
    Against = Literal["", "met", "open"]
    Why = Literal["falls", "ours", "later", "earlier", "unsaid", "deep", "nothing"]

#: What a whole load is worth, what counts where there is none, and how much a drop that costs the verdict is worth.
WHOLE, LEAST, COSTS = 1_000_000, 1_000, 4_000_000
#: How much what stands, is undecided or falls counts, in tenths; reasons behind, and second answers, by step.
_TENTHS = {IN: 10, UNDECIDED: 6, OUT: 1}


#: Kinds of points in which claims of one's own are read out.
READ_OUT = ("contention", "because", "answer", "also", "extension", "ahead", "compare")


class Press(NamedTuple):
    """A claim of theirs that is pressed: whether they have neither source nor reason for it, and what to ask of it.

    ``source``: the only one they have for it, where they have no reason besides; ``is_read``: whether its words are on
    the map. Without any of these the claim is taken as given, and weighed.
    """

    claim: int
    is_bare: bool
    asks: tuple[str, ...] = ()
    source: str = ""
    is_read: bool = False


class Point(NamedTuple):
    """Something to say. ``node``: the argument or claim said; ``worth`` as above.

    ``of``: what it answers or held off, or the claim or step it is a reason for; ``hits``: the premise an answer is
    directed at, None for a step, and ``names_hit`` whether a further answer has to name it; ``claims``: the claims
    said, in order; ``more``: points that make no sense without it, and ``depth`` how many of those it is behind.
    ``is_unanswered``, ``is_dropped`` and ``costs``: of an extension, what came of it (see ``Held`` and ``Drop``).
    ``against``: of an extension that was spoken against, whether that is *met* or the point is *open*; ``is_further``:
    whether the debate turned on another before it. ``quote`` and ``source``: of evidence. ``presses``: what is pressed
    of what nothing answers; ``words``: of an overview, a voting issue and of weighing, what it says. Of a comparison
    ``of`` is what they said to ``node``, ``hits`` the claim of ours that it denies, ``claims`` those that it leaves.
    """

    kind: Kind
    node: int
    worth: int
    claims: tuple[int, ...] = ()
    of: int | None = None
    hits: int | None = None
    names_hit: bool = False
    depth: int = 0
    more: tuple[Point, ...] = ()
    is_unanswered: bool = False
    is_dropped: bool = False
    against: Against = ""
    is_further: bool = False
    costs: int | None = None
    quote: str = ""
    source: str = ""
    presses: tuple[Press, ...] = ()
    words: tuple[tuple[str, int | None], ...] = ()

    @property
    def named(self) -> tuple[int, ...]:
        """The claims that a comparison names: those that are left, and the one that was denied."""
        return self.claims if self.hits is None else (*self.claims, self.hits)


def with_more(point: Point, chosen: Container[int] | None = None) -> Iterator[Point]:
    """Give a point and all points behind it; where some were ``chosen``, by their ``id``, only those."""
    waiting = [point]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += [more for more in one.more if chosen is None or id(more) in chosen]


class Unsaid(NamedTuple):
    """An argument of the side, or a claim, that is no point of the speech, and why.

    ``why``: *falls*: it falls on the map; *ours*: it attacks what the side itself uses; *later*, *earlier*: it belongs
    into another speech (``speech``); *unsaid*: no speech of the debate is left for it; *deep*: it is a reason behind so
    many reasons that nobody would follow; *nothing*: nothing that is said in the debate needs it.
    """

    node: int
    why: Why
    speech: int | None = None


class Points(NamedTuple):
    """The points of a speech in the order in which they are said, and what of the side is none of them."""

    found: tuple[Point, ...]
    unsaid: tuple[Unsaid, ...]


def worth_of(prep: Preparation, node: int, label: int) -> int:
    """Give what it is worth to say something with a label: above 0, and as much as hangs on it."""
    least = LEAST // 10 if label == OUT else LEAST
    return least + round(WHOLE * prep.weight(node).load) * _TENTHS[label] // 10

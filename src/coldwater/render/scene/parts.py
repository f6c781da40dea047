"""What there is to draw, without positions: cards, pills, panels, edges, sources, legend. No layout, no file.

Sizes are in px. Every text is printable and already broken into lines that fit. A card, pill or panel is known by a
key (``n0``, ``n1``, … in reading order), never by an id of the map, so that no id can be misread by what comes after.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from coldwater.words.wording import ENGLISH

if TYPE_CHECKING:
    from coldwater.render.palette import Relation
    from coldwater.render.scene.telling import SideShown
    from coldwater.semantics.labelling import Word
    from coldwater.words.wording import Words

Kind = Literal["step", "shared", "contradicts"]
Stress = Literal["plain", "decisive", "fallen"]

# --- measures in px ----------------------------------------------------------------------------------------------

CLAIM_SIZE = 13.5
CLAIM_LEADING = CLAIM_SIZE * 1.3
MEASURE = 292.0  # of a claim's line in a box with its argument: about 50 characters
MEASURE_BESIDE = 208.0  # where several premises stand side by side, since lines arrive at more than the last
MOST_MEASURE = 420.0  # of a line of a long claim: about 70 characters
FOOT_SIZE = 10.0
CARD_PAD = 13.0
CARD_TOP = 9.0
CARD_FOOT = 25.0
THESIS_SIZE = 17.0
THESIS_LEADING = THESIS_SIZE * 1.3
THESIS_TEXT_WIDTH = 250.0
THESIS_PAD = 22.0
LONG_THESIS_SIZE = 14.5  # of a thesis that is no headline: set as text is, to the left and not bold
LONG_THESIS_LEADING = LONG_THESIS_SIZE * 1.32
LONG_THESIS_WIDTH = 330.0
MOST_THESIS_LINES = 3  # of a thesis that is set as a headline
RIVAL_BORDER = 2.8  # of a rival of the thesis, in the colour of the thesis
PILL_WORD_SIZE = 10.0
PILL_WORD_SPACING = 0.8
PILL_TITLE_SIZE = 12.5
BOX_PAD = 6.0  # between premises and the frame of their box
HEAD_HEIGHT = 30.0  # of the row at the top of a box: badge, word, title
HEAD_BADGE = 18.0
HEAD_PAD = 7.0  # before the badge
HEAD_LEADING = 16.0  # of titles that take lines of their own
HEAD_LEAST = 320.0  # px: before a box becomes wider than its premises for a title, the title takes a second line
AMPERSAND_ACROSS = 36.0  # room for "&" between premises that stand side by side
AMPERSAND_DOWN = 17.0  # and between premises that stand one above the other
SEAL_SIZE = 12.0  # of a verdict's mark; its word is as large as the foot
SEAL_GAP = 10.0  # between a verdict and what stands beside it
VERDICT_SIZE = 13.5  # of the verdict on the thesis; its reason is smaller
STRIP_MARK = 17.0  # the mark of the verdict on the thesis
STRIP_GAP = 7.0
STRIP_SPACING = 1.2
REASON_SIZE = 11.0
REASON_LEADING = 14.0
LINE_WORD_SIZE = 10.0  # of the word on a contradiction
LINE_WORD_SPACING = 0.8
LINE_WORD_HEIGHT = 16.0  # of its ground
LINE_WORD_PAD = 5.0
STANCE_SIZE = 14.0  # of the mark of a position; letter or number in it, room between two, and room for the row
STANCE_SIGN = 9.5
STANCE_GAP = 4.0
STANCE_ROW = 19.0
STRIPE_AT = 4.2  # px from the edge of a card to the middle of the stripe that tells its side
STRIPE = 4.0  # its width
STRIPE_DASHES = "5 2.5"  # of a claim against the thesis
STRIPE_FROM = 6.0  # px from the upper and the lower edge
MOST_PORTS = 8  # lines that arrive at a card one by one; of more, those of one relation arrive as one
PORT_MARGIN = 15.0  # from a corner to the first line that arrives


def port_distance(is_top_down: bool) -> float:
    """Give how far apart lines must arrive at least, in px: their heads must not touch."""
    return 22.0 if is_top_down else 20.0


@dataclass(frozen=True, slots=True)
class Seal:
    """The verdict on a claim or argument: which, in a word, why, and whether it is on a way that decided the thesis.

    ``is_overruled``: whether something is taken to be otherwise than the map says. ``lines`` are the reason, broken;
    only the thesis shows it.
    """

    verdict: Word
    word: str
    reason: str
    is_decisive: bool
    is_overruled: bool = False
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stance:
    """The mark of a position on a claim it accepts or rejects: its letter, or how many they are; ``width`` in px."""

    accepts: bool
    sign: str
    width: float = STANCE_SIZE


@dataclass(frozen=True, slots=True)
class Holder:
    """A position by its letter, as the legend names it."""

    letter: str
    name: str


@dataclass(frozen=True, slots=True)
class Card:
    """A claim. ``relation`` is that of the argument it is drawn with; None for roots and for what stands alone.

    ``again`` is the key of the card that this one refers to, if the claim is drawn elsewhere.
    """

    key: str
    name: str
    lines: tuple[str, ...]
    width: float
    height: float
    foot: str
    mark: str
    label: str
    is_thesis: bool = False
    is_rival: bool = False
    is_implicit: bool = False
    relation: Relation | None = None
    seal: Seal | None = None
    again: str | None = None
    stances: tuple[Stance, ...] = ()
    side: SideShown = ""  # on which it is, where a drawing tells
    is_running: bool = False  # of a thesis: its text is set as running text, to the left, since it is long


@dataclass(frozen=True, slots=True)
class Pill:
    """An argument, the head of the box of its premises: badge, word, title.

    ``lines``: the title, broken. ``is_spread``: these lines stand below badge and word, not beside them.
    """

    key: str
    name: str
    title: str
    mark: str
    width: float
    label: str
    relation: Relation
    height: float
    word: str  # what it does, in capitals
    lines: tuple[str, ...]
    is_spread: bool = False
    seal: Seal | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """The box of an argument that has premises: keys of their cards, in order.

    ``head``: the height of the argument's head at its top. ``is_stacked``: cards stand one above the other.
    """

    key: str
    pill: str
    cards: tuple[str, ...]
    width: float
    height: float
    relation: Relation
    head: float
    is_stacked: bool


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from tail to head.

    step: pill to target; shared: a card, used again, to the other pill; contradicts: card to card. ``stress``: whether
    it is on a way that decided the thesis, or belongs to an argument that falls.
    """

    kind: Kind
    tail: str
    head: str
    relation: Relation
    stress: Stress = "plain"
    word: str = ""  # that stands on it


@dataclass(frozen=True, slots=True)
class Scene:
    """All there is to draw, in reading order. ``circumstances``: under what its verdicts hold, if it shows any.

    ``holders``: the positions whose letters occur.
    """

    title: str
    description: str
    language: str | None
    digest: str
    is_top_down: bool
    cards: dict[str, Card]
    pills: dict[str, Pill]
    panels: dict[str, Panel]
    edges: tuple[Edge, ...]
    columns: tuple[tuple[str, ...], ...]  # pills that stand in one column on a shared trunk
    sources: tuple[str, ...]
    legend: tuple[str, ...]
    circumstances: tuple[str, ...] = ()
    holders: tuple[Holder, ...] = ()
    words: Words = ENGLISH  # what it says itself

    def marked(self, digest: str) -> Scene:
        """Give the scene with the digest that its drawing is to carry."""
        return self if digest == self.digest else replace(self, digest=digest)

    def homes(self) -> dict[str, str]:
        """Give the panel of every card that stands in one, and of every argument that is the head of one."""
        homes = {card: panel.key for panel in self.panels.values() for card in panel.cards}
        return homes | {panel.pill: panel.key for panel in self.panels.values()}

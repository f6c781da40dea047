"""Cards made to fit their texts. It knows claims and arguments, but neither graph nor layout."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from coldwater.printable import printable
from coldwater.render.fonts.text import fill, shorten, widest, width, wrap
from coldwater.render.scene import parts as s
from coldwater.render.scene.stances import stances_width
from coldwater.words.wording import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coldwater.model.models import Claim
    from coldwater.render.fonts.faces import Face
    from coldwater.render.palette import Relation
    from coldwater.render.scene.telling import SideShown
    from coldwater.words.wording import Words


class Tag(NamedTuple):
    """What a box is known by: its key in the scene, its id in the map, its sources ("source 2", or ""), its verdict.

    ``stances`` are the marks of those who hold it, ``held`` says the same for those who listen. ``has_id``: its card
    shows the id.
    """

    key: str
    name: str
    mark: str
    seal: s.Seal | None = None
    stances: tuple[s.Stance, ...] = ()
    held: str = ""
    has_id: bool = True
    words: Words = ENGLISH
    side: SideShown = ""

    @property
    def heard(self) -> str:
        """What those who listen are told besides: who holds it, and its side where that is shown."""
        return self.held + (f"; {self.words.on_page(f'side_{self.side}')}" if self.side else "")


class ThesisLook(NamedTuple):
    """How a thesis is set."""

    size: float
    leading: float
    face: Face
    is_centred: bool


HEADLINE = ThesisLook(s.THESIS_SIZE, s.THESIS_LEADING, "semibold", True)
RUNNING = ThesisLook(s.LONG_THESIS_SIZE, s.LONG_THESIS_LEADING, "regular", False)


def thesis_look(card: s.Card) -> ThesisLook:
    """Give how the text of a thesis' box is set: as a headline, or, where it is long, as running text."""
    return RUNNING if card.is_running else HEADLINE


_LONG = 14  # lines; a longer claim gets a wider card, so that it is no ribbon
_FOOT_GAP = 14.0
_LEAST_REASON = 200.0  # px of a line of the thesis' reason
_MOST_LINES = 2  # of a claim that is drawn elsewhere


def fit_card(tag: Tag, claim: Claim, relation: Relation | None, text_width: float) -> s.Card:
    """Make the card of a claim: text broken into lines as running text, the id and the sources in the foot row."""
    name = printable(tag.name)
    text = printable(claim.text).strip() or name
    is_implicit = bool(claim.implicit)
    face: Face = "italic" if is_implicit else "regular"
    lines = fill(text, text_width, s.CLAIM_SIZE, face)
    if len(lines) > _LONG:
        lines = fill(text, s.MOST_MEASURE, s.CLAIM_SIZE, face)
    room = max(text_width, widest(lines, s.CLAIM_SIZE, face))
    shown = name if tag.has_id else ""
    beside_name = room - width(shown, s.FOOT_SIZE) - _FOOT_GAP
    mark = shorten(tag.mark, max(room * 0.6, beside_name), s.FOOT_SIZE)
    mark_width = width(mark, s.FOOT_SIZE) + _FOOT_GAP if mark else 0.0
    foot = shorten(shown, room - mark_width, s.FOOT_SIZE)
    has_foot = bool(foot or mark or tag.seal or tag.stances)
    inner = max(widest(lines, s.CLAIM_SIZE, face), _sealed(tag.seal) + width(foot, s.FOOT_SIZE) + mark_width)
    inner = max(inner, stances_width(tag.stances))
    return s.Card(
        key=tag.key, name=name, lines=lines, foot=foot, mark=mark, relation=relation, is_implicit=is_implicit,
        seal=tag.seal, stances=tag.stances, side=tag.side,
        width=even(inner + 2 * s.CARD_PAD),
        height=even(s.CARD_TOP + len(lines) * s.CLAIM_LEADING + stances_height(tag.stances)
            + (s.CARD_FOOT if has_foot else s.CARD_TOP)),
        label=f"{tag.words.unstated_premise if is_implicit else tag.words.claim} {name}: {text}"
        + (f" ({tag.mark})" if tag.mark else "") + tag.words.spoken(tag.seal) + tag.heard,
    )  # fmt: skip


def again_card(  # noqa: PLR0913 - what it refers to, and how it is shown
    card: s.Card, key: str, text: str, text_width: float, has_id: bool = True, words: Words = ENGLISH
) -> s.Card:
    """Make the reference to a card: the beginning of its text, its verdict, and "used again" with its id."""
    face: Face = "italic" if card.is_implicit else "regular"
    lines = wrap(text, text_width, s.CLAIM_SIZE, face)
    if len(lines) > _MOST_LINES:
        lines = (lines[0], shorten(lines[1] + " …", text_width, s.CLAIM_SIZE, face))
    again = words.on_page("used_again_id", name=card.name) if has_id else words.on_page("used_again_mark")
    foot = shorten(again, text_width, s.FOOT_SIZE)
    inner = max(widest(lines, s.CLAIM_SIZE, face), _sealed(card.seal) + width(foot, s.FOOT_SIZE))
    return replace(
        card, key=key, lines=lines, foot=foot, mark="", is_thesis=False, is_rival=False, again=card.key, stances=(),
        width=even(inner + 2 * s.CARD_PAD),
        height=even(s.CARD_TOP + len(lines) * s.CLAIM_LEADING + s.CARD_FOOT),
    )  # fmt: skip


def as_rival(card: s.Card, claim: Claim, words: Words = ENGLISH) -> s.Card:
    """Mark the card of a claim as a rival of the thesis, also for those who listen."""
    sort = words.unstated_premise if claim.implicit else words.claim
    return replace(card, is_rival=True, label=words.rival + card.label.removeprefix(sort))


def fit_thesis(tag: Tag, claim: Claim, least: float = 0.0) -> s.Card:
    """Make the box of a thesis: its text, the sources below it if it cites any, its verdict and why.

    ``least``: the width that it has at least. A long text is set as running text, not as a headline.
    """
    name = printable(tag.name)
    text = printable(claim.text).strip() or name
    lines, look = wrap(text, s.THESIS_TEXT_WIDTH, s.THESIS_SIZE, "semibold"), HEADLINE
    if len(lines) > s.MOST_THESIS_LINES:
        lines, look = fill(text, s.LONG_THESIS_WIDTH, s.LONG_THESIS_SIZE), RUNNING
    mark = shorten(tag.mark, s.THESIS_TEXT_WIDTH, s.FOOT_SIZE)
    inner = max(widest(lines, look.size, look.face), width(mark, s.FOOT_SIZE), 120.0)
    inner = max(inner, stances_width(tag.stances))
    room = max(inner, _LEAST_REASON, least - 2 * s.THESIS_PAD)
    seal = tag.seal and replace(tag.seal, lines=broken_reason(tag.seal.reason, room))
    inner = max(inner, widest(seal.lines, s.REASON_SIZE)) if seal else inner
    return s.Card(
        key=tag.key, name=name, lines=lines, foot="", mark=mark, is_thesis=True, is_implicit=bool(claim.implicit),
        is_running=look is RUNNING,
        seal=seal, stances=tag.stances, width=max(even(inner + 2 * s.THESIS_PAD), least),
        height=even(
            len(lines) * look.leading + 24.0 + (14.0 if mark else 0.0) + stances_height(tag.stances)
            + strip_height(seal)
        ),
        label=f"{tag.words.thesis} {name}: {text}" + (f" ({tag.mark})" if tag.mark else "")
        + tag.words.spoken(seal) + tag.held,
    )  # fmt: skip


def stances_height(stances: Sequence[s.Stance]) -> float:
    """Give the height of the row of marks of those who hold a claim; 0 if there are none."""
    return s.STANCE_ROW if stances else 0.0


def with_room_for(card: s.Card, lines: int, is_top_down: bool) -> s.Card:
    """Lengthen the side of a card where lines arrive, so that each has a place of its own; not for too many lines."""
    if lines > s.MOST_PORTS:
        return card
    needed = s.PORT_MARGIN * 2 + (lines - 1) * s.port_distance(is_top_down)
    if is_top_down:
        return replace(card, width=max(card.width, needed))
    return replace(card, height=max(card.height, needed))


def lines_at(card: s.Card, edges: Iterable[s.Edge], columns: Iterable[tuple[str, ...]]) -> int:
    """Count the lines that arrive at a card; those of a column arrive as one."""
    on_trunks = {pill for column in columns for pill in column[:-1]}
    return sum(edge.kind == "step" and edge.head == card.key and edge.tail not in on_trunks for edge in edges)


def word_of(relation: Relation, words: Words) -> str:
    """Give the word for a relation, in capitals.

    >>> word_of("attacks", ENGLISH)
    'ATTACKS'
    """
    return words.on_page(f"word_{relation}")


# --- verdicts ----------------------------------------------------------------------------------------------------


def seal_width(seal: s.Seal) -> float:
    """Give how much room a verdict takes in a row: its mark and its word, in px."""
    return s.SEAL_SIZE + 4.0 + width(seal.word, s.FOOT_SIZE, "semibold")


def _sealed(seal: s.Seal | None) -> float:
    """Give how much room a verdict takes before what stands beside it."""
    return seal_width(seal) + s.SEAL_GAP if seal else 0.0


def strip_height(seal: s.Seal | None) -> float:
    """Give the height of the strip at the foot of the thesis that shows its verdict and why; 0 if there is none."""
    return 39.0 + len(seal.lines) * s.REASON_LEADING if seal else 0.0


def strip_width(word: str) -> float:
    """Give the width of the strip's first row: the mark and the verdict in capitals."""
    return s.STRIP_MARK + s.STRIP_GAP + width(word.upper(), s.VERDICT_SIZE, "semibold", s.STRIP_SPACING)


def broken_reason(reason: str, room: float) -> tuple[str, ...]:
    """Give the reason of the verdict on the thesis as it stands in the strip, in lines of at most ``room`` px."""
    return wrap(reason[:1].upper() + reason[1:], room, s.REASON_SIZE)


def even(length: float) -> float:
    """Round up to an even number of px, so that centres are whole."""
    return float(-(-int(length + 1.999) // 2) * 2)

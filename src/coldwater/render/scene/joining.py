"""Arguments as the heads of the boxes of their premises: one box says what is argued and for what. No layout."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coldwater.printable import printable
from coldwater.render.fonts.text import shorten, widest, width, wrap
from coldwater.render.scene import parts as s
from coldwater.render.scene.fitting import even, seal_width, word_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from coldwater.model.models import Argument
    from coldwater.render.palette import Relation
    from coldwater.render.scene.fitting import Tag

_AFTER_WORD = 9.0  # px between the word and what stands beside it
_MOST_MARK = 200.0  # px of what stands at the right: sources, pages


@dataclass(frozen=True, slots=True)
class Joined:
    """The box of an argument: its head, its premises made equal, and the panel around them, if there are premises."""

    pill: s.Pill
    cards: tuple[s.Card, ...]
    panel: s.Panel | None


def is_stacked(cards: Sequence[str], touched: Collection[str], is_top_down: bool) -> bool:
    """Tell whether premises stand one above the other: wherever lines can reach each that they lead to.

    From left to right they always can; from the top down only the lowest can be reached.
    """
    return not is_top_down or not any(card in touched for card in cards[:-1])


def measure(stacked: bool) -> float:
    """Give the width of a claim's lines in px."""
    return s.MEASURE if stacked else s.MEASURE_BESIDE


def join(tag: Tag, argument: Argument, relation: Relation, cards: Sequence[s.Card], stacked: bool) -> Joined:
    """Make the box of an argument around the cards of its premises."""
    inner = _inner(cards, stacked)
    pill = _head(tag, argument, relation, inner)
    room = pill.width - 2 * s.BOX_PAD
    cards = _fitted(cards, room, stacked)
    if not cards:
        return Joined(pill, (), None)
    between = s.AMPERSAND_DOWN if stacked else s.AMPERSAND_ACROSS
    heights = [card.height for card in cards]
    high = sum(heights) + between * (len(cards) - 1) if stacked else max(heights)
    panel = s.Panel(
        key=f"p{tag.key[1:]}", pill=tag.key, cards=tuple(card.key for card in cards), relation=relation,
        width=pill.width, height=pill.height + high + s.BOX_PAD, head=pill.height, is_stacked=stacked,
    )  # fmt: skip
    return Joined(pill, tuple(cards), panel)


def _inner(cards: Sequence[s.Card], stacked: bool) -> float:
    widths = [card.width for card in cards]
    if stacked:
        return max(widths, default=0.0)
    return sum(widths) + s.AMPERSAND_ACROSS * (len(cards) - 1)


def _fitted(cards: Sequence[s.Card], room: float, stacked: bool) -> list[s.Card]:
    """Give cards of one width that together fill the room; of one height, where they stand side by side."""
    if stacked:
        return [replace(card, width=room) for card in cards]
    more = (room - _inner(cards, stacked)) / max(len(cards), 1)
    high = max((card.height for card in cards), default=0.0)
    return [replace(card, width=card.width + more, height=high) for card in cards]


def _head(tag: Tag, argument: Argument, relation: Relation, inner: float) -> s.Pill:
    """Make the head of a box that is ``inner`` px wide at least: its title beside the word, or whole in lines below."""
    title = printable(argument.title or tag.name).strip() or printable(tag.name)
    mark = shorten(tag.mark, _MOST_MARK, s.FOOT_SIZE)
    word = word_of(relation, tag.words)
    start = head_start(word)
    right = (width(mark, s.FOOT_SIZE) + _AFTER_WORD if mark else 0.0) + (
        seal_width(tag.seal) + _AFTER_WORD if tag.seal else 0.0
    )
    whole = start + width(title, s.PILL_TITLE_SIZE, "semibold") + right + s.CARD_PAD
    least = max(inner + 2 * s.BOX_PAD, min(whole, s.HEAD_LEAST), start - _AFTER_WORD + right + s.CARD_PAD)
    lines: tuple[str, ...] = (title,)
    is_spread = whole > least
    if is_spread:
        lines = wrap(title, least - 2 * s.CARD_PAD, s.PILL_TITLE_SIZE, "semibold")
        least = max(least, widest(lines, s.PILL_TITLE_SIZE, "semibold") + 2 * s.CARD_PAD)
    return s.Pill(
        key=tag.key, name=printable(tag.name), title=title, mark=mark, relation=relation, seal=tag.seal, word=word,
        width=even(least), lines=lines, is_spread=is_spread, label=_label(tag, argument, word),
        height=s.HEAD_HEIGHT + (len(lines) * s.HEAD_LEADING + 3.0 if is_spread else 0.0),
    )  # fmt: skip


def _label(tag: Tag, argument: Argument, word: str) -> str:
    """Give what is said of an argument to those who listen."""
    name = printable(tag.name)
    titled = f"{name}: {printable(argument.title)}" if argument.title else name
    label = f"{tag.words.on_page('argument')} {titled}; {word.lower()} {printable(argument.target)}"
    return label + (f" ({tag.mark})" if tag.mark else "") + tag.words.spoken(tag.seal)


def head_start(word: str) -> float:
    """Give where what follows a word begins, in px from the left end of a head."""
    wide = width(word, s.PILL_WORD_SIZE, "semibold", s.PILL_WORD_SPACING)
    return s.HEAD_PAD + s.HEAD_BADGE + 6.0 + wide + _AFTER_WORD

"""What a team publishes of its case: claims, cites in full, and of what is read the first and the last words."""

from __future__ import annotations

from functools import partial

from coldwater.prep.deciding.answers import answers_to
from coldwater.prep.material.contentions import heads_of
from coldwater.prep.pages.citing import Citing, cites_of
from coldwater.prep.setting.page import Card, Heading, Item, Line
from coldwater.prep.speeches.reasons import Reasons, said_claims
from coldwater.semantics.grounded import IN, OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.setting.page import Part

#: How many words stand at the beginning and the end of a text, and how deep the reasons behind a contention go.
_WORDS, _DEEPEST = 3, 3


def disclosure_page(prep: Preparation, *, full: bool = False) -> Iterator[Part]:
    """Give the case of a side to be published; with ``full``, the texts are whole.

    It is what the first speeches lay out (``_laid_out``). Answers are not part of it, nor is anything of how it stands.
    """
    yield Heading(1, f"Disclosure of {prep.side}: {prep.map.title}")
    yield Line(prep.map.claims[prep.map.thesis].text, "Motion.")
    citing = Citing(prep)
    reasons = Reasons(prep)
    told: set[int] = set()
    heads = _laid_out(prep)
    if not heads:
        yield Line("No argument of this side on the motion itself is on this map.")
    for number, head in enumerate(heads, 1):
        yield Heading(2, f"{number}. {prep.title(head)}")
        behind = _behind(prep, reasons, head, told)
        nodes = (head, *(node for node, _, _, _ in behind))
        told.update(nodes)
        for node in nodes:
            yield from _argument(prep, node, citing, full=full)


def not_disclosed(prep: Preparation) -> Iterator[tuple[str, list[int]]]:
    """Give what of the side is not published, by the reason: answers are not, nor what falls, nor what is far behind.

    It is no part of the page, which the other side reads.
    """
    shown: set[int] = set()
    reasons = Reasons(prep)
    for head in _laid_out(prep):
        shown.add(head)
        shown.update(node for node, _, _, _ in _behind(prep, reasons, head, shown))
    found: dict[str, list[int]] = {}
    for node in prep.ranked(prep.own):
        if node not in shown:
            found.setdefault(_why_not(prep, node), []).append(node)
    yield from found.items()


def _laid_out(prep: Preparation) -> list[int]:
    """Give what a side brings forward on the motion: what stands, and what falls by an answer, which comes after it.

    Where all of it falls, all of it is brought forward: something has to be.
    """
    heads = heads_of(prep, prep.side)
    has_standing = any(prep.labels[node] != OUT for node in heads)
    return [node for node in heads if not has_standing or _is_open(prep, node)]


def _is_open(prep: Preparation, node: int) -> bool:
    """Tell whether something stands, or falls by nothing but what is said to it."""
    return prep.labels[node] != OUT or any(one.label == IN for one in answers_to(prep.inquiry, node))


def _behind(
    prep: Preparation, reasons: Reasons, head: int, without: Container[int]
) -> tuple[tuple[int, int, int, int], ...]:
    """Give the reasons behind a point; of those for what falls also those that fall by an answer only."""
    is_open = partial(_is_open, prep) if prep.labels[head] == OUT else None
    return reasons.behind(head, said_claims(prep, head), without, _DEEPEST, is_open).found


def _why_not(prep: Preparation, node: int) -> str:
    argument = prep.graph.arguments[prep.names[node]]
    if argument.supports is None and argument.target != prep.map.thesis:
        return "an answer to the other side"
    return "it falls on this map" if prep.labels[node] == OUT else "behind an answer, what falls, or many reasons"


def _argument(prep: Preparation, node: int, citing: Citing, *, full: bool) -> Iterator[Part]:
    name = prep.names[node]
    for claim in said_claims(prep, node):
        text = prep.map.claims[prep.names[claim]].text
        if cites_of(prep, prep.names[claim]):
            yield Heading(3, text)
            yield from (_shortened(card, full=full) for card in citing.cards(prep.names[claim]))
        else:
            yield Item(text)
    if name in prep.graph.arguments:
        yield from (_shortened(card, full=full) for card in citing.cards(name))


def _shortened(card: Card, *, full: bool) -> Card:
    """Give a card with the first and the last words of its text; a short text stays whole."""
    whole = "".join(piece for piece, _ in card.pieces)
    words = whole.split()
    if full or len(words) <= 2 * _WORDS:
        return card
    return card._replace(pieces=((f"{' '.join(words[:_WORDS])} … {' '.join(words[-_WORDS:])}", ""),))

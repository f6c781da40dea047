"""What a team publishes of its case: claims, cites in full, and of what is read the first and the last words."""

from __future__ import annotations

from coldwater.prep.material.contentions import heads_of
from coldwater.prep.pages.citing import Citing, cites_of
from coldwater.prep.setting.page import Card, Heading, Item, Line
from coldwater.prep.speeches.reasons import Reasons, said_claims
from coldwater.semantics.grounded import OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.setting.page import Part

#: How many words stand at the beginning and the end of a text, and how deep the reasons behind a contention go.
_WORDS, _DEEPEST = 3, 3


def disclosure_page(prep: Preparation, *, full: bool = False) -> Iterator[Part]:
    """Give the case of a side to be published; with ``full``, the texts are whole.

    Answers are not part of it, nor is anything of how it stands. What falls on the map is not published.
    """
    yield Heading(1, f"Disclosure of {prep.side}: {prep.map.title}")
    yield Line(prep.map.claims[prep.map.thesis].text, "Motion.")
    citing = Citing(prep)
    reasons = Reasons(prep)
    told: set[int] = set()
    heads = [node for node in heads_of(prep, prep.side) if prep.labels[node] != OUT]
    if not heads:
        yield Line("No argument of this side on the motion itself stands on this map.")
    for number, head in enumerate(heads, 1):
        yield Heading(2, f"{number}. {prep.title(head)}")
        behind = reasons.behind(head, said_claims(prep, head), told, _DEEPEST).found
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
    for head in heads_of(prep, prep.side):
        if prep.labels[head] != OUT:
            shown.add(head)
            shown.update(node for node, _, _, _ in reasons.behind(head, said_claims(prep, head), shown, _DEEPEST).found)
    found: dict[str, list[int]] = {}
    for node in prep.ranked(prep.own):
        if node not in shown:
            found.setdefault(_why_not(prep, node), []).append(node)
    yield from found.items()


def _why_not(prep: Preparation, node: int) -> str:
    if prep.labels[node] == OUT:
        return "it falls on this map"
    argument = prep.graph.arguments[prep.names[node]]
    is_answer = argument.supports is None and argument.target != prep.map.thesis
    return "an answer to the other side" if is_answer else "behind an answer, what falls, or many reasons"


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

"""The cards of a side as a text file that Anki imports, by the headers of its manual ("Text Files", "File Headers").

Each note has an id of its own, made of the map, the side and the argument, so that a second import brings the notes up
to date and keeps what Anki knows of them. Texts are HTML, in which no tab, line end or quotation mark is left.
"""

from __future__ import annotations

from hashlib import sha256
from html import escape

from coldwater.prep.practice.cards import map_key
from coldwater.prep.practice.told import answers, argued
from coldwater.prep.setting.page import Item, Line
from coldwater.printable import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.practice.cards import Card
    from coldwater.prep.setting.page import Part

#: The deck stands in a column, as Anki makes a deck that is not there only then.
_HEADERS = (
    "#separator:tab", "#html:true", "#notetype:Basic", "#guid column:1", "#deck column:2", "#tags column:5",
    "#columns:GUID\tDeck\tFront\tBack\tTags",
)  # fmt: skip
#: What Anki or its typesetter would take for more than text: brackets (sounds, LaTeX), braces, backslashes.
_SPECIAL = {ord(sign): f"&#{ord(sign)};" for sign in "[]{}\\"}


def anki_text(prep: Preparation, cards: Iterable[Card]) -> str:
    """Give the cards as text for Anki, a note a line, in the order of their ids."""
    rows = [_row(prep, card) for card in sorted(cards, key=lambda card: card.name)]
    return "\n".join((*_HEADERS, *rows)) + "\n"


def _row(prep: Preparation, card: Card) -> str:
    front = _html(argued(prep, card.block.standing.argument, "They argue:"))
    back = _html(answers(prep, card.block))
    deck = f"{_deck_name(prep.map.title)}::{prep.side}"
    return "\t".join((guid(prep, card.name), deck, front, back, f"coldwater {prep.side}"))


def guid(prep: Preparation, name: str) -> str:
    """Give the id of a note: that of its argument on its map, for its side."""
    return sha256("\n".join((map_key(prep), prep.side, name)).encode()).hexdigest()[:20]


def _deck_name(title: str) -> str:
    """Give the title as the name of a deck: two colons would make a deck within a deck, quotes begin a cell."""
    return " ".join(printable(title).replace("::", ": ").replace('"', "'").split())


def _html(parts: Iterable[Part]) -> str:
    return "<br>".join(_lines(parts))


def _lines(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        if not isinstance(part, Item | Line):
            continue
        lead = f"<b>{_safe(part.lead)}</b> " if part.lead else ""
        tag = f" <small>({_safe(part.tag)})</small>" if part.tag else ""
        bullet = "&nbsp;" * 4 * part.depth + "• " if isinstance(part, Item) else ""
        yield f"{bullet}{lead}{_safe(part.text)}{tag}".rstrip()


def _safe(text: str) -> str:
    return escape(" ".join(printable(text).split())).translate(_SPECIAL)

"""The cards of a side as a text file that Anki imports, by the headers of its manual ("Text Files", "File Headers").

Each note has an id of its own, made of ids alone: those of the thesis, the side and the argument. No wording is in it,
nor the place of the file, so that a second import brings the notes up to date and keeps what Anki knows of them,
whatever was reworded or moved. Maps that have these ids in common are told apart by the name of the deck, where one is
asked for. Texts are HTML, in which no tab, line end or quotation mark is left.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256
from html import escape

from coldwater.prep.practice.told import answers, argued
from coldwater.prep.setting.page import Item, Line
from coldwater.printable import printable
from coldwater.semantics.positions import as_seen, seer_of

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
#: A formula begins with it, also where it is written as an entity; a tag between it and the bracket ends that.
_BACKSLASH = "<span>&#92;</span>"
#: What Anki or its typesetter would take for more than text: brackets (sounds, LaTeX), braces, backslashes.
_SPECIAL = {ord(sign): f"&#{ord(sign)};" for sign in "[]{}"} | {ord("\\"): _BACKSLASH}
_NOT_IN_DECK = str.maketrans({'"': "'", "<": "‹", ">": "›"})


def anki_text(prep: Preparation, cards: Iterable[Card], deck: str | None = None) -> str:
    """Give the cards as text for Anki, a note a line, in the order of their ids.

    ``deck``: the name of the deck, which tells the notes from those of a map that has the same ids; None for the title
    of the map, which does not.
    """
    title = ", ".join(filter(None, (prep.map.title if deck is None else deck, as_seen(prep.map))))
    name = f"{_deck_name(title)}::{prep.side}"
    rows = [_row(prep, card, guid(prep, card.name, deck), name) for card in sorted(cards, key=lambda card: card.name)]
    return "\n".join((*_HEADERS, *rows)) + "\n"


def _row(prep: Preparation, card: Card, note: str, deck: str) -> str:
    front = _html(argued(prep, card.block.standing.argument, "They argue:"))
    back = _html(answers(prep, card.block))
    return "\t".join((note, deck, front, back, f"coldwater {prep.side}"))


def guid(prep: Preparation, name: str, deck: str | None = None) -> str:
    """Give the id of a note: that of its argument for its side, on a map with this thesis, in a deck of this name.

    As a position sees the map the answers are others, and so are the notes.
    """
    known_by: list[object] = [prep.map.thesis, prep.side, name, *([] if deck is None else [deck])]
    if (seer := seer_of(prep.map)) is not None:
        known_by.append({"position": seer.id})
    return sha256(json.dumps(known_by).encode()).hexdigest()[:20]


def _deck_name(title: str) -> str:
    """Give the title as the name of a deck: two colons would make a deck within a deck, quotes begin a cell."""
    one_deck = re.sub(":{2,}", ": ", printable(title).translate(_NOT_IN_DECK))
    return " ".join(one_deck.split()).strip(": ") or "coldwater"


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

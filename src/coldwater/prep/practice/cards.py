"""The cards of a drill: each argument of the other side, with what is answered to it."""

from __future__ import annotations

import json
from hashlib import sha256

from coldwater.prep.material.blocks import find_blocks
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.prep.material.blocks import Block
    from coldwater.prep.material.preparation import Preparation


class Card(NamedTuple):
    """An opposing argument to be answered: its id, the digest of what it says, and its block.

    The digest is of what the other side says and aims at, not of the answers to it: 16 hexadecimal digits.
    """

    name: str
    digest: str
    block: Block


def cards_of(prep: Preparation) -> tuple[Card, ...]:
    """Give a card for each opposing argument: those that still bear on the matter first, then by weight."""
    blocks = find_blocks(prep).blocks
    ordered = sorted(blocks, key=lambda node: not blocks[node].is_live)
    return tuple(Card(prep.names[node], said_by(prep, prep.names[node]), blocks[node]) for node in ordered)


def said_by(prep: Preparation, name: str) -> str:
    """Give the digest of what an argument says: the words of its premises, and what it does to the words of what."""
    argument = prep.graph.arguments[name]
    said = [_words(prep, premise) for premise in argument.premises]
    does = "attacks" if argument.supports is None else "supports"
    return _digest([said, does, _words(prep, argument.target)])


def _words(prep: Preparation, name: str) -> object:
    """Give the words of a claim, or those of the premises of an argument."""
    claims = prep.graph.claims
    if name in claims:
        return " ".join(claims[name].text.split())
    return [" ".join(claims[one].text.split()) for one in prep.graph.premises(name)]


def map_key(prep: Preparation) -> str:
    """Give what a map is known by, wherever its file lies: the digest of its title and the id of its thesis."""
    return _digest([" ".join(prep.map.title.split()), prep.map.thesis])


def _digest(value: object) -> str:
    return sha256(json.dumps(value).encode()).hexdigest()[:16]

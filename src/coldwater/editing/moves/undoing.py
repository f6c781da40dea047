"""What takes a move back: stretches put in the places of others, in the very text that it left."""

from __future__ import annotations

from coldwater.editing.moves.difference import stretches_back
from coldwater.errors import MoveRefusedError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.formats.native.move_table import Move


def version_of(text: str) -> str:
    """Give the version of a text, without its byte order mark: 16 hexadecimal digits, others for each other text."""
    from hashlib import sha256  # noqa: PLC0415 - as seldom as moves

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def undo_of(before: str, after: str) -> Move:
    """Give the move that makes of a changed text the one before, byte for byte."""
    stretches = [{"at": at, "gone": gone, "text": text} for at, gone, text in stretches_back(before, after)]
    return {"move": "undo", "version": version_of(after), "stretches": stretches}


def undone(text: str, move: Move, number: int) -> str:
    """Give the text with stretches put back. Raises MoveRefusedError for another text than the move left."""
    if version_of(text) != move["version"]:
        reason = "the map has changed since then, so that it cannot be put back; take back the later moves first"
        raise MoveRefusedError(reason, number, "undo")
    parts: list[str] = []
    done = 0
    for stretch in move["stretches"]:
        at, gone = stretch["at"], stretch["gone"]
        if at < done or text[at : at + len(gone)] != gone:
            raise MoveRefusedError("these stretches do not stand in the map", number, "undo")
        parts += [text[done:at], stretch["text"]]
        done = at + len(gone)
    return "".join([*parts, text[done:]])

"""What takes a move back: stretches put in the places of others, in the very text that it left."""

from __future__ import annotations

from coldwater.editing.moves.difference import stretches_back
from coldwater.errors import MoveRefusedError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.formats.native.move_table import Move


def version_of(text: str) -> str:
    """Give the version of a text, without its byte order mark: 16 hexadecimal digits, others for each other text."""
    from hashlib import sha256  # noqa: PLC0415 - as seldom as moves

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def undo_of(before: str, after: str, renamed: Mapping[tuple[str, str], str] | None = None) -> Move:
    """Give the move that makes of a changed text the one before, byte for byte.

    ``renamed``: the ids that are others now, (section, before) to after: what stands beside the map and names them is
    to follow them back.
    """
    stretches = [{"at": at, "gone": gone, "text": text} for at, gone, text in stretches_back(before, after)]
    names = [{"section": section, "from": old, "to": new} for (section, old), new in (renamed or {}).items()]
    more = {"renamed": names} if names else {}
    return {"move": "undo", "version": version_of(after), "stretches": stretches, **more}


def undone(text: str, move: Move, number: int) -> str:
    """Give the text with stretches put back. Raises MoveRefusedError for another text than the move left."""
    if version_of(text) != move["version"]:
        reason = "the map has changed since then, so that it cannot be put back; take back the later moves first"
        later = "only the undo of the move that was made last fits; by hand or by other moves it can be turned round"
        raise MoveRefusedError(reason, number, "undo", why_none=later)
    parts: list[str] = []
    done = 0
    for stretch in move["stretches"]:
        at, gone = stretch["at"], stretch["gone"]
        if at < done or text[at : at + len(gone)] != gone:
            reason = "these stretches do not stand in the map"
            raise MoveRefusedError(
                reason, number, "undo", why_none="an undo is made as an answer gave it, or not at all"
            )
        parts += [text[done:at], stretch["text"]]
        done = at + len(gone)
    return "".join([*parts, text[done:]])

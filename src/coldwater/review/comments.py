"""Comments that ask to leave findings alone, as changes of a map: what a reviewer must see is no matter of layout."""

from __future__ import annotations

from collections import Counter

from coldwater.findings import Place
from coldwater.formats.native.decoding import decode
from coldwater.formats.native.document import spelling_of
from coldwater.formats.native.limits import MAX_BYTES
from coldwater.formats.native.lines import Lines
from coldwater.formats.native.places import Places
from coldwater.formats.native.spots import RefusedError
from coldwater.formats.native.yaml_comments import read_comments
from coldwater.formats.native.yaml_text import read_yaml
from coldwater.model.data import SECTIONS
from coldwater.review.changes import Change

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.review.reviewing import Review

#: How the field is called in a change: as a comment begins.
FIELD = "# coldwater"


def ignoring_comments(name: str, data: bytes) -> tuple[tuple[str | None, str], ...]:
    """Give what comments in a map file ask to ignore, each with the id of the entry it is about; none in JSON.

    Those that are about no entry have the id None. A file that cannot be read has none.
    """
    if b"coldwater:" not in data or spelling_of(name) == "json":
        return ()
    try:
        text = decode(data, MAX_BYTES)
        places = Places(read_yaml(text).root)
    except RefusedError:
        return ()
    found = []
    lines = Lines(text)
    for comment in read_comments(text):
        if comment.words.startswith("ignore"):
            column = 1 + len(lines.line(comment.first).rstrip())
            place = Place(comment.first, column, comment.first, column)
            found.append((places.owner(place, SECTIONS), comment.words))
    return tuple(found)


def with_comments(
    review: Review, before: tuple[tuple[str | None, str], ...], after: tuple[tuple[str | None, str], ...]
) -> Review:
    """Add to a review the comments that came and went, as one change of the map; a renamed entry is the same."""
    renames = review.difference.renames
    was = Counter(_told(renames.node(id_) if id_ is not None else None, words) for id_, words in before)
    now = Counter(_told(*one) for one in after)
    if was == now:
        return review
    gone, come = (tuple(sorted(one.elements())) for one in (was - now, now - was))
    change = Change("field", "map", review.new.thesis, FIELD, gone, come)
    difference = review.difference._replace(changes=(change, *review.difference.changes))
    return review._replace(difference=difference)


def _told(id_: str | None, words: str) -> str:
    return words if id_ is None else f"{words} (at {id_})"

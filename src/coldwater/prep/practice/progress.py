"""How far somebody has come with the cards of a side, as a value and as text: what was graded, when and how.

Only what happened is kept; when a card comes again is worked out from it (``scheduling``), so that another way to work
it out needs no other file. It reads no file.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

#: Grades by number: what somebody says of the own answer after having seen the map's.
GRADES: Mapping[int, str] = {1: "again", 2: "hard", 3: "good", 4: "easy"}
_VERSION = 1
#: Of the years 2000 to 2999: a date near the last that Python knows leaves no room for the next one.
_STAMP = re.compile(r"2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)


class Review(NamedTuple):
    """An answer that was graded: when (in UTC, to the second), from 1 (again) to 4 (easy), and what the card said."""

    at: datetime
    grade: int
    digest: str


class Progress(NamedTuple):
    """What was graded on the cards of a side: by argument id, in turn. ``title``, ``thesis``, ``path``: of the map.

    ``path`` is where the map lay when it was last drilled. Cards that are not on the map any more are kept.
    """

    title: str
    thesis: str
    path: str
    side: str
    reviews: Mapping[str, tuple[Review, ...]]

    def graded(self, name: str, review: Review) -> Progress:
        """Give the progress with one more answer graded."""
        return self._replace(reviews={**self.reviews, name: (*self.reviews.get(name, ()), review)})

    def following(self, cards: Mapping[str, str]) -> Progress:
        """Give the progress with what was graded under ids that are gone moved to the new ids of the same cards.

        ``cards``: the digests of all cards there are, by id. A card without reviews takes those of an id that is no
        card any more and said just what it says; none where that fits several.
        """
        gone = {name: rows[-1].digest for name, rows in self.reviews.items() if rows and name not in cards}
        come = {name: digest for name, digest in cards.items() if not self.reviews.get(name)}
        reviews = dict(self.reviews)
        for name, digest in come.items():
            known = [old for old, said in gone.items() if said == digest]
            if len(known) == 1 and list(come.values()).count(digest) == 1:
                reviews[name] = reviews.pop(known[0])
        return self._replace(reviews=reviews)

    def of(self, name: str, digest: str) -> tuple[Review, ...]:
        """Give the reviews of a card as long as it has said what it says now."""
        return tuple(one for one in self.reviews.get(name, ()) if one.digest == digest)


class NoProgressError(ValueError):
    """A text holds no progress that can be read here; the message says why."""


def write_progress(progress: Progress) -> str:
    """Give progress as text: one review a line, so that a person can read it."""
    cards = {
        name: [[_stamp(one.at), one.grade, one.digest] for one in reviews] for name, reviews in progress.reviews.items()
    }
    head = {"title": progress.title, "thesis": progress.thesis, "path": progress.path}
    lines = [f"    {json.dumps(name)}: {_in_lines(rows)}" for name, rows in sorted(cards.items())]
    body = "{\n" + ",\n".join(lines) + "\n  }" if lines else "{}"
    return (
        f'{{\n  "coldwater-drill": {_VERSION},\n  "map": {json.dumps(head)},\n'
        f'  "side": {json.dumps(progress.side)},\n  "cards": {body}\n}}\n'
    )


def _in_lines(rows: list[list[object]]) -> str:
    return "[\n" + ",\n".join(f"      {json.dumps(row)}" for row in rows) + "\n    ]"


def read_progress(text: str) -> Progress:
    """Read progress. Raises NoProgressError for a text that holds none, or one of another version."""
    try:
        data = json.loads(text)
        version = data["coldwater-drill"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise NoProgressError("it holds no progress of a drill") from None
    if version != _VERSION:
        raise NoProgressError(f"it is of version {version!r}, which is not known here")
    try:
        head = data["map"]
        title, thesis, path, side = map(_text, (head["title"], head["thesis"], head["path"], data["side"]))
        reviews = {name: tuple(_review(row) for row in rows) for name, rows in data["cards"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise NoProgressError("it is damaged") from None
    return Progress(title, thesis, path, side, reviews)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _review(row: Any) -> Review:
    at, grade, digest = row
    if type(grade) is not int or grade not in GRADES or not _STAMP.fullmatch(_text(at)):
        raise ValueError
    return Review(datetime.fromisoformat(at), grade, _text(digest))


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

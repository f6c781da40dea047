"""What a drill prints and keeps."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from coldwater.schemas.words import Count, SeenAs, Side

CardState = Literal["due", "changed", "new", "later"]
Grade = Literal[1, 2, 3, 4]


class CardCounts(TypedDict):
    """How many cards are in which state."""

    due: Count
    changed: Count
    new: Count
    later: Count


class CardStanding(TypedDict):
    """A card: an argument of the other side to be answered."""

    argument: str
    state: CardState
    due: str | None
    """When it comes again, in UTC, as 2026-05-01T12:00:00Z."""
    grades: list[Grade]
    """So far: 1 again, 2 hard, 3 good, 4 easy."""


class DrillReport(TypedDict):
    """What `coldwater prep drill --stats --output-format json` prints."""

    version: Literal[1]
    side: Side
    position: NotRequired[SeenAs]
    """As which position the map is seen; missing where it is judged as it is written."""
    counts: CardCounts
    cards: list[CardStanding]


class DrilledMap(TypedDict):
    """The map of a drill, and where it lay when it was last drilled."""

    title: str
    thesis: str
    path: str


#: The first key has a hyphen.
ProgressFile = TypedDict(
    "ProgressFile",
    {
        "coldwater-drill": Literal[1],
        "map": DrilledMap,
        "side": Side,
        "cards": dict[str, list[tuple[str, Grade, str]]],
    },
)
ProgressFile.__doc__ = (
    "What a drill keeps, by argument: of each answer when it was given (UTC), its grade, and a digest of the card."
)

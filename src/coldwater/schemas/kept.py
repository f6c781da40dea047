"""Files that are kept beside maps and read again: review stamps, baselines, notes of rounds."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from coldwater.schemas.words import Number


class ReviewStamp(TypedDict):
    """Who looked at an argument, when, and what it rested on then."""

    by: str
    on: str
    """Year-month-day."""
    rests_on: dict[str, str]
    """Fingerprints by id, its own first."""


class ReviewsFile(TypedDict):
    """Review stamps, `NAME.argmap.reviews.json`, as `coldwater review` writes them."""

    version: Literal[1]
    reviews: dict[str, ReviewStamp]
    """By argument."""


class KnownFinding(TypedDict):
    """Findings that a project lives with."""

    path: str
    """The map, from the folder of the baseline."""
    rule: str
    id: NotRequired[str]
    """Not there where a finding has none."""
    count: NotRequired[Number]
    """How many of them; 1 unless given."""


class BaselineFile(TypedDict):
    """A baseline, `coldwater-baseline.json`, as `coldwater check --write-baseline` writes it."""

    version: Literal[1]
    findings: list[KnownFinding]


SideName = Literal[
    "pro", "con", "aff", "neg", "prop", "opp", "gov", "affirmative", "negative", "proposition", "opposition",
    "government",
]  # fmt: skip
#: ``is`` and ``in`` are no names that a class body could hold.
CameUpEntry = TypedDict(
    "CameUpEntry",
    {
        "said": NotRequired[str],
        "is": NotRequired[str],
        "in": NotRequired[str],
        "against": NotRequired[str],
        "answer": NotRequired[str],
        "held": NotRequired[bool],
        "note": NotRequired[str],
    },
)
CameUpEntry.__doc__ = (
    "Something that the other side said: in words (said), or the id that it has on the map (is); in which speech (in); "
    "against which id; what was answered, in words or by id, and whether that held."
)


class RoundNotesFile(TypedDict):
    """Notes of a round, as `coldwater prep gaps --round` reads them, in YAML or JSON."""

    side: SideName
    """On which side the round was debated."""
    round: NotRequired[str]
    """What it is called."""
    date: NotRequired[str]
    debate: NotRequired[str]
    """Of which format it was."""
    judge: NotRequired[str]
    opponent: NotRequired[str]
    result: NotRequired[str]
    speeches: NotRequired[dict[str, str]]
    """What was noted of each, by its code."""
    came_up: NotRequired[list[CameUpEntry]]
    """What the other side said."""
    note: NotRequired[str]

"""Files that are kept beside maps and read again: review stamps and baselines."""

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

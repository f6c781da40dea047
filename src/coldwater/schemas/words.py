"""Words and small objects that several documents have in common."""

from __future__ import annotations

from typing import Annotated, Literal

from annotated_types import Ge, Le
from typing_extensions import TypedDict

#: From 0 up; from 1 up; from 0 to 1.
Count = Annotated[int, Ge(0)]
Number = Annotated[int, Ge(1)]
Share = Annotated[float, Ge(0), Le(1)]
Side = Literal["pro", "con"]
Severity = Literal["error", "warning", "info"]
#: What is said of a claim or an argument: it stands, it falls, or neither.
Word = Literal["in", "out", "undecided"]
#: Why; docs/verdicts.md defines each.
Reason = Literal[
    "granted", "grounded", "supported", "outweighs", "stands",
    "refuted", "outweighed", "unsupported", "set-aside", "premise-out", "undercut",
    "tied", "open", "depends",
]  # fmt: skip
Labelling = Literal["grounded", "complete", "preferred", "stable"]
Weighing = Literal["weakest-link", "last-link"]
Gradual = Literal["df-quad", "quadratic-energy", "euler"]
#: What cut a search short: its time, or the number of things that it looks at.
CutBy = Literal["time", "count"]


class Verdict(TypedDict):
    """What evaluation says of a claim or an argument, and why."""

    verdict: Word
    reason: Reason


class Parameters(TypedDict):
    """The parameters of the proof standards, each in 0..1."""

    alpha: Share
    beta: Share
    gamma: Share


class SeenAs(TypedDict):
    """The position as which a map is seen: what it accepts is granted, what it rejects set aside."""

    id: str
    name: str
    accepts: list[str]
    """Without what it rejects as well, which counts as rejected."""
    rejects: list[str]


class AnyOf(TypedDict):
    """Claims of which any one will do."""

    any_of: list[str]

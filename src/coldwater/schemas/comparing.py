"""What ``coldwater diff`` and ``coldwater gate`` print."""

from __future__ import annotations

from typing import Any, Literal, NotRequired

from typing_extensions import TypedDict

from coldwater.schemas.words import Count, Side, Verdict, Word

ChangeSort = Literal["map", "claim", "argument", "source", "position", "question"]
ChangeKind = Literal[
    "added", "removed", "renamed", "reworded", "retargeted", "turned", "premises", "contradictions", "cites",
    "field",
]  # fmt: skip
LookKind = Literal["verdict", "gaps", "reviews", "hidden"]


class ReportedChange(TypedDict):
    """One difference between two states of a map."""

    kind: ChangeKind
    sort: ChangeSort
    id: str
    """The new id, or the old one of what was removed; of the map its thesis."""
    field: str | None
    """The field as the format spells it; null where it is none."""
    before: Any
    """A text, an id, a number, a list or a mapping of the format; null where there was nothing."""
    after: Any


class ThesisChange(TypedDict):
    """The verdict on the thesis before and after."""

    id: str
    before: Verdict
    after: Verdict
    turned: bool


class TurnedVerdict(TypedDict):
    """A verdict that the change turned, and the changes that did it, the nearest first."""

    id: str
    before: Verdict
    after: Verdict
    causes: list[ReportedChange]


class ChangedCrux(TypedDict):
    """A crux that came or went: of each list any one claim will do."""

    claims: list[list[str]]
    verdict: Word
    """What the verdict on the thesis becomes without them."""
    gains: Side


class ChangedCruxes(TypedDict):
    """Cruxes that came and went; compared up to ``complete_to`` claims."""

    came: list[ChangedCrux]
    gone: list[ChangedCrux]
    complete_to: Count


class ChangedGap(TypedDict):
    """An argument that nothing answers, or that stands in spite of its answers, and the sides that it serves."""

    id: str
    sides: list[Side]


class ChangedGaps(TypedDict):
    """Such arguments that came and went."""

    came: list[ChangedGap]
    gone: list[ChangedGap]


class ReportedThesis(TypedDict):
    """What became of one of several theses."""

    id: str
    before: Verdict | None
    """Null where there was no such claim."""
    after: Verdict | None
    """Null where there is none any more."""
    turned: bool
    was_thesis: bool
    is_thesis: bool
    cruxes: ChangedCruxes
    gaps: ChangedGaps
    cut: bool


class MapDifference(TypedDict):
    """What changed in a map."""

    path: str
    thesis: ThesisChange
    """Of several the first."""
    theses: NotRequired[list[ReportedThesis]]
    """All theses, where there are several or were: those of now in their order, then those that are none any more."""
    turned: list[TurnedVerdict]
    cruxes: ChangedCruxes
    gaps: ChangedGaps
    cut: bool
    """A limit of time or number was reached in the search for cruxes and gaps."""
    changes: list[ReportedChange]


class LoneMap(TypedDict):
    """A map that is on one side only."""

    path: str
    title: str
    thesis: str
    claims: Count
    arguments: Count


class MovedMap(TypedDict):
    """A map that has another path than it had, whether it changed or not."""

    path: str
    old_path: str


class DiffReport(TypedDict):
    """What `coldwater diff --output-format json` prints."""

    version: Literal[1]
    maps: list[MapDifference]
    """Those that changed, what matters most first."""
    new: list[LoneMap]
    gone: list[LoneMap]
    moved: list[MovedMap]
    unchanged: Count
    """How many maps have no change."""


class GateLook(TypedDict):
    """One of the things that the gate looks at."""

    kind: LookKind
    passes: bool
    told: str
    """What was seen, in a sentence."""
    ids: list[str]
    """The claims or arguments that it is about."""


class GatedMap(TypedDict):
    """A map at the gate."""

    path: str
    old_path: str | None
    """The path that it had, if it was moved; else null."""
    passes: bool
    looks: list[GateLook]


class UnreadMap(TypedDict):
    """A map that the gate could not look at, so that the change does not pass."""

    path: str
    error: str
    """Why, in a sentence."""


class GateReport(TypedDict):
    """What `coldwater gate --output-format json` prints."""

    version: Literal[1]
    base: str
    """The revision as it was asked for."""
    passes: bool
    maps: list[GatedMap]
    unread: list[UnreadMap]

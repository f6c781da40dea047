"""What ``coldwater positions`` prints. docs/positions.md tells the keys."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from coldwater.model.models import Standard
from coldwater.schemas.words import Parameters, Verdict, WeighedVerdict, Weighing


class ReportedGround(TypedDict):
    """An argument, or a claim that contradicts another, and what the position says of what it rests on."""

    id: str
    accepted: list[str]
    """The claims it rests on that the position accepts."""
    follows: list[str]
    """Those that follow from what it accepts."""
    unspoken: list[str]
    """Those of which it says nothing."""


class ReportedClash(Verdict):
    """A claim that the position accepts and that does not stand as it sees the map."""

    claim: str
    own: bool
    """Whether what keeps it from standing rests on nothing but what the position accepts."""
    by: list[ReportedGround]


class OpenTo(TypedDict):
    """A consequence that a position is open to: it rejects the claim, which follows from the rest of what it sees."""

    claim: str
    by: list[ReportedGround]


class PositionOnThesis(TypedDict):
    """What a position says of one of several theses, and what follows for it."""

    id: str
    stance: Literal["accepts", "rejects"] | None
    thesis: Verdict
    entailed: WeighedVerdict


class ReportedPosition(TypedDict):
    """What a position says, and what follows for it."""

    id: str
    name: str
    accepts: list[str]
    rejects: list[str]
    both: list[str]
    """What it accepts and rejects at once; it counts as rejected, and stands in `rejects` alone."""
    coherent: bool
    """Whether nothing is in `both`, and none of the clashes is its own."""
    stance: Literal["accepts", "rejects"] | None
    """What it says of the thesis; null where it says nothing."""
    thesis: Verdict
    """The verdict on the thesis as it sees the map."""
    entailed: WeighedVerdict
    """The same, were it to say nothing of the thesis: what its other claims entail."""
    theses: NotRequired[list[PositionOnThesis]]
    """The three of each thesis, where the map has several; the first is that which `thesis` is about."""
    clashes: list[ReportedClash]
    open_to: list[OpenTo]


class ReportedDispute(TypedDict):
    """A claim that some positions reject and others hold. The lists are ids of positions."""

    claim: str
    held: Literal["accepts", "follows", "granted"]
    """The plainest way in which it is held."""
    rejects: list[str]
    accepts: list[str]
    follows: list[str]
    """They say nothing of it, but an argument for it stands as they see the map."""
    granted: list[str]
    """They say nothing of it, and nobody argues for it: they leave it standing."""


class PositionsReport(TypedDict):
    """What `coldwater positions --output-format json` prints."""

    version: Literal[1]
    semantics: Literal["grounded"]
    standard: Standard
    weighing: Weighing
    parameters: Parameters
    thesis: str
    """Of several the one that is meant: the first, or that of `--thesis`."""
    positions: list[ReportedPosition]
    """In the order of the file."""
    disputes: list[ReportedDispute]
    """Where word stands against word first."""

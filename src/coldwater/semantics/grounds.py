"""Grounds with a force: what a claim stands on by itself, whatever is argued for it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.model.models import Claim

#: A credence from here on is a ground.
GROUND = 0.5


def ground_of(claim: Claim) -> float | None:
    """Give the force of the ground that a claim has by itself, in 0..1; None if it has none."""
    if claim.credence is not None:
        return claim.credence if claim.credence >= GROUND else None
    return 1.0 if claim.kind == "fact" and claim.cites else None

"""What was lost in a conversion, said on stderr and as data."""

from __future__ import annotations

import json

from coldwater.cli.output import say
from coldwater.printable import printable
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from coldwater.exchange import Conversion
    from coldwater.findings import Finding
    from coldwater.formats.foreign.imported import Counts
    from coldwater.formats.foreign.losses import Loss

#: How many ids of a loss are said, and how many remarks.
_MOST_IDS = 8
_MOST_REMARKS = 12


class Lost(NamedTuple):
    """What is to be said of a conversion, small enough to be sent from one process to another."""

    name: str
    counts: Counts
    losses: tuple[Loss, ...]
    findings: tuple[Finding, ...]


def lost_in(name: str, conversion: Conversion) -> Lost:
    """Give what is to be said of a conversion."""
    return Lost(name, conversion.counts, conversion.losses, conversion.findings)


def say_losses(name: str, conversion: Conversion) -> None:
    """Say what was lost, a line for each kind, and where the file bends its format."""
    say_lost(lost_in(name, conversion))


def say_lost(lost: Lost) -> None:
    """Say what was lost, as ``say_losses`` does."""
    name = printable(lost.name)
    for finding in lost.findings[:_MOST_REMARKS]:
        say(f"{name}:{finding.line}:{finding.column}: {finding.message}")
    if len(lost.findings) > _MOST_REMARKS:
        say(f"{name}: {len(lost.findings) - _MOST_REMARKS:,} remarks more; `coldwater check` tells all")
    for loss in lost.losses:
        say(f"{name}: {loss_line(loss)}")


def loss_line(loss: Loss) -> str:
    """Give a loss in words.

    >>> from coldwater.formats.foreign.losses import Loss
    >>> loss_line(Loss("rephrasing", "rephrasings", 3, ("12", "40", "41"), "a map has no word for them"))
    '3 rephrasings left out: 12, 40, 41 (a map has no word for them)'
    """
    what = loss.what if loss.times == 1 else loss.many
    at = ", ".join(loss.at[:_MOST_IDS]) + (
        f" and {len(loss.at) - _MOST_IDS:,} more" if len(loss.at) > _MOST_IDS else ""
    )
    return f"{loss.times:,} {what} left out{': ' + at if at else ''} ({loss.why})"


def losses_text(name: str, target: str, conversion: Conversion) -> str:
    """Give the losses of one conversion as JSON text."""
    return (
        json.dumps({"version": 1, **losses_data(lost_in(name, conversion), target)}, indent=2, ensure_ascii=False)
        + "\n"
    )


def losses_data(lost: Lost, target: str) -> dict[str, Any]:
    """Give the losses of a conversion as data."""
    return {
        "in": lost.name,
        "out": target,
        "read": lost.counts._asdict(),
        "losses": [loss.data() for loss in lost.losses],
    }

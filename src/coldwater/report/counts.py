"""How many findings of each severity there are, as numbers and in words."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.findings import Finding


def count(findings: Sequence[Finding]) -> dict[str, int]:
    """Give the number of findings by severity, all three named."""
    counts = {"error": 0, "warning": 0, "info": 0}
    for finding in findings:
        counts[finding.severity] += 1
    return counts


def summary(findings: Sequence[Finding], files: int) -> str:
    """Say in a line what was found in how many files."""
    where = plural(files, "map")
    if not findings:
        return f"{where} checked: no findings"
    counts = count(findings)
    parts = [plural(number, severity) for severity, number in counts.items() if number]
    return f"{where} checked: {', '.join(parts)}"


def plural(number: int, noun: str) -> str:
    """Give a number with its noun.

    >>> plural(2, "map")
    '2 maps'
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"

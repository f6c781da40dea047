"""How many findings of each severity there are, as numbers and in words."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coldwater.findings import Finding, Severity
    from coldwater.report.citations import Citations, Numbers

#: From the worst down.
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


class Tally:
    """What has been counted so far: the files checked, in order, and their findings by severity.

    ``held_back`` counts the findings that a baseline holds back; None where there is no baseline. ``failures`` say what
    could not be checked, and why; ``skipped`` are the files that look like maps and were not looked at, each with what
    to do about it; ``citations`` is None where no map has quotes or fingerprints.
    """

    def __init__(self) -> None:
        self.files: list[str] = []
        self.counts: dict[str, int] = dict.fromkeys(SEVERITIES, 0)
        self.held_back: int | None = None
        self.failures: list[str] = []
        self.skipped: dict[str, str] = {}
        self.citations: Citations | None = None

    def add(self, path: str, findings: Iterable[Finding]) -> None:
        """Count a file and what was found in it."""
        self.files.append(path)
        for finding in findings:
            self.counts[finding.severity] += 1

    def look_up(self, quotes: Numbers, fingerprints: Numbers, missing: Iterable[str]) -> None:
        """Count what came of the quotes and fingerprints of a map, as :class:`Citations` does."""
        if self.citations is None:
            from coldwater.report.citations import Citations  # noqa: PLC0415 - most maps quote nothing

            self.citations = Citations()
        self.citations.add(quotes, fingerprints, missing)

    def summary(self) -> str:
        """Say in a line what was found in how many files, what came of quotes, and how much was not looked at."""
        said = in_words(self.counts, len(self.files), self.held_back or 0)
        if self.citations is not None:
            said = f"{said}; {self.citations.in_words()}"
        if not self.skipped:
            return said
        look = "looks like a map" if len(self.skipped) == 1 else "look like maps"
        return f"{said}; not looked at: {plural(len(self.skipped), 'file')} that {look}"


def count(findings: Iterable[Finding]) -> dict[str, int]:
    """Give the number of findings by severity, all three named."""
    counts: dict[str, int] = dict.fromkeys(SEVERITIES, 0)
    for finding in findings:
        counts[finding.severity] += 1
    return counts


def summary(findings: Iterable[Finding], files: int) -> str:
    """Say in a line what was found in how many files."""
    return in_words(count(findings), files)


def in_words(counts: Mapping[str, int], files: int, held_back: int = 0) -> str:
    """Say in a line what was found in how many files, and how much a baseline holds back.

    >>> in_words({"error": 2, "warning": 0, "info": 1}, 3, 4)
    '3 maps checked: 2 errors, 1 info; 4 held back by the baseline'
    """
    parts = [plural(number, severity) for severity, number in counts.items() if number]
    rest = f"; {held_back:,} held back by the baseline" if held_back else ""
    return f"{plural(files, 'map')} checked: {', '.join(parts) or 'no findings'}{rest}"


def plural(number: int, noun: str) -> str:
    """Give a number with its noun.

    >>> plural(2, "map")
    '2 maps'
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"

"""Findings as Markdown, for the summary of a job or a comment on a pull request."""

from __future__ import annotations

from coldwater.markdown import begun, escaped, escaped_prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.findings import Finding
    from coldwater.report.counts import Tally

#: Rows of the table: a summary of GitHub holds a megabyte, and nobody reads more.
MOST = 500


def as_markdown(findings: Sequence[Finding], tally: Tally) -> str:
    """Give a heading, the summary and a table, the most severe findings first; of very many the rest is counted."""
    parts = ["### coldwater check", tally.summary() + "."]
    ordered = sorted(findings, key=lambda finding: ("error", "warning", "info").index(finding.severity))
    if ordered:
        parts.append("\n".join(["| | where | rule | what |", "|---|---|---|---|", *map(_row, ordered[:MOST])]))
    if len(ordered) > MOST:
        parts.append(f"… and {len(ordered) - MOST:,} more.")
    if tally.skipped:
        parts.append(
            "\n".join(
                f"* {begun(escaped(path))}: {escaped_prose(said)}" for path, said in list(tally.skipped.items())[:MOST]
            )
        )
    return "\n\n".join(parts) + "\n"


def _row(finding: Finding) -> str:
    place = escaped(f"{finding.path}:{finding.line}:{finding.column}")
    rule = f"{finding.rule} {finding.name}"
    return f"| {finding.severity} | {place} | {rule} | {escaped_prose(finding.message)} |"

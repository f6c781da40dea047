"""Findings as text for people and as data for programs. It knows findings only: no map, no rule, no file."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coldwater.findings import Finding

#: What ``--output-format`` takes.
FORMATS = ("full", "concise", "json")


def report(
    findings: Sequence[Finding], format_: str, texts: Mapping[str, str], files: int, colour: bool = False
) -> str:
    """Give findings in one of FORMATS, with a line end at the end.

    ``texts`` holds the files' texts by path, for the code frames of ``full``; ``files`` is how many were checked.
    """
    if format_ == "json":
        from coldwater.report.json_output import as_json  # noqa: PLC0415 - each start pays for one format only

        return as_json(findings, files)
    if not findings:
        from coldwater.report.counts import summary  # noqa: PLC0415

        return summary(findings, files) + "\n"
    from coldwater.report.plain import concise, full  # noqa: PLC0415

    return full(findings, texts, files, colour) if format_ == "full" else concise(findings, files)

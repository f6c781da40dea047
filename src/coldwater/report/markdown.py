"""Findings as Markdown, for the summary of a job or a comment on a pull request."""

from __future__ import annotations

import re

from coldwater.printable import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.findings import Finding
    from coldwater.report.counts import Tally

#: Rows of the table: a summary of GitHub holds a megabyte, and nobody reads more.
MOST = 500
#: What Markdown, HTML or GitHub would take for more than itself.
_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~&@:$]|(?<=www)\.", re.IGNORECASE)
_CODE_SPAN = re.compile("`([^`]+)`")


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
            "\n".join(f"* {_plain(path)}: {escaped(said)}" for path, said in list(tally.skipped.items())[:MOST])
        )
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    r"""Give a text that Markdown shows as it is within a line; what stands in backticks becomes code.

    Nothing in it becomes a link, a mention, a tag or a column of a table.

    >>> escaped("`a|b` *is* @you")
    '<code>a&#124;b</code> &#42;is&#42; &#64;<!-- -->you'
    """
    text = printable(text)
    parts = []
    end = 0
    for match in _CODE_SPAN.finditer(text):
        parts += [_plain(text[end : match.start()]), f"<code>{_plain(match[1])}</code>"]
        end = match.end()
    return "".join([*parts, _plain(text[end:])])


def _row(finding: Finding) -> str:
    place = f"{_plain(finding.path)}&#58;{finding.line}&#58;{finding.column}"
    rule = f"{finding.rule} {finding.name}"
    return f"| {finding.severity} | {place} | {rule} | {escaped(finding.message)} |"


def _plain(text: str) -> str:
    """Write special characters by their number; a comment parts "@" from a name, which GitHub would notify."""
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};" + "<!-- -->" * (match[0] == "@"), printable(text))

"""Findings as text for people and as data for programs. It knows findings only: no map, no rule, no file.

A format is a module of its own, imported when it is asked for. Those that give one entry after the other are written
while maps are still being checked; the others are one document, written at the end.
"""

from __future__ import annotations

from coldwater.report.counts import Tally

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coldwater.findings import Finding
    from coldwater.report.sarif import Tool

#: What ``--output-format`` takes.
FORMATS = ("full", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit", "markdown")
#: Those for platforms, which want paths from the root of the repository.
FOR_PLATFORMS = frozenset({"github", "gitlab", "sarif", "junit", "markdown"})
#: Those that say what would mend a finding.
WITH_FIXES = frozenset({"json", "jsonl", "gitlab", "sarif"})


class Reporter:
    """Takes what was found map by map, and gives what can be written at once; at the end, the rest."""

    def __init__(
        self,
        format_: str,
        colour: bool = False,
        fails_on: str = "error",
        tool: Tool | None = None,
        width: int | None = None,
    ) -> None:
        """Take one of FORMATS.

        ``fails_on`` is the least severity that JUnit shows as a failure; ``tool`` is what SARIF says of us; ``width``
        is that of the terminal, to which what is for people is set, None elsewhere.
        """
        self.tally = Tally()
        self._format = format_
        self._colour = colour
        self._fails_on = fails_on
        self._tool = tool
        self._width = width
        self._kept: list[Finding] = []

    def add(self, path: str, text: str, findings: Sequence[Finding]) -> str:
        """Take the findings of a map, with the map's text for code frames; give what can be written of them now."""
        self.tally.add(path, findings)
        if not findings:
            return ""
        write = _STREAMED.get(self._format)
        if write is not None:
            return write(findings, text, self._colour, self._width)
        self._kept.extend(findings)
        return ""

    def end(self) -> str:
        """Give what remains to be written: a summary, or the whole document. It ends with a line end, if not empty."""
        if self._format == "jsonl":
            return ""
        if self._format in _STREAMED:
            return self._annotations() + _fitted(self.tally.summary(), self._width) + "\n"
        return self._document()

    def _annotations(self) -> str:
        """Give what GitHub is told about files that were not looked at; nothing for other platforms and people."""
        if self._format != "github" or not self.tally.skipped:
            return ""
        from coldwater.report.github import as_warning  # noqa: PLC0415

        return "".join(as_warning(path, said) for path, said in self.tally.skipped.items())

    def _document(self) -> str:
        if self._format == "json":
            from coldwater.report.json_output import as_json  # noqa: PLC0415 - each start pays for one format only

            return as_json(self._kept, self.tally)
        if self._format == "gitlab":
            from coldwater.report.gitlab import as_gitlab  # noqa: PLC0415

            return as_gitlab(self._kept)
        if self._format == "sarif":
            from coldwater.report.sarif import Tool, as_sarif  # noqa: PLC0415

            return as_sarif(self._kept, self._tool or Tool("0.0.0"), self.tally.failures, self.tally.skipped)
        if self._format == "junit":
            from coldwater.report.junit import as_junit  # noqa: PLC0415

            return as_junit(self._kept, self.tally, self._fails_on)
        from coldwater.report.markdown import as_markdown  # noqa: PLC0415

        return as_markdown(self._kept, self.tally)


def report(  # noqa: PLR0913 - what a Reporter takes, and what it would be given in turn
    findings: Sequence[Finding],
    format_: str,
    texts: Mapping[str, str],
    files: int,
    colour: bool = False,
    width: int | None = None,
) -> str:
    """Give findings in one of FORMATS, with a line end at the end.

    ``texts`` holds the files' texts by path, for the code frames of ``full``; ``files`` is how many were checked;
    ``width`` is that of the terminal, None elsewhere.
    """
    from itertools import groupby  # noqa: PLC0415 - a check reports as it goes

    reporter = Reporter(format_, colour, width=width)
    together = groupby(findings, lambda finding: finding.path)
    parts = [reporter.add(path, texts.get(path, ""), tuple(group)) for path, group in together]
    named = list(dict.fromkeys(finding.path for finding in findings))
    reporter.tally.files = [*named, *[""] * files][:files]
    return "".join(parts) + reporter.end()


def _fitted(line: str, width: int | None) -> str:
    if width is None or len(line) <= width:
        return line
    from coldwater.rows import hung  # noqa: PLC0415 - most lines fit

    return "\n".join(hung(line, width))


def _full(findings: Sequence[Finding], text: str, colour: bool, width: int | None) -> str:
    from coldwater.report.plain import full  # noqa: PLC0415 - a clean check needs no frame

    return full(findings, text, colour, width)


def _concise(findings: Sequence[Finding], _text: str, _colour: bool, _width: int | None) -> str:
    from coldwater.report.plain import finding_line  # noqa: PLC0415

    return "".join(finding_line(finding) + "\n" for finding in findings)


def _jsonl(findings: Sequence[Finding], _text: str, _colour: bool, _width: int | None) -> str:
    from coldwater.report.json_output import as_line  # noqa: PLC0415

    return "".join(map(as_line, findings))


def _github(findings: Sequence[Finding], _text: str, _colour: bool, _width: int | None) -> str:
    from coldwater.report.github import as_command  # noqa: PLC0415

    return "".join(map(as_command, findings))


_STREAMED: Mapping[str, Callable[[Sequence[Finding], str, bool, int | None], str]] = {
    "full": _full,
    "concise": _concise,
    "jsonl": _jsonl,
    "github": _github,
}

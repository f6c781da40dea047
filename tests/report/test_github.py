"""Workflow commands: one line each, read back by the runner's own rules, whatever a map holds."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from coldwater.findings import Finding
from coldwater.printable import printable
from coldwater.report import report
from strategies import findings

FOUND = Finding("CW103", "orphan-premise", "error", "maps/a.argmap.yaml", 7, 3, 7, 8, "noise", "It reaches nothing.")
_COMMAND = re.compile(r"::(\w+) ([^:]*)::(.*)")


def read_back(line: str) -> tuple[str, dict[str, str], str]:
    """Read a command as the runner does: kind, properties, message."""
    match = _COMMAND.fullmatch(line)
    assert match, line
    properties = dict(pair.split("=", 1) for pair in match[2].split(","))
    for name, value in properties.items():
        properties[name] = value.replace("%3A", ":").replace("%2C", ",")
    unescaped = [part.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%") for part in properties.values()]
    return match[1], dict(zip(properties, unescaped, strict=True)), match[3].replace("%25", "%")


def test_a_finding_stands_at_its_line() -> None:
    assert report([FOUND], "github", {}, 1) == (
        "::error file=maps/a.argmap.yaml,line=7,col=3,endColumn=7,title=CW103 orphan-premise"
        "::maps/a.argmap.yaml:7:3: CW103 It reaches nothing.\n"
        "1 map checked: 1 error\n"
    )


def test_severities_have_their_kinds() -> None:
    found = [FOUND._replace(severity=severity) for severity in ("error", "warning", "info")]
    lines = report(found, "github", {}, 1).splitlines()
    assert [line.split()[0] for line in lines[:3]] == ["::error", "::warning", "::notice"]


def test_a_place_over_several_lines_is_named_by_its_first() -> None:
    shown = report([FOUND._replace(end_line=9)], "github", {}, 1)
    assert "line=7,title=" in shown


@given(findings())
@example(FOUND._replace(message="::set-output name=x::y\n::error::no", path="a,b:c%0A\n::warning::d", id=None))
@example(FOUND._replace(message="##[add-mask]x 100% \r\n"))
def test_a_command_holds_what_it_was_given_on_one_line(finding: Finding) -> None:
    command, summary = report([finding], "github", {}, 1).splitlines()
    _, properties, message = read_back(command)
    assert properties["file"] == printable(finding.path)
    assert properties["title"] == f"{finding.rule} {finding.name}"
    place = f"{printable(finding.path)}:{finding.line}:{finding.column}"
    assert message == f"{place}: {finding.rule} {printable(finding.message)}"
    assert summary.startswith("1 map checked")


@given(st.lists(findings(), max_size=20))
def test_nothing_is_dropped_however_much_there_is(found: list[Finding]) -> None:
    assert report(found, "github", {}, 1).count("\n") == len(found) + 1

"""Slips of people who write maps by hand, one small map each, with what must be said of it at its head.

`# expect: CW001 7 line up with; line 5`: a finding of the rule (`CW001/CW003`: of one of them) in line 7, in whose
message all the words stand (`a|b`: one of them). `# expect: clean`: nothing is found, and nothing is changed.
`# after 7:     kind: fact`: what the safe fix makes of line 7; all other lines stay. Its choice of quotes is free.
`# fix: none`: nothing is changed. `# fix: any`: the fix is free to do what takes no letter and adds no finding.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from coldwater import api, revise
from coldwater.model.data import as_data

SLIPS = sorted(Path(__file__).parent.glob("*.argmap.yaml"))
_EXPECT = re.compile(r"# expect: (CW\d{3}(?:/CW\d{3})*) (\d+) ?(.*)")
_AFTER = re.compile(r"# after (\d+): ?(.*)")


class Expected(NamedTuple):
    """A finding that must be there: one of some rules, a line, and words of the message with their alternatives."""

    rules: tuple[str, ...]
    line: int
    words: tuple[str, ...]


class Slip(NamedTuple):
    """A map with slips, and what is expected of it; ``fixed`` is None where the fix is free."""

    name: str
    data: bytes
    text: str
    findings: tuple[Expected, ...]
    fixed: str | None


def read_slip(path: Path) -> Slip:
    """Read a map and the comments at its head."""
    data = path.read_bytes()
    text = data.decode()
    lines = text.split("\n")
    head = lines[: next(number for number, line in enumerate(lines) if not line.startswith("# "))]
    found = [match for line in head if (match := _EXPECT.fullmatch(line))]
    expected = [
        Expected(tuple(one[1].split("/")), int(one[2]), tuple(filter(None, one[3].split("; ")))) for one in found
    ]
    expected.sort(key=lambda one: one.line)
    assert expected or "# expect: clean" in head, f"{path.name} says nothing of what to expect"
    for match in filter(None, map(_AFTER.fullmatch, head)):
        lines[int(match[1]) - 1] = match[2]
    fixed = None if "# fix: any" in head else "\n".join(lines)
    assert (fixed == text) == ("# fix: none" in head or not expected)
    return Slip(path.name, data, text, tuple(expected), fixed)


def each_slip() -> pytest.MarkDecorator:
    """Run a test for every map of this folder."""
    return pytest.mark.parametrize("path", SLIPS, ids=lambda path: path.name.removesuffix(".argmap.yaml"))


def says(message: str, words: str) -> bool:
    """Tell whether a message has the words, or one of the alternatives; figures and words whole."""
    return any(re.search(rf"(?<!\w){re.escape(one)}(?!\d)", message, re.IGNORECASE) for one in words.split("|"))


def bare(text: str) -> str:
    """Give a text without what a fix may choose as it likes: YAML's quotes, and blanks where YAML wants none."""
    lines = [re.sub(r" *, *", ",", re.sub(r"[\"'\\]", "", line)).rstrip() for line in text.split("\n")]
    return "\n".join(re.sub(r"(\S) +:(?= )", r"\1:", line) for line in lines)


def test_there_are_enough_of_them() -> None:
    assert len(SLIPS) >= 60


@each_slip()
def test_a_slip_is_found_and_nothing_else(path: Path) -> None:
    slip = read_slip(path)
    findings = api.check_bytes(slip.name, slip.data).findings
    told = "\n".join(f"{one.rule} {one.line}:{one.column} {one.message}" for one in findings)
    assert [finding.line for finding in findings] == [one.line for one in slip.findings], told
    for finding, expected in zip(findings, slip.findings, strict=True):
        assert finding.rule in expected.rules, told
        assert [words for words in expected.words if not says(finding.message, words)] == [], finding.message


@each_slip()
def test_the_safe_fix_gives_what_was_meant(path: Path) -> None:
    slip = read_slip(path)
    if slip.fixed is None:
        return
    new = revise.fix(slip.name, data=slip.data).change.new.decode()
    assert bare(new) == bare(slip.fixed)
    after, meant = api.check_bytes(slip.name, new.encode()), api.check_bytes(slip.name, slip.fixed.encode())
    if slip.fixed != slip.text:
        assert after.findings == ()
        assert after.map is not None
        assert meant.map is not None
        assert as_data(after.map) == as_data(meant.map)


@each_slip()
@pytest.mark.parametrize("with_unsafe", [False, True], ids=["safe", "unsafe"])
def test_no_fix_takes_a_letter_or_adds_a_finding(path: Path, with_unsafe: bool) -> None:
    slip = read_slip(path)
    fixed = revise.fix(slip.name, data=slip.data, unsafe=with_unsafe).change.new
    assert Counter(filter(str.isalnum, slip.text)) - Counter(filter(str.isalnum, fixed.decode())) == Counter()
    before, after = (api.check_bytes(slip.name, data).findings for data in (slip.data, fixed))
    assert len(after) <= len(before)
    assert not revise.fix(slip.name, data=fixed, unsafe=with_unsafe).change.is_needed

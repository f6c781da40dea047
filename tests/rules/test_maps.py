"""The maps under tests/maps carry their expectation: every finding at its own line with its own rule, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coldwater.api import check_bytes
from coldwater.beside import read_stamps
from coldwater.rules import RULES

from .conftest import turned_on

FOLDER = Path(__file__).parents[1] / "maps"
MAPS = sorted(FOLDER.glob("*.argmap.yaml"))
EXPECT = re.compile(r"^# expect: (.+)$", re.MULTILINE)
TEXT = re.compile(r"^# text: (\S+) = (\S+)$", re.MULTILINE)
SELECT = re.compile(r"^# select: (CW\d{3})$", re.MULTILINE)


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name.removesuffix(".argmap.yaml"))
def test_a_map_gives_what_it_expects(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    texts = {source: (FOLDER / name).read_text(encoding="utf-8") for source, name in TEXT.findall(text)}
    settings, stamps = turned_on(*SELECT.findall(text)), read_stamps(str(path))
    findings = check_bytes(path.name, path.read_bytes(), texts, settings, stamps).findings
    found = [f"{finding.rule} {finding.line}:{finding.column} {finding.id or '-'}" for finding in findings]
    assert sorted(found or ["clean"]) == sorted(EXPECT.findall(text))


def test_every_rule_has_a_map() -> None:
    expected = {line.split()[0] for path in MAPS for line in EXPECT.findall(path.read_text(encoding="utf-8"))}
    assert expected - {"clean"} == {rule.CODE for rule in RULES} - {"CW006"}  # said of files that are no maps


def test_every_map_says_what_to_expect() -> None:
    assert [path.name for path in MAPS if not EXPECT.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name.removesuffix(".argmap.yaml"))
def test_messages_fit_on_a_line_and_quote_ids(path: Path) -> None:
    selected = SELECT.findall(path.read_text(encoding="utf-8"))
    for finding in check_bytes(
        path.name, path.read_bytes(), None, turned_on(*selected), read_stamps(str(path))
    ).findings:
        assert "\n" not in finding.message
        assert len(finding.message) < 250
        if finding.rule not in ("CW001", "CW003", "CW004", "CW305"):
            assert "`" in finding.message

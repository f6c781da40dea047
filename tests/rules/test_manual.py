"""The docstrings are the manual: they have all parts, their examples are true, and docs/rules.md is current."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coldwater.api import check_bytes
from coldwater.formats.native import stamps_text
from coldwater.rules import RULES
from coldwater.rules.manual import manual_text, page, rule_text

from .conftest import turned_on

if TYPE_CHECKING:
    from types import ModuleType

    from coldwater.findings import Finding

MANUAL = Path(__file__).parents[2] / "docs" / "rules.md"
each_rule = pytest.mark.parametrize("module", RULES, ids=lambda module: module.CODE)


def findings(module: ModuleType, example: str, text: str) -> list[Finding]:
    """Check an example with the rule turned on; every source that it names has the same full text."""
    sources = re.findall(r"^  ([\w-]+): \{title:", example, re.MULTILINE)
    texts = dict.fromkeys(sources, text) if text else {}
    stamps = stamps_text.read(page(module).stamps, "stamps") if page(module).stamps else {}
    return list(check_bytes("example.yaml", example.encode(), texts, turned_on(module.CODE), stamps).findings)


@each_rule
def test_the_page_is_complete(module: ModuleType) -> None:
    parts = page(module)
    summary = (module.__doc__ or "").splitlines()[0]
    assert summary.endswith(".")
    assert parts.summary.startswith(summary)
    assert parts.why
    assert parts.source
    for example in (parts.bad, parts.good):
        assert example.startswith("argmap: 1\n") or module.CODE == "CW006"  # said of files that are no maps


@each_rule
def test_the_bad_example_shows_this_flaw_and_no_other(module: ModuleType) -> None:
    parts = page(module)
    found = findings(module, parts.bad, parts.text)
    assert {finding.rule for finding in found if finding.rule == module.CODE or finding.severity != "info"} == {
        module.CODE
    }


@each_rule
def test_the_good_example_is_good(module: ModuleType) -> None:
    parts = page(module)
    found = findings(module, parts.good, parts.text)
    assert [finding for finding in found if finding.rule == module.CODE or finding.severity != "info"] == []


@each_rule
def test_a_page_for_the_terminal_names_the_rule_and_fits(module: ModuleType) -> None:
    text = rule_text(module.CODE)
    assert text.startswith(f"{module.CODE} {module.NAME} ({module.SEVERITY})\n")
    assert max(map(len, text.splitlines())) <= 130
    assert text == rule_text(module.NAME)


def test_a_page_for_no_rule_is_an_error() -> None:
    with pytest.raises(KeyError):
        rule_text("CW999")


def test_the_manual_is_current() -> None:
    # docs/rules.md holds what manual_text() gives, written as UTF-8.
    assert MANUAL.read_text(encoding="utf-8") == manual_text()


def test_the_manual_links_every_rule_to_its_section() -> None:
    text = manual_text()
    for module in RULES:
        assert f"](#{module.CODE.lower()}-{module.NAME})" in text
        assert f"\n### {module.CODE} {module.NAME}\n" in text

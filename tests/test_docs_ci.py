"""docs/ci.md shows what is there: every format, every setting, comments and a baseline that work as it says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from coldwater.api import check_bytes
from coldwater.project.baseline import read_baseline
from coldwater.project.loading import find_settings
from coldwater.project.understanding import KEYS
from coldwater.report import FOR_PLATFORMS, FORMATS, report

PAGE = (Path(__file__).parents[1] / "docs" / "ci.md").read_text(encoding="utf-8")


def block(language: str, number: int = 0) -> str:
    """Give a block of code of the page."""
    found: list[str] = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return found[number]


def test_the_table_names_every_format_those_for_platforms_last() -> None:
    named = re.findall(r"^\| `(\w+)` \| ", PAGE, re.MULTILINE)
    assert tuple(named) == FORMATS
    assert "The last five give paths" in PAGE
    assert set(named[-5:]) == FOR_PLATFORMS


def test_the_finding_shown_is_what_the_map_of_the_page_on_editing_gives() -> None:
    editing = (Path(__file__).parents[1] / "docs" / "editing.md").read_text(encoding="utf-8")
    data = editing.split("```yaml\n", 1)[1].split("```", 1)[0].encode()
    found = check_bytes("town.argmap.yaml", data, with_fixes=True).findings
    lines = [json.loads(line) for line in report(found, "jsonl", {}, 1).splitlines()]
    assert json.loads(block("json")) in lines


def test_the_settings_shown_are_understood_and_are_all_there_are(tmp_path: Path) -> None:
    text = block("toml")
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    settings = find_settings(str(tmp_path))
    assert settings is not None
    assert (settings.error_on, settings.max_size, len(settings.levels)) == ("warning", 16 * 2**20, 2)
    for key in KEYS:
        assert re.search(rf"^{key} = |\[tool\.coldwater\.{key}\.", text, re.MULTILINE), key


def test_the_ways_to_leave_a_finding_alone_work_as_shown() -> None:
    claims = block("yaml", 1)
    rest = "arguments:\n  a: {premises: [cracks], supports: t}\n  b: {premises: [costly], attacks: t}\n"
    head = "argmap: 1\ntitle: T\nthesis: t\n"
    text = head + claims.replace("claims:\n", "claims:\n  t: We should build.\n") + rest
    assert check_bytes("a.yaml", text.encode()).findings == ()
    bare = re.sub("# coldwater.*", "", text)
    assert [finding.rule for finding in check_bytes("a.yaml", bare.encode()).findings] == ["CW301", "CW301", "CW402"]
    with_lint = check_bytes("a.yaml", (bare + block("yaml", 0)).encode())
    assert [finding.rule for finding in with_lint.findings] == ["CW301", "CW402"]


def test_the_baseline_shown_is_one() -> None:
    baseline = read_baseline("coldwater-baseline.json", block("json", 1).encode())
    assert list(baseline.entries.values()) == [1, 2]
    assert "Of findings alike so many" in PAGE


@pytest.mark.parametrize("option", sorted(set(re.findall(r"`(--[a-z-]+)", PAGE))))
def test_every_option_named_is_there(option: str) -> None:
    from coldwater.cli import checking_commands  # noqa: PLC0415
    from coldwater.cli import reviewing_commands as reviewing  # noqa: PLC0415

    commands = (checking_commands.check, reviewing.diff, reviewing.gate, reviewing.review, reviewing.git_install)
    names = {"--" + name.replace("_", "-") for command in commands for name in command.__annotations__}
    assert option in names

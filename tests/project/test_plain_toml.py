"""What is read plainly is what tomllib reads, and ordinary settings are read plainly."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coldwater.project.plain_toml import read_plainly
from coldwater.project.search import may_hold_settings
from work import examples

TABLE = ("tool", "coldwater")
#: Lines of which every second file can be made, many of them odd.
LINES = (
    "[tool]", "[tool.coldwater]", '[ tool . "coldwater" ] # so', '[tool.coldwater.per-path."a/b"]', "[a.b]", "[]",
    "[tool.coldwater.severity]", "[[tool.coldwater]]", "[[tool.x]]", "[tool.coldwater", "[tool.coldwater] x",
    "coldwater.x = 1", 'coldwater = {x = "1"}', '"coldwater" = 2', "tool.coldwater.y = true", "coldwater = 3",
    "x = 1", 'y = "a#b"', 'z = "x\\n"', "w = 'q\"'", "l = [\"a\", 'b',] # c", "m = [", '"a",', "# c", '["q"],',
    '["q"]', "[1]", "]", "n = {a = \"b\", c = 'd'}", "n = {}", "n = {a = [", '"x"]}', 'severity = {CW3 = "info"}',
    "p.q = 1", '"r s" = 3', "k = 012", "k = -1", "k = 1_0", "k = 1.5", 't = """', '"""', "t = '''", "'''", "", "   ",
    "x", "= 1", "b = true", "b = false # z", "per-path = 1", "d = 2024-01-01", 'l2 = [["a"]]', 'e = "é"',
    'e = "\x07"', 'a = "]"', 'a = "[" # ]', 'f = ["a" "b"]', "g = [\"a\",,]", 'h = "abc" "d"', "\ufeff", "i = [] # ]",
)  # fmt: skip


def by_tomllib(text: str, way: tuple[str, ...]) -> Any:
    table: Any = tomllib.loads(text)
    for key in way:
        table = table.get(key, {}) if isinstance(table, dict) else {}
    return table


@settings(max_examples=examples(500))
@given(st.lists(st.sampled_from(LINES), max_size=9).map("\n".join), st.sampled_from([(), TABLE]))
@example('[tool]\na = [\n["b"]\n]\ncoldwater.x = 1', TABLE)
@example('x = [\n"]"\n]\n[tool]\ncoldwater.a = 1', TABLE)
@example('[tool]\nx = "# ["\n[tool.coldwater]\na = 1', TABLE)
def test_what_is_read_is_what_tomllib_reads(text: str, way: tuple[str, ...]) -> None:
    read = read_plainly(text, way)
    try:
        expected = by_tomllib(text, way)
    except tomllib.TOMLDecodeError:
        return
    assert read is None or read == expected
    if expected and way:
        assert may_hold_settings(text.encode())


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_ordinary_settings_are_read_plainly(end: str) -> None:
    lines = [
        "[project]", 'dependencies = ["a[b]>1"]', "", "[tool.mypy]", "files = [", '  "src",  # [', "]",
        "[[tool.mypy.overrides]]", 'module = "x"', "", "[tool.coldwater] # ours", 'paths = ["maps", \'more\',]',
        "ignore = [", '  "CW206",   # one-sided is fine here', "  'CW403'", "]", 'severity = {CW301 = "error"}',
        "max-size = 1000", "", '[tool.coldwater.per-path."drafts/"]', 'select = ["CW4"]', "", "[tool.coldwater-not]",
        'x = """', '"""',
    ]  # fmt: skip
    text = end.join(lines[:-2])
    expected = {
        "paths": ["maps", "more"],
        "ignore": ["CW206", "CW403"],
        "severity": {"CW301": "error"},
        "max-size": 1000,
        "per-path": {"drafts/": {"select": ["CW4"]}},
    }
    assert read_plainly(text, TABLE) == by_tomllib(text, TABLE) == expected
    assert read_plainly(end.join(lines), TABLE) is None


def test_a_table_that_is_not_there_is_empty() -> None:
    assert read_plainly('[project]\nname = "x"\n', TABLE) == {}


@pytest.mark.parametrize(
    "text",
    [
        '[tool."coldwater"]',
        "tool.coldwater.x = 1",
        "[tool]\ncoldwater = {}",
        "[ tool.coldwater ]",
        "tool = {coldwater.x = 1}",
    ],
)
def test_the_first_glance_misses_no_spelling(text: str) -> None:
    assert may_hold_settings(text.encode())


def test_the_first_glance_passes_over_those_who_only_depend_on_us() -> None:
    text = '[project]\ndependencies = ["coldwater>=1"]\nname = "my-coldwater"\n[tool.x]\nfor = "coldwater"\n'
    assert not may_hold_settings(text.encode())

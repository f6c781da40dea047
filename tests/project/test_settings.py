"""Settings: where they are looked for, what they mean, and what is said of every mistake in them."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from coldwater import api, checking
from coldwater.errors import ConfigurationError, UnreadableFileError, UsageError
from coldwater.project import settings as settings_module
from coldwater.project.loading import find_settings, read_settings
from coldwater.project.settings import Level, Settings
from coldwater.rules import RULES, engine

MAP = """\
argmap: 1
title: Should the bridge be rebuilt?
thesis: rebuild
claims:
  rebuild: The town should rebuild the bridge.
  cracks: {text: Is the main girder cracked?, kind: fact}
arguments:
  safety: {premises: [cracks], supports: rebuild}
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def settings_of(folder: Path, text: str) -> Settings:
    write(folder / "coldwater.toml", text)
    found = find_settings(str(folder))
    assert found is not None
    return found


def problems_of(folder: Path, text: str) -> tuple[str, ...]:
    with pytest.raises(ConfigurationError) as error:
        settings_of(folder, text)
    return error.value.problems


def found_in(settings: Settings, path: Path) -> list[str]:
    findings = api.check_bytes(str(path), MAP.encode(), settings=settings).findings
    return [f"{finding.rule} {finding.severity}" for finding in findings]


# --- where --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("coldwater.toml", 'ignore = ["CW301"]'),
        ("pyproject.toml", '[project]\nname = "x"\n[tool.coldwater]\nignore = ["CW301"]'),
        ("pyproject.toml", '[tool]\ncoldwater.ignore = ["CW301"]'),
        ("pyproject.toml", 'tool = {coldwater = {ignore = ["CW301"]}}'),
    ],
)
def test_settings_are_found_from_any_folder_of_the_project(tmp_path: Path, name: str, text: str) -> None:
    write(tmp_path / name, text)
    (tmp_path / "a" / "b").mkdir(parents=True)
    found = find_settings(str(tmp_path / "a" / "b"))
    assert found is not None
    assert (found.root, found.source, found.levels[0].ignore) == (str(tmp_path), name, ("CW301",))


def test_the_nearest_settings_hold_and_others_files_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "coldwater.toml", 'renders = "far"')
    write(tmp_path / "a" / "pyproject.toml", '[tool.coldwater]\nrenders = "near"')
    write(tmp_path / "a" / "b" / "pyproject.toml", '[project]\ndependencies = ["coldwater"]\n[tool.coldwaterer]')
    found = find_settings(str(tmp_path / "a" / "b"))
    assert found is not None
    assert found.renders == "near"


def test_the_search_ends_at_the_root_of_the_repository(tmp_path: Path) -> None:
    write(tmp_path / "coldwater.toml", 'renders = "not ours"')
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    assert find_settings(str(tmp_path / "repository")) is None


def test_two_files_with_settings_side_by_side_are_refused(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", '[tool.coldwater]\nrenders = "a"')
    assert "keep one of the two" in problems_of(tmp_path, 'renders = "b"')[0]


def test_a_file_can_be_named(tmp_path: Path) -> None:
    assert read_settings(str(write(tmp_path / "lax.toml", 'ignore = ["CW3"]'))).levels[0].ignore == ("CW3",)
    with pytest.raises(UsageError, match=r"there is no table \[tool.coldwater\]"):
        read_settings(str(write(tmp_path / "pyproject.toml", "[project]")))
    with pytest.raises(UnreadableFileError, match="there is no such file"):
        read_settings(str(tmp_path / "nowhere.toml"))


def test_empty_settings_are_settings(tmp_path: Path) -> None:
    assert settings_of(tmp_path, "# nothing yet\n") == Settings(str(tmp_path), "coldwater.toml", levels=(Level(),))


# --- what ---------------------------------------------------------------------------------------------------------


def test_every_key_is_taken(tmp_path: Path) -> None:
    text = """
    paths = ["maps", "more/a.argmap.yaml"]
    exclude = ["./drafts/", "*.old.*"]
    renders = "pictures"
    baseline = "known.json"
    error-on = "warning"
    max-size = "2 MiB"
    select = ["CW1", "unsourced-fact"]
    ignore = ["cw106"]
    severity = {CW301 = "error"}

    [per-path."drafts/"]
    select = ["CW4"]
    severity = {CW103 = "info"}
    """
    assert settings_of(tmp_path, text) == Settings(
        str(tmp_path),
        "coldwater.toml",
        ("maps", "more/a.argmap.yaml"),
        ("drafts/", "*.old.*"),
        "pictures",
        "known.json",
        "warning",
        2 * 1024 * 1024,
        (
            Level(None, ("CW1", "CW301"), ("CW106",), (("CW301", "error"),)),
            Level("drafts/", ("CW4",), (), (("CW103", "info"),)),
        ),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["CW206 info", "CW301 warning", "CW402 warning"]),
        ('ignore = ["CW3"]', ["CW206 info", "CW402 warning"]),
        ('ignore = ["not-a-statement"]', ["CW206 info", "CW301 warning"]),
        ('select = ["CW301"]', ["CW301 warning"]),
        ('select = ["CW3", "CW4"]\nignore = ["CW402"]', ["CW301 warning"]),
        ('select = ["CW301"]\nignore = ["CW3"]', ["CW301 warning"]),
        ('select = ["CW301"]\nignore = ["CW301"]', []),
        ('severity = {CW301 = "error", CW4 = "info"}', ["CW206 info", "CW301 error", "CW402 info"]),
        ('severity = {CW402 = "error", CW = "info"}', ["CW206 info", "CW301 info", "CW402 error"]),
        ('[per-path."maps/"]\nignore = ["CW"]', []),
        ('[per-path."maps/"]\nselect = ["CW301"]', ["CW206 info", "CW301 warning", "CW402 warning"]),
        ('select = ["CW1"]\n[per-path."maps/"]\nselect = ["CW301"]', ["CW301 warning"]),
        ('ignore = ["CW"]\n[per-path."maps/"]\nselect = ["CW301"]\nseverity = {CW3 = "error"}', ["CW301 error"]),
        ('[per-path."maps/"]\nignore = ["CW4"]\n[per-path."*.yaml"]\nignore = ["CW2"]', ["CW301 warning"]),
        ('[per-path."other/"]\nignore = ["CW"]', ["CW206 info", "CW301 warning", "CW402 warning"]),
    ],
)
def test_rules_are_chosen_and_weighed_for_all_files_and_for_some(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    found = found_in(settings_of(tmp_path, text), tmp_path / "maps" / "a.argmap.yaml")
    assert sorted(found) == expected


def test_what_keeps_a_map_from_being_read_is_always_on(tmp_path: Path) -> None:
    settings = settings_of(tmp_path, 'select = ["CW4"]\nignore = ["CW1", "CW0"]\nseverity = {CW1 = "info"}')
    severities = settings.severities("a.argmap.yaml")
    assert {code: severity for code, severity in severities.items() if code[2] in "01"} == dict.fromkeys(
        ["CW001", "CW002", "CW003", "CW004", "CW101", "CW102"], "error"
    )


def test_a_file_outside_the_project_follows_no_pattern(tmp_path: Path) -> None:
    settings = settings_of(tmp_path / "project", '[per-path."*"]\nignore = ["CW"]')
    assert found_in(settings, tmp_path / "project" / "a.argmap.yaml") == []
    assert len(found_in(settings, tmp_path / "a.argmap.yaml")) == 3


def test_a_rule_on_request_runs_only_where_it_is_selected_by_its_whole_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = next(rule for rule in RULES if rule.CODE == "CW301")
    asked = SimpleNamespace(CODE="CW399", NAME="on-request", SEVERITY="info", ON_REQUEST=True, check=template.check)
    monkeypatch.setattr(settings_module, "RULES", (*RULES, asked))
    monkeypatch.setattr(engine, "_ON_REQUEST", (asked,))
    monkeypatch.setitem(checking._RULES, "CW399", asked)
    path = tmp_path / "a.argmap.yaml"
    settings_module._worked_out.cache_clear()
    try:
        for select in ((), ("CW",), ("CW3",)):
            assert "CW399 info" not in found_in(Settings(str(tmp_path), levels=(Level(select=select),)), path)
        assert "CW399 info" in found_in(Settings(str(tmp_path), levels=(Level(select=("CW", "CW399")),)), path)
        assert [finding.rule for finding in api.check_bytes("a.yaml", MAP.encode()).findings].count("CW399") == 0
    finally:
        settings_module._worked_out.cache_clear()


def test_the_size_of_a_file_is_bounded_as_asked(tmp_path: Path) -> None:
    settings = settings_of(tmp_path, f"max-size = {len(MAP) - 1}")
    path = write(tmp_path / "a.argmap.yaml", MAP)
    for checked in (
        api.check_file(str(path), settings=settings),
        api.check_bytes("a.yaml", MAP.encode(), None, settings),
    ):
        [finding] = checked.findings
        assert (finding.rule, "raise `max-size`" in finding.message) == ("CW004", True)
    assert api.check_file(str(path), settings=settings._replace(max_size=len(MAP))).map is not None


# --- mistakes -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('slect = ["CW1"]', "line 1: there is no setting `slect`. Did you mean `select`?"),
        ("colour = 1", "line 1: there is no setting `colour`. There is: paths, exclude, renders"),
        ('paths = "maps"', 'line 1: `paths` takes a list of texts, such as ["one", "two"]'),
        ("paths = []", "`paths` is empty"),
        ('paths = ["../elsewhere"]', "`paths` names `../elsewhere`, which lies outside the project"),
        ('\nrenders = "/srv/out"', "line 2: `renders` names `/srv/out`, which lies outside the project"),
        ('baseline = "../known.json"', "which lies outside the project"),
        ("renders = 3", "`renders` takes a path"),
        ('exclude = ["!a"]', "`exclude` names `!a`; a pattern holds names"),
        ('exclude = ["../a"]', "a pattern names what lies in the project"),
        ('select = ["CW13"]', "`select` names `CW13`, but there is no such rule."),
        ('select = ["CW031"]', "there is no such rule."),
        ('ignore = ["orphan-premiss"]', "there is no such rule. Did you mean `orphan-premise`?"),
        ('ignore = ["CW3O1"]', "there is no such rule. Did you mean `CW301`?"),
        ('ignore = ["CW101"]', "without CW101 a map cannot be read"),
        ("ignore = [1]", "`ignore` takes a list of texts"),
        ('severity = {CW103 = "fatal"}', '`severity` takes error, warning or info, not "fatal"'),
        ('severity = {CW001 = "info"}', "without CW001 a map cannot be read"),
        ('severity = "error"', "`severity` takes a table"),
        ('error-on = "never"', '`error-on` takes error, warning or info, not "never"'),
        ('max-size = "many"', '`max-size` takes bytes, or a text such as "16 MiB", not "many"'),
        ("max-size = -1", "`max-size` takes bytes"),
        ("max-size = true", "not true"),
        ("per-path = 1", "`per-path` takes tables"),
        ("[per-path]\na = 1", "`per-path` takes a table for `a`"),
        ('[per-path."a/"]\npaths = ["b"]', "line 2: there is no setting `paths` in per-path `a/`."),
        ('[per-path."a["]\n', "a pattern holds names"),
        ("x = [", "this is no TOML"),
        ("a = 1\nb = =", "this is no TOML: invalid value (at line 2, column 5)"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_the_way_out(tmp_path: Path, text: str, problem: str) -> None:
    [said] = problems_of(tmp_path, text)
    assert problem in said


def test_all_mistakes_are_named_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    said = problems_of(tmp_path, 'renders = 1\nslect = []\n\nignore = ["CW9999"]\n[per-path."a"]\nselct = []\n')
    assert [line.split(":")[0] for line in said] == ["line 1", "line 2", "line 4", "line 6"]


def test_settings_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "coldwater.toml").write_bytes(b'renders = "a"\n# \xff\n')
    with pytest.raises(ConfigurationError, match="line 2: this is not UTF-8"):
        find_settings(str(tmp_path))


@pytest.mark.parametrize(
    ("name", "text"),
    [("coldwater.toml", 'error-on = "info"\n'), ("pyproject.toml", '[tool.coldwater]\nerror-on = "info"\n')],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("comment", ["", "# ä\n"])
def test_settings_as_windows_leaves_them_are_read(
    tmp_path: Path, name: str, text: str, line_end: str, comment: str
) -> None:
    """A byte order mark and CRLF change nothing, whichever reader of TOML the rest calls for."""
    (tmp_path / name).write_bytes((comment + text).replace("\n", line_end).encode("utf-8-sig"))
    found = find_settings(str(tmp_path))
    assert found is not None
    assert found.error_on == "info"

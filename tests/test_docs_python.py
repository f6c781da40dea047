"""docs/python.md: every example is run, every verb has one, and the types that it promises are there."""

from __future__ import annotations

import doctest
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

import coldwater

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
VERBS = [name for name in coldwater.__all__ if name[0].islower()]


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand on the branch `work` of a repository whose `main` holds the README's map."""
    monkeypatch.chdir(tmp_path)
    map_ = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)[0]
    (tmp_path / "bridge.argmap.yaml").write_text(map_, encoding="utf-8")
    for words in (
        ["init", "-q", "-b", "main"],
        ["config", "user.email", "somebody@example.org"],
        ["config", "user.name", "Somebody"],
        ["add", "."],
        ["commit", "-qm", "first"],
        ["checkout", "-qb", "work"],
    ):
        subprocess.run(["git", *words], check=True)
    return tmp_path


@pytest.mark.usefixtures("town")
def test_every_example_gives_what_the_page_shows() -> None:
    test = doctest.DocTestParser().get_doctest(PAGE, {}, "python.md", "docs/python.md", 0)
    told: list[str] = []
    outcome = doctest.DocTestRunner().run(test, out=told.append)
    assert outcome.failed == 0, "".join(told)
    assert outcome.attempted > 40


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_listed_and_has_an_example(verb: str) -> None:
    assert re.search(rf"^(>>>|\.\.\.) .*coldwater\.{verb}\(", PAGE, re.MULTILINE)
    assert inspect.getdoc(getattr(coldwater, verb))


def test_the_module_lists_what_it_has_before_it_is_imported() -> None:
    code = "import sys, coldwater; print(*dir(coldwater)); assert 'coldwater.api' not in sys.modules"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    listed = done.stdout.split()
    assert set(coldwater.__all__) <= set(listed)
    assert all(name in coldwater.__all__ or name.startswith("__") for name in listed)


@pytest.mark.parametrize("name", coldwater.__all__)
def test_every_name_is_where_the_module_says(name: str) -> None:
    found = getattr(coldwater, name)
    if name != "__version__":
        assert callable(found)
        assert found.__name__.rpartition(".")[2] == name  # `render` is the room of that name once it is loaded


def test_a_name_that_is_not_there_is_refused() -> None:
    with pytest.raises(AttributeError, match="module 'coldwater' has no attribute 'chekc'"):
        _ = coldwater.chekc


def test_what_is_optional_is_given_by_name_where_a_text_is_changed() -> None:
    for verb in ("format", "fix", "rename", "apply", "convert"):
        parameters = inspect.signature(getattr(coldwater, verb)).parameters.values()
        assert next(iter(parameters)).name == "path"
        optional = [one for one in parameters if one.default is not one.empty]
        assert "data" in {one.name for one in optional}
        assert all(one.kind is one.KEYWORD_ONLY for one in optional)


#: What a type checker is to take the results for, seen from outside.
TYPES = {
    'coldwater.load("m.yaml")': "coldwater.Map",
    'coldwater.check_file("m.yaml")': "coldwater.Checked",
    "coldwater.check(m)": "tuple[coldwater.Finding, ...]",
    "coldwater.evaluate(m)": "coldwater.Evaluation",
    "coldwater.degrees(m)": "coldwater.Degrees | coldwater.NotConverged",
    "coldwater.explain(m)": "tuple[coldwater.Step, ...]",
    "coldwater.cruxes(m)": "coldwater.Decision",
    'coldwater.prepare(m, "pro")': "coldwater.Preparation",
    'coldwater.material(coldwater.prepare(m, "pro"), "brief")': "str",
    'coldwater.material(coldwater.prepare(m, "pro"), "brief", "docx")': "bytes",
    'coldwater.render(m, "svg")': "bytes",
    "coldwater.dump(m)": "str",
    "coldwater.find_settings()": "coldwater.Settings | None",
    'coldwater.fix(Path("m.yaml"))': "coldwater.Fixing",
    'coldwater.format("m.yaml", data=b"")': "coldwater.Change",
    'coldwater.rename("m.yaml", "a", "b")': "coldwater.Renaming",
    'coldwater.apply("m.yaml", "p.yaml")': "coldwater.Patching",
    'coldwater.convert("m.yaml", "json")': "coldwater.Conversion",
    "coldwater.diff(m, m)": "coldwater.Review",
    "coldwater.gate(m, base=m)": "coldwater.Gating",
    'coldwater.gate(["maps"], base="main")': "coldwater.Gating",
}


def test_a_type_checker_sees_the_types(tmp_path: Path) -> None:
    lines = [f"    assert_type({expression}, {type_})" for expression, type_ in TYPES.items()]
    head = ["from pathlib import Path", "from typing import assert_type", "import coldwater"]
    head += ["def use(m: coldwater.Map) -> None:", '    coldwater.gate(m, base="main")']
    user = tmp_path / "user.py"
    user.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")
    words = ["--config-file", str(ROOT / "pyproject.toml"), "--cache-dir", str(ROOT / ".mypy_cache")]
    command = [sys.executable, "-m", "mypy", *words, str(user)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    assert re.findall(r"user\.py:(\d+): error: .*\[(.+)\]", told) == [("5", "call-overload")], told
    assert (ROOT / "src" / "coldwater" / "py.typed").exists()


def test_lines_are_short_and_links_are_there() -> None:
    assert max(len(line) for line in PAGE.splitlines()) <= 130
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", PAGE):
        assert (ROOT / "docs" / target).exists(), target

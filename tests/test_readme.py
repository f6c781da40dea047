"""The README shows what the program prints, and every file and command it names is there."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path

import pytest

from coldwater.api import load
from coldwater.cli import main
from coldwater.render import draw
from coldwater.rules import RULES
from coldwater.schemes._table import SCHEMES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```\n\$ (coldwater .+?)\n(.*?)```", README, re.DOTALL)
PRINTS = [(command, shown) for command, shown in SHOWN if not shown.endswith("…\n")]
BEGINS = [(command, shown.removesuffix("…\n")) for command, shown in SHOWN if shown.endswith("…\n")]
YAML_BLOCKS = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
PYTHON_BLOCKS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.fixture
def bridge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with the README's map, and with the map less the argument `money` names a premise of."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    text = YAML_BLOCKS[0]
    (tmp_path / "bridge.argmap.yaml").write_text(text, encoding="utf-8")
    broken = re.sub(r"^  money:\n(    .*\n)+", "", text, flags=re.MULTILINE)
    assert broken != text
    (tmp_path / "broken.argmap.yaml").write_text(broken, encoding="utf-8")
    return tmp_path


def test_the_readme_shows_outputs() -> None:
    assert [command.split()[1] for command, _ in PRINTS] == ["show", "check", "explain"]
    assert [command.split()[1] for command, _ in BEGINS] == ["cruxes", "prep"]


@pytest.mark.parametrize(("command", "shown"), PRINTS)
@pytest.mark.usefixtures("bridge")
def test_what_the_readme_shows_is_what_is_printed(command: str, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(command.split()[1:])
    assert capsys.readouterr().out == shown


@pytest.mark.parametrize(("command", "shown"), BEGINS)
@pytest.mark.usefixtures("bridge")
def test_what_the_readme_begins_to_show_is_how_the_output_begins(
    command: str, shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(command.split()[1:])
    assert capsys.readouterr().out.startswith(shown)


@pytest.mark.usefixtures("bridge")
def test_the_python_of_the_readme_runs() -> None:
    names: dict[str, object] = {}
    for block in PYTHON_BLOCKS:
        exec(block, names)  # noqa: S102 - our own README
    assert names["findings"] == ()
    assert str(names["svg"])[2:6] == "<svg" or b"<svg" in bytes(names["svg"])  # type: ignore[call-overload]
    assert '"argmap": 1' in str(names["text"])


def test_links_and_pictures_are_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        if not target.startswith("http"):
            assert os.path.exists(ROOT / target), target


def test_the_size_of_the_first_map_is_right() -> None:
    map_ = load(str(ROOT / "arguments" / "china-russia-alliance.argmap.yaml"))
    assert f"in {len(map_.claims)} claims and {len(map_.arguments)} arguments" in README


def test_the_extras_are_those_that_there_are() -> None:
    (named,) = re.findall(r"extra parts that you want: (.*?)\.\s", README, re.DOTALL)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert sorted(re.findall(r"`(\w+)`", named)) == sorted(project["optional-dependencies"])


def test_the_number_of_rules_is_right() -> None:
    found = re.search(r"There are (\d+) rules", README)
    assert found
    assert int(found[1]) == len(RULES)


def test_the_number_of_schemes_is_right() -> None:
    found = re.search(r"`coldwater scheme` lists (\d+)", README)
    assert found
    assert int(found[1]) == len(SCHEMES)


def test_the_flaws_others_pass_are_found_as_the_table_says() -> None:
    rows = re.findall(r"^\| ([a-z].+?) \| (CW\d{3}) \|$", README, re.MULTILINE)
    assert len(rows) == 8
    assert {code for _, code in rows} <= {rule.CODE for rule in RULES}


@pytest.mark.usefixtures("bridge")
def test_the_picture_beside_the_yaml_is_drawn_from_it() -> None:
    picture = (ROOT / "docs/pictures/bridge.svg").read_bytes()
    drawn = draw(load("bridge.argmap.yaml"), "svg")
    assert picture == drawn, (
        "draw the README's map again: coldwater render bridge.argmap.yaml -o docs/pictures/bridge.svg"
    )


def test_the_articles_picture_leads_to_its_page() -> None:
    assert "(renders/china-russia-alliance.svg)](renders/china-russia-alliance.html)" in README

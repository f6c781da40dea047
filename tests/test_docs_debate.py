"""docs/debate.md shows what is printed, one command after the other in one folder, with what is typed in between."""

from __future__ import annotations

import io
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml

from coldwater.cli import main
from coldwater.prep.rounds.known_formats import SHORT_NAMES

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "debate.md").read_text(encoding="utf-8")
STEPS = re.findall(r"(?:<!-- types: (.+?) -->\n)?```\n\$ coldwater (.+?)\n(.*?)```", PAGE, re.DOTALL)
CUT = "…\n"


def test_the_evening_goes_as_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(ROOT / "arguments" / "library-evenings.argmap.yaml", tmp_path / "library.argmap.yaml")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLDWATER_STATE", str(tmp_path / "state"))
    assert [bool(typed) for typed, _, _ in STEPS].count(True) == 2
    assert len(STEPS) == 8
    for typed, command, shown in STEPS:
        lines = "".join(f"{line}\n" for line in typed.split(" | ")) if typed else ""
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode()), encoding="utf-8"))
        with pytest.raises(SystemExit) as exit_:
            main(command.split())
        printed = "".join(capsys.readouterr())
        assert exit_.value.code == 0, command
        if shown.endswith(CUT):
            assert printed.startswith(shown.removesuffix(CUT)), command
            assert len(shown.splitlines()) > 20, command
        else:
            assert printed == shown, command
    (patch,) = re.findall(r"```\n(moves:\n.*?)```", PAGE, re.DOTALL)
    assert patch in Path("evening.yaml").read_text(encoding="utf-8")


def test_every_command_it_names_is_there_and_every_one_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["prep", "--help"])
    there = set(re.findall(r"^  ([a-z]+)  ", capsys.readouterr().out, re.MULTILINE))
    table = set(re.findall(r"^\| `prep (\w+)` \|", PAGE, re.MULTILINE))
    assert table | {"formats"} == there
    assert "coldwater prep formats" in PAGE


def test_its_styles_are_those_of_the_word_file(tmp_path: Path) -> None:
    pytest.importorskip("docx")
    target = tmp_path / "blocks.docx"
    map_ = str(ROOT / "arguments" / "library-evenings.argmap.yaml")
    with pytest.raises(SystemExit):
        main(["prep", "blocks", map_, "--side", "con", "-o", str(target)])
    styles = ZipFile(target).read("word/styles.xml").decode()
    rows = re.findall(r"^\| ([^|]+) \| `(\w+)` \| (\w*) ?\|", PAGE, re.MULTILINE)
    assert len(rows) == 7
    for _, id_, alias in rows:
        (style,) = re.findall(rf'<w:style [^>]*w:styleId="{id_}".*?</w:style>', styles, re.DOTALL)
        assert f'<w:aliases w:val="{alias}"/>' in style if alias else "w:aliases" not in style, id_


def test_its_formats_are_those_that_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["prep", "formats", "--output-format", "json"])
    (named,) = re.findall(r"The formats are\n?(.*?);", PAGE, re.DOTALL)
    listed = yaml.safe_load(capsys.readouterr().out)
    assert re.findall(r"`([a-z-]+)`", named) == [one["name"] for one in listed["formats"]]


def test_the_short_names_are_those_that_are_known() -> None:
    (named,) = re.findall(r"for short: (.*?)\.\n", PAGE)
    assert re.split(r", | and ", named) == [short for short in SHORT_NAMES if short != "wsdc"]


def commands_of(heading: str) -> list[list[str]]:
    """Give the command lines shown below a heading."""
    section = PAGE[PAGE.index(f"## {heading}\n") :].split("\n## ")[0]
    return [shlex.split(line) for line in re.findall(r"^coldwater (.+)$", section, re.MULTILINE)]


def test_a_motion_of_your_own_goes_from_the_first_map_into_a_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "arguments").mkdir()
    monkeypatch.chdir(tmp_path)
    commands = [*commands_of("A motion of your own"), ["build"], *commands_of("In the repository")]
    assert [words[0] for words in commands] == ["init", "build", "prep", "check", "render", "prep", "gate"]
    for words in commands:
        if words[0] == "gate":
            for command in ("init -q", "add .", "-c user.name=N -c user.email=n@example.org commit -qm First"):
                subprocess.run(["git", *command.split()], check=True)
        with pytest.raises(SystemExit) as exit_:
            main(["HEAD" if word == "origin/main" else word for word in words])
        assert exit_.value.code == 0, words
    assert "1 page for debate current" in "".join(capsys.readouterr())
    assert (tmp_path / "renders" / "exams.brief.pro.md").is_file()


def test_links_are_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", PAGE):
        assert (ROOT / "docs" / target).exists(), target

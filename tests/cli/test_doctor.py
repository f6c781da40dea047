"""``coldwater doctor`` says what is there; ``init --example`` writes a whole map."""

from __future__ import annotations

import tomllib
from importlib import metadata
from pathlib import Path

import pytest

from coldwater import __version__
from coldwater.cli.doctor import EXTRAS
from coldwater.cli.writing_commands import Example

from .conftest import Run

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_it_knows_the_extra_parts_of_the_project() -> None:
    assert set(EXTRAS) == set(PROJECT["optional-dependencies"])


def test_it_says_what_is_installed(run: Run) -> None:
    outcome = run("doctor")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(f"coldwater {__version__}, Python 3.")
    assert "no settings here" in outcome.out
    assert "+ xlsx   flow sheets, matrices and tables as workbooks, and their reading back (" in outcome.out
    assert f"python-docx {metadata.version('python-docx')}" in outcome.out


def test_it_says_what_is_missing_and_how_to_get_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    version = metadata.version

    def without(name: str) -> str:
        if name in ("typst", "openpyxl"):
            raise metadata.PackageNotFoundError(name)
        return version(name)

    monkeypatch.setattr(metadata, "version", without)
    out = run("doctor").out
    assert "- pdf    drawings on paper (missing: typst==" in out
    assert "- xlsx   flow sheets, matrices and tables as workbooks, and their reading back (missing: openpyxl" in out
    assert "pdf" in out.split("-m pip install 'coldwater[")[1]


def test_it_says_where_settings_are_and_that_they_are_broken(here: Path, run: Run) -> None:
    (here / "coldwater.toml").write_text('exclude = ["drafts"]\n', encoding="utf-8")
    assert f"settings: coldwater.toml in {here}" in run("doctor").out
    (here / "coldwater.toml").write_text("exclude = 3\n", encoding="utf-8")
    outcome = run("doctor")
    assert outcome.code == 0
    assert "settings that cannot be used: coldwater.toml" in outcome.out


@pytest.mark.parametrize("name", [str(one) for one in Example])
def test_an_example_is_a_map_without_errors(here: Path, run: Run, name: str) -> None:
    outcome = run("init", "mine", "--example", name)
    assert outcome.out.split() == ["mine.argmap.yaml", "argmap.schema.json"]
    assert (
        (here / "mine.argmap.yaml").read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=./argmap")
    )
    assert run("check", "mine.argmap.yaml").code == 0
    assert run("prep", "gaps", "mine.argmap.yaml", "--side", "con").code == 0


@pytest.mark.parametrize(
    ("name", "twin"),
    [
        ("library", "arguments/library-evenings.argmap.yaml"),
        ("privacy", "tests/prep/aloud/privacy.argmap.yaml"),
        ("night-trains", "tests/prep/aloud/night-trains.argmap.yaml"),
    ],
)
def test_an_example_is_the_map_that_is_held_elsewhere(name: str, twin: str) -> None:
    text = (ROOT / twin).read_text(encoding="utf-8")
    text = text.split("\n", 1)[1] if text.startswith("# yaml-language-server") else text
    path = ROOT / "src" / "coldwater" / "cli" / "examples" / f"{name}.argmap.yaml"
    assert path.read_text(encoding="utf-8") == text


def test_every_example_is_offered() -> None:
    folder = ROOT / "src" / "coldwater" / "cli" / "examples"
    assert {path.name.removesuffix(".argmap.yaml") for path in folder.iterdir()} == {str(one) for one in Example}

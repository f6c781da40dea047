"""The tour: every step goes as it says, whatever is typed in between, and nothing around it is touched."""

from __future__ import annotations

import io
import re
import shlex
import sys
from pathlib import Path

import pytest

from coldwater import api
from coldwater.cli import main
from coldwater.cli.parsing import read_call
from coldwater.cli.tour import MAP, STEPS, TEXT
from coldwater.formats.native.patch_text import read_patch

#: What is typed: Enter for each command and for the first step, then two answers in the bout.
TYPED = [""] * (1 + sum(len(step.commands) for step in STEPS))
ANSWERS = ["The town can employ students.", "1", "Students ask for little money."]


def toured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: list[str], words: str = "tour"
) -> tuple[int, str]:
    """Take the tour; give its exit code and all that was printed."""
    text = "".join(f"{line}\n" for line in typed)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    with pytest.raises(SystemExit) as stop:
        main(words.split())
    assert isinstance(stop.value.code, int)
    return stop.value.code, "".join(capsys.readouterr())


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a project whose settings would fail every check."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    (tmp_path / "coldwater.toml").write_text('error-on = "info"\nignore = ["CW1"]\n', encoding="utf-8")
    return tmp_path


def test_every_step_goes_as_it_says(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = toured(monkeypatch, capsys, [*TYPED, *ANSWERS])
    assert code == 0
    assert Path.cwd() == here
    parts = re.split(r"^\d\. ", told, flags=re.MULTILINE)
    assert len(parts) == 1 + len(STEPS)
    for part, step in zip(parts[1:], STEPS, strict=True):
        assert part.startswith(step.title)
        assert all(f"  $ {command}" in part for command in step.commands)
    _, look, check, mend, argue, draw, ask, spar = parts
    assert "Two words in it are misspelt" in look
    assert all(rule in check for rule in ("CW103", "CW003", "CW101"))
    assert "3 errors" in check
    assert "1 error" in mend
    assert "CW103" in mend
    assert "verdict on open-sundays: undecided -> in" in argue
    assert "gone: CW103" in argue
    assert "× Volunteers [helpers]" in draw
    assert "[volunteers]" in ask
    assert "The thesis would be undecided if this were given up" in ask
    assert "That is new to the map" in spar
    assert "That was the tour" in spar
    folder = here / "coldwater-tour"
    assert not api.check_file(folder / MAP).findings
    assert (folder / "renders" / "library.verdicts.svg").stat().st_size > 1_000
    patch = read_patch((folder / "library.patch.yaml").read_text(encoding="utf-8"), "library.patch.yaml")
    assert len(patch.moves) == 2
    assert sorted(path.name for path in here.iterdir()) == ["coldwater-tour", "coldwater.toml"]


def test_words_that_are_explained_are_those_of_the_map() -> None:
    said = " ".join(f"{step.says} {step.after}" for step in STEPS)
    for word in ("claims", "arguments", "premises", "thesis", "undercuts", "moves", "verdict", "crux"):
        assert word in said
    for step in STEPS:
        for command in step.commands:
            read_call(shlex.split(command)[1:])


@pytest.mark.parametrize(("typed", "begun"), [(["q"], 1), (["", "q"], 2), (["", "", "quit"], 3)])
def test_q_ends_it(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: list[str], begun: int
) -> None:
    code, told = toured(monkeypatch, capsys, typed)
    assert code == 0
    assert len(re.findall(r"^\d\. ", told, re.MULTILINE)) == begun
    assert (here / "coldwater-tour" / MAP).read_text(encoding="utf-8") == TEXT


def test_a_folder_that_is_there_is_not_touched(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "mine").mkdir()
    code, told = toured(monkeypatch, capsys, [], "tour mine")
    assert code == 2
    assert "is there already" in told
    assert not [*(here / "mine").iterdir()]

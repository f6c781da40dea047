"""What is made from the models is current, and `generate` says so or makes it so."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from coldwater.model import generate

if TYPE_CHECKING:
    from pathlib import Path


def test_the_generated_files_are_current() -> None:
    assert {os.path.basename(path) for path in generate.stale()} == set()


def test_five_files_are_generated() -> None:
    names = [os.path.basename(path) for path in generate.generated()]
    assert names == ["_accepts.py", "_plain.py", "_fields.py", "argmap.schema.json", "argmap.schema.json"]


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "schema" / "one.txt"
    monkeypatch.setattr(generate, "generated", lambda: {str(path): "wanted\n"})
    return path


def test_check_names_what_is_stale_and_writes_nothing(target: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert generate.main(["--check"]) == 1
    assert "one.txt is not current" in capsys.readouterr().out
    assert not target.exists()


def test_generate_writes_what_is_stale_and_nothing_else(target: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert generate.main([]) == 0
    assert target.read_bytes() == b"wanted\n"
    assert [path.name for path in target.parent.iterdir()] == ["one.txt"]
    assert "one.txt" in capsys.readouterr().out
    before = target.stat().st_mtime_ns
    assert generate.main(["--check"]) == 0
    assert generate.main([]) == 0
    assert capsys.readouterr().out == ""
    assert target.stat().st_mtime_ns == before


def test_another_line_end_is_stale(target: Path) -> None:
    target.parent.mkdir()
    target.write_bytes(b"wanted\r\n")
    assert generate.main(["--check"]) == 1


def test_another_option_is_refused(target: Path) -> None:
    assert generate.main(["--force"]) == 2
    assert not target.exists()

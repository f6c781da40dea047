"""Shells complete commands, options and words: typer's own completion, asked as a shell asks it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


def completed(line: str, tmp_path: Path) -> set[str]:
    """Give what bash is offered for the last word of a line."""
    words = line.split(" ")
    given = {"_COLDWATER_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    environment = {"PYTHONPATH": ":".join(sys.path), "HOME": str(tmp_path), **given}
    command = [sys.executable, "-m", "coldwater"]
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("coldwater ch", {"check"}),
        ("coldwater prep g", {"gaps"}),
        ("coldwater git ", {"install", "textconv", "merge-driver"}),
        ("coldwater check --output", {"--output", "--output-format"}),
        ("coldwater check --output-format j", {"json", "jsonl", "junit"}),
        ("coldwater prep gaps --side n", {"neg", "negative"}),
    ],
)
def test_what_is_offered(line: str, offered: set[str], tmp_path: Path) -> None:
    assert completed(line, tmp_path) == offered

"""Outsized maps: every command ends within limits of CPU and memory that the system enforces, and says what was cut.

The limits are many times what is needed, and a small part of what a step of quadratic cost would take.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from .outsized import TEXTS, all_contradict, entangled, one_argument, one_text

if TYPE_CHECKING:
    from pathlib import Path

_CPU_SECONDS = 15
_MEMORY = 2 * 1024**3


def run(path: Path, text: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command on a text under the limits."""
    path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "coldwater", *words, str(path)]
    environment = {**os.environ, "NO_COLOR": "1"}
    return subprocess.run(command, capture_output=True, preexec_fn=_limit, env=environment, check=False)


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_read_in_time_linear_in_it(tmp_path: Path, name: str) -> None:
    done = run(tmp_path / "m.argmap.yaml", TEXTS[name], "check", "--output-format", "json")
    assert done.returncode in (0, 1), done.stderr[-500:]
    json.loads(done.stdout)


def test_degrees_that_take_too_long_are_cut_and_that_is_said(tmp_path: Path) -> None:
    path, text = tmp_path / "m.argmap.yaml", entangled(600, 15_000)
    words = ["evaluate", "--semantics", "df-quad", "--seconds", "0.1", "--output-format", "json"]
    done = run(path, text, *words)
    assert done.returncode == 0, done.stderr[-500:]
    assert json.loads(done.stdout)["cut_by"] == "time"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (all_contradict(300), ""),
        (all_contradict(51), ""),
        (entangled(1_000, 15_000), "claims and arguments, those nearest to the thesis"),
        (one_text(2_000_000), "the first 20,000 characters of the text of `c0`"),
        (one_argument(30_000), "claims and arguments, those nearest to the thesis"),
    ],
    ids=["all contradict", "few contradict", "entangled", "one text", "one argument"],
)
def test_what_no_picture_can_hold_is_drawn_in_part_and_that_is_said(tmp_path: Path, text: str, told: str) -> None:
    drawing = tmp_path / "drawing.canvas"
    done = run(tmp_path / "m.argmap.yaml", text, "render", "-o", str(drawing))
    assert done.returncode == 0, done.stderr[-500:]
    json.loads(drawing.read_bytes())
    assert told in done.stderr.decode()
    assert bool(told) == bool(done.stderr)


def test_blocks_where_all_answers_all_are_cut_and_that_is_said(tmp_path: Path) -> None:
    words = ["prep", "blocks", "--side", "con", "--output-format", "json"]
    done = run(tmp_path / "m.argmap.yaml", all_contradict(400), *words)
    assert done.returncode == 0, done.stderr[-500:]
    assert b'"left_out"' in done.stdout

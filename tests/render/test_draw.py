"""Drawing as a whole: the same bytes for the same map in every process, and errors for unknown words."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from coldwater.errors import DrawingError, UsageError
from coldwater.render import Options, draw
from render.drawing_samples import (
    alliance,
    make_map,
    random_map,
    twisted,
)


def _run(code: str, seed: str) -> str:
    here = Path(__file__).parent
    paths = os.pathsep.join([str(here.parent), str(here.parents[1] / "src")])
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": paths}
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    ).stdout


def test_other_processes_give_the_same_bytes() -> None:
    code = """
import hashlib, render.drawing_samples as d
from coldwater.render import draw
for map_ in (d.twisted(), d.alliance(), d.random_map(3, 30, 0.3)):
    for format_ in ("svg", "png", "dot"):
        print(hashlib.sha256(draw(map_, format_)).hexdigest())
"""
    here = [
        draw(map_, name) for map_ in (twisted(), alliance(), random_map(3, 30, 0.3)) for name in ("svg", "png", "dot")
    ]
    expected = [hashlib.sha256(data).hexdigest() for data in here]
    assert _run(code, "1").split() == _run(code, "77").split() == expected


@pytest.mark.parametrize(
    "words", [{"format_": "gif"}, {"format_": "svg", "theme": "pink"}, {"format_": "svg", "engine": "x"}]
)
def test_unknown_words_are_refused(words: dict[str, Any]) -> None:
    format_ = words.pop("format_")
    with pytest.raises(UsageError):
        draw(make_map({"t": "T."}), format_, Options(**words))


def test_without_dot_the_system_engine_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(DrawingError, match="no program named dot"):
        draw(make_map({"t": "T."}), "svg", Options(engine="system"))

"""Drawing as a whole: the same bytes for the same map in every process, and errors for unknown words."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from coldwater.errors import DrawingError, UsageError
from coldwater.render import FORMATS, USES, WHAT_IS_SHOWN, Options, draw, options_for, refuse_unused
from render.drawing_samples import attacks, make_map, supports
from render.drawn_bytes import digests


def test_another_process_gives_the_same_bytes() -> None:
    """Without verdicts and with; the process of the test has a hash seed of its own."""
    here = Path(__file__).parent
    paths = os.pathsep.join([str(here.parent), str(here.parents[1] / "src")])
    environment = os.environ | {"PYTHONHASHSEED": "77", "PYTHONPATH": paths}
    command = [sys.executable, "-P", "-m", "render.drawn_bytes"]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=300).stdout
    assert told.splitlines() == list(digests())


OTHERS: dict[str, Any] = {
    "engine": "embedded", "direction": "left-right", "theme": "dark", "scale": 1.0, "paper": "a3", "focus": "y",
    "depth": 0, "verdicts": True,
}  # fmt: skip


@pytest.mark.parametrize("option", OTHERS)
@pytest.mark.parametrize("format_", FORMATS)
def test_an_option_changes_a_drawing_or_is_refused(format_: str, option: str) -> None:
    claims = {"t": "T.", "a": "A.", "b": "B.", "c": "C."}
    arguments = {"x": supports("t", "a", "b"), "y": attacks("t", "c")}
    map_ = make_map(claims, arguments)
    other = Options(**{option: OTHERS[option]})
    if option in USES[format_] | WHAT_IS_SHOWN:
        assert draw(map_, format_, other) != draw(map_, format_)
    else:
        with pytest.raises(UsageError, match=f"{option} means nothing to {format_}; it is for"):
            draw(map_, format_, other)


def test_an_option_may_be_for_one_of_several_formats() -> None:
    options = Options(scale=1.0, theme="dark")
    refuse_unused(options, ["svg", "png"])
    assert options_for(options, "svg") == Options(theme="dark")
    with pytest.raises(UsageError, match="scale means nothing to svg and pdf; it is for png"):
        refuse_unused(Options(scale=1.0), ["svg", "pdf"])


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

"""A command line to call inside the test process, in an empty folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from coldwater.cli import main

BRIDGE = """\
argmap: 1
title: Should the bridge be rebuilt?
thesis: rebuild
claims:
  rebuild: The town should rebuild the bridge.
  cracks: The main girder is cracked.
  unsafe: {text: A bridge with a cracked main girder is unsafe., implicit: true}
  costly: Rebuilding costs three yearly budgets.
arguments:
  safety: {title: Unsafe girder, premises: [cracks, unsafe], supports: rebuild}
  money: {title: Cost, premises: [costly], attacks: rebuild}
"""
BROKEN = BRIDGE.replace("premises: [costly]", "premises: [costli]")
_CLAIMS = """\
  late: It would come too late.  # says the mayor
  grant: The state pays four fifths of the cost.
  broke: The state is broke.
arguments:"""
MORE = BRIDGE.replace("arguments:", _CLAIMS) + (
    "  delay: {title: Too late, premises: [late], attacks: rebuild}\n"
    "  funded: {title: Grant, premises: [grant], attacks: money}\n"
    "  empty: {title: Empty purse, premises: [broke], attacks: grant}\n"
)


class Outcome(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty folder and stand in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Give a function that runs a command line."""

    def run_it(*words: str) -> Outcome:
        capsys.readouterr()
        with pytest.raises(SystemExit) as stop:
            main(words)
        out, err = capsys.readouterr()
        return Outcome(int(stop.value.code or 0), out, err)

    return run_it

"""Many maps: the same words in the same order from one process or several, and progress on a terminal only."""

from __future__ import annotations

import os
import pickle
import pty
import subprocess
import sys
import threading
from contextlib import suppress
from functools import partial
from itertools import islice
from multiprocessing import active_children, get_context
from pathlib import Path
from typing import Any

import pytest

from coldwater import check_bytes
from coldwater.cli import check as check_module
from coldwater.cli import many
from coldwater.errors import (
    ColdwaterError,
    ConfigurationError,
    MissingExtraError,
    UnreadableFileError,
    UnusableMapError,
    UsageError,
)
from coldwater.project.settings import Level, Settings

from .conftest import BRIDGE, BROKEN, Run

COLDWATER = [sys.executable, "-m", "coldwater"]


@pytest.fixture
def folder(here: Path) -> Path:
    """Give a folder with 90 maps, every third broken, and settings."""
    maps = here / "maps"
    maps.mkdir()
    for number in range(90):
        (maps / f"m{number:02}.argmap.yaml").write_text(BRIDGE if number % 3 else BROKEN)
    (here / "coldwater.toml").write_text('paths = ["maps"]\n[per-path."m?0.*"]\nignore = ["CW206"]\n')
    return maps


@pytest.mark.parametrize("format_", ["full", "jsonl", "sarif"])
def test_several_processes_say_what_one_says(folder: Path, run: Run, format_: str) -> None:
    (folder / "m33.argmap.yaml").write_text(BRIDGE.replace("title: Cost", "titel: Cost"))
    one, three = (run("check", "--output-format", format_, "--jobs", jobs) for jobs in ("1", "3"))
    assert one == three
    assert one.code == 1
    assert one.out.count("m00.argmap.yaml") >= 1
    assert ("the field `titel` is now `title`" in one.out) == (format_ in ("jsonl", "sarif"))


def test_a_map_that_cannot_be_read_is_named_in_its_place(folder: Path, run: Run) -> None:
    (folder / "m50.argmap.yaml").unlink()
    (folder / "m50.argmap.yaml").symlink_to("nowhere")
    outcome = run("check", "--jobs", "2", "--output-format", "concise")
    assert outcome.code == 2
    assert outcome.err == "coldwater: maps/m50.argmap.yaml: there is no such file\n"
    assert outcome.out.endswith("89 maps checked: 30 errors\n")


def test_very_many_maps_are_shared_out_unasked(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "processors", lambda: 2)
    asked: list[int] = []
    shared = many.checked_by_many

    def note(*given: Any) -> Any:
        asked.append(given[-1])
        return shared(*given)

    monkeypatch.setattr(many, "checked_by_many", note)
    expected = run("check")
    assert asked == []
    monkeypatch.setattr(check_module, "MANY", 50)
    assert run("check") == expected
    assert asked == [2]
    assert run("check", "--jobs", "1") == expected
    assert asked == [2]


def test_a_process_that_is_stopped_is_told(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "outcome_of", _die)
    outcome = run("check", "--jobs", "2")
    assert outcome.code == 2
    assert "a process that checked maps was stopped; with --jobs 1 less memory is needed" in outcome.err


@pytest.mark.parametrize("is_through", [True, False], ids=["read to the end", "given up"])
def test_no_process_and_no_thread_is_left_behind(folder: Path, is_through: bool) -> None:
    """One that was left would race with Python's exit, which wakes it while it closes its pipe."""
    before = set(threading.enumerate())
    outcomes = many.checked_by_many([str(path) for path in folder.iterdir()], check_module.CheckOptions(), None, 2)
    assert len(list(islice(outcomes, None if is_through else 1))) == (90 if is_through else 1)
    outcomes.close()
    assert set(threading.enumerate()) == before
    assert active_children() == []


def _die(*_: object, **__: object) -> None:
    os._exit(9)


def test_check_bytes_can_be_sent_to_other_processes() -> None:
    settings = Settings("/project", levels=(Level(ignore=("CW101",)), Level(severity=(("CW206", "error"),))))
    check = partial(check_bytes, settings=settings)
    files = [("a.yaml", BRIDGE.encode()), ("b.yaml", BROKEN.encode())]
    with get_context("spawn").Pool(1) as pool:
        findings = [checked.findings for checked in pool.starmap(check, files)]
    assert findings == [check(*file).findings for file in files]


@pytest.mark.parametrize(
    "error",
    [
        ColdwaterError("x"),
        UsageError("x"),
        UnreadableFileError("a", "b"),
        ConfigurationError("a", ["b", "c"]),
        UnusableMapError("a", check_bytes("b.yaml", BROKEN.encode()).findings),
        MissingExtraError("a", "b"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_errors_come_whole_from_other_processes(error: ColdwaterError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert type(again) is type(error)
    assert (str(again), again.__dict__) == (str(error), error.__dict__)


def read_to_the_end(terminal: int) -> bytes:
    """Read all that was written to a terminal that nobody writes to any more: a part at a time is given."""
    parts = []
    with suppress(OSError):  # its end, on Linux
        while part := os.read(terminal, 4096):
            parts.append(part)
    return b"".join(parts)


def test_progress_is_shown_on_a_terminal_and_taken_away(folder: Path) -> None:
    above, below = pty.openpty()
    command = [*COLDWATER, "check", "--jobs", "2"]
    done = subprocess.run(command, cwd=folder.parent, stdout=subprocess.PIPE, stderr=below, check=False)
    os.close(below)
    shown = read_to_the_end(above).decode()
    os.close(above)
    assert "of 90 maps" in shown
    assert shown.endswith("\r\x1b[K")
    assert b"\x1b" not in done.stdout
    assert done.stdout.decode().endswith("90 maps checked: 30 errors\n")

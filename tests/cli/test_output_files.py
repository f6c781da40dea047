"""Where output goes: to files, over files, through links and into what is no file, and what stays as it was."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from coldwater.errors import UnreadableFileError
from coldwater.files import write_file

from .conftest import BRIDGE, Run

COLDWATER = [sys.executable, "-m", "coldwater"]
BRIEF = ("prep", "brief", "bridge.argmap.yaml", "--side", "pro")


@pytest.fixture
def bridge(here: Path) -> Path:
    """Give a folder with a map, and stand in it."""
    (here / "bridge.argmap.yaml").write_text(BRIDGE, encoding="utf-8")
    return here


def test_a_link_to_a_file_stays_a_link(bridge: Path, run: Run) -> None:
    (bridge / "kept").mkdir()
    os.symlink("kept/brief.md", bridge / "brief.md")
    for _ in range(2):  # first it leads to nothing yet
        assert run(*BRIEF, "-o", "brief.md").code == 0
        assert (bridge / "brief.md").is_symlink()
        assert (bridge / "kept" / "brief.md").read_text(encoding="utf-8").startswith("# Brief for pro")
    os.symlink("loop.md", bridge / "loop.md")
    outcome = run(*BRIEF, "-o", "loop.md")
    assert (outcome.code, (bridge / "loop.md").is_symlink()) == (2, True)
    assert "loop.md: too many levels of symbolic links" in outcome.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_what_is_no_file_is_written_into_and_stays(bridge: Path, run: Run) -> None:
    os.mkfifo(bridge / "pipe.md")
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append((bridge / "pipe.md").read_text(encoding="utf-8")))
    reader.start()
    assert run(*BRIEF, "-o", "pipe.md").code == 0
    reader.join(timeout=60)
    assert read[0].startswith("# Brief for pro")
    assert (bridge / "pipe.md").is_fifo()


@pytest.mark.skipif(not os.path.exists("/proc/self/fd"), reason="there is no /proc/self/fd here")
def test_the_name_of_stdout_means_stdout(bridge: Path) -> None:
    """By links of our own, of which one is what /dev/stdout is: nothing in /dev is named, so nothing there is replaced.

    A program that renames files over what a name leads to would take the real one away if root runs the test, also
    where that leads nowhere, or vanishes meanwhile.
    """
    os.symlink("/proc/self/fd/1", bridge / "stdout")
    os.symlink("stdout", bridge / "out.json")
    command = [*COLDWATER, *BRIEF, "-o", "out.json"]
    done = subprocess.run(command, cwd=bridge, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.startswith(b"{\n")
    assert (bridge / "out.json").is_symlink()
    assert (bridge / "stdout").is_symlink()


def test_permissions_stay_and_what_must_not_be_written_is_not(bridge: Path, run: Run) -> None:
    brief = bridge / "brief.md"
    brief.write_text("old", encoding="utf-8")
    brief.chmod(0o600)
    assert run(*BRIEF, "-o", "brief.md").code == 0
    assert brief.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_read_only_stays_as_it_is(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "a.md").write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda *_: False)  # whoever runs the tests may be allowed everything
    with pytest.raises(UnreadableFileError, match="read-only"):
        write_file("a.md", b"new")
    assert (here / "a.md").read_text(encoding="utf-8") == "old"


@pytest.mark.skipif(os.name == "nt", reason="streams are closed by a POSIX shell")
@pytest.mark.parametrize(("closed", "code"), [("<&-", 0), (">&-", 0), ("2>&-", 0), ("<&- >&- 2>&-", 0)])
@pytest.mark.parametrize("words", ["check bridge.argmap.yaml", "prep drill bridge.argmap.yaml --side pro --state s"])
def test_a_stream_that_is_closed_is_no_defect(bridge: Path, words: str, closed: str, code: int) -> None:
    command = ["sh", "-c", f'"$0" -m coldwater {words} {closed}', sys.executable]
    done = subprocess.run(command, cwd=bridge, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (code, b"")
    assert (bridge / "bridge.argmap.yaml").read_text(encoding="utf-8") == BRIDGE

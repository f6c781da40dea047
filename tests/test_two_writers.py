"""Processes that change one file at a time: each sees what the others wrote, or is refused; nothing gets lost."""

from __future__ import annotations

import errno
import fcntl
import json
import multiprocessing
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from coldwater import api, locks
from coldwater.errors import UnreadableFileError
from coldwater.files import replace_file, write_file
from coldwater.locks import FolderLock

WRITERS, TURNS = 4, 6
HELD = """
import os, signal, sys
from coldwater.locks import FolderLock
with FolderLock(sys.argv[1], "x"):
    print("held", flush=True)
    os.kill(os.getpid(), signal.SIGSTOP)
"""
#: Runs a command again and again while it is refused because somebody else was quicker; another failure is told.
STUBBORN = """
import contextlib, io, json, sys
from coldwater.cli import main
refused = 0
for words in json.loads(sys.argv[1]):
    while True:
        said = io.StringIO()
        with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
            try:
                main(words)
            except SystemExit as stop:
                code = stop.code
        if "in the meantime" not in said.getvalue():
            break
        assert code == 2
        refused += 1
    assert code in (0, 1), said.getvalue()
print(refused)
"""

#: Runs a command that is told to stop just before it takes a step of writing.
STOPPED = """
import os, signal, sys
step, sign, *words = sys.argv[1:]
take = getattr(os, step)
def stopped(*args, **more):
    os.kill(os.getpid(), getattr(signal, sign))
    return take(*args, **more)
setattr(os, step, stopped)
from coldwater.cli import main
main(words)
"""


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Give a map with a claim and an argument for each turn of each writer."""
    names = [f"{writer}-{turn}" for writer in range(WRITERS) for turn in range(TURNS)]
    claims = "".join(f"  c-{name}: Claim {name} holds.\n" for name in names)
    arguments = "".join(f"  a-{name}: {{premises: [c-{name}], supports: t}}\n" for name in names)
    path = tmp_path / "town.argmap.yaml"
    path.write_text(f"argmap: 1\ntitle: T\nthesis: t\nclaims:\n  t: The thesis.\n{claims}arguments:\n{arguments}")
    return path


def hammer(folder: Path, calls: list[list[list[str]]]) -> int:
    """Run lists of command lines at the same time, each in a process of its own; give how often one was refused."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", STUBBORN, json.dumps(call)], cwd=folder, stdout=subprocess.PIPE, text=True
        )
        for call in calls
    ]
    said = [one.communicate(timeout=300)[0] for one in running]
    assert [one.returncode for one in running] == [0] * len(running)
    return sum(map(int, said))


def test_renames_formats_and_patches_of_one_map_lose_nothing(town: Path) -> None:
    renames = [
        [["rename", town.name, f"c-{writer}-{turn}", f"new-{writer}-{turn}"] for turn in range(TURNS)]
        for writer in range(WRITERS - 1)
    ]
    patches = []
    for turn in range(TURNS):
        patch = town.parent / f"{turn}.patch.yaml"
        patch.write_text(f"coldwater-patch: 1\ntitle: T\nthesis: t\nclaims:\n  more-{turn}: More.\n")
        patches.append(["apply", town.name, patch.name])
    others = [["fmt", town.name], ["check", "--fix", town.name]] * TURNS
    hammer(town.parent, [*renames, patches, others])
    claims = api.load(town).claims.keys()
    assert {f"new-{writer}-{turn}" for writer in range(WRITERS - 1) for turn in range(TURNS)} <= claims
    assert {f"more-{turn}" for turn in range(TURNS)} <= claims
    assert len(claims) == 1 + WRITERS * TURNS + TURNS
    assert not [name for name in os.listdir(town.parent) if name.startswith(".")]


def test_moves_of_one_map_lose_nothing(town: Path) -> None:
    turned = [[["turn", town.name, f"a-{writer}-{turn}"] for turn in range(TURNS)] for writer in range(WRITERS - 1)]
    added = [["add", "claim", town.name, f"More of {turn} holds.", "--id", f"more-{turn}"] for turn in range(TURNS)]
    hammer(town.parent, [*turned, added])
    map_ = api.load(town)
    assert {f"more-{turn}" for turn in range(TURNS)} <= map_.claims.keys()
    assert sum(argument.attacks is not None for argument in map_.arguments.values()) == (WRITERS - 1) * TURNS


def test_reviews_of_one_map_lose_nothing(town: Path) -> None:
    calls = [
        [["review", town.name, f"a-{writer}-{turn}", "--by", f"Ann {writer}"] for turn in range(TURNS)]
        for writer in range(WRITERS)
    ]
    hammer(town.parent, calls)
    stamps = json.loads((town.parent / "town.argmap.reviews.json").read_text())["reviews"]
    assert stamps.keys() == {f"a-{writer}-{turn}" for writer in range(WRITERS) for turn in range(TURNS)}


def _count_up(path: str, turns: int) -> None:
    done = 0
    while done < turns:
        with open(path, "rb") as file:
            old = file.read()
        try:
            replace_file(path, old, b"%d" % (int(old) + 1))
        except UnreadableFileError:
            continue
        done += 1


def test_a_counter_that_many_count_up_counts_all(tmp_path: Path) -> None:
    path = tmp_path / "count"
    path.write_bytes(b"0")
    spawn = multiprocessing.get_context("spawn")
    counting = [spawn.Process(target=_count_up, args=(str(path), 40)) for _ in range(4)]
    for one in counting:
        one.start()
    for one in counting:
        one.join(timeout=300)
    assert path.read_bytes() == b"160"


def test_of_two_that_begin_a_file_one_is_refused(tmp_path: Path) -> None:
    replace_file(str(tmp_path / "new"), None, b"first")
    with pytest.raises(UnreadableFileError, match="it has changed in the meantime"):
        replace_file(str(tmp_path / "new"), None, b"second")
    assert (tmp_path / "new").read_bytes() == b"first"


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="processes are not stopped here")
def test_a_lock_is_waited_for_not_for_ever_and_goes_with_its_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HELD, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    monkeypatch.setattr(locks, "SECONDS", 0.05)
    with pytest.raises(UnreadableFileError, match="another process has been writing in this folder for long"):
        write_file(str(tmp_path / "a"), b"new")
    assert not (tmp_path / "a").exists()
    holder.kill()
    holder.communicate(timeout=60)
    write_file(str(tmp_path / "a"), b"new")
    assert os.listdir(tmp_path) == ["a"]


@pytest.mark.parametrize("sign", ["SIGINT", "SIGTERM"])
@pytest.mark.parametrize("step", ["chmod", "replace"])
def test_who_is_told_to_stop_while_writing_leaves_the_old_file_and_nothing_else(
    town: Path, sign: str, step: str
) -> None:
    town.with_suffix(".json").write_bytes(b"old")
    before = {path.name: path.read_bytes() for path in town.parent.iterdir()}
    words = ["convert", "--force", str(town), str(town.with_suffix(".json"))]
    done = subprocess.run(
        [sys.executable, "-c", STOPPED, step, sign, *words],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 128 + getattr(signal, sign)
    assert "Traceback" not in done.stderr
    assert {path.name: path.read_bytes() for path in town.parent.iterdir()} == before


@pytest.mark.parametrize("sign", ["SIGINT", "SIGTERM"])
def test_a_map_and_its_stamps_change_together_whoever_is_told_to_stop(town: Path, sign: str) -> None:
    for words in (["review", str(town), "a-0-0", "--by", "Ann"], ["rename", str(town), "a-0-0", "b"]):
        done = subprocess.run(
            [sys.executable, "-c", STOPPED, "replace", sign, *words],
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode in (128 + getattr(signal, sign), -getattr(signal, sign)), done.stderr
        assert "Traceback" not in done.stderr
        if words[0] == "review":
            subprocess.run([sys.executable, "-m", "coldwater", *words], check=True, capture_output=True)
    stamps = town.with_name("town.argmap.reviews.json").read_text(encoding="utf-8")
    assert ("  b: {premises" in town.read_text(encoding="utf-8"), '"b"' in stamps) == (True, True)
    assert len(os.listdir(town.parent)) == 2


def test_whoever_embeds_us_keeps_their_own_way_to_stop(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGTERM)
    write_file(str(tmp_path / "a"), b"new")
    assert signal.getsignal(signal.SIGTERM) is before
    try:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        write_file(str(tmp_path / "a"), b"newer")
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGTERM, before)


def test_a_folder_that_must_not_be_written_can_be_locked(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with FolderLock(str(tmp_path), "x"):
            assert os.listdir(tmp_path) == []
    finally:
        tmp_path.chmod(0o700)


def test_where_no_folder_can_be_locked_a_file_of_the_users_own_stands_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("HOME", str(tmp_path))
    lock = fcntl.flock

    def locks_no_folder(handle: int, wish: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EBADF, "Bad file descriptor")
        lock(handle, wish)

    monkeypatch.setattr(fcntl, "flock", locks_no_folder)
    (tmp_path / "maps").mkdir()
    write_file(str(tmp_path / "maps" / "a"), b"1")
    with FolderLock(str(tmp_path / "maps"), "x"):
        monkeypatch.setattr(locks, "SECONDS", 0.0)
        with pytest.raises(UnreadableFileError, match="another process"):
            replace_file(str(tmp_path / "maps" / "a"), b"1", b"2")
    replace_file(str(tmp_path / "maps" / "a"), b"1", b"2")
    assert os.listdir(tmp_path / "maps") == ["a"]

"""The real command on hostile files: exit code 1 or 2, no traceback, nothing raw that a terminal would act on."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from .worker import RAW_CONTROL

if TYPE_CHECKING:
    from pathlib import Path

EVIL = "\x1b]0;owned\x07\x1b[31mred\x1b[2J\u202eback\x85\x7f\x9b31m"
HEAD = "argmap: 1\ntitle: T\nthesis: a\nclaims:\n  a: A.\n"
FILES = {
    "brackets.yaml": b"[" * 100_000,
    "brackets.json": b"[" * 100_000,
    "laughs.yaml": b"a: &a [x]\n"
    + b"".join(b"b%d: &b%d [*a, *a]\n" % (i, i) for i in range(9))
    + b"b: [*b8, &c [*c]]\n",
    "utf-16.yaml": HEAD.encode("utf-16"),
    "raw.yaml": (HEAD + f"  b: {EVIL}\n").encode(),
    "raw.json": f'{{"title": "{EVIL}"}}'.encode(),
    "escapes.yaml": (HEAD + '  "b\\e[31m": "\\e[2J\\u202e"\n  "c\\r\\b": {"\\x9b31m": 1}\n').encode(),
    "escapes.json": b'{"title": "\\u001b[31m", "\\u001b[2J": 1, "thesis": "\\u0007", "claims": {"\\u009b": 1}}',
    "empty.yaml": b"",
    "empty.json": b"",
    "misspelt\x1b[31m\nname.yaml": (HEAD + "clams: {}\n").encode(),
}


def run(*words: str, folder: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "FORCE_COLOR": "", "NO_COLOR": "1", "PYTHONIOENCODING": "", "LC_ALL": "C"}
    command = [sys.executable, "-m", "coldwater", *words]
    return subprocess.run(
        command, cwd=folder, input=stdin, capture_output=True, timeout=60, env=environment, check=False
    )


def assert_harmless(done: subprocess.CompletedProcess[bytes], codes: set[int]) -> None:
    for stream in (done.stdout.decode(), done.stderr.decode()):
        assert "Traceback" not in stream
        assert RAW_CONTROL.search(stream) is None
    assert done.returncode in codes


@pytest.mark.parametrize("name", FILES, ids=range(len(FILES)))
@pytest.mark.parametrize("output_format", ["full", "json"])
def test_check_says_what_is_wrong_and_nothing_raw(tmp_path: Path, name: str, output_format: str) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    done = run("check", "--output-format", output_format, name, folder=tmp_path)
    assert_harmless(done, {1})
    assert b"CW00" in done.stdout


@pytest.mark.parametrize("name", ["raw.yaml", "escapes.json", "laughs.yaml"])
def test_check_without_options_reads_the_same(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    assert_harmless(run("check", name, folder=tmp_path), {1})


@pytest.mark.parametrize("name", ["escapes.yaml", "empty.json"])
@pytest.mark.parametrize("command", ["show", "render"])
def test_what_is_no_map_cannot_be_shown_or_drawn(tmp_path: Path, name: str, command: str) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    done = run(command, name, folder=tmp_path)
    assert_harmless(done, {2})
    assert b"cannot be read as a map" in done.stderr


def test_hostile_bytes_on_stdin_are_checked_too(tmp_path: Path) -> None:
    assert_harmless(run("check", "-", folder=tmp_path, stdin=FILES["raw.yaml"]), {1})


@pytest.mark.parametrize("name", ["nowhere.yaml", "a\x1b[31mb.txt", "."])
def test_what_cannot_be_checked_is_exit_code_2(tmp_path: Path, name: str) -> None:
    assert_harmless(run("check", name, folder=tmp_path), {2})

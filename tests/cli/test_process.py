"""The command as a process of its own: pipes, locales, signals of the outside world."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from .conftest import BRIDGE

COLDWATER = [sys.executable, "-m", "coldwater"]


def test_a_reader_that_goes_away_is_no_failure(tmp_path: Path) -> None:
    path = tmp_path / "bridge.argmap.yaml"
    path.write_text(BRIDGE)
    process = subprocess.Popen([*COLDWATER, "rule", "--all"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    error = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=60), error) == (0, b"")


def test_output_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    path = tmp_path / "bridge.argmap.yaml"
    path.write_text(BRIDGE.replace("The town", "Город 应该"), encoding="utf-8")
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run([*COLDWATER, "show", str(path)], capture_output=True, env=environment, check=True)
    assert "Город 应该" in done.stdout.decode("utf-8")


def test_the_map_is_drawn_without_a_home_or_a_cache(tmp_path: Path) -> None:
    path = tmp_path / "bridge.argmap.yaml"
    path.write_text(BRIDGE)
    environment = {"PATH": "/nowhere", "HOME": "/nonexistent", "XDG_CACHE_HOME": "/proc/none"}
    environment |= {key: os.environ[key] for key in ("PYTHONPATH",) if key in os.environ}
    command = [*COLDWATER, "render", str(path), "-o", str(tmp_path / "out"), "--format", "svg"]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "out" / "bridge.svg").stat().st_size > 1000

"""A worker process with limits, started anew when it dies."""

from __future__ import annotations

import json
import select
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

_WORKER = Path(__file__).with_name("worker.py")
#: Seconds that one file may take; an honest one takes a hundredth.
PATIENCE = 30


class Worker:
    """Feeds files to the process and reads its answers."""

    def __init__(self) -> None:
        self._process = self._started()

    def _started(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, str(_WORKER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def check(self, name: str, data: bytes) -> dict[str, Any]:
        """Check a file in the process. Fails the test if the process crashes or takes too long."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        try:
            stdin.write(struct.pack("<II", len(name), len(data)) + name.encode() + data)
            stdin.flush()
            ready, _, _ = select.select([stdout], [], [], PATIENCE)
            line = stdout.readline() if ready else b""
        except BrokenPipeError:
            line, ready = b"", [stdout]
        if not line:
            self.close()
            what = "crashed" if ready else f"took more than {PATIENCE} seconds"
            code, self._process = self._process.returncode, self._started()
            pytest.fail(f"the process {what} (exit code {code}) on {name} {data[:2000]!r}")
        answer: dict[str, Any] = json.loads(line)
        assert "defect" not in answer, answer["defect"]
        assert answer["map"] or answer["rules"], "neither a map nor a finding"
        assert answer["longest"] < 1000
        assert answer["placed"]
        return answer

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """Give a worker for the tests of a module."""
    one = Worker()
    yield one
    one.close()

"""Hands files to a worker process and tells what became of it."""

from __future__ import annotations

import json
import select
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

#: What no file may cost, in seconds by the clock on the wall.
PATIENCE = 60


class Worker:
    """A worker process, started again after it died."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def check(self, name: str, data: bytes) -> dict[str, Any]:
        """Have a file checked; give the rules that found something, and whether there is a map.

        Raises AssertionError if the process dies or takes too long over it, if neither a finding nor a map comes of it,
        or if a finding is at fault.
        """
        process = self._running()
        stdin, stdout = _pipes(process)
        try:
            stdin.write(json.dumps({"name": name, "size": len(data)}).encode() + b"\n" + data)
            stdin.flush()
            ready, _, _ = select.select([stdout], [], [], PATIENCE)
            line = stdout.readline() if ready else b""
        except BrokenPipeError:
            line = b""
        if not line:
            raise AssertionError(self._obituary())
        answer: dict[str, Any] = json.loads(line)
        assert answer.pop("faults") == []
        assert answer["is_map"] or answer["rules"]
        return answer

    def stop(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            command = [sys.executable, str(Path(__file__).with_name("worker.py"))]
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe)
        return self._process

    def _obituary(self) -> str:
        process, self._process = self._process, None
        assert process is not None
        try:
            process.wait(1)
            how = f"died with exit code {process.returncode}"
        except subprocess.TimeoutExpired:
            process.kill()
            how = f"took more than {PATIENCE} seconds"
        _, errors = process.communicate()
        return f"the check {how}\n{errors.decode('utf-8', 'replace')[-3000:]}"


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout

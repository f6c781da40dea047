"""The server as a process, started as from a command line."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Server:
    """A server that runs, and its address."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        assert process.stdout is not None
        self.head = [process.stdout.readline() for _ in range(3)]
        found = re.search(r"http://([^:/]+):(\d+)/\?token=(\S+)", self.head[1])
        assert found is not None, self.head
        self.address, self.port, self.token = found[0], int(found[2]), found[3]

    def ask(self, path: str, given: Any = None) -> tuple[int, Any]:
        """Ask as a program that bears the token; give the status and the JSON."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Authorization": f"Bearer {self.token}"}
        if given is None:
            connection.request("GET", path, headers=headers)
        else:
            connection.request("POST", path, json.dumps(given), {**headers, "Content-Type": "application/json"})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, json.loads(body)

    def listen(self) -> Listener:
        """Listen for changes as a page does."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", "/events", headers={"Authorization": f"Bearer {self.token}"})
        answer = connection.getresponse()
        assert answer.status == 200
        assert answer.readline() == b"retry: 1000\n"
        return Listener(connection, answer)


class Listener:
    """A page that listens."""

    def __init__(self, connection: http.client.HTTPConnection, answer: http.client.HTTPResponse) -> None:
        self._connection, self._answer = connection, answer

    def next(self) -> str:
        """Wait for the next change that the page is told of, and give the name of the map."""
        while line := self._answer.readline():
            if line.startswith(b"data: "):
                name: str = json.loads(line[6:])["map"]
                return name
        raise AssertionError

    def close(self) -> None:
        """Listen no more."""
        self._answer.close()
        self._connection.close()


@contextmanager
def serving(folder: Path, *options: str, most_bytes: int = 0) -> Iterator[Server]:
    """Serve a folder on a free port for a time; where told, no file may have more bytes than so many."""
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({most_bytes},) * 2);" if most_bytes else ""
    command = [
        sys.executable,
        "-c",
        f"{limit}from coldwater.cli import main; main()",
        "serve",
        str(folder),
        "--no-open",
        *options,
    ]
    environment = {**os.environ, "NO_COLOR": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        try:
            yield Server(process)
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
            process.communicate(timeout=60)

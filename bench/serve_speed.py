"""How fast the page of `coldwater serve` is answered: `python -m bench.serve_speed`.

Times are of the processor, of the server's process alone, from a question to its answer; what a page waits for beside
that is the machine's. "move" is a reason added, which is checked, judged and written; the drawing follows after it.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
from statistics import median
from typing import Any

import yaml

from bench.maps import make_map

_TICKS = os.sysconf("SC_CLK_TCK")
_TIMES = 7
_NAME = "town.argmap.yaml"


class Page:
    """A page that asks one question at a time."""

    def __init__(self, folder: str) -> None:
        command = [sys.executable, "-m", "coldwater", "serve", folder, "--no-open"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        head = "".join(self.process.stdout.readline() for _ in range(3))
        found = re.search(r"http://([^/]+)/\?token=(\S+)", head)
        assert found is not None, head
        self.host, self.token = found[1], found[2]

    def ask(self, path: str, given: Any = None) -> bytes:
        """Ask, and give the body of the answer."""
        connection = http.client.HTTPConnection(self.host, timeout=120)
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        body = None if given is None else json.dumps(given)
        connection.request("GET" if given is None else "POST", path, body, headers)
        answer = connection.getresponse()
        assert answer.status == 200, answer.read()
        read = answer.read()
        connection.close()
        return read

    def seconds(self) -> float:
        """Give the processor time of the server so far."""
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def timed(self, path: str, given: Any = None) -> tuple[float, bytes]:
        """Ask, and give the seconds that the server took, with the body."""
        before = self.seconds()
        body = self.ask(path, given)
        return self.seconds() - before, body


def measure(claims: int, is_in_form: bool) -> dict[str, tuple[float, int]]:
    """Give for each question the median of seconds and the size of the answer."""
    found: dict[str, list[tuple[float, int]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, _NAME)
        with open(path, "w", encoding="utf-8") as file:
            file.write(yaml.safe_dump(make_map(claims), sort_keys=False))
        if is_in_form:
            subprocess.run([sys.executable, "-m", "coldwater", "fmt", path], check=True, capture_output=True)
        page = Page(folder)
        try:
            for what, question in (("page at first", "/page"), ("state at first", "/state")):
                seconds, body = page.timed(f"{question}?map={_NAME}")
                found[what] = [(seconds, len(body))]
            version = json.loads(body)["version"]
            for number in range(_TIMES):
                move = {"move": "reason", "for": "rebuild", "premises": [f"Reason {number} is a good one."]}
                asked = {"map": _NAME, "version": version, "moves": [move]}
                for what, question, given in (
                    ("move", "/move", asked),
                    ("drawing after it", f"/drawing?map={_NAME}", None),
                ):
                    seconds, body = page.timed(question, given)
                    found.setdefault(what, []).append((seconds, len(body)))
                    version = json.loads(body)["version"]
            for _ in range(_TIMES):
                seconds, body = page.timed("/undo", {"map": _NAME})
                found.setdefault("undo", []).append((seconds, len(body)))
        finally:
            page.process.terminate()
            page.process.communicate()
    return {what: (median(one for one, _ in all_), all_[-1][1]) for what, all_ in found.items()}


def main() -> int:
    """Measure, and print a table."""
    print("| claims | form | question | CPU s | kB |\n|---:|---|---|---:|---:|")
    for claims in (200, 2_000):
        for is_in_form in (True, False):
            for what, (seconds, size) in measure(claims, is_in_form).items():
                form = "canonical" if is_in_form else "other"
                print(f"| {claims:,} | {form} | {what} | {seconds:.2f} | {size / 1000:.0f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""How fast the server for editors answers, and how much memory it takes: `python -m bench.editor_speed`.

Times are of the processor, of the server's process alone: an editor on a busy machine waits longer. "edited" is a
question right after an edit, so that the text is looked at anew; "warm" is one on a text that was looked at.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from typing import Any

import yaml

from bench.maps import make_map

_TICKS = os.sysconf("SC_CLK_TCK")
_PLACE = ("completion", "hover", "definition", "documentHighlight", "prepareRename")
_WHOLE = ("codeLens", "foldingRange", "documentSymbol", "semanticTokens/full")
_TIMES = 8


class Editor:
    """An editor that asks one question at a time."""

    def __init__(self, folder: str) -> None:
        command = [sys.executable, "-m", "coldwater", "lsp", "--stdio"]
        self.process = subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.folder = folder
        self.count = 0
        capabilities = {"textDocument": {"documentSymbol": {"hierarchicalDocumentSymbolSupport": True}}}
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities})
        self.tell("initialized", {})

    def write(self, message: dict[str, Any]) -> None:
        """Send a message."""
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def tell(self, method: str, params: Any) -> None:
        """Send what is not answered."""
        self.write({"method": method, "params": params})

    def read(self) -> dict[str, Any]:
        """Read a message."""
        stream = self.process.stdout
        assert stream is not None
        length = 0
        while line := stream.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        found: dict[str, Any] = json.loads(stream.read(length))
        return found

    def ask(self, method: str, params: Any) -> Any:
        """Ask, and give the answer."""
        self.count += 1
        self.write({"id": self.count, "method": method, "params": params})
        while (message := self.read()).get("id") != self.count:
            pass
        return message["result"]

    def open(self, name: str, text: str) -> str:
        """Open a map, and wait until it is checked."""
        uri = f"file://{self.folder}/{name}"
        item = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": item})
        while self.read().get("params", {}).get("uri") != uri:
            pass
        return uri

    def seconds(self) -> float:
        """Give the processor time of the server so far."""
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def megabytes(self) -> float:
        """Give the memory that the server takes."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as file:
            found = next(line for line in file if line.startswith("VmRSS"))
        return int(found.split()[1]) / 1024


def _text(claims: int) -> str:
    return yaml.dump(make_map(claims), sort_keys=False, allow_unicode=True, width=10**6, Dumper=yaml.CSafeDumper)


def _params(method: str, uri: str, line: int) -> dict[str, Any]:
    params: dict[str, Any] = {"textDocument": {"uri": uri}}
    if method in _PLACE:
        params["position"] = {"line": line, "character": 6}
    return params


def _rows(editor: Editor, claims: int) -> None:
    text = _text(claims)
    lines = text.split("\n")
    line = next(number for number, one in enumerate(lines) if number > 0.8 * len(lines) and one.startswith("    - "))
    uri = editor.open(f"m{claims}.argmap.yaml", text)
    version = 1
    for method in (*_PLACE, *_WHOLE):
        params = _params(method, uri, line)
        editor.ask(f"textDocument/{method}", params)
        before = editor.seconds()
        for _ in range(_TIMES):
            editor.ask(f"textDocument/{method}", params)
        warm = (editor.seconds() - before) / _TIMES
        time.sleep(2)  # what was to be done beside is done
        before = editor.seconds()
        for number in range(_TIMES):
            version += 1
            end = {"line": line, "character": 6 + number % 2}
            change = {"range": {"start": {"line": line, "character": 6}, "end": end}, "text": "" if number % 2 else "x"}
            document = {"uri": uri, "version": version}
            editor.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
            editor.ask(f"textDocument/{method}", params)
        edited = (editor.seconds() - before) / _TIMES
        time.sleep(2)
        print(f"{claims:>7,}  {method:22} {1000 * warm:7.0f} ms warm {1000 * edited:7.0f} ms edited")


def main() -> None:
    """Print times at 1,000 and 10,000 claims, the start, and the memory with ten maps of 1,000 claims."""
    with tempfile.TemporaryDirectory() as folder:
        editor = Editor(folder)
        print(f"start: {editor.seconds():.2f} s of processor time, {editor.megabytes():.0f} MB")
        text = _text(1_000)
        for number in range(10):
            editor.open(f"n{number}.argmap.yaml", text)
        print(f"ten maps of 1,000 claims: {editor.megabytes():.0f} MB")
        for claims in (1_000, 10_000):
            _rows(editor, claims)
        print(f"at the end: {editor.megabytes():.0f} MB")
        editor.process.kill()


if __name__ == "__main__":
    main()

"""How fast the server for editors answers, and how much memory it takes.

Times are of the processor, of the server's process alone: an editor on a busy machine waits longer. "again" is a
question asked of a text a second time, "checked" one that is asked first of a text that was edited and checked since,
"edited" one right after an edit, so that the text is looked at anew.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any, NamedTuple

from bench.maps import make_map
from bench.spellings import as_yaml
from bench.table import Row, met
from bench.timing import CannotRunError, Timing
from coldwater import revise

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What is asked of a place, of the whole text, and what makes an edit.
_PLACE = ("completion", "hover", "definition", "references", "documentHighlight", "prepareCallHierarchy")
_WHOLE = ("codeLens", "inlayHint", "documentSymbol", "semanticTokens/full", "foldingRange")
_EDITS = ("formatting", "prepareRename", "rename", "codeAction")
#: Seconds that a question may take on a text that is known, by claims; and the start, and a move that was chosen.
MOST = {1_000: 0.05, 10_000: 0.3}
MOST_FOR_START = 1.0
#: Seconds of wall clock after which a question is not repeated.
_LONG = 2.0


class Effort(NamedTuple):
    """Rounds, and sizes of maps."""

    rounds: int
    sizes: tuple[int, ...]


FULL = Effort(5, (1_000, 10_000))
QUICK = Effort(2, (1_000,))


class Editor:
    """An editor that asks one question at a time."""

    def __init__(self, folder: str) -> None:
        command = [sys.executable, "-m", "coldwater", "lsp", "--stdio"]
        self.process = subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.folder = folder
        self.count = 0
        self.told: dict[str, int] = {}
        document = {
            "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
            "codeAction": {"resolveSupport": {"properties": ["edit"]}, "dataSupport": True},
        }
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {"textDocument": document}})
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
        """Read a message, and note of which version findings are told."""
        stream = self.process.stdout
        assert stream is not None
        length = 0
        while line := stream.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        found: dict[str, Any] = json.loads(stream.read(length))
        if found.get("method") == "textDocument/publishDiagnostics":
            self.told[found["params"]["uri"]] = found["params"].get("version")
        return found

    def ask(self, method: str, params: Any) -> Any:
        """Ask, and give the answer."""
        self.count += 1
        self.write({"id": self.count, "method": method, "params": params})
        while (message := self.read()).get("id") != self.count:
            pass
        if "error" in message:
            raise CannotRunError(f"{method}: {message['error']}")
        return message["result"]

    def seconds(self) -> float:
        """Give the processor time of the server so far, of all its threads."""
        folder = f"/proc/{self.process.pid}/task"
        total = 0
        for thread in os.listdir(folder):
            with open(f"{folder}/{thread}/schedstat", encoding="ascii") as file:
                total += int(file.read().split()[0])
        return total / 1e9

    def megabytes(self) -> float:
        """Give the memory that the server takes."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as file:
            found = next(line for line in file if line.startswith("VmRSS"))
        return int(found.split()[1]) / 1024


class Open:
    """A map that is open in an editor, edited in one claim and asked about in another place."""

    def __init__(self, editor: Editor, name: str, text: str) -> None:
        self.editor = editor
        self.uri = f"file://{editor.folder}/{name}"
        self.version = 1
        lines = text.split("\n")
        first = lines.index("arguments:")
        #: Where a letter is put into a claim, and an id by which a claim is named.
        self.line = next(number for number in range(first // 2, first) if ": The " in lines[number])
        self.letter = lines[self.line].index(": The ") + 6
        later = range((first + len(lines)) // 2, len(lines))
        self.asked = next(number for number in later if "premises: [" in lines[number])
        self.column = lines[self.asked].index("premises: [") + len("premises: [") + 2
        item = {"uri": self.uri, "languageId": "yaml", "version": 1, "text": text}
        editor.tell("textDocument/didOpen", {"textDocument": item})
        self.wait()

    def edit(self) -> None:
        """Put a letter in, or take it out again."""
        self.version += 1
        is_out = self.version % 2
        start = {"line": self.line, "character": self.letter}
        end = {"line": self.line, "character": self.letter + is_out}
        change = {"range": {"start": start, "end": end}, "text": "" if is_out else "x"}
        document = {"uri": self.uri, "version": self.version}
        self.editor.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})

    def wait(self) -> None:
        """Wait until the text as it is was checked."""
        while self.editor.told.get(self.uri) != self.version:
            self.editor.read()

    def ask(self, method: str) -> Any:
        """Ask a question about the map."""
        params: dict[str, Any] = {"textDocument": {"uri": self.uri}}
        here = {"line": self.asked, "character": self.column}
        if method in _PLACE or method in ("prepareRename", "rename"):
            params["position"] = here
        if method == "rename":
            params["newName"] = "quite-another-name"
        if method in ("references", "codeAction"):
            params["context"] = {"includeDeclaration": True, "diagnostics": []}
        if method == "inlayHint":
            params["range"] = {
                "start": {"line": max(self.asked - 50, 0), "character": 0}, "end": {**here, "character": 0},
            }  # fmt: skip
        if method == "codeAction":
            params["range"] = {"start": here, "end": here}
        if method == "formatting":
            params["options"] = {"tabSize": 2, "insertSpaces": True}
        return self.editor.ask(f"textDocument/{method}", params)


def measure(folder: str, effort: Effort) -> Iterator[Row]:
    """Drive a server, and give the rows of the table as they come."""
    editor = Editor(folder)
    try:
        start = editor.seconds()
        yield Row(f"coldwater lsp, its start, {editor.megabytes():.0f} MB", None, _timing([start]), "",
                  met(start, MOST_FOR_START, " s"))  # fmt: skip
        text = _text(1_000)
        for number in range(10):
            Open(editor, f"n{number}.argmap.yaml", text)
        yield Row("ten maps of 1,000 claims open", 10_000, f"{editor.megabytes():.0f} MB")
        for claims in effort.sizes:
            sys.stderr.write(f"asking about {claims:,} claims ...\n")
            yield from _rows(Open(editor, f"m{claims}.argmap.yaml", _text(claims)), claims, effort.rounds)
        yield Row("at the end", None, f"{editor.megabytes():.0f} MB")
    finally:
        editor.process.kill()


def _text(claims: int) -> str:
    made = as_yaml(make_map(claims)).encode()
    return revise.format("a.argmap.yaml", data=made).new.decode()


def _rows(map_: Open, claims: int, rounds: int) -> Iterator[Row]:
    methods = (*_PLACE, *_WHOLE, *_EDITS)
    for method in methods:  # what is worked out once and kept
        map_.ask(method)
    checks = []
    checked: dict[str, list[float]] = {method: [] for method in methods}
    for _ in range(min(rounds, 3)):
        before = map_.editor.seconds()
        map_.edit()
        map_.wait()
        checks.append(map_.editor.seconds() - before)
        for method in methods:
            checked[method].append(_cost(map_, method))
    yield Row("findings after an edit", claims, _timing(checks))
    for method in methods:
        again = _again(map_, method, rounds)
        edited = _edited(map_, method, rounds)
        told = f"{1000 * again:.0f} ms again, {1000 * edited:.0f} edited"
        timing = _timing(checked[method])
        yield Row(method, claims, timing, told, met(timing.median_cpu, MOST[claims], " s"))
    yield from _moves(map_, claims)


def _cost(map_: Open, method: str) -> float:
    before = map_.editor.seconds()
    map_.ask(method)
    return map_.editor.seconds() - before


def _again(map_: Open, method: str, rounds: int) -> float:
    costs: list[float] = []
    start = time.monotonic()
    while len(costs) < rounds and (not costs or time.monotonic() - start < _LONG):
        costs.append(_cost(map_, method))
    return min(costs)


def _edited(map_: Open, method: str, rounds: int) -> float:
    costs: list[float] = []
    start = time.monotonic()
    while len(costs) < rounds and (not costs or time.monotonic() - start < _LONG):
        before = map_.editor.seconds()
        map_.edit()
        map_.ask(method)
        costs.append(map_.editor.seconds() - before)
        map_.wait()
    return min(costs)


def _moves(map_: Open, claims: int) -> Iterator[Row]:
    """Have the moves worked out that are offered at a place, each once."""
    costs = []
    for action in map_.ask("codeAction"):
        if "data" in action:
            before = map_.editor.seconds()
            map_.editor.ask("codeAction/resolve", action)
            costs.append(map_.editor.seconds() - before)
    yield Row(f"a move that was chosen, {len(costs)} of them", claims, _timing(costs))


def _timing(costs: list[float]) -> Timing:
    return Timing(tuple(costs), tuple(costs), stopped=False)

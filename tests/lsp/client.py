"""A client of the Language Server Protocol: it starts our server and speaks to it as an editor does, in plain JSON."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

CAPABILITIES: dict[str, Any] = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True}},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        "publishDiagnostics": {"versionSupport": True, "codeDescriptionSupport": True},
    },
    "workspace": {"applyEdit": True, "workspaceEdit": {"documentChanges": True}},
}
#: After so many seconds without an answer the server has lost its way; no machine is that slow.
LOST = 120.0


class ServerError(Exception):
    """The server answered with an error."""

    def __init__(self, error: dict[str, Any]) -> None:
        super().__init__(error["message"])
        self.code = error["code"]
        self.data: Any = error.get("data")


class Client:
    """An editor with one server. Texts are those of the server's documents as this side knows them."""

    def __init__(self, folder: Path, capabilities: dict[str, Any] | None = None) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "coldwater", "lsp", "--stdio"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.folder = folder
        self.versions: dict[str, int] = {}
        self.texts: dict[str, str] = {}
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        self.applied: list[dict[str, Any]] = []
        self.asked: list[str] = []
        self._inbox: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._answers: dict[int, dict[str, Any]] = {}
        self._count = 0
        self.stderr = b""
        self._readers = [threading.Thread(target=one, daemon=True) for one in (self._read, self._read_errors)]
        for reader in self._readers:
            reader.start()
        given = CAPABILITIES if capabilities is None else capabilities
        params = {"processId": None, "rootUri": folder.as_uri(), "capabilities": given,
                  "workspaceFolders": [{"uri": folder.as_uri(), "name": "maps"}]}  # fmt: skip
        self.capabilities = self.request("initialize", params)["capabilities"]
        self.notify("initialized", {})

    # --- messages -----------------------------------------------------------------------------------------------

    def send(self, method: str, params: Any) -> int:
        """Send a request, and give its number."""
        self._count += 1
        self._write({"jsonrpc": "2.0", "id": self._count, "method": method, "params": params})
        return self._count

    def request(self, method: str, params: Any) -> Any:
        """Send a request and wait for the answer. Raises ServerError."""
        return self.answer(self.send(method, params))

    def answer(self, number: int) -> Any:
        """Wait for the answer to a request. Raises ServerError."""
        while number not in self._answers:
            self._take()
        answer = self._answers.pop(number)
        if "error" in answer:
            raise ServerError(answer["error"])
        return answer["result"]

    def notify(self, method: str, params: Any) -> None:
        """Send a notification."""
        self._write({"jsonrpc": "2.0", "method": method, "params": params})

    def _write(self, message: dict[str, Any]) -> None:
        body = json.dumps(message).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _read(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while (message := _message(stream)) is not None:
            self._inbox.put(message)
        self._inbox.put(None)

    def _read_errors(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.stderr += line

    def _take(self) -> None:
        message = self._inbox.get(timeout=LOST)
        if message is None:
            raise AssertionError(f"the server is gone: {self.stderr.decode()}")
        method = message.get("method")
        if method is None:
            self._answers[message["id"]] = message
        elif method == "textDocument/publishDiagnostics":
            params = message["params"]
            self.diagnostics.setdefault(params["uri"], []).append(params)
        elif method == "workspace/applyEdit":
            self.applied.append(message["params"]["edit"])
            self.apply(message["params"]["edit"])
            self._write({"jsonrpc": "2.0", "id": message["id"], "result": {"applied": True}})
        elif "id" in message:
            self.asked.append(method)
            self._write({"jsonrpc": "2.0", "id": message["id"], "result": None})

    # --- documents ----------------------------------------------------------------------------------------------

    def open(self, name: str, text: str, language: str = "yaml") -> str:
        """Open a document of the folder, and give its address."""
        uri = (self.folder / name).as_uri() if ":" not in name else name
        self.versions[uri], self.texts[uri] = 1, text
        item = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})
        return uri

    def change(self, uri: str, changes: Sequence[dict[str, Any]]) -> None:
        """Send edits, each on what the one before left."""
        self.versions[uri] += 1
        document = {"uri": uri, "version": self.versions[uri]}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": list(changes)})

    def replace(self, uri: str, start: int, end: int, new: str) -> None:
        """Put a text in the place of another, by offsets."""
        text = self.texts[uri]
        place = {"start": position(text, start), "end": position(text, end)}
        self.texts[uri] = text[:start] + new + text[end:]
        self.change(uri, [{"range": place, "text": new}])

    def apply(self, edit: dict[str, Any]) -> None:
        """Make an edit of the workspace, as an editor would: in documents that are open, else in the file."""
        for change in edit["documentChanges"]:
            uri = change["textDocument"]["uri"]
            if uri not in self.texts:
                path = Path(uri.removeprefix("file://"))
                path.write_text(edited(path.read_text(encoding="utf-8"), change["edits"]), encoding="utf-8")
                continue
            assert change["textDocument"]["version"] == self.versions[uri]
            self.texts[uri] = edited(self.texts[uri], change["edits"])
            self.change(uri, [{"text": self.texts[uri]}])

    def findings(self, uri: str) -> list[dict[str, Any]]:
        """Wait for the findings of a document as it is now."""
        while not (told := self.diagnostics.get(uri)) or told[-1].get("version") != self.versions[uri]:
            self._take()
        found: list[dict[str, Any]] = told[-1]["diagnostics"]
        return found

    def at(self, uri: str, offset: int) -> dict[str, Any]:
        """Give the parameters of a request about an offset."""
        return {"textDocument": {"uri": uri}, "position": position(self.texts[uri], offset)}

    def close(self) -> int:
        """Say good-bye, and give the exit code."""
        self.request("shutdown", None)
        self.notify("exit", None)
        return self.process.wait(LOST)

    def end(self) -> None:
        """End the server, however it is doing."""
        self.process.kill()
        self.process.wait()
        for reader in self._readers:
            reader.join()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None:
                with suppress(BrokenPipeError):
                    stream.close()


@contextmanager
def serving(folder: Path, capabilities: dict[str, Any] | None = None) -> Iterator[Client]:
    """Give a client whose server works in a folder."""
    client = Client(folder, capabilities)
    try:
        yield client
    finally:
        client.end()


def position(text: str, offset: int) -> dict[str, int]:
    """Give the place of an offset in code units of UTF-16."""
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    # a place between the two signs of a line end is that of the first of them
    line = before.count("\n") - (text[offset - 1 : offset + 1] == "\r\n")
    start = (
        max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset - (text[offset - 1 : offset + 1] == "\r\n"))) + 1
    )
    within = text[start:offset].rstrip("\r\n")
    return {"line": line, "character": len(within.encode("utf-16-le", "surrogatepass")) // 2}


def offset_of(text: str, place: dict[str, int]) -> int:
    """Give the offset of a place in code units of UTF-16."""
    start = 0
    for _ in range(place["line"]):
        ends = [at for sign in ("\r\n", "\n", "\r") if (at := text.find(sign, start)) >= 0]
        if not ends:
            return len(text)
        start = min(ends) + (2 if text[min(ends) :].startswith("\r\n") else 1)
    end = min([at for sign in ("\n", "\r") if (at := text.find(sign, start)) >= 0], default=len(text))
    units = text[start:end].encode("utf-16-le", "surrogatepass")[: 2 * place["character"]]
    return start + len(units.decode("utf-16-le", "surrogatepass"))


def edited(text: str, edits: Sequence[dict[str, Any]]) -> str:
    """Give a text with edits made, all of which are of the text as it is."""
    places = [(offset_of(text, one["range"]["start"]), offset_of(text, one["range"]["end"]), one) for one in edits]
    for start, end, one in sorted(places, key=lambda place: place[:2], reverse=True):
        text = text[:start] + one["newText"] + text[end:]
    return text


def _message(stream: IO[bytes]) -> dict[str, Any] | None:
    length = 0
    while line := stream.readline().strip():
        name, _, value = line.partition(b":")
        length = int(value) if name.lower() == b"content-length" else length
    if not length:
        return None
    found: dict[str, Any] = json.loads(stream.read(length))
    return found

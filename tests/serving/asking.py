"""The server in the process of the test: requests as a browser would send them, without a network."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

import pytest

from apart import run_apart
from coldwater.workshop import Workshop

pytest.importorskip("starlette", reason="the extra part `serve` is not installed")

from coldwater.serving.app import served
from coldwater.serving.desk import Desk
from coldwater.serving.guard import Pass

PASS = Pass("a-token-that-nobody-guesses", frozenset({"127.0.0.1:8642", "localhost:8642"}), 8642)
ORIGIN = "http://127.0.0.1:8642"
COOKIE = f"{PASS.cookie}={PASS.token}"


class Answer(NamedTuple):
    """What was answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def data(self) -> Any:
        """Give the body as JSON."""
        return json.loads(self.body)


def followed(state: Any, told: Any) -> Any:
    """Give the state that a page has which was told what is another since the state it had."""
    if told.get("since") is None:
        return told
    new = {**state, **told}
    del new["since"]
    if "findings" in told:
        new["verdicts"] = _patched(state["verdicts"], told["verdicts"])
        new["map"] = {
            key: _patched(state["map"][key], value) if isinstance(value, dict) and "set" in value else value
            for key, value in told["map"].items()
        }
    return new


def _patched(old: dict[str, Any], patch: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in {**old, **patch["set"]}.items() if key not in patch["gone"]}


class Asker:
    """Asks a server for one folder or map as its own page does."""

    def __init__(self, path: Path, is_read_only: bool = False) -> None:
        self.desk = Desk(Workshop(str(path)), is_read_only)
        self.app = served(self.desk, PASS)

    def raw(
        self, method: str, path: str, headers: dict[str, str], body: bytes | list[bytes] = b"", query: str = ""
    ) -> Answer:
        """Send just these headers, and a body in one part or several."""
        parts = body if isinstance(body, list) else [body]
        waiting = [{"type": "http.request", "body": part, "more_body": True} for part in parts]
        waiting[-1]["more_body"] = False
        sent: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            return waiting.pop(0) if waiting else {"type": "http.disconnect"}

        async def send(message: dict[str, Any]) -> None:
            sent.append(message)

        scope = {
            "type": "http", "method": method, "path": path, "raw_path": path.encode(), "query_string": query.encode(),
            "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()],
            "http_version": "1.1", "scheme": "http", "server": ("127.0.0.1", 8642), "client": ("127.0.0.1", 1),
            "root_path": "", "asgi": {"version": "3.0"},
        }  # fmt: skip

        async def run() -> None:
            await self.app(scope, receive, send)

        run_apart(run)
        head = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        return Answer(sent[0]["status"], head, b"".join(one.get("body", b"") for one in sent[1:]))

    def get(self, path: str, **query: str) -> Answer:
        """Ask for something to look at."""
        headers = {"host": "127.0.0.1:8642", "cookie": COOKIE, "sec-fetch-site": "same-origin"}
        return self.raw("GET", path, headers, query=urlencode(query))

    def post(self, path: str, given: Any) -> Answer:
        """Send a change."""
        body = json.dumps(given).encode()
        headers = {
            "host": "127.0.0.1:8642", "cookie": COOKIE, "origin": ORIGIN, "content-type": "application/json",
            "content-length": str(len(body)), "sec-fetch-site": "same-origin",
        }  # fmt: skip
        return self.raw("POST", path, headers, body)

    def version(self, name: str) -> str:
        """Give the version that a map has now."""
        version: str = self.get("/state", map=name).data["version"]
        return version

    def move(self, name: str, *moves: dict[str, Any], version: str | None = None, **more: Any) -> Answer:
        """Make moves on the state that is there, or on another."""
        return self.post("/move", {"map": name, "version": version or self.version(name), "moves": list(moves), **more})

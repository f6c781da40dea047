"""The server as a process: its address, what it tells of the disk, many pages, and every way to end."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path

import pytest

from coldwater import api

pytest.importorskip("starlette", reason="the extra part `serve` is not installed")

from .process import Server, serving
from .test_desk import NAME, REASON, TEXT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / NAME).write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_it_says_where_it_is_tells_of_changes_and_ends_quietly(folder: Path) -> None:
    with serving(folder) as server:
        assert server.head[0] == f"Serving the maps of {folder} at\n"
        assert server.head[2] == "Ctrl-C ends it.\n"
        assert len(server.token) >= 32
        listening = [server.listen() for _ in range(100)]
        (folder / NAME).write_text(TEXT.replace("cracked", "torn"), encoding="utf-8")
        assert {one.next() for one in listening} == {NAME}
        status, state = server.ask(f"/state?map={NAME}")
        assert (status, state["map"]["claims"]["cracks"]["text"]) == (200, "The main girder is torn.")
        status, done = server.ask("/move", {"map": NAME, "version": state["version"], "moves": [REASON]})
        assert (status, done["is_merged"]) == (200, False)
        assert {one.next() for one in listening} == {NAME}
        (folder / "new.argmap.yaml").write_text(TEXT, encoding="utf-8")
        while listening[0].next() != "new.argmap.yaml":
            pass
        for one in listening:
            one.close()
        server.process.send_signal(signal.SIGINT)
        _, errors = server.process.communicate(timeout=60)
        assert errors == ""
        assert server.process.returncode in (0, 130)


def test_a_port_that_is_taken_is_told(folder: Path) -> None:
    with serving(folder, "--read-only") as server:
        assert server.head[0].startswith("Showing the maps of ")
        command = [sys.executable, "-m", "coldwater", "serve", str(folder), "--no-open", "--port", str(server.port)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert f"127.0.0.1:{server.port} cannot be taken" in done.stderr
        assert "--port" in done.stderr
        status, told = server.ask("/new", {"title": "T", "thesis": "A."})
        assert (status, "--read-only" in told["error"]) == (422, True)


def test_a_hundred_clients_at_once_lose_nothing_and_a_body_without_end_is_cut_off(folder: Path) -> None:
    """A hundred, as pages can be opened without end; each changes a claim of its own, met by id with the others."""
    count = 100
    claims = "".join(f"  c{number}: It is number {number}.\n" for number in range(count))
    (folder / NAME).write_text(f"argmap: 1\ntitle: T\nthesis: c0\nclaims:\n{claims}", encoding="utf-8")
    with serving(folder) as server:
        version = server.ask(f"/state?map={NAME}")[1]["version"]
        told: list[int] = []

        def change(number: int) -> None:
            move = {"move": "reword", "id": f"c{number}", "text": f"It was number {number}."}
            told.append(server.ask("/move", {"map": NAME, "version": version, "moves": [move]})[0])

        clients = [threading.Thread(target=change, args=(number,)) for number in range(count)]
        for one in clients:
            one.start()
        for one in clients:
            one.join(60)
        assert told == [200] * count
        text = (folder / NAME).read_text(encoding="utf-8")
        assert all(f"c{number}: It was number {number}.\n" in text for number in range(count))

        with socket.create_connection(("127.0.0.1", server.port), timeout=60) as wire:
            head = f"POST /write HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nAuthorization: Bearer {server.token}\r\n"
            wire.sendall(f"{head}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n".encode())
            chunk = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
            sent = 0
            with suppress(OSError):  # it was cut off
                while sent < 1024:
                    wire.sendall(chunk)
                    sent += 1
            assert sent < 64  # of the gigabyte, no more than what lay on the way
        assert server.ask(f"/state?map={NAME}")[0] == 200
    assert (folder / NAME).read_text(encoding="utf-8") == text


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "coldwater", "serve", str(tmp_path / "none"), "--no-open"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no such file or folder" in done.stderr


def grow(server: Server, told: list[str]) -> None:
    """Add reasons until the server is gone; note each that it said was done."""
    version = server.ask(f"/state?map={NAME}")[1]["version"]
    for number in range(1000):
        words = f"Reason {number} is a good one."
        try:
            _, done = server.ask("/move", {"map": NAME, "version": version, "moves": [{**REASON, "premises": [words]}]})
        except (OSError, HTTPException):  # it was killed
            return
        version = done["version"]
        told.append(words)


def test_killed_at_any_moment_it_leaves_a_whole_file_with_all_that_was_told(folder: Path) -> None:
    with serving(folder) as server:
        told: list[str] = []
        growing = threading.Thread(target=grow, args=(server, told))
        growing.start()
        while len(told) < 5 and growing.is_alive():
            growing.join(0.01)
        server.process.kill()
        growing.join(60)
    text = (folder / NAME).read_text(encoding="utf-8")
    assert len(told) >= 5
    assert all(words in text for words in told)
    assert api.check_file(str(folder / NAME)).findings == ()


def test_where_there_is_no_room_the_file_stays_as_it_was(folder: Path) -> None:
    with serving(folder, most_bytes=2_000) as server:
        version = server.ask(f"/state?map={NAME}")[1]["version"]
        long = [{**REASON, "premises": ["It is " + "very " * 600 + "good."]}]
        status, told = server.ask("/move", {"map": NAME, "version": version, "moves": long})
        assert status in (422, 507)
        assert "is as it was" in told["error"]
        assert (folder / NAME).read_text(encoding="utf-8") == TEXT
        assert [one.name for one in folder.iterdir() if "argmap" in one.name] == [NAME]
        assert server.ask("/move", {"map": NAME, "version": version, "moves": [REASON]})[0] == 200

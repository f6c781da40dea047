"""Every move gives the same bytes through every door, and one that is refused changes nothing through any."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest

import coldwater
from coldwater.cli import main
from coldwater.cli.moves import command_words
from coldwater.editing.moves.making import make_moves
from coldwater.errors import MoveRefusedError
from editing.moves.done import BRIDGE, DONE, SURVEY
from lsp.client import Client, ServerError

Move = dict[str, Any]
NAME = "town.argmap.yaml"


def by_python(moves: list[Move]) -> bool:
    """Make moves in Python, one after the other; tell whether they were made."""
    for move in moves:
        try:
            coldwater.save(coldwater.move(NAME, move))
        except MoveRefusedError:
            return False
    return True


def by_commands(moves: list[Move]) -> bool:
    """Make moves by commands."""
    for move in moves:
        if move["move"] == "undo":
            Path("answer.json").write_text(json.dumps({"undo": move}), encoding="utf-8")
            words = ["coldwater", "undo", NAME, "answer.json"]
        else:
            words = command_words(NAME, move)
        with pytest.raises(SystemExit) as stop:
            main(words[1:])
        if stop.value.code == 2:
            return False
    return True


def by_assistant(moves: list[Move]) -> bool:
    """Make moves through the server for assistants, driven by the protocol's own client."""
    talk = pytest.importorskip("assistants.talk")
    done = True

    async def work(one: Any) -> None:
        nonlocal done
        for move in moves:
            told = (await one.call_tool("show", {})).content[0].text
            version = re.findall(r"version ([0-9a-f]{16})", told)[0]
            result = await one.call_tool("move", {"version": version, "moves": [move]})
            done = done and not result.is_error
            if not done:
                return

    talk.talk(NAME, work)
    return done


def by_editor(moves: list[Move]) -> bool:
    """Make moves through the server for editors, driven over the protocol."""
    pytest.importorskip("pygls", reason="the extra part `lsp` is not installed")
    path = Path(NAME).absolute()
    client = _editor()
    text = path.read_text(encoding="utf-8")
    folder, client.folder = client.folder, path.parent
    uri = client.open(NAME, text)
    client.folder = folder
    for move in moves:
        given = {"command": "coldwater.move", "arguments": [{"uri": uri, "moves": [move]}]}
        try:
            client.request("workspace/executeCommand", given)
        except ServerError:
            return False
    path.write_text(client.texts[uri], encoding="utf-8")
    return True


@cache
def _editor() -> Client:
    """Start one server for all moves."""
    return Client(Path(tempfile.mkdtemp()))


@pytest.fixture(scope="module", autouse=True)
def _end_of_editor() -> Iterator[None]:
    """End the server for editors, if one was started."""
    yield
    if _editor.cache_info().currsize:
        _editor().end()


def by_page(moves: list[Move]) -> bool:
    """Make moves through the server of the page, by the requests that the page sends."""
    pytest.importorskip("starlette", reason="the extra part `serve` is not installed")
    from serving.asking import Asker  # noqa: PLC0415 - it needs the extra part

    asker = Asker(Path(NAME).absolute())
    return all(asker.move(NAME, move).status == HTTPStatus.OK for move in moves)


DOORS: dict[str, Callable[[list[Move]], bool]] = {
    "python": by_python,
    "commands": by_commands,
    "assistant": by_assistant,
    "editor": by_editor,
    "page": by_page,
}
CASES = [*(moves for moves, _ in DONE)]


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with the map of the table."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "survey.txt").write_text(SURVEY, encoding="utf-8")
    (tmp_path / NAME).write_text(BRIDGE, encoding="utf-8")
    return tmp_path / NAME


@pytest.mark.parametrize("moves", CASES, ids=str)
@pytest.mark.parametrize("door", DOORS)
def test_a_move_gives_the_same_bytes_through_every_door(door: str, moves: list[Move], town: Path) -> None:
    made = make_moves(BRIDGE, "yaml", moves, lambda _: {"survey": SURVEY})
    assert DOORS[door](moves)
    assert town.read_text(encoding="utf-8") == made.text
    assert DOORS[door]([dict(made.undo)])
    assert town.read_text(encoding="utf-8") == BRIDGE


@pytest.mark.parametrize("door", DOORS)
def test_what_is_refused_changes_nothing(door: str, town: Path) -> None:
    for move in ({"move": "turn", "id": "x"}, {"move": "remove", "id": "rebuild"}, {"move": "join", "ids": ["money"]}):
        assert not DOORS[door]([move])
    assert town.read_text(encoding="utf-8") == BRIDGE

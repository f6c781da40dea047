"""Assistants and commands that write one map at a time: each is refused or done whole, and nothing gets lost."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from coldwater import api
from coldwater.mcp.tools import call
from coldwater.workshop import Workshop
from editing.moves.done import BRIDGE

from .test_tools import version_in

NAME = "town.argmap.yaml"
TURNS = 8
#: Adds claims through a server of its own, reading the version anew when somebody else was quicker.
ASSISTANT = """
import json, re, sys
from coldwater.mcp.tools import call
from coldwater.workshop import Workshop
shop, version, stale = Workshop(sys.argv[1]), "0" * 16, 0
for turn in range(int(sys.argv[3])):
    claim = {"move": "claim", "id": f"{sys.argv[2]}-{turn}", "text": f"Claim {turn} of {sys.argv[2]}."}
    while True:
        reply = call(shop, "move", {"version": version, "moves": [claim]})
        version = (re.findall(r"version(?: is)? ([0-9a-f]{16})", reply.text) or [version])[0]
        if not reply.is_error:
            break
        assert "has changed" in reply.text, reply.text
        stale += 1
        version = re.findall(r"version ([0-9a-f]{16})", call(shop, "show", {}).text)[0]
print(stale)
"""
#: Adds claims by commands, again and again while somebody else was quicker.
COMMANDS = """
import contextlib, io, json, sys
from coldwater.cli import main
for turn in range(int(sys.argv[3])):
    words = ["add", "claim", "--id", f"{sys.argv[2]}-{turn}", "--output-format", "json"]
    while True:
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            try:
                main([*words, sys.argv[1], f"Claim {turn} of {sys.argv[2]}."])
            except SystemExit as stop:
                code = stop.code
        if code in (0, 1):  # an error: nothing uses the claim yet
            break
        assert "in the meantime" in json.loads(said.getvalue())["refused"]["reason"], said.getvalue()
"""


def test_nothing_gets_lost_where_assistants_and_commands_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_text(BRIDGE, encoding="utf-8")
    writers = {"one": ASSISTANT, "two": ASSISTANT, "three": COMMANDS}
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(path), name, str(TURNS)], stderr=subprocess.PIPE)
        for name, code in writers.items()
    ]
    for one in running:
        _, said = one.communicate(timeout=120)
        assert (one.returncode, said) == (0, b"")
    map_ = api.load(path)
    assert {f"{name}-{turn}" for name in writers for turn in range(TURNS)} <= {*map_.claims}
    assert len(map_.claims) == len(api.check_bytes(NAME, BRIDGE.encode()).usable_map().claims) + 3 * TURNS
    assert "# the usual one" in path.read_text(encoding="utf-8")


def test_a_command_makes_an_assistants_version_stale_and_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from coldwater.cli import main  # noqa: PLC0415 - of this test alone

    path = tmp_path / NAME
    path.write_text(BRIDGE, encoding="utf-8")
    shop = Workshop(str(tmp_path))
    version = version_in(call(shop, "show", {}))
    with pytest.raises(SystemExit):
        main(["reword", str(path), "costly", "It costs a lot."])
    capsys.readouterr()
    reply = call(shop, "move", {"version": version, "moves": [{"move": "turn", "id": "money"}]})
    assert reply.is_error
    assert "changed: claim costly" in reply.text
    now = re.findall(r"its version is ([0-9a-f]{16})", reply.text)[0]
    reply = call(shop, "move", {"version": now, "moves": [{"move": "turn", "id": "money"}]})
    assert not reply.is_error
    assert "It costs a lot." in path.read_text(encoding="utf-8")


def test_what_changes_between_looking_and_writing_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody writes after the version was compared: the file is compared once more under the lock."""
    path = tmp_path / NAME
    path.write_text(BRIDGE, encoding="utf-8")
    shop = Workshop(str(tmp_path))
    given = {"version": version_in(call(shop, "show", {})), "moves": [{"move": "turn", "id": "money"}]}
    made = api.check_content

    def slow(*args: object, **more: object) -> object:
        path.write_text(BRIDGE.replace("costs", "cost"), encoding="utf-8")
        return made(*args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("coldwater.moves.api.check_content", slow)
    reply = call(shop, "move", given)
    assert reply.is_error
    assert "in the meantime" in reply.text
    assert path.read_text(encoding="utf-8") == BRIDGE.replace("costs", "cost")

"""The protocol on the wire: every answer fits the published types, and nothing that is sent ends the talk."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from coldwater.mcp.answering import AGREED, NAMED
from coldwater.mcp.messages import lines_of
from coldwater.mcp.tools import TOOLS
from coldwater.workshop import Workshop
from editing.moves.done import BRIDGE
from work import examples

from .talk import Answers, wire

methods: Any = pytest.importorskip("mcp_types.methods", reason="the protocol's SDK is not installed")
versions: Any = pytest.importorskip("mcp_types.version")

PARSE, REQUEST, METHOD, PARAMS, VERSION = -32700, -32600, -32601, -32602, -32022
CALLS: list[tuple[str, dict[str, Any]]] = [
    ("tools/list", {}),
    ("tools/call", {"name": "show"}),
    ("tools/call", {"name": "show", "arguments": {"chars": 7}}),
    ("tools/call", {"name": "render", "arguments": {}}),
    ("resources/list", {}),
    ("resources/templates/list", {}),
    ("resources/read", {"uri": "coldwater://rule/CW103"}),
    ("resources/read", {"uri": "coldwater://schema/map"}),
    ("prompts/list", {}),
    ("prompts/get", {"name": "map-this-text", "arguments": {"text": "Half a \ud800 character."}}),
]


@pytest.fixture
def town(tmp_path: Path) -> Answers:
    (tmp_path / "town.argmap.yaml").write_text(BRIDGE, encoding="utf-8")
    return Answers(str(tmp_path))


def asked(method: str, params: dict[str, Any] | None = None, id_: Any = 1) -> dict[str, Any]:
    """Give a request."""
    return {"jsonrpc": "2.0", "id": id_, "method": method, **({} if params is None else {"params": params})}


def opened(answers: Answers, version: str = AGREED[-1]) -> dict[str, Any]:
    """Agree on a version, and give what is answered."""
    params = {"protocolVersion": version, "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}}
    told = answers.to(asked("initialize", params, 0), {"jsonrpc": "2.0", "method": "notifications/initialized"})
    assert len(told) == 1
    result: dict[str, Any] = told[0]["result"]
    return result


def named(params: dict[str, Any], version: str = NAMED[-1]) -> dict[str, Any]:
    """Let a request name its version."""
    meta = {
        "io.modelcontextprotocol/protocolVersion": version,
        "io.modelcontextprotocol/clientCapabilities": {},
    }
    return {**params, "_meta": meta}


def test_the_versions_are_those_of_the_published_types() -> None:
    assert versions.HANDSHAKE_PROTOCOL_VERSIONS == AGREED
    assert versions.MODERN_PROTOCOL_VERSIONS == NAMED


@pytest.mark.parametrize("version", [*AGREED, *NAMED])
def test_every_answer_fits_the_published_types(version: str, town: Answers) -> None:
    if version in AGREED:
        told = opened(town, version)
        methods.validate_server_result("initialize", version, told)
        assert told["protocolVersion"] == version
        methods.validate_server_result("ping", version, town.to(asked("ping"))[0]["result"])
    else:
        told = town.to(asked("server/discover", named({})))[0]["result"]
        methods.validate_server_result("server/discover", version, told)
    for method, params in CALLS:
        answer = town.to(asked(method, params if version in AGREED else named(params), method))[0]
        wire.jsonrpc_message_adapter.validate_python(answer)
        assert answer["id"] == method
        methods.validate_server_result(method, version, answer["result"])
        # What the types do not know would be dropped by them.
        kept = methods.serialize_server_result(method, version, answer["result"])
        assert kept == answer["result"]


def test_a_version_that_nobody_knows_is_answered_with_the_newest(town: Answers) -> None:
    assert opened(town, "1999-01-01")["protocolVersion"] == AGREED[-1]
    told = town.to(asked("tools/list", named({}, "2099-01-01")))[0]["error"]
    assert told["code"] == VERSION
    assert told["data"] == {"supported": [*AGREED, *NAMED], "requested": "2099-01-01"}


@pytest.mark.parametrize(
    ("sent", "code", "id_"),
    [
        (b"{", PARSE, None),
        (b"\xff\xfe{}", PARSE, None),
        (b"[" * 100_000, PARSE, None),
        (b'{"id": 1' + b"0" * 5_000 + b"}", PARSE, None),
        (b'{"jsonrpc": "2.0", "id": 1, "method": "ping", "params": {"x": 1e999}}', PARSE, None),
        (b'{"jsonrpc": "2.0", "id": 1, "method": "ping", "params": {"x": NaN}}', PARSE, None),
        ([asked("ping")], REQUEST, None),
        (b"7", REQUEST, None),
        ({"id": 5, "method": "ping"}, REQUEST, 5),
        (asked("ping", None, None), REQUEST, None),
        (asked("ping", None, True), REQUEST, None),
        (asked("ping", None, 1.5), REQUEST, None),
        ({"jsonrpc": "2.0", "id": "a", "method": 7}, REQUEST, "a"),
        ({"jsonrpc": "2.0", "id": "a", "method": "ping", "params": [1]}, PARAMS, "a"),
        (asked("nothing/at-all\x1b"), METHOD, 1),
        (asked("server/discover"), METHOD, 1),
        (asked("completion/complete", {}), METHOD, 1),
        (asked("initialize", {}), PARAMS, 1),
        (asked("tools/list", {"cursor": "x"}), PARAMS, 1),
        (asked("tools/call", {}), PARAMS, 1),
        (asked("tools/call", {"name": "nothing"}), PARAMS, 1),
        (asked("tools/call", {"name": "show", "arguments": [1]}), PARAMS, 1),
        (asked("resources/read", {"uri": "file:///etc/passwd"}), PARAMS, 1),
        (asked("resources/read", {"uri": 3}), PARAMS, 1),
        (asked("prompts/get", {"name": "nothing"}), PARAMS, 1),
        (asked("prompts/get", {"name": "map-this-text", "arguments": {"text": 3}}), PARAMS, 1),
        (asked("tools/list", {"_meta": {"io.modelcontextprotocol/protocolVersion": NAMED[-1]}}), PARAMS, 1),
        (asked("tools/list", {"_meta": {"io.modelcontextprotocol/protocolVersion": 3}}), PARAMS, 1),
    ],
)
def test_what_cannot_be_answered_is_told_by_its_code(
    sent: bytes | dict[str, Any] | list[Any], code: int, id_: object, town: Answers
) -> None:
    opened(town)
    (answer,) = town.to(sent)
    wire.jsonrpc_message_adapter.validate_python(answer)
    assert (answer["error"]["code"], answer["id"]) == (code, id_)
    assert answer["error"]["message"].isprintable()
    assert town.to(asked("ping", None, "after")) == [{"jsonrpc": "2.0", "id": "after", "result": {}}]


def test_nothing_is_asked_before_a_version_is_agreed_on(town: Answers) -> None:
    early, ping = town.to(asked("tools/list"), asked("ping", None, 2))
    assert {early["id"], ping["id"]} == {1, 2}
    assert [one["error"]["code"] for one in (early, ping) if "error" in one] == [REQUEST]


def test_notifications_and_answers_are_not_answered(town: Answers) -> None:
    opened(town)
    sent: list[bytes | dict[str, Any] | list[Any]] = [
        {"jsonrpc": "2.0", "method": "notifications/nothing"},
        {"jsonrpc": "2.0", "method": "tools/call", "params": {"name": "show"}},
        {"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": "unknown"}},
        {"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": [1]}},
        {"jsonrpc": "2.0", "id": 9, "result": {}},
        {"jsonrpc": "2.0", "id": 9, "error": {"code": 1, "message": "no"}},
        b"   ",
    ]
    assert town.to(*sent) == []


@pytest.mark.parametrize("is_written", [False, True], ids=["before it writes", "after it has written"])
def test_a_call_that_is_cancelled_is_not_answered_and_writes_whole_or_not_at_all(
    town: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_written: bool
) -> None:
    path = tmp_path / "town.argmap.yaml"
    before = path.read_bytes()
    opened(town)
    (answer,) = town.to(asked("tools/call", {"name": "show"}, 8))
    version = re.findall(r"version ([0-9a-f]{16})", answer["result"]["content"][0]["text"])[0]
    cancelled = {"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 1}}
    doing = Workshop.write if is_written else Workshop.held_for

    def and_cancelled(shop: Workshop, *given: Any, **named: Any) -> Any:
        done = doing(shop, *given, **named)
        chunks = iter([json.dumps(cancelled).encode(), b""])
        town.exchange.hear(lambda _: next(chunks))
        return done

    monkeypatch.setattr(Workshop, doing.__name__, and_cancelled)
    moves = [{"move": "turn", "id": "money"}]
    call = {"name": "move", "arguments": {"version": version, "moves": moves}}
    assert town.to(asked("tools/call", call, 1)) == []
    town.exchange.work()  # the end of the second hearing
    assert (path.read_bytes() != before) is is_written
    monkeypatch.undo()
    (answer,) = town.to(asked("tools/call", call, 2))
    assert answer["result"]["isError"] is is_written  # what was written is met as another version
    assert ("the map has changed" in answer["result"]["content"][0]["text"]) is is_written


def test_what_is_cancelled_while_it_waits_is_not_done(town: Answers) -> None:
    opened(town)
    given = {"map": "other", "title": "T?", "thesis": "T."}
    told = town.to(
        asked("tools/call", {"name": "create", "arguments": given}, 1),
        asked("tools/call", {"name": "maps"}, 2),
        {"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 1, "reason": "no"}},
    )
    assert [one["id"] for one in told] == [2]
    assert told[0]["result"]["content"][0]["text"] == "town.argmap.yaml"


def test_a_ping_is_answered_while_others_wait(town: Answers) -> None:
    opened(town)
    told = town.to(asked("tools/call", {"name": "show"}, 1), asked("ping", None, 2))
    assert [one["id"] for one in told] == [2, 1]


def test_an_id_is_taken_until_it_is_answered(town: Answers) -> None:
    opened(town)
    show = asked("tools/call", {"name": "show"}, 1)
    taken, shown = town.to(show, show)
    assert (taken["id"], taken["error"]["code"]) == (1, REQUEST)
    assert not shown["result"]["isError"]
    assert len(town.to(show)) == 1


def test_a_defect_is_an_answer(town: Answers, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a\x1b")

    monkeypatch.setattr("coldwater.mcp.answering.call", broken)
    monkeypatch.setattr("coldwater.mcp.answering.resources.page", broken)
    opened(town)
    told = town.to(asked("tools/call", {"name": "show"}), asked("resources/read", {"uri": "x"}, 2))
    assert told[0]["result"]["isError"]
    assert "defect of coldwater" in told[0]["result"]["content"][0]["text"]
    assert told[1]["error"]["code"] == -32603
    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.parametrize("size", [1, 3, 7, 64])
def test_lines_are_the_same_however_they_come(size: int) -> None:
    text = b"one\r\n\n  \ntwo two\n" + b"x" * 50 + b"\nthree\n" + b"y" * 40
    left = bytearray(text)

    def read(most: int) -> bytes:
        chunk = bytes(left[: min(size, most)])
        del left[: len(chunk)]
        return chunk

    assert [*lines_of(read, 20)] == [b"one", b"two two", None, b"three", None]


def test_damaged_messages_never_end_the_talk(town: Answers) -> None:
    random = Random(5)  # noqa: S311 - no secret
    opened(town)
    for _ in range(examples(300)):
        method, params = random.choice(CALLS[:3] + CALLS[4:])
        line = bytearray(json.dumps(asked(method, params)).encode())
        for _ in range(random.randrange(1, 4)):
            at = random.randrange(len(line))
            line[at : at + random.randrange(3)] = random.choice([b"", b'"', b"{", b"[", b"\xff", b"null", b"0"])
        for answer in town.to(bytes(line).replace(b"\n", b"")):
            wire.jsonrpc_message_adapter.validate_python(answer)
            assert "defect" not in json.dumps(answer)


def served(folder: Path, sent: bytes) -> subprocess.CompletedProcess[bytes]:
    """Run the server as a process on what is sent to it."""
    command = [sys.executable, "-m", "coldwater", "mcp", str(folder)]
    return subprocess.run(command, input=sent, capture_output=True, check=False, timeout=60)


def test_a_process_answers_all_that_was_sent_and_ends(tmp_path: Path) -> None:
    (tmp_path / "town.argmap.yaml").write_text(BRIDGE, encoding="utf-8")
    params = {"protocolVersion": AGREED[-1], "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}}
    sent = [asked("initialize", params, 0), *(asked("tools/call", {"name": "show"}, n) for n in range(1, 40))]
    long = b'{"x": "' + b"x" * 17_000_000 + b'"}\n'
    done = served(tmp_path, long + b"\n".join(json.dumps(one).encode() for one in sent))
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert told[0]["error"]["code"] == PARSE
    assert [one["id"] for one in told[1:]] == [*range(40)]
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_process_ends_when_nobody_listens(tmp_path: Path) -> None:
    (tmp_path / "town.argmap.yaml").write_text(BRIDGE, encoding="utf-8")
    command = [sys.executable, "-m", "coldwater", "mcp", str(tmp_path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        for number in range(3):
            running.stdin.write(json.dumps(asked("ping", None, number)).encode() + b"\n")
        running.stdin.flush()
        assert running.wait(60) == 0
        assert running.stderr.read() == b""


def test_what_is_no_map_and_no_folder_is_told(tmp_path: Path) -> None:
    done = served(tmp_path / "nothing", b"")
    assert done.returncode == 2
    assert b"there is no such file or folder" in done.stderr


def test_the_tools_have_names_that_any_client_takes() -> None:
    assert all(tool.name.isalpha() and tool.name.isascii() and len(tool.name) < 32 for tool in TOOLS)

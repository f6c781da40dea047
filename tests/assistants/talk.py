"""A talk with our server in the process of the test, and the protocol's own client on the other side of it."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any

import pytest

from apart import run_apart
from coldwater.mcp.answering import Session
from coldwater.mcp.server import Exchange
from coldwater.workshop import Workshop

#: The protocol's own SDK, of which the types do not matter here.
anyio: Any = pytest.importorskip("anyio", reason="the protocol's SDK is not installed")
client: Any = pytest.importorskip("mcp.client.client", reason="the protocol's SDK is not installed")
wire: Any = pytest.importorskip("mcp_types.jsonrpc")
message_of: Any = pytest.importorskip("mcp.shared.message").SessionMessage

pytestmark = pytest.mark.filterwarnings("ignore")  # those of the protocol's SDK


class Answers:
    """A server that is fed lines, and the lines that it answers with."""

    def __init__(self, path: str) -> None:
        self.lines: list[bytes] = []
        self.exchange = Exchange(Session(Workshop(path)), self.lines.append)

    def to(self, *sent: bytes | dict[str, Any] | list[Any]) -> list[dict[str, Any]]:
        """Feed lines or messages, all of them before the first is answered, and give what comes back."""
        lines = [one if isinstance(one, bytes) else json.dumps(one).encode() for one in sent]
        chunks = iter([b"\n".join(lines), b""])
        del self.lines[:]
        self.exchange.hear(lambda _: next(chunks))
        self.exchange.work()
        return [json.loads(line) for line in self.lines]


class Door:
    """A way of the SDK's client to our server without a process: each message is a line, and back."""

    def __init__(self, path: str) -> None:
        self._answers = Answers(path)
        self._stack = AsyncExitStack()

    async def __aenter__(self) -> Any:
        to_client, client_reads = anyio.create_memory_object_stream(100)
        client_writes, from_client = anyio.create_memory_object_stream(100)

        async def serve() -> None:
            async with to_client, from_client:
                async for sent in from_client:
                    text = sent.message.model_dump_json(by_alias=True, exclude_unset=True)
                    for answer in self._answers.to(text.encode()):
                        await to_client.send(message_of(wire.jsonrpc_message_adapter.validate_python(answer)))

        tasks = await self._stack.enter_async_context(anyio.create_task_group())
        tasks.start_soon(serve)
        return client_reads, client_writes

    async def __aexit__(self, *exc: Any) -> None:
        await self._stack.__aexit__(*exc)


def talk(path: str, work: Callable[[Any], Awaitable[None]], mode: str = "auto") -> None:
    """Let the SDK's client work with our server; ``mode`` as the SDK says it."""

    async def run() -> None:
        async with client.Client(Door(path), mode=mode) as one:
            await work(one)

    run_apart(run)

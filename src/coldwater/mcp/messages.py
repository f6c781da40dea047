"""Messages of the Model Context Protocol: JSON-RPC 2.0, one on a line. What they ask for is not known here."""

from __future__ import annotations

import json
import math

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any, NoReturn

    #: What a request is known by.
    Id = str | int

#: What an error is known by: those of JSON-RPC, and one of this protocol's own.
PARSE_ERROR, INVALID_REQUEST, METHOD_NOT_FOUND = -32700, -32600, -32601
INVALID_PARAMS, INTERNAL_ERROR, UNSUPPORTED_VERSION = -32602, -32603, -32022
#: No line is longer, in bytes.
LONGEST_LINE = 16 * 1024 * 1024
_CHUNK = 65_536


class Message(NamedTuple):
    """What the other side wants. ``id``: None for a notification, which is not answered."""

    method: str
    params: Mapping[str, Any]
    id: Id | None


class ProtocolError(Exception):
    """A message that cannot be answered as it asks: the code, why, what a program may know, and whose it is."""

    def __init__(self, code: int, why: str, data: Mapping[str, Any] | None = None, id_: Id | None = None) -> None:
        super().__init__(why)
        self.code = code
        self.why = why
        self.data = data
        self.id = id_


def lines_of(read: Callable[[int], bytes], longest: int = LONGEST_LINE) -> Iterator[bytes | None]:
    """Give the lines that a function reads, without their ends; None for one that is too long. Blank ones are left out.

    ``read`` gives at most so many bytes, and none at the end. No more than a line and a chunk are held.
    """
    held = bytearray()
    is_over = False
    while chunk := read(_CHUNK):
        *ended, rest = chunk.split(b"\n")
        for part in ended:
            is_over = is_over or len(held) + len(part) > longest
            line = b"" if is_over else bytes(held + part).strip()
            if is_over or line:
                yield None if is_over else line
            held.clear()
            is_over = False
        is_over = is_over or len(held) + len(rest) > longest
        held += b"" if is_over else rest
    if is_over or held.strip():
        yield None if is_over else bytes(held).strip()


def read_message(line: bytes | None) -> Message | None:
    """Read a message from a line; None for an answer, as nothing was asked. Raises ProtocolError for what is none."""
    if line is None:
        raise ProtocolError(PARSE_ERROR, f"a message has at most {LONGEST_LINE:,} bytes")
    try:
        data = json.loads(line.decode(), parse_constant=_refuse, parse_float=_finite)
    except UnicodeDecodeError:
        raise ProtocolError(PARSE_ERROR, "a message is written in UTF-8") from None
    except (ValueError, RecursionError):
        raise ProtocolError(PARSE_ERROR, "a message is one JSON object on a line") from None
    if isinstance(data, list):
        raise ProtocolError(INVALID_REQUEST, "batches are not read; write each message on a line of its own")
    if not isinstance(data, dict):
        raise ProtocolError(INVALID_REQUEST, "a message is a JSON object")
    return _message(data)


def _message(data: dict[str, Any]) -> Message | None:
    if "method" not in data and ("result" in data or "error" in data):
        return None
    id_ = data.get("id")
    is_known = isinstance(id_, str | int) and not isinstance(id_, bool)
    known = id_ if is_known else None
    if data.get("jsonrpc") != "2.0":
        raise ProtocolError(INVALID_REQUEST, 'a message has `"jsonrpc": "2.0"`', id_=known)
    if "id" in data and not is_known:
        raise ProtocolError(INVALID_REQUEST, "`id` is a text or a whole number")
    method = data.get("method")
    if not isinstance(method, str):
        raise ProtocolError(INVALID_REQUEST, "a message names its `method`", id_=known)
    params = data.get("params", {})
    if not isinstance(params, dict):
        raise ProtocolError(INVALID_PARAMS, "`params` is an object", id_=known)
    return Message(method, params, known)


def result_line(id_: Id, result: Mapping[str, Any]) -> bytes:
    """Give the line that answers a request."""
    return _line({"jsonrpc": "2.0", "id": id_, "result": result})


def error_line(id_: Id | None, error: ProtocolError) -> bytes:
    """Give the line that says why a request has no answer."""
    told: dict[str, Any] = {"code": error.code, "message": error.why}
    if error.data is not None:
        told["data"] = error.data
    return _line({"jsonrpc": "2.0", "id": id_, "error": told})


def _line(message: Mapping[str, Any]) -> bytes:
    """Write a message in ASCII: half a character in what was sent comes back as it was."""
    return json.dumps(message, separators=(",", ":")).encode("ascii") + b"\n"


def _refuse(word: str) -> NoReturn:
    raise ValueError(word)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number

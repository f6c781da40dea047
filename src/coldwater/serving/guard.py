"""Who may ask, and for what: the page of this server alone, in the browser of whoever was given the address.

A site that the same browser is on can send requests to this machine. None of them passes: another name of the host
(rebinding), another origin, a request without the token, a write by GET or by a form, a body without end.
"""

from __future__ import annotations

import secrets
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from coldwater.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    Receive = Callable[[], Awaitable[dict[str, Any]]]
    Send = Callable[[Any], Awaitable[None]]
    App = Callable[[dict[str, Any], Receive, Send], Awaitable[None]]

#: How many bytes a request may hold.
MOST_BYTES = 12_000_000
#: The page frames the drawing of the map, which has a policy of its own; nothing comes from elsewhere.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
_WRITES = frozenset({"POST"})
_READS = frozenset({"GET", "HEAD"})


class Pass(NamedTuple):
    """What lets one in: the token, the names of the host that the server answers to, with their port."""

    token: str
    hosts: frozenset[str]
    port: int

    @property
    def cookie(self) -> str:
        """Give the name of the cookie: servers on other ports of the host have others."""
        return f"coldwater-{self.port}"


def new_pass(port: int, names: Iterable[str]) -> Pass:
    """Make a pass with a token that nobody guesses."""
    return Pass(secrets.token_urlsafe(24), frozenset(f"{name}:{port}" for name in names), port)


class Guard:
    """Lets through what the page may ask, and answers all else itself, in one line of text."""

    def __init__(self, app: App, pass_: Pass) -> None:
        """Stand before an application."""
        self._app = app
        self._pass = pass_

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        """Answer a request, as ASGI has it."""
        if scope["type"] == "lifespan":
            return await self._app(scope, receive, send)
        if scope["type"] != "http":
            return None
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            return await _answer(send, *refusal)
        if scope["path"] == "/" and self._has_token_in_address(scope):
            cookie = f"{self._pass.cookie}={self._pass.token}; Path=/; HttpOnly; SameSite=Strict"
            return await _answer(send, HTTPStatus.SEE_OTHER, "", {"location": "/", "set-cookie": cookie})
        return await self._app(scope, _bounded(receive), _with_headers(send, scope["path"]))

    def _refusal(self, scope: dict[str, Any], headers: dict[str, str]) -> tuple[HTTPStatus, str] | None:
        """Say why a request is refused, if it is."""
        if headers.get("host", "").lower() not in self._pass.hosts:
            return (
                HTTPStatus.MISDIRECTED_REQUEST,
                "this server answers to the address that it printed, and no other",
            )
        if not (self._has_cookie(headers) or self._has_bearer(headers) or self._has_token_in_address(scope)):
            return (
                HTTPStatus.FORBIDDEN,
                "open the address that coldwater serve printed; it holds the key",
            )
        if scope["method"] not in _READS | _WRITES:
            return HTTPStatus.METHOD_NOT_ALLOWED, "only GET, HEAD and POST are answered"
        if self._is_from_elsewhere(headers, scope["path"]):
            return HTTPStatus.FORBIDDEN, "this was asked from another page"
        return self._refusal_of_write(headers) if scope["method"] in _WRITES else None

    def _is_from_elsewhere(self, headers: dict[str, str], path: str) -> bool:
        """Tell whether a page of another site asks. The address itself may be followed from anywhere."""
        origin = headers.get("origin")
        if origin is not None and origin.lower() not in {f"http://{one}" for one in self._pass.hosts}:
            return True
        return path != "/" and headers.get("sec-fetch-site", "none") not in ("none", "same-origin")

    def _refusal_of_write(self, headers: dict[str, str]) -> tuple[HTTPStatus, str] | None:
        if "origin" not in headers and not self._has_bearer(headers):
            return HTTPStatus.FORBIDDEN, "a write must say from which page it comes, or bear the token"
        if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "a write is JSON"
        length = headers.get("content-length", "")
        if not length.isdigit():
            return HTTPStatus.LENGTH_REQUIRED, "a write must say how long it is"
        if int(length[:12]) > MOST_BYTES:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"at most {MOST_BYTES // 1_000_000} MB are taken at once"
        return None

    def _has_cookie(self, headers: dict[str, str]) -> bool:
        for part in headers.get("cookie", "").split(";"):
            name, _, value = part.strip().partition("=")
            if name == self._pass.cookie and self._is_token(value):
                return True
        return False

    def _has_bearer(self, headers: dict[str, str]) -> bool:
        scheme, _, value = headers.get("authorization", "").partition(" ")
        return scheme.lower() == "bearer" and self._is_token(value.strip())

    def _has_token_in_address(self, scope: dict[str, Any]) -> bool:
        given = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("token", [""])
        return self._is_token(given[0])

    def _is_token(self, given: str) -> bool:
        return secrets.compare_digest(given.encode(), self._pass.token.encode())


def _bounded(receive: Receive) -> Receive:
    """Give no more of a body than may be, whatever its length was said to be."""
    taken = 0

    async def bounded() -> dict[str, Any]:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > MOST_BYTES:
            return {"type": "http.disconnect"}
        return message

    return bounded


def _with_headers(send: Send, path: str) -> Send:
    async def with_headers(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            own = dict(_HEADERS)
            if path != "/page":  # the drawing carries a policy of its own, and is framed by the page
                own["content-security-policy"] = _POLICY
            else:
                own["content-security-policy"] = "frame-ancestors 'self'"
            known = {name.lower() for name, _ in message["headers"]}
            more = [(name.encode(), value.encode()) for name, value in own.items() if name.encode() not in known]
            message = {**message, "headers": [*message["headers"], *more]}
        await send(message)

    return with_headers


async def _answer(send: Send, status: HTTPStatus, words: str, more: dict[str, str] | None = None) -> None:
    body = f"{words}\n".encode() if words else b""
    headers = {
        "content-type": "text/plain; charset=utf-8",
        "content-length": str(len(body)),
        "connection": "close",  # what is still to come of a body that was refused is not waited for
        **_HEADERS,
        **(more or {}),
    }
    pairs = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": int(status), "headers": pairs})
    await send({"type": "http.response.body", "body": body})

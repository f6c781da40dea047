"""Nobody but the page itself is answered: names, origins, tokens, methods, bodies, and paths that lead out."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from .asking import COOKIE, ORIGIN, PASS, Asker
from .test_desk import NAME, REASON, TEXT

HOST = {"host": "127.0.0.1:8642"}
OURS = {**HOST, "cookie": COOKIE}


@pytest.fixture
def asker(tmp_path: Path) -> Asker:
    folder = tmp_path / "maps"
    folder.mkdir()
    (folder / NAME).write_text(TEXT, encoding="utf-8")
    (tmp_path / "secret.argmap.yaml").write_text(TEXT, encoding="utf-8")
    return Asker(folder)


def writing(asker: Asker, **other: str) -> tuple[dict[str, str], bytes]:
    """Give a move as the page sends it, with some headers otherwise; one that is empty is left out."""
    body = json.dumps({"map": NAME, "version": asker.version(NAME), "moves": [REASON]}).encode()
    headers = {**OURS, "origin": ORIGIN, "content-type": "application/json", "content-length": str(len(body))}
    headers |= {name.replace("_", "-"): value for name, value in other.items()}
    return {name: value for name, value in headers.items() if value}, body


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (OURS, 200),
        ({**OURS, "host": "localhost:8642"}, 200),
        ({**HOST, "authorization": f"Bearer {PASS.token}"}, 200),
        (HOST, 403),
        ({**HOST, "cookie": f"{PASS.cookie}=wrong"}, 403),
        ({**HOST, "cookie": f"coldwater-8643={PASS.token}"}, 403),
        ({**HOST, "authorization": f"Basic {PASS.token}"}, 403),
        ({**OURS, "host": "evil.example:8642"}, 421),  # a name that was bound to this machine
        ({**OURS, "host": "127.0.0.1:8643"}, 421),
        ({**OURS, "host": "127.0.0.1"}, 421),
        ({"cookie": COOKIE}, 421),
        ({**OURS, "origin": "http://evil.example"}, 403),
        ({**OURS, "origin": "null"}, 403),
        ({**OURS, "origin": "https://127.0.0.1:8642"}, 403),
        ({**OURS, "sec-fetch-site": "cross-site"}, 403),
        ({**OURS, "sec-fetch-site": "same-site"}, 403),  # another port of this machine
    ],
)
def test_who_may_look(asker: Asker, headers: dict[str, str], status: int) -> None:
    assert asker.raw("GET", "/maps", headers).status == status


def test_the_address_with_the_token_lets_in_once_and_takes_it_out_of_sight(asker: Asker) -> None:
    answer = asker.raw("GET", "/", HOST, query=f"token={PASS.token}")
    assert (answer.status, answer.headers["location"]) == (303, "/")
    assert answer.headers["set-cookie"] == f"{COOKIE}; Path=/; HttpOnly; SameSite=Strict"
    assert asker.raw("GET", "/", HOST, query="token=wrong").status == 403
    assert asker.raw("GET", "/", OURS).status == 200


@pytest.mark.parametrize(
    ("other", "status"),
    [
        ({}, 200),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": ""}, 403),  # a form of old, or a program without the token
        ({"origin": "", "authorization": f"Bearer {PASS.token}"}, 200),
        ({"cookie": ""}, 403),
        ({"host": "evil.example:8642"}, 421),
        ({"sec_fetch_site": "cross-site"}, 403),
        ({"content_type": "text/plain"}, 415),  # what a form of another page can send
        ({"content_type": "application/x-www-form-urlencoded"}, 415),
        ({"content_type": ""}, 415),
        ({"content_length": ""}, 411),
        ({"content_length": "1073741824"}, 413),
        ({"content_length": "9" * 400}, 413),
        ({"content_length": "-1"}, 411),
    ],
)
def test_who_may_write(asker: Asker, other: dict[str, str], status: int) -> None:
    headers, body = writing(asker, **other)
    assert asker.raw("POST", "/move", headers, body).status == status
    is_changed = Path(asker.desk.shop.root, NAME).read_text(encoding="utf-8") != TEXT
    assert is_changed == (status == 200)


@pytest.mark.parametrize("path", ["/move", "/undo", "/redo", "/write", "/mend", "/new", "/sentences"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_nothing_is_written_but_by_post(asker: Asker, path: str, method: str) -> None:
    headers, body = writing(asker)
    assert asker.raw(method, path, headers, body).status == 405
    assert Path(asker.desk.shop.root, NAME).read_text(encoding="utf-8") == TEXT


def test_a_body_that_is_longer_than_it_was_said_to_be_ends(asker: Asker) -> None:
    headers, _ = writing(asker, content_length="10")
    answer = asker.raw("POST", "/move", headers, [b'{"a": "', *[b"x" * 1_000_000] * 30])
    assert answer.status == 400
    assert Path(asker.desk.shop.root, NAME).read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("body", [b"", b"[", b"[]", b'"x"', b"\xff", b"[" * 100_000, b"{}", b'{"map": 1}', b"null"])
def test_a_body_that_is_none_is_told(asker: Asker, body: bytes) -> None:
    headers, _ = writing(asker, content_length=str(len(body)))
    for path in ("/move", "/undo", "/write", "/mend", "/new"):
        answer = asker.raw("POST", path, headers, body)
        assert answer.status in (400, 422), (path, answer)
        assert answer.data["error"]


@pytest.mark.parametrize(
    "name",
    [
        "../secret.argmap.yaml",
        "/etc/passwd",
        "..",
        "link.argmap.yaml",
        "sub/../../secret.argmap.yaml",
        "x\0.argmap.yaml",
        "",
    ],
)
def test_nothing_outside_of_the_folder_is_read_or_written(asker: Asker, tmp_path: Path, name: str) -> None:
    os.symlink(tmp_path / "secret.argmap.yaml", Path(asker.desk.shop.root, "link.argmap.yaml"))
    (tmp_path / "maps" / "more.argmap.yaml").write_text(TEXT, encoding="utf-8")  # so that no name means no map
    for answer in (asker.get("/state", map=name), asker.get("/text", map=name)):
        assert answer.status == 422
        assert "girder" not in answer.body.decode()
    assert asker.get("/page", map=name).status == 409
    assert asker.get("/export", map=name, format="json").status == 409
    assert asker.post("/move", {"map": name, "version": "0" * 16, "moves": [REASON]}).status == 422
    made = asker.post("/new", {"name": name or "../x", "title": "T", "thesis": "A."})
    assert made.status == 422
    assert (tmp_path / "secret.argmap.yaml").read_text(encoding="utf-8") == TEXT
    assert not (tmp_path / "x.argmap.yaml").exists()


def test_the_page_may_load_nothing_from_elsewhere_and_be_framed_by_nobody(asker: Asker) -> None:
    for path in ("/", "/page.js", "/maps"):
        policy = asker.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert "*" not in policy
    drawing = asker.get("/page", map=NAME)
    assert drawing.headers["content-security-policy"] == "frame-ancestors 'self'"
    assert b"default-src 'none'" in drawing.body  # its own, with the hashes of its scripts
    for answer in (drawing, asker.get("/maps")):
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"


def test_only_the_page_is_handed_out(asker: Asker) -> None:
    for path in (
        "/index.html",
        "/../secret.argmap.yaml",
        "/maps/town.argmap.yaml",
        "/page.css/..",
        "/static",
        "/docs",
        "/%2e%2e/x",
    ):
        assert asker.get(path).status == 404

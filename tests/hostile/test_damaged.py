"""Eight hundred damaged files: no crash, no hang, no traceback, always a finding or a map.

More are in ``test_damaged_fields``. ``make test-all`` makes some thirty times as many.

Random text is a worthless test of a reader, so files that were written well are damaged: bytes changed, taken out, put
in, stretches doubled or moved, files cut off and spliced.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coldwater.formats.native.spots import RefusedError
from coldwater.formats.native.yaml_text import read_yaml
from work import examples

from .reading import Worker

_ROOT = Path(__file__).parents[2]
_MAPS = sorted((_ROOT / "tests" / "maps").glob("*.argmap.yaml")) + sorted((_ROOT / "arguments").glob("*.yaml"))
#: What YAML and JSON are made of, and what has upset readers before.
_TOKENS = [
    b"\n", b"\t", b" ", b": ", b"- ", b"? ", b"[", b"]", b"{", b"}", b",", b'"', b"'", b"\\", b"#", b"&a ", b"*a",
    b"!", b"!!int ", b"<<: *a", b"|", b">", b"%YAML 1.1\n", b"---\n", b"...\n", b"~", b"null", b"true", b"NaN",
    b".inf", b"1e999", b"-0", b"0x", b"\x00", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xe2\x80\xa8",
    b"\xed\xa0\x80", b"\\ud800", b"\x1b[31m", b"argmap", b"claims:", b"arguments:", b"premises", b"thesis",
    b"supports", b"attacks", b"9" * 5000, b"[" * 200, b"{" * 99,
]  # fmt: skip


def _small(path: Path) -> bytes:
    return path.read_bytes()[:6000]


def _as_json(data: bytes) -> bytes | None:
    try:
        return json.dumps(read_yaml(data.decode()).data, indent=1, ensure_ascii=False).encode()
    except RefusedError:
        return None


@cache
def yaml_files() -> list[bytes]:
    """Give maps in YAML."""
    return [_small(path) for path in _MAPS if path.stat().st_size < 100_000]


@cache
def json_files() -> list[bytes]:
    """Give maps in JSON."""
    return [text for path in _MAPS if (text := _as_json(path.read_bytes())) is not None and len(text) < 20_000]


@st.composite
def damaged(draw: st.DrawFn, files_of: Callable[[], list[bytes]]) -> bytes:
    """Give a written file with one to six injuries."""
    files = files_of()  # read when the first is asked for, and not by those who only want to know the tests
    data = draw(st.sampled_from(files))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        end = min(len(data), at + draw(st.integers(0, 40)))
        token = draw(st.sampled_from(_TOKENS))
        match draw(st.integers(0, 6)):
            case 0:
                data = data[:at] + bytes([draw(st.integers(0, 255))]) + data[at + 1 :]
            case 1:
                data = data[:at] + data[end:]
            case 2:
                data = data[:at] + token + data[at:]
            case 3:
                data = data[:at] + token + data[end:]
            case 4:
                data = data[:end] + data[at:end] * draw(st.integers(1, 5)) + data[end:]
            case 5:
                other = draw(st.sampled_from(files))
                data = data[:at] + other[min(at, len(other)) :]
            case _:
                data = data[:at]
    return data


_MANY = settings(
    max_examples=examples(400), deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@_MANY
@given(data=damaged(yaml_files))
def test_damaged_yaml(worker: Worker, data: bytes) -> None:
    worker.check("damaged.argmap.yaml", data)


@_MANY
@given(data=damaged(json_files))
def test_damaged_json(worker: Worker, data: bytes) -> None:
    worker.check("damaged.argmap.json", data)


def test_there_is_something_to_damage() -> None:
    assert len(yaml_files()) > 50
    assert len(json_files()) > 50


@pytest.mark.parametrize("name", ["x.argmap.yaml", "x.argmap.json"])
def test_the_worker_notices_a_defect(worker: Worker, name: str) -> None:
    """A test that cannot fail is none: a name that nobody can read must come back as a defect."""
    with pytest.raises(AssertionError, match="neither a map, whose name ends in"):
        worker.check(name + ".txt", b"{}")

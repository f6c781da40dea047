"""Bytes to text: UTF-8 with or without a byte order mark; everything else is refused where it goes wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater.findings import START, Place
from coldwater.formats.native.decoding import decode
from coldwater.formats.native.spots import RefusedError, Spot
from strategies import characters

LIMIT = 10_000


def refusal(data: bytes, limit: int = LIMIT) -> Spot:
    with pytest.raises(RefusedError) as refused:
        decode(data, limit)
    assert refused.value.spot.rule == "CW004"
    return refused.value.spot


@given(st.text(characters).map(lambda text: "title" + text))
def test_utf_8_is_read_with_and_without_a_byte_order_mark(text: str) -> None:
    assert decode(text.encode(), LIMIT) == text
    assert decode(text.encode("utf-8-sig"), LIMIT) == text


def test_nothing_is_read_as_empty_text() -> None:
    assert decode(b"", LIMIT) == decode(b"\xef\xbb\xbf", LIMIT) == ""


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", ["argmap: 1\n", '{"argmap": 1}', "a"])
def test_utf_16_and_32_are_named_with_and_without_a_mark(encoding: str, text: str) -> None:
    spot = refusal(text.encode(encoding))
    assert spot.place == START
    assert "UTF-16 or UTF-32; save it as UTF-8" in spot.message


@pytest.mark.parametrize(
    ("data", "line", "column", "byte"),
    [
        (b"caf\xe9", 1, 4, "0xe9"),
        (b"title: x\nna\xc3\xafve caf\xe9 more", 2, 10, "0xe9"),
        (b"a\r\nb\rc \xff", 3, 3, "0xff"),
        (b"\xef\xbb\xbfa\x80", 1, 2, "0x80"),
        (b"half \xed\xa0\x80", 1, 6, "0xed"),
        (b"overlong \xc0\xaf", 1, 10, "0xc0"),
        (b"cut off \xe6\xa1", 1, 9, "0xe6"),
    ],
)
def test_what_is_not_utf_8_is_shown_where_it_stands(data: bytes, line: int, column: int, byte: str) -> None:
    spot = refusal(data)
    assert spot.place == Place(line, column, line, column + 1)
    assert f"byte {byte} here" in spot.message


def test_a_file_over_the_limit_is_refused_and_one_at_it_is_read() -> None:
    assert decode(b"a" * 100, 100) == "a" * 100
    spot = refusal(b"a" * 1001, 1000)
    assert spot.place == START
    assert "the file has 1,001 bytes; the limit is 1,000" in spot.message

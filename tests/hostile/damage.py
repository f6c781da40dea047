"""Damage to written files, as disks, editors, merges and ill will do it. Random bytes would test nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

#: What means something to YAML, to JSON, or to the format.
STRUCTURE = [
    b"[", b"]", b"{", b"}", b":", b": ", b",", b"-", b"- ", b"? ", b"&a ", b"*a", b"!", b"!!str ", b"|", b"|2-\n",
    b">", b"#", b" #", b"%", b"@", b"`", b"'", b'"', b"\\", b"\n", b"\r", b"\t", b"\n---\n", b"\n...\n", b"<<: ",
    b"~", b"null", b"true", b"yes", b"012", b"1e999", b".nan", b"NaN", b"0x", b"9" * 200, b"\x00", b"\x1b[31m",
    b"\x7f", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\xc2\x85", b"\xe2\x80\xae",
    b"\\ud800", b"\\u0000", b"//", b"/*", b"x-", b"text", b"premises", b"supports", b"claims", b"[" * 70,
    b'{"a":' * 70,
]  # fmt: skip


def damage(data: bytes, other: bytes, random: Random) -> bytes:
    """Damage a file in one to four places; ``other`` is a file to splice it with."""
    for _ in range(random.choice([1, 1, 1, 2, 2, 3, 4])):
        data = random.choice(_WAYS)(data, other, random)
    return data


def _span(data: bytes, random: Random, most: int) -> tuple[int, int]:
    start = random.randrange(len(data) + 1)
    return start, min(len(data), start + random.randrange(most))


def _flip(data: bytes, _: bytes, random: Random) -> bytes:
    place = random.randrange(len(data) + 1)
    return data[:place] + bytes(byte ^ (1 << random.randrange(8)) for byte in data[place:][:1]) + data[place + 1 :]


def _delete(data: bytes, _: bytes, random: Random) -> bytes:
    start, end = _span(data, random, random.choice([2, 5, 50]))
    return data[:start] + data[end:]


def _insert(data: bytes, _: bytes, random: Random) -> bytes:
    place = random.randrange(len(data) + 1)
    return data[:place] + random.choice(STRUCTURE) + data[place:]


def _overwrite(data: bytes, _: bytes, random: Random) -> bytes:
    start, end = _span(data, random, 8)
    return data[:start] + random.choice(STRUCTURE) + data[end:]


def _repeat(data: bytes, _: bytes, random: Random) -> bytes:
    start, end = _span(data, random, random.choice([3, 20, 200]))
    return data[:end] + data[start:end] * random.choice([1, 1, 2, 30]) + data[end:]


def _truncate(data: bytes, _: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _splice(data: bytes, other: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)] + other[random.randrange(len(other) + 1) :]


def _move(data: bytes, _: bytes, random: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    if lines:
        lines.insert(random.randrange(len(lines)), lines.pop(random.randrange(len(lines))))
    return b"".join(lines)


def _indent(data: bytes, _: bytes, random: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    if lines:
        at = random.randrange(len(lines))
        lines[at] = random.choice([b" ", b"  ", b"\t", b"- "]) + lines[at].lstrip()
    return b"".join(lines)


_WAYS: list[Callable[[bytes, bytes, Random], bytes]] = [
    _flip, _delete, _insert, _insert, _overwrite, _repeat, _truncate, _splice, _move, _indent
]  # fmt: skip

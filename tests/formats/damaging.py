"""Files damaged at random: pieces cut out, doubled, moved, and signs put in that mean something somewhere."""

from __future__ import annotations

from contextlib import suppress
from random import Random
from typing import TYPE_CHECKING

from coldwater.api import check_bytes
from coldwater.errors import UsageError
from coldwater.formats import registry
from coldwater.formats.foreign.imported import Given
from coldwater.formats.foreign.outgoing import Outgoing
from coldwater.formats.foreign.reading import map_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.formats.registry import Format

_PIECES = (
    b"null", b"[", b"]", b"{", b"}", b'"', b":", b"\n", b"- ", b"1e999", b"\xff", b"\0", b"9" * 20, b"true", b"''",
    b",", b"&a ", b"*a", b"<", b">", b"/>", b"<!--", b"]]>", b"&x;", b"!!python/object:os.system", b"(", b")", b"#",
    b"\t", b"\\", b"\\u0000", b"\xed\xa0\x80", b"=", b"+", b"-> See 1.", b"{}", b"[]", b"-1", b"0", b"\r",
)  # fmt: skip


def damaged(data: bytes, seed: int) -> bytes:
    """Give a file with one to six damages."""
    random = Random(seed)  # noqa: S311 - nothing is secret
    left = bytearray(data or b" ")
    for _ in range(random.randint(1, 6)):
        start = random.randrange(len(left) + 1)
        end = min(len(left), start + random.randint(1, 40))
        what = random.random()
        if what < 0.3:
            del left[start:end]
        elif what < 0.5:
            left[start:start] = left[start:end]
        elif what < 0.75:
            left[start:start] = random.choice(_PIECES)
        elif what < 0.82:
            left = left[:start] or bytearray(b" ")
        else:
            other = random.randrange(len(left) + 1)
            left[start:end] = bytes(left[other : other + 20])
    return bytes(left)


def assert_survives(format_: Format, samples: Sequence[bytes], number: int) -> None:
    """Assert that damaged files are read or refused, that what is read is a map, and that it goes out again."""
    for seed in range(number):
        data = damaged(samples[seed % len(samples)], seed)
        read = registry.read(format_, Given(f"x{format_.ENDINGS[0]}", data))
        map_ = map_of(read.data)
        if map_ is None or read.data is None:
            assert read.spots, seed
            continue
        if registry.writes(format_):
            format_.write(Outgoing(map_, read.data))
        with suppress(UsageError):  # its content tells nothing any more
            check_bytes(f"x{format_.ENDINGS[0]}", data)

"""Bytes to text and back: UTF-8 and nothing else, with a clear word on everything else."""

from __future__ import annotations

from coldwater.findings import START
from coldwater.formats.native.spots import UNSAFE_INPUT, RefusedError, Spot

_BYTE_ORDER_MARK = "\ufeff"
_WIDE = "the file is UTF-16 or UTF-32; save it as UTF-8"


def decode(data: bytes, max_bytes: int) -> str:
    """Give the text of a file, without a byte order mark.

    Raises RefusedError where the file is too large or is not UTF-8.
    """
    if len(data) > max_bytes:
        raise RefusedError(Spot(UNSAFE_INPUT, START, too_large(len(data), max_bytes)))
    if b"\0" in data[:4] or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise RefusedError(Spot(UNSAFE_INPUT, START, _WIDE))
    try:
        return data.decode("utf-8").removeprefix(_BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        raise RefusedError(_encoding_spot(data, error.start)) from None


def encode(text: str, old: bytes) -> bytes:
    """Give the bytes of a text in the place of others, with a byte order mark if they had one."""
    mark = _BYTE_ORDER_MARK.encode()
    return (mark if old.startswith(mark) else b"") + text.encode()


def too_large(size: int, max_bytes: int) -> str:
    """Say that a file of this size is over the limit."""
    return (
        f"the file has {size:,} bytes; the limit is {max_bytes:,}. Split the map, or raise `max-size` in the settings."
    )


def _encoding_spot(data: bytes, offset: int) -> Spot:
    from coldwater.formats.native.lines import Lines  # noqa: PLC0415 - most files are UTF-8

    before = data[:offset].decode("utf-8").removeprefix(_BYTE_ORDER_MARK)
    message = f"the file is not UTF-8: byte 0x{data[offset]:02x} here; save it as UTF-8"
    return Spot(UNSAFE_INPUT, Lines(before).point(len(before)), message)

"""Files damaged at random: pieces cut out, doubled, moved, and signs put in that mean something somewhere."""

from __future__ import annotations

import copy
from contextlib import suppress
from random import Random
from typing import TYPE_CHECKING, Any

import yaml

from coldwater.api import check_bytes
from coldwater.errors import UsageError
from coldwater.formats import registry
from coldwater.formats.foreign.imported import Given
from coldwater.formats.foreign.outgoing import Outgoing
from coldwater.formats.foreign.reading import map_of
from formats.roundtrip import unnamed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.formats.registry import Format

_VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, 0.5, 1e300, -1, "", " ", "x", "G1", "S1", "Sn1 -> G1", "->", "p", "¬p", "a1", "\u200d",
    [], {}, ["G1"], [None], [[]], [{}], {"text": "x"}, {"a": None}, ["G1", "G1", 2], {"premises": ["p", "p"]}, "a\nb",
    '{"step": "attacks"}', '{"step": "supports", "of": "S1"}', '{"kind": 3}', "[]", {"coldwater": {"status": "no"}},
    {"positions": ["p", "p", "q"]}, "9" * 30, "thesis", "argmap", "é", "e\u0301",
)  # fmt: skip
_KEYS = ("G1", "S1", "Sn1", "CG1", "C1", "p", "¬p", "a1", "module", "challenges", "supportedBy", "coldwater", "meta",
         "undercutter", "premises", "conclusion", "statements", "inContextOf", "url", "classes", "weight", "thesis",
         "nodeType", "tests", "é", "x y", "")  # fmt: skip
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


def retyped(data: bytes, seed: int) -> bytes:
    """Give a YAML file with one to five values or keys replaced, moved or taken out: YAML still, of other types."""
    random = Random(seed)  # noqa: S311
    tree = {"": yaml.safe_load(data)}
    for _ in range(random.randint(1, 5)):
        holders = _holders(tree)
        holder, step = random.choice(holders)
        other_holder, other_step = random.choice(holders)
        what = random.random()
        if what < 0.5:
            holder[step] = copy.deepcopy(random.choice(_VALUES))
        elif what < 0.8:
            holder[step] = copy.deepcopy(other_holder[other_step])
        elif isinstance(holder, dict) and holder is not tree:
            value = holder.pop(step)
            if what < 0.9:
                holder[random.choice(_KEYS)] = value
    return yaml.safe_dump(tree[""], allow_unicode=True).encode()


def _holders(tree: Any) -> list[tuple[Any, Any]]:
    found, waiting = [], [tree]
    while waiting:
        holder = waiting.pop()
        for step, value in list(holder.items() if isinstance(holder, dict) else enumerate(holder)):
            found.append((holder, step))
            if isinstance(value, dict | list):
                waiting.append(value)
    return found


def assert_survives_retyped(format_: Format, samples: Sequence[bytes], number: int) -> None:
    """Assert the same of YAML files whose values are of other types; what goes out is read again."""
    for seed in range(number):
        data = retyped(samples[seed % len(samples)], seed)
        read = registry.read(format_, Given(f"x{format_.ENDINGS[0]}", data))
        map_ = map_of(read.data)
        if map_ is None or read.data is None:
            assert read.spots, seed
            continue
        out = format_.write(Outgoing(map_, read.data))
        back = registry.read(format_, Given(f"x{format_.ENDINGS[0]}", out.data))
        assert back.data is not None, seed
        assert unnamed(read.data, back.data, out.losses) == [], (seed, data.decode())


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

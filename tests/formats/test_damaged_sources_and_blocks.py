"""Damaged files of debaters and reference managers: a map or a refusal, and whatever is read can be written again."""

from __future__ import annotations

import io
import json
import random
import zipfile
from typing import Any

import pytest

from coldwater.formats import registry
from coldwater.formats.foreign.imported import Given
from coldwater.formats.foreign.look import Look
from coldwater.formats.foreign.outgoing import Outgoing
from coldwater.formats.foreign.reading import map_of
from work import examples

from .bibliography.test_bibtex import BIB
from .bibliography.test_csl_json import ITEM
from .bibliography.test_hypothesis import NOTES
from .word_blocks.files import AFF, word_file

_ODD: tuple[Any, ...] = (None, 1, -1.5, True, "", [], {}, [[]], {"a": 1}, "\0", 10**30, "2024-99-99")
_BITS = (b"{", b"}", b'"', b"9" * 40, b"[", b"\0", b"\xff", b"<w:p>", b"</w:p>", b"\\", b"#", b"@a{", b"$", b",")


def _hurt(dice: random.Random, data: bytes) -> bytes:
    hurt = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        start = dice.randrange(len(hurt) + 1)
        end = start + dice.randint(0, 30)
        hurt[start:end] = dice.choice((b"", hurt[start:end] * 2, dice.choice(_BITS)))
    return bytes(hurt)


def _odd(dice: random.Random, value: Any) -> Any:
    if dice.random() < 0.08:
        return dice.choice(_ODD)
    if isinstance(value, dict):
        return {key: _odd(dice, item) for key, item in value.items()}
    return [_odd(dice, item) for item in value] if isinstance(value, list) else value


def _file(name: str, dice: random.Random) -> bytes:
    if name == "word-blocks":
        part = dice.choice(("word/document.xml", "word/styles.xml"))
        made = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(WORD)) as old, zipfile.ZipFile(made, "w") as new:
            for entry in old.namelist():
                new.writestr(entry, _hurt(dice, old.read(entry)) if entry == part else old.read(entry))
        return made.getvalue() if dice.random() < 0.7 else _hurt(dice, WORD)
    if name == "bibtex":
        return _hurt(dice, BIB.encode())
    whole = [ITEM] if name == "csl-json" else NOTES
    data = json.dumps(_odd(dice, whole)).encode()
    return data if dice.random() < 0.7 else _hurt(dice, data)


WORD = word_file(*AFF)


@pytest.mark.parametrize("name", ["word-blocks", "csl-json", "bibtex", "hypothesis"])
def test_whatever_a_file_holds_something_is_made_of_it_or_it_is_refused(name: str) -> None:
    format_ = registry.named(name)
    assert format_ is not None
    read = 0
    for seed in range(examples(120)):
        data = _file(name, random.Random(seed))  # noqa: S311 - nothing is secret
        format_.is_one(Look("x", data))
        found = registry.read(format_, Given(f"x{format_.ENDINGS[0]}", data))
        map_ = map_of(found.data)
        assert map_ is not None or found.spots
        if map_ is not None:
            read += 1
            if registry.writes(format_):
                assert found.data is not None
                format_.write(Outgoing(map_, found.data))
    assert read > examples(120) // 10

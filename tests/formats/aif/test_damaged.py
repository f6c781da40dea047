"""Damaged files are read or refused: no crash, and what comes of them is a map that goes out again."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest

from coldwater import api
from coldwater.formats import registry
from coldwater.formats.foreign.imported import Given
from coldwater.formats.foreign.outgoing import Outgoing
from coldwater.formats.foreign.reading import map_of
from formats.aif import samples
from hostile.damage import damage
from work import examples

_ATTACK, _DISAGREE = ({"type": "conflict", "name": name} for name in ("attack", "disagree"))
FILES = {
    "aif": [samples.FERRY, samples.TALK, samples.HALVES],
    "xaif": [samples.XAIF],
    "ova": [samples.OVA],
    "arguebuf": [samples.ARGUEBUF],
    "sadface": [
        samples.sadface("0.5.4", _ATTACK, ("k", "b"), ("a", "k")),
        samples.sadface("0.5.4", _DISAGREE, ("k", "b"), ("k", "a")),
    ],
    "sadface-library": [samples.sadface("0.2", _ATTACK, ("k", "b"), ("a", "k"))],
    "microtexts": [samples.MICROTEXT],
    "brat": [samples.essay()],
}  # fmt: skip
#: Values of all kinds, to stand where others do.
VALUES: list[Any] = [
    None, True, False, 0, 1, -1, 1.5, 1e300, 10**30, "", "x", "11", "12", "14", "a", "e1", "c1", [], {}, [1], {"a": 1},
    [[[]]], "\ud800", "\x07", "&lt;", "I", "RA", "CA", "MA", "L", "YA", "atom", "scheme", float("nan"),
]  # fmt: skip


def changed(data: bytes, random: Random) -> bytes:
    """Change values of a JSON file: others in their place, taken out, or there twice."""
    whole = json.loads(data)
    for _ in range(random.choice([1, 1, 2, 3, 5])):
        spots: list[tuple[Any, Any]] = []
        waiting = [whole]
        while waiting:
            one = waiting.pop()
            for key in list(one) if isinstance(one, dict) else range(len(one)):
                spots.append((one, key))
                if isinstance(one[key], dict | list):
                    waiting.append(one[key])
        if not spots:
            break
        (one, key), (other, there) = random.choice(spots), random.choice(spots)
        way = random.random()
        if way < 0.5:
            one[key] = json.loads(json.dumps(random.choice(VALUES)))
        elif way < 0.7:
            one[key] = json.loads(json.dumps(other[there]))
        elif way < 0.85:
            del one[key]
        elif isinstance(one, list):
            one.insert(key, json.loads(json.dumps(one[key])))
        else:
            one[random.choice(["id", "text", "type", "nodes"])] = json.loads(json.dumps(one[key]))
    return json.dumps(whole).encode()


@pytest.mark.parametrize("name", FILES)
def test_damaged_files_are_read_or_refused(name: str) -> None:
    format_ = registry.named(name)
    assert format_ is not None
    for seed in range(examples(300)):
        random = Random(seed)  # noqa: S311 - nothing is secret
        file = random.choice(FILES[name])
        is_json = name not in ("microtexts", "brat") and random.random() < 0.6
        data = changed(file, random) if is_json else damage(file, random.choice(FILES[name]), random)
        essay = samples.ESSAY.encode() if random.random() < 0.5 else None
        imported = registry.read(format_, Given("file", data, None, {"file.txt": essay}.get))
        map_ = map_of(imported.data)
        if map_ is None or imported.data is None:
            assert imported.spots
            continue
        if seed % 10 == 0:
            findings = api.check_bytes("file.json", json.dumps(imported.data).encode()).findings
            assert not {finding.rule for finding in findings} & {"CW001", "CW002", "CW003", "CW004", "CW101", "CW102"}
        if registry.writes(format_):
            written = format_.write(Outgoing(map_, imported.data)).data
            assert registry.read(format_, Given("file", written)).data is not None

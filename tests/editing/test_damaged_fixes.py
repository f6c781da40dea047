"""Damaged maps with several flaws each: ``--fix`` never makes matters worse, comes to an end, and can be done by hand.

`COLDWATER_DAMAGED=100000 python -m pytest tests/editing/test_damaged_fixes.py` tries so many maps.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from random import Random

import pytest

from coldwater import api, revise
from coldwater.formats.native.spots import RefusedError
from coldwater.formats.native.yaml_text import read_yaml
from hostile.damage import damage
from work import examples

from .test_handing import by_hand

COUNT = int(os.environ.get("COLDWATER_DAMAGED", "0")) or examples(200)
#: How many maps a test looks at, so that one that fails names a seed that is soon tried again.
BATCH = 100
MAPS = [path.read_bytes() for path in sorted((Path(__file__).parents[1] / "maps").glob("*.yaml"))]
#: Slips of the hand that can be mended, by what stands there.
SLIPS = [
    (b"supports:", b"suports:"), (b"attacks:", b"attack:"), (b"premises:", b"premisses:"), (b"title:", b"titel:"),
    (b"text:", b"txt:"), (b"kind: fact", b"kind: fcat"), (b"thesis:", b"theis:"), (b"argmap: 1", b"argmap: '1'"),
    (b"premises: [", b"premises: [x, x, "), (b"true", b"'yes'"), (b"{title: ", b"{title: 12, note: "),
    (b"arguments:", b"sources: {unused: {title: U}}\narguments:"), (b"cites:", b"cite:"), (b"reason:", b"reson:"),
    (b"claims:", b"lint: {ignore: [{rule: CW402, reason: R.}, {rule: CW403, reason: R.}]}\nclaims:"),
]  # fmt: skip


def slipped(data: bytes, random: Random) -> bytes:
    """Let the hand slip in some places."""
    for _ in range(random.choice([0, 1, 2, 3, 6])):
        old, new = random.choice(SLIPS)
        places = [at for at in range(len(data)) if data.startswith(old, at)]
        if places:
            at = random.choice(places)
            data = data[:at] + new + data[at + len(old) :]
    return data


def as_json(data: bytes) -> bytes | None:
    """Give a map as JSON, if it can be read."""
    try:
        return json.dumps(read_yaml(data.decode()).data, indent=1, ensure_ascii=False).encode()
    except (RefusedError, UnicodeDecodeError):
        return None


def damaged_map(random: Random) -> tuple[str, bytes]:
    """Give the name and the bytes of a map in which the hand slipped, and which mostly is damaged as well."""
    data = slipped(random.choice(MAPS), random)
    name = "a.yaml"
    if random.random() < 0.25 and (written := as_json(data)) is not None:
        name, data = "a.json", written
    if random.random() < 0.6:
        data = damage(data, random.choice(MAPS), random)
    if random.random() < 0.2:
        data = random.choice([data.replace(b"\n", b"\r\n"), data.replace(b"\n", b"\r"), b"\xef\xbb\xbf" + data])
    return name, data


@pytest.mark.parametrize("seed", range(max(1, COUNT // BATCH)))
def test_fixing_a_damaged_map(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    mended = 0
    for _ in range(BATCH):
        name, data = damaged_map(random)
        before = len(api.check_bytes(name, data).findings)
        safe, every = (revise.fix(name, data=data, unsafe=unsafe).change for unsafe in (False, True))
        for change, unsafe in ((safe, False), (every, True)):
            if change.is_needed:
                assert len(api.check_bytes(name, change.new).findings) <= before, (name, data)
                again = revise.fix(name, data=change.new, unsafe=unsafe)
                assert (again.change.new, again.done) == (change.new, ()), (name, data)
        assert by_hand(name, data) == safe.new, (name, data)
        mended += safe.is_needed
    assert mended > BATCH // 10

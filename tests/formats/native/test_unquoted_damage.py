"""Writers' slips in written maps: no fix adds a finding, takes a letter, leaves a second run anything to do, or hangs.

The same holds where nobody can know what was typed: for the unquoting test's maps with the texts that it leaves out.

``COLDWATER_SLIPS=20000`` makes 20,000 damaged maps instead of 200.
"""

from __future__ import annotations

import os
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import pytest

from coldwater import api, revise
from formats.native.unquoted import Tally, unquoted_map
from formats.native.writers_damage import with_slips
from work import LOST, examples

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

COUNT = int(os.environ.get("COLDWATER_SLIPS", "0")) or examples(200)
NAME = "damaged.argmap.yaml"
SHOWN = 12
TESTS = Path(__file__).parents[2]
PROMISES = ("no traceback", "never more findings", "no letter lost", "a second run", "its time", "a clean map is left")


class Broken(NamedTuple):
    """A promise that was not kept: for which damaged map, with unsafe fixes or without, and what happened."""

    promise: str
    seed: int
    slips: tuple[str, ...]
    with_unsafe: bool
    damage: str
    got: str

    def __str__(self) -> str:
        how = "unsafe" if self.with_unsafe else "safe"
        return f"seed {self.seed} ({', '.join(self.slips)}; {how}): {self.damage[:240]}\n      -> {self.got[:240]}"


def written_maps() -> list[str]:
    """Give maps as they were written: the tests' and ours, and those of the unquoting test in quotes."""
    paths = sorted((TESTS / "maps").glob("*.argmap.yaml")) + sorted((TESTS.parent / "arguments").glob("*.yaml"))
    small = [path.read_text(encoding="utf-8") for path in paths if path.stat().st_size < 20_000]
    return small + [unquoted_map(seed, Tally()).quoted.replace("\r", "") for seed in range(40)]


@pytest.fixture(scope="module")
def broken() -> list[Broken]:
    texts = [text for text in written_maps() if _is_left_alone(text)]
    return [one for seed in range(COUNT) for one in _try(seed, texts)]


def _is_left_alone(text: str) -> bool:
    """Tell whether no fix has anything to do in a map, so that all that is done is about the damage."""
    return not revise.fix(NAME, data=text.encode(), unsafe=True).change.is_needed


def _try(seed: int, texts: Sequence[str]) -> Iterator[Broken]:
    random = Random(seed)  # noqa: S311 - no secret
    if seed % 4:
        text = random.choice(texts)
        damaged, names = with_slips(text, random)
    else:
        doubtful = unquoted_map(seed, Tally(), with_doubts=True)
        text, damaged, names = doubtful.quoted, doubtful.text, ["texts without quotes"]
    for with_unsafe in (False, True):
        try:
            for promise, got in _breaches(damaged, with_unsafe):
                yield Broken(promise, seed, tuple(names), with_unsafe, _changes(text, damaged), got)
        except Exception:  # noqa: BLE001 - whatever it is, it is what must not happen
            last = " ".join(traceback.format_exc().splitlines()[-3:])
            yield Broken("no traceback", seed, tuple(names), with_unsafe, _changes(text, damaged), last)


def _breaches(damaged: str, with_unsafe: bool) -> Iterator[tuple[str, str]]:
    start = time.process_time()
    fixing = revise.fix(NAME, data=damaged.encode(), unsafe=with_unsafe)
    if (seconds := time.process_time() - start) > LOST:
        yield "its time", f"{seconds:.1f} s"
    fixed = fixing.change.new.decode()
    before, after = (api.check_bytes(NAME, one.encode()).findings for one in (damaged, fixed))
    changes = _changes(damaged, fixed)
    if len(after) > len(before):
        new = Counter((one.rule, one.message) for one in after) - Counter((one.rule, one.message) for one in before)
        yield "never more findings", f"{changes}: {len(before)} became {len(after)}: {list(new)}"
    lost = Counter(filter(str.isalnum, damaged)) - Counter(filter(str.isalnum, fixed))
    if lost and all(
        offer.finding.rule.startswith("CW0") for offer in fixing.done
    ):  # a rule may take out what nothing uses
        yield "no letter lost", f"{changes}: lost {dict(lost)} by {[offer.fix.words for offer in fixing.done]}"
    if (again := revise.fix(NAME, data=fixed.encode(), unsafe=with_unsafe)).change.is_needed:
        yield "a second run", f"{changes}, then {_changes(fixed, again.change.new.decode())}"
    if not before and fixed != damaged:
        yield "a clean map is left", changes


def _changes(old: str, new: str) -> str:
    """Give the lines of a text that are not in another."""
    left = Counter(old.split("\n"))
    lines = []
    for line in new.split("\n"):
        if left[line] > 0:
            left[line] -= 1
        else:
            lines.append(line.strip(" "))
    return ascii(" | ".join(lines)) if any(not one.isprintable() for one in lines) else " | ".join(lines)


@pytest.mark.parametrize("promise", PROMISES)
def test_a_fix_keeps_its_promise(promise: str, broken: Sequence[Broken]) -> None:
    of_it = [one for one in broken if one.promise == promise]
    if of_it:
        kinds = dict(Counter(name for one in of_it for name in set(one.slips)).most_common())
        head = f"{len(of_it)} of {COUNT} damaged maps, twice: {kinds}"
        pytest.fail("\n".join([head, *(f"  {one}" for one in of_it[:SHOWN])]), pytrace=False)

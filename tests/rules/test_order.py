"""What is found does not hang on the order of the file: of a map and its reformatted self a baseline says the same."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater import revise
from coldwater.api import check_bytes
from coldwater.beside import read_stamps
from coldwater.errors import ColdwaterError
from coldwater.formats.native import document as native
from coldwater.model import from_accepted_data
from coldwater.rules import RULES
from coldwater.rules.engine import run
from coldwater.rules.subject import Subject
from strategies import clean_maps, graphs, judged_maps
from work import examples

from .conftest import turned_on
from .test_structure import small_maps

Data = dict[str, Any]
MAPS = sorted((Path(__file__).parents[1] / "maps").glob("*.argmap.yaml"))
EVERY_RULE = [rule.CODE for rule in RULES]
SECTIONS = ("sources", "claims", "arguments", "positions", "questions")


def shuffled(data: Data, random: Random) -> Data:
    """Give a map with its fields, its entries and its lists of ids in another order.

    Premises of a scheme stay: which slot each fills may go by their order.
    """
    sections = {name: _mixed(data[name], random) for name in SECTIONS if isinstance(data.get(name), dict)}
    for entries in sections.values():
        for name, entry in entries.items():
            entries[name] = _mixed_lists(entry, random) if isinstance(entry, dict) else entry
    mixed = {**data, **sections}
    return _mixed_lists(_mixed(mixed, random), random)


def _mixed(data: Data, random: Random) -> Data:
    return dict(random.sample(list(data.items()), len(data)))


def _mixed_lists(entry: Data, random: Random) -> Data:
    lists = ["contradicts", "accepts", "rejects", "rivals", *([] if "scheme" in entry else ["premises"])]
    mixed = {key: random.sample(entry[key], len(entry[key])) for key in lists if isinstance(entry.get(key), list)}
    return {**entry, **mixed}


def what_a_baseline_keeps(name: str, data: bytes, **given: Any) -> Counter[tuple[str, str | None]]:
    found = check_bytes(name, data, given.get("texts"), turned_on(*EVERY_RULE), given.get("stamps")).findings
    return Counter((finding.rule, finding.id) for finding in found)


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name.removesuffix(".argmap.yaml"))
def test_findings_of_every_rule_are_those_of_the_map_in_another_order(path: Path) -> None:
    stamps = read_stamps(str(path))
    reading = native.read(path.read_text(encoding="utf-8", errors="replace"), "yaml")
    if reading.map is None or not reading.is_as_written:
        return  # what cannot be read cannot be put into another order
    data = native.parse(path.read_text(encoding="utf-8"), "yaml").data
    before = what_a_baseline_keeps("m.json", json.dumps(data).encode(), stamps=stamps)
    for seed in range(20):
        mixed = json.dumps(shuffled(data, Random(seed))).encode()  # noqa: S311 - shuffles, and guards nothing
        assert what_a_baseline_keeps("m.json", mixed, stamps=stamps) == before


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name.removesuffix(".argmap.yaml"))
def test_findings_of_every_rule_are_those_of_the_formatted_map(path: Path) -> None:
    try:
        formatted = revise.format(path)
    except ColdwaterError:
        return  # no map, so that there is nothing to lay out
    stamps = read_stamps(str(path))
    before, after = (what_a_baseline_keeps(path.name, data, stamps=stamps) for data in (formatted.old, formatted.new))
    assert before == after


@settings(deadline=None, max_examples=examples(150))
@given(st.one_of(small_maps(), graphs(), clean_maps(), judged_maps()), st.randoms(use_true_random=False))
def test_findings_do_not_depend_on_the_order_of_the_file(data: Data, random: Random) -> None:
    def found(data: Data) -> Counter[tuple[str, str | None]]:
        return Counter((rule.CODE, flaw.id) for rule, flaw in run(Subject(from_accepted_data(data)), EVERY_RULE))

    before, after = found(data), found(shuffled(data, random))
    assert before == after

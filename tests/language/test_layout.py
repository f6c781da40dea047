"""Where ids are written, told from a text that may be half-written: it agrees with the reader wherever that reads."""

from __future__ import annotations

import json
import random
from functools import cache
from pathlib import Path

import pytest
from bench.maps import make_map

from coldwater.formats.native import document as native
from coldwater.formats.native.id_places import id_places
from coldwater.formats.native.lines import Lines
from coldwater.formats.native.places import Places
from coldwater.formats.native.spots import RefusedError
from coldwater.language.layout import Layout
from coldwater.language.tokens import Token, scan_block, scan_flow
from coldwater.model import composed
from work import assert_grows_evenly, examples

ROOT = Path(__file__).parents[2]
#: In these an id stands twice, is a number, or is not what YAML says: who reads it as it was meant says otherwise.
NOT_AS_WRITTEN = {
    "number-for-an-id", "one-argument-id-twice", "one-claim-id-twice", "no-break-space-at-a-reference",
    "no-break-space-in-braces", "premise-under-another-key",
}  # fmt: skip
Found = set[tuple[str | None, str, int]]


@cache
def texts() -> dict[str, tuple[str, str]]:
    """Give texts of maps by name, each with its spelling: those of the repository, and JSON in several layouts."""
    paths = [*(ROOT / "arguments").glob("*.argmap.*"), *(ROOT / "tests").rglob("*.argmap.yaml")]
    found = {}
    for path in paths:
        try:
            found[path.name.split(".")[0]] = path.read_text(encoding="utf-8"), "yaml"
        except UnicodeDecodeError:
            continue
    data = make_map(60)
    for indent in (None, 1, 2, 4):
        found[f"json {indent}"] = json.dumps(data, indent=indent), "json"
        found[f"json as yaml {indent}"] = json.dumps(data, indent=indent), "yaml"
    return found


def read_ids(text: str, spelling: str) -> Found | None:
    """Give the ids of a text as the reader finds them; None where it finds no map."""
    try:
        parsed = native.parse(text, spelling)
    except RefusedError:
        return None
    if parsed.root is None or not isinstance(parsed.data, dict):
        return None
    places, lines = Places(parsed.root), Lines(text)
    found: Found = set()
    for one in id_places(parsed.data):
        place = places.find(one.pointer, one.is_key)
        key = str(one.pointer[-1]) if one.is_key else None
        found.add((key, composed(one.text), lines.offset(place.line, place.column)))
    return found


def seen_ids(layout: Layout) -> Found:
    return {(composed(one.token.text) if one.token.is_key else None, one.id, one.token.start) for one in layout.ids()}


@pytest.mark.parametrize("name", sorted(texts()))
def test_ids_are_those_of_the_reader(name: str) -> None:
    text, spelling = texts()[name]
    read = read_ids(text, spelling)
    if read is not None and name not in NOT_AS_WRITTEN:
        assert seen_ids(Layout(text, spelling)) == read


@pytest.mark.parametrize("spelling", ["yaml", "json"])
def test_a_text_is_cut_alike_whatever_is_known_of_it_before(spelling: str) -> None:
    text = texts()["json 2"][0] if spelling == "json" else texts()["clean-tree"][0]
    rng = random.Random(18)  # noqa: S311 - test data
    layout = Layout(text, spelling)
    for _ in range(examples(80)):
        start = rng.randrange(len(text))
        new = rng.choice(["", "x", "\n", "  ", ": ", "[", "]", '"', "{a: ", "- ", "'", "#", "|\n", ",", "}"])
        text = text[:start] + new + text[start + rng.randrange(4) :]
        layout = Layout(text, spelling, layout.cache)
        assert [*layout.tokens()] == [*Layout(text, spelling).tokens()]
        for token in layout.tokens():
            assert 0 <= token.start <= token.end <= len(text)


def test_damage_in_one_entry_leaves_the_others_as_they_are() -> None:
    text = texts()["clean-tree"][0]
    before = {entry.id for entry in Layout(text, "yaml").entries()}
    first = next(Layout(text, "yaml").entries())
    for damage in ("[", '"', "{", "'", "- [a, {b: ", "&", "*", "!!x"):
        damaged = f"{text[: first.end]}\n    half: {damage}{text[first.end :]}"
        assert before - {first.id} <= {entry.id for entry in Layout(damaged, "yaml").entries()}


def test_json_with_a_bracket_left_open_keeps_what_follows() -> None:
    text = json.dumps(make_map(20), indent=2)
    before = Layout(text, "json")
    entry = next(one for one in before.entries() if one.section == "arguments")
    damaged = text.replace('"premises": [', '"premises": [ "half', 1)
    assert {one.id for one in before.entries()} == {one.id for one in Layout(damaged, "json").entries()}
    assert Layout(damaged, "json").has("arguments", entry.id)


def test_values_of_an_entry() -> None:
    text = "claims:\n  a: A short one.\n  b:\n    text: 'It''s long.'\n    tags: [x, y]\n"
    layout = Layout(text, "yaml")
    assert layout.values("claims", "a") == {(): "A short one."}
    assert layout.values("claims", "b") == {("text",): "It's long.", ("tags", 0): "x", ("tags", 1): "y"}


def test_deep_brackets_need_no_deep_stack() -> None:
    tokens: list[Token] = []
    scan_flow("[" * 50_000, 0, 50_000, (), tokens, is_json=True)
    assert scan_block("- " * 20_000, 0, 40_000, ()) == []


def test_looking_through_a_text_takes_time_in_its_length() -> None:
    text = texts()["clean-tree"][0]
    lines = text[text.index("claims:") :].splitlines(keepends=True)
    assert_grows_evenly(lambda size: lambda: [*Layout("claims:\n" + "".join(lines[1:3]) * size, "yaml").ids()], 100)
    assert_grows_evenly(lambda size: lambda: Layout('{"claims": {' + '"a": "b", ' * size, "json"), 200)
    assert_grows_evenly(lambda size: lambda: Layout("a: 'x\n" * size, "yaml"), 40)

"""A baseline holds back what it knows, as often as it knows it, and nothing new; it is small and sorted."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater.errors import ConfigurationError
from coldwater.findings import Finding
from coldwater.project.baseline import Baseline, read_baseline
from strategies import findings

NAMES = st.sampled_from(["a.argmap.yaml", "maps/b.argmap.yaml", "maps/ä.argmap.json"])
FOUND = Finding("CW301", "unsourced-fact", "warning", "a.argmap.yaml", 7, 3, 7, 8, "cracks", "It has no source.")


def baseline_of(folder: Path, found: list[Finding]) -> Baseline:
    path = str(folder / "coldwater-baseline.json")
    text, count = Baseline(path, "", {}).with_new(found, {finding.path for finding in found})
    assert count == len(found)
    return read_baseline(path, text.encode())


def at(folder: Path, found: list[Finding]) -> list[Finding]:
    return [finding._replace(path=str(folder / finding.path)) for finding in found]


@given(st.lists(findings(NAMES), max_size=8), st.lists(findings(NAMES), max_size=4), st.randoms())
def test_what_is_known_is_held_back_and_what_is_new_is_not(
    known: list[Finding], new: list[Finding], rng: random.Random
) -> None:
    folder = Path("/project")
    baseline = baseline_of(folder, at(folder, known))
    moved = [one._replace(line=one.line + 5, message="Said otherwise.") for one in known]
    everything = [*moved, *new]
    rng.shuffle(everything)
    left = [
        finding
        for path in {finding.path for finding in everything}
        for finding in baseline.new_ones(str(folder / path), [one for one in everything if one.path == path])
    ]
    keys = [(one.path, one.rule, one.id) for one in everything]
    wanted = [(one.path, one.rule, one.id) for one in known]
    for key in wanted:
        keys.remove(key)
    assert sorted(map(str, ((one.path, one.rule, one.id) for one in left))) == sorted(map(str, keys))
    assert baseline.held_back == len(known)
    assert baseline.idle() == []


@given(st.lists(findings(NAMES), max_size=8), st.randoms())
def test_the_file_is_the_same_in_whatever_order_findings_come(known: list[Finding], rng: random.Random) -> None:
    folder = Path("/project")
    shuffled = list(known)
    rng.shuffle(shuffled)
    one, other = (baseline_of(folder, at(folder, found)) for found in (known, shuffled))
    assert one.text == other.text
    entries = json.loads(one.text)["findings"]
    assert len(one.text.splitlines()) == (len(entries) + 5 if entries else 4)
    assert [entry["path"] for entry in entries] == sorted(entry["path"] for entry in entries)


def test_an_entry_is_a_line_and_says_no_more_than_it_must(tmp_path: Path) -> None:
    found = at(tmp_path, [FOUND, FOUND, FOUND._replace(rule="CW206", id=None)])
    assert baseline_of(tmp_path, found).text == (
        "{\n"
        '  "version": 1,\n'
        '  "findings": [\n'
        '    {"path": "a.argmap.yaml", "rule": "CW206"},\n'
        '    {"path": "a.argmap.yaml", "rule": "CW301", "id": "cracks", "count": 2}\n'
        "  ]\n"
        "}\n"
    )


def test_of_findings_alike_so_many_are_held_back(tmp_path: Path) -> None:
    [path] = {finding.path for finding in at(tmp_path, [FOUND])}
    baseline = baseline_of(tmp_path, at(tmp_path, [FOUND, FOUND]))
    three = [FOUND._replace(line=line) for line in (1, 2, 3)]
    assert [finding.line for finding in baseline.new_ones(path, three)] == [3]


def test_entries_that_nothing_answers_to_are_told_with_their_place(tmp_path: Path) -> None:
    (tmp_path / "b.argmap.yaml").write_text("")
    others = [FOUND._replace(path="b.argmap.yaml"), FOUND._replace(path="gone.argmap.yaml")]
    baseline = baseline_of(tmp_path, at(tmp_path, [FOUND, FOUND, *others]))
    baseline.new_ones(str(tmp_path / "a.argmap.yaml"), [FOUND])
    told = [(place.line, place.column, entry.path, gone) for place, entry, gone in baseline.idle()]
    assert told == [(4, 5, "a.argmap.yaml", 1), (6, 5, "gone.argmap.yaml", 1)], "b was not looked at"
    line = baseline.text.split("\n")[3]
    place = baseline.idle()[0][0]
    assert json.loads(line[place.column - 1 : place.end_column - 1])["count"] == 2


def test_writing_anew_keeps_what_was_not_looked_at_and_drops_what_is_gone(tmp_path: Path) -> None:
    (tmp_path / "b.argmap.yaml").write_text("")
    others = [FOUND._replace(path="b.argmap.yaml"), FOUND._replace(path="gone.argmap.yaml")]
    baseline = baseline_of(tmp_path, at(tmp_path, [FOUND, *others]))
    here = at(tmp_path, [FOUND._replace(id="costly")])
    text, count = baseline.with_new(here, [here[0].path])
    entries = json.loads(text)["findings"]
    assert [(entry["path"], entry["id"]) for entry in entries] == [
        ("a.argmap.yaml", "costly"),
        ("b.argmap.yaml", "cracks"),
    ]
    assert count == 2


def test_a_map_outside_the_folder_is_never_held_back_and_gets_no_entry(tmp_path: Path) -> None:
    baseline = baseline_of(tmp_path, at(tmp_path, [FOUND]))
    outside = str(tmp_path.parent / "a.argmap.yaml")
    assert list(baseline.new_ones(outside, [FOUND])) == [FOUND]
    with pytest.raises(ConfigurationError, match="lies outside this folder"):
        baseline.with_new([FOUND._replace(path=outside)], [outside])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "line 1, column 1: this is no JSON"),
        ("{", "this is no JSON"),
        ("[" * 100_000, "nested too deep"),
        ("[]", "this is no baseline of version 1"),
        ('{"version": 2, "findings": []}', "this is no baseline of version 1"),
        ('{"version": 1, "findings": [], "more": 1}', "this is no baseline of version 1"),
        ('{"version": 1, "findings": {}}', "entry 1 makes no sense"),
        ('{"version": 1, "findings": [{"path": "a", "rule": "CW301"}, {"path": "a"}]}', "entry 2 makes no sense"),
        ('{"version": 1, "findings": [{"path": "a", "rule": 3}]}', "entry 1 makes no sense"),
        ('{"version": 1, "findings": [{"path": "a", "rule": "b", "count": 0}]}', "entry 1 makes no sense"),
        ('{"version": 1, "findings": [{"path": "a", "rule": "b", "count": true}]}', "entry 1 makes no sense"),
        ('{"version": 1, "findings": [{"path": "a", "rule": "b", "line": 3}]}', "entry 1 makes no sense"),
    ],
)
def test_what_is_no_baseline_is_refused_with_a_reason(text: str, says: str) -> None:
    with pytest.raises(ConfigurationError) as error:
        read_baseline("known.json", text.encode())
    assert says in str(error.value)


def test_a_baseline_that_is_no_text_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="not UTF-8"):
        read_baseline("known.json", b"\xff")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_a_baseline_as_windows_leaves_it_is_read_with_its_places(tmp_path: Path, mark: bytes, line_end: bytes) -> None:
    written = baseline_of(tmp_path, at(tmp_path, [FOUND]))
    read = read_baseline(written.path, mark + written.text.encode().replace(b"\n", line_end))
    assert read.entries == written.entries
    assert [place.line for place, _, _ in read.idle()] == [4]


def test_an_entry_may_name_its_rule(tmp_path: Path) -> None:
    text = '{"version": 1, "findings": [{"path": "a.argmap.yaml", "rule": "unsourced-fact", "id": "cracks"}]}'
    baseline = read_baseline(str(tmp_path / "coldwater-baseline.json"), text.encode())
    assert baseline.new_ones(str(tmp_path / "a.argmap.yaml"), at(tmp_path, [FOUND])) == []

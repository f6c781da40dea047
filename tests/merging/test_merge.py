"""Merging by id: what is clean, what is not, and that no side is ever lost."""

from __future__ import annotations

import copy
import json
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coldwater.formats.native.json_text import read_json
from coldwater.formats.native.yaml_text import read_yaml
from coldwater.merging import Markers, Merged, Unmerged, merge
from coldwater.merging.by_id import SECTIONS, Clash, clashes, merge_data, resolved, same
from strategies import Data, clean_maps, graphs, yaml_text

BASE = """\
# yaml-language-server: $schema=../schema/argmap.schema.json
argmap: 1
title: Should the bridge be rebuilt?
thesis: rebuild

# What is said.
claims:
  rebuild: The town should rebuild the bridge.
  # From the survey.
  cracks:
    text: The main girder is cracked.   # on page 4
    kind: value
  costly: Rebuilding costs three yearly budgets.

arguments:
  safety: {premises: [cracks], supports: rebuild}
  # The mayor says so.
  money: {premises: [costly], attacks: rebuild}
# The end.
"""


def merged(ours: str, theirs: str, base: str = BASE, name: str = "a.argmap.yaml") -> tuple[str, tuple[str, ...]]:
    result = merge(base, ours, theirs, name)
    assert isinstance(result, Merged)
    return result.text, result.conflicts


def test_different_ids_and_both_sides_comments() -> None:
    ours = BASE.replace("three yearly", "four yearly").replace("# From the survey.", "# From the survey of 2025.")
    theirs = BASE.replace("is cracked.   # on", "is badly cracked.   # on").replace(
        "  # The mayor", "  late: {premises: [cracks], attacks: rebuild}  # new\n  # The mayor"
    )
    text, conflicts = merged(ours, theirs)
    assert conflicts == ()
    assert text == ours.replace("is cracked.   # on", "is badly cracked.   # on").replace(
        "  # The mayor", "  late: {premises: [cracks], attacks: rebuild}  # new\n  # The mayor"
    )


def test_neighbouring_lines_that_git_would_call_a_conflict() -> None:
    ours = BASE.replace("safety: {premises: [cracks]", "safety: {title: Safety, premises: [cracks]")
    theirs = BASE.replace("money: {premises", "money: {title: Money, premises").replace(
        "  # The mayor", "  # Everybody"
    )
    text, conflicts = merged(ours, theirs)
    assert conflicts == ()
    assert "title: Safety" in text
    assert "title: Money" in text
    assert "# Everybody" in text


def test_both_add_at_the_end() -> None:
    ours = BASE.replace("# The end.", "  a: {premises: [cracks], supports: rebuild}\n# The end.")
    theirs = BASE.replace("# The end.", "  b: {premises: [costly], supports: rebuild}\n# The end.")
    text, conflicts = merged(ours, theirs)
    assert conflicts == ()
    assert text.endswith(
        "  b: {premises: [costly], supports: rebuild}\n  a: {premises: [cracks], supports: rebuild}\n# The end.\n"
    )


def test_one_id_changed_on_both_sides_holds_both_texts() -> None:
    ours = BASE.replace("three yearly", "four yearly")
    theirs = BASE.replace("three yearly", "five yearly").replace("is cracked.", "is old.")
    text, conflicts = merged(ours, theirs)
    assert conflicts == ("costly",)
    assert text == BASE.replace("is cracked.", "is old.").replace(
        "  costly: Rebuilding costs three yearly budgets.\n",
        "<<<<<<< ours\n  costly: Rebuilding costs four yearly budgets.\n=======\n"
        "  costly: Rebuilding costs five yearly budgets.\n>>>>>>> theirs\n",
    )


def test_removed_here_and_changed_there() -> None:
    ours = BASE.replace("  # The mayor says so.\n  money: {premises: [costly], attacks: rebuild}\n", "")
    theirs = BASE.replace("attacks: rebuild", "attacks: safety")
    text, conflicts = merged(ours, theirs)
    assert conflicts == ("money",)
    entry = "  # The mayor says so.\n  money: {premises: [costly], attacks: safety}\n"
    assert f"<<<<<<< ours\n=======\n{entry}>>>>>>> theirs\n" in text


def test_removed_here_and_left_alone_there_goes() -> None:
    ours = BASE.replace("  # The mayor says so.\n  money: {premises: [costly], attacks: rebuild}\n", "")
    theirs = BASE.replace("is cracked.", "is old.")
    assert merged(ours, theirs) == (ours.replace("is cracked.", "is old."), ())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  # The mayor says so.\n", "  # The mayor says so.\n  # Ann checks this until Friday.\n"),
        ("attacks: rebuild}\n", "attacks: rebuild}  # Ann checks this until Friday.\n"),
    ],
)
def test_what_is_removed_here_takes_no_new_comment_of_theirs_with_it(old: str, new: str) -> None:
    ours = BASE.replace("  # The mayor says so.\n  money: {premises: [costly], attacks: rebuild}\n", "")
    text, conflicts = merged(ours, BASE.replace(old, new))
    assert conflicts == ("comments",)
    assert text.index("<<<<<<< ours\n=======\n") < text.index("Ann checks") < text.index(">>>>>>> theirs\n")
    text, conflicts = merged(BASE.replace(old, new), ours)
    assert conflicts == ("comments",)
    assert "Ann checks" in text


def test_a_section_that_is_removed_here_takes_no_new_comment_above_it_with_it() -> None:
    base = BASE.replace("# What is said.", "sources:\n  s: {title: S}\n\n# What is said.")
    text, conflicts = merged(BASE, base.replace("sources:", "# Ann checks this.\nsources:"), base)
    assert conflicts == ("comments",)
    assert "# Ann checks this." in text


@pytest.mark.parametrize("name", ["a.argmap.yaml", "a.argmap.json"])
def test_a_section_without_entries_stays_as_it_is(name: str) -> None:
    base = BASE.replace("# What is said.", "sources: {}\n# What is said.")
    sides = [base, base.replace("three yearly", "four yearly"), base.replace("is cracked.", "is old.")]
    if name.endswith("json"):
        sides = [json.dumps(read_yaml(side).data, indent=2) for side in sides]
    text, conflicts = merged(sides[1], sides[2], sides[0], name)
    assert conflicts == ()
    data = (read_json if name.endswith("json") else read_yaml)(text).data
    assert data["sources"] == {}
    assert ("four yearly" in data["claims"]["costly"], "old" in data["claims"]["cracks"]["text"]) == (True, True)


def test_a_section_that_both_begin_and_other_indents_and_line_ends() -> None:
    base = BASE[: BASE.index("\narguments:")].replace("\n", "\r\n")
    ours = base + "arguments:\r\n    a: {premises: [cracks], supports: rebuild}\r\n"
    theirs = base.replace("\r\n", "\n") + "arguments:\n  b:\n    premises: [cracks]\n    attacks: rebuild\n"
    text, conflicts = merged(ours, theirs, base)
    assert conflicts == ()
    assert text.count("\n") == text.count("\r\n")
    assert read_yaml(text).data["arguments"].keys() == {"a", "b"}


def test_laid_out_anew_here_and_changed_there() -> None:
    ours = BASE.replace("{premises: [costly], attacks: rebuild}", "\n    premises: [costly]\n    attacks: rebuild")
    theirs = BASE.replace("attacks: rebuild", "attacks: safety")
    assert merged(ours, theirs) == (theirs, ())
    commented = ours.replace("attacks: rebuild", "attacks: rebuild   # yes")
    text, conflicts = merged(commented, theirs)
    assert conflicts == ("comments",)
    assert "# yes" in text
    assert "attacks: safety" in text


def test_what_cannot_be_taken_apart_is_somebody_elses() -> None:
    for ours, why in (
        ("claims: [", "did not find expected node content"),
        ("{argmap: 1, title: T}\n", "it is written in braces, so that its entries share lines; `coldwater fmt` on"),
        ("a: &a {b: 1}\nc: *a\n", "it has aliases"),
        ("- 1\n", "it is no mapping"),
        (BASE.replace("claims:\n", "claims: {}\nx-claims:\n"), "`claims` is written in one piece on one side"),
    ):
        result = merge(BASE, ours, BASE.replace("three", "four") + "x-a: 1\n", "a.argmap.yaml")
        assert isinstance(result, Unmerged), ours
        assert why in result.why
    assert merge("{", "{}", "{} ", "a.argmap.json") == Unmerged(
        "cannot be merged by id: the common base is no JSON of a map"
    )


def test_markers_are_those_that_are_asked_for() -> None:
    states = [BASE, BASE.replace("three yearly", "four yearly"), BASE.replace("three yearly", "five yearly")]
    for name in ("a.argmap.yaml", "a.argmap.json"):
        texts = (
            [json.dumps(read_yaml(one).data, indent=2) + "\n" for one in states] if name.endswith("json") else states
        )
        markers = Markers("HEAD", "abc123", "topic/one", 11, "diff3")
        result = merge(texts[0], texts[1], texts[2], name, markers)
        assert isinstance(result, Merged)
        shown = result.text[result.text.index("<<<") : result.text.index("topic/one")].splitlines()
        assert [line if line[0] in "<|=>" else line.split("costs ")[1][:5].strip() for line in shown] == [
            "<" * 11 + " HEAD", "four", "|" * 11 + " abc123", "three", "=" * 11, "five", ">" * 11 + " ",
        ]  # fmt: skip
        assert result.sides == (texts[1], texts[2])


LINES = st.lists(st.sampled_from("abc"), max_size=6).map(lambda lines: "".join(f"{line}\n" for line in lines))


@given(LINES, LINES, LINES)
def test_zdiff3_takes_out_only_what_both_sides_have(base: str, ours: str, theirs: str) -> None:
    text = Markers(style="zdiff3").around(base, ours, theirs)
    before, _, rest = text.partition("<<<<<<< ours\n")
    first, _, rest = rest.partition("||||||| base\n")
    middle, _, rest = rest.partition("=======\n")
    second, _, after = rest.partition(">>>>>>> theirs\n")
    assert (before + first + after, middle, before + second + after) == (ours, base, theirs)
    assert not first or not second or (first[0] != second[0] and first[-2] != second[-2])


def test_stamps_are_merged_by_the_arguments_id() -> None:
    def text(**reviews: str) -> str:
        data = {name: {"by": by, "on": "2026-03-02", "rests_on": {name: "0" * 12}} for name, by in reviews.items()}
        return json.dumps({"version": 1, "reviews": data}, indent=2) + "\n"

    name = "a.argmap.reviews.json"
    assert merged(text(a="Ann", b="Bo"), text(a="Ann", c="Cy"), text(a="Ann"), name) == (
        text(a="Ann", c="Cy", b="Bo"),
        (),
    )
    both, conflicts = merged(text(a="Bo"), text(a="Cy"), text(a="Ann"), name)
    assert conflicts == ("a",)
    assert '"by": "Bo"' in both
    assert '"by": "Cy"' in both


# --- properties -----------------------------------------------------------------------------------------------------


@st.composite
def three_states(draw: st.DrawFn) -> tuple[Data, Data, Data]:
    """Draw a map and two edits of it: entries taken from another map, dropped, moved; fields replaced."""
    base, other = draw(clean_maps(3)), draw(graphs(3))
    return base, _edited(draw, base, other), _edited(draw, base, other)


def _edited(draw: st.DrawFn, base: Data, other: Data) -> Data:
    data = copy.deepcopy(base)
    for _ in range(draw(st.integers(0, 3))):
        section = draw(st.sampled_from(["claims", "arguments", "sources"]))
        entries = data.setdefault(section, {})
        names = sorted(entries)
        match draw(st.sampled_from(["drop", "take", "replace", "move", "field"])):
            case "drop" if len(names) > 1:
                del entries[draw(st.sampled_from(names))]
            case "take":
                entries.update(copy.deepcopy(other.get(section, {})))
            case "replace" if names and other.get(section):
                entries[draw(st.sampled_from(names))] = copy.deepcopy(
                    draw(st.sampled_from(list(other[section].values())))
                )
            case "move":
                data[section] = dict(draw(st.permutations(list(entries.items()))))
            case _:
                data["title"] = draw(st.sampled_from(["One", "Two"]))
    return {field: value for field, value in data.items() if value != {}}


def sides(data: Data) -> tuple[Data, Data]:
    return resolved(data, lambda clash: clash.ours), resolved(data, lambda clash: clash.theirs)


def resolve(text: str, side: int) -> str:
    """Decide every conflict in a text for one side, as a person would."""
    kept, where = [], None
    for line in text.split("\n"):
        match line:
            case "<<<<<<< ours":
                where = 0
            case "=======" if where == 0:
                where = 1
            case ">>>>>>> theirs":
                where = None
            case _ if where in (None, side):
                kept.append(line)
    return "\n".join(kept)


def neat(data: Data) -> str:
    """Write a map as people do: an entry a line, the value in JSON, which is YAML."""
    lines = []
    for field, value in data.items():
        if field in SECTIONS and value:
            lines.append(f"{field}:")
            lines += [f"  {json.dumps(name)}: {json.dumps(entry)}  # of {name}" for name, entry in value.items()]
        else:
            lines.append(f"{field}: {json.dumps(value)}")
    return "\n".join(lines) + "\n"


@given(three_states())
def test_neat_yaml_is_always_merged_and_reads_as_the_data_merged(states: tuple[Data, Data, Data]) -> None:
    result = merge(neat(states[0]), neat(states[1]), neat(states[2]), "a.yaml")
    assert isinstance(result, Merged)
    data = merge_data(*states)
    assert result.conflicts == clashes(data)
    for side, wanted in enumerate(sides(data)):
        assert same(read_yaml(resolve(result.text.replace("\r\n", "\n"), side)).data or {}, wanted)
    if not result.conflicts:
        assert same(read_yaml(result.text).data, data)


def laid_out(data: Data, seed: int, indent: str, ends: str) -> str:
    """Write a map as people do: comments, empty lines, entries of several lines; the same entry in the same way."""
    lines = ["# a map"]
    for field, value in data.items():
        lines += ["", f"# about {field}"] if seed % 2 else []
        if field not in SECTIONS or not value:
            lines.append(f"{field}: {json.dumps(value)}")
            continue
        lines.append(f"{field}:   # all of them")
        for name, entry in value.items():
            random = Random(f"{seed} {name} {entry}")  # noqa: S311 - no secret
            lines += random.choice([[], [], [""], [f"{indent}# about {name}"]])
            if isinstance(entry, dict) and entry and random.random() < 0.6:
                lines.append(f"{indent}{json.dumps(name)}:{random.choice(['', '  # so'])}")
                lines += [f"{indent * 2}{json.dumps(key)}: {json.dumps(item)}" for key, item in entry.items()]
            elif isinstance(entry, str) and random.random() < 0.6:
                lines += [f"{indent}{json.dumps(name)}: {random.choice(['>-', '|-'])}", f"{indent * 2}{entry}"]
            else:
                lines.append(f"{indent}{json.dumps(name)}: {json.dumps(entry)}{random.choice(['', ' # so'])}")
    return ends.join([*lines, "# the end", ""])


@settings(suppress_health_check=[HealthCheck.large_base_example, HealthCheck.too_slow])
@given(three_states(), st.integers(0, 2**32), st.sampled_from(["  ", "    "]), st.sampled_from(["\n", "\r\n"]))
def test_however_it_is_laid_out_it_reads_as_the_data_merged(
    states: tuple[Data, Data, Data], seed: int, indent: str, ends: str
) -> None:
    base, ours = (laid_out(state, seed, "  ", "\n") for state in states[:2])
    theirs = laid_out(states[2], seed, indent, ends)
    result = merge(base, ours, theirs, "a.yaml")
    assert isinstance(result, Merged)
    data = merge_data(*states)
    assert result.conflicts == clashes(data)
    if not result.conflicts:
        assert same(read_yaml(result.text).data, data)
    for one in _clashes_in(data):
        for value in (one.ours, one.theirs):
            if _is_there(value):
                assert json.dumps(value) in result.text or all(
                    json.dumps(part) in result.text or str(part) in result.text
                    for part in (value.values() if isinstance(value, dict) else [value])
                )


@given(three_states(), st.sampled_from([None, 1, 2, 4, "\t"]), st.booleans())
def test_json_reads_as_the_data_merged(states: tuple[Data, Data, Data], indent: Any, is_ascii: bool) -> None:
    base, ours, theirs = (json.dumps(state, indent=indent, ensure_ascii=is_ascii) + "\n" for state in states)
    result = merge(base, ours, theirs, "a.json")
    assert isinstance(result, Merged)
    data = merge_data(*states)
    assert result.conflicts == clashes(data)
    if not result.conflicts:
        assert same(read_json(result.text).data, data)
        if not same(states[1], states[0]) and not same(states[1], states[2]):
            assert result.text == json.dumps(data, indent=indent, ensure_ascii=is_ascii) + "\n"
        return
    for one in _clashes_in(data):
        for value in (one.ours, one.theirs):
            for line in (
                json.dumps(value, indent=indent or 2, ensure_ascii=is_ascii).split("\n") if _is_there(value) else ()
            ):
                assert line.strip() in result.text


def _clashes_in(data: Data) -> list[Clash]:
    inner = [one for value in data.values() if isinstance(value, dict) for one in value.values()]
    return [one for one in (*data.values(), *inner) if isinstance(one, Clash)]


def _is_there(value: Any) -> bool:
    return isinstance(value, str | dict | list | int | float)


@given(three_states())
def test_the_sides_can_change_places(states: tuple[Data, Data, Data]) -> None:
    base, ours, theirs = states
    one, other = merge_data(base, ours, theirs), merge_data(base, theirs, ours)
    assert set(clashes(one)) == set(clashes(other))
    assert same(sides(one)[0], sides(other)[1])


@given(st.lists(graphs(3), min_size=3, max_size=3), st.integers(0, 2**32), st.integers(0, 400))
def test_whatever_is_merged_nothing_is_raised_and_what_is_clean_reads_as_the_data(
    states: list[Data], seed: int, cut: int
) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    texts = [yaml_text(state, random) for state in states]
    result = merge(texts[0], texts[1], texts[2], "a.yaml")
    if isinstance(result, Merged) and not result.conflicts:
        assert same(read_yaml(result.text).data, merge_data(states[0], states[1], states[2]))
    for name in ("a.yaml", "a.json"):
        merge(texts[0], texts[1][:cut], texts[2][cut:], name)

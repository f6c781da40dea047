"""The native format: what does not fit the schema is said in words, at its place, all of it in one pass."""

# ruff: noqa: E501 - a table of texts and what is said of them reads best unbroken

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater import api
from coldwater.findings import Place
from coldwater.formats.native import document as native
from coldwater.formats.native import limits
from coldwater.formats.native.spots import Spot
from coldwater.formats.native.yaml_text import read_yaml
from coldwater.model import from_accepted_data
from strategies import json_text, maps, yaml_text
from work import assert_grows_evenly, ends

HEAD = "argmap: 1\ntitle: T\nthesis: a\n"
BRIDGE = """\
argmap: 1
title: Should the bridge be rebuilt?
thesis: rebuild
claims:
  rebuild: The town should rebuild the bridge.
  cracks: {text: The girder is cracked., cites: [{source: survey}]}
  costly: Rebuilding is costly.
arguments:
  safety: {premises: [cracks], supports: rebuild}
  money: {premises: [costly], attacks: rebuild}
sources:
  survey: {title: Bridge survey}
"""


def said(text: str, spelling: str = "yaml") -> list[str]:
    """Give what reading says, as "CW003 2:7-9 id: message"."""
    return [line_of(spot) for spot in sorted(native.read(text, spelling).spots, key=lambda spot: spot.place)]


def line_of(spot: Spot) -> str:
    line, column, end_line, end_column = spot.place
    end = f"{end_column}" if end_line == line else f"{end_line}:{end_column}"
    return f"{spot.rule} {line}:{column}-{end} {spot.id or '-'}: {spot.message}"


@given(maps, st.randoms(use_true_random=False))
def test_a_valid_map_is_read_alike_from_both_spellings(data: dict[str, Any], random: Any) -> None:
    for text, spelling in ((json_text(data, random), "json"), (yaml_text(data, random), "yaml")):
        reading = native.read(text, spelling)
        assert reading.spots == []
        assert reading.map == from_accepted_data(data)
        assert reading.excused == frozenset()


@pytest.mark.parametrize(
    ("name", "spelling"),
    [("a.argmap.yaml", "yaml"), ("a.yml", "yaml"), ("A.JSON", "json"), ("a.txt", None), ("yaml", None), ("", None)],
)
def test_the_ending_of_a_name_tells_the_spelling(name: str, spelling: str | None) -> None:
    assert native.spelling_of(name) == spelling


def test_a_file_that_is_too_large_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_BYTES", 1000)
    spot = native.too_large(1234)
    assert (spot.rule, spot.place) == ("CW004", Place(1, 1, 1, 1))
    assert "1,234 bytes; the limit is 1,000" in spot.message


@pytest.mark.parametrize("spelling", ["yaml", "json"])
def test_half_a_character_in_a_string_of_python_is_refused(spelling: str) -> None:
    (line,) = said('{"a":\n "\udc80"}', spelling)
    assert line.startswith("CW004 2:3-4 -: half a character (the lone surrogate U+DC80)")


# --- misfits ----------------------------------------------------------------------------------------------------

CASES = [
    # the whole
    ("", "1:1-1 -: the file is empty"),
    ("# nothing", "1:1-1 -: the file is empty"),
    ("[a]", "1:1-4 -: a map is a mapping"),
    ("a text", "1:1-7 -: a map is a mapping"),
    ("argmap: 1\ntitle: T\nthesis: a", "1:1-3:10 -: the map lacks `claims`"),
    ("title: T\nclaims: {}\nthesis: a", "1:1-3:10 -: the map lacks `argmap`"),
    ("x-a: 1", "1:1-7 -: this is no argument map: a map is a mapping with `argmap`"),
    # versions, titles, ids
    ("argmap: 2\ntitle: T\nthesis: a\nclaims: {a: A.}", "1:9-10 -: `argmap` is 2; this version reads `argmap: 1`"),
    ("argmap: '1'\ntitle: T\nthesis: a\nclaims: {a: A.}", "1:9-12 -: `argmap` is text (`1`); take its quotes away"),
    ("argmap: one\ntitle: T\nthesis: a\nclaims: {a: A.}", "1:9-12 -: `argmap` is text (`one`); a whole number belongs"),
    ("argmap: 1\ntitle: 12\nthesis: a\nclaims: {a: A.}", '2:8-10 -: `title` is a number (12) where text belongs; quote it'),
    ("argmap: 1\ntitle: ' '\nthesis: a\nclaims: {a: A.}", "2:8-11 -: `title`: the text is blank"),
    ("argmap: 1\ntitle: T\nthesis: a b\nclaims: {a: A.}", "3:9-12 -: `thesis`: `a b` is no id: it has a blank (U+0020 SPACE); letters"),
    ('argmap: 1\ntitle: T\nthesis: "a\\n"\nclaims: {a: A.}', "3:9-14 -: `thesis`: `a\n` is no id: it has a line end (U+000A); letters"),
    ("argmap: 1\ntitle:\nthesis: a\nclaims: {a: A.}", "2:1-6 -: `title` is empty; give it a value (text)"),
    # sections and entries
    (HEAD + "claims: [a]", "4:9-12 -: `claims` is a list; a mapping belongs there"),
    (HEAD + "claims: text", "4:9-13 -: `claims` is text (`text`); a mapping belongs there"),
    (HEAD + "claims: {a: }", "4:10-11 a: claim `a` is empty; give it a value (text or a mapping)"),
    (HEAD + "claims: {a: 012}", '4:13-16 a: claim `a` is a number (012) where text belongs; quote it: "012"'),
    (HEAD + "claims: {a: {b: A.}}", "4:14-15 a: unknown field `b`; did you mean `text`?"),
    (HEAD + "claims: {a: {kind: fact}}", "4:10-11 a: claim `a` lacks `text`"),
    (HEAD + "claims: {a: A., b c: B.}", "4:17-20 b c: `b c` cannot be an id: it has a blank (U+0020 SPACE); letters"),
    (HEAD + "claims: {a: A., -b: B.}", "4:17-19 -b: `-b` cannot be an id: it begins with `-` (U+002D HYPHEN-MINUS); letters"),
    (HEAD + "claims: {a: A., b®: B.}", "4:17-19 b®: `b®` cannot be an id: it has `®` (U+00AE REGISTERED SIGN); letters"),
    (HEAD + "claims: {a: A., 🇩🇪: B.}", "4:17-19 🇩🇪: `🇩🇪` cannot be an id: it has 🇩🇪 (an emoji flag); letters"),
    (HEAD + 'claims: {a: A., "": B.}', "4:17-19 -: this id is blank"),
    (HEAD + "claims: {a: A., 12: B.}", '4:17-19 12: this key is `12`, which YAML does not read as text; quote it: "12"'),
    (HEAD + "claims: {a: {txt: A.}}", "4:14-17 a: unknown field `txt`; did you mean `text`?"),
    (HEAD + "claims: {a: {text: A., zz: 1}}", "4:24-26 a: unknown field `zz`; known here are `text`, `kind`"),
    (HEAD + "claims: {a: {text: A., kind: fcat}}", "4:30-34 a: `kind`: `fcat` is not known here; did you mean `fact`?"),
    (HEAD + "claims: {a: {text: A., kind: zz}}", "4:30-32 a: `kind`: `zz` is not known here; choose one of `fact`, `value`"),
    (HEAD + "claims: {a: {text: A., implicit: yes}}", "4:34-37 a: `implicit` is text (`yes`); write true"),
    (HEAD + "claims: {a: {text: A., implicit: 1}}", "4:34-35 a: `implicit` is a number; true or false belongs there"),
    (HEAD + "claims: {a: {text: A., credence: 1.50}}", "4:34-38 a: `credence` is 1.50; it must lie between 0 and 1"),
    (HEAD + "claims: {a: {text: A., credence: '0.5'}}", "4:34-39 a: `credence` is text (`0.5`); take its quotes away"),
    (HEAD + "claims: {a: {text: A., credence: high}}", "4:34-38 a: `credence` is text (`high`); a number belongs there"),
    (HEAD + "claims: {a: {text: A., tags: money}}", "4:30-35 a: `tags` must be a list; write [money]"),
    (HEAD + "claims: {a: {text: A., tags: [1]}}", '4:31-32 a: an item of `tags` is a number (1) where text belongs; quote'),
    (HEAD + "claims: {a: {text: A., tags: [m, n, m]}}", "4:30-39 a: `tags` has `m` twice"),
    (HEAD + "claims: {a: {text: A., cites: [p. 4]}}", "4:32-36 a: an item of `cites` is text (`p. 4`); a mapping belongs"),
    (HEAD + "claims: {a: {text: A., cites: [{locator: p. 4}]}}", "4:32-47 a: this entry of `cites` lacks `source`"),
    # arguments
    (HEAD + "claims: {a: A.}\narguments: {s: {premises: [a], suports: a}}", "5:32-39 s: unknown field `suports`; did you mean `supports`?"),
    (HEAD + "claims: {a: A.}\narguments: {s: {reasons: [a], supports: a}}", "5:17-24 s: unknown field `reasons`; did you mean `premises`?"),
    (HEAD + "claims: {a: A.}\narguments: {s: {zz: 1, supports: a}}", "5:17-19 s: unknown field `zz`; known here are"),
    (HEAD + "claims: {a: A.}\narguments: {s: {premises: [a]}}", "5:13-14 s: argument `s` lacks a target (`supports` or `attacks`)"),
    (HEAD + "claims: {a: A.}\narguments: {s: {}}", "5:13-14 s: argument `s` lacks `premises` and a target"),
    (HEAD + "claims: {a: A.}\narguments: {s: }", "5:13-14 s: argument `s` is empty"),
    (HEAD + "claims: {a: A., b: B.}\narguments: {s: {premises: [b], supports: a, attacks: a}}", "5:13-14 s: argument `s` has both `supports` and `attacks`; keep one"),
    (HEAD + "claims: {a: A.}\narguments: {s: {premises: [], supports: a}}", "5:27-29 s: `premises` is empty; an argument needs at least one premise"),
    (HEAD + "claims: {a: A.}\narguments: {s: {premises: [a], attacks: a, answers: {t: []}}}", "5:57-59 s: `t` is empty; name at least one, or leave it out"),
    (HEAD + "claims: {a: A.}\narguments: {s: {premises: [a], attacks: a, answers: {t: q}}}", "5:57-58 s: `t` must be a list; write [q]"),
    (HEAD + "claims: {a: A., b: B.}\narguments: {s: {premises: b, supports: a}}", "5:27-28 s: `premises` must be a list; write [b]"),
    (HEAD + "claims: {a: A., '12': B.}\narguments: {s: {premises: 12, supports: a}}", "5:27-29 s: `premises` must be a list; write [12]"),
    (HEAD + "claims: {a: A., '012': B.}\narguments: {s: {premises: [012], supports: a}}", '5:28-31 s: an item of `premises` is a number (012) where text belongs; quote it: "012"'),
    (HEAD + "claims: {a: A., b: B.}\narguments: {s: {premises: [b, b], supports: a}}", "5:27-33 s: `premises` has `b` twice"),
    (HEAD + "claims: {a: A., b: B.}\narguments: {s: {premises: [b], supports: a, roles: {' ': b}}}", "5:53-56 s: a key of `roles` is blank"),
    # sources, positions, lint
    (BRIDGE.replace("Bridge survey}", "S, issued: 31.12.2025}"), "12:30-40 survey: `issued`: `31.12.2025` is no date"),
    (BRIDGE.replace("Bridge survey}", "S, issued: 20250}"), "12:30-35 survey: `issued` is 20250; it must lie between 0 and 9999"),
    (BRIDGE.replace("Bridge survey}", "S, issued: [2025]}"), "12:30-36 survey: `issued` is a list; text or a whole number"),
    (BRIDGE.replace("Bridge survey}", "S, URL: www.x.org}"), "12:27-36 survey: `URL`: `www.x.org` is no address"),
    (BRIDGE.replace("Bridge survey}", "S, text: ../x}"), "12:28-32 survey: `text`: `../x` must be a path below"),
    (BRIDGE.replace("Bridge survey}", "S, language: English language}"), "12:32-48 survey: `language`: `English language` is no"),
    (BRIDGE.replace("Bridge survey}", "S, author: [{given: A}]}"), "12:31-41 survey: this entry of `author` lacks `family` or `literal`"),
    (BRIDGE.replace("Bridge survey}", "S, author: 12}"), '12:30-32 survey: `author` is a number (12) where text belongs; quote it: "12"'),
    (BRIDGE.replace("Bridge survey}", "S, author: {given: A}}"), "12:22-28 survey: this entry of `author` lacks `family` or `literal`"),
    (BRIDGE.replace("{source: survey}", "{source: survey, fingerprint: F953}"), "6:80-84 cracks: `fingerprint`: `F953` is no fingerprint"),
    (BRIDGE + "positions: {m: {accepts: [rebuild]}}", "13:13-14 m: position `m` lacks `name`"),
    (BRIDGE + "lint: {ignore: [{rule: CW301}]}", "13:17-30 -: this entry of `ignore` lacks `reason`"),
    (BRIDGE + "lint: {ignore: [{reason: R.}]}", "13:17-29 -: this entry of `ignore` lacks `rule` or `at`"),
    (BRIDGE + "lint: {ignore: [{rule: cw301, reason: R.}]}", "13:24-29 -: `rule`: `cw301` is no rule"),
    (BRIDGE + "lint: CW301", "13:7-12 -: `lint` is text (`CW301`); a mapping belongs there"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[expected for _, expected in CASES])
def test_each_misfit_has_its_words_and_its_place_and_nothing_else_is_said(text: str, expected: str) -> None:
    (line,) = said(text)
    assert line.startswith("CW003 " + expected)


def test_a_misfit_in_json_has_the_same_words_at_the_place_in_json() -> None:
    text = '{"argmap": 1, "title": "T", "thesis": "a",\n "claims": {"a": {"txt": "A.", "kind": "fcat"}}}'
    assert said(text, "json") == [
        "CW003 2:19-24 a: unknown field `txt`; did you mean `text`?",
        "CW003 2:40-46 a: `kind`: `fcat` is not known here; did you mean `fact`?",
    ]


def test_a_value_behind_a_misspelt_field_is_looked_at_too() -> None:
    text = HEAD + "clams:\n  a: {txet: A., knid: fcat}\n  b: 12\n"
    assert [line.split(":")[0] + ":" + line.split(" ")[1].split(":")[1] for line in said(text)] == [
        "CW003 4:1-6",
        "CW003 5:7-11",
        "CW003 5:17-21",
        "CW003 5:23-27",
        "CW003 6:6-8",
    ]


def test_misspelt_keys_are_underlined_exactly_after_wide_characters() -> None:
    text = HEAD + "claims: {a: {text: 桥梁有裂缝。, knid: fact}}\n"
    (line,) = said(text)
    assert line.startswith("CW003 4:28-32 a: unknown field `knid`; did you mean `kind`?")


def test_all_findings_come_in_one_pass() -> None:
    text = (
        BRIDGE.replace("cracks:", "cracks: &c")
        .replace("costly: Reb", "cracks: !x Reb")
        .replace("money:", "money: {}\n  funds:")
    )
    text = text.replace("[costly]", "[costlier, 12]").replace("title: Should", "titel: Should") + "x-y: .nan\n"
    findings = api.check_bytes("a.yaml", text.encode()).findings
    assert [(finding.rule, finding.line) for finding in findings] == [
        ("CW003", 2),  # titel
        ("CW002", 7),  # cracks again
        ("CW001", 7),  # its tag
        ("CW003", 10),  # an empty argument
        ("CW101", 11),  # costlier
        ("CW003", 11),  # 12
        ("CW004", 14),  # .nan
    ]


def test_repeated_entries_are_excused_with_all_they_name() -> None:
    text = BRIDGE.replace("  money: ", "  safety: ")
    assert [(f.rule, f.line, f.id) for f in api.check_bytes("a.yaml", text.encode()).findings] == [
        ("CW002", 10, "safety")
    ]


def test_a_reference_that_cannot_be_read_is_told_on_a_map_with_several_theses() -> None:
    text = """\
argmap: 1
title: Two
thesis: [a, b]
claims: {a: One., b: Two., c: Three.}
arguments: {x: {premises: [true, c], supports: a}}
"""
    assert "CW003" in {finding.rule for finding in api.check_bytes("a.argmap.yaml", text.encode()).findings}


def test_an_id_that_is_none_is_reported_once_and_not_where_it_is_named() -> None:
    text = (
        BRIDGE.replace("cracks", "deep cracks")
        .replace("survey:", "the survey:")
        .replace("{source: survey}", "{source: the survey}")
    )
    findings = api.check_bytes("a.yaml", text.encode()).findings
    assert [(f.rule, f.line, f.id) for f in findings] == [("CW003", 6, "deep cracks"), ("CW003", 12, "the survey")]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("accepted", "!x []", "CW001"),
        ("0.5", ".nan", "CW004"),
        ("0.5", "9" * 200, "CW004"),
        ("[b]", "[!x {c: d}]", "CW001"),
        ("claims:", "claims: &a\n  ~: x", "CW003"),
        ("{text: B.", "{<<: [x], text: B.", "CW001"),
    ],
)
def test_what_the_reader_has_remarked_on_is_not_a_misfit_as_well(old: str, new: str, rule: str) -> None:
    text = HEAD + "claims:\n  a: A.\n  b: {text: B., status: accepted, credence: 0.5}\n"
    text += "arguments:\n  s: {premises: [b], supports: a}\n"
    assert said(text) == []
    (line,) = said(text.replace(old, new, 1))
    assert line.startswith(rule)


def test_half_a_character_in_an_id_is_one_finding_for_each_place() -> None:
    text = '{"argmap": 1, "title": "T", "thesis": "a\\ud800", "claims": {"a\\ud800": "A."}}'
    assert [line[:10] for line in said(text, "json")] == ["CW004 1:39", "CW004 1:61"]


def test_a_merge_key_is_one_finding() -> None:
    text = BRIDGE.replace("cracks: {", "cracks: &c {").replace(
        "costly: Rebuilding is costly.", "costly: {<<: *c, text: Costly.}"
    )
    assert [(f.rule, f.line, f.column) for f in api.check_bytes("a.yaml", text.encode()).findings] == [("CW001", 7, 12)]


def test_ids_in_an_unknown_field_are_excused() -> None:
    text = BRIDGE.replace("supports: rebuild}", "supports: rebuild, zzz: [quake]}").replace(
        "claims:\n", "claims:\n  quake: Q.\n"
    )
    assert [(f.rule, f.line) for f in api.check_bytes("a.yaml", text.encode()).findings] == [("CW003", 10)]


@pytest.mark.parametrize("field", ["argmap", "title", "thesis", "claims"])
def test_a_field_that_is_missing_is_one_finding(field: str) -> None:
    data = read_yaml(BRIDGE).data
    del data[field]
    findings = api.check_bytes("a.json", json.dumps(data).encode()).findings
    assert [(finding.rule, finding.message) for finding in findings] == [("CW003", f"the map lacks `{field}`")]


@pytest.mark.parametrize("junk", ["5", "[]", "text", "~", "true"])
@pytest.mark.parametrize("section", ["claims", "arguments", "sources", "lint"])
def test_a_section_that_is_none_is_one_finding(section: str, junk: str) -> None:
    data = json.loads(json.dumps(read_yaml(BRIDGE).data))
    data[section] = read_yaml(junk).data
    findings = api.check_bytes("a.json", json.dumps(data).encode()).findings
    assert [finding.rule for finding in findings] == ["CW003"]


# --- bounds -----------------------------------------------------------------------------------------------------


ENTRIES: dict[str, Callable[[int], Any]] = {
    "a misspelt field": lambda number: {"txt": f"Claim {number}."},
    "an unknown field": lambda number: {"text": f"Claim {number}.", "zzzzzz": 1},
    "a misspelt value": lambda number: {"text": f"Claim {number}.", "kind": "polcy"},
    "a number": lambda number: number,
    "a list": lambda _: [],
}


@pytest.mark.parametrize("spelling", ["yaml", "json"])
@pytest.mark.parametrize("misfit", ENTRIES)
def test_thousands_of_entries_that_do_not_fit_give_bounded_findings(misfit: str, spelling: str) -> None:
    findings = api.check_bytes(f"a.{spelling}", unfit(misfit, 2_000)).findings
    assert {finding.rule for finding in findings} <= {"CW003", "CW206"}
    assert limits.MAX_REMARKS < len(findings) <= limits.MAX_REMARKS + 3
    assert any("1,800 more entries of `claims`" in finding.message for finding in findings)


@pytest.mark.parametrize("misfit", ENTRIES)
def test_four_times_as_many_entries_that_do_not_fit_take_four_times_the_steps(misfit: str) -> None:
    def checking(number: int) -> Callable[[], object]:
        data = unfit(misfit, number)
        return lambda: api.check_bytes("a.json", data)

    assert_grows_evenly(checking, 150)


def unfit(misfit: str, number: int) -> bytes:
    """Give a map of so many claims that do not fit, and arguments that do."""
    claims = {f"c{n}": ENTRIES[misfit](n) for n in range(number)}
    arguments = {f"a{n}": {"premises": [f"c{n}"], "supports": "c0"} for n in range(1, number)}
    data = {"argmap": 1, "title": "T", "thesis": "c0", "claims": claims, "arguments": arguments}
    return json.dumps(data, indent=1).encode()


@pytest.mark.parametrize("odd", [{}, [], 1, None])
def test_a_long_list_with_one_odd_item_takes_bounded_time(odd: Any) -> None:
    tags = [f"tag {number}" for number in range(20_000)]
    data = {"argmap": 1, "title": "T", "thesis": "a", "claims": {"a": {"text": "A.", "tags": [*tags, odd]}}}
    with ends():
        assert len(native.read(json.dumps(data), "json").spots) == 1


@pytest.mark.parametrize("holder", ["cites", "premises", "tags", "author", "ignore", "fields", "root", "roles"])
def test_an_entry_with_5_000_misfits_takes_bounded_time_and_gives_bounded_findings(holder: str) -> None:
    claim: dict[str, Any] = {"text": "A."}
    data: dict[str, Any] = {"argmap": 1, "title": "T", "thesis": "a", "claims": {"a": claim}}
    many: list[Any] = [{"zz": 1}] * 2_500 + [[], 5, "x", "x"] * 625
    fields = {f"field{number}": number for number in range(5_000)}
    match holder:
        case "cites" | "tags":
            claim[holder] = many
        case "premises":
            data["arguments"] = {"s": {"premises": many, "supports": "a"}}
        case "roles":
            data["arguments"] = {"s": {"premises": ["a"], "supports": "a", "roles": fields}}
        case "author":
            data["sources"] = {"s": {"title": "S", "author": many}}
        case "ignore":
            data["lint"] = {"ignore": many}
        case "fields":
            claim |= fields
        case _:
            data |= fields
    with ends():
        reading = native.read(json.dumps(data), "json")
    assert limits.MAX_REMARKS <= len(reading.spots) <= limits.MAX_REMARKS + 5


HUGE = "z" * 1_000_000


@pytest.mark.parametrize(
    "text",
    [
        HUGE * 10,
        f"{HUGE}: 1",
        HEAD + f"claims: {{a: A., '{HUGE} ': B.}}",
        HEAD + f"claims: {{a: {{text: A., kind: {HUGE}}}}}",
        HEAD + f"claims: {{a: {{text: A., ? {HUGE}\n : 1}}}}",
        HEAD + f"claims: {{a: {{text: A., credence: {HUGE}}}}}",
        HEAD + f"claims: {{a: {{text: A., tags: [{HUGE}, {HUGE}]}}}}",
        HEAD + f"claims: {{a: {{text: A., implicit: {HUGE}}}}}",
        HEAD + f"claims: {HUGE}",
        HEAD + "claims: {a: " + "9" * 1_000_000 + "}",
        HEAD + "claims: {a: {text: A., cites: [" + "x, " * 100_000 + "]}}",
        HEAD + f"claims: {{? {HUGE}\n : A., ? {HUGE}\n : B.}}",
        HEAD + f"claims: {{? !{HUGE[:1000]} a\n : A.}}",
    ],
    ids=range(13),
)
def test_junk_of_megabytes_never_appears_whole(text: str) -> None:
    with ends():
        reading = native.read(text, "yaml")
    assert reading.spots
    assert all(len(spot.message) < 500 for spot in reading.spots)


def test_a_misfit_is_said_even_where_the_schema_finds_none() -> None:
    """What the quick check refuses is never passed over in silence."""
    from coldwater.formats.native.mending import mend  # noqa: PLC0415 - for this test only
    from coldwater.formats.native.places import Places  # noqa: PLC0415

    data = {"argmap": 1, "title": "T", "thesis": "a", "claims": {"a": {"text": "A.", "credence": float("nan")}}}
    mended = mend(data, Places(None))
    assert [flaw.message for flaw in mended.flaws] == ["the map does not fit the schema"]


@pytest.mark.parametrize(
    "other", ['{"$schema": "x", "type": "object", "properties": {}}', '{"name": "p", "title": "T"}']
)
def test_some_other_file_is_no_map_in_one_word(other: str) -> None:
    reading = native.read(other, "json")
    assert reading.map is None
    assert [spot.message for spot in reading.spots] == [
        "this is no argument map: a map is a mapping with `argmap`, `title`, `thesis` and `claims`"
    ]
    # What is misspelt is a map all the same, and each word of it is said.
    assert len(native.read('{"argmaps": 1, "titel": "T", "tesis": "a"}', "json").spots) > 1

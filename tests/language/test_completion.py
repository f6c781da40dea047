"""What may stand under the cursor: at each `|` in these texts these are proposed first."""

from __future__ import annotations

import pytest

from coldwater.language.candidates import MOST
from coldwater.language.completion import completions
from coldwater.language.open_map import OpenMap

BRIDGE = """\
argmap: 1
title: The bridge
thesis: rebuild
claims:
  rebuild: The town should rebuild the bridge.
  cracks: {text: The main girder is cracked., tags: [steel]}
  unsafe: A cracked girder is unsafe.
arguments:
  safety:
    premises: [cracks]
    supports: rebuild
sources:
  survey: {title: Bridge survey}
"""
JSON = """\
{
  "argmap": 1,
  "title": "The bridge",
  "thesis": "rebuild",
  "claims": {
    "rebuild": "The town should rebuild the bridge.",
    "cracks": {"text": "The main girder is cracked."}
  },
  "arguments": {
    "safety": {"premises": ["cracks"], "supports": "rebuild"}
  }
}
"""


def proposed(text: str, name: str = "a.argmap.yaml") -> dict[str, str]:
    """Give what is proposed at the bar in a text: labels in order, each with the text once it is put in."""
    offset = text.index("|")
    whole = text[:offset] + text[offset + 1 :]
    found = completions(OpenMap(name, whole), offset)
    return {one.label: whole[: one.start] + one.text + whole[one.end :] for one in found.items}


def line_of(text: str, word: str) -> str:
    return next(line.strip() for line in text.splitlines() if word in line)


@pytest.mark.parametrize(
    ("old", "new", "first"),
    [
        ("[cracks]", "[|", ["cracks", "unsafe", "rebuild"]),  # what nothing rests on yet comes first
        ("[cracks]", "[cr|]", ["cracks"]),
        ("[cracks]", "[girder|]", ["cracks", "unsafe"]),  # by words of what they say
        ("[cracks]", "[cracks, |]", ["unsafe", "rebuild"]),
        ("premises: [cracks]", "premises:\n      - |", ["cracks", "unsafe", "rebuild"]),
        ("premises: [cracks]", "premises: |", ["cracks", "unsafe"]),
        ("    supports: rebuild", "    |", ["title", "supports", "attacks", "scheme", "roles"]),
        ("    supports: rebuild", "    sup|", ["supports"]),
        ("    supports: rebuild", "    attacks: |", ["rebuild", "cracks", "unsafe"]),
        ("supports: rebuild", "supports: rebuild\n    scheme: exp|", ["expert_opinion"]),
        ("supports: rebuild", "supports: rebuild\n    cites: [{source: |", ["survey"]),
        ("supports: rebuild", "supports: rebuild\n    cites: [{source: survey, |}]", ["locator", "quote"]),
        ("supports: rebuild", "supports: rebuild\n    cites:\n      - |", ["source", "locator"]),
        ("supports: rebuild", "supports: rebuild\n    scheme: expert_opinion\n    roles: {|", ["expert", "says"]),
        ("supports: rebuild", "supports: rebuild\n    scheme: expert_opinion\n    roles: {expert: |", ["cracks"]),
        ("supports: rebuild", "supports: rebuild\n  other:\n    |", ["title", "premises", "supports"]),
        ("supports: rebuild", "supports: rebuild\n  other: |", ["{premises: [], supports: }"]),
        ("unsafe: A cracked girder is unsafe.", "unsafe: {text: It is., kind: |}", ["fact", "value", "policy"]),
        ("unsafe: A cracked girder is unsafe.", "unsafe: {text: It is., implicit: |}", ["true", "false"]),
        ("unsafe: A cracked girder is unsafe.", "unsafe: {text: It is., tags: [|]}", ["steel"]),
        ("unsafe: A cracked girder is unsafe.", "unsafe: {text: It is., contradicts: [|]}", ["rebuild", "cracks"]),
        ("thesis: rebuild", "thesis: |", ["rebuild", "cracks"]),
        ("thesis: rebuild", "thesis: rebuild\nsh|", ["shape"]),
        ("thesis: rebuild", "thesis: rebuild\nshape: |", ["tree", "graph"]),
        ("thesis: rebuild", "thesis: rebuild\nexpect: {verdicts: {|", ["rebuild", "cracks"]),
        ("thesis: rebuild", "thesis: rebuild\nlint: {ignore: [{rule: CW30|", ["CW301"]),
        ("title: The bridge", "title: The |", None),
    ],
)
def test_what_is_proposed_in_yaml(old: str, new: str, first: list[str] | None) -> None:
    text = BRIDGE.replace(old, new, 1)
    found = list(proposed(text))
    assert found[: len(first or [])] == (first or [])
    assert bool(found) == bool(first)


@pytest.mark.parametrize(
    ("old", "new", "label", "line"),
    [
        ('["cracks"]', '["|"]', "rebuild", '"safety": {"premises": ["rebuild"], "supports": "rebuild"}'),
        ('["cracks"]', "[|]", "rebuild", '"safety": {"premises": ["rebuild"], "supports": "rebuild"}'),
        (', "supports": "rebuild"', ', "sup|', "supports", '"safety": {"premises": ["cracks"], "supports": ""}'),
        (', "supports": "rebuild"', ', "sup|"', "supports", '"safety": {"premises": ["cracks"], "supports": ""}'),
        (', "supports": "rebuild"', ", |", "attacks", '"safety": {"premises": ["cracks"], "attacks": ""}'),
        (
            '"supports": "rebuild"',
            '"supports": "|"',
            "cracks",
            '"safety": {"premises": ["cracks"], "supports": "cracks"}',
        ),
    ],
)
def test_what_is_proposed_in_json(old: str, new: str, label: str, line: str) -> None:
    found = proposed(JSON.replace(old, new, 1), "a.argmap.json")
    assert line_of(found[label], '"safety"') == line


def test_a_chosen_field_begins_its_value() -> None:
    found = proposed(BRIDGE.replace("    premises: [cracks]\n", "    |\n"))
    assert line_of(found["premises"], "premises") == "premises: []"


def test_ids_that_are_named_and_missing_are_proposed_where_claims_begin() -> None:
    found = proposed(BRIDGE.replace("[cracks]", "[cracks, weather]").replace("arguments:", "  |\narguments:"))
    assert list(found) == ["weather"]
    assert "  weather: \narguments:" in found["weather"]


def test_an_id_that_yaml_would_not_read_as_text_is_quoted() -> None:
    found = proposed(BRIDGE.replace("unsafe:", '"012":').replace("[cracks]", "[|]"))
    assert line_of(found["012"], "premises") == 'premises: ["012"]'


def test_questions_are_those_of_the_argument_asked_open_ones_first() -> None:
    text = BRIDGE.replace("supports: rebuild", "supports: rebuild\n    scheme: sign\n    roles: {seen: cracks}")
    text = text.replace("sources:", "  doubt: {premises: [unsafe], attacks: safety, answers: {safety: [|]}}\nsources:")
    assert "seen" in proposed(text)


def test_an_empty_file_is_offered_a_map() -> None:
    for name in ("a.argmap.yaml", "a.argmap.json"):
        [whole] = proposed("|", name).values()
        assert OpenMap(name, whole).layout.has("claims", "thesis")


def test_an_editor_that_puts_in_single_lines_is_offered_such() -> None:
    for text, label in (("", "argmap"), ("argmap: 1\n", "claims")):
        found = completions(OpenMap("a.argmap.yaml", text), len(text), over_lines=False)
        assert label in [one.label for one in found.items]
        assert all("\n" not in one.text for one in found.items)
    text = BRIDGE.replace("    premises: [cracks]\n", "    pre\n")
    found = completions(OpenMap("a.argmap.yaml", text), text.index("    pre") + 7, over_lines=False)
    assert [one.text for one in found.items] == ["premises: ["]  # the cursor will stand behind it


def test_nothing_is_proposed_in_comments_and_texts() -> None:
    for text in ("# about |", "title: Is it |", "claims:\n  a: We sh|", 'claims: {a: "We sh|'):
        assert proposed(text) == {}


def test_of_very_many_the_first_are_given_and_it_is_said() -> None:
    claims = "".join(f"  c{number}: Claim {number}.\n" for number in range(3 * MOST))
    text = f"argmap: 1\ntitle: T\nthesis: c0\nclaims:\n{claims}arguments:\n  a: {{premises: [], supports: c0}}\n"
    offset = text.index("[]") + 1
    found = completions(OpenMap("a.argmap.yaml", text), offset)
    assert len(found.items) == MOST
    assert not found.is_complete
    text = text.replace("[]", "[c299]")
    found = completions(OpenMap("a.argmap.yaml", text), offset + 4)
    assert [one.label for one in found.items] == ["c299"]
    assert found.is_complete

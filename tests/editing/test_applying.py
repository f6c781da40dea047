"""Edits of texts: what they are about changes, and nothing else."""

from __future__ import annotations

import copy
import difflib
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater.editing.applying import apply_edits, excerpt
from coldwater.edits import Edit, Insert, Remove, Rename, Replace
from coldwater.errors import UsageError
from coldwater.findings import Pointer
from coldwater.formats.native.json_text import read_json
from coldwater.formats.native.yaml_text import read_yaml
from strategies import at, graphs, json_text, maps, paths_in

from .commented import Writer, marks

seeds = st.integers(0, 10**9).map(Random)
VALUES: tuple[Any, ...] = (
    "b", "012", "yes", "", "two\nlines\n", "#1: a, b", [], {}, ["a", "b: c"], {"a": {"b": [1, None]}}, 1, 0.5, None,
    "A text so long that it has to be written in lines of its own where there are lines, which is not so in JSON. " * 2,
)  # fmt: skip


def some_edits(data: Any, random: Random) -> list[Edit]:
    """Choose a few edits that are apart from each other."""
    chosen: list[Edit] = []
    names: set[str] = set()
    for _ in range(random.choice([1, 1, 2, 3, 5])):
        pointer = random.choice(paths_in(data)[1:])
        value = copy.deepcopy(random.choice(VALUES))
        holder = at(data, pointer[:-1])
        edit: Edit
        match random.choice(["replace", "remove", "remove", "rename", "insert"]):
            case "remove":
                edit = Remove(pointer)
            case "rename" if isinstance(holder, dict):
                edit = Rename(pointer, random.choice(["another", "no", "012", "true", "a b: c", "x-#"]))
                if edit.name in holder or edit.name in names:
                    continue
                names.add(edit.name)
            case "insert" if isinstance(holder, dict):
                after = random.choice([None, "", *holder])
                edit = Insert((*pointer[:-1], "new"), value, after)
            case "insert":
                edit = Insert((*pointer[:-1], random.randint(0, len(holder))), value)
            case _:
                edit = Replace(pointer, value)
        is_needed = isinstance(edit, Remove) and pointer == ("argmap",)
        if not is_needed and not any(_is_within(edit.pointer, other.pointer) for other in chosen):
            chosen.append(edit)
    return chosen


def _is_within(one: Pointer, other: Pointer) -> bool:
    """Tell whether one of two places lies within the other."""
    length = min(len(one), len(other))
    return one[:length] == other[:length]


@given(st.one_of(maps, graphs()), seeds)
def test_edits_of_a_text_are_edits_of_its_data(data: dict[str, Any], random: Random) -> None:
    for text, spelling in ((Writer(random).write(data), "yaml"), (json_text(data, random), "json")):
        edits = some_edits(data, random)
        changed = apply_edits(text, spelling, edits)  # which compares the data
        assert set(marks(changed)) <= set(marks(text))
        if all(isinstance(edit, Rename | Insert) for edit in edits):
            assert marks(changed) == marks(text)


# --- what is touched ----------------------------------------------------------------------------------------------

BRIDGE = """\
# Town council
argmap: 1
title:  "Bridge"     # odd spacing stays
thesis: rebuild

sources:
  # reports
  survey: {title: Survey}   # the first
  gauge: {title: Levels}

  # newspapers
  times: {title: Times}

claims:
  rebuild: The town should rebuild the bridge.
  cracks:
    text: The girder is cracked.
    cites:
      - source: survey   # beside
        locator: p. 4
      - {source: gauge}
    # at the foot of cracks
  # at the foot of the claims
arguments:
  safety: {premises: [cracks, unsafe , cracks], supports: rebuild}
lint: {ignore: [{rule: CW301, at: cracks, reason: R.}]}
"""


def changed(*edits: Edit, text: str = BRIDGE) -> str:
    """Apply edits and give what was taken out and put in, line by line."""
    before, after = text.splitlines(), apply_edits(text, "yaml", edits).splitlines()
    return "\n".join(line for line in difflib.ndiff(before, after) if line[:1] in "+-")


def of_safety(premises: str, more: str = "") -> str:
    """Give what is said of the line of the argument `safety` when it has these premises, and more behind its target."""
    before = "-   safety: {premises: [cracks, unsafe , cracks], supports: rebuild}"
    return f"{before}\n+   safety: {{premises: [{premises}], supports: rebuild{more}}}"


CRACKS = "text: The girder is cracked.|cites:|  - source: survey   # beside|    locator: p. 4|  - {source: gauge}"
CASES: list[tuple[tuple[Edit, ...], str]] = [
    ((Replace(("thesis",), "012"),), '- thesis: rebuild\n+ thesis: "012"'),
    (
        (Replace(("title",), "The bridge"),),
        '- title:  "Bridge"     # odd spacing stays\n+ title:  "The bridge"     # odd spacing stays',
    ),
    ((Rename(("claims", "cracks"), "true"),), '-   cracks:\n+   "true":'),
    (
        (Rename(("claims", "cracks", "cites", 0, "source"), "x-a"),),
        "-       - source: survey   # beside\n+       - x-a: survey   # beside",
    ),
    # entries on lines of their own
    ((Remove(("sources", "gauge")),), "-   gauge: {title: Levels}"),
    ((Remove(("sources", "survey")),), "-   survey: {title: Survey}   # the first"),
    ((Remove(("sources", "times")),), "-   times: {title: Times}"),
    (
        (Remove(("claims", "cracks")),),
        "\n".join(["-   cracks:", *(f"-     {line}" for line in (CRACKS + "|# at the foot of cracks").split("|"))]),
    ),
    (
        (Remove(("claims", "cracks", "cites", 0, "source")),),
        "-       - source: survey   # beside\n-         locator: p. 4\n+       - locator: p. 4",
    ),
    ((Remove(("claims", "cracks", "cites", 1)),), "-       - {source: gauge}"),
    # entries in brackets
    ((Remove(("arguments", "safety", "premises", 0)),), of_safety("unsafe , cracks")),
    ((Remove(("arguments", "safety", "premises", 2)),), of_safety("cracks, unsafe")),
    (
        (Remove(("arguments", "safety", "premises", 0)), Remove(("arguments", "safety", "premises", 2))),
        of_safety("unsafe"),
    ),
    # what would be left empty goes, unless a map needs it
    ((Remove(("lint", "ignore", 0)),), "- lint: {ignore: [{rule: CW301, at: cracks, reason: R.}]}"),
    (tuple(Remove(("arguments", "safety", "premises", number)) for number in range(3)), of_safety("")),
    # new entries
    ((Insert(("claims", "new"), "A new one.", "rebuild"),), "+   new: A new one."),
    ((Insert(("claims", "new"), {"text": "N.", "tags": ["a"]}, ""),), "+   new: {text: N., tags: [a]}"),
    ((Insert(("claims", "new"), "N."),), "+   new: N."),
    ((Insert(("claims", "cracks", "cites", 1), {"source": "times"}),), "+       - {source: times}"),
    ((Insert(("arguments", "safety", "title"), "Safety"),), of_safety("cracks, unsafe , cracks", ", title: Safety")),
    ((Insert(("arguments", "safety", "premises", 0), "b"),), of_safety("b, cracks, unsafe , cracks")),
    ((Insert(("positions", "mayor"), {"name": "M."}),), "+ positions:\n+   mayor: {name: M.}"),
]


@pytest.mark.parametrize(("edits", "lines"), CASES, ids=[str(edits) for edits, _ in CASES])
def test_an_edit_changes_its_own_lines_and_no_others(edits: tuple[Edit, ...], lines: str) -> None:
    assert changed(*edits) == lines


def test_a_new_section_stands_where_the_models_have_it() -> None:
    text = "argmap: 1\ntitle: T\nthesis: a\nclaims: {a: A.}\n"
    source = Insert(("sources", "s"), {"title": "S"})
    assert apply_edits(text, "yaml", [source]) == (
        "argmap: 1\ntitle: T\nthesis: a\nsources:\n  s: {title: S}\nclaims: {a: A.}\n"
    )
    data = read_json(apply_edits('{"argmap": 1, "claims": {}}', "json", [source])).data
    assert list(data) == ["argmap", "sources", "claims"]


@pytest.mark.parametrize(
    ("text", "edit", "result"),
    [
        ('{"a": [1, 2, 3]}', Remove(("a", 1)), '{"a": [1, 3]}'),
        ('{"a": [1, 2, 3]}', Remove(("a", 2)), '{"a": [1, 2]}'),
        ('{"a": {"b": 1}, "c": 2}', Remove(("a", "b")), '{"c": 2}'),
        ('{"a": 1}', Insert(("b",), [1]), '{"a": 1, "b": [1]}'),
        ('{\n\t"a": 1\n}', Insert(("b",), [1]), '{\n\t"a": 1,\n\t"b": [\n\t  1\n\t]\n}'),
        ('{"a": [ ]}', Insert(("a", 0), "é"), '{"a": ["é"]}'),
        ('{"a": 1}', Rename(("a",), 'b"c'), '{"b\\"c": 1}'),
        ('{"a" : {"b":1 } }', Replace(("a", "b"), "x"), '{"a" : {"b":"x" } }'),
    ],
)
def test_edits_of_json_keep_its_layout(text: str, edit: Edit, result: str) -> None:
    assert apply_edits(text, "json", [edit]) == result


def test_an_entry_moves_from_one_text_to_another_with_its_comments() -> None:
    theirs = """\
claims:
    a: A.

    # ---- the cost
    b:       # beside b
        text: >-
            Folded
            text.
        # note: none
    c: C.
"""
    taken = excerpt(theirs, "yaml", ("claims", "b"))
    assert taken.value == {"text": "Folded text."}
    ours = "claims:\n  a: A.\n  d: D.\n"
    assert apply_edits(ours, "yaml", [Insert(("claims", "b"), taken, "a")]) == """\
claims:
  a: A.

  # ---- the cost
  b:       # beside b
      text: >-
          Folded
          text.
      # note: none
  d: D.
"""  # fmt: skip
    same = "claims:\n  a: A.\n  # ours\n  b: B. # ours\n"
    assert apply_edits(same, "yaml", [Replace(("claims", "b"), taken)]) == """\
claims:
  a: A.
  # ---- the cost
  b:       # beside b
      text: >-
          Folded
          text.
      # note: none
"""  # fmt: skip
    assert apply_edits(ours, "yaml", [Replace(("claims", "d"), taken)]) == (
        "claims:\n  a: A.\n  d: {text: Folded text.}\n"
    )
    flow = apply_edits("claims: {a: A.}\n", "yaml", [Insert(("claims", "b"), taken)])
    assert flow == "claims: {a: A., b: {text: Folded text.}}\n"
    assert read_json(apply_edits('{"claims": {}}', "json", [Insert(("claims", "b"), taken)])).data == {
        "claims": {"b": {"text": "Folded text."}}
    }


def test_what_an_alias_repeats_is_not_changed_by_half() -> None:
    text = "a: &x {b: 1}\nc: *x\n"
    assert apply_edits(text, "yaml", [Replace(("c",), 2)]) == "a: &x {b: 1}\nc: 2\n"
    with pytest.raises(UsageError, match="an alias"):
        apply_edits(text, "yaml", [Replace(("c", "b"), 2)])
    with pytest.raises(UsageError, match="an alias"):
        apply_edits(text, "yaml", [Remove(("a",))])


@pytest.mark.parametrize("edits", [[Remove(("x",))], [Replace(("title", "x"), 1)], [Insert(("claims", "n"), 1, "x")]])
def test_what_is_not_there_cannot_be_changed(edits: list[Edit]) -> None:
    with pytest.raises(LookupError):
        apply_edits(BRIDGE, "yaml", edits)
    with pytest.raises(LookupError):
        excerpt(BRIDGE, "yaml", ("claims", "nowhere"))


@pytest.mark.parametrize(("text", "spelling"), [("a: {t: [1], u: 2}\n", "yaml"), ('{"a": {"t": [1], "u": 2}}', "json")])
def test_an_entry_comes_behind_one_that_goes(text: str, spelling: str) -> None:
    """The two get into each other's way, and the list goes as nothing is left in it."""
    changed = apply_edits(text, spelling, [Remove(("a", "t", 0)), Insert(("a", "new"), 3, "t")])
    assert changed == text.replace("t: [1]", "new: 3").replace('"t": [1]', '"new": 3')


def test_edits_within_each_other_are_refused() -> None:
    with pytest.raises(ValueError, match="within"):
        apply_edits(BRIDGE, "yaml", [Remove(("claims", "cracks")), Replace(("claims", "cracks", "text"), "T.")])
    renamed: list[Edit] = [Rename(("claims", "cracks"), "gaps"), Replace(("claims", "cracks", "text"), "T.")]
    assert "  gaps:\n    text: T.\n" in apply_edits(BRIDGE, "yaml", renamed)


@pytest.mark.parametrize("header", ["|+", ">+", "|2+", "|+2  # all + of it"])
@pytest.mark.parametrize("tail", ["\n", "\n\n\n"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_an_entry_comes_behind_blank_lines_that_a_text_keeps(header: str, tail: str, line_end: str) -> None:
    text = f"claims:\n  a: {header}\n    One.{tail}arguments:\n  x:\n    note: {header}\n      Two.{tail}"
    text = text.replace("\n", line_end)
    edits = [Insert(("claims", "b"), "Three.", "a"), Insert(("arguments", "y"), {"note": "Four."}, "x")]
    changed = apply_edits(text, "yaml", edits)
    wanted = copy.deepcopy(read_yaml(text).data)
    wanted["claims"]["b"] = "Three."
    wanted["arguments"]["y"] = {"note": "Four."}
    assert read_yaml(changed).data == wanted
    assert [line for line in changed.splitlines() if line in text.splitlines()] == text.splitlines()

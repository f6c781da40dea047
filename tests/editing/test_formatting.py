"""The canonical form: same meaning, same comments, and nothing left to do the second time."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater import revise
from coldwater.editing.formatting import canonical
from coldwater.editing.order import Order
from coldwater.editing.pieces import Pieces
from coldwater.errors import DefectError
from coldwater.formats.native import document as native
from coldwater.formats.native.json_text import read_json
from coldwater.formats.native.yaml_commented import comments_of, read_commented
from coldwater.formats.native.yaml_text import read_yaml
from strategies import graphs, json_text, maps, yaml_text
from work import assert_grows_evenly, ends

from .commented import Writer, marks

seeds = st.integers(0, 10**9).map(Random)


def formatted(text: str, spelling: str = "yaml") -> str:
    """Give a text in canonical form, and see that it was readable; put together from its pieces it is the same."""
    reading = native.read(text, spelling)
    assert reading.spots == []
    assert reading.map is not None
    found = canonical(text, spelling, reading.map)
    if spelling == "yaml":
        assert Pieces().canonical(text, Order(reading.map)) in (None, found)
    return found


def strictly(data: Any) -> str:
    """Give data as a text in which 1, 1.0 and true differ and the order of keys does not count."""
    return json.dumps(data, sort_keys=True)


@given(st.one_of(maps, graphs()), seeds)
def test_yaml_means_the_same_afterwards_and_is_in_canonical_form(data: dict[str, Any], random: Any) -> None:
    text = yaml_text(data, random)
    once = formatted(text)
    assert strictly(read_yaml(once).data) == strictly(read_yaml(text).data) == strictly(data)
    assert Counter(comments_of(read_commented(once))) == Counter(comments_of(read_commented(text)))
    assert formatted(once) == once


@given(st.one_of(maps, graphs()), seeds)
def test_no_comment_is_lost_wherever_it_stands(data: dict[str, Any], random: Any) -> None:
    text = Writer(random).write(data)
    assert strictly(read_yaml(text).data) == strictly(data), "the test writes what it means"
    once = formatted(text)
    assert strictly(read_yaml(once).data) == strictly(data)
    assert Counter(marks(once)) == Counter(marks(text))
    assert formatted(once) == once


@given(st.one_of(maps, graphs()), seeds)
def test_json_means_the_same_afterwards_and_is_in_canonical_form(data: dict[str, Any], random: Any) -> None:
    text = json_text(data, random)
    once = formatted(text, "json")
    assert strictly(read_json(once).data) == strictly(data)
    assert formatted(once, "json") == once


# --- what the canonical form looks like ---------------------------------------------------------------------------

HEAD = "argmap: 1\ntitle: T\nthesis: a\n"


def body(text: str) -> str:
    """Format what follows the head of a map about the claim `a`, and give what follows it then."""
    once = formatted(HEAD + text)
    assert once.startswith(HEAD)
    assert formatted(once) == once
    return once.removeprefix(HEAD)


def test_fields_stand_in_the_order_of_the_models_and_those_of_ones_own_at_the_end() -> None:
    text = """\
x-mine: 1
thesis: a
claims:
  a: {x-b: 2, note: N., text: A., kind: fact}
title: T
argmap: 1
arguments:
  s: {supports: a, cites: [{locator: p. 4, source: z}], premises: [a], title: S}
"""
    assert formatted(text) == """\
argmap: 1
title: T
thesis: a
claims:
  a: {text: A., kind: fact, note: N., x-b: 2}
arguments:
  s: {title: S, premises: [a], supports: a, cites: [{source: z, locator: p. 4}]}
x-mine: 1
"""  # fmt: skip


def test_claims_stand_as_the_arguments_bring_them_up_and_arguments_as_they_are_read_from_the_thesis_down() -> None:
    text = """\
claims:
  unconnected: U.
  e: E.
  d: D.
  c: C.
  b: B.
  a: A.
arguments:
  attacker: {premises: [e], attacks: a}
  below: {premises: [d], supports: b}
  above: {premises: [b, c], supports: a}
"""
    assert body(text) == """\
claims:
  a: A.
  b: B.
  c: C.
  d: D.
  e: E.
  unconnected: U.
arguments:
  above: {premises: [b, c], supports: a}
  below: {premises: [d], supports: b}
  attacker: {premises: [e], attacks: a}
"""  # fmt: skip


def test_ids_stay_in_their_groups_and_under_their_headings() -> None:
    text = """\
claims:
  # ---- con, which comes first here
  e: E.
  d: D.
  c: C.

  b: B.
  # about a alone
  a: A.

  # a remark by itself

  f: F.
arguments:
  above: {premises: [b, c, d, e, f], supports: a}
"""
    assert body(text) == """\
claims:
  # ---- con, which comes first here
  e: E.
  c: C.
  d: D.

  b: B.
  # about a alone
  a: A.

  # a remark by itself

  f: F.
arguments:
  above: {premises: [b, c, d, e, f], supports: a}
"""  # fmt: skip


def test_a_blank_line_stays_where_it_is_when_the_entry_below_it_moves() -> None:
    text = "claims:\n  a: A.\n\n  c: C.\n  b: B.\narguments:\n  s: {premises: [b, c], supports: a}\n"
    assert body(text).startswith("claims:\n  a: A.\n\n  b: B.\n  c: C.\narguments:")


def test_sources_and_positions_stay_as_they_are() -> None:
    text = """\
sources:
  z: {title: Z}
  b: {title: B}
claims:
  a: {text: A., cites: [{source: b}, {source: z}]}
positions:
  z: {name: Z, accepts: [a]}
  b: {name: B, accepts: [a]}
"""
    assert body(text) == text


COMMENTS = """\
# the schema of the editor

# about the version
argmap: 1   # version
title: T    # the question
# above the thesis
thesis: a
claims:     # all of them
  # the thesis
  a: A.     # beside a

  # the premises
  b:        # beside the key
    # above the text
    text: B.        # beside the text
    # kind: fact
  c:
    text: >-        # beside the header
      C.
    cites:
      - source: z   # beside the source
        # above the locator
        locator: p. 4
      # at the foot of the citations
    # at the foot of c
  # at the foot of the claims
arguments:
  s:
    premises:
      - b           # because
      # and
      - c
    supports: a
# at the end
"""


def test_comments_stay_where_they_belong() -> None:
    once = formatted(COMMENTS)
    assert once == COMMENTS.replace(">-        # beside the header\n      C.", "C.        # beside the header")


def test_comments_in_brackets_open_them() -> None:
    text = """\
claims:
  a: A.
  b: {text: B.,   # so they say
      # as everybody knows
      kind: fact
      # implicit: true
     }            # beside b
arguments:
  s: {premises: [a,   # first
                 b], supports: a}
"""
    assert body(text) == """\
claims:
  a: A.
  b:  # beside b
    text: B.  # so they say
    # as everybody knows
    kind: fact
    # implicit: true
arguments:
  s:
    premises:
      - a  # first
      - b
    supports: a
"""  # fmt: skip


def test_a_comment_in_lists_of_lists_stands_above_the_first_dash() -> None:
    text = """\
claims: {a: A.}
x-a: [[{b: c # so
       }]]
"""
    assert (
        body(text)
        == """\
claims:
  a: A.
x-a:
  - - b: c  # so
"""
    )
    assert (
        body(text.replace("[[{", "[[{ # why\n"))
        == """\
claims:
  a: A.
x-a:
  # why
  - - b: c  # so
"""
    )


def test_what_is_in_brackets_stays_on_one_line_while_it_fits_and_what_is_not_stays_open() -> None:
    cites = [f"{{source: z{number}, locator: page {number}}}" for number in range(5)]
    text = f"""\
claims:
  a:
    text: A.
  b: {{
    text: B.,
    kind: fact }}
  c: {{text: {"C" * 90}, kind: fact, implicit: true}}
  d: {{text: D., cites: [{", ".join(cites)}]}}
arguments:
  s: {{premises: [b, c, d], supports: a}}
"""
    assert (
        body(text)
        == f"""\
claims:
  a:
    text: A.
  b: {{text: B., kind: fact}}
  c:
    text: {"C" * 90}
    kind: fact
    implicit: true
  d:
    text: D.
    cites:
      - {cites[0]}
      - {cites[1]}
      - {cites[2]}
      - {cites[3]}
      - {cites[4]}
arguments:
  s: {{premises: [b, c, d], supports: a}}
"""
    )


def test_a_long_list_of_ids_is_wrapped_in_its_brackets() -> None:
    ids = [f"claim-{number}" for number in range(30)]
    once = body(f"claims: {{a: A.}}\npositions:\n  m: {{name: M, accepts: [{', '.join(ids)}]}}\n")
    assert (
        once
        == """\
claims:
  a: A.
positions:
  m:
    name: M
    accepts:
      [claim-0, claim-1, claim-2, claim-3, claim-4, claim-5, claim-6, claim-7, claim-8, claim-9, claim-10, claim-11,
       claim-12, claim-13, claim-14, claim-15, claim-16, claim-17, claim-18, claim-19, claim-20, claim-21, claim-22,
       claim-23, claim-24, claim-25, claim-26, claim-27, claim-28, claim-29]
"""
    )


LONG = "Forecasts bear on the policy only through a further claim, which is spelled out and is then marked as unstated."


@pytest.mark.parametrize(
    ("written", "canonical_form"),
    [
        ('"quoted: where it must be"', '"quoted: where it must be"'),
        ("'not where it need not'", "not where it need not"),
        ("over\n    two lines", "over two lines"),
        (">-\n    short", "short"),
        (f"{LONG} {LONG}", f">-\n    {LONG}\n    {LONG}"),
        (f'"{LONG}: {LONG}"', f">-\n    {LONG}:\n    {LONG}"),
        (">-\n    broken by hand\n    at the end of a thought", ">-\n    broken by hand\n    at the end of a thought"),
        ('"two\\nlines"', "|-\n    two\n    lines"),
        (f"|\n    {LONG} {LONG}\n    and more", f"|\n    {LONG} {LONG}\n    and more"),
        ('"\\u00adhidden \\u202e"', '"\\u00adhidden \\u202e"'),
    ],
)
def test_texts_are_spelt_as_short_as_they_can_be(written: str, canonical_form: str) -> None:
    assert body(f"claims:\n  a: {written}\n") == f"claims:\n  a: {canonical_form}\n"


def test_quotes_stand_on_words_that_other_readers_take_for_true_or_false() -> None:
    text = 'claims:\n  a: A.\n  "no": B.\n  "yes": C.\narguments:\n  s: {premises: ["no", "yes"], supports: a}\n'
    assert body(text) == body(text.replace('"', "")) == text


def test_an_anchor_that_nothing_repeats_is_not_read_as_part_of_the_text() -> None:
    for spelt in ('"It is so."', "'It is so.'", "|-\n    It is so."):
        text = f"argmap: 1\ntitle: T\nthesis: a\nclaims:\n  a: &x {spelt}\n"
        once = formatted(text)
        assert once.endswith('a: &x "It is so."\n')
        assert formatted(once) == once


def test_a_text_that_would_be_read_otherwise_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coldwater.formats.native.yaml_writing.quoted", lambda text, _: text)
    with pytest.raises(DefectError, match="could be taken for something else"):
        formatted('argmap: 1\ntitle: T\nthesis: a\nclaims:\n  a: &x "It is so."\n')


def test_anchors_stay_and_stand_before_their_aliases() -> None:
    text = """\
arguments:
  s: {premises: [b], supports: a, cites: &survey [{source: z}]}
claims:
  a: {text: A., cites: *survey}
  b: &text B.
x-note: *text
x-list: &list [1, 2]
x-lists: [*list, *list]
"""
    assert (
        body(text)
        == """\
claims:
  a: {text: A., cites: &survey [{source: z}]}
  b: &text B.
arguments:
  s: {premises: [b], supports: a, cites: *survey}
x-note: *text
x-list: &list [1, 2]
x-lists: [*list, *list]
"""
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("spelling", ["yaml", "json"])
def test_lines_end_as_they_did(end: str, spelling: str) -> None:
    text = (
        HEAD + "claims: {a: A.}\n"
        if spelling == "yaml"
        else '{"argmap": 1, "title": "T",\n"thesis": "a", "claims": {}}'
    )
    once = formatted(text.replace("\n", end), spelling)
    assert set(re.findall("\r\n?|\n", once)) == {end}


def test_a_key_too_long_for_the_reader_is_marked_as_one() -> None:
    slot = "s" * 2_000
    text = f"claims: {{a: A.}}\narguments:\n  s: {{premises: [a], supports: a, roles: {{? {slot} : a}}}}\n"
    assert f"    roles:\n      ? {slot}\n      : a\n" in body(text)


def test_json_has_one_entry_on_a_line_and_nothing_hidden() -> None:
    text = '{"title": "T\u202e", "argmap": 1,\n "thesis": "a", "claims": {"b": "B.", "a": "é"}}'
    assert (
        formatted(text, "json")
        == """\
{
  "argmap": 1,
  "title": "T\\u202e",
  "thesis": "a",
  "claims": {
    "a": "é",
    "b": "B."
  }
}
"""
    )


def test_what_would_change_the_meaning_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coldwater.editing.formatting.write_tree", lambda *_: HEAD + "claims: {a: B.}\n")
    with pytest.raises(DefectError, match="would not mean the same"):
        formatted(HEAD + "claims: {a: A.}\n")
    monkeypatch.setattr("coldwater.editing.formatting.write_tree", lambda *_: HEAD + "claims: {a: A.}\n")
    with pytest.raises(DefectError, match="a comment would have been lost"):
        formatted(HEAD + "claims: {a: A.} # so\n")


def test_thousands_of_claims_are_formatted_in_a_moment() -> None:
    def formatting(number: int) -> Callable[[], object]:
        claims = "".join(
            f"  c{i}:\n    text: Claim number {i} holds.\n    kind: fact\n    cites: [{{source: s, locator: p. {i}}}]\n"
            for i in range(number)
        )
        data = f"{HEAD}claims:\n  a: A.\n{claims}".encode()
        return lambda: found.append(revise.format("a.yaml", data=data).is_needed)

    found: list[bool] = []
    assert_grows_evenly(formatting, 100)
    with ends():
        formatting(3_000)()
    assert found == [False] * 4


def test_the_bundled_map_keeps_its_sections_and_gets_no_line_that_is_too_long() -> None:
    path = Path(__file__).parents[2] / "arguments" / "china-russia-alliance.argmap.yaml"
    text = path.read_text(encoding="utf-8")
    once = formatted(text)
    headings = [line for line in text.splitlines() if line.lstrip().startswith("# ----")]
    assert [line for line in once.splitlines() if line.lstrip().startswith("# ----")] == headings
    assert max(map(len, once.splitlines())) <= 120
    for heading in headings:
        assert _group(once, heading) == _group(text, heading)


def _group(text: str, heading: str) -> set[str]:
    """Give the ids below each heading of this name, up to the next blank line."""
    blocks = [block for block in text.split("\n\n") if heading in block.splitlines()]
    return {line for block in blocks for line in block.splitlines() if re.match(r"  [a-z0-9-]+:$", line)}

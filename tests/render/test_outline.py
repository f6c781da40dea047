"""The outline for the terminal."""

from __future__ import annotations

import re

import pytest

from coldwater.model import from_accepted_data
from coldwater.render import outline
from coldwater.rows import display_width
from render.drawing_samples import BRIDGE, all_samples, attacks, make_map, supports, tongues, twisted


def test_the_bridge() -> None:
    assert (
        outline(from_accepted_data(BRIDGE), 52, colour=False)
        == """\
Should the bridge be rebuilt?

The town should rebuild the bridge. [rebuild]
  + Unsafe girder [safety]
    ┌ The main girder is cracked. [cracks]
    └ A bridge with a cracked main girder is unsafe.
      [unsafe; unstated]
  − attacks [money]
    • Rebuilding costs three yearly budgets.
      [costly]
    × undercuts [funded]
      • The state pays four fifths of the cost.
        [grant]
"""
    )


def test_brackets_go_on_past_what_hangs_between_linked_premises() -> None:
    claims = {"t": "T.", "a": "A.", "b": "B.", "c": "C."}
    map_ = make_map(claims, {"x": supports("t", "a", "b"), "y": attacks("a", "c", title="Why")}, title="Map")
    assert (
        outline(map_, 40, colour=False)
        == """\
Map

T. [t]
  + supports [x]
    ┌ A. [a]
    │ − Why [y]
    │   • C. [c]
    └ B. [b]
"""
    )


def test_repeats_refer_and_orphans_come_last() -> None:
    text = outline(twisted(), 70, colour=False)
    before, after = text.split("Not connected with the thesis\n")
    assert "Demand for sugar does not react to prices. [d; see above]" in before
    assert "Taxes on sugar should rise. [t; see above]" in before
    assert "missing: nowhere" in before
    assert "Honey" in after
    assert "Honey" not in before


def test_without_a_thesis_the_outline_says_so() -> None:
    text = outline(make_map({"a": "A claim."}, thesis="gone"), 60, colour=False)
    assert "no claim has the id gone" in text
    assert "A claim. [a]" in text


@pytest.mark.parametrize("name", all_samples())
@pytest.mark.parametrize("width", [24, 60, 200])
def test_no_row_is_wider_than_the_terminal_and_everything_is_there(name: str, width: int) -> None:
    map_ = all_samples()[name]
    rows = outline(map_, width, colour=False).splitlines()
    assert max(display_width(row) for row in rows) <= width
    whole = "".join(re.sub(r"^[ │┌├└•]+", "", row) for row in rows).replace(" ", "")
    assert all(claim.text.replace(" ", "") in whole for claim in map_.claims.values())


def test_wide_characters_take_two_columns() -> None:
    assert max(display_width(row) for row in outline(tongues(), 30, colour=False).splitlines()) <= 30


def test_colour_changes_nothing_but_colour() -> None:
    map_ = twisted()
    plain, coloured = outline(map_, 60, colour=False), outline(map_, 60, colour=True)
    assert "\x1b" not in plain
    stripped = re.sub(r"\x1b\[[0-9]+m", "", coloured)
    assert [row.rstrip() for row in stripped.splitlines()] == plain.splitlines()


@pytest.mark.parametrize("bad", ["\x1b]0;owned\x07", "\x9b31m", "\r\x1b[2K", "\x08\x08", "\u202egnp.exe", "a\x00b\nc"])
def test_nothing_in_a_map_drives_the_terminal(bad: str) -> None:
    fields = {"title": bad, "thesis": "t"}
    claims = {"t": f"T{bad}", "a": {"text": bad, "implicit": True}}
    map_ = make_map(claims, {"x": supports("t", "a", title=bad)}, **fields)
    text = outline(map_, 60, colour=False)
    assert all(character == "\n" or character.isprintable() for character in text)


def test_a_chain_of_thousands_is_no_problem() -> None:
    claims = {f"c{n}": f"Claim {n}." for n in range(5000)}
    text = outline(make_map(claims, {f"a{n}": supports(f"c{n}", f"c{n + 1}") for n in range(4999)}), 60, colour=True)
    assert "Claim 4999." in text

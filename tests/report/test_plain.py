"""Findings for people: on one line, or with a code frame in which the place is underlined."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coldwater.findings import Finding, Place
from coldwater.printable import printable
from coldwater.report import FORMATS, report
from coldwater.rows import display_width

#: What a terminal would act on: everything below a blank but the line end, DEL, C1 controls, changes of direction.
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
PATH = "a.argmap.yaml"


def finding(place: Place, message: str = "This is wrong.", path: str = PATH, severity: str = "error") -> Finding:
    return Finding("CW003", "schema", severity, path, *place, "an-id", message)  # type: ignore[arg-type]


def frame(text: str, place: Place) -> list[str]:
    """Give the lines of the frame that is shown for a place in a text: the gutter, the line, the underline."""
    lines = report([finding(place)], "full", {PATH: text}, 1).split("\n")
    assert lines[0] == "error[CW003] schema: This is wrong."
    assert lines[1] == f"  --> {PATH}:{place.line}:{place.column}"
    return lines[2 : lines.index("", 2)]


def underlined(shown: list[str]) -> str:
    """Give what stands above the underline, counted in columns of a terminal."""
    _, line, marks = shown
    start, end = marks.index("^"), len(marks)
    assert set(marks[start:]) == {"^"}
    columns = "".join((character + "\0")[: display_width(character)] for character in line)
    return columns[start:end].replace("\0", "")


def test_a_frame_shows_the_line_and_underlines_the_place() -> None:
    assert frame("argmap: 1\nsuports: a\n", Place(2, 1, 2, 8)) == [
        "   |",
        " 2 | suports: a",
        "   | ^^^^^^^",
    ]


def test_the_gutter_is_as_wide_as_the_number() -> None:
    assert frame("\n" * 99 + "ab", Place(100, 2, 100, 3)) == ["     |", " 100 | ab", "     |  ^"]


@pytest.mark.parametrize(
    ("line", "start", "end", "expected"),
    [
        ("text: 桥梁有裂缝, knid: x", 14, 18, "knid"),
        ("text: 桥梁有裂缝", 7, 9, "桥梁"),
        ("\tknid: x", 2, 6, "knid"),
        ("a:\t\tb", 5, 6, "b"),
        ("cafe\u0301: knid", 8, 12, "knid"),
        ("\U0001f469\u200d\U0001f680 x", 5, 6, "x"),
        ("ｆｕｌｌ x", 6, 7, "x"),
        ("a\x1b[31mb knid", 9, 13, "knid"),
        ("a\x00\x9b\x7fb", 5, 6, "b"),
        ("a\u202eb knid", 5, 9, "knid"),
        ("tail: x", 1, 99, "tail: x"),
    ],
)
def test_the_place_is_underlined_after_characters_of_any_width(line: str, start: int, end: int, expected: str) -> None:
    assert underlined(frame(line, Place(1, start, 1, end))) == expected


def test_a_place_over_several_lines_is_underlined_to_the_end_of_the_first() -> None:
    assert underlined(frame("a:\n  b: 1\n  c: 2\n", Place(2, 3, 3, 7))) == "b: 1"


def test_a_place_without_width_gets_one_mark() -> None:
    assert frame("title:", Place(1, 7, 1, 7))[2] == "   |       ^"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_they_like(end: str) -> None:
    assert frame(f"one{end}two{end}three", Place(2, 1, 2, 4)) == ["   |", " 2 | two", "   | ^^^"]


@pytest.mark.parametrize("at", [0, 30, 5000, 9996])
def test_of_a_long_line_the_part_around_the_place_is_shown(at: int) -> None:
    line = "桥" * at + "knid" + "x" * (9996 - at)
    shown = frame(line, Place(1, at + 1, 1, at + 5))
    assert underlined(shown) == "knid"
    assert len(shown[1]) < 130
    assert ("…" in shown[1].split("knid")[0]) == (at > 40)
    assert shown[1].endswith("…") == (at < 9000)


def test_a_long_place_is_underlined_as_far_as_it_is_shown() -> None:
    shown = frame("x" * 10_000_000, Place(1, 101, 1, 10_000_001))
    assert len(shown[1]) < 130
    assert underlined(shown).strip("…") == "x" * len(underlined(shown).strip("…"))
    assert len(underlined(shown)) > 50


@pytest.mark.parametrize("place", [Place(1, 1, 1, 1), Place(3, 1, 3, 2), Place(99, 1, 99, 2)])
def test_where_there_is_nothing_to_show_there_is_no_frame(place: Place) -> None:
    assert frame("\n \n", place) == []


@given(st.text(max_size=200), st.data())
def test_marks_stand_below_the_line_whatever_is_in_it(line: str, data: st.DataObject) -> None:
    line = line.replace("\n", " ").replace("\r", " ") + "x"
    start = data.draw(st.integers(1, len(line)))
    end = data.draw(st.integers(start, len(line) + 1))
    _, shown, marks = frame(line, Place(1, start, 1, end))
    assert marks.index("^") < display_width(shown) + 1
    assert len(marks) <= display_width(shown) + 1


@given(st.text(), st.text(), st.text(min_size=1), st.sampled_from(FORMATS))
@example("\x1b[31m\x7f", "\x9b2J\n", "\x07\u202e\x85\x7f", "full")
@example("\x1b[31m\x7f", "\x9b2J\n", "\x07\u202e\x85\x7f", "concise")
@example("\x1b[31m\x7f", "\x9b2J\n", "\x07\u202e\x85\x7f", "json")
@example("\x1b[31m\x7f", "\x9b2J\n", "\x07\u202e\x85\x7f", "github")
@example("\x1b[31m\x7f", "\x9b2J\n", "\x07\u202e\x85\x7f", "junit")
@example("\x1b[31m\x7f", "\x9b2J\n", "\x07\u202e\x85\x7f", "markdown")
def test_nothing_that_a_terminal_would_act_on_comes_out_raw(message: str, path: str, text: str, format_: str) -> None:
    line = text.replace("\r", "\n").split("\n")[0]
    found = [finding(Place(1, 1, 1, len(line) + 1), message, path), finding(Place(1, 1, 9, 1), message, path)]
    shown = report(found, format_, {path: text}, 1)
    assert RAW.search(shown) is None
    assert format_ not in ("full", "concise", "jsonl", "github") or shown.count("\n") <= 13


# --- one line each ----------------------------------------------------------------------------------------------


def test_concise_gives_one_line_a_finding_and_a_summary() -> None:
    found = [finding(Place(2, 1, 2, 8)), finding(Place(7, 3, 7, 4), "Hm.\nTwo lines.", severity="warning")]
    assert report(found, "concise", {}, 3).split("\n") == [
        "a.argmap.yaml:2:1: error: CW003 schema: This is wrong.",
        "a.argmap.yaml:7:3: warning: CW003 schema: Hm. Two lines.",
        "3 maps checked: 1 error, 1 warning",
        "",
    ]


@pytest.mark.parametrize("format_", ["full", "concise"])
def test_without_findings_there_is_a_summary_only(format_: str) -> None:
    assert report([], format_, {}, 1) == "1 map checked: no findings\n"


def test_the_summary_counts_by_severity() -> None:
    found = [finding(Place(1, 1, 1, 1), severity=severity) for severity in ["info"] * 1200 + ["error"] * 2]
    assert report(found, "concise", {}, 1).endswith("1 map checked: 2 errors, 1,200 infos\n")


def test_colour_is_for_terminals_only_and_changes_no_word() -> None:
    found = [finding(Place(1, 1, 1, 3))]
    plain, coloured = (report(found, "full", {PATH: "ab: 1"}, 1, colour) for colour in (False, True))
    assert "\x1b" not in plain
    assert coloured.count("\x1b[31m") == 2
    assert re.sub("\x1b\\[[0-9]*m", "", coloured) == plain


@given(st.text())
def test_what_is_printable_stays_so_and_is_on_one_line(text: str) -> None:
    shown = printable(text)
    assert printable(shown) == shown
    assert len(shown.splitlines()) <= 1
    assert RAW.search(shown) is None

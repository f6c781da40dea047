"""Text in rows: nothing is lost, no row is too long, and blanks within a row stay."""

from __future__ import annotations

import pytest

from coldwater.rows import display_width, folded


@pytest.mark.parametrize("text", ["", "a", "one two three", "x" * 50, "桥应该重建吗" * 9, "桥 应该 " * 9 + "y" * 20])
@pytest.mark.parametrize("room", [2, 5, 20])
def test_rows_hold_all_of_a_text_and_no_more_than_their_width(text: str, room: int) -> None:
    found = folded(text, room)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert all(display_width(row) <= room for row in found)


def test_blanks_within_a_row_stay_and_those_at_its_ends_go() -> None:
    assert folded("✓ for:     girder stands  today", 24) == ["✓ for:     girder stands", "today"]

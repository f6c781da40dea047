"""Where the quotes of a card stand in its passage."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coldwater.model.cards import pieces
from coldwater.model.models import Citation

PASSAGE = "In May we found\n that the “main” girder is cracked. Caf\u0065\u0301s closed – all of them."


def test_quotes_are_found_however_they_are_set() -> None:
    found = pieces(PASSAGE, ['found that the "main" girder', "caf".capitalize() + "\u00e9s closed - all"])
    assert "".join(piece for piece, _ in found) == PASSAGE
    assert [piece for piece, is_read in found if is_read] == [
        "found\n that the “main” girder",
        "Caf\u0065\u0301s closed – all",
    ]


def test_a_quote_stands_behind_the_one_before_where_it_can() -> None:
    found = pieces("so it is, so it is", ["so it is", "so"])
    assert found == (("so it is", True), (", ", False), ("so", True), (" it is", False))


def test_a_card_of_which_a_quote_is_not_found_is_not_parted() -> None:
    assert pieces(PASSAGE, ["In May", "in June"]) == ()


@given(st.text(max_size=80), st.data())
def test_the_pieces_together_are_the_passage(passage: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(passage)))
    end = data.draw(st.integers(start, len(passage)))
    found = pieces(passage, [passage[start:end]])
    assert "".join(piece for piece, _ in found) in (passage, "")


def test_what_is_read_out_is_the_quotes_or_the_whole_passage() -> None:
    assert Citation(source="s").read_out == ()
    assert Citation(source="s", passage="A b c.").read_out == ("A b c.",)
    assert Citation(source="s", passage="A b c.", quote="A").read_out == ("A",)
    assert Citation(source="s", passage="A b c.", quote="A", quotes=("b", "c")).read_out == ("A", "b", "c")
    # What is stressed inside a quote is not read twice.
    assert Citation(source="s", passage="A b c.", quote="b", quotes=("A b", "c")).read_out == ("A b", "c")

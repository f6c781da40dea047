"""A text after splices, and the way back to where each of its characters stood."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coldwater.edits import Splice
from coldwater.findings import Place
from coldwater.formats.native.splices import splice
from coldwater.formats.native.written.slip import Mended


@st.composite
def texts_and_splices(draw: st.DrawFn) -> tuple[str, list[Splice]]:
    """Give a text of unlike characters and splices in it that lie apart."""
    text = "".join(chr(0x4E00 + number) for number in range(draw(st.integers(0, 30))))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), unique=True, max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return text, [Splice(start, end, draw(st.text("xyz", max_size=4))) for start, end in pairs]


@given(texts_and_splices())
def test_a_character_that_stayed_is_found_where_it_was(case: tuple[str, list[Splice]]) -> None:
    text, splices = case
    mended = Mended(text, splices)
    assert mended.text == splice(text, splices)
    for offset, character in enumerate(mended.text):
        if character in text:
            assert text[mended.offset(offset)] == character
            assert mended.text[mended.after(mended.offset(offset))] == character
        else:
            assert any(one.start <= mended.offset(offset) <= one.end for one in splices)


def test_places_are_those_of_the_text_before() -> None:
    mended = Mended("a: 1\nb: No: 2\nc: x\n", [Splice(8, 8, '"'), Splice(13, 13, '"')])
    assert mended.text == 'a: 1\nb: "No: 2"\nc: x\n'
    assert mended.place(Place(2, 4, 2, 11)) == Place(2, 4, 2, 9)
    assert mended.place(Place(3, 4, 3, 5)) == Place(3, 4, 3, 5)

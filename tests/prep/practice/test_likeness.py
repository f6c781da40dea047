"""Which text is meant: whatever the endings, the case and the script; what shares nothing is not meant."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coldwater.prep.practice.likeness import TWINS, Likeness

TEXTS = [
    "The state pays four fifths of the cost.",
    "The main girder is cracked.",
    "Traffic over the bridge is falling.",
    "国家承担五分之四的费用。",
    "Мост можно починить дешевле.",
]


def test_other_words_for_a_text_are_found() -> None:
    likeness = Likeness(TEXTS)
    meant = [
        "most costs are paid by the State",
        "there are cracks in the girders",
        "国家承担费用",
        "починить мост дешевле",
    ]
    assert [likeness.meant(text, TEXTS) for text in meant] == [0, 1, 3, 4]
    assert likeness.meant("Nobody asked the neighbours.", TEXTS) is None
    assert likeness.meant("anything", []) is None


@given(st.lists(st.text(), min_size=1), st.text(), st.text())
def test_likeness_is_a_symmetric_share(corpus: list[str], one: str, other: str) -> None:
    likeness = Likeness(corpus)
    found = likeness.between(one, other)
    assert 0 <= found <= 1 + 1e-9
    assert abs(found - likeness.between(other, one)) < 1e-9
    assert likeness.between(one, one) > TWINS or not likeness.between(one, one)

"""Normal forms are Unicode's own, whatever the text, and take no more steps for marks out of order."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater.model import composed, normalizing
from coldwater.model.normalizing import is_mark, normalized
from coldwater.model.passages import normal_form

if TYPE_CHECKING:
    from collections.abc import Sequence

Form = Literal["NFC", "NFD", "NFKC", "NFKD"]
FORMS: Sequence[Form] = ("NFC", "NFD", "NFKC", "NFKD")


@cache
def marks() -> list[str]:
    """Give all marks there are."""
    return [one for one in map(chr, range(0x110000)) if is_mark("NFKC", one)]


#: Mostly marks, in runs of any length, with letters of every kind of decomposition between them.
TEXTS = st.lists(
    st.tuples(
        st.sampled_from(["", "e", "ö", "x", " ", "\uff76", "\uac00", "\u1100"]), st.integers(0, 200), st.randoms()
    ),
    max_size=4,
).map(lambda runs: "".join(letter + "".join(random.choices(marks(), k=count)) for letter, count, random in runs))


@pytest.mark.parametrize("form", FORMS)
@given(text=TEXTS)
def test_the_form_is_that_of_unicode(form: Form, text: str) -> None:
    assert normalized(form, text) == unicodedata.normalize(form, text)


@pytest.mark.parametrize("form", ["NFC", "NFKC"])
def test_a_mark_is_what_the_form_would_sort(form: Form) -> None:
    apart: Form = "NFKD" if "K" in form else "NFD"
    for one in map(chr, range(0x110000)):
        begins = unicodedata.normalize(apart, one)[0]
        assert is_mark(form, one) == (unicodedata.combining(begins) != 0)


@pytest.mark.parametrize("use", [composed, normal_form], ids=["ids", "passages"])
@pytest.mark.parametrize("marks", ["\u0301\u0323", "\u0f73\u0f71", "\u0344\u0328", "\uff9e\u0301"])
def test_no_long_run_out_of_order_is_left_to_the_library(
    use: object, marks: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library's steps grow by the square of what it finds out of order in one run: it is handed none."""
    handed: list[tuple[Form, str]] = []

    def watched(form: Form, text: str) -> str:
        handed.append((form, text))
        return unicodedata.normalize(form, text)

    monkeypatch.setattr(normalizing, "normalize", watched)
    assert callable(use)
    use("e" + marks * 160_000)
    assert max(_out_of_order(form, text) for form, text in handed if len(text) > 10) < 100


def _out_of_order(form: Form, text: str) -> int:
    """Count the marks of the text that must move, in the run that has most of them."""
    most = now = last = 0
    apart: Form = "NFKD" if "K" in form else "NFD"
    for one in text:
        class_ = unicodedata.combining(unicodedata.normalize(apart, one)[0])
        now = 0 if class_ == 0 else now + (class_ < last)
        most, last = max(most, now), class_
    return most

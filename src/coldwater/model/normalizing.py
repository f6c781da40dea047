"""Unicode's normal forms in time linear in the text. It knows characters only.

``unicodedata.normalize`` sorts the combining marks behind a letter one by one, so that a letter with 300,000 marks
takes minutes. No honest text has such a run, and whoever reads a stranger's file meets one. Long runs are sorted here
before they are handed over; the result is the same.
"""

from __future__ import annotations

from unicodedata import combining, normalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    Form = Literal["NFC", "NFD", "NFKC", "NFKD"]

#: Runs of at least twice so many marks are sorted here. The longest that any script needs has about ten.
_STEP = 32
#: Marks to the normal forms, though not by their class: what they stand for begins with a mark. The halfwidth ones of
#: Japanese stand for marks only in the forms of compatibility.
_DISGUISED = "\u0f73\u0f75\u0f81"
_DISGUISED_BY_WIDTH = "\uff9e\uff9f"


def normalized(form: Form, text: str) -> str:
    r"""Give a text in a normal form, exactly as ``unicodedata.normalize`` has it. Cost: linear in the text.

    >>> normalized("NFC", "cafe\u0301") == "caf\u00e9"
    True
    """
    pieces, done = [], 0
    for start, end in _long_runs(form, text):
        pieces += [text[done:start], _sorted(form, text[start:end])]
        done = end
    return normalize(form, "".join([*pieces, text[done:]]) if pieces else text)


def _long_runs(form: Form, text: str) -> Iterator[tuple[int, int]]:
    """Give where long runs of marks begin and end. Every such run has a mark at some multiple of the step."""
    end = 0
    for place in range(0, len(text), _STEP):
        if place >= end and is_mark(form, text[place]):
            start, floor = place, end
            while start > floor and is_mark(form, text[start - 1]):
                start -= 1
            end = place + 1
            while end < len(text) and is_mark(form, text[end]):
                end += 1
            if end - start > _STEP:
                yield start, end


def is_mark(form: Form, character: str) -> bool:
    """Tell whether a normal form sorts a character, or what it stands for, among the marks behind a letter."""
    is_disguised = character in _DISGUISED or ("K" in form and character in _DISGUISED_BY_WIDTH)
    return is_disguised or combining(character) != 0


def _sorted(form: Form, marks: str) -> str:
    """Give a run of marks taken apart and in their canonical order: by class, those of one class as they stand."""
    apart: Form = "NFKD" if "K" in form else "NFD"
    return "".join(sorted((one for mark in marks for one in normalize(apart, mark)), key=combining))

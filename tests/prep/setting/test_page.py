"""A page of material as text and as Markdown: nothing in a map gets out of its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from coldwater.prep.setting.markdown_form import page_markdown
from coldwater.prep.setting.page import Heading, Item, Line, Table, leading, tagged
from coldwater.prep.setting.paragraphs import Paragraphs
from coldwater.prep.setting.text_form import page_text
from coldwater.printable import printable
from strategies import texts

if TYPE_CHECKING:
    from coldwater.prep.setting.page import Part

PLAIN = Paragraphs(100, colour=False)
awkward = st.one_of(
    texts,
    st.sampled_from(
        ["1. one", "- x", "+ x", "=", "---", "# h", "> q", "a|b", "<b>", "a\n\n# b", "12) y", "`c", "@you"]
    ),
)


def test_a_page_as_text() -> None:
    page: list[Part] = [
        Heading(1, "Title"), Line("It is so.", "Verdict.", "t"), Heading(2, "Part", "a"), Heading(3, "Below"),
        Item("One", "Ask:", "b"), Item("Two", "", "", 1), Table(("Claim", "Where", "Words"), (("C", "p. 3", ""),)),
    ]  # fmt: skip
    assert page_text(page, PLAIN) == (
        "Title\n\n  Verdict. It is so. [t]\n\nPart [a]\n  Below\n  • Ask: One [b]\n    • Two\n  • C\n    Where: p. 3\n"
    )


def test_a_page_as_markdown() -> None:
    page: list[Part] = [
        Heading(1, "Title: a part"), Line("It is so.", "Verdict.", "t"), Heading(2, "Part", "a"),
        Item("One", "Ask:", "b"), Item("Two", "", "", 1), Item("", "No."), Table(("Claim", "Where"), (("C", "p. 3"),)),
    ]  # fmt: skip
    assert page_markdown(page) == (
        "# Title: a part\n\n**Verdict.** It is so. `t`\n\n## Part `a`\n\n- **Ask:** One `b`\n  - Two\n- **No.**\n\n"
        "| Claim | Where |\n|---|---|\n| C | p. 3 |\n"
    )


@given(st.lists(awkward.map(lambda text: text if printable(text).strip() else f"x{text}"), min_size=1, max_size=5))
def test_every_part_of_a_page_is_a_line_of_its_own_kind(found: list[str]) -> None:
    lines = page_markdown([Line(text) for text in found]).splitlines()
    assert [bool(line) for line in lines] == [bool(place % 2 == 0) for place in range(2 * len(found) - 1)]
    for line in lines:
        assert not line.startswith(("#", ">", "-", "+", "=", "|", "<b>", "1.", "12)", "```", "    "))
    items = page_markdown([Item(text) for text in found]).splitlines()
    assert len(items) == len(found)
    assert all(line.startswith("- ") or line == "-" for line in items)
    (_, _, *rows) = page_markdown([Table(("A", "B"), tuple((text, text) for text in found))]).splitlines()
    assert [len(re.findall(r"(?<!\\)\|", row)) for row in rows] == [3] * len(found)


@given(st.lists(awkward, max_size=5), st.integers(40, 120))
def test_text_keeps_to_its_width(found: list[str], width: int) -> None:
    set_ = page_text([Item(text, "Ask:", "id", 3) for text in found], Paragraphs(width, colour=False))
    assert "\x1b" not in set_
    assert set_.endswith("\n")


def test_the_rest_of_a_long_list_is_counted() -> None:
    items = [Item(str(number), depth=depth) for number in range(5) for depth in (0, 1)]
    kept = leading(items, 3)
    assert [item.text for item in kept if isinstance(item, Item)] == ["0", "0", "1", "1", "2", "2", "and 2 more"]
    assert leading(items, 5) == items


def test_a_tag_holds_what_says_something() -> None:
    assert tagged("a", "", "unstated") == "a; unstated"
    assert tagged("", "") == ""

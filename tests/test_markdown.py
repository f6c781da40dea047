"""Text set for Markdown shows as it is: the rendered words are the words, and nothing in them lives."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coldwater.markdown import begun, code, escaped, escaped_prose
from coldwater.printable import printable
from live_text import HOSTILE, Rendered, hostile_texts, raw_in, words
from strategies import texts
from work import examples

any_text = st.one_of(hostile_texts, texts)


def shown(text: str) -> str:
    return words(printable(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_the_words_survive_and_nothing_lives(text: str) -> None:
    page = Rendered(begun(escaped(text)))
    assert words(page.text) == shown(text)
    assert not page.alive
    assert page.tags <= {"p", "code"}


@given(any_text)
@example("a@b$`x`$@you``#1")
@example("$`x`$")
@settings(max_examples=examples(300), deadline=None)
def test_wherever_it_stands(text: str) -> None:
    made = escaped(words(printable(text)))
    assert "\n" not in made
    assert not raw_in(made)
    for markdown, tags in (
        (begun(made), {"p"}),
        (f"### {made}", {"h3"}),
        (f"- {begun(made)}", {"ul", "li", "p"}),
        (f"**Lead:** {made} `tag`", {"p", "strong"}),
        (f"| a | b |\n|---|---|\n| {made} | c |", {"table", "thead", "tbody", "tr", "th", "td"}),
    ):
        page = Rendered(markdown)
        assert not page.alive, markdown
        assert page.tags <= tags | {"code"}, markdown
        assert shown(text) in words(page.text), markdown


@given(any_text)
@settings(max_examples=examples(150), deadline=None)
def test_in_prose_backticks_make_code_of_what_is_between(text: str) -> None:
    page = Rendered(f"Since {escaped_prose(words(printable(text)))}:")
    assert not page.alive
    assert page.tags <= {"p", "code"}
    assert words(page.text).replace("`", "").replace(" ", "") == f"Since{shown(text)}:".replace("`", "").replace(
        " ", ""
    )


@given(any_text)
@settings(max_examples=examples(150), deadline=None)
def test_code_is_what_it_was(text: str) -> None:
    made = code(shown(text))
    for markdown in (f"x {made} y", f"| a | b |\n|---|---|\n| x {made} y | c |"):
        page = Rendered(markdown)
        assert not page.alive
        assert words(f"x {shown(text)} y") in words(page.text)


def test_plain_words_stay_as_readable_as_they_were() -> None:
    for text in (
        "The bridge (built 1963) is 40% cracked; who pays?", "snake_case, 3-4 and R&D: 10:30, “so”!", "Größe: 5 > 3 - 1"
    ):  # fmt: skip
        assert escaped(text) == text

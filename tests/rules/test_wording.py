"""CW401 to CW404: repetition, questions, commands, length, placeholders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Find


def wording(*texts: str, **fields: str) -> dict[str, object]:
    """Give the fields of a map whose claims c0, c1, … have these texts."""
    claims = {"t": "We should go.", **{f"c{i}": text for i, text in enumerate(texts)}}
    premises = [f"c{i}" for i in range(len(texts))]
    return {"claims": claims, "arguments": {"x": {"premises": premises, "supports": "t"}}, **fields}


@pytest.mark.parametrize(
    "texts",
    [
        ("It is late.", "it is  LATE"),
        ("It is late.", "It is late…"),
        ("It’s late – very.", "It's late - very."),
        ("Straße gesperrt.", "STRASSE GESPERRT"),
        ("天晚了。", "天晚了"),
        ("ﬁne weather", "fine weather"),
    ],
)
def test_the_same_words_are_a_repetition(find: Find, texts: tuple[str, str]) -> None:
    assert find("", **wording(*texts)) == ["CW401 c1"]


def test_other_words_are_none(find: Find) -> None:
    assert find("", **wording("It is late.", "It is not late.", "It is 9.5 miles.", "It is 95 miles.")) == []


def test_each_repetition_names_the_first(messages: Find) -> None:
    assert messages("", **wording("It is late.", "It is late", "it is late")) == [
        "`c1` says the same as `c0`; use one id for both",
        "`c2` says the same as `c0`; use one id for both",
    ]


@pytest.mark.parametrize(
    "text",
    ["Is it late?", "¿Es tarde?", "几点了？", "Ποιος ξέρει\u037e", "هل الوقت متأخر؟", "Go!", "走！", "Please go home.",
     "Let's go.", "Let’s go.", "let us go.", "Don't go.", "Do not go."],
)  # fmt: skip
def test_questions_and_commands_are_no_statements(find: Find, text: str) -> None:
    assert find("", **wording(text)) == ["CW402 c0"]


@pytest.mark.parametrize(
    "text",
    ["It is late.", "He asked: “Is it late?” and left.", "Letters arrive late.", "Pleasure counts; so does rest;"],
)
def test_statements_are_statements(find: Find, text: str) -> None:
    assert find("", **wording(text)) == []


def test_english_first_words_count_in_english_only(find: Find) -> None:
    assert find("", **wording("Let us go.", language="en-GB")) == ["CW402 c0"]
    assert find("", **wording("Let us nennt man das.", language="de")) == []


@pytest.mark.parametrize(
    ("text", "length"),
    [("a" * 241, 241), ("ä" * 241, 241), ("晚" * 121, 242), ("a\u0301" * 241, 241), ("a" * 240, None),
     ("晚" * 120, None), ("a\u0301" * 240, None)],
)  # fmt: skip
def test_long_claims_are_told_with_their_length(messages: Find, text: str, length: int | None) -> None:
    said = [f"`c0` is {length} characters long; split it, or say it in at most 240"] if length else []
    assert messages("", **wording(text)) == said


@pytest.mark.parametrize(
    "text",
    ["TODO", "todo.", "TODO: ask", "TODO (ask)", "[TBD]", "fixme", "XXX", "???", "...", "…", "-", "?",
     "Lorem ipsum dolor", "<placeholder>", "FIXME: is this so?", "To be written"],
)  # fmt: skip
def test_placeholders_are_found_and_no_more_is_said_of_them(find: Find, text: str) -> None:
    assert find("", **wording(text)) == ["CW404 c0"]


@pytest.mark.parametrize(
    "text", ["Todo cambia.", "TODOS LOS GATOS DUERMEN.", "Todo: the album was a success.", "χ", "1 + 1 = 2"]
)
def test_claims_are_no_placeholders(find: Find, text: str) -> None:
    assert find("", **wording(text)) == []

"""CW301 to CW306: facts, sources, quotes, passages, authors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coldwater.model.passages import fingerprint

if TYPE_CHECKING:
    from .conftest import Find

TEXT = "A guide\n\nBring water – plenty of it.\n\nThere is no inn.\nThere is a spring.\n"
BLOCKS = ["A guide", "Bring water – plenty of it.", "There is no inn.", "There is a spring."]


def citing(**citation: str) -> dict[str, Any]:
    """Give the fields of a map whose thesis cites the guide."""
    claims = {"t": {"text": "We should go.", "cites": [{"source": "guide", **citation}]}}
    return {"claims": claims, "sources": {"guide": {"title": "A guide"}}, "texts": {"guide": TEXT}}


def test_only_facts_need_a_source_and_only_if_nothing_else_carries_them(find: Find) -> None:
    claims = {
        "t": {"text": "We should go.", "kind": "policy"},
        "a": {"text": "It is far.", "kind": "fact"},
        "b": {"text": "Trains run.", "kind": "fact", "implicit": True},
        "c": {"text": "Buses run.", "kind": "fact"},
        "d": {"text": "The timetable says so.", "kind": "fact", "implicit": False},
    }
    assert find("", "x: a b c -> t; y: d -> c", claims=claims) == ["CW301 a", "CW301 d"]


def test_arguments_cite_too(find: Find) -> None:
    arguments = {"x": {"premises": ["a"], "supports": "t", "cites": [{"source": "s"}, {"source": "zzz"}]}}
    assert find("a", arguments=arguments, sources={"s": {"title": "S"}}) == ["CW302 x"]


def test_an_excused_source_is_neither_unknown_nor_unused(find: Find) -> None:
    claims = {"t": {"text": "We should go.", "cites": [{"source": "lost"}]}}
    assert find("", claims=claims, sources={"s": {"title": "S"}}, excused="lost s") == []


@pytest.mark.parametrize(
    "citation",
    [
        {"quote": "plenty of it"},
        {"quote": "Bring water - plenty  of it."},
        {"quote": "no inn. There is a spring"},
        {"locator": "block 2", "quote": "plenty of it"},
        {"locator": "Blocks 3–4", "quote": "no inn. There is a spring"},
        {"locator": "p. 7", "quote": "There is no inn."},
        {"locator": "block 3", "fingerprint": fingerprint(BLOCKS[2])},
        {"locator": "blocks 2-3", "fingerprint": fingerprint("\n".join(BLOCKS[1:3]))},
        {"locator": "p. 7", "fingerprint": fingerprint(BLOCKS[3])},
        {"fingerprint": fingerprint(BLOCKS[3])},
        {"locator": "block 4"},
    ],
)
def test_what_stands_where_it_should_is_fine(find: Find, citation: dict[str, str]) -> None:
    assert find("", **citing(**citation)) == []


@pytest.mark.parametrize(
    ("citation", "said"),
    [
        ({"quote": "Plenty of it"}, "does not hold this quote"),
        ({"locator": "block 3", "quote": "plenty of it"}, "stands in block 2 of `guide`, not in block 3"),
        ({"locator": "block 3", "quote": "no inn. There"}, "stands in blocks 3-4 of `guide`, not in block 3"),
        ({"locator": "block 9", "quote": "There is"}, "ends with block 4"),
        ({"locator": "blocks 4-999999999"}, "ends with block 4"),
        ({"locator": "block 2", "fingerprint": "0" * 16}, f"make the fingerprint {fingerprint(BLOCKS[1])}"),
        ({"locator": "block 2", "fingerprint": fingerprint(BLOCKS[2])}, "now stands in block 3"),
        ({"locator": "block 9", "fingerprint": fingerprint(BLOCKS[2])}, "now stands in block 3"),
        ({"locator": "blocks 1-2", "fingerprint": fingerprint(BLOCKS[2])}, "now stands in block 3"),
        ({"fingerprint": "0" * 16}, "no block of `guide` has this fingerprint"),
        ({"locator": "block 2", "quote": "nothing like it", "fingerprint": "0" * 16}, "has changed"),
    ],
)
def test_what_does_not_gives_one_finding(messages: Find, citation: dict[str, str], said: str) -> None:
    [message] = messages("", **citing(**citation))
    assert said in message


def test_without_the_text_nothing_is_said(find: Find) -> None:
    fields = citing(locator="block 99", quote="nothing like it", fingerprint="0" * 16)
    assert find("", **{**fields, "texts": {}}) == []
    assert find("", **{**fields, "texts": {"another": "A text"}}) == []


def test_an_empty_text_holds_nothing(find: Find) -> None:
    assert find("", **{**citing(quote="anything"), "texts": {"guide": ""}}) == ["CW304 t"]
    assert find("", **{**citing(locator="block 1"), "texts": {"guide": "\n\n"}}) == ["CW305 t"]


# --- initials as an author --------------------------------------------------------------------------------------


def by(*authors: Any) -> dict[str, Any]:
    """Give the fields of a map whose thesis cites a source by these authors."""
    claims = {"t": {"text": "We should go.", "cites": [{"source": "guide"}]}}
    return {"claims": claims, "sources": {"guide": {"title": "A guide", "author": list(authors)}}}


@pytest.mark.parametrize(
    "family", ["Lindqvist", "van der Berg", "O’Neill", "Müller-Lüdenscheidt", "García Márquez", "Толстой"]
)
@pytest.mark.parametrize("given", ["A.", "A. B.", "A.B.", "A.-B.", "J.R.R.", "Å.", "A\u030a.", "Л. Н.", "Θ."])
def test_initials_behind_a_family_name_are_no_author(find: Find, family: str, given: str) -> None:
    assert find("", **by(family, given)) == ["CW306 guide"]
    assert find("", **by("City Engineer", family, given, {"family": "Berg"})) == ["CW306 guide"]


@pytest.mark.parametrize(
    "authors",
    [
        ["Lindqvist, A."],
        ["A. Lindqvist", "B. Berg"],
        ["A.", "Lindqvist"],
        ["Lindqvist", "Jr."],
        ["Lindqvist", "Dr."],
        ["Lindqvist", "a."],
        ["Lindqvist", "A"],
        ["Lindqvist", "..."],
        ["Berg, B.", "A."],
        ["Department 12", "A."],
        ["The Society of the Friends of Bridges", "A."],
        [{"family": "Lindqvist"}, "A."],
        ["Lindqvist", {"family": "A."}],
        ["李", "王"],
    ],
    ids=repr,
)
def test_other_authors_are_left_alone(find: Find, authors: list[Any]) -> None:
    assert find("", **by(*authors)) == []


def test_several_initials_in_a_row_belong_to_one_name(messages: Find) -> None:
    [message] = messages("", **by("Lindqvist", "A.", "B. C."))
    assert "{family: Lindqvist, given: A. B. C.}" in message

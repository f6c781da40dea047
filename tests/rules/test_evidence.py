"""CW301 to CW306 and CW308: facts, sources, quotes, passages, authors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coldwater.model.passages import fingerprint

if TYPE_CHECKING:
    from .conftest import Find

TEXT = "A guide\n\nBring water – plenty of it.\n\nThere is no inn.\nThere is a spring.\n"
BLOCKS = ["A guide", "Bring water – plenty of it.", "There is no inn.", "There is a spring."]


def citing(**citation: Any) -> dict[str, Any]:
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


@pytest.mark.parametrize(
    ("citation", "found"),
    [
        ({"quotes": ["plenty of it", "There is no inn"]}, []),
        ({"quotes": ["plenty of it", "There is an inn", "There are two"]}, ["CW304 t", "CW304 t"]),
        ({"locator": "block 2", "quotes": ["plenty of it", "no inn"]}, ["CW304 t"]),
        ({"passage": "plenty of it. There is no inn.", "quotes": ["plenty", "no inn"]}, []),
        ({"passage": "plenty of it. There is no inn.", "quotes": ["spring"]}, ["CW308 t"]),
        ({"passage": "There is no spring.", "quotes": ["spring"]}, ["CW304 t"]),
        ({"passage": "“Bring  water” — plenty", "quote": '"Bring water" - plenty'}, ["CW304 t"]),
    ],
)
def test_quotes_are_looked_up_in_the_passage_and_the_passage_in_the_text(
    find: Find, citation: dict[str, Any], found: list[str]
) -> None:
    assert find("", **citing(**citation)) == found


def test_a_quote_is_looked_up_in_its_passage_though_no_text_is_at_hand(messages: Find) -> None:
    [message] = messages("", **{**citing(passage="There is no inn.", quotes=["There is an inn"]), "texts": {}})
    assert "its `passage` does not hold this quote" in message
    assert "where the quote has “an”" in message


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


# --- an explanation as a reason ----------------------------------------------------------------------------------


def sourced(**argument: Any) -> dict[str, Any]:
    """Give the fields of a map in which a sourced fact has one argument for it."""
    return {
        "claims": {
            "t": "We should go.",
            "a": {"text": "It is cold there.", "kind": "fact", "cites": [{"source": "guide"}]},
            "b": "It lies high.",
            "c": "High places are cold.",
        },
        "sources": {"guide": {"title": "A guide"}},
        "arguments": {
            "x": {"premises": ["a"], "supports": "t"},
            "why": {"premises": ["b", "c"], "supports": "a", **argument},
        },
    }


@pytest.mark.parametrize("scheme", ["cause_to_effect", "Cause-to-Effect", "values", "practical_reasoning"])
def test_a_scheme_that_explains_is_told(messages: Find, scheme: str) -> None:
    found = messages("", **sourced(scheme=scheme))
    assert [message for message in found if message.startswith("`why` tells why `a` is so, not that it is")]


def test_without_a_scheme_it_is_asked(messages: Find) -> None:
    [message] = messages("", **sourced())
    assert message.startswith("does `why` show that `a` is so, or tell why it is?")


@pytest.mark.parametrize("scheme", ["sign", "expert_opinion", "best_explanation", "x-own"])
def test_evidence_is_left_alone(find: Find, scheme: str) -> None:
    assert "CW307 why" not in find("", **sourced(scheme=scheme))


def test_more_than_one_reason_or_no_source_or_no_fact_is_left_alone(find: Find) -> None:
    assert find("", **sourced()) == ["CW307 why"]
    fields = sourced()
    fields["arguments"]["also"] = {"premises": ["c"], "supports": "a"}
    fields["arguments"]["why"]["premises"] = ["b"]
    assert find("", **fields) == []
    fields = sourced()
    fields["claims"]["a"] = {"text": "It is cold there.", "kind": "fact"}
    assert "CW307 why" not in find("", **{**fields, "sources": {}})
    fields["claims"]["a"] = {"text": "It is cold there.", "kind": "forecast", "cites": [{"source": "guide"}]}
    assert find("", **fields) == []
    assert find("", **{**sourced(), "excused": "a"}) == []


def test_an_attack_on_a_sourced_fact_explains_nothing(find: Find) -> None:
    fields = sourced()
    fields["arguments"]["why"] = {"premises": ["b", "c"], "attacks": "a"}
    assert find("", **fields) == []


def test_what_another_rule_says_of_the_argument_comes_first(find: Find) -> None:
    fields = sourced()
    fields["arguments"]["why"]["premises"] = ["a", "b", "c"]
    assert find("", **fields) == ["CW107 why"]
    fields["arguments"]["why"]["premises"] = ["b", "c"]
    fields["arguments"]["round"] = {"premises": ["a"], "supports": "b"}
    assert [one for one in find("", **fields) if one.startswith("CW307")] == []

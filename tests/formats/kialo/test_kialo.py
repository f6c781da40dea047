"""Kialo's text: both layouts, links, sources, questions, numbered lists in claims, and the way back."""

from __future__ import annotations

import re
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater.formats.foreign.texts import cleaned
from formats.given import damaged, data_of, graphs, lost, messages, read, recognised, relations, write
from work import ends, examples

NEW = """Discussion Name:
Should the bridge be repaired?

1. Thesis:
The bridge should be repaired.

  1.1. Pro:
  It has cracks [1], see \\[3\\].

    1.1.1. Con:
    They are cosmetic.

    1. So says the painter.
    1.1. He would.

  1.2. Con:
  -> See 1.1.1.

Sources:
[1] https://example.org/report
"The main girder:

1. Thesis:
[7] cracked"
[2] The painter's letter, 1999""".replace("\n", "\r\n")

OLD = r"""Discussion Title: Should the bridge be repaired?

1. The bridge should be repaired.
1.1. Pro: It has cracks \(see report\).
1.1.1. Con: They are [cosmetic](https://example.org/r).
and go on
1.2. Con: -> See 1.1.1."""

QUESTION = """Discussion Name:
The bridge

1. Question:
What should be done about it?

  1.1. Thesis:
  Repair it.

    1.1.1. Con:
    That is dear.

  1.2. Thesis:
  Close it.

    1.2.1. Pro:
    -> See 1.1.1.

Sources:""".replace("\n", "\r\n")


@pytest.mark.parametrize("text", [NEW, OLD, QUESTION])
def test_is_told_by_its_first_line_and_comes_back_byte_for_byte(text: str) -> None:
    assert recognised(text) == "kialo"
    assert write("kialo", data_of("kialo", text)).data.decode() == text


def test_each_line_below_another_is_an_argument_and_a_link_uses_the_claim_again() -> None:
    for text in (NEW, OLD):
        imported = read("kialo", text)
        assert imported.counts._asdict() == {
            "claims": 3, "arguments": 3, "supports": 1, "attacks": 2, "on_arguments": 0, "linked": 0,
        }  # fmt: skip
        assert imported.data is not None
        assert imported.data["title"] == "Should the bridge be repaired?"
        assert imported.data["thesis"] == "bridge-should-repaired"
        assert not imported.spots


def test_sources_are_cited_and_their_numbers_leave_the_text() -> None:
    data = data_of("kialo", NEW)
    cracks = data["claims"]["cracks-see-3"]
    assert cracks["text"] == "It has cracks, see [3]."
    assert [citation["source"] for citation in cracks["cites"]] == ["example.org"]
    assert cracks["cites"][0]["quote"] == "The main girder:\n\n1. Thesis:\n[7] cracked"
    assert data["sources"]["example.org"]["URL"] == "https://example.org/report"
    assert data["sources"]["painters-letter-1999"]["title"] == "The painter's letter, 1999"


def test_links_within_a_text_of_the_older_layout_are_citations() -> None:
    data = data_of("kialo", OLD)
    claim = data["claims"]["they-cosmetic-go"]
    assert claim["text"] == "They are cosmetic.\nand go on"
    assert claim["cites"] == [{"source": "example.org"}]


def test_a_numbered_list_within_a_claim_is_its_text() -> None:
    claims = data_of("kialo", NEW)["claims"]
    assert any(claim["text"].endswith("1. So says the painter.\n1.1. He would.") for claim in claims.values())


def test_a_question_has_theses() -> None:
    data = data_of("kialo", QUESTION)
    assert data["thesis"] == ["repair", "close"]
    assert data["title"] == "The bridge"
    assert data["description"] == "What should be done about it?"
    assert relations(data) == {(("dear",), "attacks", "repair"), (("dear",), "supports", "close")}


def test_the_older_layout_tells_a_question_by_claims_without_pro_or_con() -> None:
    text = "Discussion Title: What next?\n\n1. What next?\n1.1. Wait.\n1.1.1. Con: No time.\n1.2. Act."
    data = data_of("kialo", text)
    assert data["thesis"] == ["wait", "act"]
    assert "description" not in data


def test_a_question_with_a_pro_is_a_claim() -> None:
    data = data_of("kialo", QUESTION.replace("1.2. Thesis:", "1.2. Pro:"))
    assert (("close",), "supports", "what-should-done-about") in relations(data)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("1.3. Con: -> See 9.9.", "leads to no claim"),
        ("1.3. Con: -> See 1.3.", "leads to no claim"),
        ("1.7.1. Pro: So it is.", "there is no 1.7."),
    ],
)
def test_what_bends_the_format_is_said_with_its_line(line: str, said: str) -> None:
    imported = read("kialo", f"{OLD}\n{line}")
    assert [spot.place.line for spot in imported.spots if said in spot.message] == [8]


def test_a_link_that_leads_nowhere_is_a_loss() -> None:
    assert lost(read("kialo", f"{OLD}\n1.3. Con: -> See 9.9.")) == {"link"}


def test_links_go_by_way_of_links() -> None:
    data = data_of("kialo", f"{OLD}\n1.3. Con: -> See 1.2.\n1.4. Pro: Yes.\n1.4.1. Con: -> See 1.3.")
    assert (("they-cosmetic-go",), "attacks", "yes") in relations(data)


def test_an_empty_export_is_a_draft() -> None:
    imported = read("kialo", "Discussion Name:\nNothing yet")
    assert imported.data is not None
    assert imported.data["draft"] is True
    assert messages(imported) == ["there is no claim in this file"]


def test_a_changed_claim_is_written_anew_and_keeps_its_source() -> None:
    data = data_of("kialo", NEW)
    data["claims"]["cracks-see-3"]["text"] = "It has 12 [deep] cracks."
    text = write("kialo", data).data.decode()
    assert "  It has 12 [deep] cracks. [1]\r\n" in text
    again = data_of("kialo", text)
    assert any(claim["text"] == "It has 12 [deep] cracks." and "cites" in claim for claim in again["claims"].values())


def test_a_premise_that_two_arguments_use_alike_is_written_once() -> None:
    steps = {"s-1": {"premises": ["a", "b"], "supports": "t"}, "s-2": {"premises": ["a", "c"], "supports": "t"}}
    claims = {"t": "The thesis", "a": "One", "b": "Two", "c": "Three"}
    written = write("kialo", {"argmap": 1, "title": "T", "thesis": "t", "claims": claims, "arguments": steps})
    assert written.data.count(b"Pro:") == 3
    assert "repeated use of a premise" in lost(written)


def test_what_kialo_cannot_hold_is_named() -> None:
    data = {
        "argmap": 1, "title": "The bridge", "thesis": "repair", "rivals": ["close"],
        "claims": {"repair": "Repair it.", "close": "Close it", "a": "Old", "b": {"text": "Worn", "kind": "fact"}},
        "arguments": {
            "age": {"title": "Age", "premises": ["a", "b"], "supports": "repair"},
            "no": {"premises": ["close"], "attacks": "age", "strength": 0.5},
        },
    }  # fmt: skip
    written = write("kialo", data)
    assert lost(written) == {
        "`rivals` of the map", "`kind` of a claim", "`title` of an argument", "`strength` of an argument",
        "linking of premises", "argument about an argument", "id",
    }  # fmt: skip
    again = data_of("kialo", written.data)
    assert relations(again) == {
        (("Old",), "supports", "repair"), (("Worn",), "supports", "repair"), (("close",), "attacks", "Old"),
    }  # fmt: skip


_quotes = st.text(st.sampled_from('ab "[]()1.\n:'), max_size=12).filter(lambda quote: bool(quote.strip()))


@st.composite
def _cited_maps(draw: Any) -> dict[str, Any]:
    data: dict[str, Any] = draw(graphs())
    data["sources"] = {
        "report": {"title": "example.org/r", "URL": "https://example.org/r"}, "book": {"title": "A book, [1] 1999"},
        "unused": {"title": "Another book"},
    }  # fmt: skip
    for claim in data["claims"].values():
        ids = draw(st.lists(st.sampled_from(["report", "book"]), max_size=2))
        cites = [{"source": id_} | ({"quote": draw(_quotes)} if draw(st.booleans()) else {}) for id_ in ids]
        if cites:
            claim["cites"] = cites
    return data


@settings(max_examples=examples(150), deadline=None)
@given(_cited_maps())
def test_a_map_comes_back_less_what_is_named(data: dict[str, Any]) -> None:
    written = write("kialo", data)
    again = data_of("kialo", written.data)
    changed = {id_ for loss in written.losses if loss.what == "sign, blank or line end" for id_ in loss.at}
    requoted = {id_ for loss in written.losses if loss.what.startswith("line end or blank of a q") for id_ in loss.at}
    numbers = {_number(claim["text"]): id_ for id_, claim in again["claims"].items()}
    assert len(numbers) == len(again["claims"]) == len(data["claims"])
    sources = {_called(source): id_ for id_, source in again["sources"].items()}
    for id_, claim in data["claims"].items():
        back = again["claims"][numbers[_number(claim["text"])]]
        assert id_ in changed or back["text"] == claim["text"]
        cites = {
            (sources[_called(data["sources"][one["source"]])], one.get("quote", "")) for one in claim.get("cites", ())
        }
        if id_ not in requoted:
            assert {(one["source"], one.get("quote", "")) for one in back.get("cites", ())} == cites
    assert sorted(_called(source) for source in data["sources"].values()) == sorted(sources)
    assert _as_trees(data, {id_: numbers[_number(claim["text"])] for id_, claim in data["claims"].items()}) == sorted(
        (argument["premises"][0], "supports" in argument, argument.get("supports", argument.get("attacks")))
        for argument in again.get("arguments", {}).values()
    )
    assert write("kialo", again).data == written.data


def _as_trees(data: dict[str, Any], new: dict[str, str]) -> list[tuple[str, bool, str]]:
    """Give what a tree of claims can say of arguments: each premise for itself, at a claim."""
    found = []
    for argument in data["arguments"].values():
        kind = "supports" if "supports" in argument else "attacks"
        target = argument[kind]
        place = target if target in data["claims"] else data["arguments"][target]["premises"][0]
        found += [(new[premise], kind == "supports", new[place]) for premise in argument["premises"]]
    return sorted(set(found))


def _number(text: str) -> str:
    """Give the number that the claim of a drawn map has in its text, behind the last capital C or small c of claim."""
    match = re.search(r"[Cc]laim (\d)", text)
    return match[1] if match else cleaned(text)


def _called(source: dict[str, Any]) -> str:
    return str(source.get("URL") or source["title"])


def test_damaged_exports_are_read_all_the_same() -> None:
    random = Random(6)  # noqa: S311 - damage, no secret
    with ends():
        for _ in range(examples(300)):
            text = random.choice([NEW, OLD, QUESTION]).encode()
            imported = read("kialo", damaged(text, random))
            assert imported.data is None or write("kialo", imported.data).data

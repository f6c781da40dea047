"""Argdown documents, read: what becomes what, and what Argdown's own parser refuses is read as it was meant."""

from __future__ import annotations

from random import Random
from typing import Any, cast

import pytest

from coldwater.formats import registry
from coldwater.formats.argdown import document
from coldwater.formats.foreign.imported import Given
from formats.corpora import files, needs_corpora
from formats.damaging import assert_survives
from work import assert_grows_evenly, examples

from .peer import asked, needs_peer, ours, read, theirs
from .samples import FERRY
from .samples import document as random_document

FORMAT = cast("registry.Format", document)
CORPUS = [path for path in files("argdown/**/*") if path.suffix in (".argdown", ".ad")]


def imported(text: str, name: str = "ferry.argdown", **beside: str) -> Any:
    """Read a document as a map; ``beside`` is what other files hold, by their names without ending."""
    texts = {f"{key}.argdown": value.encode() for key, value in beside.items()}
    return registry.read(FORMAT, Given(name, text.encode(), None, texts.get))


def messages(found: Any) -> list[tuple[int, str]]:
    """Give the remarks with their lines."""
    return [(spot.place.line, spot.message) for spot in found.spots]


def test_what_a_document_becomes() -> None:
    found = imported(FERRY)
    data = found.data
    assert (data["title"], data["description"]) == ("The ferry", "Whether the ferry should go on.")
    assert data["thesis"] == "Keep"
    claims, arguments = data["claims"], data["arguments"]
    assert claims["Keep"]["text"] == "The ferry should go on."
    assert claims["Keep"]["kind"] == "policy"
    assert claims["Keep"]["tags"] == ["policy", "Main"]
    assert claims["Keep"]["contradicts"] == ["Stop"]
    assert claims["Cost"]["tags"] == ["two words", "Main"]
    gist = arguments["Jobs"]["premises"][0]
    assert claims[gist]["text"] == "It gives work to forty people, most of them young."
    assert data["sources"][claims[gist]["cites"][0]["source"]]["title"] == "report 7"
    assert arguments["Jobs"]["supports"] == "Keep"
    assert next(one for one in arguments.values() if one["premises"] == ["Bridge"])["attacks"] == gist
    assert arguments["Few"]["attacks"] == "Jobs"
    assert claims[arguments["Few"]["premises"][0]]["implicit"] is True
    diesel = claims[arguments["diesel-dear-see-prices-so"]["premises"][0]]
    assert diesel["text"] == "Diesel is dear ❤ see prices."
    assert data["sources"][diesel["cites"][0]["source"]]["URL"] == "https://example.org/prices"


def test_steps_of_a_structure_are_arguments() -> None:
    arguments = imported(FERRY).data["arguments"]
    first = next(one for one in arguments.values() if "Island" in one["premises"])
    assert len(first["premises"]) == 2
    assert first["scheme"] == "x-Need"
    last = arguments["Way"]
    assert (len(last["premises"]), last["premises"][0]) == (2, first["supports"])
    assert last["supports"] == "Keep"
    assert last["note"] == "There is no other way."
    assert last["tags"] == ["Main / Islanders"]
    boats = next(one for one in arguments.values() if one["premises"] == ["Boats"])
    assert arguments[boats["attacks"]] is first


def test_what_is_lost_is_named() -> None:
    assert [(loss.what, loss.times) for loss in imported(FERRY).losses] == [
        ("data that a map has no field for", 1), ("rule of inference", 1), ("front matter", 1), ("comment", 1),
        ("bold or italic text", 1),
    ]  # fmt: skip


def test_counts() -> None:
    assert imported(FERRY).counts._asdict() == {
        "claims": 12, "arguments": 9, "supports": 5, "attacks": 4, "on_arguments": 2, "linked": 2
    }  # fmt: skip


def test_strict_mode() -> None:
    found = imported("===\nmodel: {mode: strict}\n===\n\n[A]: One.\n  - [B]: Two.\n  + [C]: Three.\n")
    assert found.data["claims"]["B"]["contradicts"] == ["A"]
    assert [one["supports"] for one in found.data["arguments"].values()] == ["A"]


def test_what_an_argument_concludes_bears_on_what_the_argument_bears_on() -> None:
    found = imported("[T]: One.\n\n<A>\n  -> [T]\n\n(1) [P]: Two.\n----\n(2) [C]: Three.\n")
    assert found.data["arguments"]["C-but"] == {"premises": ["C"], "attacks": "T"}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("[A]: One.\n+ [B]: Two.\n", 2, "indentation"),
        ("[A]: One.\n\n  + [B]: Two.\n", 3, "without a blank line"),
        ("[A]: One.\n[B]: Two.\n\n[A]\n  + [B]\n", 2, "blank line is missing"),
        ("[A] One.\n  + [B]: Two.\n", 1, "needs a colon"),
        ("[A]: One *so.\n  + [B]: Two.\n", 1, "never closed"),
        ("[A]: One {x} two.\n  + [B]: Two.\n", 1, "read as text"),
        ("[A]: One. {x: [}\n  + [B]: Two.\n", 1, "no YAML"),
        ("===\na: [\n===\n\n[A]: One.\n  + [B]: Two.\n", 1, "no YAML"),
    ],
)
def test_what_the_reference_refuses_is_read_as_it_was_meant(text: str, line: int, said: str) -> None:
    found = imported(text)
    assert set(found.data["claims"]) == {"A", "B"}
    assert [one["supports"] for one in found.data["arguments"].values()] == ["A"]
    assert any(number == line and said in message for number, message in messages(found))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("(1) One.\n(2) Two.\n---\n(3) Three.\n", "four hyphens"),
        ("(1) One.\n(2) Two.\n\n----\n(3) Three.\n", "no blank line"),
        ("(1) One.\n\n(2) Two.\n----\n(3) Three.\n", "no blank line"),
        ("(1) One.\n(2) Two.\n----\n(3) Three.\n(4) Four.\n", "nothing is concluded"),
    ],
)
def test_structures_that_bend_the_rules(text: str, said: str) -> None:
    found = imported(text)
    (argument,) = found.data["arguments"].values()
    assert (argument["premises"], argument["supports"]) == (["one", "two"], "three")
    assert any(said in message for _, message in messages(found))


def test_a_second_structure_is_another_argument() -> None:
    found = imported("<A>\n\n(1) One.\n----\n(2) Two.\n\n<A>\n\n(1) Three.\n----\n(2) Four.\n")
    assert len(found.data["arguments"]) == 2
    assert messages(found) == [(9, "<A> has its premises already; these are of another")]


def test_other_files_are_included_where_they_are_there() -> None:
    found = imported("[A]: One.\n\n@include(more.argdown)\n\n@include(none.argdown)\n", more="[B]: Two.\n  + [A] x\n")
    assert set(found.data["claims"]) == {"A", "B"}
    assert sorted(messages(found)) == [
        (3, "text after a reference needs a colon: [A]:"),
        (5, "none.argdown is not there beside the file, and is not included"),
    ]


def test_files_that_include_each_other_end() -> None:
    found = imported("[A]: One.\n\n@include(b.argdown)\n", b="[B]: Two.\n\n@include(b.argdown)\n")
    assert set(found.data["claims"]) == {"A", "B"}
    assert messages(found) == [(3, "b.argdown includes itself; once is enough")]


def test_fences_in_markdown() -> None:
    text = "# Notes\n\nSome words.\n\n```argdown\n[A]: One.\n  + [B]: Two.\n```\n\nMore.\n"
    found = imported(text, "notes.md")
    assert set(found.data["claims"]) == {"A", "B"}
    assert found.places.look_below()["claims"][1].look_below()["B"][0].line == 7
    assert registry.recognised("notes.md", text.encode()) is FORMAT


def test_an_empty_document_is_an_empty_map() -> None:
    for text in ("", "\n\n", "// only this\n"):
        found = imported(text)
        assert found.data["draft"] is True
        assert found.counts.claims == 0


def test_a_byte_order_mark_and_carriage_returns_are_no_text() -> None:
    found = imported("\ufeff[A]: One.\r\n  + [B]: Two.\r\n\r\n[C]: Three.\r\n")
    assert [one if isinstance(one, str) else one["text"] for one in found.data["claims"].values()] == [
        "One.", "Two.", "Three.",
    ]  # fmt: skip
    assert found.places.look_below()["claims"][1].look_below()["C"][0][:2] == (4, 1)


def test_damaged_documents_are_read() -> None:
    assert_survives(FORMAT, [FERRY.encode(), *(path.read_bytes() for path in CORPUS)], examples(300))


@pytest.mark.parametrize(
    "piece",
    ["[", "<", "{", "@[", "[a](", "#(", "**", "_", "/*", "<!--", "===", "\\", ":a", ".", "- ", "(1) ", "--\n", "> "],
)
def test_what_is_never_closed_costs_one_reading(piece: str) -> None:
    assert_grows_evenly(lambda size: lambda: read(piece * size), 200)


@pytest.mark.parametrize(
    "piece", ["[A]: One.\n  + <B>: Two. {a: 1}\n\n", "(1) [A]\n----\n(2) [B]\n\n", "[A] {a: [1]}\n\n"]
)
def test_reading_is_linear(piece: str) -> None:
    text = [piece.replace("A", f"A{number}").replace("B", f"B{number}") for number in range(800)]
    assert_grows_evenly(lambda size: lambda: imported("".join(text[:size])), 100)


# --- held against Argdown's own parser ----------------------------------------------------------------------------


@needs_peer
@needs_corpora
def test_real_documents_say_what_the_reference_says() -> None:
    texts = [path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n") for path in CORPUS]
    accepted = 0
    for path, text, model in zip(CORPUS, texts, asked(texts), strict=True):
        debate, remarks = read(text)
        if "error" in model:
            continue
        accepted += 1
        assert ours(debate) == theirs(model), path.name
        assert all("indentation" in remark for remark in remarks), path.name
    assert accepted > len(CORPUS) / 2


@needs_peer
def test_random_documents_say_what_the_reference_says() -> None:
    texts = [FERRY, *(random_document(Random(seed)) for seed in range(examples(300)))]  # noqa: S311 - no secret
    models = asked(texts)
    accepted = [(text, model) for text, model in zip(texts, models, strict=True) if "error" not in model]
    assert len(accepted) > len(texts) / 2
    assert accepted[0][0] == FERRY
    for text, model in accepted:
        assert ours(read(text)[0]) == theirs(model), text

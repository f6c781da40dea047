"""Block files of debaters: pockets, hats, blocks, tags and cards become claims, arguments, sources and citations."""

from __future__ import annotations

import io
import zipfile

import pytest

from coldwater.formats.word_blocks.outline import block_named

from .files import AFF, CARD, CITE, read, word_file


def test_a_block_file_as_a_map() -> None:
    found = read(word_file(*AFF))
    assert found.data is not None
    data = found.data
    claims, arguments = data["claims"], data["arguments"]
    assert (data["title"], data["draft"]) == ("Street lamps", True)
    assert data["thesis"] == ["lamps-make-walking-safer", "lamps-cost-too-much"]
    told = {
        (one["premises"][0], next(key for key in one if key in ("supports", "attacks"))): one
        for one in arguments.values()
    }
    assert told["lit-streets-see-fewer-falls", "supports"]["supports"] == "lamps-make-walking-safer"
    assert told["led-lamps-pay-themselves", "attacks"]["attacks"] == "lamps-cost-too-much"
    assert told["study-ours", "supports"]["supports"] == "lit-streets-see-fewer-falls"
    assert claims["nobody-minds-light"]["tags"] == ["Street lamps / Case / Lamps make walking safer"]
    assert claims["cost-not-standard"]["note"] == "Explain that the motion is about safety."
    assert [(loss.what, loss.at) for loss in found.losses] == [("heading with nothing below it", ("A2: Nothing yet",))]


def test_a_card_is_a_citation_with_a_passage_of_which_the_highlighted_is_read_out() -> None:
    data = read(word_file(*AFF)).data
    assert data is not None
    [cited] = data["claims"]["lit-streets-see-fewer-falls"]["cites"]
    assert cited == {
        "source": "lindqvist-2024",
        "quotes": ["falls went down by a third", "missed the dark"],
        "passage": "In the streets that were lit, falls went down by a third, and nobody missed the dark.",
    }
    source = data["sources"]["lindqvist-2024"]
    assert source["author"] == [{"family": "Lindqvist", "given": "Anna"}]
    assert source["qualifications"] == "professor of urban planning at Ulm"
    assert (source["title"], source["container-title"], source["issued"], source["URL"], source["accessed"]) == (
        "Who walks after dark?", "City Journal", "2024-03-14", "https://example.org/walks", "2024-05-01",
    )  # fmt: skip
    assert source["note"].startswith("Lindqvist 24 (Anna,")


def test_where_nothing_is_highlighted_the_underlined_is_read_out() -> None:
    card = [(text, look.replace("h", "")) for text, look in CARD]
    data = read(word_file((3, "Lamps"), (4, "Falls"), CITE, card)).data
    assert data is not None
    [cited] = data["claims"]["falls"]["cites"]
    assert cited["quote"] == "falls went down by a third, and nobody missed the dark"


def test_a_card_that_nobody_is_named_for_is_kept() -> None:
    data = read(word_file((3, "Lamps"), (4, "Falls"), CARD)).data
    assert data is not None
    assert data["claims"]["falls"]["cites"][0]["source"] == "not-named"


def test_the_same_cite_line_is_one_source() -> None:
    data = read(word_file((3, "Lamps"), (4, "One"), CITE, CARD, (4, "Two"), CITE, CARD)).data
    assert data is not None
    assert list(data["sources"]) == ["lindqvist-2024"]


@pytest.mark.parametrize("name", ["Überschrift {}", "Titre {}", "Rubrik {}", "Título {}", "标题 {}", "Заголовок {}"])
def test_headings_are_found_by_their_names_in_other_languages(name: str) -> None:
    data = read(word_file(*AFF, styles={level: name.format(level) for level in (1, 2, 3, 4)})).data
    assert data is not None
    assert len(data["arguments"]) == 5


def test_headings_are_found_by_the_names_that_debaters_give_them() -> None:
    data = read(word_file(*AFF, styles={1: "Pocket", 2: "Hat", 3: "Block", 4: "Tag"})).data
    assert data is not None
    assert len(data["arguments"]) == 5


def test_the_deepest_level_is_that_of_tags_where_there_are_fewer() -> None:
    data = read(word_file((1, "Lamps are good"), (2, "They light the way"), (2, "They look nice"))).data
    assert data is not None
    assert [one["supports"] for one in data["arguments"].values()] == ["lamps-good", "lamps-good"]


@pytest.mark.parametrize(
    ("title", "relation", "text"),
    [
        ("AT: Too dear", "against", "Too dear"), ("A2 Too dear", "against", "Too dear"),
        ("2AC AT – “Too dear”", "against", "Too dear"), ("Answers to Too dear", "against", "Too dear"),
        ("Responses to: too dear", "against", "too dear"), ("A/T: Too dear", "against", "Too dear"),
        ("Extensions: Jobs", "extends", "Jobs"), ("Ext. – Jobs", "extends", "Jobs"), ("XT: Jobs", "extends", "Jobs"),
        ("AT&T is dear", "for", "AT&T is dear"), ("At home: nothing", "for", "At home: nothing"),
        ("Extensions cost money", "for", "Extensions cost money"), ("A2 paper is cheap", "for", "A2 paper is cheap"),
        ("Uniqueness", "for", "Uniqueness"),
    ],
)  # fmt: skip
def test_what_a_block_does_is_told_by_its_title_where_that_is_sure(title: str, relation: str, text: str) -> None:
    assert block_named(title) == (relation, text)


def test_a_claim_that_stands_twice_is_not_guessed_between() -> None:
    lines = ((3, "Jobs"), (4, "Growth"), (3, "Peace"), (4, "Growth"), (3, "AT: Growth"), (4, "It is past"))
    data = read(word_file(*lines)).data
    assert data is not None
    [attack] = [one for one in data["arguments"].values() if "attacks" in one]
    assert attack["attacks"] == "growth-3"


def test_a_file_without_headings_gives_claims_and_a_remark() -> None:
    found = read(word_file([("One thing.", "")], [("Another.", "")]))
    assert found.data is not None
    assert len(found.data["claims"]) == 2
    assert any("heading" in spot.message for spot in found.spots)


@pytest.mark.parametrize("name", ["word/styles.xml", "word/document.xml"])
def test_entities_are_refused_or_passed_over(name: str) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_file(*AFF))) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.namelist():
            bomb = b'<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>'
            new.writestr(entry, bomb if entry == name else old.read(entry))
    found = read(made.getvalue())
    assert (found.data is None) == (name == "word/document.xml")


def test_a_bomb_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 200_000_000)
    found = read(made.getvalue())
    assert found.data is None
    assert "unpacked" in found.spots[0].message

"""Cards for Anki: each line a note that Anki can take apart again, with ids that do not move."""

from __future__ import annotations

import html
import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater.model.models import Map
from coldwater.prep.practice.anki import anki_text
from coldwater.prep.practice.cards import cards_of
from coldwater.printable import printable
from prep.preparations import CYCLIC, preparations, prepared, shuffled
from prep.small_maps import model
from work import examples

TEXT = st.one_of(
    st.text(min_size=1), st.sampled_from(['"', "a\tb", "<b>x</b>", "[sound:x.mp3]", "{{c1::x}}", "#", "\\("])
)


def bridge(texts: list[str], title: str = "T") -> Map:
    """Make a map whose claims have these texts (anything blank is filled)."""
    words = [re.sub("[\ud800-\udfff]", "", text) for text in texts]
    claims = {f"c{n}": text if text.strip() else "x" for n, text in enumerate(words)}
    arguments: dict[str, Any] = {
        "a0": {"premises": ["c1"], "supports": "c0"}, "a1": {"premises": ["c2"], "attacks": "c0"},
        "a2": {"premises": ["c3"], "attacks": "a1"}, "a3": {"premises": ["c4"], "attacks": "c1"},
    }  # fmt: skip
    return model({"argmap": 1, "title": title, "thesis": "c0", "claims": claims, "arguments": arguments})


def notes(map_: Map, side: str, deck: str | None = None) -> dict[str, list[str]]:
    """Take an export apart as Anki does: headers, then a note a line, cells between tabs."""
    prep = prepared(map_, side)
    text = anki_text(prep, cards_of(prep), deck)
    assert text == anki_text(prep, cards_of(prep), deck)
    assert text.endswith("\n")
    lines = text[:-1].split("\n")
    heads = [line for line in lines if line.startswith("#")]
    assert heads == lines[: len(heads)]
    keys = dict(line[1:].split(":", 1) for line in heads)
    assert (keys["separator"], keys["html"], keys["notetype"]) == ("tab", "true", "Basic")
    assert (keys["guid column"], keys["deck column"], keys["tags column"]) == ("1", "2", "5")
    rows = [line.split("\t") for line in lines[len(heads) :]]
    assert all(len(row) == 5 and all(row) and not any('"' in cell for cell in row) for row in rows)
    assert len({row[0] for row in rows}) == len(rows)
    return {row[0]: row[1:] for row in rows}


@given(st.lists(TEXT, min_size=5, max_size=5))
@settings(max_examples=examples(30), deadline=None)
def test_any_text_comes_back_and_is_only_text(texts: list[str]) -> None:
    map_ = bridge(texts)
    found = notes(map_, "pro")
    fronts = " ".join(row[1] for row in found.values())
    tags = set(re.findall("<[^>]*>", fronts))
    assert tags <= {"<br>", "<b>", "</b>", "<small>", "</small>", "<span>", "</span>"}
    assert not re.search(r"[\[{\\]", fronts)
    assert not re.search(r"&#92;(?!</span>)", fronts), "MathJax reads a text after its entities, up to the next tag"
    shown = html.unescape(re.sub("<[^>]*>", " ", re.sub("</?span>", "", fronts)))
    text = map_.claims["c2"].text
    wanted = " ".join(printable(text.rstrip(". \n") or text).split())  # an argument is called by it, without a stop
    assert " ".join(wanted.split()) in " ".join(shown.split())


def test_ids_stay_when_the_map_is_shuffled_or_other_arguments_change() -> None:
    map_ = bridge(["The thesis.", "One.", "Two.", "Three.", "Four."])
    first = notes(map_, "pro")
    assert len(first) == 2
    assert notes(shuffled(map_, 5), "pro") == first
    data = map_.model_dump(mode="json", by_alias=True, exclude_none=True)
    data["claims"]["c4"]["text"] = "Four, put otherwise."
    later = notes(model(data), "pro")
    assert later.keys() == first.keys()
    assert sum(later[key] != first[key] for key in first) == 1
    assert not first.keys() & notes(map_, "con").keys()
    worded = notes(bridge(["It.", "1.", "2.", "3.", "4."], "Other"), "pro")
    assert worded.keys() == first.keys(), "no wording is in an id, not even that of the title"
    assert {row[0] for row in worded.values()} == {"Other::pro"}


def test_maps_with_the_same_ids_are_told_apart_by_their_decks() -> None:
    map_ = bridge(["The thesis.", "One.", "Two.", "Three.", "Four."])
    plain, park, pool = (notes(map_, "pro", deck) for deck in (None, "Park", "Pool"))
    assert not plain.keys() & park.keys()
    assert not park.keys() & pool.keys()
    assert {row[0] for row in park.values()} == {"Park::pro"}
    retitled = bridge(["The thesis.", "One.", "Two.", "Three.", "Four."], "Other")
    assert notes(retitled, "pro", "Park") == park


@given(st.one_of(TEXT, st.text(alphabet=":\u200b a<", min_size=1)))
@settings(max_examples=examples(30), deadline=None)
def test_any_title_is_one_deck(title: str) -> None:
    words = re.sub("[\ud800-\udfff]", "", title)
    found = notes(bridge(["The thesis.", "One.", "Two.", "Three.", "Four."], words if words.strip() else "x"), "pro")
    [deck] = {row[0] for row in found.values()}
    name, side = deck.split("::")
    assert (side, bool(name)) == ("pro", True)
    assert name == name.strip(": ")
    assert not set('<>"\t') & set(name)
    assert printable(name) == name


def test_every_map_and_side_can_be_exported() -> None:
    every: set[str] = set()
    for name, prep in preparations():
        found = notes(prep.map, prep.side)
        assert len(found) == len(prep.opposing), name
        every |= found.keys() if name[0] == "article" else set()  # type: ignore[index]
    assert len(every) > 20


def test_an_argument_that_serves_both_sides_is_a_note_for_each() -> None:
    pro, con = (notes(model(CYCLIC), side) for side in ("pro", "con"))
    assert pro
    assert con
    assert not pro.keys() & con.keys()

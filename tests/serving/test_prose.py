"""A text taken apart into sentences, and maps made of those that a person picked: nothing is read out of the text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater import api, revise
from coldwater.errors import UsageError

pytest.importorskip("starlette", reason="the extra part `serve` is not installed")

from coldwater.serving.prose import map_of_sentences, sentences

from .asking import Asker


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It cracked. It fell!", ["It cracked.", "It fell!"]),
        (
            "Sleep is short, e.g. 6.5 hours (Smith et al. 2019, p. 4). So?",
            ["Sleep is short, e.g. 6.5 hours (Smith et al. 2019, p. 4).", "So?"],
        ),
        ('"Never again!" said Dr. Weber. He left.', ['"Never again!" said Dr. Weber.', "He left."]),
        ("Das kostet z. B. 3 Mio. Euro. Wirklich?", ["Das kostet z. B. 3 Mio. Euro.", "Wirklich?"]),
        ("A heading without a stop\n\nIt goes on\nover lines.", ["A heading without a stop", "It goes on over lines."]),
        ("Points:\n- one\n- two\n3) three", ["Points:", "one", "two", "three"]),
        ("他们来了。为什么？", ["他们来了。", "为什么？"]),
        ("هل هذا صحيح؟ نعم.", ["هل هذا صحيح؟", "نعم."]),
        ("यह सच है। वह भी।", ["यह सच है।", "वह भी।"]),
        (" \n--- ... \n", []),
    ],
)
def test_a_sentence_ends_where_its_signs_say(text: str, found: list[str]) -> None:
    assert [one.text for one in sentences(text)] == found


@given(st.text(st.sampled_from("aB é.!?…。\n\t-*1)( \"'e"), max_size=60))
def test_what_is_found_stands_there_and_nothing_is_lost(text: str) -> None:
    found = sentences(text)
    assert all(" ".join(text[one.start : one.end].split()) == one.text for one in found)
    assert all(one.end <= after.start for one, after in pairwise(found))
    letters = "".join(one.text for one in found)
    assert [sign for sign in letters if sign.isalpha()] == [sign for sign in text if sign.isalpha()]


def picked(number: int, role: str, to: int | None = None) -> dict[str, Any]:
    more = {} if to is None else {"to": to}
    return {"number": number, "text": f"Sentence {number} says so.", "role": role, **more}


def test_sentences_become_the_map_that_the_person_says(tmp_path: Path) -> None:
    chosen = [
        picked(2, "thesis"),
        picked(3, "for", 2),
        picked(5, "with", 3),
        picked(6, "with", 5),
        picked(7, "against", 3),
    ]
    text = map_of_sentences("A town", chosen, "The letter")
    path = tmp_path / "m.argmap.yaml"
    path.write_text(text, encoding="utf-8")
    map_ = api.load(str(path))
    assert not revise.format(str(path)).is_needed
    assert api.check_file(str(path)).findings == ()
    (thesis,) = map_.theses
    assert map_.claims[thesis].text == "Sentence 2 says so."
    reasons = {(len(one.premises), one.supports is None) for one in map_.arguments.values()}
    assert reasons == {(3, False), (1, True)}
    cited = [one.cites[0] for one in map_.claims.values()]
    assert [(one.source, one.locator, one.quote) for one in cited][1] == ("text", "sentence 3", "Sentence 3 says so.")
    assert '"thesis"' in map_of_sentences("A town", chosen, is_json=True)
    assert "sources" not in map_of_sentences("A town", chosen)


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ([picked(1, "for", 2), picked(2, "alone")], "pick one as the thesis"),
        ([picked(1, "thesis"), picked(2, "for", 9)], "to which other sentence sentence 2 belongs"),
        ([picked(1, "thesis"), picked(2, "for")], "to which other sentence sentence 2 belongs"),
        ([picked(1, "thesis"), picked(2, "with", 1)], "a sentence that is no reason"),
        ([picked(1, "thesis"), picked(2, "with", 3), picked(3, "with", 2)], "a sentence that is no reason"),
        ([picked(1, "thesis"), picked(2, "for", 3), picked(3, "for", 2)], "in a circle"),
        ([picked(1, "thesis"), picked(2, "for", 3), picked(3, "with", 2)], "would rest on themselves"),
    ],
)
def test_what_makes_no_map_is_told(chosen: list[dict[str, Any]], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        map_of_sentences("T", chosen)


def test_the_page_takes_a_text_apart_and_makes_a_map_of_what_was_picked(tmp_path: Path) -> None:
    asker = Asker(tmp_path)
    text = "The town should act. It cracks. Who cares?"
    found = asker.post("/sentences", {"text": text}).data["sentences"]
    assert [(one["number"], text[one["start"] : one["end"]]) for one in found] == [
        (1, "The town should act."),
        (2, "It cracks."),
        (3, "Who cares?"),
    ]
    assert list(tmp_path.iterdir()) == []
    roles: list[dict[str, Any]] = [{"role": "thesis"}, {"role": "for", "to": 1}]
    chosen = [{**one, **role} for one, role in zip(found, roles, strict=False)]
    made = asker.post("/new", {"sentences": chosen, "source": "A letter"})
    assert made.data["map"] == "the-town-should-act.argmap.yaml"
    assert (
        asker.post("/new", {"sentences": chosen}).data["map"] == "the-town-should-act-2.argmap.yaml"
    )  # none is written over
    ills: tuple[Any, ...] = (
        [],
        "x",
        [{}],
        [{"number": 1, "text": "A.", "role": "king"}],
        [chosen[0], chosen[0]],
        [{**chosen[0], "text": " "}],
    )
    for ill in ills:
        assert asker.post("/new", {"sentences": ill}).status == 422
    assert asker.post("/sentences", {"text": " "}).data["error"] == "there is no sentence in this"
    assert "at most" in asker.post("/sentences", {"text": "It is so. " * 500}).data["error"]


def test_letters_of_the_font_are_handed_out_as_far_as_it_has_them(tmp_path: Path) -> None:
    asker = Asker(tmp_path)
    faces = asker.get("/letters", of="жд世").data["faces"]
    assert [(one["weight"], one["style"]) for one in faces] == [("400", "normal"), ("400", "italic"), ("600", "normal")]
    assert {one["range"] for one in faces} == {"U+434,U+436"}
    assert all(one["source"].startswith("url(data:font/ttf;base64,") for one in faces)
    assert asker.get("/letters", of="世").data == {"faces": []}
    assert asker.get("/letters").data == {"faces": []}

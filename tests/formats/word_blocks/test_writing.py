"""Maps laid out as block files: what a debater finds there, what comes back, and what somebody adds in Word."""

from __future__ import annotations

import io
from typing import Any

import docx

from coldwater.formats import registry
from coldwater.formats.foreign.outgoing import Outgoing
from coldwater.formats.foreign.reading import map_of
from coldwater.formats.word_blocks import document
from coldwater.prep.setting import docx_styles

from .files import read

MAP: dict[str, Any] = {
    "argmap": 1,
    "title": "Lamps",
    "thesis": "light",
    "sources": {"walks": {"title": "Who walks?", "author": ["Lindqvist"], "qualifications": "planner", "issued": 2024}},
    "claims": {
        "light": {"text": "The streets should be lit."},
        "falls": {
            "text": "Lit streets see fewer falls.",
            "tags": ["Case"],
            "cites": [
                {
                    "source": "walks", "locator": "p. 3", "quotes": ["falls were many", "went down"],
                    "passage": "Long ago falls were many; they went down.",
                },
                {"source": "walks", "quote": "a third"},
            ],
        },
        "matter": {"text": "Falls matter."},
        "dear": {"text": "Lamps are dear."},
        "led": {"text": "LED lamps are cheap."},
    },
    "arguments": {
        "safety": {"title": "Safety", "premises": ["falls", "matter"], "supports": "light"},
        "cost": {"premises": ["dear"], "attacks": "light"},
        "cheap": {"premises": ["led"], "attacks": "cost"},
    },
}  # fmt: skip


def written() -> bytes:
    format_ = registry.named("word-blocks")
    map_ = map_of(MAP)
    assert format_ is not None
    assert map_ is not None
    return format_.write(Outgoing(map_, MAP)).data


def test_a_map_comes_back_as_it_was() -> None:
    back = read(written()).data
    assert back is not None
    back.pop("x-from")
    assert {key: value for key, value in back.items() if value} == MAP


def test_macros_find_blocks_tags_cites_and_what_is_read_out() -> None:
    paragraphs = docx.Document(io.BytesIO(written())).paragraphs
    told = [(one.style.style_id if one.style else "", one.text) for one in paragraphs]
    assert ("Heading3", "AT: The streets should be lit. light") in told
    assert ("Heading3", "AT the step: Lamps are dear. cost") in told
    assert ("Heading4", "LED lamps are cheap. cheap; led") in told
    card = next(one for one in paragraphs if one.text.startswith("Long ago"))
    assert [run.text for run in card.runs if run.style.style_id == "StyleUnderline"] == ["falls were many", "went down"]
    cite = next(one for one in paragraphs if one.text.startswith("Source:"))
    assert [run.text for run in cite.runs if run.style.style_id == "Style13ptBold"] == ["Lindqvist 2024"]


def test_a_tag_that_somebody_added_in_word_is_an_argument_of_its_block() -> None:
    word = docx.Document(io.BytesIO(written()))
    tags = [one for one in word.paragraphs if one.style and one.style.style_id == "Heading4"]
    tag = next(one for one in tags if one.text.startswith("Lamps are dear"))
    tag.insert_paragraph_before("They spoil the night", style="heading 4")
    made = io.BytesIO()
    word.save(made)
    data = read(made.getvalue()).data
    assert data is not None
    [new] = [one for one in data["arguments"].values() if one["premises"] == ["they-spoil-night"]]
    assert new["attacks"] == "light"
    assert data["claims"]["they-spoil-night"]["text"] == "They spoil the night"
    assert data["arguments"]["cheap"] == MAP["arguments"]["cheap"]


def test_the_styles_are_those_of_debate_material() -> None:
    assert document.CITE == docx_styles.CITE
    assert document.UNDERLINE == docx_styles.UNDERLINE
    assert document.LEAD == docx_styles.LEAD
    assert document.MAP_ID == docx_styles.MAP_ID


def test_arguments_that_bear_on_each_other_alone_are_written() -> None:
    data = MAP | {"shape": "graph", "arguments": {
        "one": {"premises": ["falls"], "attacks": "two"}, "two": {"premises": ["dear"], "attacks": "one"},
    }}  # fmt: skip
    map_ = map_of(data)
    format_ = registry.named("word-blocks")
    assert format_ is not None
    assert map_ is not None
    back = read(format_.write(Outgoing(map_, data)).data).data
    assert back is not None
    assert back["arguments"] == data["arguments"]

"""Pages of a German map say what they say in German, and mark truly what is left in English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from coldwater import api
from coldwater.model.data import as_data
from coldwater.prep.material.blocks import find_blocks
from coldwater.prep.material.brief import find_brief
from coldwater.prep.material.flow import find_flow
from coldwater.prep.material.gaps import find_gaps
from coldwater.prep.material.overview import find_overview
from coldwater.prep.material.preparation import Preparation
from coldwater.prep.pages.blocks import blocks_page
from coldwater.prep.pages.brief import brief_page
from coldwater.prep.pages.flow import flow_page
from coldwater.prep.pages.gaps import gaps_page
from coldwater.prep.pages.overview import overview_page
from coldwater.prep.pages.plan import plan_page
from coldwater.prep.pages.sendable import sendable_blocks
from coldwater.prep.rounds.known_formats import FORMATS
from coldwater.prep.setting.html_form import page_html
from coldwater.prep.setting.in_language import in_language
from coldwater.prep.setting.page import Heading, Item, Line, Source, Table
from coldwater.prep.speeches.planning import Task, find_plan
from coldwater.schemes._table import GENERAL
from coldwater.words import german_asking, german_preparing, german_speaking
from coldwater.words.material import table_for
from prep.preparations import SEEDS, prepared
from prep.small_maps import drawn, model

if TYPE_CHECKING:
    from coldwater.prep.setting.page import Part

TEMPO = Path(__file__).parents[1] / "aloud" / "tempolimit.argmap.yaml"
#: Words of English sentences. What stands in quotation marks is the map's.
ENGLISH = re.compile(
    r"\b(the|that|they|this|and|we|our|have|has|it|of|is|not|against|for|say|what|why|if|nothing|would|answers?)\b"
)
QUOTED = re.compile("[“„][^”“]*[”“]")


def plans(prep: Preparation) -> Iterator[Part]:
    for debate in FORMATS.values():
        flow = find_flow(prep, debate)
        yield from flow_page(prep, flow)
        for place, speech in enumerate(debate.speeches):
            if speech.side == prep.side:
                yield from plan_page(prep, find_plan(prep, Task(speech.minutes, 150), flow, place))


PAGES: dict[str, Callable[[Preparation], Iterable[Part]]] = {
    "plans": plans,
    "gaps": lambda prep: gaps_page(prep, find_gaps(prep)),
    "blocks": lambda prep: blocks_page(prep, find_blocks(prep)),
    "sendable": lambda prep: sendable_blocks(prep, find_blocks(prep)),
    "brief": lambda prep: brief_page(prep, find_brief(prep)),
    "overview": lambda prep: overview_page(find_overview(prep)),
}


def in_german(seed: int) -> Any:
    data = as_data(drawn(seed)) | {"language": "de", "title": "Karte"}
    data["claims"] = {
        name: {**claim, "text": f"Aussage {number}."} for number, (name, claim) in enumerate(data["claims"].items())
    }
    return model(data)


@pytest.fixture(scope="module")
def maps() -> list[Preparation]:
    every = [api.load(TEMPO), *map(in_german, SEEDS[::16])]
    return [prepared(map_, side) for map_ in every for side in ("pro", "con")]


@pytest.mark.parametrize("kind", PAGES)
def test_headings_and_leads_of_a_german_page_are_german(kind: str, maps: list[Preparation]) -> None:
    met = 0
    for prep in maps:
        for part in in_language(PAGES[kind](prep), "de", prep.id_words):
            words = [part.text] if isinstance(part, Heading) else [part.lead] if isinstance(part, (Line, Item)) else []
            words = [*part.header] if isinstance(part, Table) else words
            for text in words:
                met += bool(text)
                assert not ENGLISH.search(QUOTED.sub("", text)), text
    assert met > 50


def test_what_is_said_in_paragraphs_is_german_and_what_is_not_is_marked() -> None:
    for side in ("pro", "con"):
        prep = prepared(api.load(TEMPO), side)
        for kind, page in PAGES.items():
            told = list(in_language(page(prep), "de", prep.id_words))
            for part in told:
                if isinstance(part, Line) and ENGLISH.search(QUOTED.sub("", part.text)):
                    assert "--first con" in part.text or not part.language, (kind, part.text)
    html = page_html(in_language(gaps_page(prep, find_gaps(prep)), "de", prep.id_words), "de")
    assert '<h1 dir="auto" lang="de">Lücken von Contra: Soll auf' in html
    assert '<p dir="auto" lang="de"><b lang="de">These.</b> Auf allen Autobahnen' in html
    assert '<b lang="en">' not in html


def test_what_has_no_table_stays_english_around_the_words_of_the_map() -> None:
    prep = prepared(model(as_data(drawn(3)) | {"language": "fr"}), "pro")
    page = page_html(in_language(gaps_page(prep, find_gaps(prep)), "fr", prep.id_words), "fr")
    assert '<h1 dir="auto" lang="en">Gaps of pro: T' in page
    # The thesis is the map's, whatever stands before it.
    assert '<p dir="auto" lang="fr"><b lang="en">Thesis.</b>' in page


def test_an_id_is_no_word() -> None:
    lines: list[Part] = [Line("Text.", "", "crux; unstated"), Item("Text.", "", "value; crux of 2")]
    assert [one.tag for one in in_language(lines, "de", {"crux", "value"}) if not isinstance(one, Table)] == [
        "crux; unausgesprochen",
        "value; Angelpunkt aus 2",
    ]


def test_each_part_of_a_text_is_named_in_the_other() -> None:
    for module in (german_asking, german_preparing, german_speaking):
        for name in (name for name in vars(module) if name.isupper()):
            for key, text in vars(module)[name].items():
                parts = len(re.findall(r"\{[q=n]?\}", key))
                assert {int(one) for one in re.findall(r"\{(\d)\}", text)} <= set(range(parts)), key
                assert not re.search(r"\{[q=n]?\}", text), key


def test_every_question_that_fits_any_argument_is_asked_in_german() -> None:
    german = table_for("de")
    assert german is not None
    for one in GENERAL:
        for said in (
            "You say: “Es ist so.”",
            "You conclude: “Es ist so.” Suppose all of “Titel” holds.",
            "You deny that “Titel” breaks the argument “Anderer Titel”. Your reason: “Es ist so.”",
        ):
            told = german.told(f"{said} {one.then}")
            assert told is not None, one.then
            assert not ENGLISH.search(QUOTED.sub("", told)), told


def test_what_is_said_before_several_questions_is_german() -> None:
    german = table_for("de")
    assert german is not None
    for said in ("say", "rely on this", "take it for granted", "argue against this", "conclude"):
        assert (german.told(f"You {said}: “Es ist so.”") or "").startswith("Sie "), said


def test_what_stands_beside_the_words_of_the_map_in_a_cite_a_cell_or_a_tag_is_german() -> None:
    cite = Source("Amt 2020", "Bericht, accessed 2024-05-01", "", "amt; against lärm")
    table = Table(("Claim", "Positions"), (("Es ist so", "accepted by Amt; rejected by FDP"),), ("so",), None, cite)
    for part in in_language([cite, table], "de", {"amt", "lärm", "so"}):
        source = part.source if isinstance(part, Table) else part
        assert isinstance(source, Source)
        assert (source.what, source.tag) == ("Bericht, abgerufen 2024-05-01", "amt; gegen lärm")
    assert isinstance(part, Table)
    assert part.rows == (("Es ist so", "angenommen von Amt; abgelehnt von FDP"),)
    words = table_for("de")
    assert words is not None
    for would in ("this would stand", "this would fall", "this would be undecided"):
        assert words.told(f"2 premises that nobody states and nothing supports: [a] and [b]; without them {would}.")


def test_words_of_the_map_are_left_as_they_are() -> None:
    german = table_for("de")
    assert german is not None
    assert german.told("Contention: Answer: no") == "Punkt: Answer: no"
    assert german.told("Against “Not said”") == "Gegen „Not said“"
    assert german.told("“A and b” and “C” speak against it.") == "„A and b“ und „C“ sprechen dagegen."
    assert german.told("The weather is fine.") is None


def test_the_formats_have_their_words_in_german() -> None:
    german = table_for("de")
    assert german is not None
    for debate in FORMATS.values():
        for text in (debate.title, debate.note, *(one.name for one in debate.speeches)):
            assert german.told(text) is not None, text

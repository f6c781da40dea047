"""What is said aloud can be said: sentences that end, quotation marks that close, and claims where claims are meant."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coldwater import api
from coldwater.errors import ColdwaterError
from coldwater.prep.material.blocks import find_blocks
from coldwater.prep.material.brief import find_brief
from coldwater.prep.material.cross_examination import examine
from coldwater.prep.pages.blocks import blocks_page
from coldwater.prep.pages.brief import brief_on_one_page, brief_page
from coldwater.prep.pages.questions import questions_page
from coldwater.prep.setting.paragraphs import Paragraphs
from coldwater.prep.setting.text_form import page_text
from coldwater.prep.speeches.planning import Task, find_plan
from coldwater.schemes.asking import Examination
from prep.preparations import prepared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coldwater.model.models import Map
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.setting.page import Part

TESTS = Path(__file__).parents[2]
OWN = TESTS / "prep" / "aloud"
PATHS = [
    *sorted((TESTS.parent / "arguments").glob("*.argmap.yaml")),
    *sorted(OWN.glob("*.argmap.yaml")),
    *sorted((TESTS / "maps").glob("*.argmap.yaml")),
]
#: A quotation that ends without a stop, before a new sentence.
UNSTOPPED = re.compile(r"[^.!?…。！？؟’]” [A-Z]")
NESTED = re.compile("“[^”]*“")


@cache
def readable() -> tuple[tuple[str, Map], ...]:
    """Give the maps that can be evaluated."""
    found = []
    for path in PATHS:
        try:
            map_ = api.load(str(path))
            prepared(map_, "pro")
        except ColdwaterError:
            continue
        found.append((path.name, map_))
    return tuple(found)


def own(name: str, side: str) -> Preparation:
    return prepared(api.load(str(OWN / f"{name}.argmap.yaml")), side)


def printed(page: Iterable[Part]) -> str:
    """Give a page as text in one row."""
    return " ".join(page_text(page, Paragraphs(100, colour=False)).split())


def questions(prep: Preparation, argument: str) -> list[str]:
    """Give what is asked of an argument, in the order in which it is asked."""
    return [asked.text for asked in Examination(prep.graph).questions_to_put(argument)]


def spoken(prep: Preparation) -> str:
    """Give a speech, sentence behind sentence."""
    return " ".join(said.text for part in find_plan(prep, Task(60, 150)).parts for said in part.sentences)


def test_every_question_and_every_sentence_ends_and_closes_what_it_quotes() -> None:
    maps = readable()
    assert len(maps) > 40
    for name, map_ in maps:
        for side in ("pro", "con"):
            prep = prepared(map_, side)
            texts = [asked.text for one in examine(prep) for asked in one.questions]
            for text in texts:
                assert text.endswith("?"), (name, text)
                assert not UNSTOPPED.search(text), (name, text)
                assert not NESTED.search(text), (name, text)
                assert text.count("“") == text.count("”") > 0, (name, text)
                assert ".." not in text, (name, text)


@pytest.mark.parametrize(
    ("name", "side", "argument", "asked"),
    [
        # Nothing is asked of the situation, which the map does not state.
        (
            "policy",
            "con",
            "air",
            [
                (
                    "You say: “The city should bring the air within the law.” Is that what matters most here, "
                    "or does another aim come first?"
                ),
                "You say: “Closing the old town would bring the air within the law.” By what steps would it do so?",
                "You conclude: “Veldham should close its old town to cars.” What would it take to carry that through?",
            ],
        ),
        # No role is given: what there is to ask about is read out.
        (
            "policy",
            "con",
            "expert",
            [
                (
                    "You say: “Lund says that closed streets gain visitors” and “Lund has studied town centres "
                    "for twenty years.” What has the expert published or done in the field?"
                ),
            ],
        ),
        # What is argued against is not the effect.
        (
            "policy",
            "pro",
            "round",
            [
                (
                    "You argue against this: “Closing the old town would bring the air within the law.” What "
                    "could step in and prevent the effect?"
                ),
            ],
        ),
        # An undercut breaks a step, from one claim to another.
        (
            "policy",
            "pro",
            "full",
            [
                (
                    "You deny that “Most who come by car today could come by bus” breaks the "
                    "argument from “A third of the shops' customers come by car”. Your reason: “The buses are "
                    "full at the hours at which people shop.” How does that stand in the way?"
                ),
            ],
        ),
        (
            "value",
            "pro",
            "vertrauen",
            [
                (
                    "You argue against this: “It is right to lie to protect a friend.” Your reason: “Whoever "
                    "lies once is not believed again.” Does that outweigh it, or only stand beside it?"
                ),
            ],
        ),
        (
            "value",
            "con",
            "halten",
            [
                (
                    "You hold that “Treue” leads to “It is right to lie to protect a friend.” Your reason: "
                    "“A friendship is a promise to stand by one another.” How does that make it firmer?"
                ),
            ],
        ),
        (
            "value",
            "pro",
            "sprichwort",
            [
                (
                    "You conclude: “Whoever lies once is not believed again.” Your reason: “‘Wer einmal lügt, "
                    "dem glaubt man nicht’ says the proverb.” By what steps does that lead there?"
                ),
            ],
        ),
        (
            "technical",
            "con",
            "speed",
            [
                (
                    "You conclude: “The ledger should move to one database.” Your reasons: “Writes are slower "
                    "than the budget of 25 ms” and “Cross-shard writes take 40 ms.” Is that enough "
                    "to act on, and what would speak for doing it otherwise?"
                ),
            ],
        ),
        (
            "technical",
            "pro",
            "disk",
            [
                (
                    "You hold that “Single point of failure” speaks against “The ledger should move to one "
                    "database.” How far does one case carry the conclusion?"
                ),
            ],
        ),
    ],
)
def test_questions_that_read_well(name: str, side: str, argument: str, asked: list[str]) -> None:
    found = questions(own(name, side), argument)
    assert [text for text in asked if text not in found] == [], found


@pytest.mark.parametrize(
    ("name", "side", "argument", "words"),
    [
        ("policy", "con", "air", "What in the present situation"),
        ("policy", "pro", "round", "Is the cause really there"),
        ("policy", "pro", "ruin", "How bad is the outcome"),
    ],
)
def test_nothing_is_asked_of_an_empty_slot(name: str, side: str, argument: str, words: str) -> None:
    found = questions(own(name, side), argument)
    assert found
    assert [text for text in found if words in text] == []


def test_pages_name_a_step_by_what_it_goes_from_and_to_or_by_its_title() -> None:
    prep = own("policy", "pro")
    blocks = printed(blocks_page(prep, find_blocks(prep)))
    assert "Against the step from “Lund says that closed streets gain visitors” to “A closed old town" in blocks
    assert "Against the step of “More trade”; unanswered." in blocks
    assert "Against the step from “Most who come by car today could come by bus”; unanswered." in blocks


def test_a_brief_says_a_reason_with_one_premise_once() -> None:
    prep = own("technical", "pro")
    brief = printed(brief_page(prep, find_brief(prep)))
    assert "• Because: Cross-shard writes take 40 ms [late; latency] • Because: Cross-shard writes need" in brief
    assert "“Writes are slower than the budget of 25 ms”, “Two engineers” and “A ledger is what must be" in brief
    other = own("technical", "con")
    told = "• Because (it falls): The ledger has grown by 60 % a year since 2021 [extrapolate; trend]"
    assert told in printed(brief_page(other, find_brief(other)))


def test_a_speech_tells_what_does_not_follow_and_calls_a_title_a_point() -> None:
    speech = spoken(own("technical", "pro"))
    assert "They say: One database is a single point of failure. Even so, that does not speak against the" in speech
    assert "2021. Even so, this does not follow from it: The ledger will not fit on one machine by 2028. Nine" in speech
    assert "They may say: Replicas split when the network does. That does not break our point. A quorum" in speech


def test_questions_page_is_in_no_need_of_a_referent() -> None:
    for name in ("policy", "value", "technical"):
        for side in ("pro", "con"):
            prep = own(name, side)
            page = printed(questions_page(prep, examine(prep)))
            assert "nothing follows from" not in page
            assert "are all right" not in page


def test_a_rival_that_falls_with_what_is_for_it_is_not_called_unanswered() -> None:
    prep = own("tempolimit", "pro")
    page = printed(blocks_page(prep, find_blocks(prep)))
    block = page[page.index("Against “Die Richtgeschwindigkeit") : page.index("Against “Andere Gründe")]
    assert "No answer needed. What is for it falls: “Haftung genügt”, in a block below." in block
    assert "no answer" not in block


def test_a_brief_of_one_page_says_how_many_claims_of_a_voting_issue_it_leaves_out() -> None:
    prep = own("night-trains", "con")
    page = printed(brief_on_one_page(prep, find_brief(prep)))
    issue = page[page.index("Does at least one of these 3 hold?") : page.index("Do all of these hold?")]
    assert "stopped running in 2016" in issue
    assert "together with" not in issue
    assert issue.count("• ") == 4  # two claims, that there is one more, and the next question
    assert "• and 1 more, in the brief" in issue

"""What holds of all material alike: kinds agree, what is called a crux is one, the order of the file is nothing."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any

import pytest

from coldwater import judge
from coldwater.prep.material.blocks import find_blocks
from coldwater.prep.material.brief import find_brief
from coldwater.prep.material.cross_examination import examine
from coldwater.prep.material.flow import find_flow
from coldwater.prep.material.gaps import find_gaps
from coldwater.prep.material.preparation import Preparation
from coldwater.prep.pages.blocks_json import blocks_json
from coldwater.prep.pages.brief_json import brief_json
from coldwater.prep.pages.flow_json import flow_json
from coldwater.prep.pages.gaps_json import gaps_json
from coldwater.prep.pages.plan_json import plan_json
from coldwater.prep.pages.questions_json import questions_json
from coldwater.prep.practice.anki import anki_text
from coldwater.prep.practice.bout import Bout
from coldwater.prep.practice.cards import cards_of
from coldwater.prep.practice.progress import Progress
from coldwater.prep.practice.replies import opening_rank, words_of
from coldwater.prep.practice.sayings import Sayings
from coldwater.prep.practice.scheduling import waiting
from coldwater.prep.practice.standing import standing_json
from coldwater.prep.practice.told import answers, argued, summed_up
from coldwater.prep.rounds.known_formats import FORMATS
from coldwater.prep.setting.markdown_form import page_markdown
from coldwater.prep.speeches.planning import Task, find_plan
from coldwater.semantics.evaluation import Overrides
from prep.preparations import preparations, prepared, shuffled, strange_ids, unordered
from prep.small_maps import drawn

SOME_SEEDS = range(25)


def every_kind(prep: Preparation) -> dict[str, Any]:
    """Give what a side prepares with, by kind, as JSON holds it."""
    texts = {
        "gaps": gaps_json(prep, find_gaps(prep)),
        "blocks": blocks_json(prep, find_blocks(prep)),
        "brief": brief_json(prep, find_brief(prep)),
        "questions": questions_json(prep, examine(prep)),
        "plan": plan_json(prep, find_plan(prep, Task(20, 150))),
        "flow": flow_json(prep, find_flow(prep, FORMATS["policy"])),
    }
    assert all(text.isascii() for text in texts.values())
    return {kind: json.loads(text) for kind, text in texts.items()}


def named_at_a_crux(value: Any) -> set[str]:
    """Give the ids that stand in JSON beside a crux of one claim."""
    if isinstance(value, list):
        return {name for item in value for name in named_at_a_crux(item)}
    if not isinstance(value, dict):
        return set()
    own = {str(value.get("id") or value.get("argument"))} if value.get("smallest_crux") == 1 else set()
    return own.union(*(named_at_a_crux(item) for item in value.values()))


def below(prep: Preparation, name: str) -> set[str]:
    """Give the claims that a node rests on, and those that what it attacks rests on."""
    graph = prep.graph
    found: set[str] = set()
    attacked = graph.arguments[name].attacks if name in graph.arguments else None
    wanted = [name] if attacked in (None, prep.map.thesis) else [name, str(attacked)]
    while wanted:
        node = wanted.pop()
        if node not in found:
            found.add(node)
            wanted += [*graph.premises(node)] if node in graph.arguments else []
            wanted += graph.supporters(node)
    return found & set(graph.claims)


def test_what_any_kind_names_at_a_crux_has_a_claim_that_turns_the_verdict_alone() -> None:
    met = 0
    for name, prep in preparations():
        usual = judge.evaluate(prep.map).verdicts[prep.map.thesis].verdict
        turning = {
            claim
            for claim in prep.map.claims
            if claim != prep.map.thesis
            and judge.evaluate(prep.map, overrides=Overrides(rejected=(claim,))).verdicts[prep.map.thesis].verdict
            != usual
        }
        for kind, data in every_kind(prep).items():
            for one in named_at_a_crux(data):
                assert below(prep, one) & turning, (name, kind, one)
                met += 1
    assert met > 100


def test_kinds_agree_on_what_nothing_answers() -> None:
    met = 0
    for name, prep in preparations():
        kinds = every_kind(prep)
        unanswered = {one["id"] for one in kinds["gaps"]["unanswered"]}
        empty = set(kinds["blocks"]["without_answer"])
        cards = {card.name for card in cards_of(prep) if card.block.is_empty}
        assert unanswered <= empty == cards, name
        live = {prep.names[node] for node in prep.live_answers}
        assert not unanswered & live, name
        met += len(unanswered)
    assert met > 20


def spoken(prep: Preparation, seed: int) -> list[str]:
    """Give a whole bout as it is told, answered by the first answer of the map wherever there is one."""
    bout, parts = Bout(prep, seed), []
    while bout.left:
        events = bout.next_point()
        while True:
            parts += [part for event in events for part in argued(prep, event.node, event.turn)]
            if bout.challenge is None:
                break
            choices = bout.choices()
            events = bout.answer(choices[0]) if choices else bout.give_in()
            parts += [part for choice in choices for part in argued(prep, choice.node, words_of(prep, choice.node))]
    parts += summed_up(prep, bout, Sayings(prep))
    return page_markdown(parts).splitlines()


def test_every_id_in_a_bout_or_on_a_card_exists() -> None:
    for name, prep in preparations():
        said = "\n".join(spoken(prep, 1))
        assert not strange_ids(prep, said), name
        for card in cards_of(prep):
            page = page_markdown([*argued(prep, prep.numbers[card.name], "They:"), *answers(prep, card.block)])
            assert not strange_ids(prep, page), name
        known = {*prep.names, *prep.map.sources}
        for tag in re.findall(r"<small>\(([^)]*)\)</small>", anki_text(prep, cards_of(prep))):
            assert strange_ids(prep, f"`{tag}`") <= known, (name, tag)


@pytest.mark.parametrize("side", ["pro", "con"])
def test_the_order_of_the_file_orders_equals_in_practice_and_nothing_else(side: Any) -> None:
    for seed in SOME_SEEDS:
        usual, other = (prepared(map_, side) for map_ in (drawn(seed), shuffled(drawn(seed), seed)))
        assert sorted(given_up(usual)) == sorted(given_up(other)), seed
        ranks = [[opening_rank(prep, point) for point in Bout(prep).left] for prep in (usual, other)]
        assert ranks[0] == ranks[1], seed
        told = [json.loads(stats(prep)) for prep in (usual, other)]
        assert unordered(told[0]) == unordered(told[1]), seed


def given_up(prep: Preparation) -> list[tuple[str, ...]]:
    """Give each point of a bout in which nothing is answered: how it ends, and what the map would have answered."""
    bout, found = Bout(prep), []
    while bout.left:
        bout.next_point()
        choices = sorted(prep.names[choice.node] for choice in bout.choices())
        (end,) = bout.give_in()
        found.append((prep.names[end.node], end.turn, *choices))
    return found


def stats(prep: Preparation) -> str:
    progress = Progress(prep.map.title, prep.map.thesis, "", prep.side, {})
    return standing_json(prep, progress, waiting(cards_of(prep), progress, datetime(2026, 1, 1, tzinfo=UTC)))

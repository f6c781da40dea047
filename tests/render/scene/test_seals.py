"""Seals: every box has the verdict of its claim or argument and room for it; lines are strong or faint."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from coldwater.render.fonts.text import widest, width
from coldwater.render.layout.engine import MOST_FOR_GRAPHVIZ
from coldwater.render.reading.focus import part
from coldwater.render.reading.verdicts import judge
from coldwater.render.scene import parts as s
from coldwater.render.scene.fitting import seal_width, strip_height, strip_width
from coldwater.render.scene.joining import head_start
from coldwater.render.scene.staging import stage
from coldwater.semantics.evaluation import Overrides
from render.drawing_samples import random_map
from render.verdict_samples import circle, every_reason, judged_samples

SAMPLES = judged_samples()


@pytest.mark.parametrize("direction", ["top-down", "left-right"])
@pytest.mark.parametrize("name", SAMPLES)
def test_every_box_has_its_verdict_and_room_for_it(name: str, direction: str) -> None:
    map_ = SAMPLES[name]
    verdicts = judge(map_, map_.thesis)
    scene = stage(map_, direction, verdicts=verdicts)
    for card in scene.cards.values():
        seal = card.seal
        assert seal is not None
        assert seal.verdict == verdicts.of[card.name].verdict
        assert scene.words.verdict.format(word=seal.word, reason=seal.reason) in card.label
        if card.is_thesis:
            inner = card.width - 2 * s.THESIS_PAD + 0.01
            assert max(widest(seal.lines, s.REASON_SIZE), strip_width(seal.word)) <= inner
            assert strip_height(seal) + len(card.lines) * s.THESIS_LEADING < card.height
        else:
            foot = seal_width(seal) + width(card.foot, s.FOOT_SIZE) + width(card.mark, s.FOOT_SIZE)
            assert foot + s.SEAL_GAP <= card.width - 2 * s.CARD_PAD + 0.01
    for pill in scene.pills.values():
        assert pill.seal is not None
        assert pill.seal.verdict == verdicts.of[pill.name].verdict
        title = 0.0 if pill.is_spread else width(pill.title, s.PILL_TITLE_SIZE, "semibold")
        mark = width(pill.mark, s.FOOT_SIZE) + 9.0 if pill.mark else 0.0
        assert head_start(pill.word) + title + mark + seal_width(pill.seal) + s.CARD_PAD <= pill.width + 0.01


@pytest.mark.parametrize("name", SAMPLES)
def test_ids_are_as_long_as_without_verdicts(name: str) -> None:
    map_ = SAMPLES[name]
    for direction in ("top-down", "left-right"):
        plain = stage(map_, direction)
        judged = stage(map_, direction, verdicts=judge(map_, map_.thesis))
        assert [card.foot for card in plain.cards.values()] == [card.foot for card in judged.cards.values()]


def test_lines_are_strong_where_they_decided_and_faint_where_their_argument_falls() -> None:
    map_ = every_reason()
    verdicts = judge(map_, map_.thesis)
    scene = stage(map_, verdicts=verdicts)
    stress = {(edge.kind, scene.pills[edge.tail].name): edge.stress for edge in scene.edges if edge.tail in scene.pills}
    assert stress["step", "growth"] == stress["step", "calm"] == stress["step", "more-trade"] == "decisive"
    assert stress["step", "too-dear"] == stress["step", "demand"] == "fallen"
    assert stress["step", "paid"] == stress["step", "ended"] == "plain"


def test_the_legend_names_what_is_shown_and_nothing_else() -> None:
    map_ = circle()
    scene = stage(map_, verdicts=judge(map_, map_.thesis))
    assert scene.legend == ("supports", "attacks", "shared", "in", "undecided", "decisive")
    assert "out" in stage(every_reason(), verdicts=judge(every_reason(), "thesis")).legend


def test_what_is_tried_out_is_marked_and_named_in_the_legend() -> None:
    map_ = every_reason()
    overrides = Overrides(("ships", "nature"), ("weather",), {"too-dear": 0.9})
    scene = stage(map_, verdicts=judge(map_, map_.thesis, overrides))
    boxes: list[s.Card | s.Pill] = [*scene.cards.values(), *scene.pills.values()]
    marked = {box.name: box.label for box in boxes if box.seal is not None and box.seal.is_overruled}
    assert set(marked) == {"ships", "nature", "weather", "too-dear"}
    assert all(label.endswith("; tried out, not as the map says") for label in marked.values())
    assert scene.legend[-1] == "overruled"


def test_a_scene_without_verdicts_is_as_ever() -> None:
    scene = stage(every_reason())
    assert all(card.seal is None for card in scene.cards.values())
    assert {edge.stress for edge in scene.edges} == {"plain"}
    assert not {"in", "out", "undecided", "decisive"} & set(scene.legend)
    judged = stage(every_reason(), verdicts=judge(every_reason(), "thesis"))
    assert [replace(edge, stress="plain") for edge in judged.edges] == list(scene.edges)


def test_a_part_has_the_verdicts_of_the_whole_and_the_ways_of_its_own_root() -> None:
    map_ = every_reason()
    piece = part(map_, "mussels", 0)
    verdicts = judge(map_, piece.thesis)
    scene = stage(piece, verdicts=verdicts)
    (card,) = scene.cards.values()
    assert card.seal is not None
    assert card.seal.reason == "what speaks for it is enough against what speaks against it"
    assert verdicts.ways >= {("silt", "mussels"), ("currents", "silt")}


def test_references_in_large_graphs_carry_the_verdict_of_what_they_refer_to() -> None:
    map_ = random_map(3, MOST_FOR_GRAPHVIZ, 0.2)
    verdicts = judge(map_, map_.thesis)
    scene = stage(map_, "left-right", refers=True, verdicts=verdicts)
    again = [card for card in scene.cards.values() if card.again is not None]
    assert len(again) > 20
    for card in again:
        assert card.seal is not None
        assert card.seal.verdict == verdicts.of[card.name].verdict
        foot = seal_width(card.seal) + s.SEAL_GAP + width(card.foot, s.FOOT_SIZE)
        assert foot <= card.width - 2 * s.CARD_PAD + 0.01
        assert re.search("verdict: (stands|falls|undecided), since", card.label)

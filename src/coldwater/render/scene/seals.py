"""Verdicts as a scene shows them: a seal on each box, ways that decided it strong, what falls faint. No layout."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coldwater.render.scene.parts import Edge, Scene, Seal
from coldwater.semantics.labelling import PLAIN_WORDS
from coldwater.words.wording import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.render.reading.verdicts import Verdicts, Way
    from coldwater.render.scene.parts import Stress
    from coldwater.words.wording import Words


def seal_of(verdicts: Verdicts | None, name: str, words: Words = ENGLISH) -> Seal | None:
    """Give the seal of a claim or argument by its id; None where no verdicts are shown."""
    if verdicts is None:
        return None
    verdict, reason = verdicts.of[name]
    is_decisive, is_overruled = name in verdicts.decisive, name in verdicts.overruled
    why = verdicts.why[name] if verdicts.is_worded else words.reasons.get(reason, verdicts.why[name])
    return Seal(verdict, words.verdicts[verdict], why, is_decisive, is_overruled)


def with_verdicts(scene: Scene, verdicts: Verdicts) -> Scene:
    """Give the scene with its lines stressed, and with what its legend and its foot say of verdicts."""
    edges = tuple(replace(edge, stress=_stress(scene, edge, verdicts)) for edge in scene.edges)
    told = scene.words.under(verdicts.evaluation)  # what it rests on is told in English only
    foot = tuple(told) or (
        *verdicts.circumstances, *verdicts.rests(*(card.name for card in scene.cards.values()))
    )  # fmt: skip
    return with_legend(replace(scene, edges=edges, circumstances=foot))


def with_legend(scene: Scene) -> Scene:
    """Give the scene with a legend that names the verdicts it shows, and what is strong, and no others."""
    seals = [*(card.seal for card in scene.cards.values()), *(pill.seal for pill in scene.pills.values())]
    shown: set[str] = {seal.verdict for seal in seals if seal is not None}
    shown |= {"decisive"} & {edge.stress for edge in scene.edges}
    shown |= {"overruled"} if any(seal is not None and seal.is_overruled for seal in seals) else set()
    of_verdicts = (*PLAIN_WORDS, "decisive", "overruled")
    legend = [entry for entry in scene.legend if entry not in of_verdicts]
    return replace(scene, legend=(*legend, *(entry for entry in of_verdicts if entry in shown)))


def _stress(scene: Scene, edge: Edge, verdicts: Verdicts) -> Stress:
    if any(way in verdicts.ways for way in _ways(scene, edge)):
        return "decisive"
    pill = scene.pills.get(edge.head if edge.kind == "shared" else edge.tail)
    if pill is not None:
        return "fallen" if _falls(pill.seal) else "plain"
    return "fallen" if _falls(scene.cards[edge.tail].seal) and _falls(scene.cards[edge.head].seal) else "plain"


def _ways(scene: Scene, edge: Edge) -> Iterator[Way]:
    """Give the ways that a line stands for, each from what may have decided to what it may have decided."""
    tail, head = _name(scene, edge.tail), _name(scene, edge.head)
    yield tail, head
    if edge.kind == "contradicts":
        yield head, tail


def _name(scene: Scene, key: str) -> str:
    return scene.cards[key].name if key in scene.cards else scene.pills[key].name


def _falls(seal: Seal | None) -> bool:
    return seal is not None and seal.verdict == "out"

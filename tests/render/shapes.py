"""Fifteen maps of every shape that a picture must show, for tests that look at pictures where they are shown."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coldwater.api import load
from coldwater.model import from_accepted_data
from render.drawing_samples import BRIDGE, attacks, chain, forty, make_map, random_map, supports, tongues, twisted

if TYPE_CHECKING:
    from coldwater.model.models import Map

MAPS = Path(__file__).parents[2] / "arguments"


def three() -> Map:
    """Give a thesis with a supporter and an attacker."""
    claims = {"t": "Cars should leave the old town.", "a": "Noise makes people ill.", "b": "Shops need deliveries."}
    return make_map(claims, {"x": supports("t", "a", title="Noise"), "y": attacks("t", "b")}, title="Cars")


def long_texts() -> Map:
    """Give a map whose every text has about three hundred characters, the thesis too."""
    body = "which the council has discussed in three sittings, with experts from two universities and from the port "
    text = f"It holds that {body}authority, and {body}in the year before last."
    claims = {"t": text, **{f"c{number}": f"{number}. {text}" for number in range(5)}}
    arguments = {
        "x": supports("t", "c0", "c1", title=f"An argument whose title is no title but a sentence, {body}"),
        "y": attacks("t", "c2", title="Short"),
        "z": attacks("y", "c3", title="What is wrong with the step from the one to the other"),
        "w": supports("c0", "c4"),
    }
    return make_map(claims, arguments, title=f"Whether it holds that {body}")


def nested_undercuts() -> Map:
    """Give an undercut of an undercut of an undercut, and what backs a step."""
    claims = {f"c{number}": f"Reason {number} is one that people give in earnest." for number in range(6)}
    arguments = {
        "a": supports("c0", "c1", title="The reason"),
        "b": attacks("a", "c2", title="Beside the point"),
        "c": attacks("b", "c3", title="Not at all beside it"),
        "d": attacks("c", "c4", title="And yet it is"),
        "e": supports("a", "c5", title="A step often taken"),
    }
    return make_map(claims, arguments, title="Undercut upon undercut")


def six_linked() -> Map:
    """Give an argument of six premises, four of them unstated, and one whose premise is not there."""
    claims: dict[str, Any] = {"t": "The harbour should be deepened."}
    for number in range(6):
        claims[f"p{number}"] = {
            "text": f"Premise {number} is needed together with the other five.",
            "implicit": number > 1,
        }
    arguments = {
        "x": supports("t", *(f"p{number}" for number in range(6)), title="All together"),
        "y": attacks("t", "p0", title="Turned round"),
    }
    return make_map(claims, arguments, title="Six linked premises", shape="graph")


def verdict_states() -> Map:
    """Give claims and arguments that stand, fall and are undecided, for every reason."""
    claims: dict[str, Any] = {
        "t": "The line should be built.",
        "a": "It saves an hour.",
        "b": "It costs more than it saves.",
        "c": {"text": "The figures are of last year.", "status": "open"},
        "d": {"text": "Nobody uses the old line.", "status": "rejected"},
        "e": "The survey counted every train.",
        "f": "The survey was made in a strike.",
        "g": {"text": "A strike empties trains.", "implicit": True},
    }
    arguments = {
        "stands": supports("t", "a", title="Time"),
        "tied": attacks("t", "b", title="Cost"),
        "open": attacks("t", "c", title="Old figures"),
        "falls": supports("t", "d", title="Disuse"),
        "counted": attacks("d", "e", title="Counted"),
        "cut": attacks("counted", "f", "g", title="Made in a strike"),
    }
    return make_map(claims, arguments, title="Every verdict")


def arabic() -> Map:
    """Give Arabic, with Latin names and figures in it."""
    claims: dict[str, Any] = {
        "t": "ينبغي للمدينة أن تغلق وسطها أمام السيارات بحلول عام 2030.",
        "a": "تلوث الهواء في شارع Main Street أعلى بثلاث مرات من الحد المسموح به.",
        "b": {"text": "على المدينة أن تحمي صحة سكانها.", "implicit": True},
        "c": "تخسر المتاجر 20% من زبائنها وفق تقرير OECD لعام 2019.",
        "d": "كانت العينة صغيرة جدا.",
    }
    arguments = {
        "x": supports("t", "a", "b", title="الصحة"),
        "y": attacks("t", "c", title="التجارة"),
        "z": attacks("y", "d", title="عينة صغيرة"),
    }
    return make_map(claims, arguments, title="هل تغلق المدينة وسطها أمام السيارات؟", language="ar")


def several() -> Map:
    """Give two theses with a rival, what speaks for both, and what hangs on none."""
    claims = {
        "toll": "The bridge should cost a toll.",
        "wide": "The bridge should be widened.",
        "ferry": "A ferry should run instead.",
        "jam": "Every morning traffic stands for an hour.",
        "fair": "Who uses a bridge should pay for it.",
        "dear": "Widening costs two yearly budgets.",
        "slow": "A ferry takes forty minutes.",
        "lone": "Nothing hangs on this.",
    }
    arguments = {
        "a": supports("toll", "jam", "fair", title="Who uses it pays"),
        "b": supports("wide", "jam", title="Room"),
        "c": attacks("wide", "dear", title="Cost"),
        "d": attacks("ferry", "slow", title="Slow"),
    }
    return make_map(claims, arguments, title="The bridge", thesis=["toll", "wide"], rivals=["ferry"], shape="graph")


@cache
def fifteen() -> dict[str, Map]:
    """Give the fifteen maps by name."""
    return {
        "article": load(str(MAPS / "china-russia-alliance.argmap.yaml")),
        "library": load(str(MAPS / "library-evenings.argmap.yaml")),
        "bridge": from_accepted_data(BRIDGE),
        "three": three(),
        "ten mixed": random_map(7, 10),
        "long texts": long_texts(),
        "chain of 30": chain(30),
        "forty attackers": forty(),
        "shared, and a circle": twisted(),
        "nested undercuts": nested_undercuts(),
        "six linked": six_linked(),
        "several theses": several(),
        "every verdict": verdict_states(),
        "Chinese": tongues(),
        "Arabic": arabic(),
    }

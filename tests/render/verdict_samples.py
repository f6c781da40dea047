"""Maps to be judged and drawn: one with every verdict for every reason, one that hangs in a circle, and more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater import api
from coldwater.render.reading.verdicts import is_judgeable
from render.drawing_samples import all_samples, attacks, make_map, random_map, supports

if TYPE_CHECKING:
    from coldwater.model.models import Map


def every_reason() -> Map:
    """Give a map in which each verdict comes about in every way it can."""
    claims: dict[str, Any] = {
        "thesis": "The harbour should be dredged this year.",
        "ships": "Larger ships would call at the harbour.",
        "trade": {"text": "More calls mean more trade.", "cites": [{"source": "port"}]},
        "cost": "Dredging costs two million.",
        "reserve": {"text": "The town has three million in reserve.", "status": "accepted"},
        "weather": {"text": "The autumn will be calm.", "status": "open"},
        "rumour": {"text": "The rival port is closing.", "status": "rejected"},
        "mussels": {"text": "The dredging kills the mussel beds.", "cites": [{"source": "survey"}]},
        "beds": "The beds lie outside the channel.",
        "currents": "Currents carry the silt to the beds.",
        "wanted": "Shipping lines have asked for the depth.",
        "letter": {"text": "One line has written a letter.", "status": "rejected"},
        "quay": {"text": "The quay would have to be shored up.", "implicit": True},
        "piles": "The old piles have rotted.",
        "newer": "The piles were renewed in 2019.",
        "hen": "The town grows because the harbour does.",
        "egg": "The harbour grows because the town does.",
        "tides": "The tides decide when dredgers can work.",
        "subsidy": "The state adds a subsidy.",
        "cut": "The state has cut the programme.",
        "chart": {
            "text": "The chart shows the beds beyond the buoys.",
            "kind": "fact",
            "cites": [{"source": "survey"}],
        },
    }
    arguments = {
        "more-trade": supports("thesis", "ships", "trade", title="More trade"),
        "too-dear": attacks("thesis", "cost", title="Too dear", strength=0.4),
        "nature": attacks("thesis", "mussels", title="Mussel beds"),
        "calm": supports("thesis", "weather", title="A calm autumn"),
        "rival": supports("thesis", "rumour", title="No rival"),
        "demand": supports("thesis", "wanted", title="Demand"),
        "asked": supports("wanted", "letter", title="A letter"),
        "shoring": attacks("thesis", "quay", title="Shoring up"),
        "rotten": supports("quay", "piles", title="Rotten piles", strength=0.3),
        "renewed": attacks("quay", "newer", title="Renewed", strength=0.8),
        "paid": attacks("too-dear", "reserve", title="Paid for"),
        "outside": attacks("mussels", "beds", title="Out of the way", strength=0.3),
        "silt": supports("mussels", "currents", title="Silt drifts", strength=0.7),
        "grows": supports("hen", "egg", title="Town, harbour"),
        "grows-too": supports("egg", "hen", title="Harbour, town"),
        "growth": supports("thesis", "hen", title="Growth"),
        "seasonal": attacks("more-trade", "tides", title="Only at times", strength=0.5),
        "subsidised": supports("thesis", "subsidy", title="Subsidy"),
        "ended": attacks("subsidy", "cut", title="Programme cut"),
        "charted": supports("beds", "chart", title="Chart"),
        "yearly": supports("more-trade", "trade", title="All year round", strength=0.5),
    }
    sources = {"port": {"title": "Port statistics"}, "survey": {"title": "Survey of the beds"}}
    title = "Should the harbour be dredged?"
    return make_map(claims, arguments, title=title, shape="graph", sources=sources)


def circle() -> Map:
    """Give a thesis that hangs in a circle of attacks."""
    claims = {"a": "The witness lies.", "b": "The clerk lies.", "c": "The mayor lies.", "d": "There are minutes."}
    arguments = {
        "says-b": attacks("a", "b", title="The clerk's word"),
        "says-c": attacks("b", "c", title="The mayor's word"),
        "says-a": attacks("c", "a", title="The witness' word"),
        "minutes": supports("b", "d", title="Minutes", strength=0.2),
    }
    return make_map(claims, arguments, title="Who lies?", shape="graph")


def judged_samples() -> dict[str, Map]:
    """Give maps that can be evaluated, by name."""
    maps = {"every": every_reason(), "circle": circle(), **all_samples()}
    maps |= {f"random {seed}": random_map(seed, 12 + 6 * seed, 0.1 * (seed % 3)) for seed in range(6)}
    article = api.check_file("arguments/china-russia-alliance.argmap.yaml").map
    assert article is not None
    return {name: map_ for name, map_ in {**maps, "article": article}.items() if is_judgeable(map_)}

"""Degrees under gradual semantics, for people and for scripts; and that there are none where a circle never rests."""

from __future__ import annotations

import json

from coldwater.model.graph import Graph
from coldwater.report.evaluation_text import Layout, column_of, named, not_told, resting_set, shown, text_of, titled
from coldwater.semantics.gradual import NotConverged
from coldwater.semantics.positions import view_data
from coldwater.semantics.resting_words import points

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coldwater.model.models import Map
    from coldwater.semantics.evaluation import Overrides
    from coldwater.semantics.gradual import Degrees
    from coldwater.semantics.resting_degrees import RestingDegree

_MOST_MOVING = 12
_CONVENTION = (
    "Degrees run from 0 to 1. A claim begins with its credence (0.5 unless given), an argument with its strength times "
    "the least degree of its premises; the second is a convention of ours. Proof standards play no part."
)


def degrees_text(
    map_: Map, found: Degrees | NotConverged, resting: Mapping[str, RestingDegree], overrides: Overrides, width: int
) -> str:
    """Give degrees as text: the thesis first, then what bears on it, then all, each with the base it came from.

    ``resting``: by thesis what its degree rests on, where there are degrees.
    """
    layout = Layout(width, colour=False)
    lines = [*titled(map_, layout), ""]
    if isinstance(found, NotConverged):
        lines += _restless(found, layout)
    else:
        for thesis in map_.theses:
            lines += _thesis(map_, thesis, found, layout)
        graph = Graph(map_)
        for thesis, one in resting.items():
            lines += _bearing(graph, thesis, found, layout)
            lines += resting_set(map_, thesis, points(one), layout)
        lines += not_told(map_, len(resting), layout)
        lines += _table(map_, found, layout)
    lines += ["", *layout.wrapped(f"Semantics: {found.semantics}. {_CONVENTION}")]
    if otherwise := _told(overrides):
        lines += layout.wrapped(f"Otherwise than the map says: {otherwise}.")
    return "\n".join(lines) + "\n"


def _told(overrides: Overrides) -> str:
    parts = [f"`{name}` rejected" for name in overrides.rejected]
    parts += [f"`{name}` accepted" for name in overrides.accepted]
    return ", ".join(parts + [f"strength of `{name}` {value:g}" for name, value in overrides.strengths.items()])


def _restless(found: NotConverged, layout: Layout) -> Iterator[str]:
    named = ", ".join(f"`{name}`" for name in found.moving[:_MOST_MOVING])
    more = f" and {len(found.moving) - _MOST_MOVING} more" if len(found.moving) > _MOST_MOVING else ""
    told = "There are no degrees: going round its circles, the map never comes to rest. Still moving were "
    if found.cut_by == "time":
        told = (
            "There are no degrees: the time was over before the map came to rest; --seconds allows more. It went round "
        )
    yield from layout.wrapped(f"{told}{named}{more}.")


def _thesis(map_: Map, thesis: str, found: Degrees, layout: Layout) -> Iterator[str]:
    degree, base = found.degrees[thesis]
    what = "The thesis" if len(map_.theses) == 1 else f"The thesis `{thesis}`"
    yield from layout.wrapped(f"{what} has degree {degree:.2f}; it began at {base:.2f}.")
    yield from layout.wrapped(f"{map_.claims[thesis].text} [{thesis}]", "  ", "  ")


def _bearing(graph: Graph, thesis: str, found: Degrees, layout: Layout) -> Iterator[str]:
    """List what bears on a thesis: the arguments about it, and the claims that contradict it."""
    map_ = graph.map
    sides = dict.fromkeys(graph.supporters(thesis), "for")
    sides |= dict.fromkeys((*graph.attackers(thesis), *graph.contraries(thesis)), "against")
    if sides:
        yield from ("", *layout.wrapped(f"What bears on {named(map_, thesis)}, strongest first:"))
    for name in sorted(sides, key=lambda one: -found.degrees[one].degree):
        told = f"{sides[name]:<8} {shown(map_, name)}"
        yield from layout.wrapped(told, " " * 15, f"  {found.degrees[name].degree:.2f} ")


def _table(map_: Map, found: Degrees, layout: Layout) -> Iterator[str]:
    ids = column_of(found.degrees)
    for heading, names in (("Claims", map_.claims), ("Arguments", map_.arguments)):
        if names:
            yield from ("", f"{heading} (degree, base)")
        for name in names:
            degree, base = found.degrees[name]
            yield from layout.row(f"  {degree:.2f}  {base:.2f}  ", name, ids, text_of(map_, name))


def degrees_json(
    map_: Map, found: Degrees | NotConverged, resting: Mapping[str, RestingDegree], overrides: Overrides
) -> str:
    """Give degrees as one JSON object, version 1; ASCII only."""
    told = {
        "rejected": list(overrides.rejected),
        "accepted": list(overrides.accepted),
        "strengths": dict(overrides.strengths),
    }
    data: dict[str, object] = {"version": 1, "semantics": found.semantics, **view_data(map_), "overrides": told}
    if isinstance(found, NotConverged):
        data |= {"converged": False, "moving": list(found.moving), "time": found.time, "cut_by": found.cut_by}
    else:
        thesis = {"id": map_.thesis, **found.degrees[map_.thesis]._asdict()}
        every = {name: degree._asdict() for name, degree in found.degrees.items()}
        rests = {name: one.as_data() for name, one in resting.items()}
        theses = [
            {"id": one, **every[one], **({"rests_on": rests[one]} if one in rests else {})} for one in map_.theses
        ]
        several = {"theses": theses} if len(theses) > 1 else {}
        data |= {"converged": True, "thesis": thesis, **several, "rests_on": rests[map_.thesis], "degrees": every}
    return json.dumps(data, indent=2) + "\n"

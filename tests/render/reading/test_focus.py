"""``--focus`` and ``--depth``: what of a map is drawn."""

from __future__ import annotations

import pytest

from coldwater.errors import UsageError
from coldwater.model import from_accepted_data, models
from coldwater.model.models import Map
from coldwater.render import digest
from coldwater.render.reading.focus import Part, left_out, part
from coldwater.render.scene.staging import stage
from render.format_samples import BRIDGE


@pytest.fixture(params=["twin", "model"])
def bridge(request: pytest.FixtureRequest) -> Map:
    return from_accepted_data(BRIDGE) if request.param == "twin" else Map.model_validate(BRIDGE)


def test_without_focus_and_depth_the_map_comes_back(bridge: Map) -> None:
    assert part(bridge) is bridge
    assert left_out(bridge) == {}


def test_a_claim_becomes_the_thesis_with_all_that_is_behind_it(bridge: Map) -> None:
    piece = part(bridge, "cracks")
    assert piece.thesis == "cracks"
    assert piece.title == "Should the bridge be rebuilt? – The girder is cracked"
    assert list(piece.claims) == ["cracks", "seen", "sound"]
    assert list(piece.arguments) == ["sight"]
    assert list(piece.sources) == ["survey"]
    assert piece.positions["mayor"].accepts == ("cracks",)
    assert piece.positions["mayor"].rejects == ()


def test_an_argument_is_drawn_with_its_target(bridge: Map) -> None:
    piece = part(bridge, "money")
    assert piece.thesis == "rebuild"
    assert list(piece.claims) == ["rebuild", "costly", "grant"]
    assert list(piece.arguments) == ["money", "funded"]
    assert piece.title.endswith("– money")


def test_an_undercut_is_drawn_up_to_the_first_claim(bridge: Map) -> None:
    piece = part(bridge, "funded", 1)
    assert piece.thesis == "rebuild"
    assert list(piece.arguments) == ["money", "funded"]
    assert set(piece.claims) == {"rebuild", "costly", "grant"}


@pytest.mark.parametrize(
    ("depth", "arguments"), [(0, []), (1, ["safety", "money"]), (2, ["safety", "money", "funded", "sight"])]
)
def test_depth_counts_levels_of_arguments(bridge: Map, depth: int, arguments: list[str]) -> None:
    assert list(part(bridge, depth=depth).arguments) == arguments


def test_what_is_cut_is_counted_where_it_hangs(bridge: Map) -> None:
    assert left_out(part(bridge, depth=1)) == {"cracks": 1, "money": 1}
    assert left_out(part(bridge, depth=0)) == {"rebuild": 4}
    assert left_out(part(bridge, "money", 1)) == {"money": 1}


def test_a_part_is_drawn_and_digested_like_a_map(bridge: Map) -> None:
    piece = part(bridge, "cracks")
    assert len(stage(piece).cards) == 3
    assert digest(piece) != digest(bridge)


def test_an_unknown_id_is_an_error_with_a_suggestion(bridge: Map) -> None:
    with pytest.raises(UsageError, match="mean `cracks`"):
        part(bridge, "craks")
    with pytest.raises(UsageError, match="levels deep"):
        part(bridge, depth=-1)


def test_circles_and_long_chains_end() -> None:
    count = 20_000
    claims = {f"c{number}": f"Claim {number}." for number in range(count)}
    arguments = {f"a{n}": {"premises": [f"c{(n + 1) % count}"], "supports": f"c{n}"} for n in range(count)}
    arguments["u1"] = {"premises": ["c0"], "supports": "u2"}
    arguments["u2"] = {"premises": ["c1"], "supports": "u1"}
    map_ = from_accepted_data({"argmap": 1, "title": "T", "thesis": "c0", "claims": claims, "arguments": arguments})
    assert len(part(map_, "c7").claims) == count
    assert len(part(map_, "c7", 3).claims) == 4
    assert part(map_, "u1", 0).thesis == "c0"


def test_a_part_has_the_fields_of_a_map() -> None:
    assert [*models.Map.model_fields, "left_out"] == list(Part.__dataclass_fields__)

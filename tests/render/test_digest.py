"""Digests: found again in every drawing, changed by what is drawn and by nothing else."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from coldwater.model import Map, from_accepted_data
from coldwater.render import FORMATS, Options, digest, digest_for, digest_in, draw
from coldwater.semantics.evaluation import Overrides
from render.drawing_samples import BRIDGE, attacks, make_map, supports

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("format_", ["svg", "png", "dot"])
def test_the_digest_is_found_again(format_: str) -> None:
    map_ = from_accepted_data(BRIDGE)
    assert digest_in(draw(map_, format_)) == digest(map_)


def test_a_text_cannot_pass_for_the_digest() -> None:
    map_ = make_map({"t": f"coldwater-digest: {'0' * 32}"}, title=f'coldwater-digest="{"0" * 32}"')
    assert {digest_in(draw(map_, format_)) for format_ in ("svg", "png", "dot")} == {digest(map_)}
    assert digest_in(b"") is None
    assert digest_in(b"<svg/>") is None


def test_pydantic_map_and_plain_twin_have_the_same_digest_and_drawing() -> None:
    full, twin = Map.model_validate(BRIDGE), from_accepted_data(BRIDGE)
    assert digest(full) == digest(twin)
    assert draw(full, "svg") == draw(twin, "svg")


def _renamed(data: dict[str, Any]) -> None:
    data["title"] = "Another title"


def _reworded(data: dict[str, Any]) -> None:
    data["claims"]["rebuild"] = "The town should not rebuild the bridge."


def _reordered(data: dict[str, Any]) -> None:
    data["arguments"] = dict(reversed(data["arguments"].items()))


def _resourced(data: dict[str, Any]) -> None:
    data["sources"]["survey"]["publisher"] = "City of Ulm"


@pytest.mark.parametrize("change", [_renamed, _reworded, _reordered, _resourced])
def test_the_digest_changes_with_what_is_drawn(change: Callable[[dict[str, Any]], None]) -> None:
    data = {key: dict(value) if isinstance(value, dict) else value for key, value in BRIDGE.items()}
    data["sources"] = {key: dict(value) for key, value in data["sources"].items()}
    change(data)
    assert digest(from_accepted_data(data)) != digest(from_accepted_data(BRIDGE))


def test_the_digest_does_not_change_with_what_is_not_drawn() -> None:
    expected = BRIDGE | {"expect": {"verdicts": {"rebuild": "in"}}}
    assert digest(from_accepted_data(expected)) == digest(from_accepted_data(BRIDGE))


def test_the_digest_changes_with_who_holds_a_claim_as_long_as_that_is_shown() -> None:
    mayor = {"name": "The mayor", "accepts": ["rebuild"]}
    held = from_accepted_data(BRIDGE | {"positions": {"mayor": mayor}})
    otherwise = from_accepted_data(BRIDGE | {"positions": {"mayor": mayor | {"accepts": ["costly"]}}})
    assert len({digest(held), digest(otherwise), digest(from_accepted_data(BRIDGE))}) == 3
    assert digest_for(held, "svg", Options(positions=False)) == digest(from_accepted_data(BRIDGE))


# --- verdicts -------------------------------------------------------------------------------------------------------

OTHERWISE = Overrides(("cracks",))


@pytest.mark.parametrize("format_", FORMATS)
def test_drawings_with_verdicts_and_without_never_pass_for_each_other(format_: str) -> None:
    map_ = from_accepted_data(BRIDGE)
    sorts = (Options(), Options(verdicts=True), Options(verdicts=True, overrides=OTHERWISE))
    found = [digest_in(draw(map_, format_, options)) for options in sorts]
    assert found == [digest_for(map_, format_, options) for options in sorts]
    assert len(set(found)) == 3


def _with(**fields: Any) -> Map:
    return from_accepted_data(BRIDGE | fields)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize(
    "change", [{"standard": "scintilla"}, {"proof": {"alpha": 0.1}}, {"claims": BRIDGE["claims"] | {"cracks": {
        "text": "The main girder is cracked.", "status": "rejected"}}}], ids=["standard", "proof", "status"]
)  # fmt: skip
def test_what_decides_verdicts_is_in_their_digest(format_: str, change: dict[str, Any]) -> None:
    judged = Options(verdicts=True)
    assert digest_for(_with(**change), format_, judged) != digest_for(_with(), format_, judged)


def test_a_page_that_can_judge_is_outdated_when_a_verdict_changes_and_a_picture_without_verdicts_is_not() -> None:
    strict = _with(standard="dialectical-validity")
    assert digest_for(strict, "html") != digest_for(_with(), "html")
    assert digest_for(strict, "svg") == digest_for(_with(), "svg") == digest(_with())


def test_a_part_with_verdicts_is_outdated_by_what_it_does_not_show() -> None:
    """The undercut is not shown; it settles whether the weak attack falls, and changes nothing else in the part."""
    claims = {"t": "T.", "a": "A.", "b": "B.", "c": "C."}
    arguments = {
        "pro": supports("t", "a"), "con": attacks("t", "b", strength=0.1), "undercut": attacks("con", "c"),
    }  # fmt: skip
    one = make_map(claims, arguments)
    other = make_map(claims | {"c": {"text": "C.", "status": "rejected"}}, arguments)
    judged, plain = Options(depth=1, verdicts=True), Options(depth=1)
    assert digest_for(one, "svg", judged) != digest_for(other, "svg", judged)
    assert digest_for(one, "svg", plain) == digest_for(other, "svg", plain)


def test_a_part_has_a_digest_of_its_own() -> None:
    map_, focused = from_accepted_data(BRIDGE), Options(focus="money", verdicts=True)
    assert digest_in(draw(map_, "svg", focused)) == digest_for(map_, "svg", focused)
    assert digest_for(map_, "svg", focused) != digest_for(map_, "svg", Options(verdicts=True))


def test_digests_need_nothing_heavy() -> None:
    code = "import sys, coldwater.render; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"pydantic", "fontTools", "graphviz", "wasmtime", "resvg_py", "dataclasses"} & set(loaded)

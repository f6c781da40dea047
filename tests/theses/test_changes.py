"""Changes to maps with several theses: what a review tells, what the gate watches, renames, merges, patches."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from coldwater import api, compare, revise
from coldwater.edits import Patch
from coldwater.errors import UsageError
from coldwater.formats.native.patch_text import read_patch
from coldwater.merging import Merged, merge
from coldwater.model.models import Map
from coldwater.review.several import Compared, compared_json
from coldwater.review.text import review_markdown, review_text
from theses.samples import data, harbour

_SCHEMA = Path(__file__).parents[2] / "schema" / "output" / "diff.schema.json"
YAML = """\
argmap: 1
title: The harbour
thesis: [dredge, toll]  # two motions
claims:
  dredge: The town should dredge the harbour.
  toll: Ships should pay a toll.
  silt: The channel has silted up.
  users: Users should pay.
arguments:
  need: {premises: [silt], supports: dredge}
  fair: {premises: [users], supports: toll}
"""


def without(given: dict[str, Any], *arguments: str) -> dict[str, Any]:
    """Take arguments out of a map, with their premises' claims left where they are."""
    for name in arguments:
        del given["arguments"][name]
    return given


def text_of(old: Map, new: Map) -> str:
    return " ".join(review_text(compare.diff(old, new), 100, colour=False).split())


def test_theses_added_and_removed_are_told() -> None:
    told = text_of(harbour(thesis=["dredge", "ferry"]), harbour(thesis=["dredge", "toll"]))
    assert "The thesis `dredge` is still undecided" in told
    assert "`toll` is a thesis now; it is undecided (tied)." in told
    assert "`ferry` is no thesis any more; it stands (supported)." in told
    assert "has other `thesis`: `toll` added, `ferry` removed" in told


def test_another_order_of_theses_is_told_since_the_first_is_meant() -> None:
    told = text_of(harbour(thesis=["dredge", "toll"]), harbour(thesis=["toll", "dredge"]))
    assert "The first thesis is `toll` now; it is undecided (tied)." in told
    assert "has its `thesis` in another order: `toll` and `dredge`" in told


def test_one_thesis_that_becomes_several_and_back() -> None:
    one, several = harbour(thesis="dredge"), harbour(thesis=["dredge", "ferry"])
    assert "`ferry` is a thesis now; it stands" in text_of(one, several)
    assert "`ferry` is no thesis any more" in text_of(several, one)


def test_a_verdict_that_turns_on_a_later_thesis_is_told_with_its_cause_and_its_cruxes() -> None:
    review = compare.diff(harbour(), Map.model_validate(without(data(), "lose")))
    assert review.thesis_turned
    told = " ".join(review_text(review, 100, colour=False).split())
    assert "The thesis `toll` stands (supported); it was undecided before (tied), because" in told
    assert "On `toll`: The verdict" in told
    assert "On `dredge`" not in told
    markdown = review_markdown(review)
    assert "**The thesis `toll` stands" in markdown
    assert "| `toll` |" not in markdown  # told above the table already


def test_json_tells_of_each_thesis() -> None:
    review = compare.diff(harbour(), Map.model_validate(without(data(thesis=["dredge", "toll"]), "lose")))
    found = json.loads(compared_json(Compared({"a": review}, {}, 0, {})))
    Draft7Validator(json.loads(_SCHEMA.read_text(encoding="utf-8"))).validate(found)
    told = [(one["id"], one["turned"], one["was_thesis"], one["is_thesis"]) for one in found["maps"][0]["theses"]]
    assert told == [("dredge", False, True, True), ("toll", True, True, True), ("ferry", False, True, False)]


def test_a_map_with_one_thesis_has_no_list_of_them() -> None:
    old, new = data(thesis="dredge"), without(data(thesis="dredge"), "need")
    review = compare.diff(Map.model_validate(old), Map.model_validate(new))
    assert "theses" not in json.loads(compared_json(Compared({"a": review}, {}, 0, {})))["maps"][0]


@pytest.mark.parametrize(
    ("new", "passes"),
    [
        (data(thesis=["toll", "dredge", "ferry"]), True),  # in another order
        (data(thesis=["dredge", "toll"]), False),  # one is none any more
        (data(thesis=["dredge", "toll", "ferry", "birds"]), True),  # one more
        (data(thesis=["leave", "dredge", "toll", "ferry"], rivals=[]), False),  # the first is another one
        (without(data(), "lose"), False),  # a later one turned
        (without(data(), "nature"), True),
    ],
)
def test_the_gate_watches_the_verdict_on_each_thesis(new: dict[str, Any], passes: bool) -> None:
    gating = compare.gate(Map.model_validate(new), base=harbour())
    [verdict] = [look for look in gating.maps[0].looks if look.kind == "verdict"]
    assert verdict.passes == passes
    assert compare.gate(Map.model_validate(new), base=harbour(), allow_verdict_change=True).maps[0].looks[0].passes


def test_the_gate_sees_what_newly_hits_a_crux_of_a_later_thesis() -> None:
    new = data()
    new["claims"]["empty"] = {"text": "The school is empty."}
    new["arguments"]["closed"] = {"premises": ["empty"], "attacks": "school"}
    new["claims"]["more"] = {"text": "Winter guests need it, too."}
    new["arguments"]["guests"] = {"premises": ["more"], "supports": "ferry"}
    gating = compare.gate(Map.model_validate(new), base=harbour())
    [gaps] = [look for look in gating.maps[0].looks if look.kind == "gaps"]
    assert gaps.ids == ("closed",)


def test_a_thesis_that_is_renamed_is_renamed_in_the_list(tmp_path: Path) -> None:
    path = tmp_path / "m.argmap.yaml"
    path.write_text(YAML, encoding="utf-8")
    text = revise.rename(str(path), "toll", "fee").change.new.decode()
    assert "thesis: [dredge, fee]  # two motions" in text
    assert "supports: fee" in text


@pytest.mark.parametrize("name", ["m.argmap.yaml", "m.argmap.json"])
def test_a_list_of_one_becomes_a_lone_id_when_it_is_renamed(tmp_path: Path, name: str) -> None:
    given = data(thesis=["dredge"], rivals=["toll", "ferry", "leave"])
    path = tmp_path / name
    path.write_text(json.dumps(given), encoding="utf-8")
    renaming = revise.rename(str(path), "dredge", "deepen")
    path.write_bytes(renaming.change.new)
    assert api.load(str(path)).theses == ("deepen",)


def test_what_is_laid_out_keeps_one_thesis_a_lone_id_and_the_order_of_several(tmp_path: Path) -> None:
    path = tmp_path / "m.argmap.yaml"
    path.write_text(YAML.replace("[dredge, toll]", "[toll, dredge]"), encoding="utf-8")
    text = revise.format(str(path)).new.decode()
    assert "thesis: [toll, dredge]  # two motions" in text
    path.write_text(text, encoding="utf-8")
    assert revise.format(str(path)).new.decode() == text
    assert api.load(str(path)).theses == ("toll", "dredge")


def test_lists_of_theses_merge_as_one_field() -> None:
    more = YAML.replace("[dredge, toll]", "[dredge, toll, silt]")
    reworded = YAML.replace("Users should pay.", "Those who use it should pay.")
    result = merge(YAML, more, reworded, "m.argmap.yaml")
    assert isinstance(result, Merged)
    assert result.conflicts == ()
    assert "[dredge, toll, silt]" in result.text
    assert "Those who use it" in result.text
    other = YAML.replace("[dredge, toll]", "[toll]")
    result = merge(YAML, more, other, "m.argmap.yaml")
    assert isinstance(result, Merged)
    assert result.conflicts == ("thesis",)


def test_a_patch_is_for_a_map_if_it_names_any_of_its_theses(tmp_path: Path) -> None:
    path = tmp_path / "m.argmap.yaml"
    path.write_text(YAML, encoding="utf-8")
    entries: dict[str, dict[str, Any]] = {
        "claims": {"more": "More."},
        "arguments": {"also": {"premises": ["more"], "supports": "toll"}},
    }
    assert not revise.apply(str(path), Patch("Another title", "toll", entries)).is_of_another
    assert revise.apply(str(path), Patch("Another title", "silt", entries)).is_of_another


def test_a_patch_names_one_thesis() -> None:
    text = "coldwater-patch: 1\ntitle: T\nthesis: [a, b]\nclaims:\n  c: C.\n"
    with pytest.raises(UsageError, match=r"p\.yaml:3:9: a patch names one thesis"):
        read_patch(text, "p.yaml")


def test_what_cannot_be_read_elsewhere_leaves_the_theses_used(tmp_path: Path) -> None:
    path = tmp_path / "m.argmap.yaml"
    path.write_text(YAML.replace("premises: [users]", "premises: [1.5]"), encoding="utf-8")
    found = [(one.rule, one.id) for one in api.check_file(str(path)).findings]
    assert all(id_ not in ("dredge", "toll") for _, id_ in found if _ != "CW001")

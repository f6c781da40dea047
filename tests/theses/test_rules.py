"""What the rules say of maps with several theses."""

from __future__ import annotations

from typing import Any

from coldwater import revise
from coldwater.model.models import Map
from coldwater.rules.subject import Subject
from theses.samples import data, findings


def test_a_debate_with_several_motions_is_clean() -> None:
    assert [one for one in findings(data()) if one[0] < "CW2"] == []


def test_what_hangs_on_no_thesis_is_an_orphan_still() -> None:
    given = data()
    given["claims"]["gulls"] = {"text": "Gulls are loud."}
    assert ("CW103", "gulls") in [one[:2] for one in findings(given)]
    assert "never reaches a thesis" in findings(given)[0][2]


def test_a_thesis_that_is_not_there_is_named_by_its_place_and_is_the_one_mistake() -> None:
    given = data(thesis=["dredge", "tol", "ferry"])
    found = [one for one in findings(given) if one[0] < "CW2"]
    assert found == [("CW101", None, "there is no claim `tol`. Did you mean `toll`?")]


def test_the_place_in_the_list_is_told_and_mended(tmp_path: Any) -> None:
    path = tmp_path / "m.argmap.yaml"
    path.write_text(
        "argmap: 1\ntitle: T\nthesis: [first, secnd]\nclaims:\n  first: One.\n  second: Two.\n", encoding="utf-8"
    )
    fixing = revise.fix(str(path), unsafe=True)
    assert "thesis: [first, second]" in fixing.change.new.decode()


def test_in_a_tree_no_thesis_is_a_premise() -> None:
    given = data(shape="tree", rivals=[])
    given["claims"].pop("leave"), given["claims"].pop("birds"), given["arguments"].pop("nature")
    given["arguments"]["fund"]["premises"] = ["users"]
    assert [one for one in findings(given) if one[0] < "CW2"] == []
    given["arguments"]["kids"]["premises"] = ["toll"]
    given["claims"].pop("school")
    [found] = [one for one in findings(given) if one[0] < "CW2"]
    assert found[:2] == ("CW106", "toll")
    assert found[2].startswith("the thesis `toll` is a premise of `kids`")


def test_every_thesis_among_the_rivals_is_told() -> None:
    found = [one for one in findings(data(rivals=["ferry", "leave", "toll"])) if one[0] == "CW110"]
    assert [one[1] for one in found] == ["toll", "ferry"]
    assert found[0][2].startswith("`toll` is a thesis; the rivals are")


def test_a_claim_for_one_thesis_and_against_another_is_not_double_edged() -> None:
    assert [one for one in findings(data()) if one[0] in ("CW204", "CW205")] == []


def test_a_claim_on_both_sides_of_a_later_thesis_is_double_edged_there() -> None:
    given = data()
    given["arguments"]["also"] = {"premises": ["costs"], "attacks": "toll"}
    [found] = [one for one in findings(given) if one[0] == "CW204"]
    assert found[1:] == ("costs", "`costs` serves both sides: `toll` through `fund`, its opponents through `also`")


def test_friendly_fire_is_found_on_a_later_thesis() -> None:
    given = data()
    given["claims"]["fair"] = {"text": "Tolls are fair."}
    given["arguments"]["just"] = {"premises": ["fair"], "supports": "toll"}
    given["arguments"]["shot"] = {"premises": ["users"], "attacks": "fair"}
    assert [one[1] for one in findings(given) if one[0] == "CW205"] == ["shot"]


def test_an_attack_on_a_thesis_is_no_friendly_fire_on_another() -> None:
    given = data()
    given["arguments"]["pays"] = {"premises": ["toll"], "supports": "dredge"}
    given["arguments"]["also"] = {"premises": ["silt"], "attacks": "toll"}
    assert [one for one in findings(given) if one[0] == "CW205"] == []


def test_each_thesis_that_nothing_speaks_against_is_named() -> None:
    given = data(rivals=[])
    given["claims"].pop("leave"), given["claims"].pop("birds"), given["arguments"].pop("nature")
    assert [one[1] for one in findings(given) if one[0] == "CW206"] == ["ferry"]
    for name in ("money", "lose"):
        given["arguments"].pop(name)
    given["claims"].pop("away")
    assert [one[1] for one in findings(given) if one[0] == "CW206"] == ["dredge", "toll", "ferry"]


def test_many_theses_that_share_everything_take_linear_time() -> None:
    size = 1200
    given = data(thesis=[f"t{number}" for number in range(size)], rivals=[], claims={}, arguments={})
    given["claims"] = {f"t{number}": {"text": f"Thesis {number} holds."} for number in range(size)}
    given["claims"] |= {f"c{number}": {"text": f"Claim {number} holds."} for number in range(size)}
    given["arguments"] = {f"a{number}": {"premises": ["c0"], "supports": f"t{number}"} for number in range(size)} | {
        f"b{number}": {"premises": [f"c{number + 1}"], "attacks": f"c{number}"} for number in range(size - 1)
    }
    given["arguments"]["odd"] = {"premises": ["c2"], "supports": "c0"}
    steps = sum(len(sides) for _, sides in Subject(Map.model_validate(given)).sides)
    assert steps < 12 * (len(given["claims"]) + len(given["arguments"]))

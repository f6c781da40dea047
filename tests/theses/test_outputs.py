"""Every output of verdicts lists all theses, and `--thesis` chooses the one that is meant."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from cli.conftest import Run
from theses.conftest import written
from theses.samples import data

_SCHEMAS = Path(__file__).parents[2] / "schema" / "output"
_ALL = ("dredge", "toll", "ferry")


@pytest.fixture
def printed(run: Run, harbour_file: Path) -> Any:
    """Give a function that runs a command on the harbour and gives its JSON, which fits its schema."""

    def call(*words: str) -> Any:
        first, *options = words
        command = first.split()
        outcome = run(*command, harbour_file.name, "--output-format", "json", *options)
        assert (outcome.code, outcome.err) == (0, "")
        found = json.loads(outcome.out)
        schema = json.loads((_SCHEMAS / f"{command[-1]}.schema.json").read_text(encoding="utf-8"))
        Draft7Validator(schema).validate(found)
        return found

    return call


def test_evaluate_lists_all_theses(printed: Any) -> None:
    found = printed("evaluate")
    assert found["thesis"]["id"] == "dredge"
    assert [(one["id"], one["verdict"]) for one in found["theses"]] == [
        ("dredge", "undecided"), ("toll", "undecided"), ("ferry", "in"),
    ]  # fmt: skip
    found = printed("evaluate", "--thesis", "ferry")
    assert found["thesis"] == {"id": "ferry", "verdict": "in", "reason": "supported"}
    assert [one["id"] for one in found["theses"]] == ["ferry", "dredge", "toll"]


@pytest.mark.parametrize("semantics", ["preferred", "df-quad"])
def test_so_it_does_under_other_semantics(printed: Any, semantics: str) -> None:
    assert [one["id"] for one in printed("evaluate", "--semantics", semantics)["theses"]] == list(_ALL)


def test_without_a_labelling_no_thesis_has_a_verdict(run: Run, here: Path) -> None:
    given = data()
    given["arguments"]["odd"] = {"premises": ["birds"], "attacks": "odd"}
    path = written(here / "odd.argmap.json", given)
    found = json.loads(run("evaluate", path.name, "--semantics", "stable", "--output-format", "json").out)
    Draft7Validator(json.loads((_SCHEMAS / "evaluate.schema.json").read_text(encoding="utf-8"))).validate(found)
    assert [(one["id"], one["verdict"]) for one in found["theses"]] == [(name, None) for name in _ALL]
    text = run("evaluate", path.name, "--semantics", "stable").out
    assert "No thesis has a verdict" in text
    assert all(f"[{name}]" in text for name in _ALL)


def test_standards_are_told_of_each_thesis(printed: Any) -> None:
    found = printed("evaluate", "--standards", "--thesis", "toll")
    assert found["thesis"] == "toll"
    assert [one["id"] for one in found["theses"]] == ["toll", "dredge", "ferry"]
    assert found["theses"][0]["standards"] == found["standards"]
    assert found["standards"]["scintilla"]["verdict"] == "in"
    assert {one["verdict"] for one in found["theses"][2]["standards"].values()} == {"in"}


def test_verdicts_do_not_hang_on_which_thesis_is_meant(printed: Any) -> None:
    assert printed("evaluate")["verdicts"] == printed("evaluate", "--thesis", "toll")["verdicts"]


def test_a_standard_takes_the_place_of_that_of_the_thesis_that_is_meant(run: Run, here: Path) -> None:
    given = data()
    for name in ("dredge", "toll"):
        given["claims"][name]["standard"] = "dialectical-validity"
    path = written(here / "own.argmap.json", given)
    verdicts = {}
    for thesis in ("dredge", "toll"):
        outcome = run("evaluate", path.name, "--output-format", "json", "--standard", "scintilla", "--thesis", thesis)
        verdicts[thesis] = {one["id"]: one["verdict"] for one in json.loads(outcome.out)["theses"]}
    assert verdicts["dredge"]["dredge"] == verdicts["toll"]["toll"] == "in"
    assert verdicts["dredge"]["toll"] == verdicts["toll"]["dredge"] == "out"


@pytest.mark.parametrize("semantics", ["grounded", "preferred", "df-quad"])
def test_cruxes_are_those_of_one_thesis_beside_the_verdicts_on_all(printed: Any, semantics: str) -> None:
    found = printed("cruxes", "--thesis", "toll", "--semantics", semantics)
    assert found["thesis"]["id"] == "toll"
    assert [one["id"] for one in found["theses"]] == ["toll", "dredge", "ferry"]
    assert all((one["degree"] is not None) == (semantics == "df-quad") for one in found["theses"])
    named = {name for crux in found["cruxes"]["found"] for any_of in crux["reject"] for name in any_of["any_of"]}
    assert "away" in named
    assert "silt" not in named


def test_positions_are_compared_on_each_thesis(run: Run, here: Path) -> None:
    holds = {"name": "The mayor", "accepts": ["dredge"], "rejects": ["toll", "away"]}
    path = written(here / "held.argmap.json", data(positions={"mayor": holds}))
    found = json.loads(run("positions", path.name, "--output-format", "json").out)
    Draft7Validator(json.loads((_SCHEMAS / "positions.schema.json").read_text(encoding="utf-8"))).validate(found)
    [mayor] = found["positions"]
    assert [(one["id"], one["stance"], one["entailed"]["verdict"]) for one in mayor["theses"]] == [
        ("dredge", "accepts", "undecided"), ("toll", "rejects", "in"), ("ferry", None, "in"),
    ]  # fmt: skip
    text = run("positions", path.name, "--thesis", "toll").out
    assert text.index("Ships should pay") < text.index("dredge the harbour")
    sheet = run("positions", path.name, "--output-format", "csv").out
    assert "What its claims entail for toll" in sheet


def test_a_map_with_one_thesis_says_nothing_of_several(run: Run, here: Path) -> None:
    path = written(here / "one.argmap.json", data(thesis="dredge", rivals=["leave", "toll", "ferry"]))
    for words in (["evaluate"], ["evaluate", "--standards"], ["evaluate", "--semantics", "df-quad"], ["cruxes"]):
        outcome = run(words[0], path.name, "--output-format", "json", *words[1:])
        assert "theses" not in json.loads(outcome.out)
    assert "The thesis is undecided" in run("evaluate", path.name).out


def test_text_names_each_thesis_with_its_verdict(run: Run, harbour_file: Path) -> None:
    text = run("evaluate", harbour_file.name, "--thesis", "toll").out
    places = [text.index(f"The thesis `{name}`") for name in ("toll", "dredge", "ferry")]
    assert places == sorted(places)
    for heading in ("What decides `{}`:", "What `{}` rests on:"):
        places = [text.index(heading.format(name)) for name in ("toll", "dredge", "ferry")]
        assert places == sorted(places)
    text = run("evaluate", harbour_file.name, "--semantics", "df-quad").out
    assert "The thesis `ferry` has degree" in text
    text = run("cruxes", harbour_file.name).out
    assert "--thesis toll says what decides that" in text


@pytest.mark.parametrize("semantics", ["grounded", "preferred", "euler"])
def test_what_each_thesis_rests_on_is_what_is_told_of_it_where_it_is_asked_for(
    run: Run, harbour_file: Path, semantics: str
) -> None:
    words = ["evaluate", harbour_file.name, "--output-format", "json", "--semantics", semantics]
    found = json.loads(run(*words).out)
    for one in found["theses"]:
        alone = json.loads(run(*words, "--thesis", one["id"]).out)
        assert one["rests_on"] == alone["rests_on"]
        assert alone["thesis"]["id"] == one["id"]


def test_of_very_many_theses_the_first_are_told_and_the_rest_is_counted(run: Run, here: Path) -> None:
    names = [f"t{number}" for number in range(9)]
    claims = {"silt": {"text": "The channel has silted up."}} | {name: {"text": f"Do {name}."} for name in names}
    arguments = {f"a{name}": {"premises": ["silt"], "supports": name} for name in names}
    given = data(thesis=names, rivals=[], claims=claims, arguments=arguments)
    path = written(here / "many.argmap.json", given)
    for semantics in ("grounded", "df-quad"):
        text = " ".join(run("evaluate", path.name, "--semantics", semantics).out.split())
        assert text.count("rests on:") == 6
        assert "And 3 more theses: --thesis ID says what decides one of them." in text
        found = json.loads(run("evaluate", path.name, "--output-format", "json", "--semantics", semantics).out)
        assert ["rests_on" in one for one in found["theses"]] == [True] * 6 + [False] * 3


def test_of_degrees_a_claim_that_contradicts_the_thesis_is_among_what_bears_on_it(run: Run, here: Path) -> None:
    claims = data()["claims"] | {"leave": {"text": "The harbour should silt up.", "contradicts": ["dredge"]}}
    path = written(here / "against.argmap.json", data(claims=claims))
    text = run("evaluate", path.name, "--semantics", "df-quad").out
    bearing = text[text.index("What bears on `dredge`") : text.index("What `dredge` rests on")]
    assert "against  “The harbour should silt up.” [leave]" in bearing


@pytest.mark.parametrize(
    "words",
    [
        ["evaluate"], ["explain"], ["cruxes"], ["positions"], ["prep", "brief", "--side", "pro"],
        ["prep", "gaps", "--side", "con"], ["prep", "questions", "--side", "con"], ["prep", "blocks", "--side", "con"],
        ["prep", "assumptions"], ["prep", "ach"], ["prep", "plan", "--side", "pro", "--minutes", "3"],
        ["prep", "flow", "--side", "pro", "--debate-format", "policy"], ["prep", "drill", "--side", "pro", "--stats"],
        ["prep", "spar", "--side", "pro"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_wherever_one_thesis_is_asked_for_an_unknown_one_is_told_with_what_was_meant(
    run: Run, harbour_file: Path, words: list[str]
) -> None:
    outcome = run(*words, "--thesis", "tol", harbour_file.name)
    assert outcome.code == 2
    assert outcome.err.endswith("Did you mean `toll`?\n")
    assert outcome.out == ""


def test_explain_begins_with_the_thesis_that_is_meant(run: Run, harbour_file: Path) -> None:
    for thesis in _ALL:
        found = json.loads(run("explain", harbour_file.name, "--thesis", thesis, "--output-format", "json").out)
        assert found["id"] == thesis


def test_material_is_for_one_thesis_and_names_the_others(run: Run, harbour_file: Path) -> None:
    text = run("prep", "brief", harbour_file.name, "--side", "con", "--thesis", "toll").out
    assert "Ships should pay a toll. [toll]" in text
    assert "A toll drives ships away" in text
    assert "silted" not in text
    assert "The map is about dredge and ferry as well; --thesis ID prepares that." in " ".join(text.split())
    text = run("prep", "gaps", harbour_file.name, "--side", "pro").out
    assert "money" in text
    assert "lose" not in text.replace("close", "")


def test_competing_hypotheses_are_one_thesis_and_the_rivals(run: Run, harbour_file: Path) -> None:
    found = json.loads(run("prep", "ach", harbour_file.name, "--thesis", "toll", "--output-format", "json").out)
    assert [(one["id"], one["thesis"]) for one in found["hypotheses"]] == [("toll", True), ("leave", False)]


def test_cards_and_progress_are_kept_apart_by_thesis(run: Run, harbour_file: Path) -> None:
    cards = {}
    for thesis in ("dredge", "toll"):
        outcome = run("prep", "drill", harbour_file.name, "--side", "con", "--thesis", thesis, "--export", "anki")
        assert outcome.code == 0
        rows = [line.split("\t") for line in outcome.out.splitlines() if not line.startswith("#")]
        assert rows
        cards[thesis] = {row[0] for row in rows}
        stats = run(
            "prep", "drill", harbour_file.name, "--side", "con", "--thesis", thesis, "--stats", "--state", "kept"
        )
        assert thesis in stats.out or stats.code == 0
    assert cards["dredge"].isdisjoint(cards["toll"])

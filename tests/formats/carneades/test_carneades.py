"""Carneades argument graphs: what is read, against a second reader and against the labels that the files expect."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
import yaml

from coldwater import judge
from coldwater.formats import carneades, registry
from coldwater.formats.foreign.imported import Given
from coldwater.formats.foreign.look import Look
from coldwater.formats.foreign.outgoing import Outgoing
from coldwater.formats.foreign.reading import map_of
from coldwater.formats.native.yaml_text import read_yaml
from formats.corpora import files, needs_corpora
from formats.counting.carneades import counts
from formats.damaging import assert_survives, assert_survives_retyped
from formats.roundtrip import unnamed
from formats.whole_maps import cleaned, whole_map
from work import examples

FORMAT = cast("registry.Format", carneades)
CORPUS = files("carneades/**/*.yml")
SAMPLE = """\
meta: {title: Trams and strikes, note: Made up.}
statements:
  tram: We should take the tram.
  ¬tram: We should not take the tram.
  fast: {text: The tram is fast., assumed: true}
  strike: {text: The drivers are on strike., assumed: 1}
  late(tram, today): The tram is late today.
  ¬app(a1):
issues:
  i1: {positions: [tram, ¬tram], standard: BRD}
arguments:
  a1:
    scheme: practical_reasoning
    premises: {goal: fast, act: "late(tram,today)"}
    conclusion: tram
    undercutter: ¬app(a1)
  a2: {premises: [strike], conclusion: ¬app(a1)}
  a3: {scheme: convergent, premises: [strike, "late(tram, today)"], conclusion: ¬tram, weight: 0.4}
  a4: {premises: [], conclusion: strike, undercutter: fast}
tests: {in: [fast, strike, ¬app(a1)], out: [tram, elsewhere]}
"""
#: Labels that are not coldwater's verdicts: the claims by file, and why; docs/formats.md has the same.
TIE = "of two positions that tie, Carneades lets both fall; here both are undecided"
SHARE = "cumulative and factorized arguments weigh by the share of their premises that hold"
MADE = "schemes make the arguments"
OTHERWISE = {
    "bachelor.yml": ("bachelor married", TIE),
    "basic_event_calculus.yml": ("holdsat-wfh_required-3 notholdsat-wfh_required-5", MADE),
    "caminada1.yml": ("s not-s", TIE),
    "lex.yml": ("forbidden-cannabis crime permitted-cannabis", "a weighing function orders the arguments"),
    "library.yml": ("accessNotDenied accessDenied", SHARE),
    "mandatory-sentences.yml": ("increase-social-justice", SHARE),
    "mcda-porsche.yml": ("safety-volvo-medium buy-volvo", MADE),
    "paraconsistency.yml": ("p not-p q not-q", "assumptions stand in Carneades whatever contradicts them"),
    "reinstatement.yml": ("p np", SHARE),
    "risky-operation.yml": (
        "compensation negligence not-riskyoperation not-badcirculation badCirculation riskyOperation", TIE
    ),
}  # fmt: skip


def read(text: str | bytes) -> Any:
    """Read a graph."""
    data = text.encode() if isinstance(text, str) else text
    return registry.read(FORMAT, Given("tram.yml", data))


def test_what_a_graph_becomes() -> None:
    found = read(SAMPLE)
    assert found.data["title"] == "Trams and strikes"
    claims, arguments = found.data["claims"], found.data["arguments"]
    assert list(claims) == ["tram", "not-tram", "fast", "strike", "late-tram-today", "a4-given"]
    assert claims["tram"] == {
        "text": "We should take the tram.", "standard": "beyond-reasonable-doubt", "contradicts": ["not-tram"]
    }  # fmt: skip
    assert (claims["fast"]["status"], claims["late-tram-today"]["status"]) == ("accepted", "rejected")
    assert claims["late-tram-today"]["x-from"]["id"] == "late(tram,today)"
    assert arguments["a1"]["premises"] == ["fast", "late-tram-today"]
    assert arguments["a1"]["scheme"] == "practical_reasoning"
    assert arguments["a1"]["roles"] == {"goal": "fast", "act": "late-tram-today"}
    assert (arguments["a2"]["attacks"], arguments["a2"]["premises"]) == ("a1", ["strike"])
    assert [(one["premises"], one["strength"]) for id_, one in arguments.items() if id_.startswith("a3")] == [
        (["strike"], 0.4),
        (["late-tram-today"], 0.4),
    ]
    assert (arguments["a4"]["premises"], arguments["a4"]["supports"]) == (["a4-given"], "strike")
    assert arguments["undercuts-a4"]["attacks"] == "a4"
    assert found.data["expect"] == {"verdicts": {"fast": "in", "strike": "in", "a2": "in", "tram": "out"}}
    assert found.counts._asdict() == {
        "claims": 5, "arguments": 6, "supports": 4, "attacks": 2, "on_arguments": 2, "linked": 1
    }  # fmt: skip
    assert [loss.what for loss in found.losses] == ["expected label of a statement that is not there"]


def test_what_was_read_goes_out_as_it_was() -> None:
    found = read(SAMPLE)
    map_ = map_of(found.data)
    assert map_ is not None
    written = carneades.write(Outgoing(map_, found.data)).data
    before, after = yaml.safe_load(SAMPLE), yaml.safe_load(written)
    assert set(after["statements"]) == {name.replace(", ", ",") for name in before["statements"]}
    assert after["issues"] == before["issues"]
    assert after["tests"] == before["tests"]
    assert set(after["arguments"]) == set(before["arguments"])
    for id_, body in before["arguments"].items():
        same = after["arguments"][id_]
        assert same.get("undercutter") == body.get("undercutter")
        assert same["conclusion"] == body["conclusion"]
    assert read(written).counts == found.counts


def test_of_the_positions_of_an_issue_the_first_is_the_thesis_and_the_others_are_rivals() -> None:
    text = """\
statements: {tram: T., bus: B., walk: W., cheap: C., near: N.}
issues: {i1: {positions: [tram, bus, walk], standard: CCE}}
arguments: {a1: {premises: [cheap], conclusion: bus}, a2: {premises: [near], conclusion: walk},
  a3: {premises: [near, cheap], conclusion: tram}}
assumptions: [cheap, near]
"""
    data = read(text).data
    assert (data["thesis"], data["rivals"]) == ("tram", ["bus", "walk"])
    assert (data["claims"]["tram"]["contradicts"], data["claims"]["bus"]["contradicts"]) == (["bus", "walk"], ["walk"])
    assert data["claims"]["walk"]["standard"] == "clear-and-convincing"


def test_a_term_says_what_the_language_says() -> None:
    text = """\
language: {late/2: "%s is late %v.", wet/0: It is wet.}
argument_schemes: [{id: s, premises: [wet], conclusions: [late(T,D)]}]
assumptions: ["late(tram,on(rain,today))", wet, dry]
"""
    found = read(text)
    assert [claim["text"] for claim in found.data["claims"].values()] == [
        "tram is late on(rain,today).", "It is wet.", "dry"
    ]  # fmt: skip
    assert not found.spots
    assert [loss.what for loss in found.losses] == ["entry of `argument_schemes`", "entry of `language`"]


def test_an_undercutter_with_words_of_its_own_is_a_claim() -> None:
    text = """\
statements: {safe: S., tested: T., old: The test is old., ¬app(a1): It does not apply., slow: L.}
arguments: {a1: {premises: [tested], conclusion: safe, undercutter: old}, a2: {premises: [slow], conclusion: old,
  undercutter: ¬app(a1)}}
assumptions: [tested, slow]
"""
    found = read(text)
    assert [(one.get("supports"), one.get("attacks")) for one in found.data["arguments"].values()] == [
        ("safe", None), ("old", None), (None, "a1"),
    ]  # fmt: skip
    assert "not-app-a1" not in found.data["claims"]
    assert [loss.what for loss in found.losses] == ["text of a statement that only undercuts"]


def test_an_edited_graph_keeps_its_ids() -> None:
    data = read(SAMPLE).data
    data["claims"]["tram"]["note"] = "As the council says."
    data["claims"]["a4-given"] = {"text": "Now it has a premise."}
    data["expect"]["verdicts"] = {"tram": "undecided", "a2": "in"}
    data["arguments"]["new"] = {"premises": ["fast"], "supports": "a2", "strength": 0.5}
    data["thesis"] = ["not-tram", "tram"]
    map_ = map_of(data)
    assert map_ is not None
    out = carneades.write(Outgoing(map_, data))
    assert unnamed(data, read(out.data).data, out.losses) == []
    assert yaml.safe_load(out.data)["tests"] == {"in": ["¬app(a1)"], "out": ["elsewhere"], "undecided": ["tram"]}


def test_a_graph_of_nothing_is_told_and_stays_one() -> None:
    found = read("meta:\n  title: Nothing yet\n")
    assert carneades.is_one(Look("x.yml", b"meta:\n  title: Nothing yet\n"))
    map_ = map_of(found.data)
    assert map_ is not None
    assert yaml.safe_load(carneades.write(Outgoing(map_, found.data)).data) == {"meta": {"title": "Nothing yet"}}


@needs_corpora
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_counts_agree_with_a_second_reader(path: Any) -> None:
    data = path.read_bytes()
    assert read(data).counts._asdict() == counts(data.decode())


@needs_corpora
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_a_graph_comes_back_whole(path: Any) -> None:
    before = read(path.read_bytes())
    map_ = map_of(before.data)
    assert map_ is not None
    after = read(carneades.write(Outgoing(map_, before.data)).data)
    for section in ("claims", "arguments"):
        old, new = before.data.get(section, {}), after.data.get(section, {})
        assert {id_: _bare(entry) for id_, entry in old.items()} == {id_: _bare(entry) for id_, entry in new.items()}
    assert after.data.get("expect") == before.data.get("expect")


def _bare(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: sorted(value) if isinstance(value, list) else value for key, value in entry.items() if key != "x-from"}


@needs_corpora
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_labels_are_as_expected_where_the_semantics_say_the_same(path: Any) -> None:
    map_ = map_of(read(path.read_bytes()).data)
    assert map_ is not None
    expected = {} if map_.expect is None else map_.expect.verdicts
    verdicts = judge.evaluate(map_).verdicts
    other = {id_ for id_, label in expected.items() if verdicts[id_].verdict != label}
    assert other == set(OTHERWISE.get(path.name, ("", ""))[0].split())


@needs_corpora
def test_the_table_of_other_labels_is_about_files_that_are_there() -> None:
    assert set(OTHERWISE) <= {path.name for path in CORPUS}


def test_the_table_of_other_labels_is_that_of_the_docs() -> None:
    docs = (Path(__file__).parents[3] / "docs" / "formats.md").read_text(encoding="utf-8")
    table = docs.split("**Labels.**")[1].split("\n\n")[1]
    told = {row.split("|")[1].strip() for row in table.splitlines()[2:]} - {""}
    assert {f"{name}.yml" for name in told} == set(OTHERWISE)


def test_graphs_of_other_types_are_read_or_refused() -> None:
    assert_survives_retyped(FORMAT, [SAMPLE.encode(), *(path.read_bytes() for path in CORPUS)], examples(60))


def test_what_is_written_is_the_same_to_other_readers_of_yaml() -> None:
    for seed in range(examples(40)):
        data = cleaned(whole_map(seed))
        map_ = map_of(data)
        assert map_ is not None
        text = carneades.write(Outgoing(map_, data)).data.decode()
        assert yaml.load(text, yaml.SafeLoader) == read_yaml(text).data, seed


def test_damaged_graphs_are_read_or_refused() -> None:
    assert_survives(FORMAT, [SAMPLE.encode(), *(path.read_bytes() for path in CORPUS)], examples(300))

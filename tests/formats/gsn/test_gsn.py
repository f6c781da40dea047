"""GSN: what a case becomes, against a second reader; what goes out again; what is challenged, and by what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
import yaml

from coldwater import judge
from coldwater.formats import gsn, registry
from coldwater.formats.foreign.imported import Given
from coldwater.formats.foreign.look import Look
from coldwater.formats.foreign.outgoing import Outgoing
from coldwater.formats.foreign.reading import map_of
from coldwater.formats.native.yaml_text import read_yaml
from coldwater.importing import read_as
from formats.corpora import files, needs_corpora
from formats.counting.gsn import counts
from formats.damaging import assert_survives, assert_survives_retyped
from formats.roundtrip import unnamed
from formats.whole_maps import cleaned, whole_map
from work import examples

if TYPE_CHECKING:
    from pathlib import Path

    from coldwater.formats.foreign.imported import Imported

FORMAT = cast("registry.Format", gsn)
CORPUS = files("gsn2x/**/*.yaml")
#: Files that gsn2x refuses as well.
INVALID = ("invalid1.yaml", "invalid2.yaml")
SAMPLE = """\
module: {name: Ferry, brief: Whether the ferry is safe.}
G1: {text: The ferry is safe., supportedBy: [S1, G5], inContextOf: [C1, A1]}
S1: {text: Argue over *each* hazard., supportedBy: [G2, Sn1, G3], inContextOf: J1}
G2: {text: Leaks are found., supportedBy: Sn2, rankIncrement: 1}
G3: {text: Crews are trained., undeveloped: true, classes: [crew]}
G5: {supportedBy: [Sn3]}
Sn1: {text: Survey of the hull, url: "https://example.org/hull"}
Sn2: {text: Log of the pumps, acp: {ACP1: Sn2}, details: Kept since spring.}
Sn3:
C1: {text: Calm water only}
A1: {text: The harbour stays open.}
J1: {text: The list of hazards is complete.}
CG1: {text: Pumps fail unseen., supportedBy: CSn1, challenges: S1, defeatedRelation: S1}
CSn1: {text: Two alarms were late.}
CG2: {text: The log has gaps., challenges: G2 -> Sn2}
CG3: {text: The harbour closes in storms., challenges: A1}
late: {nodeType: CounterSolution, text: Nobody was asked., challenges: "S1 -> CG1"}
"""


def read(text: str | bytes, **beside: str) -> Imported:
    """Read a case; files beside it are told by name, without the ending."""
    data = text.encode() if isinstance(text, str) else text

    def give(path: str) -> bytes | None:
        found = beside.get(path.removesuffix(".gsn.yaml"))
        return None if found is None else found.encode()

    return registry.read(FORMAT, Given("ferry.gsn.yaml", data, None, give))


def written(found: Imported) -> bytes:
    """Write what was read as GSN again."""
    map_ = map_of(found.data)
    assert map_ is not None
    assert found.data is not None
    return gsn.write(Outgoing(map_, found.data)).data


def data_of(found: Imported) -> dict[str, Any]:
    """Give the map that was read."""
    assert found.data is not None
    return found.data


def test_what_a_case_becomes() -> None:
    found = read(SAMPLE)
    data = data_of(found)
    assert (data["title"], data["description"], data["thesis"]) == ("Ferry", "Whether the ferry is safe.", ["G1", "A1"])
    claims, arguments = data["claims"], data["arguments"]
    assert list(claims) == [
        "G1", "G2", "G3", "G5", "Sn1", "Sn2", "Sn3", "A1", "CG1", "CSn1", "CG2", "CG3", "late",
    ]  # fmt: skip
    assert claims["G1"]["note"] == "Context C1: Calm water only\nAssumption A1: The harbour stays open."
    assert (claims["G3"]["status"], claims["G3"]["tags"]) == ("open", ["crew"])
    assert claims["Sn1"]["cites"] == [{"source": "Sn1"}]
    assert data["sources"]["Sn1"]["URL"] == "https://example.org/hull"
    assert claims["Sn3"]["text"] == "Sn3"
    assert arguments["S1"]["title"] == "Argue over *each* hazard."
    assert (arguments["S1"]["premises"], arguments["S1"]["supports"]) == (["G2", "Sn1", "G3"], "G1")
    assert arguments["S1"]["note"] == "Justification J1: The list of hazards is complete."
    assert (arguments["G1-support"]["premises"], arguments["G1-support"]["supports"]) == (["G5"], "G1")
    attacks = {tuple(one["premises"]): one["attacks"] for one in arguments.values() if "attacks" in one}
    assert attacks == {("CG1",): "S1", ("CG2",): "G2-support", ("CG3",): "A1", ("late",): "CG1-challenge"}
    assert data["expect"] == {"verdicts": {"CG1-challenge": "out"}}
    assert found.counts._asdict() == {
        "claims": 13, "arguments": 9, "supports": 5, "attacks": 4, "on_arguments": 3, "linked": 1,
    }  # fmt: skip
    assert {(loss.what, loss.at) for loss in found.losses} == {
        ("`rankIncrement`", ("G2",)), ("claim point of assurance", ("Sn2",)), ("layer `details`", ("Sn2",)),
        ("context", ("C1",)), ("justification", ("J1",)),
    }  # fmt: skip
    assert not found.spots


def test_what_was_read_goes_out_as_it_was() -> None:
    assert plain(written(read(SAMPLE))) == plain(SAMPLE.encode())


def test_an_edited_case_keeps_its_ids() -> None:
    data = data_of(read(SAMPLE))
    data["claims"]["G3"] |= {"status": "accepted", "credence": 0.9}
    data["claims"]["G1"]["note"] = "Only this."
    data["arguments"]["S1"]["strength"] = 0.7
    data["arguments"]["new"] = {"premises": ["G3"], "supports": "S1"}
    data["arguments"]["S1-2"] = {"premises": ["Sn3", "Sn2"], "attacks": "CG2-challenge", "title": "No gaps"}
    map_ = map_of(data)
    assert map_ is not None
    out = gsn.write(Outgoing(map_, data))
    back = data_of(read(out.data))
    assert unnamed(data, back, out.losses) == []
    assert not out.losses


def test_modules_are_one_map() -> None:
    main = (
        "module: {name: Main, uses: [part.gsn.yaml, gone.gsn.yaml]}\nG1: {text: All is well., supportedBy: [G2, Sn1]}\n"
    )
    part = """\
module: {name: Part, uses: [ferry.gsn.yaml], extends: [{module: Main, develops: {G9: [G2]}}]}
G2: {text: The part is well., supportedBy: Sn1}
Sn1: {text: A look at the part}
G1: {text: Another goal of this name, undeveloped: true}
"""
    found = read(main, part=part)
    data = data_of(found)
    assert {id_: claim["text"] for id_, claim in data["claims"].items()} == {
        "G1": "All is well.", "G2": "The part is well.", "Sn1": "A look at the part",
        "G1-2": "Another goal of this name",
    }  # fmt: skip
    assert data["claims"]["G2"]["tags"] == ["Part"]
    assert [one.what for one in found.losses] == ["module", "extension of a module", "division into modules"]
    back = data_of(read(written(found)))
    assert back["claims"].keys() == data["claims"].keys()
    assert back["claims"]["G2"]["tags"] == ["Part"]


def test_a_module_develops_what_another_left() -> None:
    main = "module: {name: Main, uses: [part.gsn.yaml]}\nG1: {text: All is well., undeveloped: true}\n"
    part = "module: {name: Part, extends: [{module: Main, develops: {G1: [G2]}}]}\nG2: {text: A part is.}\n"
    data = data_of(read(main, part=part))
    assert "status" not in data["claims"]["G1"]
    assert data["arguments"]["G1-support"]["premises"] == ["G2"]


def test_what_is_defeated_falls() -> None:
    text = """\
G1: {text: It is safe., supportedBy: S1}
S1: {text: By parts, supportedBy: Sn1, defeated: true}
Sn1: {text: A test}
CG1: {text: Parts hide the whole., challenges: S1}
G2: {text: It is cheap., undeveloped: true, defeated: true}
"""
    data = data_of(read(text))
    map_ = map_of(data)
    assert map_ is not None
    verdicts = judge.evaluate(map_).verdicts
    assert {id_: verdicts[id_].verdict for id_ in ("S1", "G1", "G2")} == {"S1": "out", "G1": "out", "G2": "out"}
    assert data["expect"] == {"verdicts": {"S1": "out"}}
    assert plain(written(read(text))) == plain(text.encode())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("G1: {supportedBy: G1}", "names itself"),
        ("G1: {supportedBy: [Sn1, Sn1]}\nSn1: {}", "twice"),
        ("G1: {supportedBy: Sn9}", "which is not there (C03)"),
        ("G1: {text: So}", "(V02)"),
        ("G1: {text: So, undeveloped: true, supportedBy: Sn1}\nSn1: {}", "(V03)"),
        ("G1: {supportedBy: C1}\nC1: {}", "(V04)"),
        ("X1: {text: So}\nG1: {undeveloped: true}", "(V01)"),
        ("G1: {undeveloped: true}\nG2: {undeveloped: true}", "(C01)"),
        ("S1: {supportedBy: Sn1}\nSn1: {}", "(C02)"),
        ("G1: {undeveloped: perhaps}", "true or false"),
        ("G1: Only words\nG2: {undeveloped: true}", "taken for its text"),
        ("G1: {undeveloped: true}\nCG1: {challenges: G1 -> C1}\nC1: {}", "challenges or supports nothing"),
    ],
)
def test_what_breaks_the_rules_is_said(text: str, says: str) -> None:
    found = read(text)
    assert map_of(found.data) is not None
    assert any(says in spot.message for spot in found.spots), [spot.message for spot in found.spots]


@pytest.mark.parametrize(
    ("text", "says"),
    [("- G1\n", "maps ids"), ("G1\n", "maps ids"), ("x: {}\n", "no element"), ("G1: {a: [}\n", "")],
)
def test_what_is_no_case_is_refused(text: str, says: str) -> None:
    found = read(text)
    assert found.data is None
    assert says in found.spots[0].message


@pytest.mark.parametrize(
    ("text", "claims"), [("", 0), ("module: {name: A, uses: [b.yaml]}\n", 0), ("C1: {text: So}\n", 0)]
)
def test_a_file_without_claims_is_an_empty_map(text: str, claims: int) -> None:
    found = read(text)
    assert map_of(found.data) is not None
    assert found.counts.claims == claims
    assert "there is no claim" in found.spots[-1].message or found.spots
    assert read(written(found)).counts.claims == claims


def test_a_long_chain_of_challenges_is_read_in_one_go() -> None:
    count = 3000
    lines = ["G1: {text: So, supportedBy: Sn1}", "Sn1: {text: A test}", "CG0: {text: No, challenges: G1 -> Sn1}"]
    lines += [f"CG{number}: {{text: No, challenges: CG{number - 1}}}" for number in range(1, count)]
    found = read("\n".join(lines))
    assert found.counts.attacks == count


@pytest.mark.parametrize(
    ("text", "is_case"),
    [
        (SAMPLE, True), ("module:\n  name: A\n  uses: [b.yaml]\n", True), ('{"G1": {"undeveloped": true}}', True),
        ("statements: {G1: So}\narguments: {}\n", False), ("Servers:\n  port: 80\n", False), ("", False), ("G1", False),
        ("title: G1\nclaims: {G1: {text: so}}\n", False), ('{"AIF": {"nodes": []}}', False),
    ],
)  # fmt: skip
def test_it_is_told_by_its_content(text: str, is_case: bool) -> None:
    assert gsn.is_one(Look("x.yaml", text.encode())) == is_case


@needs_corpora
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_a_file_of_the_field_agrees_with_a_second_reader(path: Path) -> None:
    found = read_as(FORMAT, str(path), path.read_bytes())
    if path.name in INVALID:
        assert found.data is None
        assert len(found.spots) == 1
        return
    assert found.counts._asdict() == counts(path)
    back = registry.read(FORMAT, Given("back.gsn.yaml", written(found)))
    assert back.counts == found.counts
    assert unnamed(data_of(found), data_of(back), ()) == []
    if "uses" not in path.read_text():
        assert plain(written(found)) == plain(path.read_bytes())


def plain(data: bytes) -> dict[str, dict[str, Any]]:
    """Give the elements of a file, in one of the ways in which the same may be written."""
    found = {}
    for id_, body in (yaml.safe_load(data) or {}).items():
        lists = ("supportedBy", "inContextOf", "classes")
        items = {
            key: [value] if key in lists and isinstance(value, str) else value for key, value in (body or {}).items()
        }
        items = {key: value.strip() if isinstance(value, str) else value for key, value in items.items()}
        if id_ != "module":
            found[id_] = {key: value for key, value in items.items() if value not in (None, [], "")}
    return found


def test_a_step_of_ours_about_nothing_takes_along_what_is_about_it() -> None:
    text = """\
G1: {text: So, undeveloped: true}
Sn1: {text: A test}
one: {nodeType: Strategy, supportedBy: Sn1, coldwater: '{"step": "supports", "of": "two"}'}
two: {nodeType: CounterGoal, supportedBy: Sn1, challenges: three, coldwater: '{"step": "attacks"}'}
"""
    found = read(text)
    assert found.counts.arguments == 0
    assert [(loss.what, loss.at) for loss in found.losses] == [("challenge that hits nothing", ("two", "one"))]


def test_cases_of_other_types_are_read_or_refused() -> None:
    assert_survives_retyped(FORMAT, [SAMPLE.encode(), *(path.read_bytes() for path in CORPUS)], examples(60))


def test_what_is_written_is_the_same_to_other_readers_of_yaml() -> None:
    for seed in range(examples(40)):
        data = cleaned(whole_map(seed))
        map_ = map_of(data)
        assert map_ is not None
        text = gsn.write(Outgoing(map_, data)).data.decode()
        assert yaml.load(text, yaml.SafeLoader) == read_yaml(text).data, seed


def test_damaged_cases_are_read_or_refused() -> None:
    assert_survives(FORMAT, [SAMPLE.encode(), *(path.read_bytes() for path in CORPUS)], examples(300))

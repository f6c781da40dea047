"""What becomes of statements, steps, talks and halves: each map is read from a small file and looked at."""

from __future__ import annotations

import json
from typing import Any

import pytest

from coldwater import api
from coldwater.formats import registry
from coldwater.formats.foreign.imported import Given, Imported
from coldwater.formats.foreign.outgoing import Outgoing
from coldwater.formats.foreign.reading import map_of
from coldwater.model.data import SECTIONS
from formats.aif import samples
from work import assert_grows_evenly


def read(name: str, data: bytes, beside: str | None = samples.ESSAY, thesis: str | None = None) -> Imported:
    format_ = registry.named(name)
    assert format_ is not None
    text = None if beside is None else beside.encode()
    return registry.read(
        format_,
        Given(
            f"a/file.{'ann' if name == 'brat' else name}",
            data,
            thesis,
            lambda path: text if path == "file.txt" else None,
        ),
    )


def mapped(name: str, data: bytes) -> dict[str, Any]:
    """Give the map of a file, with nothing of where it is from."""
    found = read(name, data).data
    assert found is not None
    for section in SECTIONS:
        for entry in found.get(section, {}).values():
            entry.pop("x-from", None)
    return found


def lost(imported: Imported) -> dict[str, tuple[str, ...]]:
    return {loss.what: loss.at for loss in imported.losses}


def said(imported: Imported) -> list[str]:
    return [spot.message for spot in imported.spots]


# --- AIF --------------------------------------------------------------------------------------------------------


def test_premises_of_a_step_are_linked_and_conflicts_with_steps_undercut() -> None:
    ferry = mapped("aif", samples.FERRY)
    assert ferry["thesis"] == "ferry-should-run-night"
    assert ferry["arguments"] == {
        "nurses-work-night-shifts-so": {
            "premises": ["nurses-work-night-shifts", "nurses-need-way-home-back"],
            "supports": "ferry-should-run-night", "scheme": "practical_reasoning",
        },
        "night-bus-takes-home-but": {"premises": ["night-bus-takes-home"], "attacks": "nurses-work-night-shifts-so"},
        "night-bus-cancelled-but": {"premises": ["night-bus-cancelled"], "attacks": "night-bus-takes-home-but"},
    }  # fmt: skip


def test_entities_are_texts() -> None:
    assert (
        mapped("aif", samples.FERRY)["claims"]["nurses-need-way-home-back"]["text"] == "Nurses need a way home & back."
    )


def test_entities_that_somebody_writes_about_stay() -> None:
    data = {"argmap": 1, "title": "t", "thesis": "a", "claims": {"a": {"text": "write &lt; or &amp;lt; & not <"}}}
    map_ = map_of(data)
    assert map_ is not None
    format_ = registry.named("aif")
    assert format_ is not None
    written = format_.write(Outgoing(map_, data)).data
    assert mapped("aif", written)["claims"] == data["claims"]


def test_who_speaks_takes_a_position() -> None:
    talk = mapped("aif", samples.TALK)
    assert talk["positions"] == {
        "Ann": {"name": "Ann", "accepts": ["should-run-night"]},
        "bob-ash": {"name": "Bob Ash", "accepts": ["boats-dear"], "rejects": ["should-run-night"]},
    }


def test_a_question_takes_none_and_what_nobody_argues_for_stays() -> None:
    talk = mapped("aif", samples.TALK)
    assert set(talk["claims"]) == {"should-run-night", "should-run", "boats-dear"}
    assert talk["draft"] is True
    assert all("should-run" not in position.get("accepts", ()) for position in talk["positions"].values())


def test_what_a_map_has_no_word_for_is_named_with_its_nodes() -> None:
    assert lost(read("aif", samples.TALK)) == {
        "locution": ("1", "4", "10"), "illocution": ("2", "5", "9", "11", "15"), "transition": ("7",),
        "rephrasing": ("8",), "preference": ("12",),
    }  # fmt: skip


def test_a_talk_of_sixty_statements_is_a_draft_with_nothing_lost() -> None:
    nodes = [samples.node(str(number), "I", f"Statement {number}") for number in range(60)]
    imported = read("aif", samples.nodeset(nodes, []))
    assert imported.counts.claims == 60
    assert (imported.losses, imported.spots) == ((), ())
    assert imported.data is not None
    assert imported.data["draft"] is True


def test_halves_are_left_out_with_a_remark_and_a_loss() -> None:
    halves = read("aif", samples.HALVES)
    assert lost(halves) == {
        "step without a conclusion": ("r1", "r4"), "step without a premise": ("r2",), "node of an unknown kind": ("q",),
        "step without an id": ("r1",), "edge": ("9 (a -> nowhere)",),
    }  # fmt: skip
    assert {spot.rule for spot in halves.spots} == {"CW006"}


def test_a_step_with_two_conclusions_is_an_argument_for_each() -> None:
    arguments = mapped("aif", samples.HALVES)["arguments"].values()
    examples = [argument["supports"] for argument in arguments if argument.get("scheme") == "example"]
    assert examples == ["b", "c"]


def test_statements_joined_without_a_step_are_an_argument() -> None:
    halves = read("aif", samples.HALVES)
    assert any("joins two statements" in message for message in said(halves))
    assert halves.data is not None
    assert {"premises": ["a"], "supports": "b", "x-from": {"direct": "8"}} in halves.data["arguments"].values()


def test_an_undercut_of_a_half_is_left_out_with_it() -> None:
    """Node 3 attacks the step 2, which leads nowhere; so does 3 then, and 5, which is about 3."""
    data = samples.nodeset(
        [samples.node("1", "I", "One"), samples.node("2", "RA", "RA"), samples.node("3", "CA", "CA"),
         samples.node("4", "I", "Two"), samples.node("5", "CA", "CA"), samples.node("6", "I", "Three")],
        samples.edges(("1", "2"), ("4", "3"), ("3", "2"), ("6", "5"), ("5", "3")),
    )  # fmt: skip
    imported = read("aif", data)
    assert imported.counts.arguments == 0
    assert lost(imported) == {"step without a conclusion": ("2", "3", "5")}


def test_steps_about_each_other_are_kept() -> None:
    data = samples.nodeset(
        [samples.node("1", "I", "One"), samples.node("2", "CA", "CA"), samples.node("3", "I", "Two"),
         samples.node("4", "CA", "CA")],
        samples.edges(("1", "2"), ("2", "4"), ("3", "4"), ("4", "2")),
    )  # fmt: skip
    assert read("aif", data).counts.on_arguments == 2


def test_remarks_say_where_in_the_file() -> None:
    data = b'{"nodes": [\n  {"nodeID": "1", "text": "One", "type": "I"},\n {"nodeID": "2", "type": "RA"}], "edges": []}'
    spots = read("aif", data).spots
    assert [(spot.place.line, spot.place.column) for spot in spots] == [(3, 2)]


def test_check_reads_a_nodeset_and_finds_its_places() -> None:
    checked = api.check_bytes("file.aif.json", samples.FERRY)
    assert checked.map is not None
    assert not any(finding.severity == "error" for finding in checked.findings)


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"[1]", "it holds a list"), (b"nothing", "a value is missing"), (b'"text"', "it holds a single value")],
)
def test_what_is_no_graph_at_all_is_refused(data: bytes, message: str) -> None:
    imported = read("aif", data)
    assert imported.data is None
    assert message in said(imported)[0]


def test_an_empty_nodeset_is_a_map_without_claims() -> None:
    imported = read("aif", b'{"nodes": [], "edges": [], "locutions": []}')
    assert imported.counts.claims == 0
    assert imported.data is not None


def test_the_thesis_can_be_named_by_its_node() -> None:
    data = read("aif", samples.FERRY, thesis="15").data
    assert data is not None
    assert data["thesis"][0] == "night-bus-takes-home"


def test_reading_grows_evenly() -> None:
    def prepared(size: int) -> Any:
        nodes = [samples.node(str(number), "I", f"Statement {number} is so") for number in range(size)]
        nodes += [samples.node(f"9{number}", "CA" if number % 3 else "RA", "RA") for number in range(size)]
        pairs = [(str(number), f"9{number}") for number in range(1, size)]
        pairs += [(f"9{number}", str(number // 2) if number % 5 else f"9{number // 2}") for number in range(1, size)]
        data = samples.nodeset(nodes, samples.edges(*pairs))
        return lambda: read("aif", data)

    assert_grows_evenly(prepared, 100)


# --- xAIF and OVA -------------------------------------------------------------------------------------------------


def test_xaif_takes_the_names_of_participants() -> None:
    xaif = mapped("xaif", samples.XAIF)
    assert xaif["positions"] == {"ann-ash": {"name": "Ann Ash", "accepts": ["leaks"]}}
    assert xaif["arguments"] == {"leaks-so": {"premises": ["leaks"], "supports": "unsafe"}}
    assert {"annotated text", "part of another module"} <= set(lost(read("xaif", samples.XAIF)))


def test_xaif_with_line_ends_in_texts_and_words_of_python_is_read() -> None:
    loose = samples.XAIF.replace(b"it is unsafe", b"it is\nunsafe").replace(b"true", b"True")
    assert read("xaif", loose).counts == read("xaif", samples.XAIF).counts


def test_edges_of_ova_hold_whole_nodes() -> None:
    ova = mapped("ova", samples.OVA)
    assert ova["arguments"] == {"pays-so": {"premises": ["pays"], "supports": "should-run"}}
    assert ova["claims"]["pays"]["text"] == 'It "pays"'
    assert ova["positions"] == {"bo-lee": {"name": "Bo Lee", "accepts": ["pays"]}}


# --- arguebuf and SADFace -----------------------------------------------------------------------------------------


def test_arguebuf_tells_thesis_schemes_sources_and_speakers() -> None:
    found = mapped("arguebuf", samples.ARGUEBUF)
    assert found["thesis"] == "c1"
    assert found["arguments"]["s1"] == {"premises": ["c2"], "supports": "c1", "scheme": "expert_opinion"}
    assert found["arguments"]["s2"] == {"premises": ["c3"], "attacks": "s1"}
    assert found["claims"]["c1"]["cites"] == [{"source": "r", "quote": "run it!"}]
    assert found["sources"]["r"] == {"title": "Minutes", "URL": "https://example.org/m"}
    assert found["positions"]["p"] == {"name": "Ann", "accepts": ["c2"]}
    assert lost(read("arguebuf", samples.ARGUEBUF)) == {"rephrasing": ("s3",), "full text of a resource": ("r",)}


LIBRARYS = ("k", "b"), ("a", "k")


@pytest.mark.parametrize(
    ("name", "version", "conflict", "attacker"),
    [
        ("sadface", "0.5.4.0", {"type": "conflict", "name": "attack"}, "b"),
        ("sadface", "0.2", {"type": "scheme", "name": "conflict"}, "a"),
        ("sadface-aif", "0.5.4.0", {"type": "conflict", "name": "attack"}, "a"),
        ("sadface-library", "0.2", {"type": "scheme", "name": "attack"}, "b"),
    ],
)
def test_conflicts_of_sadface_are_turned_round_where_its_library_wrote_them(
    name: str, version: str, conflict: dict[str, str], attacker: str
) -> None:
    found = mapped(name, samples.sadface(version, conflict, *LIBRARYS))
    attacked = "b" if attacker == "a" else "a"
    assert found["arguments"]["k"] == {"premises": [attacker], "attacks": attacked}
    assert found["arguments"]["i"] == {"premises": ["c"], "supports": "a"}
    assert found["title"] == "Ferry"
    assert found["claims"]["a"]["cites"] == [{"source": "r", "quote": "a text"}]


def test_a_disagreement_of_sadface_is_a_contradiction() -> None:
    disagree = {"type": "conflict", "name": "disagree"}
    found = mapped("sadface", samples.sadface("0.5.4", disagree, ("k", "a"), ("k", "b")))
    assert found["claims"]["a"]["contradicts"] == ["b"]


def test_a_conflict_of_the_library_with_an_inference_undercuts_it() -> None:
    attack = {"type": "conflict", "name": "attack"}
    for pairs in ((("b", "k"), ("k", "i")), (("i", "k"), ("k", "b"))):
        found = mapped("sadface", samples.sadface("0.5.4", attack, *pairs))
        assert found["arguments"]["k"] == {"premises": ["b"], "attacks": "i"}


# --- microtexts and essays ----------------------------------------------------------------------------------------


def test_a_microtext_has_linked_premises_nested_undercuts_and_joined_pieces() -> None:
    found = mapped("microtexts", samples.MICROTEXT)
    assert found["arguments"] == {
        "nurses-work-late-so": {
            "premises": ["nurses-work-late", "nurses-need-way-home"], "supports": "ferry-should-run-night",
        },
        "bus-they-say-but": {"premises": ["bus-they-say"], "attacks": "nurses-work-late-so"},
        "not-sundays-but": {"premises": ["not-sundays"], "attacks": "bus-they-say-but"},
    }  # fmt: skip
    assert found["claims"]["bus-they-say"] == {"text": "There is a bus, they say,"}
    assert found["claims"]["nurses-need-way-home"] == {"text": "Nurses need a way home.", "implicit": True}


def test_topic_stance_and_idle_pieces_of_a_microtext_are_named() -> None:
    assert lost(read("microtexts", samples.MICROTEXT)) == {
        "topic": ("ferry",), "stance": ("ferry",), "piece of text": ("e7",)
    }  # fmt: skip


def test_a_role_against_the_attacks_is_named() -> None:
    data = samples.MICROTEXT.replace(b'id="a4" type="opp"', b'id="a4" type="pro"')
    assert lost(read("microtexts", data))["role"] == ("a4",)


def test_relations_into_nothing_are_left_out_with_what_is_about_them() -> None:
    data = samples.MICROTEXT.replace(b'src="a2" trg="a1"', b'src="a2" trg="a9"')
    imported = read("microtexts", data)
    assert imported.counts.arguments == 0
    assert lost(imported)["edge"] == ("c1", "c3", "c4")
    assert (13, 3) in [(spot.place.line, spot.place.column) for spot in imported.spots]


def test_microtexts_with_entities_of_their_own_are_refused() -> None:
    bomb = b'<!DOCTYPE arggraph [<!ENTITY a "aaaa">]><arggraph id="x"><edu id="e1">&a;</edu></arggraph>'
    assert read("microtexts", bomb).data is None


def test_an_essay_has_one_thesis_and_claims_for_and_against_it() -> None:
    found = mapped("brat", samples.essay())
    assert found["title"] == "Should it run?"
    assert found["thesis"] == "ferry-should-run"
    quotes = [citation["quote"] for citation in found["claims"]["ferry-should-run"]["cites"]]
    assert quotes == ["the ferry should run", "The ferry ought to run"]
    told = [(one["premises"][0], one.get("supports"), one.get("attacks")) for one in found["arguments"].values()]
    assert sorted(told, key=str) == [
        ("bus-runs-too", None, "ferry-should-run"), ("nurses-work-late", "they-need", None),
        ("they-need", "ferry-should-run", None),
    ]  # fmt: skip


def test_an_essay_without_its_text_is_read_from_the_annotations() -> None:
    alone = read("brat", samples.essay(), beside=None)
    assert alone.counts == read("brat", samples.essay()).counts
    assert alone.spots == ()


def test_words_that_are_not_those_of_the_essay_are_remarked() -> None:
    spots = read("brat", samples.essay(), beside="Another text\n").spots
    assert [spot.place.line for spot in spots] == [1, 2, 3, 5, 6]


# --- which is which -----------------------------------------------------------------------------------------------

FILES = {
    "aif": samples.FERRY, "xaif": samples.XAIF, "ova": samples.OVA, "arguebuf": samples.ARGUEBUF,
    "sadface": samples.sadface("0.5", {"type": "conflict", "name": "attack"}, *LIBRARYS),
    "microtexts": samples.MICROTEXT, "brat": samples.essay(),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_known_by_its_content_alone(name: str) -> None:
    found = registry.by_content("file", FILES[name])
    assert found is not None
    assert name == found.NAME


def test_no_map_of_ours_is_taken_for_one() -> None:
    data = json.dumps({"argmap": 1, "title": "t", "thesis": "a", "claims": {"a": "A claim"}}).encode()
    assert registry.by_content("file.json", data) is None

"""Maps written as Argdown: read by Argdown's own parser, with the same meaning, and back again with nothing lost."""

from __future__ import annotations

from random import Random
from typing import Any, cast

import pytest

from coldwater.formats import registry
from coldwater.formats.argdown import document
from coldwater.formats.foreign.imported import Given
from coldwater.formats.foreign.outgoing import Outgoing
from coldwater.formats.foreign.reading import map_of
from formats.corpora import files, needs_corpora
from formats.roundtrip import out_and_back, unnamed
from formats.whole_maps import SIGNS, cleaned, whole_map
from work import examples

from .peer import asked, needs_peer, ours, read, theirs
from .samples import FERRY

FORMAT = cast("registry.Format", document)
CORPUS = [path for path in files("argdown/**/*") if path.suffix in (".argdown", ".ad")]
AWKWARD_IDS = (
    "012", "1e3", "no", "yes", "null", "2025-03-01", "y", "a", "A", "é", "禁止", "حظر", "a.b", "x-so", "x-but", "not",
    "deadbeefdeadbeef1", "119927", "G1", "n12", "CO₂", "a_b", "long" * 25, "Untitled", "c1-so", "a-2", "a-3", "x",
)  # fmt: skip
AWKWARD_TITLES = ("a", "x", "A b", "A b", "T>x", "-dash", "<b>", "] b", " lead", "Untitled 1", "_u", "!x", "+")
BRIDGE: dict[str, Any] = {
    "argmap": 1,
    "title": "Should the bridge be rebuilt?",
    "thesis": "rebuild",
    "claims": {
        "rebuild": {"text": "The town should rebuild the bridge."},
        "cracks": {"text": "The girder is cracked.", "kind": "fact"},
        "unsafe": {"text": "Cracked bridges are unsafe."},
        "costly": {"text": "It costs too much."},
        "grant": {"text": "The state pays."},
        "late": {"text": "It pays late."},
    },
    "arguments": {
        "safety": {"title": "Unsafe girder", "premises": ["cracks", "unsafe"], "supports": "rebuild"},
        "costly-but": {"premises": ["costly"], "attacks": "rebuild"},
        "funded": {"premises": ["grant"], "attacks": "costly"},
        "slow": {"premises": ["late"], "attacks": "safety"},
    },
}


def written(data: dict[str, Any]) -> str:
    """Write a map."""
    map_ = map_of(data)
    assert map_ is not None
    return FORMAT.write(Outgoing(map_, data)).data.decode()


def again(text: str) -> dict[str, Any]:
    """Read what was written."""
    found = registry.read(FORMAT, Given("map.argdown", text.encode()))
    assert found.data is not None
    assert not found.spots
    return found.data


def test_a_map_is_written_as_people_write_argdown() -> None:
    assert (
        written(BRIDGE)
        == """\
===
title: "Should the bridge be rebuilt?"
argmap:
  thesis: rebuild
===

[rebuild]: The town should rebuild the bridge.
  - [costly]: It costs too much.
    - [grant]: The state pays. {arguments: [{attacks: costly, id: funded}]}

<Unsafe girder> {id: safety}

(1) [cracks]: The girder is cracked. {kind: fact}
(2) [unsafe]: Cracked bridges are unsafe.
----
    <_ [late]: It pays late. {arguments: [{attacks: "Unsafe girder", id: slow}]}
(3) [rebuild]
"""
    )


def test_linked_premises_that_attack_conclude_that_it_is_not_so() -> None:
    data = {**BRIDGE, "arguments": {"money": {"premises": ["costly", "late"], "attacks": "rebuild"}}}
    text = written(data)
    assert "(3) [not rebuild]: Not so: The town should rebuild the bridge. {only: conclusion}\n    -> [rebuild]" in text
    assert again(text)["arguments"] == data["arguments"]
    assert "not rebuild" not in str(again(text)["claims"])


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_survives_wherever_it_stands(sign: str) -> None:
    for text in (sign, f"a{sign}b", f"{sign}b", f"a{sign}", f"a {sign} b", f"{sign}{sign}", f"1. {sign}", f"'{sign} x"):
        if not text.strip():
            continue
        data = {
            **BRIDGE, "title": text, "description": text,
            "claims": {
                **BRIDGE["claims"], "rebuild": {"text": text, "tags": [text], "note": text},
                "cracks": {"text": text, "cites": [{"source": "s", "quote": text}]},
            },
            "arguments": {
                **BRIDGE["arguments"],
                "safety": {
                    "title": text, "premises": ["cracks", "unsafe"], "supports": "rebuild", "scheme": text,
                    "note": text, "tags": [text],
                },
            },
            "sources": {"s": {"title": text}},
        }  # fmt: skip
        before = cleaned(data)
        _, losses, after = out_and_back(FORMAT, before)
        assert unnamed(before, after, losses) == []
        assert not losses


def test_awkward_ids_and_titles_come_back() -> None:
    for seed in range(examples(80)):
        random = Random(seed)  # noqa: S311 - nothing is secret
        before = _renamed(cleaned(whole_map(seed, plain=seed % 2 == 0)), random)
        data, losses, after = out_and_back(FORMAT, before)
        assert unnamed(before, after, losses) == [], data.decode()
        assert out_and_back(FORMAT, after)[0] == data


def _renamed(data: Any, random: Random) -> dict[str, Any]:
    """Give a map with other ids, and titles that clash or cannot stand in angle brackets."""
    names = [*data["claims"], *data.get("arguments", {})]
    ids = random.sample(AWKWARD_IDS, len(AWKWARD_IDS))
    new = {name: ids.pop() if ids and random.random() < 0.7 else name for name in names}

    def renamed(value: Any) -> Any:
        if isinstance(value, dict):
            return {new.get(key, key): renamed(item) for key, item in value.items()}
        if isinstance(value, list):
            return [renamed(item) for item in value]
        return new.get(value, value) if isinstance(value, str) else value

    found: dict[str, Any] = renamed(data)
    for argument in found.get("arguments", {}).values():
        if random.random() < 0.4:
            argument["title"] = random.choice(AWKWARD_TITLES)
    return found


def test_what_was_read_goes_out_as_it_was() -> None:
    before = registry.read(FORMAT, Given("ferry.argdown", FERRY.encode()))
    assert before.data is not None
    text = written(before.data)
    assert "  + <Jobs>: It gives work to forty people, most of them young." in text
    assert "    _ <Few>" in text
    assert "## Islanders\n\n<Way>: There is no other way.\n\n(1) [Island]" in text
    assert "-- Need, Means {sure: yes} --" not in text
    assert again(text) == {**before.data, "x-from": {**before.data["x-from"], "file": "map.argdown"}}


@needs_corpora
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_real_documents_come_back_whole(path: Any) -> None:
    before = registry.read(FORMAT, Given(path.name, path.read_bytes()))
    assert before.data is not None
    after = registry.read(FORMAT, Given(path.name, written(before.data).encode()))
    assert after.data is not None
    assert after.counts == before.counts
    for section in ("claims", "arguments", "sources"):
        old, new = before.data.get(section, {}), after.data.get(section, {})
        assert {id_: _bare(entry) for id_, entry in old.items()} == {id_: _bare(entry) for id_, entry in new.items()}


def _bare(entry: Any) -> Any:
    return {key: value for key, value in entry.items() if key != "x-from"} if isinstance(entry, dict) else entry


# --- held against Argdown's own parser ----------------------------------------------------------------------------


@needs_peer
def test_what_is_written_is_read_by_the_reference_and_means_the_same() -> None:
    maps = [cleaned(whole_map(seed, plain=seed % 3 == 0)) for seed in range(examples(250))]
    texts = [written(data) for data in maps]
    for data, text, model in zip(maps, texts, asked(texts), strict=True):
        assert "error" not in model, (model, text)
        debate, remarks = read(text)
        assert ours(debate) == theirs(model), text
        assert not remarks
        assert _graph(model) == _graph_of(data), text


@needs_peer
@needs_corpora
def test_real_documents_go_out_as_the_reference_reads_them() -> None:
    found = [registry.read(FORMAT, Given(path.name, path.read_bytes())).data for path in CORPUS]
    texts = [written(data) for data in found if data is not None]
    for path, text, model in zip(CORPUS, texts, asked(texts), strict=True):
        assert "error" not in model, (path.name, model)
        assert ours(read(text)[0]) == theirs(model), path.name


Graph = set[tuple[Any, ...]]


def _graph(model: dict[str, Any]) -> tuple[set[str], Graph]:
    """Give the claims and arguments of Argdown's model: what concludes an aid does what the aid does."""
    key = "only"
    aids = {one["title"] for one in model["statements"] if (one["data"] or {}).get(key) == "conclusion"}
    steps = {one["title"]: _premises(one) for one in model["arguments"]}
    ends = {one["title"]: one["pcs"][-1]["title"] for one in model["arguments"]}
    aims = {one[1]: (kind, _end(other, steps)) for kind, one, other in model["relations"] if one[1] in aids}
    graph: Graph = {(steps[title], *(aims[end] if end in aids else ("support", end))) for title, end in ends.items()}
    for kind, one, other in model["relations"]:
        if one[1] not in aids:
            graph.add((frozenset([one[1]]), kind, _end(other, steps)))
    graph = {(premises, "attack" if kind == "undercut" else kind, end) for premises, kind, end in graph}
    return {one["title"] for one in model["statements"]} - aids, graph


def _premises(argument: dict[str, Any]) -> frozenset[str]:
    return frozenset(line["title"] for line in argument["pcs"][:-1])


def _end(member: list[Any], steps: dict[str, frozenset[str]]) -> Any:
    return member[1] if member[0] == "statement" else ("step", steps[member[1]])


def _graph_of(data: dict[str, Any]) -> tuple[set[str], Graph]:
    """Give the claims and arguments of a map in the same form: an argument is known by its premises."""
    arguments = data.get("arguments", {})
    graph: Graph = set()
    for argument in arguments.values():
        kind = "support" if "supports" in argument else "attack"
        target = argument.get("supports", argument.get("attacks"))
        end = ("step", frozenset(arguments[target]["premises"])) if target in arguments else target
        graph.add((frozenset(argument["premises"]), kind, end))
    for id_, claim in data["claims"].items():
        for other in claim.get("contradicts", ()) if isinstance(claim, dict) else ():
            graph.add((frozenset([id_]), "contradictory", other))
    return set(data["claims"]), graph

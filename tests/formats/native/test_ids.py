"""Ids in a text, in whatever script and form: read as one id however it is typed, refused with a word for each sign."""

# ruff: noqa: E501 - a table of texts and what is said of them reads best unbroken

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater import api, revise
from coldwater.formats.native import document as native
from coldwater.formats.native.id_places import id_places, sections_meant
from coldwater.model import composed
from coldwater.model.data import SECTIONS
from coldwater.model.ids import is_id
from strategies import at, clean_maps, foreign_ids, json_text, yaml_text
from work import examples

if TYPE_CHECKING:
    from coldwater.model.models import Map
    from strategies import Data

HEAD = "argmap: 1\ntitle: Should it be?\n"


def in_another_form(data: Any, random: Random, ids: set[str]) -> Any:
    """Spell ids in decomposed form, each place for itself."""

    def spelt(text: str) -> str:
        return normalize("NFD", text) if text in ids and random.random() < 0.5 else text

    if isinstance(data, dict):
        return {spelt(key): in_another_form(value, random, ids) for key, value in data.items()}
    if isinstance(data, list):
        return [in_another_form(item, random, ids) for item in data]
    return spelt(data) if isinstance(data, str) else data


def read(text: str, spelling: str) -> Map:
    reading = native.read(text, spelling)
    assert reading.spots == []
    assert reading.map is not None
    return reading.map


@settings(max_examples=examples(30))
@given(clean_maps(), st.randoms(use_true_random=False))
def test_an_id_is_the_same_however_it_is_typed(data: Data, random: Random) -> None:
    ids = {place.text for place in id_places(data)}
    typed = in_another_form(data, random, ids)
    plain = read(json.dumps(data), "json")
    for text, spelling in ((yaml_text(typed, random), "yaml"), (json_text(typed, random), "json")):
        assert read(text, spelling) == plain
        assert api.check_bytes(f"a.{spelling}", text.encode()).findings == ()
        tidy = revise.format(f"a.{spelling}", data=text.encode()).new.decode()
        assert normalize("NFC", tidy) == tidy
        assert read(tidy, spelling) == plain


@settings(max_examples=examples(30))
@given(clean_maps(), foreign_ids, st.randoms(use_true_random=False), st.data())
def test_an_id_in_any_script_can_be_renamed_and_renamed_back(
    data: Data, new: str, random: Random, choose: st.DataObject
) -> None:
    old = choose.draw(st.sampled_from(list(data["claims"])))
    if any(new in data[section] for section in SECTIONS):
        return
    for text, spelling in ((yaml_text(data, random), "yaml"), (json_text(data, random), "json")):
        name = f"a.{spelling}"
        there = revise.rename(name, old, normalize("NFD", new), data=text.encode()).change.new
        assert new in read(there.decode(), spelling).claims
        back = revise.rename(name, normalize("NFD", new), old, data=there).change.new
        assert read(back.decode(), spelling) == read(text, spelling)


def test_what_is_an_authors_own_keeps_its_form() -> None:
    own = {normalize("NFD", "é"): 1, "é": 2}
    data = {"argmap": 1, "title": "T", "thesis": "a", "claims": {"a": "A."}, "x-own": own}
    for text, spelling in ((json.dumps(data, ensure_ascii=False), "json"), (json.dumps(data), "yaml")):
        assert native.parse(text, spelling).data == data
        assert native.parse(text, spelling).spots == ()


@pytest.mark.parametrize("spelling", ["yaml", "json"])
def test_two_keys_that_are_one_id_are_a_key_twice(spelling: str) -> None:
    decomposed = normalize("NFD", "café")
    data = {"argmap": 1, "title": "T", "thesis": "café", "claims": {"café": "A is so.", decomposed: "B is so."}}
    text = json.dumps(data, ensure_ascii=False, indent=1)
    findings = api.check_bytes(f"a.{spelling}", text.encode()).findings
    assert [(one.rule, one.line, one.id) for one in findings if one.rule == "CW002"] == [("CW002", 7, "café")]


def test_letters_beyond_the_first_plane_are_letters() -> None:
    text = HEAD + "thesis: 𠮷野家\nclaims: {𠮷野家: It is so., 𞤀𞤁: So is that.}\n"
    assert list(read(text, "yaml").claims) == ["𠮷野家", "𞤀𞤁"]
    assert list(read(json.dumps(native.parse(text, "yaml").data), "json").claims) == ["𠮷野家", "𞤀𞤁"]


def test_a_patch_and_stamps_name_ids_in_any_form() -> None:
    from coldwater.formats.native.patch_text import read_patch  # noqa: PLC0415 - for this test only
    from coldwater.formats.native.stamps_text import read as read_stamps  # noqa: PLC0415

    decomposed = normalize("NFD", "café")
    patch = read_patch(
        f"coldwater-patch: 1\ntitle: T\nthesis: {decomposed}\nclaims: {{{decomposed}: Yes.}}\n", "p.yaml"
    )
    assert (patch.thesis, list(patch.entries["claims"])) == ("café", ["café"])
    stamp = {"by": "B", "on": "2026-01-01", "rests_on": {decomposed: "x"}}
    stamps = read_stamps(json.dumps({"version": 1, "reviews": {decomposed: stamp}}), "s")
    assert stamps["café"].rests_on == {"café": "x"}


# --- ids that are refused ---------------------------------------------------------------------------------------

REFUSED = (
    HEAD
    + """thesis: ban cars
sources:
  the survey: {title: S}
claims:
  ban cars: {text: Cars should be banned., cites: [{source: the survey}], contradicts: [más coches]}
  más coches: More cars are needed.
  "diesel®": Diesel is dirty.
  dear: A ban is dear.
arguments:
  clean air!: {premises: ["diesel®"], supports: ban cars, scheme: x-own, roles: {r: "diesel®"}}
  money: {premises: [dear], attacks: clean air!, answers: {clean air!: [follows]}}
positions:
  the mayor: {name: The mayor, accepts: [ban cars]}
expect: {verdicts: {ban cars: out}}
shape: graph
"""
)
MENDED = (
    REFUSED.replace("ban cars", "ban-cars")
    .replace("the survey", "the-survey")
    .replace("más coches", "más-coches")
    .replace("®", "")
    .replace("clean air!", "clean-air")
    .replace("the mayor", "the-mayor")
)


def test_each_refused_id_is_one_finding_and_its_fix_takes_all_references_along() -> None:
    findings = api.check_bytes("a.yaml", REFUSED.encode()).findings
    assert {one.rule for one in findings} == {"CW003"}
    assert [one.id for one in findings] == [
        "the survey", "ban cars", "más coches", "diesel®", "clean air!", "the mayor",
    ]  # fmt: skip
    fixed = revise.fix("a.yaml", data=REFUSED.encode()).change.new.decode()
    assert native.parse(fixed, "yaml").data == native.parse(MENDED, "yaml").data
    assert fixed.replace('"', "") == MENDED.replace('"', "")
    assert api.check_bytes("a.yaml", fixed.encode()).findings == ()


def test_a_refused_id_in_json_is_mended_alike() -> None:
    data = native.parse(REFUSED, "yaml").data
    fixed = revise.fix("a.json", data=json.dumps(data, ensure_ascii=False).encode()).change.new
    assert json.loads(fixed) == native.parse(MENDED, "yaml").data


@pytest.mark.parametrize(
    ("claims", "safe", "unsafe"),
    [
        ("{a b: A is so., a-b: B is so.}", None, "{a-b-2: A is so., a-b: B is so.}"),
        ("{a b: A is so., a!b: B is so., ab: C.}", "{a-b: A is so., a!b: B is so., ab: C.}", "{a-b: A is so., ab-2: B is so., ab: C.}"),
        ("{a b: A is so., a/b: B is so.}", None, "{a-b: A is so., a-b-2: B is so.}"),
        ("{🙂: A is so., b: B is so.}", None, "{claim-1: A is so., b: B is so.}"),
    ],
)  # fmt: skip
def test_a_fix_is_safe_only_where_nothing_else_could_be_meant(claims: str, safe: str | None, unsafe: str) -> None:
    thesis, *others = native.parse(claims, "yaml").data
    text = HEAD + f"thesis: {thesis}\nclaims: {claims}\n"
    text += f"arguments: {{s: {{premises: [{', '.join(others)}], supports: {thesis}}}}}\n"

    def mended(with_unsafe: bool) -> Any:
        return native.parse(
            revise.fix("a.yaml", data=text.encode(), unsafe=with_unsafe).change.new.decode(), "yaml"
        ).data

    assert mended(with_unsafe=False)["claims"] == native.parse(safe or claims, "yaml").data
    assert mended(with_unsafe=True)["claims"] == native.parse(unsafe, "yaml").data
    assert mended(with_unsafe=True)["thesis"] in mended(with_unsafe=True)["claims"]


def test_one_spelling_of_a_claim_and_a_source_follows_each_where_it_is_named() -> None:
    text = (
        HEAD
        + "thesis: t\nsources: {a b: {title: S}}\nclaims: {t: T is so., a b: {text: A is so., cites: [{source: a b}]}}\n"
    )
    text += "arguments: {s: {premises: [a b], supports: t}}\n"
    data = native.parse(revise.fix("a.yaml", data=text.encode(), unsafe=True).change.new.decode(), "yaml").data
    [claim] = [name for name in data["claims"] if name != "t"]
    [source] = data["sources"]
    assert claim != source
    assert data["claims"][claim]["cites"] == [{"source": source}]
    assert data["arguments"]["s"]["premises"] == [claim]


def test_a_misspelt_reference_is_led_to_the_entry_that_it_comes_down_to() -> None:
    text = HEAD + "thesis: main girder\nclaims: {main-girder: It is so., b: B is so., c: C is so.}\n"
    text += 'arguments: {s: {premises: ["b®"], supports: main-girder}, r: {premises: [c], attacks: s, answers: {"s™": [follows]}}}\nshape: graph\n'
    findings = api.check_bytes("a.yaml", text.encode()).findings
    assert [one.rule for one in findings] == ["CW003"] * 3
    fixed = revise.fix("a.yaml", data=text.encode()).change.new.decode()
    meant = text.replace("main girder", "main-girder").replace("®", "").replace("™", "")
    assert fixed.replace('"', "") == meant.replace('"', "")


@settings(max_examples=examples(40))
@given(clean_maps(), st.data(), st.randoms(use_true_random=False))
def test_a_sign_too_much_in_one_id_is_one_finding_and_the_fix_gives_the_map_back(
    data: Data, choose: st.DataObject, random: Random
) -> None:
    """Wherever the id stands it has the sign: the key is said, and nothing else; or only one reference has it."""
    places = list(id_places(data))
    place = choose.draw(st.sampled_from(places))
    sign = choose.draw(st.sampled_from("®!'(🙂\u200b\u00ad\ufeff\u202e"))
    name = place.text + sign
    section = next(one for one in sections_meant(place.pointer) if place.text in data.get(one, {}))
    followers = [one for one in places if one.text == place.text and section in sections_meant(one.pointer)]
    odd = [place] if not place.is_key and choose.draw(st.booleans()) else followers
    changed = json.loads(json.dumps(data))
    for one in sorted(odd, key=lambda one: -len(one.pointer)):
        holder = at(changed, one.pointer[:-1])
        if one.is_key:
            pairs = [(name if key == one.text else key, value) for key, value in holder.items()]
            holder.clear()
            holder.update(pairs)
        else:
            holder[one.pointer[-1]] = name
    texts = [(json_text(changed, random), "json")]
    if sign.isprintable():  # what cannot be seen in YAML is found where it stands, before an id is looked at
        texts.append((yaml_text(changed, random), "yaml"))
    for text, spelling in texts:
        findings = api.check_bytes(f"a.{spelling}", text.encode()).findings
        assert [one.rule for one in findings] == ["CW003"]
        fixed = revise.fix(f"a.{spelling}", data=text.encode()).change.new
        assert native.parse(fixed.decode(), spelling).data == native.parse(json.dumps(data), "json").data


def test_all_places_of_ids_are_known() -> None:
    data = {
        "thesis": "t", "rivals": ["r"], "claims": {"c": {"contradicts": ["k"], "cites": [{"source": "s1"}]}, "d": "D."},
        "arguments": {"g": {"premises": ["p"], "supports": "u", "attacks": "a", "roles": {"x y": "o"},
                            "answers": {"w": ["q q"]}, "cites": [{"source": "s2"}], "title": "T"}},
        "sources": {"s": {"title": "S", "author": ["A B"]}}, "positions": {"m": {"accepts": ["y"], "rejects": ["n"]}},
        "lint": {"ignore": [{"at": "i", "rule": "CW301"}]}, "expect": {"verdicts": {"v": "in"}}, "x-own": {"z": "z"},
    }  # fmt: skip
    found = {place.text for place in id_places(data)}
    assert found == {"t", "r", "c", "k", "s1", "d", "g", "p", "u", "a", "o", "w", "s2", "s", "m", "y", "n", "i", "v"}
    assert all(is_id(composed(text)) for text in found)

"""An id has another name everywhere, and nothing else has changed."""

from __future__ import annotations

import copy
import re
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater.editing.renaming import NewName, Renamed, rename_id
from coldwater.errors import UsageError
from coldwater.formats.native import document as native
from coldwater.formats.native.json_text import read_json
from coldwater.formats.native.yaml_text import read_yaml
from coldwater.model.data import SECTIONS
from strategies import AWKWARD_IDS, graphs, json_text, maps

from .commented import Writer, marks

seeds = st.integers(0, 10**9).map(Random)


def rename(text: str, old: str, new: str, section: str | None = None, spelling: str = "yaml") -> Renamed:
    """Rename an id in a text that reads without a remark."""
    reading = native.read(text, spelling)
    assert reading.spots == []
    assert reading.map is not None
    return rename_id(text, spelling, reading.map, NewName(old, new, section))


#: The fields of each section's entries that name an id of a claim, or of what may be a target.
CLAIM_LISTS = ("contradicts", "premises", "accepts", "rejects")
TARGETS = ("supports", "attacks")


def renamed_data(data: dict[str, Any], wish: NewName, is_alone: bool) -> dict[str, Any]:
    """Rename in plain data, field by field: what the text must hold afterwards."""
    result = copy.deepcopy(data)
    # an argument that is named as a claim by mistake is meant all the same
    is_claim = wish.section == "claims" or (wish.section == "arguments" and wish.old not in data["claims"])
    result["thesis"] = swapped(data["thesis"], wish, is_claim)
    if "rivals" in data:
        result["rivals"] = [swapped(rival, wish, is_claim) for rival in data["rivals"]]
    for section in SECTIONS:
        pairs = result.get(section, {}).items()
        if section in result:
            entries = {key: renamed_entry(value, wish, is_claim) for key, value in pairs}
            result[section] = {swapped(key, wish, section == wish.section): value for key, value in entries.items()}
    for argument in result.get("arguments", {}).values():
        if "answers" in argument:
            argument["answers"] = renamed_keys(argument["answers"], wish, wish.section == "arguments")
    if "expect" in result:
        result["expect"]["verdicts"] = renamed_keys(result["expect"]["verdicts"], wish, is_claim)
    for entry in result.get("lint", {}).get("ignore", ()):
        if "at" in entry:
            entry["at"] = swapped(entry["at"], wish, is_alone)
    return result


def renamed_entry(entry: Any, wish: NewName, is_claim: bool) -> Any:
    """Rename in an entry of a section."""
    if isinstance(entry, str):
        return entry
    for field in set(CLAIM_LISTS) & set(entry):
        entry[field] = [swapped(id_, wish, is_claim) for id_ in entry[field]]
    for field in set(TARGETS) & set(entry):
        entry[field] = swapped(entry[field], wish, is_claim)
    for slot in entry.get("roles", {}):
        entry["roles"][slot] = swapped(entry["roles"][slot], wish, is_claim)
    for cited in entry.get("cites", ()):
        cited["source"] = swapped(cited["source"], wish, wish.section == "sources")
    return entry


def renamed_keys(entries: dict[str, Any], wish: NewName, is_meant: bool) -> dict[str, Any]:
    """Rename the key of a mapping where that is what it means."""
    return {swapped(key, wish, is_meant): value for key, value in entries.items()}


def swapped(id_: str, wish: NewName, is_meant: bool) -> str:
    """Give the new id for the old one where that is what an id means."""
    return wish.new if is_meant and id_ == wish.old else id_


@given(st.one_of(maps, graphs()), seeds)
def test_a_text_holds_the_renamed_data_and_renaming_back_gives_the_text_again(
    data: dict[str, Any], random: Random
) -> None:
    places = [(s, id_) for s in SECTIONS for id_ in data.get(s, {})]
    if not places:
        return
    section, old = random.choice(places)
    is_alone = [id_ for _, id_ in places].count(old) == 1
    wanted = renamed_data(data, NewName(old, "brand-new", section), is_alone)
    for text, spelling in ((Writer(random, uses_lines=False).write(data), "yaml"), (json_text(data, random), "json")):
        done = rename(text, old, "brand-new", section, spelling)
        assert (read_yaml if spelling == "yaml" else read_json)(done.text).data == wanted
        assert marks(done.text) == marks(text)
        if is_alone:
            back = rename(done.text, "brand-new", old, section, spelling).text
            assert without_quotes(back) == without_quotes(text)


def without_quotes(text: str) -> str:
    """Give a text without the quotes and escapes that an awkward id needs, as these come back in one kind."""
    plain = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), re.sub(r"\\u00[0-7][0-9a-f]", "", text))
    whole = plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # halves of characters come together
    return re.sub("[\"'\u0080-\u009f]", "", whole)


BRIDGE = """\
argmap: 1
title: Bridge
thesis: rebuild   # see main-cracks
claims:
  rebuild: {text: The town should rebuild the bridge., contradicts: [main-cracks]}
  main-cracks: The girder is cracked (main-cracks.).
  other-main-cracks: Another.
arguments:
  safety:
    premises:
      - main-cracks  # beside
      - 'other-main-cracks'
    supports: rebuild
    roles: {data: main-cracks}
  backing: {premises: [other-main-cracks], supports: safety}
positions:
  mayor: {name: M., accepts: [main-cracks], rejects: [rebuild]}
lint:
  ignore:
    - {rule: CW301, at: main-cracks, reason: main-cracks.2 is known}
"""


def test_an_id_is_renamed_wherever_it_is_named_and_mentions_are_told() -> None:
    done = rename(BRIDGE, "main-cracks", "gaps")
    assert done.places == 6
    assert done.mentions == (3, 6)
    expected = re.sub(r"(?<![-(])\bmain-cracks(?=[:\],}]|  #)", "gaps", BRIDGE).replace("see gaps", "see main-cracks")
    assert done.text == expected


def test_a_source_is_renamed_where_a_position_speaks_in_it() -> None:
    text = BRIDGE.replace("accepts: [main-cracks]", "speaks_in: [survey]") + "sources: {survey: {title: Survey}}\n"
    done = rename(text, "survey", "report")
    assert "speaks_in: [report]" in done.text


def test_an_id_is_renamed_where_it_is_a_key() -> None:
    answering = BRIDGE.replace("backing: {", "backing: {answers: {safety: [follows]}, ")
    text = answering + "expect: {verdicts: {safety: in, rebuild: in}}\n"
    done = rename(text, "safety", "unsafe-girder")
    assert "answers: {unsafe-girder: [follows]}" in done.text
    assert "verdicts: {unsafe-girder: in, rebuild: in}" in done.text
    assert done.places == rename(BRIDGE, "safety", "unsafe-girder").places + 2


@pytest.mark.parametrize(
    ("id_", "mention", "is_told"),
    [
        ("कर-2", "कर-2 यहाँ", True),
        ("कर-2", "पकर-2", False),
        ("2-क", "2-कि", False),
        ("café-2", "cafe\u0301-2.", True),
        ("café-2", "café-2.b", False),
        ("café-2", "(café-2)", True),
        ("禁止-2", "见禁止-2", False),
        ("禁止-2", "见 禁止-2。", True),
    ],
)
def test_mentions_are_whole_words_in_any_script(id_: str, mention: str, is_told: bool) -> None:
    text = f"argmap: 1\ntitle: T\nthesis: {id_}\nclaims: {{{id_}: It is so.}}  # {mention}\n"
    assert rename(text, id_, "x").mentions == ((4,) if is_told else ())


def test_an_argument_is_renamed_where_it_is_a_target() -> None:
    done = rename(BRIDGE, "safety", "unsafe-girder")
    assert done.places == 2
    assert "supports: unsafe-girder}" in done.text


@pytest.mark.parametrize("new", AWKWARD_IDS)
def test_ids_that_look_like_something_else_are_quoted(new: str) -> None:
    done = rename(BRIDGE, "rebuild", new)
    reading = native.read(done.text, "yaml")
    assert reading.spots == []
    assert reading.map is not None
    assert reading.map.thesis == new
    assert (f'thesis: "{new}"' in done.text) == (new != "y")


def test_quotes_stay_as_they_were() -> None:
    done = rename(BRIDGE, "other-main-cracks", "others")
    assert "- 'others'" in done.text


def test_a_source_is_renamed_where_it_is_cited() -> None:
    text = BRIDGE.replace("claims:\n", "sources: {z: {title: Z}}\nclaims:\n").replace(
        "premises: [other", "cites: [{source: z}], premises: [other"
    )
    done = rename(text, "z", "012")
    assert 'sources: {"012": {title: Z}}' in done.text
    assert 'cites: [{source: "012"}]' in done.text


def test_one_name_for_two_entries_takes_a_word_on_which() -> None:
    text = BRIDGE.replace("claims:\n", "sources: {main-cracks: {title: Z}}\nclaims:\n")
    with pytest.raises(UsageError, match="a source and a claim; say which with --section sources or --section claims"):
        rename(text, "main-cracks", "gaps")
    done = rename(text, "main-cracks", "gaps", "sources")
    assert (done.places, done.unclear, done.mentions) == (1, (0,), ())


def test_a_clash_of_a_claim_and_an_argument_is_undone_by_renaming_the_argument() -> None:
    text = BRIDGE.replace("backing:", "rebuild:")
    done = rename(text, "rebuild", "backing", "arguments")
    assert done.text == BRIDGE


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("main-crakcs", "x", "nothing in this map has the id `main-crakcs`. Did you mean `main-cracks`?"),
        ("zzz", "x", "nothing in this map has the id `zzz`."),
        ("rebuild", "safety", "there is an argument `safety` already"),
        ("rebuild", "mayor", "there is a position `mayor` already"),
        ("rebuild", "a b", "`a b` cannot be an id: it has a blank (U+0020 SPACE); letters, digits"),
        ("rebuild", "a\n", "cannot be an id"),
        ("rebuild", "", "cannot be an id"),
        ("rebuild", "rebuild", "has this name already"),
    ],
)
def test_what_cannot_be_is_refused(old: str, new: str, message: str) -> None:
    with pytest.raises(UsageError) as error:
        rename(BRIDGE, old, new)
    assert str(error.value).startswith(message) or message in str(error.value)


def test_an_id_in_an_anchor_is_renamed_and_its_aliases_follow() -> None:
    text = "argmap: 1\ntitle: T\nthesis: &t a\nclaims: {a: A., b: B.}\narguments: {s: {premises: [b], supports: *t}}\n"
    done = rename(text, "a", "new")
    assert "thesis: &t new\n" in done.text
    assert "supports: new}" in done.text


def test_an_alias_that_must_not_follow_is_told() -> None:
    text = "argmap: 1\ntitle: &t a\nthesis: *t\nclaims: {a: A.}\n"
    assert rename(text, "a", "new").text == text.replace("*t", "new").replace("{a:", "{new:")
    text = "argmap: 1\nthesis: &t a\ntitle: *t\nclaims: {a: A.}\n"
    with pytest.raises(UsageError, match="alias"):
        rename(text, "a", "new")


def test_an_argument_that_is_named_as_a_claim_by_mistake_keeps_being_named() -> None:
    text = """argmap: 1
title: T
thesis: step1
claims: {a: It is so., b: It was so.}
arguments:
  step1: {premises: [b, step1], supports: a}
"""
    done = rename(text, "step1", "step2", None, "yaml")
    assert done.text == text.replace("step1", "step2")
    assert done.mentions == ()

"""Debate formats: what is known of them, what may be answered when, and files of one's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater import judge
from coldwater.errors import ConfigurationError
from coldwater.formats.native import document as native
from coldwater.model.graph import OTHER
from coldwater.prep.rounds.debate_format import KINDS, NEW, DebateFormat, Speech, total
from coldwater.prep.rounds.known_formats import FORMATS, SHORT_NAMES, known_format
from coldwater.prep.rounds.own_format import as_data, as_yaml, understand
from coldwater.printable import printable

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12).map(
    lambda text: printable(text) or "x"
)
SPEECHES = st.builds(
    Speech,
    code=TEXTS,
    name=TEXTS,
    side=st.sampled_from(("pro", "con")),
    kind=st.sampled_from(KINDS),
    minutes=st.floats(0.5, 20) | st.integers(1, 20),
    new=st.sampled_from(tuple(NEW)),
    team=TEXTS | st.just(""),
    then=TEXTS | st.just(""),
)
DEBATES = st.builds(
    DebateFormat,
    name=TEXTS,
    title=TEXTS,
    speeches=st.lists(SPEECHES, min_size=1, max_size=8, unique_by=lambda one: one.code.lower()).map(tuple),
    coin=st.booleans(),
    note=TEXTS | st.just(""),
)


def codes(debate: DebateFormat, places: tuple[int, ...]) -> list[str]:
    return [debate.speeches[place].code for place in places]


def place(debate: DebateFormat, code: str) -> int:
    return [one.code for one in debate.speeches].index(code)


@pytest.mark.parametrize("debate", FORMATS.values(), ids=lambda one: one.name)
def test_both_sides_have_the_same_time_and_as_many_speeches_but_for_lincoln_douglas(debate: DebateFormat) -> None:
    assert total(debate.speeches, "pro") == total(debate.speeches, "con")
    count = [sum(one.side == side for one in debate.speeches) for side in ("pro", "con")]
    assert count == ([3, 2] if debate.name == "lincoln-douglas" else [4, 4])
    assert debate.begins == "pro"
    assert all(len(debate.openings(side, 5)) == 5 for side in ("pro", "con"))


def test_short_names_mean_something() -> None:
    assert {SHORT_NAMES[name] for name in SHORT_NAMES} == set(FORMATS)
    assert known_format("BP") == FORMATS["british-parliamentary"]
    assert known_format("nonsense") is None


def test_when_something_may_be_answered() -> None:
    policy, forum, schools = FORMATS["policy"], FORMATS["public-forum"], FORMATS["world-schools"]
    assert codes(policy, policy.chances(place(policy, "1AC"))) == ["1NC", "2NC", "1NR"]
    assert codes(policy, policy.chances(place(policy, "1NC"))) == ["2AC"]
    assert codes(policy, policy.chances(place(policy, "2AC"))) == ["2NC", "1NR"]
    assert codes(policy, policy.chances(place(policy, "2NC"))) == ["1AR"]
    assert codes(policy, policy.chances(place(policy, "2AR"))) == []
    # A case that was written beforehand answers nothing.
    assert codes(forum, forum.chances(place(forum, "C1"))) == ["R2"]
    assert codes(forum, forum.chances(place(forum, "S2"))) == []
    assert codes(schools, schools.chances(place(schools, "O3"))) == []


@given(DEBATES)
def test_chances_belong_to_the_other_side_and_come_later(debate: DebateFormat) -> None:
    for at, speech in enumerate(debate.speeches):
        for chance in debate.chances(at):
            assert chance > at
            assert debate.speeches[chance].side == OTHER[speech.side]
            assert debate.speeches[chance].answers
        turned = debate.turned()
        assert turned.chances(at) == debate.chances(at)
        assert turned.turned() == debate


# --- files of one's own -------------------------------------------------------------------------------------------


@given(DEBATES)
def test_what_was_written_is_read_back(debate: DebateFormat) -> None:
    for text, spelling in ((as_yaml(debate), "yaml"), (json.dumps(as_data(debate)), "json")):
        parsed = native.parse(text, spelling)
        assert not parsed.spots
        assert understand(parsed.data) == (debate, [])


def problems(tmp_path: Path, text: str) -> tuple[str, ...]:
    path = tmp_path / "club.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError) as raised:
        judge.read_debate_format(str(path))
    assert raised.value.path == str(path)
    return raised.value.problems


GOOD = as_yaml(FORMATS["lincoln-douglas"])


def test_every_mistake_is_named_with_its_place(tmp_path: Path) -> None:
    bad = GOOD.replace("side: con", "side: kon", 1).replace("minutes: 4", "minutes: four").replace("kind: r", "knd: r")
    bad = bad.replace('code: "2AR"', 'code: "ac"')
    found = problems(tmp_path, bad)
    line = bad.splitlines().index("    side: kon") + 1
    assert f"line {line}, column 11: `side` is one of pro, con. Did you mean `con`?" in found
    assert any(one.endswith("`minutes` is a number above 0, at most 600") for one in found)
    # A misspelt field is not called missing as well; and a code can only stand twice where all codes are there.
    assert sum("there is no field `knd`. Did you mean `kind`?" in one for one in found) == 3
    assert len(found) == 5


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "a debate format is a mapping"),
        ("- one", "a debate format is a mapping"),
        ("name: x\ntitle: y\n", "line 1, column 1: `speeches` is missing"),
        ("name: x\ntitle: y\nspeeches: []\n", "line 3, column 11: `speeches` is a list of 1 to 60 speeches"),
        ("name: x\ntitle: 7\nspeeches: [1]\n", "line 2, column 8: `title` is a text"),
        ("name: x\nname: y\n", "line 2, column 1: `name` stands twice"),
        ("name: [x\n", "line "),
        (GOOD.replace('code: "NC"', 'code: "ac"'), "`ac` stands twice"),
        (GOOD.replace('code: "NC"', 'code: "N\\nC"'), "`code` holds signs that cannot be printed"),
        (GOOD + "coin: maybe\n", "`coin` is true or false"),
    ],
)
def test_other_mistakes(tmp_path: Path, text: str, told: str) -> None:
    assert any(told in one for one in problems(tmp_path, text))


@given(st.recursive(st.none() | st.booleans() | st.integers() | TEXTS, lambda inner: st.lists(inner, max_size=3)))
def test_whatever_stands_in_a_field_is_understood_or_told(value: Any) -> None:
    for field in ("name", "title", "note", "coin", "speeches"):
        debate, found = understand({**as_data(FORMATS["policy"]), field: value})
        assert (debate is None) == bool(found)
    for field in Speech._fields:
        data = as_data(FORMATS["policy"])
        data["speeches"][0][field] = value
        debate, found = understand(data)
        assert (debate is None) == bool(found)

"""What an id is, in any script: the code, the models, the quick check and the published pattern, in Python and in ECMA.

Letters are known by their Unicode category in the running Python, so that nothing here hangs on one version of it.
"""

# ruff: noqa: E501 - a table of texts and what is said of them reads best unbroken

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from typing import Any
from unicodedata import category, normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import ValidationError
from referencing import Registry

from coldwater.characters import named
from coldwater.model import _accepts, composed
from coldwater.model.data import SECTIONS
from coldwater.model.ids import ID_PATTERN, faults, is_id, proposed, why_no_id
from coldwater.model.models import Map
from coldwater.model.schema import json_schema
from strategies import WORDS, foreign_ids
from work import ALL, examples

SCHEMA = Draft7Validator(json_schema(), registry=Registry())
in_pattern = re.compile(ID_PATTERN).search
#: Texts near ids: letters of many scripts with what has no place among them.
near_ids = st.text(
    st.one_of(
        st.sampled_from("ab9._-é禁न्б \u0301\u200b\u00ad\ufeff\u202e\u3164\u00a0!/：🇩🇪🏽👩\u200d️🚒\u20e3\n\ue000"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=8,
)
#: Characters that cannot be seen, whatever category they are of.
UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u180b\u180e\u200b\u200c\u200d\u200e\u202e\u2060\u2066\u3164\ufe0f\ufeff\uffa0"
)


def with_id(name: str) -> dict[str, Any]:
    """Give a map in which a text stands wherever an id may."""
    return {
        "argmap": 1,
        "title": "T",
        "thesis": name,
        "rivals": [name],
        "claims": {name: {"text": "A.", "contradicts": [name], "cites": [{"source": name}]}},
        "sources": {name: {"title": "S"}},
        "arguments": {name: {"premises": [name], "supports": name, "roles": {"r": name}, "answers": {name: ["q"]}}},
        "positions": {name: {"name": "P", "accepts": [name]}},
        "questions": {name: {"text": "Q?", "answers": [name]}},
        "expect": {"verdicts": {name: "in"}},
        "lint": {"ignore": [{"at": name, "reason": "R"}]},
    }


def model_of(data: Any) -> Map | None:
    try:
        return Map.model_validate(data)
    except ValidationError:
        return None


def signs() -> Iterator[str]:
    """Give every sign, or every one of the first 65,536 and some of those beyond."""
    yield from map(chr, range(0x10000))
    yield from map(chr, range(0x10000, sys.maxunicode + 1, 1 if ALL else 17))


def test_an_id_holds_letters_digits_and_marks_and_begins_with_a_letter_or_a_digit() -> None:
    for sign in signs():
        sort = category(sign)
        if sort in ("Cn", "Co"):  # nine in ten, and composed already
            assert not is_id(f"a{sign}b")
            continue
        if composed(sign) != sign or sign in UNSEEN or sort == "Cs":
            continue
        if sort[0] in "LN" and not is_id(sign):
            assert "FILLER" in why_no_id(sign)
        assert is_id(f"a{sign}b") <= (sort[0] in "LN" or sort in ("Mn", "Mc") or sign in "._-")


def test_the_published_pattern_takes_every_id() -> None:
    """It takes more, as docs/format.md says: signs and punctuation of single scripts, and whatever is beyond U+FFFF."""
    for sign in signs():
        assert in_pattern(f"a{sign}") or not is_id(f"a{sign}")
        assert in_pattern(sign) or not is_id(sign)
    assert in_pattern("a₤") is not None
    assert in_pattern("🇩🇪") is not None


@pytest.mark.parametrize("sign", [*UNSEEN, *" \t\n\u00a0\u2003\u3000!/:,;()[]{}#&*?'\"`«»“”’–—…、。，：！"], ids=repr)
def test_what_cannot_be_seen_and_what_parts_words_is_refused_by_all(sign: str) -> None:
    name = f"a{sign}b"
    assert not is_id(name)
    assert in_pattern(name) is None
    assert not _accepts.document(with_id(name))
    assert model_of(with_id(name)) is None
    assert f"U+{ord(sign):04X}" in why_no_id(name)


@settings(max_examples=examples(75))
@given(st.one_of(foreign_ids, near_ids))
def test_models_and_quick_check_agree_on_composed_texts_and_the_schema_takes_them(text: str) -> None:
    name = composed(text)
    assert _accepts.document(with_id(name)) is is_id(name)
    assert (model_of(with_id(name)) is not None) is is_id(name)
    assert SCHEMA.is_valid(with_id(name)) or not is_id(name)
    assert SCHEMA.is_valid(with_id(name)) is (in_pattern(name) is not None)


@given(foreign_ids, st.sampled_from(["NFD", "NFC"]))
def test_a_model_holds_ids_in_composed_form(name: str, form: Any) -> None:
    model = model_of(with_id(normalize(form, name)))
    assert model is not None
    assert model == model_of(with_id(name))
    assert list(model.claims) == [model.thesis] == [*model.rivals] == [name]


def test_two_spellings_of_one_id_are_not_two_entries() -> None:
    data = with_id("café")
    for section in SECTIONS:
        twice = {**data, section: {**data[section], normalize("NFD", "café"): data[section]["café"]}}
        assert model_of(twice) is None


@given(near_ids)
def test_a_text_is_an_id_iff_it_has_no_fault(text: str) -> None:
    name = composed(text)
    assert is_id(name) is (bool(name) and not any(faults(name)))
    assert "".join(fault.characters for fault in faults(name)) in name or len(list(faults(name))) > 1
    assert bool(why_no_id(name)) is not is_id(name)


@given(near_ids)
def test_what_is_proposed_is_an_id_made_of_the_letters_there(text: str) -> None:
    found = proposed(text)
    assert not found or is_id(found)
    assert proposed(found) == found
    letters = [sign for sign in normalize("NFD", text) if sign.isalnum() and is_id(composed(sign))]
    assert [sign for sign in normalize("NFD", found) if sign.isalnum()] == letters


@pytest.mark.parametrize(
    ("text", "why", "meant"),
    [
        ("main girder", "it has a blank (U+0020 SPACE)", "main-girder"),
        ("Is it safe?", "it has a blank (U+0020 SPACE) and `?` (U+003F QUESTION MARK)", "Is-it-safe"),
        ("🇩🇪", "it has 🇩🇪 (an emoji flag)", ""),
        ("🏴\U000e0067\U000e0062\U000e0065\U000e007f", "it has 🏴\U000e0067\U000e0062\U000e0065\U000e007f (an emoji flag)", ""),
        ("👩🏽\u200d🚒 team", "it has 👩🏽\u200d🚒 (an emoji) and a blank (U+0020 SPACE)", "team"),
        ("1\ufe0f\u20e3", "it has 1\ufe0f\u20e3 (an emoji)", "1"),
        ("❤ars", "it has ❤ (an emoji)", "ars"),
        ("a→b", "it has `→` (U+2192 RIGHTWARDS ARROW)", "ab"),
        ("a\u200bb", "it has U+200B ZERO WIDTH SPACE, which cannot be seen", "ab"),
        ("a\ufeffb", "it has U+FEFF ZERO WIDTH NO-BREAK SPACE, which cannot be seen", "ab"),
        ("a\u00a0b", "it has a blank (U+00A0 NO-BREAK SPACE)", "a-b"),
        ("a\tb", "it has a tab (U+0009)", "a-b"),
        ("a\x07", "it has U+0007, a control character", "a"),
        ("a\ue000", "it has U+E000, a character for private use", "a"),
        ("ᅟa", "it has U+115F HANGUL CHOSEONG FILLER, which cannot be seen", "a"),
        ("-a", "it begins with `-` (U+002D HYPHEN-MINUS)", "a"),
        ("\u0301a!", "it begins with U+0301 COMBINING ACUTE ACCENT and it has `!` (U+0021 EXCLAMATION MARK)", "a"),
        ("禁止：核电", "it has `：` (U+FF1A FULLWIDTH COLON)", "禁止-核电"),
        ("cost/benefit – really", "it has `/` (U+002F SOLIDUS), a blank (U+0020 SPACE) and `–` (U+2013 EN DASH)",
         "cost-benefit-really"),
        ("(a) «b» c!", "it has `(` (U+0028 LEFT PARENTHESIS), `)` (U+0029 RIGHT PARENTHESIS), a blank (U+0020 SPACE) and more",
         "a-b-c"),
        ("", "it is empty", ""),
    ],
)  # fmt: skip
def test_a_refused_id_is_told_by_its_characters(text: str, why: str, meant: str) -> None:
    assert why_no_id(text) == why
    assert proposed(text) == meant


@given(st.characters(exclude_categories=["Cs"]))
def test_every_character_can_be_named(sign: str) -> None:
    words = named(sign)
    assert words
    assert "\n" not in words
    assert "an emoji" in words or f"U+{ord(sign):04X}" in words


SCRIPT = """
const [pattern, texts] = JSON.parse(require("fs").readFileSync(0, "utf8"));
const given = ["", "u"].map((flags) => texts.map((text) => new RegExp(pattern, flags).test(text)));
console.log(JSON.stringify(given));
"""


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_the_pattern_is_read_alike_by_ecma_with_and_without_its_flag_for_unicode() -> None:
    singles = [chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000]
    texts = [*singles, *(f"a{sign}" for sign in singles), *WORDS, "🙂", "a\n", "", "a b", "a.b-c_d", "-a", "e\u0301"]
    given_in = json.dumps([ID_PATTERN, texts])
    done = subprocess.run(["node", "-e", SCRIPT], input=given_in, capture_output=True, text=True, check=True)
    ours = [in_pattern(text) is not None for text in texts]
    for theirs in json.loads(done.stdout):
        assert [text for text, one, other in zip(texts, ours, theirs, strict=True) if one is not other] == []

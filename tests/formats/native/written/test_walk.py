"""What is right is left alone: no slip in any spelling of a sound map, whatever is supposed of it."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coldwater.formats.native.suspicion import FIELDS_OF_ENTRIES
from coldwater.formats.native.written.meant import meant
from coldwater.formats.native.written.walk import Walk
from coldwater.model.models import Argument, Claim, Position, Source
from editing.commented import Writer
from strategies import Data, clean_maps, yaml_text
from work import examples

ROOT = Path(__file__).parents[4]
MAPS = [*(ROOT / "arguments").glob("*.argmap.yaml"), *(ROOT / "tests" / "maps").glob("*.argmap.yaml")]
#: Maps whose flaw is a slip, or that YAML cannot read at all.
WITH_SLIPS = {"hash-in-text", "indented-with-a-tab", "bracket-left-open", "colon-in-a-text"}


def sound_maps() -> list[Path]:
    return [path for path in MAPS if "CW001" not in path.read_text() and "CW005" not in path.read_text()]


@pytest.mark.parametrize("path", sound_maps(), ids=lambda path: path.name.removesuffix(".argmap.yaml"))
def test_a_map_that_yaml_reads_has_no_slips_even_if_it_is_taken_for_broken(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert meant(text, "yaml", is_refused=False).slips == []
    assert Walk(text, None).slips() == []


@settings(max_examples=examples(50), deadline=None)
@given(clean_maps(), st.randoms(use_true_random=False))
def test_a_sound_map_in_any_spelling_has_no_slips(data: Data, random: Random) -> None:
    text = yaml_text(data, random)
    assert meant(text, "yaml", is_refused=False).slips == []
    assert Walk(text, None).slips() == [], text


@settings(max_examples=examples(50), deadline=None, suppress_health_check=[HealthCheck.large_base_example])
@given(clean_maps(), st.randoms(use_true_random=False))
def test_neither_has_one_with_comments_and_all_that_yaml_allows(data: Data, random: Random) -> None:
    text = Writer(random).write(data)
    assert meant(text, "yaml", is_refused=False).slips == [], text


def test_the_fields_that_may_slip_out_among_ids_are_those_of_the_models() -> None:
    fields = {
        field.alias or name
        for model in (Claim, Argument, Source, Position)
        for name, field in model.model_fields.items()
    }
    assert fields == FIELDS_OF_ENTRIES


def test_a_comment_before_an_item_is_no_part_of_it() -> None:
    head = "argmap: 1\ntitle: x\nthesis: t\nclaims:\n  t: T.\narguments:\n  a:\n    premises: [t]\n    supports: t\n"
    text = head + '    tags: ["x", "(y" , # "so, and so"\n     ","  ]\n'
    assert meant(text, "yaml", is_refused=False).slips == []

"""JSON as the library writes it, only sooner."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from coldwater.prep.setting.json_text import json_text

SINGLE = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
DATA = st.recursive(SINGLE, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner, inner))


@given(DATA)
def test_it_is_what_the_library_writes(value: Any) -> None:
    assert json_text(value) == json.dumps(value, indent=2)


@given(st.lists(SINGLE, min_size=20, max_size=30))
def test_a_list_that_comes_again_is_written_again(shared: list[Any]) -> None:
    value = {"one": shared, "two": [shared, {"three": shared}], "other": [*shared]}
    assert json_text(value) == json.dumps(value, indent=2)

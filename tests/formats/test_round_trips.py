"""Every format that is read and written: a map comes back as it was, less what was named."""

from __future__ import annotations

import pytest

from coldwater.formats import registry
from work import examples

from .roundtrip import out_and_back, two_way, unnamed
from .whole_maps import cleaned, whole_map

FORMATS = two_way(registry.formats())


@pytest.mark.parametrize("format_", FORMATS, ids=lambda one: one.NAME)
def test_a_map_comes_back_less_what_was_named(format_: registry.Format) -> None:
    for seed in range(examples(40)):
        before = cleaned(whole_map(seed, plain=seed % 3 == 0))
        data, losses, after = out_and_back(format_, before)
        assert unnamed(before, after, losses) == [], (seed, data.decode("utf-8", "replace")[:2000])


@pytest.mark.parametrize("format_", FORMATS, ids=lambda one: one.NAME)
def test_what_came_back_goes_out_and_comes_back_as_it_was(format_: registry.Format) -> None:
    for seed in range(examples(15)):
        _, _, after = out_and_back(format_, cleaned(whole_map(seed)))
        _, losses, again = out_and_back(format_, after)
        assert unnamed(after, again, losses) == [], seed

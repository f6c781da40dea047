"""A claim that is nothing but a text is written as one that says so by its field, in every format."""

from __future__ import annotations

import pytest

from coldwater.exchange import convert
from coldwater.formats.registry import formats, writes

BARE = """\
argmap: 1
title: The bridge
thesis: rebuild
claims:
  rebuild: The town should rebuild the bridge.
  cracks: The main girder is cracked.
  costly: Rebuilding costs three yearly budgets.
arguments:
  safety: {title: Safety, premises: [cracks], supports: rebuild}
  money: {title: Money, premises: [costly], attacks: rebuild}
"""
SPELT = BARE.replace("rebuild: The", "rebuild: {text: The").replace("cracks: The", "cracks: {text: The")
SPELT = SPELT.replace("costly: Rebuilding", "costly: {text: Rebuilding").replace(".\n  c", ".}\n  c")
SPELT = SPELT.replace("budgets.\n", "budgets.}\n")


@pytest.mark.parametrize("name", [one.NAME for one in formats() if writes(one)])
def test_both_ways_to_say_a_claim_give_the_same_file(name: str) -> None:
    one, other = (convert("town.argmap.yaml", name, data=text.encode()) for text in (BARE, SPELT))
    assert one.data == other.data
    assert one.losses == other.losses

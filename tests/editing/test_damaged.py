"""Damaged files: whatever can still be read is changed as it should be, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from coldwater import revise
from coldwater.errors import UnusableMapError, UsageError
from coldwater.formats.native import document as native
from hostile.damage import damage

MAPS = sorted((Path(__file__).parents[1] / "maps").glob("*.yaml"))
ODD = """\
%YAML 1.2
---
# head
argmap: 1
title: |2-
   odd
thesis: &t a
claims: &c
  a: {text: A., cites: &x [{source: s}]}   # so
  b: >+
    Folded
    text.


  c:
    text: "C. \\u00e9" # hm
    cites: *x
    note: 'it''s
      long'
  ? d
  : D.
sources: {s: {title: S}}
arguments:
  s1:
    premises:
    - b
    -
      c
    supports: *t
    # foot
x-l: [[a, {b: c}]]
...
"""


def test_the_odd_map_reads() -> None:
    assert native.read(ODD, "yaml").spots == []


@pytest.mark.parametrize("seed", range(4))
def test_every_verb_does_its_work_or_says_why_not(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    texts = [path.read_bytes() for path in MAPS] + [ODD.encode()] * len(MAPS)
    formatted = 0
    for _ in range(100):
        data = damage(random.choice(texts), random.choice(texts), random)
        revise.fix("a.yaml", data=data, unsafe=True)
        try:
            change = revise.format("a.yaml", data=data)
            assert not revise.format("a.yaml", data=change.new).is_needed
            formatted += 1
            revise.rename("a.yaml", "a", "zz.9", section="claims", data=data)
        except (UnusableMapError, UsageError):
            continue
    assert formatted > 5

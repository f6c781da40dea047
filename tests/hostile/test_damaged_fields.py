"""Five hundred damaged files more, made from maps with every field there is, which schema and mending have to face."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from strategies import clean_maps, json_text, maps, yaml_text
from work import examples

from .damage import damage

if TYPE_CHECKING:
    from random import Random

    from .reading import Worker

#: Files damaged from one written map, and maps: drawing a map takes as long as checking some files.
COPIES, MAPS = 25, examples(20)
OTHERS = [path.read_bytes() for path in sorted((Path(__file__).parents[1] / "maps").glob("*.argmap.yaml"))]
seen: Counter[str] = Counter()


@settings(max_examples=MAPS, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(maps, clean_maps()), st.booleans(), st.randoms(use_true_random=False))
def test_damaged_files_are_read_or_refused(worker: Worker, data: dict[str, Any], is_json: bool, random: Random) -> None:
    text = json_text(data, random) if is_json else yaml_text(data, random)
    for _ in range(COPIES):
        broken = damage(text.encode(), random.choice(OTHERS), random)
        answer = worker.check("a.argmap.json" if is_json else "a.argmap.yaml", broken)
        seen.update(answer["rules"] or ["clean"])
        seen["files"] += 1


def test_the_damage_was_of_all_kinds() -> None:
    """Damage that always gives the same finding, or never any, would test little."""
    if not seen:
        pytest.skip("no file was damaged in this run")
    assert seen["files"] >= COPIES * MAPS
    assert {"clean", "CW001", "CW002", "CW003", "CW004", "CW101"} <= set(seen)

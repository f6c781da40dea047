"""The quick look is only quick: where it gives no cause for a longer one, that would have found nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from coldwater.formats.native import document
from coldwater.formats.native.suspicion import may_say_less

from .test_unquoted import maps

__all__ = ["maps"]
ROOT = Path(__file__).parents[3]
HEAD = "argmap: 1\ntitle: T\nthesis: t\n"


@pytest.mark.parametrize(
    ("text", "is_suspicious"),
    [
        ("claims: {t: There are 1,000 of them.}\n", True),
        ("claims:\n  t: {text: A claim., tags: [some 1,000, more]}\n", True),
        ("claims: {t: A claim with [a note\n    on 1,000 more]}\n", True),
        ("claims:\n  t:\n    text: A claim.\n    tags: [a,\n      1,000 more]\n", True),
        ("claims:\n  t:\n    text: A claim.\n    tags: [a, [b],\n      1,000 more]\n", True),
        ("claims: {\n  t: There are 1,000 of them.\n}\n", True),
        ("claims:\n  t: There are 1,000 of them.\n", False),
        ("claims:\n  t: There are\n    1,000 of them.\n", False),
        ("claims:\n  t: {text: A claim., tags: [a, b]}\n  u: There are 1,000 of them.\n", False),
    ],
)
def test_a_figure_is_a_cause_where_its_comma_may_part_it(text: str, is_suspicious: bool) -> None:
    assert may_say_less(HEAD + text) == is_suspicious


def read_both_ways(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = document.read(text, "yaml")
    with monkeypatch.context() as patch:
        patch.setattr(document, "may_say_less", lambda _: True)
        slow = document.read(text, "yaml")
    assert (quick.map, [spot[:3] for spot in quick.spots]) == (slow.map, [spot[:3] for spot in slow.spots])


def test_a_longer_look_at_any_map_finds_no_more(maps: object, monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(maps, list)
    texts = [one.text for one in maps]
    texts += [path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "maps").glob("*.yaml")]
    assert sum(not may_say_less(text) for text in texts) > 20
    for text in texts:
        read_both_ways(text, monkeypatch)

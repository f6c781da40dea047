"""What may be shown of a text: signs that Python takes for printable are looked at as well."""

from __future__ import annotations

import pytest

from coldwater.printable import printable


@pytest.mark.parametrize("text", ["", "plain", "“quoted” – and 桥", "\U0001f309 a bridge"])
def test_what_hides_nothing_stays(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\ufffdb", "a□b"),
        ("a\U000e0100b", "ab"),
        ("a\u00adb", "ab"),
        ("“a\u2028\nb”", "“a b”"),
        ("\ud800", "□"),
        ("\U0001fffe", "□"),
    ],
)
def test_what_does_is_replaced_or_left_out(text: str, shown: str) -> None:
    assert printable(text) == shown

"""``render --check`` tells drawings that another coldwater drew from those of another map, and says which it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coldwater.render import FORMATS, drawn
from coldwater.render.digest import digest_in, drawn_in

from .conftest import BRIDGE

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Run


@pytest.mark.parametrize("format_", [*FORMATS])
def test_a_check_says_that_another_coldwater_drew(
    here: Path, run: Run, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    (here / "a.argmap.yaml").write_text(BRIDGE, encoding="utf-8")
    assert run("render", "a.argmap.yaml", "--format", format_)[0] == 0
    [path] = (here / "renders").iterdir()
    data = path.read_bytes()
    assert drawn_in(data) == drawn.DRAWN[format_]
    assert run("render", "a.argmap.yaml", "--check", "--format", format_)[0] == 0
    monkeypatch.setitem(drawn.DRAWN, format_, "01234567")
    code, out, _ = run("render", "a.argmap.yaml", "--check", "--format", format_)
    assert code == 1
    assert "another coldwater drew it" in out
    assert "run  coldwater render a.argmap.yaml" in out
    assert run("render", "a.argmap.yaml", "--format", format_)[0] == 0
    assert run("render", "a.argmap.yaml", "--check", "--format", format_)[0] == 0
    assert digest_in(path.read_bytes()) == digest_in(data)
    unmarked = data.replace(f"-{drawn_in(data)}".encode(), b"")  # as versions before this one drew
    if format_ != "png":
        path.write_bytes(unmarked)
        assert run("render", "a.argmap.yaml", "--check", "--format", format_)[0] == 1
        assert digest_in(unmarked) == digest_in(data)

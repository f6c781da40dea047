"""The sandbox: limits hold, errors are plain sentences, a damaged cache costs time only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coldwater.errors import DrawingError, UsageError
from coldwater.render.graphviz import modulecache, sandbox
from coldwater.render.graphviz.sandbox import run_graphviz

if TYPE_CHECKING:
    from pathlib import Path

DOT = "digraph { a -> b -> c }"


def test_it_draws() -> None:
    assert b'"name": "a"' in run_graphviz(DOT, "json0")


def test_the_limit_on_instructions_holds() -> None:
    with pytest.raises(DrawingError, match="too long"):
        run_graphviz(DOT, "json0", limit=0)
    with pytest.raises(DrawingError, match="too long"):
        run_graphviz(DOT, "json0", limit=100_000)


def test_the_limit_on_memory_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MEMORY_LIMIT", 4 << 20)
    names = " -> ".join(f"node{number}" for number in range(20_000))
    with pytest.raises(DrawingError):
        run_graphviz(f"digraph {{ {names} }}", "json0")


def test_bad_dot_is_a_plain_error() -> None:
    with pytest.raises(DrawingError, match="Graphviz"):
        run_graphviz("digraph { a -> ", "json0")
    with pytest.raises(DrawingError):
        run_graphviz(DOT, "no such format")
    with pytest.raises(UsageError, match="engine"):
        run_graphviz(DOT, "json0", "neato")


def test_files_cannot_be_read_from_inside(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    out = run_graphviz(f'digraph {{ a [image="{tmp_path}/secret.png"] }}', "svg")
    assert b"<image" not in out


def test_graphviz_survives_a_damaged_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    sandbox._compiled.cache_clear()
    run_graphviz(DOT, "json0")
    (file,) = (tmp_path / "coldwater").iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    sandbox._compiled.cache_clear()
    assert run_graphviz(DOT, "json0")
    assert file.read_bytes() == whole or modulecache.load(file.name) is not None
    modulecache.store(file.name, b"well kept, but no module")
    sandbox._compiled.cache_clear()
    assert run_graphviz(DOT, "json0")
    sandbox._compiled.cache_clear()

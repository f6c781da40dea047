"""The sandbox: limits hold, errors are plain sentences, a damaged cache costs time only."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from coldwater.errors import DrawingError, UsageError
from coldwater.render import modulecache, sandbox
from coldwater.render.sandbox import run_graphviz

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


# --- cache -------------------------------------------------------------------------------------------------------


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "coldwater"


def test_what_was_stored_is_loaded_and_belongs_to_the_user(cache: Path) -> None:
    assert modulecache.load("x") is None
    modulecache.store("x", b"content")
    assert modulecache.load("x") == b"content"
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    assert [file.name for file in cache.iterdir()] == ["x"]


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 5000])
def test_damage_is_noticed_and_repaired(cache: Path, damage: bytes) -> None:
    modulecache.store("x", b"content")
    (cache / "x").write_bytes(damage)
    assert modulecache.load("x") is None
    modulecache.store("x", b"content")
    assert modulecache.load("x") == b"content"


def test_a_folder_that_others_may_write_to_is_not_used(cache: Path) -> None:
    modulecache.store("x", b"content")
    cache.chmod(0o777)
    assert modulecache.load("x") is None
    modulecache.store("y", b"content")
    assert not (cache / "y").exists()


def test_a_folder_that_cannot_be_made_is_no_obstacle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    modulecache.store("x", b"content")
    assert modulecache.load("x") is None


def test_graphviz_survives_a_damaged_cache(cache: Path) -> None:
    sandbox._compiled.cache_clear()
    run_graphviz(DOT, "json0")
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    sandbox._compiled.cache_clear()
    assert run_graphviz(DOT, "json0")
    assert file.read_bytes() == whole or modulecache.load(file.name) is not None
    modulecache.store(file.name, b"well kept, but no module")
    sandbox._compiled.cache_clear()
    assert run_graphviz(DOT, "json0")
    sandbox._compiled.cache_clear()

"""The cache: what is damaged or somebody else's is not used, and nothing here ever fails."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from coldwater.render.graphviz import modulecache

if TYPE_CHECKING:
    from pathlib import Path


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

"""The gate as a verb: maps against maps, files against a revision; and maps as they were at one."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

import coldwater
from coldwater.errors import UnreadableFileError, UnusableMapError, UsageError
from coldwater.model.stamps import Stamp, grounds
from coldwater.review.gate import gate_json

HEAD = "argmap: 1\ntitle: Bridge\nthesis: rebuild\n"
BEFORE = (
    HEAD
    + "claims: {rebuild: Rebuild., cracks: It is cracked.}\narguments: {a: {premises: [cracks], supports: rebuild}}\n"
)
AFTER = BEFORE.replace("supports", "attacks")


def map_of(text: str) -> coldwater.Map:
    """Give a map made from a text, as it is read."""
    checked = coldwater.check_bytes("bridge.argmap.yaml", text.encode())
    return coldwater.Map.model_validate_json(coldwater.dump(checked.usable_map()))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a repository whose `main` holds the map."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bridge.argmap.yaml").write_text(BEFORE, encoding="utf-8")
    for words in ("init -q -b main", "config user.email a@b.org", "config user.name A", "add .", "commit -qm first"):
        subprocess.run(["git", *words.split()], check=True)
    return tmp_path


def test_a_map_that_is_the_same_passes() -> None:
    gating = coldwater.gate(map_of(BEFORE), base=map_of(BEFORE))
    assert gating.passes
    assert (gating.base, gating.since, gating.unread) == ("", None, ())
    assert [(one.path, [look.kind for look in one.looks]) for one in gating.maps] == [
        ("", ["verdict", "gaps", "reviews"])
    ]


def test_a_map_whose_verdict_turned_does_not() -> None:
    new, old = map_of(AFTER), map_of(BEFORE)
    gating = coldwater.gate(new, base=old)
    assert [look.passes for look in gating.maps[0].looks] == [False, True, True]
    assert not gating.passes
    assert coldwater.gate(new, base=old, allow_verdict_change=True).passes


def test_reviews_of_a_map_made_in_python_are_handed_over() -> None:
    old = map_of(BEFORE)
    stamps = {"a": Stamp("Ann", "2026-01-02", grounds(old, "a"))}
    new = map_of(BEFORE.replace("It is cracked", "It is badly cracked"))
    assert coldwater.gate(old, base=old, stamps=stamps).passes
    gating = coldwater.gate(new, base=old, stamps=stamps)
    assert [look.kind for look in gating.maps[0].looks if not look.passes] == ["reviews"]


def test_files_are_compared_with_a_revision(folder: Path) -> None:
    path = folder / "bridge.argmap.yaml"
    assert coldwater.gate(path, base="main").passes
    path.write_text(AFTER, encoding="utf-8")
    (folder / "tea.argmap.yaml").write_text("argmap: 1\n", encoding="utf-8")
    gating = coldwater.gate([".", "gone.argmap.yaml"], base="main")
    assert (gating.base, len(gating.since or ""), gating.passes) == ("main", 40, False)
    assert [one.path for one in gating.maps] == ["./bridge.argmap.yaml"]
    assert [(name, type(error)) for name, error in gating.unread] == [
        ("./tea.argmap.yaml", UnusableMapError),
        ("gone.argmap.yaml", UnreadableFileError),
    ]
    assert '"passes": false' in gate_json(gating)


def test_what_is_read_of_a_change_may_pass_only_if_all_of_it_is_read(folder: Path) -> None:
    gating = coldwater.gate(["bridge.argmap.yaml", "gone.argmap.yaml"], base="main")
    assert [one.passes for one in gating.maps] == [True]
    assert not gating.passes


def test_a_map_is_compared_with_a_map(folder: Path) -> None:
    map_ = map_of(BEFORE)
    said = re.escape("gate compares a map with a map, or the paths of files with a revision of git")
    with pytest.raises(UsageError, match=said):
        coldwater.gate(map_, base="main")  # type: ignore[call-overload]
    with pytest.raises(UsageError, match=said):
        coldwater.gate("bridge.argmap.yaml", base=map_)  # type: ignore[call-overload]
    with pytest.raises(UsageError, match="git knows no revision 'nowhere' here"):
        coldwater.gate(".", base="nowhere")


def test_a_map_as_it_was(folder: Path) -> None:
    path = folder / "bridge.argmap.yaml"
    path.write_text(AFTER, encoding="utf-8")
    assert coldwater.load(path, "HEAD") == map_of(BEFORE)
    assert coldwater.load(path) == map_of(AFTER)
    path.unlink()
    assert coldwater.load(path, "HEAD") == map_of(BEFORE)
    with pytest.raises(UnreadableFileError, match=r"other\.argmap\.yaml: there is no such file at HEAD"):
        coldwater.load("other.argmap.yaml", "HEAD")

"""Which files in a folder are maps: not those that git is told to ignore, whoever runs it and wherever."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater.api import find_maps
from coldwater.errors import UnreadableFileError, UsageError
from coldwater.project.settings import Settings
from work import examples

NAMES = st.sampled_from(["a", "b", "c"])
FILES = st.lists(NAMES, max_size=3).map(lambda parts: "/".join([*parts, "x.argmap.yaml"]))
LINES = st.sampled_from(
    ["a/", "/a", "b", "!b", "*/c", "a/**/c", "x.argmap.*", "!x.argmap.yaml", "# a", "", "!", "/*", "!/b/"]
)


def tree(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("argmap: 1\n")
    return folder


def found_in(folder: Path, settings_: Settings | None = None) -> list[str]:
    try:
        return [os.path.relpath(path, folder) for path in find_maps([str(folder)], settings_)]
    except UsageError:
        return []


def test_maps_are_found_sorted_by_their_names(tmp_path: Path) -> None:
    tree(
        tmp_path,
        "b/y.argmap.json",
        "a.argmap.yml",
        "b/x.argmap.yaml",
        "notes.yaml",
        "b/plain.json",
        ".git/z.argmap.yaml",
    )
    assert found_in(tmp_path) == ["a.argmap.yml", "b/x.argmap.yaml", "b/y.argmap.json"]


def test_files_stay_as_they_are_named_and_come_once(tmp_path: Path) -> None:
    tree(tmp_path, "a.argmap.yaml")
    path = str(tmp_path / "a.argmap.yaml")
    assert find_maps(["-", path, "nowhere.yaml", path, str(tmp_path)]) == ["-", path, "nowhere.yaml"]


@settings(max_examples=examples(30))
@given(
    st.lists(FILES, min_size=1, max_size=6, unique=True),
    st.dictionaries(st.sampled_from(["", "a", "a/b"]), st.lists(LINES, max_size=4), max_size=3),
)
def test_what_is_left_out_is_what_git_leaves_out(
    tmp_path_factory: pytest.TempPathFactory, files: list[str], lists: dict[str, list[str]]
) -> None:
    folder = tree(tmp_path_factory.mktemp("repository"), *files)
    subprocess.run(["git", "init", "-q", folder], check=True)
    for place, lines in lists.items():
        (folder / place).mkdir(parents=True, exist_ok=True)
        (folder / place / ".gitignore").write_text("\n".join(lines))
    command = ["git", "-C", str(folder), "ls-files", "-z", "--others", "--exclude-standard"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\0")
    assert found_in(folder) == sorted(name for name in listed if name.endswith(".argmap.yaml"))


def test_lists_above_the_folder_hold_up_to_the_root_of_the_repository(tmp_path: Path) -> None:
    repository = tree(tmp_path / "r", "maps/a.argmap.yaml", "maps/old/b.argmap.yaml", "maps/b.argmap.yaml")
    (repository / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("*.yaml\n")
    (repository / ".gitignore").write_text("old/\nmaps/b.*\n")
    assert found_in(repository / "maps") == ["a.argmap.yaml"]
    assert found_in(repository / "maps" / "old") == ["b.argmap.yaml"], "who names an ignored folder wants it"


def test_lists_hold_without_a_repository_too(tmp_path: Path) -> None:
    tree(tmp_path, "a.argmap.yaml", "old/b.argmap.yaml")
    (tmp_path / ".gitignore").write_text("old/\n")
    assert found_in(tmp_path) == ["a.argmap.yaml"]


def test_what_settings_exclude_is_left_out_but_not_what_is_named(tmp_path: Path) -> None:
    tree(tmp_path, "maps/a.argmap.yaml", "maps/drafts/b.argmap.yaml", "maps/c.old.argmap.yaml")
    wanted = Settings(str(tmp_path), exclude=("drafts/", "/maps/*.old.*"))
    assert found_in(tmp_path, wanted) == ["maps/a.argmap.yaml"]
    assert found_in(tmp_path / "maps", wanted) == ["a.argmap.yaml"]
    path = str(tmp_path / "maps" / "drafts" / "b.argmap.yaml")
    assert find_maps([path], wanted) == [path]


def test_a_folder_without_maps_says_how_many_were_left_out(tmp_path: Path) -> None:
    tree(tmp_path, "a.argmap.yaml", "b.argmap.yaml", "c.yaml")
    (tmp_path / ".gitignore").write_text("*.argmap.yaml\n")
    with pytest.raises(UsageError, match=r"no file named .* in this folder \(2 left out by .gitignore or `exclude`\)"):
        find_maps([str(tmp_path)])
    (tmp_path / ".gitignore").unlink()
    with pytest.raises(UsageError, match=r"in this folder$"):
        find_maps([str(tree(tmp_path / "d", "x.md"))])


def test_links_are_followed_to_files_and_not_to_folders(tmp_path: Path) -> None:
    tree(tmp_path, "real/a.argmap.yaml", "maps/b.argmap.yaml")
    (tmp_path / ".git").mkdir()
    (tmp_path / "maps" / "round").symlink_to(tmp_path)
    (tmp_path / "maps" / "c.argmap.yaml").symlink_to(tmp_path / "real" / "a.argmap.yaml")
    assert found_in(tmp_path / "maps") == ["b.argmap.yaml", "c.argmap.yaml"]


def test_a_folder_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: str) -> None:
        raise PermissionError(13, "Permission denied", folder)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(UnreadableFileError, match="permission denied"):
        find_maps([str(tmp_path)])

"""What a walk through a folder does at links, and at what is no file: nothing outside of the project is touched."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from coldwater.api import find_maps, look_for_maps
from coldwater.errors import UnreadableFileError, UsageError
from coldwater.files import leads_out, read_bytes, refuse_as_target
from coldwater.project.loading import find_settings, read_settings
from coldwater.project.settings import Settings

MAP = "argmap: 1\n"


@pytest.fixture
def maps(tmp_path: Path) -> Path:
    """Give the folder `maps` of a project, with one map in it, and a map outside of the project."""
    folder = tmp_path / "project" / "maps"
    folder.mkdir(parents=True)
    (folder / "a.argmap.yaml").write_text(MAP)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.argmap.yaml").write_text(MAP)
    return folder


def names(paths: list[str]) -> list[str]:
    return [os.path.basename(path) for path in paths]


@pytest.mark.parametrize("around", ["repository", "settings", "nothing"])
def test_a_link_out_of_the_project_is_named_and_not_followed(maps: Path, tmp_path: Path, around: str) -> None:
    (maps / "out.argmap.yaml").symlink_to(tmp_path / "outside" / "secret.argmap.yaml")
    (maps / "out.yaml").symlink_to(tmp_path / "outside" / "secret.argmap.yaml")  # would look like a map
    if around == "repository":
        (maps.parent / ".git").mkdir()
    settings = Settings(str(maps.parent)) if around == "settings" else None
    found, lookalikes = look_for_maps([str(maps)], settings)
    assert (names(found), names(lookalikes)) == (["a.argmap.yaml"], ["out.argmap.yaml"])
    named = str(maps / "out.argmap.yaml")
    assert find_maps([str(maps), named], settings) == [*found, named]


@pytest.mark.parametrize("around", ["repository", "settings"])
def test_a_link_within_the_project_is_followed(maps: Path, around: str) -> None:
    (maps.parent / "shared").mkdir()
    (maps.parent / "shared" / "b.argmap.yaml").write_text(MAP)
    (maps / "b.argmap.yaml").symlink_to("../shared/b.argmap.yaml")
    settings = Settings(str(maps.parent)) if around == "settings" else None
    if around == "repository":
        (maps.parent / ".git").mkdir()
    assert names(find_maps([str(maps)], settings)) == ["a.argmap.yaml", "b.argmap.yaml"]


def test_a_folder_that_is_named_may_be_a_link_itself(maps: Path, tmp_path: Path) -> None:
    (maps / "there").symlink_to(tmp_path / "outside")
    (maps.parent / ".git").mkdir()
    assert names(find_maps([str(maps / "there")], Settings(str(maps.parent)))) == ["secret.argmap.yaml"]


def test_a_folder_of_nothing_but_such_links_says_so(tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()
    (tmp_path / "x.argmap.yaml").write_text(MAP)
    (tmp_path / "maps" / "x.argmap.yaml").symlink_to("../x.argmap.yaml")
    with pytest.raises(UsageError, match=r"; x\.argmap\.yaml: this link leads out of the project and is not followed"):
        find_maps([str(tmp_path / "maps")])


def test_an_ignore_list_that_is_a_link_does_not_count_as_for_git(maps: Path, tmp_path: Path) -> None:
    (tmp_path / "outside" / "list").write_text("*\n")
    (maps / ".gitignore").symlink_to(tmp_path / "outside" / "list")
    (maps.parent / ".gitignore").symlink_to(tmp_path / "outside" / "list")
    (maps.parent / ".git").mkdir()
    assert names(find_maps([str(maps)])) == ["a.argmap.yaml"]


def test_links_in_a_circle_do_not_end_a_walk_and_are_refused_by_name(maps: Path) -> None:
    (maps / "loop.argmap.yaml").symlink_to("loop.argmap.yaml")
    (maps / "round").symlink_to("round")
    assert names(find_maps([str(maps)])) == ["a.argmap.yaml", "loop.argmap.yaml"]
    with pytest.raises(UnreadableFileError, match=r"loop\.argmap\.yaml: too many levels of symbolic links"):
        read_bytes(str(maps / "loop.argmap.yaml"))


def special_files(folder: Path) -> list[tuple[str, str]]:
    os.mkfifo(folder / "pipe")
    with socket.socket(socket.AF_UNIX) as one:
        here = os.getcwd()
        os.chdir(folder)  # the name of a socket must be short
        one.bind("socket")
        os.chdir(here)
    return [(str(folder / "pipe"), "pipe"), (str(folder / "socket"), "socket"), ("/dev/zero", "device")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    for path, kind in special_files(tmp_path):
        with pytest.raises(UnreadableFileError, match=f"{path}: this is a {kind}, not a file"):
            read_bytes(path)
        with pytest.raises(UnreadableFileError, match=kind):
            read_settings(path)
        with pytest.raises(UnreadableFileError, match="leads out" if kind == "device" else kind):
            refuse_as_target(path, str(tmp_path))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
@pytest.mark.parametrize("name", ["coldwater.toml", "pyproject.toml", "maps/.gitignore"])
def test_a_pipe_in_the_place_of_a_list_or_of_settings_is_not_waited_for(maps: Path, name: str) -> None:
    os.mkfifo(maps.parent / name)
    with pytest.raises(UnreadableFileError, match=f"{name}: this is a pipe, not a file"):
        find_maps([str(maps)], find_settings(str(maps)))


def test_what_leads_out(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "away").symlink_to("../new")
    (tmp_path / "in" / "back").symlink_to("../in/new")
    root = str(tmp_path / "in")
    told = {name: leads_out(os.path.join(root, name), root) for name in ("", "x", "away", "back", "../inn", "../in/x")}
    assert told == {"": False, "x": False, "away": True, "back": False, "../inn": True, "../in/x": False}

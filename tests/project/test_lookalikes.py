"""Files that look like maps and are not named so: which they are, and what they should be called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater.api import find_maps, look_for_maps
from coldwater.errors import UsageError
from coldwater.project.lookalikes import HEAD, looks_like_map, proper_name
from coldwater.project.settings import Settings

MAP = "argmap: 1\ntitle: T\n"


def put(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Müller hw 3.yaml", MAP),
        ("b.yml", "# the second one\n\n" + MAP),
        ("c.json", '{"argmap": 1, "title": "T"}'),
        ("d.json", '\n{\n  "title": "Cars {all}", "argmap": 1}'.replace("{all}", "")),
        ("e.txt", MAP),
        ("f.yaml", '"argmap": 1\n'),
        ("g.yaml", "{argmap: 1, title: T}"),
        ("h.yaml", "title: T\r\nargmap: 1\r\n"),
        ("i.yaml", "\ufeff" + MAP),
        ("X.ARGMAP.YAML", "whatever it holds\n"),
        ("ann.argmap.yaml.txt", "argmp: 1\n"),
        ("ann.argmap", "title: T\n"),
        ("ann.argmap (1).yaml", MAP),
    ],
)
def test_a_file_that_holds_a_map_or_is_named_so_looks_like_one(tmp_path: Path, name: str, text: str) -> None:
    put(tmp_path, **{name: text})
    assert looks_like_map(str(tmp_path), name)
    proper = proper_name(name)
    put(tmp_path, **{proper: MAP})
    assert find_maps([str(tmp_path)]) == [str(tmp_path / proper)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", "settings:\n  argmap: 1\n"),
        ("a.yaml", "# argmap: 1\n"),
        ("a.json", '{"properties": {"argmap": 1}}'),
        ("a.json", '{"argmap": {"type": "integer"}}'),
        ("a.yaml", "#" * HEAD + "\n" + MAP),
        ("a.md", MAP),
        ("a.argmap.yaml.bak", MAP),
        ("a.argmap.yaml~", MAP),
        (".a.yaml", MAP),
        (".argmap.txt", "notes\n"),
        ("town.argmap.reviews.json", '{"reviews": {}}'),
        ("a.yaml", ""),
    ],
)
def test_other_files_do_not(tmp_path: Path, name: str, text: str) -> None:
    put(tmp_path, **{name: text})
    assert not looks_like_map(str(tmp_path), name)


def test_a_map_saved_as_utf_16_looks_like_one(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(MAP.encode("utf-16"))
    assert looks_like_map(str(tmp_path), "a.yaml")


def test_what_cannot_be_read_does_not_and_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "away.yaml").symlink_to(tmp_path / "nowhere")
    assert not looks_like_map(str(tmp_path), "pipe.yaml")
    assert not looks_like_map(str(tmp_path), "away.yaml")


@given(st.text(st.characters(exclude_characters="/\0", codec="utf-8"), min_size=1, max_size=20))
def test_a_proper_name_is_that_of_a_map_and_stays_as_it_is(name: str) -> None:
    proper = proper_name(f"hw/{name}.yaml")
    assert proper.endswith(".argmap.yaml")
    assert os.path.dirname(proper) == "hw"
    assert proper_name(proper) == proper


def test_what_git_or_settings_leave_out_is_left_alone(tmp_path: Path) -> None:
    put(tmp_path, **{"a.argmap.yaml": MAP, "old/b.yaml": MAP, "c.yaml": MAP, "d.yaml": MAP, ".gitignore": "c.yaml\n"})
    maps, lookalikes = look_for_maps([str(tmp_path)], Settings(str(tmp_path), exclude=("old/",)))
    assert maps == [str(tmp_path / "a.argmap.yaml")]
    assert lookalikes == [str(tmp_path / "d.yaml")]


def test_what_is_named_itself_is_not_passed_over(tmp_path: Path) -> None:
    put(tmp_path, **{"a.argmap.yaml": MAP, "b.yaml": MAP, "c.yaml": MAP})
    maps, lookalikes = look_for_maps([str(tmp_path / "b.yaml"), str(tmp_path)])
    assert [os.path.basename(path) for path in maps] == ["b.yaml", "a.argmap.yaml"]
    assert [os.path.basename(path) for path in lookalikes] == ["c.yaml"]


def test_a_folder_with_nothing_but_such_files_names_them(tmp_path: Path) -> None:
    put(tmp_path, **{"Müller hw 3.yaml": MAP})
    said = r"; `Müller hw 3\.yaml` looks like a map: name it `Müller hw 3\.argmap\.yaml`$"
    with pytest.raises(UsageError, match=said):
        find_maps([str(tmp_path)])
    put(tmp_path, **{f"n{number}.yml": MAP for number in range(7)})
    said = "; `Müller hw 3.yaml`, `n0.yml`, `n1.yml`, `n2.yml`, `n3.yml` and 3 more look like maps: name the first"
    with pytest.raises(UsageError, match=said):
        find_maps([str(tmp_path)])


def test_one_file_under_many_spellings_comes_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, **{"a.argmap.yaml": MAP, "x/b.argmap.yaml": MAP})
    (tmp_path / "link.argmap.yaml").symlink_to("a.argmap.yaml")
    (tmp_path / "y").symlink_to("x")
    spellings = ["./a.argmap.yaml", "a.argmap.yaml", str(tmp_path / "a.argmap.yaml"), "x/../a.argmap.yaml"]
    assert find_maps([*spellings, "link.argmap.yaml"]) == ["./a.argmap.yaml"]
    assert find_maps(["a.argmap.yaml", ".", "y/b.argmap.yaml"]) == ["a.argmap.yaml", "./x/b.argmap.yaml"]
    assert find_maps(["x", "./x", "x/"]) == ["x/b.argmap.yaml"]
    assert find_maps(["-", "-", "gone.yaml", "gone.yaml", "./gone.yaml"]) == ["-", "gone.yaml", "./gone.yaml"]


def test_hard_links_are_files_of_their_own(tmp_path: Path) -> None:
    put(tmp_path, **{"a.argmap.yaml": MAP})
    os.link(tmp_path / "a.argmap.yaml", tmp_path / "b.argmap.yaml")
    assert len(find_maps([str(tmp_path)])) == 2

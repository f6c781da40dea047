"""What was a map at a commit is what discovery would have found, had one stood there."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater import git
from coldwater.errors import UsageError
from coldwater.history.earlier import Earlier
from coldwater.project.discovery import maps_below
from coldwater.project.settings import Settings
from work import examples

_FOLDERS = ["", "maps/", "maps/drafts/", "maps/.hidden/", "other/"]
_NAMES = ["a.argmap.yaml", "b.argmap.json", "c.txt"]
_PATTERNS = ["a.*", "/maps", "drafts/", "!a.argmap.yaml", "*", "maps/*", "!maps/", "/b*", "**/drafts", "# c"]
_FILES = st.sets(st.tuples(st.sampled_from(_FOLDERS), st.sampled_from(_NAMES)).map("".join), min_size=1)
_LISTS = st.dictionaries(
    st.sampled_from(_FOLDERS), st.lists(st.sampled_from(_PATTERNS), min_size=1, max_size=3), max_size=3
)
_EXCLUDE = st.lists(st.sampled_from(["maps/drafts/", "a.*", "/other", "**/b.argmap.json"]), max_size=2)


@given(_FILES, _LISTS, _EXCLUDE, st.sampled_from(["", "maps", "maps/drafts", "other"]))
@settings(max_examples=examples(20), deadline=None)
def test_a_walk_of_then_finds_what_a_walk_of_now_would(
    files: set[str], lists: dict[str, list[str]], exclude: list[str], start: str
) -> None:
    with TemporaryDirectory() as name:
        root = os.path.realpath(name)
        for path in files:
            Path(root, path).parent.mkdir(parents=True, exist_ok=True)
            Path(root, path).write_text("x", encoding="utf-8")
        for folder, patterns in lists.items():
            Path(root, folder).mkdir(parents=True, exist_ok=True)
            Path(root, folder, ".gitignore").write_text("\n".join(patterns), encoding="utf-8")
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
        for words in (["init", "-q"], ["add", "-f", "."], ["commit", "-qm", "all"]):
            subprocess.run(["git", *who, *words], cwd=root, check=True)
        folder = os.path.join(root, start) if start else root
        said = Settings(root, exclude=tuple(exclude))
        earlier = Earlier(root, git.commit_of(root, "HEAD"))
        if not os.path.isdir(folder):
            assert earlier.maps_below(folder, said) == []
            return
        try:
            now = maps_below(folder, said)[0]
        except UsageError:
            now = []
        assert sorted(earlier.maps_below(folder, said)) == now

"""Patterns of paths, and lists of them, mean what they mean to git."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater.project.patterns import Wish, is_ignored, matches, read_ignore_list
from work import examples

NAMES = st.sampled_from(["a", "b", "ab", "a*", "*", "**", "*b", "a?", "?", "*.y", "a.y", "***"])
PATTERNS = st.tuples(
    st.sampled_from(["", "/"]), st.lists(NAMES, min_size=1, max_size=4).map("/".join), st.sampled_from(["", "/"])
).map("".join)
ODD_LINES = (
    "", "# a", "\\#a", "\\!a", "!", "/", "//", "a ", "a\\ ", "a\\\\ ", "[ab]", "[!a]", "[^a]*", "[a-b]b", "[", "[]a]",
    "a[", "\\a", "a\\", "\\*", "a\r", "*.[xy]", "[[]", "?[!b]", "\\[a]", "\ufeffa", "!*", "*", "/*",
)  # fmt: skip
LINES = st.one_of(PATTERNS, PATTERNS.map(lambda pattern: "!" + pattern), st.sampled_from(ODD_LINES))
PATHS = st.lists(
    st.sampled_from(["a", "b", "ab", "abb", "a.y", "x.y", "#a", "!a", "*", "[a]"]), min_size=1, max_size=4
).map("/".join)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an empty repository."""
    folder = tmp_path_factory.mktemp("repository")
    subprocess.run(["git", "init", "-q", folder], check=True)
    return folder


@pytest.mark.parametrize(
    ("pattern", "path", "is_matched"),
    [
        ("drafts/", "maps/drafts/a.yaml", True),
        ("drafts/", "maps/drafts", False),
        ("/drafts", "maps/drafts/a.yaml", False),
        ("maps/*.yaml", "maps/a.yaml", True),
        ("maps/*.yaml", "maps/deep/a.yaml", False),
        ("maps/**/a.yaml", "maps/a.yaml", True),
        ("maps/**", "maps/deep/a.yaml", True),
        ("maps/**", "maps", False),
        ("a/**/", "a/b", False),
        ("a/**/", "a/b/c", True),
        ("*.draft.*", "x/y.draft.argmap.yaml", True),
        ("?.yaml", "ab.yaml", False),
    ],
)
def test_git_agrees(repository: Path, pattern: str, path: str, is_matched: bool) -> None:
    assert matches(pattern, path) == is_matched
    (repository / ".gitignore").write_text(pattern + "\n")
    command = ["git", "-C", str(repository), "check-ignore", "-q", "--no-index", path]
    assert (subprocess.run(command, check=False).returncode == 0) == is_matched


@settings(max_examples=examples(100))
@given(st.lists(LINES, min_size=1, max_size=5), st.lists(PATHS, min_size=1, max_size=8, unique=True))
def test_a_list_says_what_git_says(repository: Path, lines: list[str], paths: list[str]) -> None:
    (repository / ".gitignore").write_bytes("\n".join(lines).encode())
    command = ["git", "-C", str(repository), "check-ignore", "--no-index", "-z", "--stdin"]
    done = subprocess.run(command, input="\0".join(paths).encode(), capture_output=True, check=False)
    by_git = set(done.stdout.decode().split("\0")) - {""}
    wishes = read_ignore_list("\n".join(lines))
    assert {path for path in paths if is_left_out(wishes, path)} == by_git


def is_left_out(wishes: tuple[Wish, ...], path: str) -> bool:
    """Tell whether a walk from the top, which enters no ignored folder, leaves a file out."""
    names = path.split("/")
    folders = ["/".join(names[:length]) for length in range(1, len(names))]
    return any(is_ignored(wishes, folder, True) for folder in folders) or bool(is_ignored(wishes, path, False))


def test_a_pattern_of_many_stars_costs_little() -> None:
    assert not matches("/".join(["**", "a*" * 20] * 30) + "/b", "/".join(["a" * 100] * 100))


@given(PATTERNS, PATHS)
def test_a_pattern_of_settings_matches_what_a_list_of_it_leaves_out(pattern: str, path: str) -> None:
    assert matches(pattern, path) == is_left_out(read_ignore_list(pattern), path)

"""CONTRIBUTING, SECURITY and CITATION say what is there: paths, commands, the version, the licence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from coldwater import __version__

ROOT = Path(__file__).parents[1]
PAPERS = ("CONTRIBUTING.md", "SECURITY.md")
#: What is named by example.
EXAMPLES = {"src/coldwater/rules/NAME.py"}


@pytest.mark.parametrize("name", PAPERS)
def test_every_path_that_is_named_is_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:src|tests|docs)/[^`\s]+|[A-Z]+\.md|pyproject\.toml)`", text))
    named |= set(re.findall(r"\]\(([^)#:]+)\)", text))
    assert named or name == "SECURITY.md"
    assert [one for one in named - EXAMPLES if not (ROOT / one).exists()] == []
    assert max(map(len, text.splitlines())) <= 140


def test_every_target_of_make_that_is_named_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"make ([a-z-]+)", text)) <= targets


def test_what_is_cited_is_this_version_under_this_licence() -> None:
    data = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert str(data["version"]) == __version__
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith(f"{data['license']} License")
    assert {"cff-version", "message", "title", "authors"} <= set(data)

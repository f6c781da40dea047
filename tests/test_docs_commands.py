"""Every command that the documents show is there, and so is every option that they show with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from coldwater.cli.app import app

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
#: A command on a line of a block of code, or in a comment there.
ON_A_LINE = re.compile(r"^(?:# |  |\$ )?(coldwater [a-z][^|>\n]*)", re.MULTILINE)
#: A command in backticks, perhaps over a line's end.
IN_BACKTICKS = re.compile(r"`((?:coldwater|prep|add) [a-z][^`|>]*)`?")


def options_by_command() -> dict[str, set[str]]:
    """Give by the words that call it what options each command takes."""
    root = typer.main.get_command(app)
    commands = {**root.commands}  # type: ignore[attr-defined]
    for group in ("add", "prep", "git"):
        commands |= {f"{group} {name}": one for name, one in commands[group].commands.items()}
    return {name: {word for one in command.params for word in one.opts} for name, command in commands.items()}


OPTIONS = options_by_command()


def shown(text: str) -> list[tuple[str, list[str]]]:
    """Give the commands shown in a text, each with the options shown with it."""
    found = []
    on_lines = [line for block in FENCED.findall(text) for line in ON_A_LINE.findall(block)]
    for command in [*on_lines, *IN_BACKTICKS.findall(FENCED.sub("", text))]:
        words = command.split()
        words = words[1:] if words[0] == "coldwater" else words
        name = " ".join(words[:2] if words[0] in ("add", "prep", "git") and len(words) > 1 else words[:1])
        found.append((name, re.findall(r"(?<![\w-])(--?[a-z][a-z-]*)", " ".join(words))))
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_and_options_are_there(page: Path) -> None:
    for name, options in shown(page.read_text(encoding="utf-8")):
        assert name in OPTIONS, name
        assert set(options) <= OPTIONS[name] | {"--help"}, name


def test_enough_is_looked_at() -> None:
    found = [one for page in PAGES for one in shown(page.read_text(encoding="utf-8"))]
    assert {name for name, _ in found} >= set(OPTIONS) - {"add", "git", "git textconv", "git merge-driver"}
    assert sum(bool(options) for _, options in found) > 30

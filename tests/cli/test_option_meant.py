"""An option that a command does not have: the error names the one that was meant, or the commands that have it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from coldwater.cli.app import app

from .conftest import BRIDGE, Run

SIDE = ["prep", "flow", "bridge.argmap.yaml", "--side", "pro"]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ([*SIDE, "--format", "ld"], "Did you mean `--debate-format`?"),
        ([*SIDE, "--format=ld"], "Did you mean `--debate-format`?"),
        ([*SIDE, "--format", "json"], "Did you mean `--output-format`?"),
        (["prep", "plan", "m", "--side", "pro", "--format", "bp", "--speech", "PM"], "Did you mean `--debate-format`?"),
        (["prep", "plan", "m", "--side", "pro", "--time", "7"], "Did you mean `--minutes`?"),
        (["prep", "brief", "m", "--format", "markdown"], "Did you mean `--output-format`?"),
        (["prep", "drill", "m", "--side", "pro", "--format", "anki"], "Did you mean `--export`?"),
        (["evaluate", "m", "--format", "json"], "Did you mean `--output-format`?"),
        (["render", "m", "--output-format", "svg"], "Did you mean `--format`?"),
        (["convert", "a", "b", "--format", "json"], "Did you mean `--to`?"),
        (["check", "m", "--formt", "json"], "Did you mean `--output-format`?"),
        (["check", "m", "--rules", "CW3"], "Did you mean `--select`?"),
        (["check", "m", "--strict"], "Did you mean `--error-on`?"),
        (["fmt", "m", "--dry-run"], "Did you mean `--diff`?"),
        (["gate", "m", "--since", "main"], "Did you mean `--base`?"),
        (["diff", "m", "--base", "main"], "Did you mean `--git`?"),
        (["cruxes", "m", "--side", "pro"], "an option of `coldwater prep assumptions`, `coldwater prep blocks` and"),
        (["check", "m", "--debate-format", "ld"], "Did you mean `--output-format`?"),
        (["show", "m", "--verdicts"], "It is an option of `coldwater render`."),
        (["show", "m", "--scale", "2"], "It is an option of `coldwater render`."),
        (["evaluate", "m", "--rejct", "a"], "Did you mean `--reject`?"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_the_error_names_what_was_meant(here: Path, run: Run, words: list[str], meant: str) -> None:
    (here / "bridge.argmap.yaml").write_text(BRIDGE)
    done = run(*words)
    assert (done.code, done.out) == (2, "")
    said = " ".join(done.err.split())
    assert meant in said
    assert "has no option" in said


def test_an_option_like_no_other_is_only_refused(run: Run) -> None:
    done = run("show", "m", "--xyzzy")
    assert done.code == 2
    assert "`coldwater show` has no option --xyzzy. `coldwater " in " ".join(done.err.split())


def _with_values(group: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Give every command with every option that takes a value."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _with_values(command, (*above, name))
        else:
            options = [one for one in command.params if one.param_type_name == "option" and not one.is_flag]
            yield from ((*above, name, max(one.opts, key=len)) for one in options)


@pytest.mark.parametrize("words", list(_with_values(typer.main.get_command(app))), ids=" ".join)
def test_no_message_says_value_error(here: Path, run: Run, words: tuple[str, ...]) -> None:
    *command, option = words
    for value in ("not-a-word-that-is-taken", "-1"):
        done = run(*command, f"{option}={value}", "missing.yaml")
        assert done.code == 2, done
        assert "value error" not in " ".join(done.err.split()).lower()
        assert "defect" not in done.err

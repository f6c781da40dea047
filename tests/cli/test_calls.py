"""Every command that is declared has a function that carries it out, and that takes what the command takes."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import datetime
from typing import Annotated

import pytest
import typer

from coldwater.cli import calls, generate
from coldwater.cli._parameters import COMMANDS
from coldwater.cli.calls import runner_of
from coldwater.generated import stale


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_it_takes_the_values_of_the_command(command: str) -> None:
    arguments, options = COMMANDS[command]
    inspect.signature(runner_of(command)).bind(**{row[0]: row[2] for row in (*arguments, *options.values())})


def test_there_are_no_others() -> None:
    assert set(calls._RUNNERS) == {*COMMANDS, "version"}


def test_the_table_is_current() -> None:
    assert stale({generate.TABLE: generate.table()}) == {}


def test_each_command_is_in_the_table_with_its_parameters() -> None:
    declared = {name: inspect.signature(function).parameters for name, function, _ in generate.declared()}
    assert set(declared) == set(COMMANDS)
    for name, (arguments, options) in COMMANDS.items():
        assert {row[0] for row in (*arguments, *options.values())} == set(declared[name])


def counted(times: Annotated[int, typer.Option(count=True)] = 0) -> None:
    """Take an option that counts."""


def dated(when: Annotated[datetime | None, typer.Option()] = None) -> None:
    """Take a date."""


@pytest.mark.parametrize("declared", [counted, dated], ids=lambda one: one.__name__)
def test_what_the_table_cannot_hold_is_refused_by_name(declared: Callable[..., None]) -> None:
    group = typer.Typer(add_completion=False)
    group.command()(declared)
    with pytest.raises(TypeError, match=f"^{declared.__name__}: "):
        generate._command(declared.__name__, declared, typer.main.get_command(group))

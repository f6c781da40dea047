"""The help of every command reads well in a terminal of 80 columns, and says every word that an option takes."""

from __future__ import annotations

from enum import EnumType
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import pytest

from coldwater.cli import main
from coldwater.cli.app import app

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import typer


def commands(group: typer.Typer, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Callable[..., Any]]]:
    """Give every command with the words that call it."""
    for one in group.registered_commands:
        assert one.callback
        yield (*path, one.name or one.callback.__name__), one.callback
    for inner in group.registered_groups:
        assert inner.typer_instance
        yield from commands(inner.typer_instance, (*path, str(inner.typer_instance.info.name)))


def words_taken(hint: object) -> list[str]:
    """Give the words that a parameter takes, if it takes only some."""
    if isinstance(hint, EnumType):
        members: Mapping[str, object] = hint.__members__
        return [str(word) for word in members.values()]
    words: list[str] = []
    for inner in get_args(hint):
        words += words_taken(inner)
    return words


COMMANDS = dict(commands(app))


def help_of(
    path: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, columns: int = 80
) -> str:
    monkeypatch.setenv("COLUMNS", str(columns))
    with pytest.raises(SystemExit):
        main([*path, "--help"])
    return capsys.readouterr().out


@pytest.mark.parametrize("path", [(), ("prep",), ("git",), *COMMANDS], ids=" ".join)
def test_nothing_is_cut_and_the_help_has_room(
    path: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = help_of(path, capsys, monkeypatch)
    assert "…" not in text
    assert max(len(line) for line in text.splitlines()) <= 80
    (said,) = [line for line in text.splitlines() if "--help " in line]
    assert said.index("Show this") <= 53


@pytest.mark.parametrize("columns", [40, 60])
@pytest.mark.parametrize("path", [(), ("prep",), ("git",), *COMMANDS], ids=" ".join)
def test_it_fits_a_narrow_terminal(
    path: tuple[str, ...], columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = help_of(path, capsys, monkeypatch, columns)
    assert max(len(line) for line in text.splitlines()) <= columns


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_word_that_an_option_takes_stands_there_whole(
    path: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = help_of(path, capsys, monkeypatch)
    for name, hint in get_type_hints(COMMANDS[path]).items():
        for word in words_taken(hint):
            assert word in text, (name, word)


def test_commands_of_the_groups_are_among_them() -> None:
    assert {("check",), ("prep", "spar"), ("git", "install")} <= set(COMMANDS)
    assert words_taken(get_type_hints(COMMANDS["prep", "spar"])["semantics"])[0] == "grounded"

"""Writes the table of commands that :mod:`coldwater.cli.parsing` reads, from what is declared in typer's words.

Run as ``python -m coldwater.cli.generate`` in a checkout; with ``--check`` it writes nothing and says whether the table
is current. A declaration that the table cannot hold is refused by name.
"""

from __future__ import annotations

import inspect
import os
import sys
from enum import Enum, EnumType
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

import typer

from coldwater.cli.app import app
from coldwater.generated import write_stale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "_parameters.py")
_HEAD = '''\
"""What each command takes. Made by ``python -m coldwater.cli.generate`` from what typer declares; do not edit."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    #: The name; the kind (text, word, int, float, flag, or off for the word that takes a flag back); the default;
    #: whether it may be given several times, and must be given; the words, or the lowest and the highest number, that
    #: are allowed; what the help calls its value.
    Parameter = tuple[str, str, Any, bool, bool, Any, str]

#: Arguments in their order, and options by each of their spellings, by the words that call the command.
COMMANDS: dict[str, tuple[tuple[Parameter, ...], dict[str, Parameter]]] = {
'''


def declared() -> Iterator[tuple[str, Callable[..., Any], Any]]:
    """Give each command by the words that call it: the function that declares it, and the command typer makes of it."""
    yield from _declared_in(app, typer.main.get_command(app), "")


def _declared_in(group: typer.Typer, made: Any, before: str) -> Iterator[tuple[str, Callable[..., Any], Any]]:
    for one in group.registered_commands:
        assert one.callback is not None
        name = one.name or one.callback.__name__
        yield before + name, one.callback, made.commands[name]
    for inner in group.registered_groups:
        assert inner.typer_instance is not None
        name = str(inner.typer_instance.info.name)
        yield from _declared_in(inner.typer_instance, made.commands[name], f"{before}{name} ")


def table() -> str:
    """Give the text of the table."""
    return _HEAD + "".join(_command(*one) for one in sorted(declared(), key=lambda one: one[0])) + "}\n"


def _command(name: str, function: Callable[..., Any], made: Any) -> str:
    hints = get_type_hints(function, include_extras=True)
    defaults = inspect.signature(function).parameters
    arguments, options = [], []
    for one in made.params:
        row = _row(f"{name}: {one.name}", one, hints[one.name], defaults[one.name].default)
        if one.param_type_name == "argument":
            arguments.append(row)
        else:
            options += [(word, row) for word in one.opts]
            options += [(word, (row[0], "off", *row[2:])) for word in one.secondary_opts]
    if any(row[3] for row in arguments[:-1]):
        raise TypeError(f"{name}: only the last argument may take many")
    lines = [f"    {name!r}: ("]
    lines += [f"        ({''.join(f'{row!r}, ' for row in arguments).strip()}),", "        {"]
    lines += [f"            {word!r}: {row!r}," for word, row in options]
    return "\n".join([*lines, "        },", "    ),"]) + "\n"


def _row(where: str, one: Any, hint: Any, default: Any) -> tuple[Any, ...]:
    """Give the row of a parameter, as the head of the table says."""
    annotation, info = get_args(hint)[:2]
    type_, is_many = _bare(annotation)
    if info.callback or info.envvar or info.parser or one.nargs not in (1, -1):
        raise TypeError(f"{where}: the table has no place for this")
    # Words in another case than their own are left to typer, which may take them.
    if not (info.case_sensitive or isinstance(type_, EnumType)) or getattr(one, "count", False):
        raise TypeError(f"{where}: the table has no place for this")
    if getattr(info, "prompt", False):
        raise TypeError(f"{where}: the table has no place for this")
    if any(word[:2] != "--" and len(word) != 2 for word in one.opts if word[:1] == "-"):
        raise TypeError(f"{where}: an option has two dashes, or one and a letter")
    kind, allowed = _kind(where, type_, info)
    is_required = default is inspect.Parameter.empty
    plain = () if is_many else None if is_required else default.value if isinstance(default, Enum) else default
    return one.name, kind, plain, is_many, is_required, allowed, (info.metavar or "").rstrip(".")


def _bare(annotation: Any) -> tuple[Any, bool]:
    """Give the type of one value, and whether there may be several."""
    parts = [part for part in get_args(annotation) if part is not type(None)]
    if get_origin(annotation) is list:
        return parts[0], True
    return _bare(parts[0]) if parts else (annotation, False)


def _kind(where: str, type_: Any, info: Any) -> tuple[str, Any]:
    if isinstance(type_, EnumType):
        members: Sequence[Any] = list(type_.__members__.values())
        return "word", tuple(member.value for member in members)
    if type_ in (int, float):
        return type_.__name__, (info.min, info.max)
    if type_ in (str, bool):
        return ("text" if type_ is str else "flag"), None
    raise TypeError(f"{where}: the table has no place for {type_}")


def main(arguments: Sequence[str]) -> int:
    """Write the table if it is not current, or name it; the exit code is 1 if ``--check`` finds it so."""
    return write_stale(lambda: {TABLE: table()}, arguments, "python -m coldwater.cli.generate")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

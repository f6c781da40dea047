"""A command of typer's whose complaint about an option that it does not have names the one that was meant."""

from __future__ import annotations

from enum import EnumType
from inspect import unwrap
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from typer.core import TyperCommand

from coldwater.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from enum import Enum

    from coldwater.cli.meant import Options


class Command(TyperCommand):
    """A command that names the option that was meant."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words of a command line. Raises UsageError for an option that there is not."""
        words = list(args)
        try:
            return super().parse_args(ctx, args)
        except Exception as refusal:
            option = getattr(refusal, "option_name", "")
            if type(refusal).__name__ != "NoSuchOption" or not option.startswith("-"):
                _without_prefix(refusal)
                raise
            raise UsageError(_no_option(ctx, option, words)) from None


def _without_prefix(refusal: Any) -> None:
    """Take off what pydantic, through typer, puts before a message: it tells users nothing."""
    if isinstance(said := getattr(refusal, "message", None), str):
        refusal.message = said.replace("Value error, ", "")


def _no_option(ctx: Any, option: str, words: list[str]) -> str:
    from coldwater.cli.meant import option_meant  # noqa: PLC0415 - only where something is unknown

    root = ctx.find_root()
    elsewhere = dict(_commands(root.command, ""))
    command = " ".join(ctx.command_path.split()[1:])
    place = next((i for i, word in enumerate(words) if word.split("=")[0] == option), len(words))
    _, equals, value = words[place].partition("=") if place < len(words) else ("", "", "")
    value = value if equals or place + 1 >= len(words) else words[place + 1]
    meant = option_meant(option, value, elsewhere[command], elsewhere)
    way_out = f"`coldwater {command} --help` lists them."
    return f"`coldwater {command}` has no option {option}.{meant} {way_out}"


def _commands(group: Any, above: str) -> Iterator[tuple[str, Options]]:
    """Give all commands by the words that call them, each with its options and the words that these take."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{above}{name} ")
        else:
            hints = get_type_hints(unwrap(command.callback))
            yield (
                f"{above}{name}",
                {
                    word: _words(hints.get(one.name))
                    for one in command.params
                    if one.param_type_name == "option"
                    for word in one.opts
                },
            )


def _words(hint: Any) -> tuple[str, ...]:
    """Give the words that a parameter takes, for what it is declared to be; none where it takes any text."""
    if isinstance(hint, EnumType):
        members: Mapping[str, Enum] = hint.__members__
        return tuple(str(one.value) for one in members.values())
    return tuple(word for inner in get_args(hint) for word in _words(inner))
